import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import Reject
from pipeline.ingest.encoding import decode

SENTENCE = "L’été dernier, à Orléans, « déjà » la fête où l’on reçoit : Noël, août, forêt, naïf, 12 °C…\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_french_is_read_in_its_encoding(encoding):
    assert decode((SENTENCE * 3).encode(encoding)) == SENTENCE * 3


def test_a_latin_9_text_has_its_ligature_and_its_euro():
    text = "Le cœur de l'Europe a coûté 12 € au bœuf."
    assert decode(text.encode("iso8859-15")) == text


def test_a_half_is_no_ligature():
    text = "Il a marché 2 ½ heures, jusqu'à la fête."
    assert decode(text.encode("cp1252")) == text


def test_windows_quotes_are_no_letters():
    text = "Une “saison” – courte – à l’étranger"
    assert decode(text.encode("cp1252")) == text


def test_capitals_with_accents_decide_too():
    text = "ÉCOLES ET COLLÈGES : À L'ÉTUDE"
    assert decode(text.encode("mac_roman")) == text
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("déjà vu, caf".encode() + b"\xe9, et l'\xc3\xa9t\xc3\xa9", "déjà vu, café, et l'été"),
        ("déjà vu ét".encode() + "é".encode()[:1], "déjà vu ét\ufffd"),
        (b"\xed\xa0\x80 d\xc3\xa9j\xc3\xa0", "\ufffd\ufffd\ufffd déjà"),
    ],
)
def test_a_bad_byte_costs_itself_only(data, text):
    assert decode(data) == text


def test_a_declared_encoding_is_believed():
    assert decode("Страна".encode("cp1251"), "cp1251") == "Страна"


def test_another_alphabet_without_a_declaration_is_undecodable():
    with pytest.raises(Reject, match="undecodable"):
        decode("Президент Республики принял посла".encode("koi8-r"))


def test_a_lone_control_character_is_no_reason_to_refuse():
    assert decode(b"page\x0c suivante\x07" + b" et la suite" * 5).startswith("page\x0c suivante\x07")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_reject(data):
    try:
        text = decode(data)
    except Reject as reject:
        assert reject.reason in ("binary", "undecodable")
    else:
        assert text.encode("utf-8").decode("utf-8") == text
        assert "\0" not in text


@given(st.text(max_size=200))
def test_utf8_is_never_read_as_anything_else(text):
    try:
        assert decode(text.encode("utf-8", "ignore")) == text.encode("utf-8", "ignore").decode().removeprefix("\ufeff")
    except Reject as reject:
        assert reject.reason == "binary"
