from datetime import date

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from pipeline.errors import Reject
from pipeline.ingest.pdf import read_pdf
from tests.ingest.sheets import Sheets


def reason(data, max_characters=1000):
    with pytest.raises(Reject) as raised:
        read_pdf(data, max_characters)
    return raised.value.reason


def sheet(text="Le texte.", **properties):
    sheets = Sheets(**properties)
    sheets.line(text, 50, 700)
    return sheets


def test_a_locked_file_is_encrypted():
    assert reason(sheet(encrypt=StandardEncryption("secret", "maître")).bytes()) == "encrypted"


def test_a_file_that_only_forbids_changes_is_read():
    assert read_pdf(sheet(encrypt=StandardEncryption("", "maître")).bytes(), 1000).text == "Le texte."


def test_a_page_without_letters_has_no_text():
    sheets = Sheets()
    sheets.canvas.rect(50, 50, 100, 100)
    assert reason(sheets.bytes()) == "no_text"


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"un texte", b"\0" * 100])
def test_what_is_no_pdf_is_damaged(data):
    assert reason(data) == "damaged"


def test_a_file_cut_short_is_damaged():
    assert reason(sheet().bytes()[:200]) == "damaged"


def test_too_many_letters_are_too_long():
    assert reason(sheet("mot " * 20).bytes(), 50) == "too_long"


@pytest.mark.parametrize(
    ("said", "title"),
    [("Une visite à Oran", "Une visite à Oran"), ("Microsoft Word - v2.doc", None), ("untitled", None)],
)
def test_the_title_is_the_one_that_somebody_gave(said, title):
    assert read_pdf(sheet(title=said).bytes(), 1000).title == title


def test_the_day_is_that_of_its_making():
    data = sheet().bytes()
    assert read_pdf(data, 1000).published_on is None
    assert read_pdf(data.replace(b"D:20000101000000", b"D:20150312000000"), 1000).published_on == date(2015, 3, 12)
