"""A chart parser over a few tokens: every reading of every stretch, each worked out once.

It goes from the right to the left, so that whatever a rule needs next has been read already. A stretch is
read as each kind at most once, by the first rule of the file that can: the work grows with the length of
the text, never with its ambiguity.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.annotate.dates.patterns import Sequence

LONGEST = 40
"""No expression has more tokens; what is longer is a list or a joke, and is read in pieces."""
_REMEMBERED = 8192
_Row = tuple[tuple[str, ...], tuple[bool, ...]]
"""Some tokens' forms, and which of those behind the first follow without a space."""


@dataclass(frozen=True, slots=True, eq=False)
class Production:
    """A rule as the parser sees it: `build` gets the slots' values in order; null says that it is none."""

    rank: int
    name: str
    makes: tuple[str, ...]
    build: Callable[[tuple[object, ...]], object | None]
    guards: tuple[str, ...] = ()


class Parsed(NamedTuple):
    """What so many tokens were read as."""

    length: int
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


_Kinds = dict[str, dict[int, Parsed]]
"""What starts at one token: kind → length → reading."""
_Pending = tuple[_Node, int, tuple[object, ...]]
"""A rule read so far: where in the tree, how many tokens, with which values."""
Standing = tuple[tuple[int, tuple[Parsed, ...]], ...]
"""What of it may stand by itself: each length, with its readings, the preferred first."""


class _Cell(NamedTuple):
    kinds: _Kinds
    standing: Standing


Numerals = Callable[[tuple[str, ...], tuple[bool, ...], int], Iterable[tuple[str, int, object]]]
"""Reads the numbers that start at a token: (kind, end, value)."""


class Grammar:
    """Rules as a tree of their steps; `read` gives the mentions that a row of tokens can hold.

    `mentions` are the kinds that may stand by themselves; of two readings of the same words that of the earlier
    rule comes first, then that of the earlier kind.
    """

    def __init__(self, numerals: Numerals, mentions: Iterable[str]) -> None:
        self._root = _Node()
        self._numerals = numerals
        self._ranks = {kind: rank for rank, kind in enumerate(mentions)}
        self._mentions = frozenset(self._ranks)
        self.made: dict[str, set[Sequence]] = {}
        self._cells: dict[_Row, _Cell] = {}

    def add(self, sequences: Iterable[Sequence], production: Production) -> None:
        """Learn one rule."""
        for sequence in sequences:
            node = self._root
            for step in sequence:
                node = node.edge(is_slot=step.is_slot, glued=step.glued).setdefault(step.name, _Node())
            node.done.append(production)
            for kind in production.makes:
                self.made.setdefault(kind, set()).add(sequence)

    def words(self) -> Iterator[str]:
        """Every word that stands in a rule."""
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            yield from node.words
            yield from node.glued_words
            for edges in (node.words, node.glued_words, node.slots, node.glued_slots):
                nodes.extend(edges.values())

    def outermost(self) -> tuple[set[str], set[str]]:
        """The words that a mention can begin with, and those that it can end with; numbers apart."""
        return self._reached(0), self._reached(-1)

    def _reached(self, side: int) -> set[str]:
        words: set[str] = set()
        kinds, waiting = set(self._ranks), list(self._ranks)
        while waiting:
            for sequence in self.made.get(waiting.pop(), ()):
                step = sequence[side]
                if not step.is_slot:
                    words.add(step.name)
                elif step.name not in kinds:
                    kinds.add(step.name)
                    waiting.append(step.name)
        return words

    def read(self, forms: tuple[str, ...], glued: tuple[bool, ...]) -> Iterator[tuple[int, Standing]]:
        """The tokens, from the right, that a mention can start at, with what it can be."""
        cells: list[_Cell] = []
        for start in range(len(forms) - 1, -1, -1):
            row = forms[start : start + LONGEST], glued[start + 1 : start + LONGEST]
            cell = self._cells.get(row)
            if cell is None:
                cell = self._learnt(row, cells)
            cells.append(cell)
            if cell.standing:
                yield start, cell.standing

    def _learnt(self, row: _Row, cells: list[_Cell]) -> _Cell:
        """What starts a row, worked out; kept, for texts repeat themselves."""
        if len(self._cells) >= _REMEMBERED:
            self._cells.clear()
        kinds = self._kinds_of(*row, cells)
        cell = self._cells[row] = _Cell(kinds, self._standing(kinds))
        return cell

    def _standing(self, kinds: _Kinds) -> Standing:
        if self._mentions.isdisjoint(kinds):
            return ()
        here: dict[int, list[tuple[int, int, Parsed]]] = {}
        for kind, lengths in kinds.items():
            rank = self._ranks.get(kind)
            if rank is not None:
                for length, parsed in lengths.items():
                    here.setdefault(length, []).append((parsed.production.rank, rank, parsed))
        for readings in here.values():
            readings.sort(key=_by_rank)
        return tuple((length, tuple(parsed for _, _, parsed in readings)) for length, readings in here.items())

    def _kinds_of(self, forms: tuple[str, ...], glued: tuple[bool, ...], cells: list[_Cell]) -> _Kinds:
        """Everything that starts a row; `cells`, from the right, are those of the tokens behind its first."""
        count = len(forms)
        kinds: _Kinds = {}
        agenda: list[_Pending] = []
        for kind, length, value in self._numerals(forms, (False, *glued), 0):
            self._enter(kinds, agenda, count, (kind,), Parsed(length, value, _NUMERAL))
        if (first := self._root.words.get(forms[0])) is not None:
            agenda.append((first, 1, ()))
        while agenda:
            node, at, values = agenda.pop()
            for production in node.done:
                value = production.build(values)
                if value is not None:
                    self._enter(kinds, agenda, count, production.makes, Parsed(at, value, production))
            if at < count:
                form, ahead = forms[at], cells[-at].kinds
                _follow(node.words, node.slots, form, ahead, count, at, values, agenda)
                if glued[at - 1]:
                    _follow(node.glued_words, node.glued_slots, form, ahead, count, at, values, agenda)
        return kinds

    def _enter(self, found: _Kinds, agenda: list[_Pending], count: int, kinds: Iterable[str], parsed: Parsed) -> None:
        """Keep a reading if none stands there, or only one of a later rule; then see what it can begin."""
        length, value, production = parsed
        for kind in kinds:
            lengths = found.get(kind)
            if lengths is None:
                found[kind] = {length: parsed}
            elif length in lengths and lengths[length].production.rank < production.rank:
                continue
            else:
                lengths[length] = parsed
            node = self._root.slots.get(kind)
            if node is not None and (node.done or length < count):
                agenda.append((node, length, (value,)))


def _follow(
    words: Mapping[str, _Node],
    slots: Mapping[str, _Node],
    form: str,
    ahead: _Kinds,
    count: int,
    at: int,
    values: tuple[object, ...],
    agenda: list[_Pending],
) -> None:
    """Go on with the next word, and with whatever starts there and ends within the row."""
    if form in words:
        agenda.append((words[form], at + 1, values))
    if slots and ahead:
        for kind, node in slots.items():
            if kind in ahead:
                for length, parsed in ahead[kind].items():
                    if at + length <= count:
                        agenda.append((node, at + length, (*values, parsed.value)))


def _by_rank(reading: tuple[int, int, Parsed]) -> tuple[int, int]:
    return reading[:2]


_NUMERAL = Production(-1, "number", (), lambda values: values[0])
