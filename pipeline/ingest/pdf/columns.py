"""Columns: what is read before what on a page.

A gutter is a strip of the page that hardly any line crosses and at the right of which lines start one
below the other. A line that does cross it, such as a headline, parts what stands above from what stands
below; between two such lines each column is read to its end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import inf

from pipeline.ingest.pdf.lines import Line, joined

_CROSSED = 0.45
"""Share of a page's rows that may cross a gutter."""
_FEWEST_LINES = 3
_FEWEST_WORDS = 2.5
_ALIGNED = 1.5
_FULL = 0.6
"""A line is of full width from this share of the page's."""
Gutter = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Column:
    """Lines one below the other, on page number `page`, between the edges of its gutters."""

    page: int
    lines: tuple[Line, ...]


def columns(pages: list[list[Line]], size: float) -> list[Column]:
    """The columns of all pages in reading order; `size` is that of the document's text.

    A page too short to show its gutters has those of the fullest page, if nothing on it crosses them.
    """
    gutters = [_gutters(parts, size) for parts in pages]
    fullest = max(range(len(pages)), key=lambda number: len(pages[number]))
    found: list[Column] = []
    for number, parts in enumerate(pages):
        own = gutters[number] or _borrowed(parts, gutters[fullest])
        ordered = _by_bands(parts, own, size) if own else _by_stretches(parts, size)
        found += [Column(number, tuple(joined(column))) for column in ordered]
    return found


def _by_bands(parts: list[Line], gutters: list[Gutter], size: float) -> Iterator[list[Line]]:
    """Rows that cross a gutter, and between them the columns."""
    for crosses, band in _bands(parts, gutters, size):
        yield from [band] if crosses else _sides(band, gutters)


def _by_stretches(parts: list[Line], size: float) -> Iterator[list[Line]]:
    """The columns of a page on which they take too little room to show: those below a text of full width."""
    width = max((part.x1 for part in parts), default=0.0) - min((part.x0 for part in parts), default=0.0)
    whole: list[Line] = []
    for is_wide, rows in groupby(_rows(parts), key=lambda row: _widest(row, size) > _FULL * width):
        stretch = [part for row in rows for part in row]
        gutters = [] if is_wide else _gutters(stretch, size)
        if not gutters:
            whole += stretch
            continue
        yield from [whole] if whole else []
        yield from _by_bands(stretch, gutters, size)
        whole = []
    yield from [whole] if whole else []


def _widest(row: list[Line], size: float) -> float:
    """The width of the longest stretch without a gap that a gutter could be."""
    widest = start = end = 0.0
    for part in row:
        start = part.x0 if part.x0 - end > size else start
        end = part.x1
        widest = max(widest, end - start)
    return widest


def _rows(parts: list[Line]) -> Iterator[list[Line]]:
    """From top to bottom, what stands at one height."""
    row: list[Line] = []
    for part in sorted(parts, key=lambda part: (-part.y, part.x0)):
        if row and row[0].y - part.y > 1:
            yield row
            row = []
        row.append(part)
    if row:
        yield row


def _borrowed(parts: list[Line], gutters: list[Gutter]) -> list[Gutter]:
    is_clear = not any(part.x0 < end - 2 and part.x1 > start + 2 for part in parts for start, end in gutters)
    return gutters if is_clear else []


def _gutters(parts: list[Line], size: float) -> list[Gutter]:
    """The gutters, from left to right."""
    if len(parts) < 2 * _FEWEST_LINES:
        return []
    rows = len({round(part.y / size) for part in parts})
    strips = [strip for strip in _empty_strips(parts, int(_CROSSED * rows), 0.5 * size) if _aligns(parts, strip)]
    bounds = [-inf, *(x for strip in strips for x in strip), inf]
    return [
        strip
        for at, strip in enumerate(strips)
        if all(_is_text(parts, *side) for side in (bounds[2 * at : 2 * at + 2], bounds[2 * at + 2 : 2 * at + 4]))
    ]


def _empty_strips(parts: list[Line], most: int, width: float) -> list[Gutter]:
    """Strips at least so wide that at most so many lines cross, the least crossed part of each."""
    left = min(part.x0 for part in parts)
    steps = [0] * (int(max(part.x1 for part in parts) - left) + 3)
    for part in parts:
        steps[int(part.x0 - left + 0.99)] += 1
        steps[int(part.x1 - left) + 1] -= 1
    found: list[Gutter] = []
    cover: list[int] = []
    total = 0
    for step in steps:
        total += step
        cover.append(total)
    start = 0
    while start < len(cover) - 2:
        end = start
        while end < len(cover) and cover[end] == cover[start]:
            end += 1
        if cover[start] <= most and end - start >= width and start > 0:
            found.append((left + start, left + end))
        start = end
    return found


def _aligns(parts: list[Line], gutter: Gutter) -> bool:
    """Lines end at the left of it, and start one below the other at its right."""
    ending = sum(part.x1 <= gutter[0] + 1 for part in parts)
    starting = sum(gutter[1] - 2 <= part.x0 <= gutter[1] + _ALIGNED for part in parts)
    return min(ending, starting) >= _FEWEST_LINES


def _is_text(parts: list[Line], left: float, right: float) -> bool:
    """What stands between two gutters runs on from line to line, as a table's cells and numbers in a margin don't."""
    inside = [part for part in parts if part.x0 >= left - 2 and part.x1 <= right + 2]
    rows = len({round(part.y) for part in inside})
    return rows >= _FEWEST_LINES and sum(len(part.words) for part in inside) >= _FEWEST_WORDS * rows


def _crosses(part: Line, gutters: list[Gutter]) -> bool:
    return any(part.x0 < start - 2 and part.x1 > end + 2 for start, end in gutters)


def _bands(parts: list[Line], gutters: list[Gutter], size: float) -> Iterator[tuple[bool, list[Line]]]:
    """From top to bottom, rows that cross a gutter and those that don't.

    The last line of a paragraph of full width need not reach the gutter: it goes with the line above it.
    """
    band: list[Line] = []
    crossed = False
    above: list[Line] = []
    for row in _rows(parts):
        crosses = any(_crosses(part, gutters) for part in row) or (
            crossed and _ends_paragraph(row, above, gutters, size)
        )
        if band and crosses != crossed:
            yield crossed, band
            band = []
        band += row
        crossed, above = crosses, row
    if band:
        yield crossed, band


def _ends_paragraph(row: list[Line], above: list[Line], gutters: list[Gutter], size: float) -> bool:
    """Alone in its row, in the type of the line above it and close to it."""
    is_alone = len(row) == 1 and row[0].x1 <= gutters[0][0] + 1
    is_alike = row[0].style == above[0].style and abs(row[0].x0 - above[0].x0) < 2 * size
    return is_alone and is_alike and above[0].y - row[0].y < 1.5 * row[0].style.size


def _sides(band: list[Line], gutters: list[Gutter]) -> list[list[Line]]:
    """The lines of a band, column by column."""
    sides: dict[int, list[Line]] = {}
    for part in band:
        middle = (part.x0 + part.x1) / 2
        sides.setdefault(sum(middle > (start + end) / 2 for start, end in gutters), []).append(part)
    return [sides[side] for side in sorted(sides)]
