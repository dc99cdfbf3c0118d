"""How a document is set: its type, its leading, its indents, the edges of its columns."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.ingest.pdf.columns import Column
from pipeline.ingest.pdf.lines import Line, Style

SMALL, LARGE = 0.87, 1.08
"""So many times the size of the text is small print, is large type."""
_FREQUENT = 0.15
"""An edge that fewer of a column's lines share is an accident."""
_NARROW = 1.0
_LONG = 0.75
_ENOUGH = 5
_FULL_COLUMN = 8
"""A column of so many lines shows its own edges."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What most of a document's text looks like; `indent` is null where paragraphs have none."""

    style: Style
    leading: float
    indent: float | None
    is_justified: bool

    @property
    def size(self) -> float:
        """Size of the text, in points."""
        return self.style.size


@dataclass(frozen=True, slots=True)
class Edges:
    """Where a column's full lines start and end, and how far its longest reaches."""

    left: float
    right: float
    reach: float


def text_style(lines: Iterable[Line]) -> Style:
    """The style that most letters have."""
    letters: Counter[Style] = Counter()
    for line in lines:
        letters[line.style] += len(line.text)
    return max(letters, key=lambda style: (letters[style], style.size, style.bold, style.italic))


def edges(columns: list[Column], style: Style) -> list[Edges]:
    """The edges of each column; one of a few lines takes those of a fuller one that starts where it does."""
    own = [
        _own_edges([line for line in column.lines if line.style.is_near(style)] or list(column.lines))
        for column in columns
    ]
    is_full = [len(column.lines) >= _FULL_COLUMN for column in columns]
    full = [edge for edge, sure in zip(own, is_full, strict=True) if sure]
    return [edge if sure else _fuller(edge, full) for edge, sure in zip(own, is_full, strict=True)]


def _own_edges(lines: list[Line]) -> Edges:
    lefts = Counter(round(line.x0) for line in lines)
    rights = Counter(round(line.x1) for line in lines)
    least = max(2, _FREQUENT * len(lines)) if len(lines) > 2 else 1
    left = min((x for x in lefts if lefts[x] + lefts[x + 1] >= least), default=min(lefts))
    right = max((x for x in rights if rights[x] + rights[x - 1] >= least), default=max(rights))
    return Edges(left, max(left + 1, right), max(line.x1 for line in lines))


def _fuller(edge: Edges, full: list[Edges]) -> Edges:
    like = [other for other in full if abs(other.left - edge.left) <= 3 and other.reach >= edge.right - 3]
    return min(like, key=lambda other: other.reach, default=edge)


def measures(columns: list[Column], sides: list[Edges], style: Style) -> Measures:
    """Take the measures of a document from its columns."""
    pairs = [(a, b) for column in columns for a, b in zip(column.lines, column.lines[1:], strict=False)]
    steps = Counter(
        round(a.y - b.y, 1)
        for a, b in pairs
        if a.style.is_near(style) and b.style.is_near(style) and a.y - b.y > 0.5 * style.size
    )
    leading = max(steps, key=lambda step: (steps[step], -step), default=1.2 * style.size)
    text = [
        (line, side)
        for column, side in zip(columns, sides, strict=True)
        for line in column.lines
        if line.style.is_near(style)
    ]
    long = [(line, side) for line, side in text if line.x1 - line.x0 > _LONG * (side.reach - side.left)]
    full = sum(abs(side.right - line.x1) < 0.35 * style.size for line, side in long)
    return Measures(style, leading, _indent(columns, sides, style), len(long) >= _ENOUGH and full > 0.5 * len(long))


def _indent(columns: list[Column], sides: list[Edges], style: Style) -> float | None:
    """How far first lines are set in, by the lines that alone among their neighbours are."""
    found: Counter[float] = Counter()
    for column, side in zip(columns, sides, strict=True):
        shifts = [line.x0 - side.left if line.style.is_near(style) else None for line in column.lines]
        follows_item = [False, *(line.is_item for line in column.lines)]
        for (before, shift, after), hangs in zip(_triples(shifts), follows_item, strict=False):
            is_alone = not hangs and (before is None or before < _NARROW) and (after is not None and after < _NARROW)
            if shift is not None and 0.5 * style.size < shift < 5 * style.size and is_alone:
                found[round(shift * 2) / 2] += 1
    best = max(found, key=lambda shift: (found[shift], -shift), default=0.0)
    return best if found[best] > 1 else None


def _triples(values: list[float | None]) -> Iterator[tuple[float | None, float | None, float | None]]:
    return zip([None, *values], values, [*values[1:], None], strict=False)
