"""Bearers of a surname: whom a surname alone means, or one behind initials.

It means the one full name of other texts that its office points to. Where it stands without any office, it means
somebody of the highest rank, if nobody else of that surname is in office and its text speaks of his or her country.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.resolve.clusters import ENOUGH, Evidence, Joined, Tie, weigh
from pipeline.resolve.person_names import given_agree, sounds
from pipeline.resolve.persons import Facts, Person, shared
from pipeline.resolve.rules import Linking
from pipeline.spelling import surname_sound

SURNAME = Evidence(1.0, "the same surname")
INNER = Evidence(0.5, "a word inside the fuller name")


@dataclass(frozen=True, slots=True)
class Hint:
    """A bare surname is `person` in those texts that speak of the country of his or her office."""

    profile: int
    person: int
    country: str
    reason: str


class Bearers:
    """Who has which surname."""

    def __init__(self, people: Sequence[Person], joined: Joined[Facts], linking: Linking) -> None:
        self._people = people
        self._joined = joined
        self._linking = linking
        self._highest = linking.offices.highest
        self._by_family: dict[str, list[int]] = defaultdict(list)
        self._by_clue: dict[tuple[str, str], list[int]] = defaultdict(list)
        for node, person in enumerate(people):
            if not person.name.short:
                for family in _families(person, linking):
                    self._by_family[family].append(node)
                    for clue in _clues(person):
                        self._by_clue[family, clue].append(node)
                for word in _inner(person):
                    for clue in _clues(person):
                        self._by_clue[word, clue].append(node)
        self._alone = {family for family, nodes in self._by_family.items() if self._one(nodes)}

    def _one(self, nodes: Iterable[int]) -> bool:
        """Whether only one of them holds an office."""
        return len({self._joined.root(n) for n in nodes if _clues(self._people[n])}) == 1

    def ties(self) -> Iterator[Tie]:
        """A short name with the one full name that its office points to."""
        for node, person in enumerate(self._people):
            if person.name.short and person.posts | person.organisations:
                keys = [(person.name.family, clue) for clue in _clues(person)]
                near = sorted({n for key in keys for n in self._by_clue.get(key, ())})
                if tie := self._best(node, near):
                    yield tie

    def hints(self, home: Mapping[int, int]) -> Iterator[Hint]:
        """Bare surnames that the country of a text may tell; `home` is each node's cluster, their `person` a node."""
        for node, person in enumerate(self._people):
            bare = person.name.short and not person.name.given and not person.posts
            if not bare or person.name.family not in self._alone:
                continue
            bearers = [n for n in self._by_family[person.name.family] if _clues(self._people[n])]
            bearer = min(bearers, key=lambda n: (-self._people[n].entities, self._people[n].name.printed))
            if home[node] != home[bearer] and self._joined.apart(node, bearer) is None:
                yield from self._hints(person, bearer)

    def _hints(self, person: Person, bearer: int) -> Iterator[Hint]:
        posts = self._joined.facts(bearer).posts
        names = person.name.printed, self._people[bearer].name.printed
        for title, country in sorted((t, c) for t, c in posts if c and t in self._highest):
            rank = Evidence(1.0, f"{title} of {country}")
            near = Evidence(0.5, f"the text speaks of {country}")
            weight, reason = weigh(names, (SURNAME, only_one(True), rank, near))
            if weight >= ENOUGH:
                yield from (Hint(number, bearer, country, reason) for number in person.profiles)

    def _best(self, node: int, near: Iterable[int]) -> Tie | None:
        """The tie to the one candidate that the evidence speaks for most; none where two are equal."""
        best: dict[int, tuple[float, str, int]] = {}
        one = self._people[node]
        for other in near:
            full = self._people[other]
            if not given_agree(one.name, full.name) or self._joined.apart(node, other):
                continue
            found = (self._likeness(one, full), only_one(one.name.family in self._alone), *shared(one, full))
            weight, why = weigh((one.name.printed, full.name.printed), found)
            root = self._joined.root(other)
            best[root] = max(best.get(root, (0.0, "", 0)), (weight, why, other))
        ranked = sorted(best.values(), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        weight, why, other = ranked[0]
        return Tie(weight, node, other, why)

    def _likeness(self, one: Person, full: Person) -> Evidence:
        return SURNAME if one.name.family in _families(full, self._linking) else INNER


def _inner(person: Person) -> set[str]:
    """What stands inside the name: « Lula » of « Luiz Inácio Lula da Silva »."""
    return {surname_sound(word) for word in person.name.given[2:]}


def _families(person: Person, linking: Linking) -> set[str]:
    """The surname's key; where the surname comes first, the first word's too."""
    first = person.countries & linking.people.surname_first
    return {person.name.family, *(sounds(person.name)[:1] if first else ())}


def _clues(person: Person) -> set[str]:
    return {title for title, _ in person.posts} | set(person.organisations)


def only_one(alone: bool) -> Evidence | None:
    """Nobody else of that surname is known to hold an office."""
    return Evidence(0.5, "nobody else of that surname in office") if alone else None
