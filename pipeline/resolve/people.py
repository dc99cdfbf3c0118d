"""People across texts: which names are one person's.

A full name is the same person wherever it stands; spelled or ordered otherwise it is if nothing speaks against
it; a surname alone only if the office and the country of its text say so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.resolve.clusters import Cluster, Evidence, Joined, Tie, weigh
from pipeline.resolve.corrections import Decisions, told_apart
from pipeline.resolve.offices import Post, Posts, impossible, same_country, same_post
from pipeline.resolve.person_names import PersonName, any_order, given_agree, parted, sounds
from pipeline.resolve.profiles import Profile
from pipeline.resolve.rules import Linking
from pipeline.spelling import fold, words


@dataclass(frozen=True, slots=True)
class Person:
    """A node: a name of one gender; a short name besides of one set of posts, for it may be anybody's."""

    name: PersonName
    gender: str | None
    posts: frozenset[Post]
    organisations: frozenset[str]
    entities: int
    profiles: tuple[int, ...]

    @property
    def countries(self) -> frozenset[str]:
        """The countries of the posts."""
        return frozenset(country for _, country in self.posts if country)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a cluster that can speak against a tie."""

    genders: frozenset[str]
    full: tuple[PersonName, ...]
    posts: frozenset[Post]
    told: frozenset[tuple[int, str]]


def cluster(
    profiles: Iterable[Profile], posts: Posts, linking: Linking, decisions: Decisions
) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    """The profiles' numbers and the reasons, for each person."""
    people = _nodes(profiles, posts, linking)
    facts = [_facts(person, decisions) for person in people]
    joined = Joined(facts, _merged, lambda a, b: _against(a, b, linking.offices.highest))
    joined.tie(decisions.ties([(person.name.printed, person.profiles) for person in people]))
    joined.tie(_full_names(people))
    joined.tie(_short_names(people, joined, linking))
    return [_numbers(people, c) for c in joined.clusters()]


def _numbers(people: Sequence[Person], found: Cluster) -> tuple[tuple[int, ...], tuple[str, ...]]:
    return tuple(number for node in found.nodes for number in people[node].profiles), found.reasons


def _nodes(profiles: Iterable[Profile], posts: Posts, linking: Linking) -> list[Person]:
    groups: dict[tuple[str, str | None, frozenset[Post] | None], list[Profile]] = defaultdict(list)
    for profile in profiles:
        name = parted(profile.name, linking.people.particles)
        held = frozenset(posts.of(office) for office in profile.offices) if name.short else None
        groups[words(profile.name), profile.gender, held].append(profile)
    return [_person(group, posts, linking) for group in _sexed(groups)]


def _sexed(groups: dict[tuple[str, str | None, frozenset[Post] | None], list[Profile]]) -> Iterator[list[Profile]]:
    """Full names of no known gender join those of one, if there is only one."""
    genders: dict[str, set[str]] = defaultdict(set)
    for name, gender, held in groups:
        if gender and held is None:
            genders[name].add(gender)
    for (name, gender, held), group in groups.items():
        if held is None and len(genders[name]) == 1:
            if gender:
                yield group + groups.get((name, None, None), [])
        else:
            yield group


def _person(group: list[Profile], posts: Posts, linking: Linking) -> Person:
    printed = min(group, key=lambda p: (p.name.isupper(), -p.entities, p.name)).name
    return Person(
        name=parted(printed, linking.people.particles),
        gender=next((p.gender for p in group if p.gender), None),
        posts=frozenset(posts.of(office) for p in group for office in p.offices),
        organisations=frozenset(fold(o.organisation) for p in group for o in p.offices if o.organisation),
        entities=sum(p.entities for p in group),
        profiles=tuple(p.number for p in group),
    )


def _facts(person: Person, decisions: Decisions) -> Facts:
    return Facts(
        genders=frozenset([person.gender] if person.gender else []),
        full=() if person.name.short else (person.name,),
        posts=person.posts,
        told=decisions.told(person.profiles),
    )


def _merged(a: Facts, b: Facts) -> Facts:
    full = tuple(sorted({*a.full, *b.full}, key=lambda name: name.printed))
    return Facts(a.genders | b.genders, full, a.posts | b.posts, a.told | b.told)


def _against(a: Facts, b: Facts, highest: frozenset[str]) -> str | None:
    if told := told_apart(a.told, b.told):
        return told
    if a.genders and b.genders and a.genders != b.genders:
        return "different genders"
    return impossible(a.posts, b.posts, highest)


def _full_names(people: Sequence[Person]) -> Iterator[Tie]:
    """Full names of the same words but for spelling and order."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for node, person in enumerate(people):
        if not person.name.short:
            alike[any_order(person.name)].append(node)
    for nodes in alike.values():
        hub, *others = sorted(nodes, key=lambda n: (-people[n].entities, people[n].name.printed))
        for node in others:
            one, other = people[hub], people[node]
            found = (same_sound(one, other), other_order(one, other), *_shared(one, other))
            weight, why = weigh((one.name.printed, other.name.printed), found)
            yield Tie(weight, hub, node, why)


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


def _shared(one: Person, other: Person) -> tuple[Evidence | None, ...]:
    return (
        same_post(one.posts, other.posts),
        same_country(one.posts, other.posts),
        same_organisation(one, other),
    )


def same_organisation(one: Person, other: Person) -> Evidence | None:
    """Both hold an office of one organisation."""
    shared = sorted(one.organisations & other.organisations)
    return Evidence(1.5, f"both of {shared[0]}") if shared else None


def _short_names(people: Sequence[Person], joined: Joined[Facts], linking: Linking) -> Iterator[Tie]:
    """A surname alone, or behind initials, with the one full name that its office points to."""
    bearers: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for node, person in enumerate(people):
        if not person.name.short:
            for family in _families(person, linking):
                for clue in _clues(person):
                    bearers[family][clue].append(node)
    for node, person in enumerate(people):
        if person.name.short and person.name.family in bearers:
            by_clue = bearers[person.name.family]
            near = sorted({n for clue in _clues(person) for n in by_clue.get(clue, ())})
            alone = len({joined.root(n) for nodes in by_clue.values() for n in nodes}) == 1
            if tie := _best(people, joined, node, near, alone):
                yield tie


def _families(person: Person, linking: Linking) -> set[str]:
    first = any_order(person.name)[:0] or sounds(person.name)[:1]
    return {person.name.family, *(first if person.countries & linking.people.surname_first else ())}


def _clues(person: Person) -> set[str]:
    return {title for title, _ in person.posts} | set(person.organisations)


def _best(people: Sequence[Person], joined: Joined[Facts], node: int, near: list[int], alone: bool) -> Tie | None:
    """The tie to the one candidate that the evidence speaks for most; none where two are equal."""
    best: dict[int, tuple[float, str, int]] = {}
    for other in near:
        one, full = people[node], people[other]
        if not given_agree(one.name, full.name) or joined.apart(node, other):
            continue
        found = (Evidence(1.0, "the same surname"), only_one(alone), *_shared(one, full))
        weight, why = weigh((one.name.printed, full.name.printed), found)
        root = joined.root(other)
        best[root] = max(best.get(root, (0.0, "", 0)), (weight, why, other))
    ranked = sorted(best.values(), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    weight, why, other = ranked[0]
    return Tie(weight, node, other, why)


def only_one(alone: bool) -> Evidence | None:
    """Nobody else of that surname is named in full."""
    return Evidence(0.5, "nobody else of that surname") if alone else None
