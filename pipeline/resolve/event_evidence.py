"""What speaks for two tellings of one happening: small judgements, each with a phrase why."""

from pipeline.records import TOLD_BY_SUBJECT, Days
from pipeline.resolve.clusters import Evidence
from pipeline.resolve.event_told import Told, length

ONE_OFF = frozenset({"establishment"})
"""Types that happen once to the same thing: an institute is founded once."""
WHERE = frozenset({"visit", "meeting", "gathering", "conflict"})
"""Types that are in one place at a time."""
OTHERWISE = {"gathering": -0.3, "agreement": -1.0, "commemoration": -1.0}
"""What it weighs, by type, that two tellings share words and each has some of its own: « coopération spatiale »."""
BETWEEN = frozenset({"agreement", "meeting", "statement"})
"""Types in which whoever takes part speaks for a state or a house."""
WEEK, NEWS = 7, 31
"""So many days a happening is in the news."""


def days(a: Told, b: Told) -> Evidence | None:
    """Dates that agree."""
    if not a.dated or not b.dated:
        return _news(a, b) or _news(b, a)
    if a.days != b.days or None in a.days:
        return _compatible(a.days, b.days)
    known = length(a.days)
    if known > 31 and a.type == "vote":
        return Evidence(1.0, "same time")
    return Evidence(2.5 if known <= 7 else 2.0 if known <= 31 else 1.5, "same days" if known <= 31 else "same time")


def _compatible(one: Days, other: Days) -> Evidence:
    """One in the other is more than an overlap, and an open side is little."""
    if None in one or None in other:
        return Evidence(0.8, "days that may be the same")
    return Evidence(1.2, "compatible days") if inside(one, other) else Evidence(0.8, "days that overlap")


def inside(one: Days, other: Days) -> bool:
    """Closed both, and one a part of the other."""
    (a, b), (c, d) = one, other
    return bool(a and b and c and d and ((a <= c and d <= b) or (c <= a and b <= d)))


def _news(undated: Told, dated: Told) -> Evidence | None:
    """Told without a day by a text of those very days."""
    first, told_on = dated.days[0], undated.told_on
    if first is None or told_on is None or length(dated.days) > NEWS:
        return None
    age = (told_on - first).days
    return Evidence(0.8 if age <= WEEK else 0.5, "in the news of those days") if 0 <= age <= NEWS else None


def people(a: Told, b: Told) -> Evidence | None:
    """People and organisations that both name."""
    shared = {c for c, label, _ in a.people if label != "LOC"} & {c for c, label, _ in b.people if label != "LOC"}
    if a.type == "establishment" and shared <= _founders(a) & _founders(b):
        return Evidence(0.7, "the same founder") if shared else None
    if a.type == "meeting" and len(shared) == 1 and max(len(a.bodies), len(b.bodies)) > 1:
        return Evidence(0.7, "one participant in common")
    return Evidence(1.0 + 0.5 * min(len(shared), 3), f"{len(shared)} participants in common") if shared else None


def _founders(told: Told) -> set[int]:
    return {c for c, _, role in told.people if role == "founder"}


def states(a: Told, b: Told) -> Evidence | None:
    """States that both name, or that somebody stands for whom one names."""
    shared = a.states & b.states
    if len(shared) > 1:
        return Evidence(1.0, "the same states")
    if a.type in BETWEEN and not (a.bodies and b.bodies and not a.states and not b.states):
        spoken = a.sides & b.sides
        if len(spoken) > 1:
            return Evidence(0.8, "those who speak for the same states")
        shared = shared or spoken
    return Evidence(0.4, "a state in common") if shared else None


def places(a: Told, b: Told) -> Evidence | None:
    """A place that both name, or one inside the other's."""
    shared = a.places & b.places
    if shared:
        return Evidence(1.0, "same place")
    if a.places & b.within or a.within & b.places:
        return Evidence(0.5, "one place lies in the other")
    abroad = a.within and b.within and not a.within & b.within
    if a.type in TOLD_BY_SUBJECT and (abroad or (a.cities and b.cities)):
        return Evidence(-2.0 if a.type in ONE_OFF else -1.0, "other places")
    if a.places and b.places and (a.type in WHERE or a.type in ONE_OFF):
        return Evidence(-0.5, "places that may be apart")
    return None


