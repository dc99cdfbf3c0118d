"""Organisations across texts: long form, short form, acronym, translation; two countries' ministries are two."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.resolve.clusters import Cluster, Joined, Tie
from pipeline.resolve.corrections import Decisions, told_apart
from pipeline.resolve.organisation_kinds import OrganisationKinds
from pipeline.resolve.organisation_names import OrganisationName, OrganisationNames
from pipeline.resolve.profiles import Profile
from pipeline.resolve.rules import Known, Linking, WellKnown
from pipeline.spelling import fold, sound


@dataclass(frozen=True, slots=True)
class Organisation:
    """A node: a name with the country that its text gives. `scope` is what tells it from its namesakes abroad."""

    printed: str
    name: OrganisationName
    acronyms: frozenset[str]
    country: str | None
    scope: frozenset[str]
    common: bool
    of_a_state: bool
    known: Known | None
    kinds: Counter[str]
    entities: int
    profiles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a cluster that can speak against a tie."""

    scopes: frozenset[frozenset[str]]
    known: frozenset[str]
    heads: frozenset[str]
    told: frozenset[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Body:
    """A cluster and what its texts and the list of the well-known say of it."""

    profiles: tuple[int, ...]
    reasons: tuple[str, ...]
    kind: str
    country: str | None
    acronym: str | None


class Organisations:
    """Judges which organisations are one."""

    def __init__(
        self,
        names: OrganisationNames,
        kinds: OrganisationKinds,
        linking: Linking,
        known: WellKnown,
        decisions: Decisions,
    ) -> None:
        self._kinds = kinds
        self._names = names
        self._rules = linking.organisations
        self._known = known.by_form
        self._known_core = {_telling(names.read(form)): known for form, known in known.by_form.items()}
        self._known_core.pop(None, None)
        self._decisions = decisions

    def cluster(self, profiles: Iterable[Profile]) -> list[Body]:
        """The organisations of all texts."""
        nodes = self._nodes(profiles)
        joined = Joined([self._facts(node) for node in nodes], _merged, _against)
        joined.tie(self._decisions.ties([(node.printed, node.profiles) for node in nodes]))
        joined.tie(_same_name(nodes))
        joined.tie(_well_known(nodes))
        joined.tie(_same_sound(nodes))
        joined.tie(_acronyms(nodes, joined))
        joined.tie(self._without_head(nodes, joined))
        return [self._body(nodes, found) for found in joined.clusters()]

    def _nodes(self, profiles: Iterable[Profile]) -> list[Organisation]:
        groups: dict[tuple[str | bool | None, ...], list[Profile]] = defaultdict(list)
        for profile in profiles:
            of_a_state = profile.kind in self._rules.of_a_state
            key = fold(profile.name), profile.country, profile.context, profile.host, profile.acronym, of_a_state
            groups[key].append(profile)
        return [self._node(group) for group in groups.values()]

    def _node(self, group: list[Profile]) -> Organisation:
        first = min(group, key=lambda p: (p.name.isupper(), -p.entities, p.name))
        name = self._names.read(first.name)
        kinds: Counter[str] = Counter()
        for profile in group:
            kinds[profile.kind or "other"] += profile.entities
        common = first.kind in self._rules.of_a_state or self._names.is_common(name)
        known = self._known.get(fold(first.name)) or self._known_core.get(_telling(name))
        if known and known.country and first.country not in (None, known.country):
            known = None
        return Organisation(
            printed=first.name,
            name=name,
            acronyms=frozenset(p.acronym for p in group if p.acronym),
            country=first.country,
            scope=(name.countries or frozenset(_of(first) if common else [])) | _at(first),
            common=common and known is None,
            of_a_state=first.kind in self._rules.of_a_state,
            known=known,
            kinds=kinds,
            entities=sum(p.entities for p in group),
            profiles=tuple(p.number for p in group),
        )

    def _facts(self, node: Organisation) -> Facts:
        return Facts(
            scopes=frozenset([node.scope]) if node.common else frozenset(),
            known=frozenset([node.known.name] if node.known else []),
            heads=frozenset([self._head(node)] if self._head(node) else []),
            told=self._decisions.told(node.profiles),
        )

    def _body(self, nodes: Sequence[Organisation], found: Cluster) -> Body:
        members = [nodes[n] for n in found.nodes]
        known = next((m.known for m in members if m.known), None)
        kinds: Counter[str] = Counter()
        countries: Counter[str] = Counter()
        acronyms: Counter[str] = Counter()
        for member in members:
            kinds += member.kinds
            countries.update({member.country: member.entities} if member.country else {})
            acronyms.update(dict.fromkeys(member.acronyms, member.entities))
        del kinds["other"]
        name = max((m.printed for m in members), key=lambda printed: (len(printed), printed))
        kind = known.kind if known else self._kinds.kind(name, most(kinds) or "other")
        return Body(
            profiles=tuple(number for member in members for number in member.profiles),
            reasons=tuple(sorted({*found.reasons, *(_often(m) for m in members if m.entities > 1)})),
            kind=kind,
            country=known.country if known else most(countries) or _named(members) or self._kinds.country(name, kind),
            acronym=most(acronyms),
        )

    def _head(self, node: Organisation) -> str:
        head = node.name.head or ""
        return "company" if head in self._rules.companies else head

    def _without_head(self, nodes: Sequence[Organisation], joined: Joined[Facts]) -> Iterator[Tie]:
        """« groupe Bolloré » is « Bolloré », if no « club Bolloré » could be meant as well."""
        headed: dict[tuple[tuple[str, ...], frozenset[str]], list[int]] = defaultdict(list)
        for number, node in enumerate(nodes):
            if node.name.head and not node.common:
                headed[node.name.rest, node.name.countries].append(number)
        for number, node in enumerate(nodes):
            candidates = headed.get((node.name.core, node.name.countries), [])
            if node.name.head or node.common or len({joined.root(n) for n in candidates}) != 1:
                continue
            if self._names.is_place(node.printed):  # « Leeds » may be anything of Leeds
                continue
            other = nodes[candidates[0]]
            why = f"{node.printed} = {other.printed}: the same name without « {other.name.head} »"
            yield Tie(3.0, number, candidates[0], why)


def _telling(name: OrganisationName) -> tuple[tuple[str, ...], frozenset[str]] | None:
    """Words that tell the body from others, with the countries; one word beside a country's may mean anything."""
    return (name.core, name.countries) if len(name.core) > 1 else None


def _of(profile: Profile) -> list[str]:
    """Whose body it is: a country's, or that of whoever the texts on that country mean."""
    return [profile.country] if profile.country else [f"near {profile.context}"] if profile.context else []


def _at(profile: Profile) -> frozenset[str]:
    """Where an embassy is: a country has one in every other."""
    return frozenset([f"at {profile.host}"] if profile.host else [])


def _merged(a: Facts, b: Facts) -> Facts:
    return Facts(a.scopes | b.scopes, a.known | b.known, a.heads | b.heads, a.told | b.told)


def _against(a: Facts, b: Facts) -> str | None:
    if told := told_apart(a.told, b.told):
        return told
    if a.known and b.known and a.known != b.known:
        return "two well-known organisations"
    if a.scopes and b.scopes and a.scopes != b.scopes:
        return "bodies of different countries"
    return "different sorts of bodies" if a.heads and b.heads and a.heads != b.heads else None


def _hubs(nodes: Sequence[Organisation], groups: Iterable[list[int]], why: str) -> Iterator[Tie]:
    """Tie every node of a group to its most frequent one."""
    for group in groups:
        hub, *others = sorted(group, key=lambda n: (-nodes[n].entities, nodes[n].printed, nodes[n].country or ""))
        for other in others:
            yield Tie(3.0, hub, other, f"{nodes[hub].printed} = {nodes[other].printed}: {why}")


def _same_name(nodes: Sequence[Organisation]) -> Iterator[Tie]:
    """The same telling words, and the same country where every country may have one of that name."""
    groups: dict[object, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        telling = node.name.core if node.of_a_state or len(node.name.core) > 1 else fold(node.printed)
        groups[telling, node.scope, node.common].append(number)
    yield from _hubs(nodes, groups.values(), "the same name")


def _well_known(nodes: Sequence[Organisation]) -> Iterator[Tie]:
    """Two of the names that a well-known organisation goes by."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        if node.known:
            groups[node.known.name].append(number)
    yield from _hubs(nodes, groups.values(), "names of one well-known organisation")


def _same_sound(nodes: Sequence[Organisation]) -> Iterator[Tie]:
    """The same name in another transliteration; short ones may sound alike by chance."""
    groups: dict[object, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        key = " ".join(sound(word) for word in node.name.core)
        if len(key) > 6 and not node.common:
            groups[key, node.scope].append(number)
    yield from _hubs(nodes, groups.values(), "the same name in another spelling")


def _acronyms(nodes: Sequence[Organisation], joined: Joined[Facts]) -> Iterator[Tie]:
    """An acronym that one text ties to its long form, or its initials, stands alone elsewhere; one long form only."""
    long: dict[str, list[int]] = defaultdict(list)
    short: dict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        for acronym in {fold(a) for a in node.acronyms} or {_initials(node)} - {""}:
            long[acronym].append(number)
        if len(node.name.core) == 1:
            short[fold(node.printed)].append(number)
    for acronym, longs in long.items():
        for number in short.get(acronym, ()):
            near = [n for n in longs if nodes[number].country in (None, nodes[n].country) or nodes[n].country is None]
            if len({joined.root(n) for n in near}) == 1:
                other = nodes[near[0]]
                why = f"{nodes[number].printed} = {other.printed}: its acronym"
                yield Tie(3.0, number, near[0], why)


def _initials(node: Organisation) -> str:
    """What the acronym of a name would be, where it is long enough to be no chance."""
    letters = "".join(word[0] for word in fold(node.printed).split() if len(word) > 3)
    return letters if len(letters) > 3 else ""


def _often(member: Organisation) -> str:
    return f"{member.printed}: the same name in several texts"


def _named(members: Sequence[Organisation]) -> str | None:
    """The one country that the names name."""
    named = {country for member in members for country in member.name.countries}
    return named.pop() if len(named) == 1 else None


def most(counts: Counter[str]) -> str | None:
    """The most frequent, the first in the alphabet among equals; null of nothing."""
    return min(counts, key=lambda key: (-counts[key], key), default=None)
