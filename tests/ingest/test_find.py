import os
import socket
import unicodedata

import pytest

from pipeline.ingest import find


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


def paths(raw):
    return [file.path for file in find(raw).files]


def rejects(raw):
    return [(reject.path, reject.reason) for reject in find(raw).rejects]


def test_files_come_in_order_of_path_at_any_depth(raw):
    for name in ("b.txt", "a/z.md", "a/b/c/d.pdf", "B.TXT", "é.html", "c.docx", "d.HTM"):
        file = raw / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    assert paths(raw) == ["B.TXT", "a/b/c/d.pdf", "a/z.md", "b.txt", "c.docx", "d.HTM", "é.html"]


@pytest.mark.parametrize("name", ["image.jpg", "note.doc", "note.txt~", "note", "metadata.csv", ".txt"])
def test_other_kinds_are_ignored(raw, name):
    (raw / name).write_text("x", encoding="utf-8")
    assert paths(raw) == []
    assert rejects(raw) == []


def test_a_folder_named_like_a_text_is_a_folder(raw):
    (raw / "notes.txt").mkdir()
    (raw / "notes.txt" / "une.txt").write_text("x", encoding="utf-8")
    assert paths(raw) == ["notes.txt/une.txt"]


@pytest.mark.parametrize("target", ["../dehors.txt", "nulle-part.txt", "lien.txt"])
def test_a_link_out_of_the_folder_or_to_nothing_is_rejected(raw, target):
    (raw.parent / "dehors.txt").write_text("x", encoding="utf-8")
    (raw / "lien.txt").symlink_to(target)
    assert rejects(raw) == [("lien.txt", "link")]


def test_a_link_to_a_folder_is_rejected_and_not_walked(raw):
    (raw / "boucle").symlink_to(".")
    (raw.parent / "dehors").mkdir()
    (raw.parent / "dehors" / "a.txt").write_text("x", encoding="utf-8")
    (raw / "ailleurs").symlink_to("../dehors")
    assert rejects(raw) == [("ailleurs", "link"), ("boucle", "link")]
    assert paths(raw) == []


def test_a_link_to_a_file_of_the_folder_is_a_file(raw):
    (raw / "a.txt").write_text("x", encoding="utf-8")
    (raw / "b.txt").symlink_to("a.txt")
    assert paths(raw) == ["a.txt", "b.txt"]


def test_a_link_of_another_kind_is_ignored(raw):
    (raw / "photo.jpg").symlink_to("nulle-part.jpg")
    assert rejects(raw) == []


def test_what_is_no_regular_file_is_rejected(raw, monkeypatch):
    monkeypatch.chdir(raw)
    os.mkfifo("tube.txt")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("prise.txt")
    assert rejects(raw) == [("prise.txt", "not_a_file"), ("tube.txt", "not_a_file")]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        (b"a\nb.txt", "a\nb.txt"),
        ("visite😀.txt".encode(), "visite😀.txt"),
        (b"d\xe9but\xff.txt", "d\\xe9but\\xff.txt"),
        (unicodedata.normalize("NFD", "été.txt").encode(), "été.txt"),
        (b"a\\b.txt", "a\\b.txt"),
        (b"-x.txt", "-x.txt"),
        (b"x" * 251 + b".txt", "x" * 251 + ".txt"),
    ],
)
def test_any_name_becomes_a_path_of_valid_unicode(raw, name, path):
    (raw / os.fsdecode(name)).write_bytes(b"x")
    found = find(raw).files
    assert [file.path for file in found] == [path]
    assert found[0].file.read_bytes() == b"x"


def test_two_names_never_share_a_path(raw):
    for form in ("NFC", "NFD"):
        (raw / unicodedata.normalize(form, "été.txt")).write_text(form, encoding="utf-8")
    found = {file.path: file.file.read_text(encoding="utf-8") for file in find(raw).files}
    assert found == {"été.txt": "NFC", "e\\u0301te\\u0301.txt": "NFD"}
