"""Pages of words into one text in reading order, with marks for what is what."""

from pipeline.ingest.content import Writer
from pipeline.ingest.pdf.blocks import Block, blocks
from pipeline.ingest.pdf.columns import columns
from pipeline.ingest.pdf.flow import flow
from pipeline.ingest.pdf.furniture import Furniture, furniture
from pipeline.ingest.pdf.hyphens import Hyphens
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
    ordered = columns([_without(page, aside[number]) for number, page in enumerate(parts)], style.size)
    sides = edges(ordered, style)
    measured = measures(ordered, sides, style)
    text, insertions = parted(flow(ordered, sides, measured), measured)
    writer = Writer()
    hyphens = Hyphens.of(column.lines for column in ordered)
    _write(writer, _with_title(list(blocks(text, measured)), measured), aside, hyphens)
    for block in insertions:
        writer.add(_text(block, hyphens), block.kind)
    return writer.text, tuple(writer.marks)


def _without(page: list[Line], aside: list[Furniture]) -> list[Line]:
    gone = {id(line) for line, _ in aside}
    return [line for line in page if id(line) not in gone]


def _with_title(found: list[Block], measured: Measures) -> list[Block]:
    """The first heading is the title where it is set as one."""
    for at, block in enumerate(found):
        if block.kind == "heading" and block.lines[0].line.style.size >= _TITLE * measured.size:
            return [*found[:at], Block("title", block.lines), *found[at + 1 :]]
        if block.kind != "heading":
            break
    return found


def _write(writer: Writer, found: list[Block], aside: list[list[Furniture]], hyphens: Hyphens) -> None:
    """The blocks page by page; a page's furniture follows the block that ends on it."""
    page = 0
    for block in found:
        first = block.lines[0].page
        if first > page:
            _write_furniture(writer, aside[page:first])
            writer.add(_text(block, hyphens), block.kind, "\n\n\f")
        else:
            writer.add(_text(block, hyphens), block.kind)
        page = first
    _write_furniture(writer, aside[page:])


def _write_furniture(writer: Writer, aside: list[list[Furniture]]) -> None:
    for page in aside:
        for line, kind in page:
            writer.add(line.text, kind)


def _text(block: Block, hyphens: Hyphens) -> str:
    """The lines of a block; where it goes on on another page, a form feed stands for the line end.

    A word cut at a line end is whole again where the hyphen itself tells how.
    """
    if block.kind == "table_row":
        return " | ".join(_cells(block.lines[0].line))
    pieces: list[str] = []
    for before, item in zip([None, *block.lines], block.lines, strict=False):
        if before:
            end = hyphens.line_end(before.line, item.line)
            if end is not None:
                pieces[-1] = pieces[-1][:-1] + end
            else:
                pieces.append("\n" if before.page == item.page else "\f")
        pieces.append(item.line.text)
    return "".join(pieces)


def _cells(line: Line) -> list[str]:
    ends = [*line.cells[1:], len(line.words)]
    return [" ".join(word.text for word in line.words[a:b]) for a, b in zip(line.cells, ends, strict=True)]
