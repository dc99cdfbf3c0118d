"""Words on one baseline make a line."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from pipeline.ingest.pdf.words import Word

_LEVEL = 0.3
"""Baselines closer than this share of the size are one."""
_RAISED = 0.6
"""A raised or lowered word is no further off; a drop cap is, or is much larger than its neighbour."""
_BULLETS = frozenset("•▪◦‣●■□➢►✓∙")
_CELL = 1.3
_WIDE_GAP = 0.7
"""A gap wider than this share of the size may be a gutter between columns; it may be a loose line, too."""


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look: their size in half points, their weight and slant."""

    size: float
    bold: bool
    italic: bool

    def is_near(self, other: "Style") -> bool:
        """Of about the same size and weight; a scanner's guesses of size vary from line to line."""
        return 0.87 * other.size < self.size < 1.15 * other.size and self.bold == other.bold


@dataclass(frozen=True)
class Line:
    """Words on one baseline, from left to right; `cells` are the words before which there is much white."""

    words: tuple[Word, ...]
    cells: tuple[int, ...] = (0,)
    y: float = field(init=False)

    def __post_init__(self) -> None:
        tallest = max(self.words, key=lambda word: word.size)
        object.__setattr__(self, "y", tallest.y)

    @cached_property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Right edge."""
        return max(word.x1 for word in self.words)

    @cached_property
    def text(self) -> str:
        """The words with single spaces between them."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def is_item(self) -> bool:
        """It starts with a sign that only lists have."""
        return self.words[0].text[0] in _BULLETS

    @cached_property
    def style(self) -> Style:
        """The style of most of its letters; bold only where every word is."""
        sizes: Counter[float] = Counter()
        slanted = 0
        for word in self.words:
            sizes[round(word.size * 2) / 2] += len(word.text)
            slanted += len(word.text) if word.font.italic else 0
        size = max(sizes, key=lambda key: (sizes[key], key))
        return Style(size, all(word.font.bold for word in self.words), 2 * slanted > sizes.total())


def pieces(words: Iterable[Word]) -> Iterator[Line]:
    """Stretches of words in the file's order that stand side by side without a wide gap.

    A raised or lowered smaller word stays with the one that it follows, and raised letters (« 1er ») are its end.
    """
    row: list[Word] = []
    for word in words:
        if row and not _continues(row, word):
            yield Line(tuple(row))
            row = []
        if row and _ends_word(row[-1], word):
            row[-1] = replace(row[-1], text=row[-1].text + word.text, x1=word.x1)
        else:
            row.append(word)
    if row:
        yield Line(tuple(row))


def _continues(row: list[Word], word: Word) -> bool:
    last = row[-1]
    size = max(last.size, word.size)
    gap = word.x0 - last.x1
    if not -0.5 * size < gap < _WIDE_GAP * size:
        return False
    if abs(word.y - last.y) <= _LEVEL * min(last.size, word.size):
        return max(last.size, word.size) < 1.6 * min(last.size, word.size)
    smaller = min(last.size, word.size) / size
    return 0.45 < smaller < 0.85 and abs(word.y - last.y) < _RAISED * size and gap < 0.25 * size


def _ends_word(word: Word, raised: Word) -> bool:
    is_raised = raised.y - word.y > _LEVEL * raised.size and raised.size < 0.85 * word.size
    return is_raised and raised.x0 - word.x1 < 0.2 * word.size and raised.text.rstrip(".,;)").isalpha()


def joined(parts: Iterable[Line]) -> list[Line]:
    """The lines of one column, from top to bottom: what stands on one baseline is put together."""
    rows: list[list[Line]] = []
    for part in sorted(parts, key=lambda line: (-line.y, line.x0)):
        if rows and _is_level(rows[-1][-1], part):
            rows[-1].append(part)
        else:
            rows.append([part])
    return [_side_by_side(row) for row in rows]


def _is_level(one: Line, other: Line) -> bool:
    sizes = one.style.size, other.style.size
    return abs(one.y - other.y) <= _LEVEL * min(sizes) and max(sizes) < 1.25 * min(sizes)


def _side_by_side(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    words = sorted((word for part in row for word in part.words), key=lambda word: word.x0)
    wide = (at for at, (a, b) in enumerate(pairwise(words), 1) if b.x0 - a.x1 > _CELL * max(a.size, b.size))
    return Line(tuple(words), (0, *wide))
