"""Counting, and pairing what was found with what is true."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Tally:
    """How many were right, too much, missed; `notes` say which were not right."""

    right: int = 0
    spurious: int = 0
    missed: int = 0
    notes: list[str] = field(default_factory=list)

    def count(self, right: bool, note: str) -> None:
        """One true thing, found rightly or not."""
        self.right += right
        self.missed += not right
        if not right:
            self.notes.append(f"missed    {note}")

    def too_much(self, note: str) -> None:
        """One thing found that is none."""
        self.spurious += 1
        self.notes.append(f"too much  {note}")


Tallies = dict[str, Tally]
Pairs = dict[int, str]


def pair_up(candidates: Iterable[tuple[float, int, str]]) -> Pairs:
    """One to one, best first: {number of the true one: key of the found one}.

    >>> pair_up([(1.0, 0, "a"), (2.0, 1, "a"), (1.0, 0, "b")])
    {1: 'a', 0: 'b'}
    """
    pairs: Pairs = {}
    taken: set[str] = set()
    for _, true, key in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if true not in pairs and key not in taken:
            pairs[true] = key
            taken.add(key)
    return pairs
