"""Pages of words into one text in reading order, with marks for what is what."""

from pipeline.ingest.content import Writer
from pipeline.ingest.pdf.blocks import Block, blocks
from pipeline.ingest.pdf.columns import Column, columns
from pipeline.ingest.pdf.flow import flow
from pipeline.ingest.pdf.furniture import Furniture, furniture
from pipeline.ingest.pdf.insertions import parted
from pipeline.ingest.pdf.lines import Line, pieces
from pipeline.ingest.pdf.measures import Measures, edges, measures, text_style
from pipeline.ingest.pdf.words import Page
from pipeline.records import Mark

_TITLE = 1.3
"""A title's letters are at least so many times as high as the text's."""


def lay_out(pages: list[Page]) -> tuple[str, tuple[Mark, ...]]:
    """The text of a document, one line for each printed line, a blank line between paragraphs, a form feed
    between pages; what interrupts it follows at its end."""
    parts = [list(pieces(page.words)) for page in pages]
    style = text_style(line for page in parts for line in page)
    aside = furniture(parts, style.size)
    ordered = [column for number, page in enumerate(parts) for column in _columns(page, aside[number], number, style.size)]
    sides = edges(ordered, style)
    measured = measures(ordered, sides, style)
    text, insertions = parted(flow(ordered, sides, measured), measured)
    writer = Writer()
    _write(writer, _with_title(list(blocks(text, measured)), measured), aside)
    for block in insertions:
        writer.add(_text(block), block.kind)
    return writer.text, tuple(writer.marks)


def _columns(page: list[Line], aside: list[Furniture], number: int, size: float) -> list[Column]:
    gone = {id(line) for line, _ in aside}
    left = [line for line in page if id(line) not in gone]
    return columns(left, number, size) if left else []


def _with_title(found: list[Block], measured: Measures) -> list[Block]:
    """The first heading is the title where it is set as one."""
    for at, block in enumerate(found):
        if block.kind == "heading" and block.lines[0].line.style.size >= _TITLE * measured.size:
            return [*found[:at], Block("title", block.lines), *found[at + 1 :]]
        if block.kind != "heading":
            break
    return found


def _write(writer: Writer, found: list[Block], aside: list[list[Furniture]]) -> None:
    """The blocks page by page; a page's furniture follows the block that ends on it."""
    page = 0
    for block in found:
        first = block.lines[0].page
        if first > page:
            _write_furniture(writer, aside[page:first])
            writer.add(_text(block), block.kind, "\n\n\f")
        else:
            writer.add(_text(block), block.kind)
        page = first
    _write_furniture(writer, aside[page:])


def _write_furniture(writer: Writer, aside: list[list[Furniture]]) -> None:
    for page in aside:
        for line, kind in page:
            writer.add(line.text, kind)


def _text(block: Block) -> str:
    """The lines of a block; where it goes on, a form feed stands for the line end."""
    pieces: list[str] = []
    for before, item in zip([None, *block.lines], block.lines, strict=False):
        if before:
            pieces.append("\n" if before.page == item.page else "\f")
        pieces.append(item.line.text)
    return "".join(pieces)
