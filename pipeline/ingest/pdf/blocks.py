"""Lines into paragraphs, headings and list items, by white, indents, short last lines and type."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.ingest.pdf.flow import Placed
from pipeline.ingest.pdf.lines import Line
from pipeline.ingest.pdf.measures import Measures

_HEADING = 1.15
"""A heading that isn't bold is so many times as high as the text."""
_WHITE = 1.2
"""A step between lines so many times the usual one parts paragraphs."""
_CLOSE = 1.5
_ROOM = 0.25
"""A ragged line that leaves so much of the column empty was ended on purpose."""
_MOST_HEADING_WORDS = 40
_LIKE_WIDTH = 0.75
_HANGING = 0.4
_FEWEST_LEAD_WORDS = 6
_FEWEST_ROWS = 3
_ALIGNED = 2.0
_LIKELY_BULLET = re.compile(r"[–—-] |(?:\d{1,2}|[a-z])[.)] ")
_END = re.compile(r"[.!?…:;][»”\"')]*$")
_START = re.compile(r"[«“\"'(\[–—-]*\s*[A-ZÀ-ÖØ-ÞŒ0-9]")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, and the kind of their mark."""

    kind: str
    lines: list[Placed]


def blocks(placed: list[Placed], measures: Measures) -> Iterator[Block]:
    """The paragraphs and headings of a text in reading order; one may go on in the next column or page."""
    block: list[Placed] = []
    rows = _table_rows(placed)
    for at, item in enumerate(placed):
        if at in rows:
            yield from [Block(_kind(block, measures), block)] if block else []
            yield Block("table_row", [item])
            block = []
            continue
        after = placed[at + 1] if at + 1 < len(placed) else None
        if block and _parts(block, item, after, measures):
            yield Block(_kind(block, measures), block)
            block = []
        block.append(item)
    if block:
        yield Block(_kind(block, measures), block)


def _table_rows(placed: list[Placed]) -> set[int]:
    """The lines of tables: three at least, one below the other, that have a cell at the same place."""
    rows: set[int] = set()
    run: list[int] = []
    for at, item in enumerate(placed):
        if run and not (item.column == placed[run[-1]].column and _has_like_cells(placed[run[-1]].line, item.line)):
            rows |= set(run) if len(run) >= _FEWEST_ROWS else set()
            run = []
        run.append(at)
    return rows | set(run) if len(run) >= _FEWEST_ROWS else rows


def _has_like_cells(line: Line, other: Line) -> bool:
    starts = [line.words[at].x0 for at in line.cells[1:]]
    return any(abs(other.words[at].x0 - start) < _ALIGNED for at in other.cells[1:] for start in starts)


def is_heading(line: Line, measures: Measures) -> bool:
    """Set as a heading is: bold where the text isn't, or larger."""
    return (line.style.bold and not measures.style.bold) or line.style.size >= _HEADING * measures.size


def is_indented(item: Placed, measures: Measures, before: Placed | None = None, after: Placed | None = None) -> bool:
    """Set in as first lines are, from the column's edge or from that of lines beside a picture."""
    if measures.indent is None:
        return False
    left = item.edges.left
    if before and after and before.column == item.column == after.column and abs(before.line.x0 - after.line.x0) < 1.5:
        left = max(left, before.line.x0)
    return abs(item.line.x0 - left - measures.indent) <= 0.12 * measures.size


def is_short(item: Placed, after: Placed, measures: Measures) -> bool:
    """Ends where the line had room: the last of its paragraph."""
    if item.line.text.endswith(("-", "\u00ad")):
        return False
    if measures.is_justified:
        return item.edges.right - item.line.x1 > 0.5 * measures.size
    first = after.line.words[0]
    room = item.edges.reach - item.line.x1 - (first.x1 - first.x0) - 0.3 * measures.size
    if room < 0 or not _START.match(after.line.text):
        return False
    return bool(_END.search(item.line.text)) or room > _ROOM * (item.edges.reach - item.edges.left)


def _parts(block: list[Placed], after: Placed, then: Placed | None, measures: Measures) -> bool:
    """The block ends before a line."""
    item = block[-1]
    has_heading = is_heading(item.line, measures) or is_heading(after.line, measures)
    if has_heading and not _is_emphasis(item, after, measures):
        return not _is_one_heading(item, after)
    if after.line.is_item or (_LIKELY_BULLET.match(after.line.text) and _END.search(item.line.text)):
        return True
    if _has_white(item, after, measures):
        return True
    if block[0].line.is_item and after.line.x0 > block[0].line.x0 + _HANGING * measures.size:
        return False
    if is_indented(after, measures, item, then):
        return True
    return is_short(item, after, measures) or _changes_width(item, after)


def _changes_width(item: Placed, after: Placed) -> bool:
    """A column of another width starts here, and not in the middle of a sentence."""
    if not after.starts or item.line.text.endswith(("-", "\u00ad")) or not _START.match(after.line.text):
        return False
    widths = [placed.edges.reach - placed.edges.left for placed in (item, after)]
    return min(widths) < _LIKE_WIDTH * max(widths)


def _has_white(item: Placed, after: Placed, measures: Measures) -> bool:
    if after.starts or after.resumes or item.column != after.column:
        return False
    return item.line.y - after.line.y > _WHITE * measures.leading


def _is_emphasis(item: Placed, after: Placed, measures: Measures) -> bool:
    """Bold words in the middle of a sentence that happen to fill a line."""
    if item.line.style.size != after.line.style.size or item.line.style.bold == after.line.style.bold:
        return False
    is_close = abs(item.line.y - after.line.y) < 1.1 * measures.leading
    return is_close and not _END.search(item.line.text) and after.line.text[:1].islower()


def _is_one_heading(item: Placed, after: Placed) -> bool:
    """Two lines of one heading, which may go on at the top of the next column."""
    if not item.line.style.is_near(after.line.style):
        return False
    return after.starts or item.line.y - after.line.y < _CLOSE * after.line.style.size


def _is_prose(text: str) -> bool:
    """Sentences in large type, such as a lead, are no heading."""
    words = len(text.split())
    return words > _MOST_HEADING_WORDS or (words > _FEWEST_LEAD_WORDS and text.endswith((".", "…", ". »")))


def _kind(block: list[Placed], measures: Measures) -> str:
    text = " ".join(item.line.text for item in block)
    if is_heading(block[0].line, measures) and not _is_prose(text):
        return "heading"
    return "list_item" if block[0].line.is_item else "paragraph"
