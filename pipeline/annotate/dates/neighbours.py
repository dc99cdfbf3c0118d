"""Which words can stand side by side within a time expression: where two can't, nothing reaches across."""

from collections.abc import Collection, Mapping
from itertools import pairwise

from pipeline.annotate.dates.numbers import KINDS
from pipeline.annotate.dates.patterns import Sequence, Step

FIGURES = "0"
"""Stands for any figures."""

Made = Mapping[str, Collection[Sequence]]
"""The sequences of steps that make each kind."""


class Neighbours(dict[tuple[str, str], bool]):
    """Two forms → whether the second can follow the first; looked up once for each two that a text has."""

    def __init__(self, made: Made, first: Collection[str], last: Collection[str], inner: Collection[str]) -> None:
        """Take what makes each kind, and the words that numbers begin with, end with, and hold."""
        super().__init__()
        begins, ends = _outermost(made, 0, {FIGURES, *first}), _outermost(made, -1, {FIGURES, *last})
        known = sorted({FIGURES, *inner}.union(*begins.values(), *ends.values(), _words(made)))
        self._bits = {word: 1 << at for at, word in enumerate(known)}
        numbers = {FIGURES, *inner}
        self._following = dict.fromkeys(numbers, self._set(numbers))
        for before, after in {pair for sequences in made.values() for one in sequences for pair in pairwise(one)}:
            follows = self._set(_at_edge(after, begins))
            for word in _at_edge(before, ends):
                self._following[word] = self._following.get(word, 0) | follows

    def _set(self, words: Collection[str]) -> int:
        bits = 0
        for word in words:
            bits |= self._bits[word]
        return bits

    def __missing__(self, pair: tuple[str, str]) -> bool:
        before, after = (FIGURES if form.isdecimal() else form for form in pair)
        found = self[pair] = bool(self._following.get(before, 0) & self._bits.get(after, 0))
        return found


def _words(made: Made) -> set[str]:
    return {step.name for sequences in made.values() for one in sequences for step in one if not step.is_slot}


def _at_edge(step: Step, edges: Mapping[str, set[str]]) -> Collection[str]:
    return edges[step.name] if step.is_slot else (step.name,)


def _outermost(made: Made, side: int, number: set[str]) -> dict[str, set[str]]:
    """The words at one edge of each kind: `number`, if numbers make it, and what begins or ends its sequences."""
    steps = {kind: {one[side] for one in sequences} for kind, sequences in made.items()}
    slots = {step.name for sequences in made.values() for one in sequences for step in one if step.is_slot}
    words = {kind: {step.name for step in steps.get(kind, ()) if not step.is_slot} for kind in {*slots, *made}}
    for kind in slots:
        if kind in KINDS:
            words[kind] |= number
    changing = True
    while changing:
        changing = False
        for kind, edges in steps.items():
            before = len(words[kind])
            for step in edges:
                if step.is_slot:
                    words[kind] |= words[step.name]
            changing = changing or len(words[kind]) > before
    return words
