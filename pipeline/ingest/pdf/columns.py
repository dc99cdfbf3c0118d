"""Columns: what is read before what on a page.

A gutter is a strip of the page that hardly any line crosses and at the right of which lines start one
below the other. A line that does cross it, such as a headline, parts what stands above from what stands
below; between two such lines each column is read to its end.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.ingest.pdf.lines import Line, joined

_CROSSED = 0.45
"""Share of a page's rows that may cross a gutter."""
_FEWEST_LINES = 3
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
    stretch: list[Line] = []
    was_wide = False
    for row in _rows(parts):
        is_wide = any(part.x1 - part.x0 > _FULL * width for part in row)
        if stretch and is_wide != was_wide:
            yield from _stretch(stretch, was_wide, size)
            stretch = []
        stretch += row
        was_wide = is_wide
    if stretch:
        yield from _stretch(stretch, was_wide, size)


def _stretch(parts: list[Line], is_wide: bool, size: float) -> Iterator[list[Line]]:
    gutters = [] if is_wide else _gutters(parts, size)
    yield from _by_bands(parts, gutters, size) if gutters else [parts]


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
    strips = _empty_strips(parts, int(_CROSSED * rows), 0.5 * size)
    return [strip for strip in strips if _parts_text(parts, strip)]


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


def _parts_text(parts: list[Line], gutter: Gutter) -> bool:
    """Lines end at the left of it, and start one below the other at its right."""
    ending = [part for part in parts if part.x1 <= gutter[0] + 1]
    starting = [part for part in parts if part.x0 >= gutter[1] - 2]
    if min(len(ending), len(starting)) < _FEWEST_LINES:
        return False
    at_edge = sum(part.x0 <= gutter[1] + _ALIGNED for part in starting)
    return at_edge >= _FEWEST_LINES and min(_mean_words(ending), _mean_words(starting)) >= 2


def _mean_words(parts: list[Line]) -> float:
    return sum(len(part.words) for part in parts) / len(parts)


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
