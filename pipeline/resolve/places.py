"""Places across texts: by the gazetteer's entry where the text points to one, else by name and country."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.gazetteer import Gazetteer, Place
from pipeline.resolve.clusters import Joined, Tie
from pipeline.resolve.corrections import Decisions, told_apart
from pipeline.resolve.organisations import most
from pipeline.resolve.profiles import Profile
from pipeline.spelling import fold, sound

Key = tuple[str, str | None, Place | None]
"""A folded name with its country, or an entry's own."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cluster: its entry in the gazetteer, or what its texts say of it."""

    profiles: tuple[int, ...]
    reasons: tuple[str, ...]
    entry: Place | None
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a cluster that can speak against a tie."""

    entries: frozenset[str]
    countries: frozenset[str]
    told: frozenset[tuple[int, str]]


def cluster(
    profiles: Iterable[Profile], gazetteer: Gazetteer, function_words: frozenset[str], decisions: Decisions
) -> list[Spot]:
    """The places of all texts."""
    groups: dict[Key, list[Profile]] = defaultdict(list)
    for profile in profiles:
        entry = gazetteer.by_id(profile.place) if profile.place else None
        name = entry.name if entry else profile.name
        groups[fold(name), None if entry else profile.country, entry].append(profile)
    nodes = list(groups.items())
    numbers = [tuple(profile.number for profile in group) for _, group in nodes]
    facts = [_facts(key, decisions.told(own)) for (key, _), own in zip(nodes, numbers, strict=True)]
    joined = Joined(facts, _merged, _against)
    joined.tie(decisions.ties([(name, own) for ((name, _, _), _), own in zip(nodes, numbers, strict=True)]))
    joined.tie(_same_name([key for key, _ in nodes], function_words))
    return [_spot([nodes[n] for n in found.nodes], found.reasons) for found in joined.clusters()]


def _facts(key: Key, told: frozenset[tuple[int, str]]) -> Facts:
    _, country, entry = key
    return Facts(frozenset([entry.id] if entry else []), frozenset([country] if country else []), told)


def _merged(a: Facts, b: Facts) -> Facts:
    return Facts(a.entries | b.entries, a.countries | b.countries, a.told | b.told)


def _against(a: Facts, b: Facts) -> str | None:
    if told := told_apart(a.told, b.told):
        return told
    if a.entries and b.entries and a.entries != b.entries:
        return "two entries of the gazetteer"
    return "two countries" if a.countries and b.countries and a.countries != b.countries else None


def _same_name(keys: Sequence[Key], function_words: frozenset[str]) -> list[Tie]:
    """Places without an entry, alike but for spelling; one of no known country if its namesakes have one only."""
    namesakes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, (name, _, entry) in enumerate(keys):
        if entry is None:
            namesakes[tuple(sound(word) for word in name.split() if word not in function_words)].append(number)
    ties = []
    for numbers in namesakes.values():
        if len({keys[n][1] for n in numbers} - {None}) > 1:
            numbers = [n for n in numbers if keys[n][1]]
        ties += [Tie(3.0, numbers[0], n, f"{keys[numbers[0]][0]} = {keys[n][0]}: the same name") for n in numbers[1:]]
    return ties


def _spot(nodes: list[tuple[Key, list[Profile]]], reasons: tuple[str, ...]) -> Spot:
    entry = next((entry for (_, _, entry), _ in nodes if entry), None)
    kinds: Counter[str] = Counter()
    for _, profiles in nodes:
        for profile in profiles:
            kinds[profile.kind or "site"] += profile.entities
    return Spot(
        profiles=tuple(p.number for _, profiles in nodes for p in profiles),
        reasons=reasons,
        entry=entry,
        kind=entry.kind if entry else most(kinds) or "site",
        country=entry.country if entry else next((c for (_, c, _), _ in nodes if c), None),
    )
