"""People across texts: which names are one person's.

A full name is the same person wherever it stands; spelled or ordered otherwise it is if nothing speaks against
it; a surname alone only if the office and the country of its text say so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.resolve.bearers import Bearers, Hint
from pipeline.resolve.clusters import Cluster, Evidence, Joined, Tie, weigh
from pipeline.resolve.corrections import Decisions
from pipeline.resolve.offices import Posts
from pipeline.resolve.person_names import any_order, bones, sounds
from pipeline.resolve.persons import Person, against, facts, merged, nodes, shared
from pipeline.resolve.profiles import Profile
from pipeline.resolve.rules import Linking

Found = list[tuple[tuple[int, ...], tuple[str, ...]]]
"""The profiles' numbers and the reasons, for each person."""


def cluster(
    profiles: Iterable[Profile], posts: Posts, linking: Linking, decisions: Decisions
) -> tuple[Found, list[Hint]]:
    """The people, and what only the single texts can decide; a hint's `person` counts into the people."""
    people = nodes(profiles, posts, linking)
    highest = linking.offices.highest
    joined = Joined([facts(p, decisions) for p in people], merged, lambda a, b: against(a, b, highest))
    joined.tie(decisions.ties([(person.name.printed, person.profiles) for person in people]))
    joined.tie(_full_names(people))
    joined.tie(_fuller_names(people))
    joined.tie(_adapted_names(people))
    bearers = Bearers(people, joined, linking)
    joined.tie(bearers.ties())
    clusters = joined.clusters()
    home = {node: number for number, found in enumerate(clusters) for node in found.nodes}
    hints = [replace(hint, person=home[hint.person]) for hint in bearers.hints(home)]
    return [_numbers(people, found) for found in clusters], hints


def _numbers(people: Sequence[Person], found: Cluster) -> tuple[tuple[int, ...], tuple[str, ...]]:
    members = [people[node] for node in found.nodes]
    alike = {f"{m.name.printed}: the same name in several texts" for m in members if m.entities > 1}
    return tuple(number for m in members for number in m.profiles), tuple(sorted({*found.reasons, *alike}))


def _full_names(people: Sequence[Person]) -> Iterator[Tie]:
    """Full names of the same words but for spelling and order."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for node, person in enumerate(people):
        if not person.name.short:
            alike[any_order(person.name)].append(node)
    for group in alike.values():
        hub, *others = sorted(group, key=lambda n: (-people[n].entities, people[n].name.printed))
        for node in others:
            one, other = people[hub], people[node]
            found = (same_sound(one, other), other_order(one, other), *shared(one, other))
            weight, why = weigh((one.name.printed, other.name.printed), found)
            yield Tie(weight, hub, node, why)


def _fuller_names(people: Sequence[Person]) -> Iterator[Tie]:
    """Full names of which one leaves words out, if both hold the same office: patronymics, second given names."""
    alike: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for node, person in enumerate(people):
        if not person.name.short:
            first, *inner, last = heard = sounds(person.name)
            ends = {(first, last), *((first, word) for word in heard[1:2]), *((word, last) for word in inner)}
            for title, _ in person.posts:
                for start, end in ends:
                    alike[start, end, title].append(node)
    for group in alike.values():
        hub, *others = sorted(group, key=lambda n: (-len(sounds(people[n].name)), people[n].name.printed))
        for node in others:
            one, other = people[node], people[hub]
            weight, why = weigh((one.name.printed, other.name.printed), (left_out(one, other), *shared(one, other)))
            if left_out(one, other):
                yield Tie(weight, node, hub, why)


def _adapted_names(people: Sequence[Person]) -> Iterator[Tie]:
    """One surname, one office of one country, and given names of the same consonants: « Alexandre », « Aleksander »."""
    alike: dict[tuple[tuple[str, str], str, str], list[int]] = defaultdict(list)
    for node, person in enumerate(people):
        if not person.name.short:
            for title, country in person.posts:
                if country and title:
                    alike[bones(person.name), title, country].append(node)
    for group in alike.values():
        hub, *others = sorted(group, key=lambda n: (-people[n].entities, people[n].name.printed))
        for node in others:
            one, other = people[hub], people[node]
            weight, why = weigh((one.name.printed, other.name.printed), (_ADAPTED, *shared(one, other)))
            yield Tie(weight, hub, node, why)


_ADAPTED = Evidence(1.0, "the same surname and a given name adapted")


def left_out(one: Person, other: Person) -> Evidence | None:
    """All words of one name stand in the other's, in their order."""
    words = iter(sounds(other.name))
    inside = len(sounds(one.name)) < len(sounds(other.name)) and all(word in words for word in sounds(one.name))
    return Evidence(1.5, "a part of the fuller name") if inside else None


def same_sound(one: Person, other: Person) -> Evidence | None:
    """The same words in the same order, written in another alphabet's stead."""
    if sounds(one.name) != sounds(other.name):
        return None
    return Evidence(3.0, "the same name in another spelling")


def other_order(one: Person, other: Person) -> Evidence | None:
    """The same words with the surname first; sure where capitals or three words show it."""
    if sounds(one.name) == sounds(other.name):
        return None
    clear = one.name.marked or other.name.marked or len(any_order(one.name)) > 2
    return Evidence(3.0 if clear else 2.0, "the same words in another order")
