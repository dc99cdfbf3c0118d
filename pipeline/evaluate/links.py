"""Links across texts: what is one should have one id, and what is not should not."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from pipeline.evaluate.gold import Gold, Groups

Item = tuple[str, str]
"""A text, and the gold name or title that stands in it."""


@dataclass(frozen=True)
class Links:
    """Of one table: how many `pairs` of two texts are one, which of them have not one id, which others have one."""

    pairs: int
    split: tuple[tuple[Item, Item], ...]
    false: tuple[tuple[Item, Item], ...]

    @property
    def linked(self) -> int:
        """How many pairs have one id."""
        return self.pairs - len(self.split)


def links(table: str, groups: Groups, gold: Mapping[str, Gold], ids: Mapping[Item, str]) -> Links:
    """Compare the ids found for the items of a table with the groups of items that are one."""
    here = [[(text, name) for text, name in group if text in gold] for group in groups]
    pairs = sorted({(a, b) for group in here for a, b in combinations(sorted(group), 2)})
    split = [(a, b) for a, b in pairs if a not in ids or ids[a] != ids.get(b)]
    optional = {(text, name) for text in gold for name in _optional(gold[text], table)}
    by_id: dict[str, list[Item]] = {}
    for item in sorted(ids.keys() - optional):
        by_id.setdefault(ids[item], []).append(item)
    same = [pair for items in by_id.values() for pair in combinations(items, 2)]
    false = [(a, b) for a, b in same if a[0] != b[0] and (a, b) not in set(pairs)]
    return Links(len(pairs), tuple(split), tuple(sorted(false)))


def _optional(gold: Gold, table: str) -> list[str]:
    if table == "events":
        return [event.title for event in gold.events if event.optional]
    return [entity.name for entity in getattr(gold, table) if entity.optional]
