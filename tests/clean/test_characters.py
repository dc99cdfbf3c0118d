import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.aligned import AlignedText
from pipeline.clean.characters import mend_characters


def mended(text: str) -> str:
    return str(mend_characters(AlignedText.of(text)))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("le prÃ©sident franÃ§ais", "le président français"),
        ("câ€™est l’hÃ´tel", "c’est l’hôtel"),
        ("un cafe\u0301 a\u0300 Be\u0301ziers", "un café à Béziers"),
        ("l’o\ufb03ce des \ufb01nances", "l’office des finances"),
        ("« 25\u202f% »\u00a0!", "« 25 % » !"),
        ("l’Azer\u00adbaïdjan\u200b\ufeff", "l’Azerbaïdjan"),
        ("États\u2011Unis et peut\u2010être", "États-Unis et peut-être"),
        ("un\x00 deux\x7f", "un deux"),
    ],
)
def test_characters_are_written_as_they_were_meant(printed, meant):
    assert mended(printed) == meant


@pytest.mark.parametrize(
    "text", ["l'été, l’été ʼ « “ ” ‹ › – — …", "œuvre Æ ß ĳ", "Ça va ÂGÉ Ãgypte", "Łódź, Özil, Ðorđe"]
)
def test_what_is_right_stays(text):
    assert mended(text) == text


def test_a_soft_hyphen_at_a_line_end_is_left_to_the_hyphens():
    assert mended("rela\u00ad\ntions") == "rela\u00ad\ntions"


def test_mended_letters_know_their_raw_places():
    text = mend_characters(AlignedText.of("le franÃ§ais cafe\u0301"))
    assert text.raw_span(7, 8) == (7, 9)
    assert text.raw_span(15, 16) == (16, 18)


def test_a_thousand_marks_on_a_letter_are_cut_short():
    assert len(mended("e" + "\u0301\u0323" * 1000)) < 40


@given(st.text())
def test_the_result_is_composed(text):
    assert unicodedata.is_normalized("NFC", mended(text))
