"""Tellings of one happening, ready to be compared and brought together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.records import Days

ASIDE = frozenset({"host", "organiser", "founder", "appointer", "organisation"})
"""Roles that say little about which happening it is; in a meeting the host is one of
those who meet, of a founding the founder may be all that is known."""
NOBODY: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Told:
    """Distinct tellings of one happening that say the same: what is compared.

    `people` are the participants' clusters by label and role, `places` those of the places, `within` their countries;
    `texts` the texts that tell it so, `sentences` the sentences that do, `parents` the happenings it is a part of,
    `kinds` what makes a visit one of a kind: « d'État », `sorts` what an agreement is written as, `stage` at which
    point of its life the thing is: « ratification », `edition` the gathering's own: « COP30 ». What a telling leaves
    out its text may know: `around` is whom the text of a telling without participants names, `homes` the
    countries that one without a country speaks of.
    `told_on` is the day of a text that doesn't say when, `since` that of one which still expects it. `standing` says
    for which countries and bodies somebody stands.
    """

    type: str
    negated: bool
    days: Days
    people: frozenset[tuple[int, str, str]]
    places: frozenset[int]
    within: frozenset[int]
    topic: frozenset[str]
    texts: frozenset[int]
    names: frozenset[str] = frozenset()
    cities: frozenset[int] = frozenset()
    parents: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()
    sentences: frozenset[int] = frozenset()
    around: frozenset[int] = frozenset()
    homes: frozenset[int] = frozenset()
    stage: str | None = None
    several: bool = False
    heading: bool = False
    edition: frozenset[str] = frozenset()
    war: bool = False
    told_on: date | None = None
    since: date | None = None
    standing: Mapping[int, frozenset[int]] = field(default_factory=dict, repr=False)

    leading: frozenset[int] = field(init=False)
    bodies: frozenset[int] = field(init=False)
    states: frozenset[int] = field(init=False)
    dated: bool = field(init=False)

    def __post_init__(self) -> None:
        """Who leads is who tells it from another: people and organisations (`bodies`), states where nobody else is."""
        aside = NOBODY if self.type in ("meeting", "establishment") else ASIDE
        at_home = self.places if self.type == "vote" else NOBODY  # the country that votes is where it votes
        leading = [(c, label) for c, label, role in self.people if role not in aside and c not in at_home]
        self.bodies = frozenset(c for c, label in leading if label != "LOC")
        self.leading = self.bodies or frozenset(c for c, _ in leading)
        self.states = frozenset(c for c, label, _ in self.people if label == "LOC")
        self.dated = self.days != (None, None)

    @property
    def words(self) -> frozenset[str]:
        """What it is about; of a founding also the names of what is founded."""
        return self.topic | self.names if self.type == "establishment" else self.topic

    @property
    def sides(self) -> frozenset[int]:
        """The states that take part, and what those stand for who do."""
        return self.states.union(*(self.standing.get(c, ()) for c, label, _ in self.people if label != "LOC"))

    @property
    def lands(self) -> frozenset[int]:
        """The countries of its places, else of those who take part, else those that its text speaks of."""
        return self.within or self.sides or self.homes


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
        cities=a.cities | b.cities,
        parents=a.parents | b.parents,
        kinds=a.kinds | b.kinds,
        sorts=a.sorts | b.sorts,
        sentences=a.sentences | b.sentences,
        around=a.around | b.around,
        homes=a.homes & b.homes or a.homes | b.homes,
        stage=a.stage,
        several=a.several,
        heading=a.heading and b.heading,
        edition=a.edition | b.edition,
        war=a.war,
        told_on=None if a.dated or b.dated else min(filter(None, (a.told_on, b.told_on)), default=None),
        since=max(filter(None, (a.since, b.since)), default=None),
        standing=a.standing,
    )


def length(days: Days) -> int:
    """How many days; a very large number where a side is open."""
    first, last = days
    if first and last:
        return (last - first).days + 1
    return 10**6 if first or last else 10**7
