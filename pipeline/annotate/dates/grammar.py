"""A chart parser over a few tokens: every reading of every stretch, each worked out once.

It goes from the right to the left, so that whatever a rule needs next has been read already. A stretch is
read as each kind at most once, by the first rule of the file that can: the work grows with the length of
the text, never with its ambiguity.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipeline.annotate.dates.patterns import Sequence

LONGEST = 40
"""No expression has more tokens; what is longer is a list or a joke, and is read in pieces."""
_SHORT = 32


@dataclass(frozen=True, slots=True, eq=False)
class Production:
    """A rule as the parser sees it: `build` gets the slots' values in order; null says that it is none."""

    rank: int
    name: str
    makes: tuple[str, ...]
    build: Callable[[tuple[object, ...]], object | None]
    guards: tuple[str, ...] = ()


class Parsed(NamedTuple):
    """What a stretch of tokens was read as."""

    end: int
    value: object
    production: Production


@dataclass(slots=True, eq=False)
class _Node:
    words: dict[str, "_Node"] = field(default_factory=dict)
    glued_words: dict[str, "_Node"] = field(default_factory=dict)
    slots: dict[str, "_Node"] = field(default_factory=dict)
    glued_slots: dict[str, "_Node"] = field(default_factory=dict)
    done: list[Production] = field(default_factory=list)

    def edge(self, *, is_slot: bool, glued: bool) -> dict[str, "_Node"]:
        if is_slot:
            return self.glued_slots if glued else self.slots
        return self.glued_words if glued else self.words


Cell = dict[str, dict[int, Parsed]]
"""What starts at one token: kind → end → reading."""

Numerals = Callable[[tuple[str, ...], tuple[bool, ...], int], Iterable[tuple[str, int, object]]]
"""Reads the numbers that start at a token: (kind, end, value)."""


class Grammar:
    """Rules as a tree of their steps; `read` gives the cells of a row of tokens."""

    def __init__(self, numerals: Numerals, remembered: int = 4096) -> None:
        self._root = _Node()
        self._numerals = numerals
        self._remembered = lru_cache(maxsize=remembered)(self._read)

    def add(self, sequences: Iterable[Sequence], production: Production) -> None:
        """Learn one rule."""
        for sequence in sequences:
            node = self._root
            for step in sequence:
                node = node.edge(is_slot=step.is_slot, glued=step.glued).setdefault(step.name, _Node())
            node.done.append(production)

    def words(self) -> Iterator[str]:
        """Every word that stands in a rule."""
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            yield from node.words
            yield from node.glued_words
            for edges in (node.words, node.glued_words, node.slots, node.glued_slots):
                nodes.extend(edges.values())

    def read(self, forms: tuple[str, ...], glued: tuple[bool, ...]) -> tuple[Mapping[str, Mapping[int, Parsed]], ...]:
        """The cells of a row of tokens; short rows are remembered, for texts repeat themselves."""
        return self._remembered(forms, glued) if len(forms) <= _SHORT else self._read(forms, glued)

    def _read(self, forms: tuple[str, ...], glued: tuple[bool, ...]) -> tuple[Mapping[str, Mapping[int, Parsed]], ...]:
        cells: list[Cell] = [{} for _ in forms]
        for start in range(len(forms) - 1, -1, -1):
            _Row(forms, glued, cells, start, self._root).fill(self._numerals(forms, glued, start))
        return tuple(cells)


_NOTHING: dict[int, Parsed] = {}
_NUMERAL = Production(-1, "number", (), lambda values: values[0])


class _Row:
    """Everything that starts at one token."""

    __slots__ = ("_agenda", "_cell", "_cells", "_forms", "_glued", "_last", "_root", "_start")

    def __init__(
        self, forms: tuple[str, ...], glued: tuple[bool, ...], cells: list[Cell], start: int, root: _Node
    ) -> None:
        self._forms, self._glued, self._cells, self._start, self._root = forms, glued, cells, start, root
        self._cell = cells[start]
        self._last = min(len(forms), start + LONGEST)
        self._agenda: list[tuple[_Node, int, tuple[object, ...]]] = []

    def fill(self, numerals: Iterable[tuple[str, int, object]]) -> None:
        for kind, end, value in numerals:
            self._enter(kind, Parsed(end, value, _NUMERAL))
        first = self._root.words.get(self._forms[self._start])
        if first is not None:
            self._agenda.append((first, self._start + 1, ()))
        while self._agenda:
            self._advance(*self._agenda.pop())

    def _advance(self, node: _Node, at: int, values: tuple[object, ...]) -> None:
        for production in node.done:
            value = production.build(values)
            if value is not None:
                for kind in production.makes:
                    self._enter(kind, Parsed(at, value, production))
        if at >= self._last:
            return
        self._follow(node.words, node.slots, at, values)
        if self._glued[at] and (node.glued_words or node.glued_slots):
            self._follow(node.glued_words, node.glued_slots, at, values)

    def _follow(self, words: dict[str, _Node], slots: dict[str, _Node], at: int, values: tuple[object, ...]) -> None:
        following = words.get(self._forms[at])
        if following is not None:
            self._agenda.append((following, at + 1, values))
        cell = self._cells[at]
        if not cell:
            return
        for kind, node in slots.items():
            for end, parsed in cell.get(kind, _NOTHING).items():
                self._agenda.append((node, end, (*values, parsed.value)))

    def _enter(self, kind: str, parsed: Parsed) -> None:
        """Keep the reading if none stands there, or only one of a later rule; then see what it can begin."""
        if parsed.end > self._last:
            return
        ends = self._cell.setdefault(kind, {})
        standing = ends.get(parsed.end)
        if standing is not None and standing.production.rank < parsed.production.rank:
            return
        ends[parsed.end] = parsed
        node = self._root.slots.get(kind)
        if node is not None:
            self._agenda.append((node, parsed.end, (parsed.value,)))
