"""What stands on every page and belongs to none: running heads, feet, page numbers.

They are looked for in the outermost rows only. What is repeated from page to page at the same height, but
for its numbers, is one; on a page without a like, so is a row apart from the rest that holds the page's
number, or that fills both ends of the line and nothing between.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.ingest.pdf.lines import Line

_ROWS = 2
"""So many rows at the top and at the foot may be furniture."""
_NUMBER = re.compile(r"\W*(?:[^\W\d]{1,5}\.? ?)?\d{1,3}(?: ?(?:/|[^\W\d]{1,3}) ?\d{1,3})?\W*")
_APART = 1.45
"""A row apart is at least so many sizes away from the next one."""
_LEVEL = 2.0
_EMPTY_SHARE = 0.2
_MOST_LETTERS = 120


@dataclass(frozen=True, slots=True)
class Row:
    """Everything on one baseline of a page, in whatever columns."""

    parts: tuple[Line, ...]
    is_head: bool
    gap: float

    @property
    def text(self) -> str:
        """The parts from left to right."""
        return " ".join(part.text for part in sorted(self.parts, key=lambda part: part.x0))

    @property
    def likeness(self) -> "Likeness":
        """What it shares with its like on other pages."""
        size = max(part.style.size for part in self.parts)
        return re.sub(r"\d+", "#", self.text.casefold()), self.is_head, size


Likeness = tuple[str, bool, float]
Furniture = tuple[Line, str]
"""A line and the kind of its mark."""


def furniture(pages: list[list[Line]], size: float) -> list[list[Furniture]]:
    """The furniture of each page, as it stands there; `size` is that of the document's text."""
    rows = [list(_outer_rows(parts)) for parts in pages]
    seen = Counter(likeness for page in rows for likeness in {row.likeness for row in page})
    return [
        [piece for row in _chosen(page, seen, number, size) for piece in _named(row)]
        for number, page in enumerate(rows, 1)
    ]


def _outer_rows(parts: list[Line]) -> Iterator[Row]:
    """The first and last rows of a page, the outermost first on either side."""
    heights: dict[float, list[Line]] = {}
    level = float("inf")
    for part in sorted(parts, key=lambda part: -part.y):
        level = level if level - part.y < _LEVEL else part.y
        heights.setdefault(level, []).append(part)
    levels = list(heights)
    for at in range(min(_ROWS, len(levels) // 2)):
        yield Row(tuple(heights[levels[at]]), True, levels[at] - levels[at + 1])
    for at in range(len(levels) - 1, len(levels) - 1 - min(_ROWS, len(levels) // 2), -1):
        yield Row(tuple(heights[levels[at]]), False, levels[at - 1] - levels[at])


def _chosen(rows: list[Row], seen: Counter[Likeness], number: int, size: float) -> Iterator[Row]:
    """From the outermost row inwards, as long as one is furniture."""
    for is_head in (True, False):
        for row in (row for row in rows if row.is_head is is_head):
            is_apart = row.gap >= _APART * size and len(row.text) <= _MOST_LETTERS
            if not is_apart or not (_is_repeated(row, seen) or _is_marked(row, rows, number, size)):
                break
            yield row


def _is_repeated(row: Row, seen: Counter[Likeness]) -> bool:
    return seen[row.likeness] > 1 and any(letter.isalnum() for letter in row.text)


def _is_marked(row: Row, rows: list[Row], number: int, size: float) -> bool:
    """By the number of its page, or by filling both ends of the line."""
    if max(part.style.size for part in row.parts) > 1.2 * size:
        return False
    if not row.is_head and str(number) in re.findall(r"\d+", row.text) and len(row.text.split()) <= 10:
        return True
    return row.is_head and _fills_both_ends(row, rows)


def _fills_both_ends(row: Row, rows: list[Row]) -> bool:
    left = min(part.x0 for other in rows for part in other.parts)
    right = max(part.x1 for other in rows for part in other.parts)
    ends = sorted(row.parts, key=lambda part: part.x0)
    widest = max((after.x0 - before.x1 for before, after in itertools.pairwise(ends)), default=0)
    return widest > _EMPTY_SHARE * (right - left) and ends[0].x0 < left + 3 and ends[-1].x1 > right - 3


def _named(row: Row) -> Iterator[Furniture]:
    for part in sorted(row.parts, key=lambda part: part.x0):
        is_number = _NUMBER.fullmatch(part.text) is not None
        yield part, "page_number" if is_number else "running_head" if row.is_head else "footer"
