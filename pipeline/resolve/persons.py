"""The nodes of which people are made: distinct names, with what all texts together say of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.resolve.clusters import Evidence
from pipeline.resolve.corrections import Decisions, told_apart
from pipeline.resolve.offices import Post, Posts, impossible, same_country, same_post
from pipeline.resolve.person_names import PersonName, parted
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
    posts: frozenset[Post]
    told: frozenset[tuple[int, str]]


_Groups = dict[tuple[str, str | None, frozenset[Post] | None], list[Profile]]


def nodes(profiles: Iterable[Profile], posts: Posts, linking: Linking) -> list[Person]:
    """The profiles' nodes."""
    groups: _Groups = defaultdict(list)
    for profile in profiles:
        name = parted(profile.name, linking.people.particles)
        held = frozenset(posts.of(office) for office in profile.offices) if name.short else None
        groups[words(profile.name), profile.gender, held].append(profile)
    return [_person(group, posts, linking) for group in _sexed(groups)]


def _sexed(groups: _Groups) -> Iterator[list[Profile]]:
    """Full names of no known gender join those of one, if there is only one."""
    genders: dict[str, set[str]] = defaultdict(set)
    for name, gender, held in groups:
        if gender and held is None:
            genders[name].add(gender)
    for (name, gender, held), group in groups.items():
        if held is not None or len(genders[name]) != 1:
            yield group
        elif gender:
            yield group + groups.get((name, None, None), [])


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


def facts(person: Person, decisions: Decisions) -> Facts:
    """What of a node can speak against a tie."""
    return Facts(
        genders=frozenset([person.gender] if person.gender else []),
        posts=person.posts,
        told=decisions.told(person.profiles),
    )


def merged(a: Facts, b: Facts) -> Facts:
    """What is known of both together."""
    return Facts(a.genders | b.genders, a.posts | b.posts, a.told | b.told)


def against(a: Facts, b: Facts, highest: frozenset[str]) -> str | None:
    """What speaks against two being one person."""
    if told := told_apart(a.told, b.told):
        return told
    if a.genders and b.genders and a.genders != b.genders:
        return "different genders"
    return impossible(a.posts, b.posts, highest)


def shared(one: Person, other: Person) -> tuple[Evidence | None, ...]:
    """What two have in common besides their names."""
    return (
        same_post(one.posts, other.posts),
        same_country(one.posts, other.posts),
        same_organisation(one, other),
    )


def same_organisation(one: Person, other: Person) -> Evidence | None:
    """Both hold an office of one organisation."""
    both = sorted(one.organisations & other.organisations)
    return Evidence(1.5, f"both of {both[0]}") if both else None