def country(a: Told, b: Told) -> Evidence | None:
    """The country that one names is what the other's text speaks of: of an election that tells the place."""
    if not a.homes and not b.homes:
        return None
    if a.lands & b.lands:
        return Evidence(1.0 if a.type == "vote" else 0.5, "texts about the same country")
    return Evidence(-1.0, "texts about other countries") if a.lands and b.lands else None


def company(a: Told, b: Told) -> Evidence | None:
    """One says nobody, but its text names them all; or not."""
    for lacking, other in ((a, b), (b, a)):
        if lacking.around and not lacking.people and other.bodies:
            if other.bodies <= lacking.around:
                return Evidence(0.7, "its text names who took part")
            if other.type not in ("gathering", "vote"):
                return Evidence(-1.0, "its text doesn't name who took part")
    return None


def subject(a: Told, b: Told) -> Evidence | None:
    """Words that say what it is about."""
    if a.war and b.war and a.places & b.places:
        return Evidence(2.0, "a war in the same place")
    if a.type not in TOLD_BY_SUBJECT or not a.topic or not b.topic:
        return None
    shared = a.words & b.words
    if not shared:
        return Evidence(-1.5, "other subjects")
    if a.edition & b.edition:
        return Evidence(2.0, f"both « {min(a.edition & b.edition)} »")
    if a.type == "gathering" and len(shared) > 2 and a.words == b.words:
        return Evidence(2.5, f"same name ({', '.join(sorted(shared)[:4])})")
    if a.type in OTHERWISE and a.words - shared and b.words - shared:
        return Evidence(OTHERWISE[a.type], f"« {min(a.words - shared)} » and « {min(b.words - shared)} »")
    if len(shared) == 1:
        return Evidence(0.7, f"« {min(shared)} » in common")
    if len(shared) < 0.5 * min(len(a.topic), len(b.topic)):
        return Evidence(0.7, "words in common")
    return Evidence(1.5, f"same subject ({', '.join(sorted(shared)[:4])})")


def sort(a: Told, b: Told) -> Evidence | None:
    """« contrat » and « traité » are two, « accord » may be either."""
    if a.type == "statement" and a.sorts & b.sorts:
        return Evidence(0.5, f"both « {min(a.sorts & b.sorts)} »")
    other = a.sorts and b.sorts and not a.sorts & b.sorts
    return Evidence(-1.5, f"« {min(a.sorts)} » and « {min(b.sorts)} »") if other else None


def which(a: Told, b: Told) -> Evidence | None:
    """Neither says what about, nor both when."""
    if a.type != "agreement" or max(length(a.days), length(b.days)) <= 31 or a.topic or b.topic or a.several:
        return None
    return None if len(a.leading & b.leading) > 1 else Evidence(-1.0, "nothing says which")


def kind(a: Told, b: Told) -> Evidence | None:
    """« visite d'État » in both, or « les accords »."""
    if a.type == "agreement" and a.several and b.several:
        return Evidence(0.8, "both tell of them all")
    shared = a.kinds & b.kinds
    return Evidence(0.6, f"both « {min(shared)} »") if a.type == "visit" and shared else None


def names(a: Told, b: Told) -> Evidence | None:
    """A participant's name inside another's: a branch and its house."""
    if people(a, b) or a.type != "establishment":
        return None
    return Evidence(0.7, "names that share a word") if a.names & b.names else None


def parent(a: Told, b: Told) -> Evidence | None:
    """Both are a part of one happening."""
    return Evidence(1.5, "part of the same event") if a.parents & b.parents else None


def sentence(a: Told, b: Told) -> Evidence | None:
    """The very same sentence, printed again."""
    return Evidence(2.0, "the same sentence") if a.sentences & b.sentences else None


def twice(a: Told, b: Told) -> Evidence | None:
    """One text tells it in its heading and again below, or first in short and then at length."""
    return Evidence(0.5, "told twice in one text") if a.texts & b.texts else None


_TESTS = (days, people, states, places, country, company, subject, sort, which, kind, names, parent, sentence, twice)


def all_for(a: Told, b: Told) -> list[Evidence]:
    """Every kind of evidence that two tellings give."""
    return [piece for piece in (test(a, b) for test in _TESTS) if piece]
