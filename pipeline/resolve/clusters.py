"""Clusters: which of many nodes are one, from ties that speak for it and facts that speak against it.

A node is a distinct name with what the texts say of it, never a mention. Ties are taken strongest first, and one
is made only if nothing known of either side speaks against it: what keeps two apart outranks likeness. The
outcome depends on the nodes' contents alone, never on the order in which they came.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of evidence found: what it weighs and a phrase why."""

    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two nodes that may be one: the sum of what speaks for it, and the sentence."""

    weight: float
    left: int
    right: int
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Nodes that are one, in ascending order, and the sentences why."""

    nodes: tuple[int, ...]
    reasons: tuple[str, ...]


ENOUGH = 3.0
"""Two nodes are one from this weight on."""


def weigh(names: tuple[str, str], found: Iterable[Evidence | None]) -> tuple[float, str]:
    """The sum of what was found, and a sentence of it.

    >>> weigh(("Guiaugué", "Sylvain Guiaugué"), [Evidence(1, "same surname"), None, Evidence(2, "both ambassadeur")])
    (3, 'Guiaugué = Sylvain Guiaugué: same surname, both ambassadeur')
    """
    pieces = [piece for piece in found if piece]
    return sum(piece.weight for piece in pieces), f"{names[0]} = {names[1]}: {', '.join(p.why for p in pieces)}"


class Joined(Generic[Facts]):
    """Nodes on their way to clusters; `merge` brings two sides' facts together, `against` says what forbids it."""

    def __init__(
        self,
        facts: Sequence[Facts],
        merge: Callable[[Facts, Facts], Facts],
        against: Callable[[Facts, Facts], str | None],
    ) -> None:
        self._facts = list(facts)
        self._merge = merge
        self._against = against
        self._parent = list(range(len(self._facts)))
        self._reasons: dict[int, set[str]] = {}

    def root(self, node: int) -> int:
        """The node that stands for the cluster of this one."""
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def facts(self, node: int) -> Facts:
        """All that is known of the node's cluster."""
        return self._facts[self.root(node)]

    def apart(self, left: int, right: int) -> str | None:
        """What keeps the clusters of two nodes apart."""
        a, b = self.root(left), self.root(right)
        return None if a == b else self._against(self._facts[a], self._facts[b])

    def tie(self, ties: Iterable[Tie], enough: float = ENOUGH) -> None:
        """Make the ties that weigh enough and that nothing speaks against, the strongest first."""
        for tie in sorted(ties, key=lambda t: (-t.weight, t.reason, t.left, t.right)):
            if tie.weight >= enough and self.apart(tie.left, tie.right) is None:
                self._unite(tie)

    def clusters(self) -> list[Cluster]:
        """Every cluster, in the order of its first node."""
        nodes: dict[int, list[int]] = {}
        for node in range(len(self._parent)):
            nodes.setdefault(self.root(node), []).append(node)
        return [Cluster(tuple(n), tuple(sorted(self._reasons.get(root, ())))) for root, n in nodes.items()]

    def _unite(self, tie: Tie) -> None:
        low, high = sorted((self.root(tie.left), self.root(tie.right)))
        if low == high:
            return
        self._parent[high] = low
        self._facts[low] = self._merge(self._facts[low], self._facts[high])
        self._reasons[low] = self._reasons.get(low, set()) | self._reasons.pop(high, set()) | {tie.reason}
