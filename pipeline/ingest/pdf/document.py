"""A PDF file opened, read page by page and closed."""

import re

from pipeline.errors import Reject
from pipeline.ingest.content import Content, tidy
from pipeline.ingest.dates import read_date
from pipeline.ingest.pdf.layout import lay_out
from pipeline.ingest.pdf.words import UNREADABLE, Page, read_page

_PASSWORD, _SECURITY = 4, 5
_MOST_PAGES = 5_000
_MOST_UNREADABLE = 0.3
_FILE_NAME = re.compile(
    r"^(?:microsoft |untitled|sans[ -]titre|\(?anonymous)|\.(?:docx?|odt|rtf|indd|qxp|qxd|pdf|tex|pub)$", re.IGNORECASE
)
_NO_DATE = "D:20000101000000"
"""What programs write that are told to write no date."""


def read_pdf(data: bytes, max_characters: int) -> Content:
    """What a PDF says, in reading order; raises `Reject`."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (_PASSWORD, _SECURITY):
            raise Reject("encrypted", "it is locked by a password") from None
        raise Reject("damaged", f"it is no PDF that can be read: {error}") from None
    try:
        pages = _pages(document, max_characters)
        described = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise Reject("damaged", f"a page can't be read: {error}") from None
    finally:
        document.close()
    if not any(page.words for page in pages):
        raise Reject("no_text", "its pages hold no text; scanned? It needs OCR first")
    if _unreadable(pages) > _MOST_UNREADABLE:
        raise Reject("no_text", "its fonts don't say which letters they draw; it needs OCR first")
    text, marks = lay_out(pages)
    made = described.get("CreationDate") or ""
    published_on = None if made.startswith(_NO_DATE) else read_date(made)
    return Content(text, marks, title=_title(described.get("Title")), published_on=published_on)


def _unreadable(pages: list[Page]) -> float:
    """The share of letters that the fonts don't name."""
    text = "".join(word.text for page in pages for word in page.words)
    return sum(letter == UNREADABLE or "\ue000" <= letter <= "\uf8ff" for letter in text) / len(text)


def _title(said: str | None) -> str | None:
    """The title, where it is one and not the name that a program gave its file.

    >>> _title("Microsoft Word - Note 12.docx"), _title("Une visite à Oran")
    (None, 'Une visite à Oran')
    """
    title = tidy(said)
    return None if title is None or _FILE_NAME.search(title) else title


def _pages(document: "object", max_characters: int) -> list[Page]:
    pages: list[Page] = []
    letters = 0
    for index in range(len(document)):  # type: ignore[arg-type]
        page = document[index]  # type: ignore[index]
        try:
            pages.append(read_page(page))
        finally:
            page.close()
        letters += sum(len(word.text) for word in pages[-1].words)
        if letters > max_characters or index >= _MOST_PAGES:
            raise Reject("too_long", f"more than {max_characters:,} characters in its first {index + 1:,} pages")
    return pages
