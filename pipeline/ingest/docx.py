"""Word files: paragraphs, headings, lists and table rows in reading order.

The package is opened by python-docx; its body is walked as a tree, because python-docx's own lists leave
out content controls and tracked insertions. Headers, footers, deleted text and pictures are not text.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from pipeline.errors import Reject
from pipeline.ingest.content import Content, Writer, tidy
from pipeline.ingest.text import refuse_empty

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ELSEWHERE = {_FALLBACK, _W + "del", _W + "moveFrom", _W + "pPr", _W + "rPr", _W + "sectPr", _W + "tblPr"}
_BREAKS = {
    _W + "tab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "\u2011",
    _W + "softHyphen": "\u00ad",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML_BYTES_PER_CHARACTER = 24
_MOST_BYTES, _MOST_PARTS = 250_000_000, 20_000
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError),
    *(KeyError, ValueError, AttributeError, TypeError, IndexError, RecursionError),
)
"""What zipfile and python-docx raise on a package that isn't whole."""
_TEMPLATE_MADE_ON = datetime(2013, 12, 23, 23, 15)
"""The day that python-docx's own empty file carries: nobody's date."""


def read_docx(data: bytes, max_characters: int) -> Content:
    """What a `.docx` says; raises `Reject`."""
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    if data.startswith(_OLE):
        raise Reject("encrypted", "it is locked by a password, or an old .doc under a new name")
    try:
        _refuse_bombs(data, max_characters)
        content = _content(data)
    except (OpcError, LxmlError, *_DAMAGE) as error:
        raise Reject("damaged", f"it is no Word file: {error}") from None
    refuse_empty(content.text)
    return content


def _content(data: bytes) -> Content:
    import docx

    document = docx.Document(io.BytesIO(data))
    writer = Writer()
    kinds = _kinds_of_style(document)
    for text, kind, style, is_list in _blocks(document.element.body):
        writer.add(text, kind or kinds.get(style or "") or ("list_item" if is_list else "paragraph"))
    properties = document.core_properties
    return Content(
        writer.text, tuple(writer.marks), title=tidy(properties.title), published_on=_day(properties.created)
    )


def _day(made: datetime | None) -> date | None:
    if made is None or made.replace(tzinfo=None, second=0, microsecond=0) == _TEMPLATE_MADE_ON:
        return None
    return made.date()


def _refuse_bombs(data: bytes, max_characters: int) -> None:
    """Judge the package before it is unpacked; `zipfile` never unpacks more than is declared."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        infos = package.infolist()
        xml = [info for info in infos if info.filename.endswith((".xml", ".rels"))]
        size, xml_size = sum(info.file_size for info in infos), sum(info.file_size for info in xml)
        if xml_size > _XML_BYTES_PER_CHARACTER * max_characters or size > _MOST_BYTES or len(infos) > _MOST_PARTS:
            raise Reject("too_long", f"unpacked it would have {size:,} bytes in {len(infos):,} parts")
        if any(info.flag_bits & 1 for info in infos):
            raise Reject("encrypted", "its parts are locked by a password")
        if any(_declares_entities(package.read(info)) for info in xml):
            raise Reject("damaged", "it declares entities, which Word never does")


def _declares_entities(xml: bytes) -> bool:
    head = xml[:4000].replace(b"\0", b"")
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml


def _kinds_of_style(document: "Document") -> dict[str, str]:
    """Style id → what its paragraphs are, by the style's English name, which Word keeps in any language."""
    kinds: dict[str, str] = {}
    for style in document.styles.element.iterchildren(_W + "style"):
        named = style.find(_W + "name")
        name = (named.get(_W + "val") or "").casefold() if named is not None else ""
        kind = next((kind for start, kind in _STYLES if name.startswith(start)), None)
        if kind:
            kinds[style.get(_W + "styleId") or ""] = kind
    return kinds


_STYLES = (
    ("title", "title"),
    ("heading", "heading"),
    ("subtitle", "heading"),
    ("list bullet", "list_item"),
    ("list number", "list_item"),
    ("caption", "caption"),
    ("intense quote", "pull_quote"),
)


Paragraph = tuple[str, str | None, str | None, bool]
"""Text, kind where the place tells it, style id, whether it is numbered."""


def _blocks(body: "_Element") -> Iterator[Paragraph]:
    """Every paragraph and table row below an element, in reading order.

    The text boxes of a paragraph follow it, so that they don't part its sentence.
    """
    for child in _below(body, (_W + "p", _W + "tr")):
        if child.tag == _W + "tr":
            yield from _row(child)
            continue
        boxes: list[_Element] = []
        text = _text(child, boxes)
        yield text, None, *_style(child)
        for box in boxes:
            yield from _blocks(box)


def _row(row: "_Element") -> Iterator[Paragraph]:
    """A row of a table; one whose cells hold several paragraphs is no table but a layout."""
    cells = [[block for block in _blocks(cell) if block[0]] for cell in _below(row, (_W + "tc",))]
    if len(cells) == 1 or any(len(blocks) > 1 for blocks in cells):
        yield from (block for blocks in cells for block in blocks)
    else:
        texts = (" ".join(block[0].split()) for blocks in cells for block in blocks)
        yield " | ".join(texts), "table_row", None, False


def _below(element: "_Element", tags: tuple[str, ...]) -> Iterator["_Element"]:
    """The nearest elements of such tags below one, whatever wraps them, in reading order."""
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag in tags:
            yield child
        elif child.tag not in _ELSEWHERE:
            waiting.append(iter(child))


def _text(paragraph: "_Element", boxes: list["_Element"]) -> str:
    """The paragraph's own text; the text boxes met on the way are left to the caller."""
    pieces: list[str] = []
    waiting = [iter(paragraph)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
        elif node.tag == _W + "t":
            pieces.append(node.text or "")
        elif node.tag in _BREAKS:
            pieces.append(_BREAKS[node.tag])
        elif node.tag == _W + "txbxContent":
            boxes.append(node)
        elif node.tag not in _ELSEWHERE:
            waiting.append(iter(node))
    return "".join(pieces).strip()


def _style(paragraph: "_Element") -> tuple[str | None, bool]:
    properties = paragraph.find(_W + "pPr")
    if properties is None:
        return None, False
    style = properties.find(_W + "pStyle")
    return (None if style is None else style.get(_W + "val")), properties.find(_W + "numPr") is not None
