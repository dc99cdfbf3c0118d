"""What speaks for and against two tellings of one happening: small judgements, each with a phrase why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.resolve.clusters import Evidence

Days = tuple[date | None, date | None]

ONE_OFF = frozenset({"establishment"})
"""Types that happen once to the same thing: an institute is founded once."""
BY_SUBJECT = frozenset({"agreement", "establishment", "gathering", "statement", "commemoration", "vote"})
"""Types told apart by what they are about more than by who takes part."""
ASIDE = frozenset({"host", "organiser", "founder", "appointer"})
"""Roles that say little about which happening it is."""


@dataclass(frozen=True)
class Told:
    """Distinct tellings of one happening that say the same: what is compared.

    `people` are the participants' clusters by label and role, `places` those of the places with their country's;
    `texts` the texts that tell it so, `parents` the happenings it is a part of, `kinds` what makes a visit one of a
    kind: « d'État ».
    """

    type: str
    negated: bool
    days: Days
    people: frozenset[tuple[int, str, str]]
    places: frozenset[int]
    within: frozenset[int]
    topic: frozenset[str]
    texts: frozenset[int]
    names: frozenset[str]
    parents: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()

    @cached_property
    def leading(self) -> frozenset[int]:
        """Who matters for telling it from another: people and organisations, states where nobody else is."""
        persons = {c for c, label, role in self.people if label != "LOC" and role not in ASIDE}
        return frozenset(persons or {c for c, _, role in self.people if role not in ASIDE})

    @cached_property
    def words(self) -> frozenset[str]:
        """What it is about; of a founding also the names of what is founded."""
        return self.topic | _long(self.names) if self.type == "establishment" else self.topic

    @cached_property
    def states(self) -> frozenset[int]:
        """The states that take part."""
        return frozenset(c for c, label, _ in self.people if label == "LOC")

    @property
    def dated(self) -> bool:
        """Some day is known."""
        return self.days != (None, None)


def merged(a: Told, b: Told) -> Told:
    """Two tellings as one: the most precise days, everyone and every place."""
    return Told(
        type=a.type,
        negated=a.negated,
        days=min(a.days, b.days, key=lambda d: (length(d), str(d))),
        people=a.people | b.people,
        places=a.places | b.places,
        within=a.within | b.within,
        topic=a.topic | b.topic,
        texts=a.texts | b.texts,
        names=a.names | b.names,
        parents=a.parents | b.parents,
        kinds=a.kinds | b.kinds,
    )


def length(days: Days) -> int:
    """How many days; a very large number where a side is open."""
    first, last = days
    if first and last:
        return (last - first).days + 1
    return 10**6 if first or last else 10**7


def compatible(one: Days, other: Days) -> bool:
    """Nothing in the days forbids that they are the same."""
    (a, b), (c, d) = one, other
    return not ((a and d and a > d) or (b and c and c > b))


def against(a: Told, b: Told) -> str | None:
    """What keeps two tellings apart, or null."""
    if a.type != b.type:
        return "different types"
    if a.negated != b.negated:
        return "one is denied"
    if not compatible(a.days, b.days):
        return "different days"
    if a.texts & b.texts:
        return "one text tells both"
    return _other_people(a, b) or _other_places(a, b)


def _other_people(a: Told, b: Told) -> str | None:
    mine, theirs = a.leading, b.leading
    if not mine or not theirs:
        return None
    shared = mine & theirs
    if a.type == "meeting" and len(mine) > 1 and len(theirs) > 1 and len(shared) < 2:
        return "other people"
    if a.type in ("visit", "appointment") and not shared:
        return "other people"
    if a.type in BY_SUBJECT and not shared and not (a.states & b.states) and not _alike(a.names, b.names):
        return "other participants"
    return None


def _other_places(a: Told, b: Told) -> str | None:
    if a.type not in ("visit", "meeting", "gathering") or not a.places or not b.places:
        return None
    near = (a.places & b.places) or (a.places & b.within) or (a.within & b.places)
    return None if near else "other places"


def days(a: Told, b: Told) -> Evidence | None:
    """Dates that agree."""
    if not a.dated or not b.dated:
        return None
    if a.days == b.days:
        return Evidence(2.5 if length(a.days) <= 7 else 2.0, "same days")
    return Evidence(1.2, "compatible days")


def people(a: Told, b: Told) -> Evidence | None:
    """People and organisations that both name."""
    persons = {c for c, label, _ in a.people if label != "LOC"} & {c for c, label, _ in b.people if label != "LOC"}
    return Evidence(1.0 + 0.5 * min(len(persons), 3), f"{len(persons)} participants in common") if persons else None


def states(a: Told, b: Told) -> Evidence | None:
    """States that both name."""
    shared = a.states & b.states
    if not shared:
        return None
    return Evidence(1.0, "the same states") if len(shared) > 1 else Evidence(0.4, "a state in common")


def places(a: Told, b: Told) -> Evidence | None:
    """A place that both name, or one inside the other's."""
    if a.places & b.places:
        return Evidence(1.0, "same place")
    if a.places & b.within or a.within & b.places:
        return Evidence(0.5, "one place lies in the other")
    return None


def subject(a: Told, b: Told) -> Evidence | None:
    """Words that say what it is about."""
    if a.type not in BY_SUBJECT or not a.topic or not b.topic:
        return None
    shared = a.words & b.words
    if not shared:
        return Evidence(-1.5, "other subjects")
    if len(shared) == 1:
        return Evidence(0.7, f"« {min(shared)} » in common")
    if len(shared) < 0.5 * min(len(a.topic), len(b.topic)):
        return Evidence(0.7, "words in common")
    return Evidence(1.5, f"same subject ({', '.join(sorted(shared)[:4])})")


def kind(a: Told, b: Told) -> Evidence | None:
    """« visite d'État » in both."""
    shared = a.kinds & b.kinds
    return Evidence(0.6, f"both « {min(shared)} »") if a.type == "visit" and shared else None


def names(a: Told, b: Told) -> Evidence | None:
    """A participant's name inside another's: a branch and its house."""
    if people(a, b) or a.type != "establishment":
        return None
    return Evidence(0.7, "names that share a word") if _alike(a.names, b.names) else None


def parent(a: Told, b: Told) -> Evidence | None:
    """Both are a part of one happening."""
    return Evidence(1.5, "part of the same event") if a.parents & b.parents else None


def all_for(a: Told, b: Told) -> list[Evidence]:
    """Every kind of evidence that two tellings give."""
    found = (test(a, b) for test in (days, people, states, places, subject, kind, names, parent))
    return [piece for piece in found if piece]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(_long(one) & _long(other))


def _long(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.split() if len(word) > 5)
