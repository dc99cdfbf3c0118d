import hashlib
import os
from datetime import date

import pytest

from pipeline.errors import Reject
from pipeline.ingest import MetadataRow, read
from pipeline.ingest.formats import FORMATS
from pipeline.settings import Ingest
from pipeline.tables import DOCUMENTS

SETTINGS = Ingest(max_characters=1000, max_megabytes=1)


def test_a_source_carries_the_hash_of_its_bytes_and_the_decoded_text(tmp_path):
    data = b"\xef\xbb\xbfL'\xc3\xa9t\xc3\xa9\r\nfinit.\n"
    (tmp_path / "a.txt").write_bytes(data)
    source = read(tmp_path / "a.txt", "dossier/a.txt", None, SETTINGS)
    assert source.text == "L'été\r\nfinit.\n"
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert (source.path, source.format, source.body_start) == ("dossier/a.txt", "txt", 0)


def test_what_metadata_say_outranks_what_the_file_says(tmp_path):
    (tmp_path / "a.md").write_text("---\ntitle: Du fichier\ndate: 2015-01-01\n---\nTexte.\n", encoding="utf-8")
    source = read(tmp_path / "a.md", "a.md", MetadataRow(title="Du tableau", publisher="La Gazette"), SETTINGS)
    assert (source.title, source.publisher, source.published_on) == ("Du tableau", "La Gazette", date(2015, 1, 1))
    assert source.text[source.body_start :] == "Texte.\n"


def reason(file):
    with pytest.raises(Reject) as raised:
        read(file, file.name, None, SETTINGS)
    return raised.value.reason


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\r\n", "empty"),
        ("a.txt", "\ufeff\u200b".encode(), "empty"),
        ("a.md", b"---\ntitle: Rien\n---\n", "empty"),
        ("a.html", b"<html><script>var x = 1</script></html>", "empty"),
        ("a.txt", b"abc\0\0def\0", "binary"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        ("a.txt", bytes(range(1, 32)) * 20, "binary"),
        ("a.txt", b"\xff" * 500, "undecodable"),
        ("a.txt", b"a" * 1001, "too_long"),
        ("a.txt", b"a" * 5000, "too_long"),
        ("a.pdf", b"%PDF-1.4 rien", "damaged"),
        ("a.pdf", b"du texte", "damaged"),
        ("a.docx", b"du texte", "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "encrypted"),
    ],
)
def test_what_cant_be_used_is_rejected_with_its_reason(tmp_path, name, data, why):
    (tmp_path / name).write_bytes(data)
    assert reason(tmp_path / name) == why


def test_a_file_that_went_away_has_vanished(tmp_path):
    assert reason(tmp_path / "parti.txt") == "vanished"


def test_a_pipe_is_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "tube.txt")
    assert reason(tmp_path / "tube.txt") == "not_a_file"


def test_a_folder_in_the_place_of_a_file_is_no_file(tmp_path):
    (tmp_path / "a.txt").mkdir()
    assert reason(tmp_path / "a.txt") in ("not_a_file", "failed")


def test_every_format_has_its_reader_and_stands_in_the_tables():
    assert all(callable(kind.reader()) for kind in FORMATS.values())
    (column,) = (column for column in DOCUMENTS.columns if column.name == "format")
    assert {kind.name for kind in FORMATS.values()} == set(column.one_of)
