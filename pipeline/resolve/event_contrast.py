"""What keeps two tellings apart: one phrase is enough, however alike they are."""

from pipeline.records import TOLD_BY_SUBJECT, days_meet
from pipeline.resolve.event_evidence import WHERE, inside
from pipeline.resolve.event_told import Told, length

TWINS = frozenset({"agreement", "meeting", "commemoration", "vote", "establishment", "statement", "gathering"})
"""Types of which one text may tell the same thing twice, in its first lines and at length."""


def against(a: Told, b: Told) -> str | None:
    """What keeps two tellings apart, or null."""
    if a.type != b.type:
        return "different types"
    if a.negated != b.negated:
        return "one is denied"
    if not days_meet(a.days, b.days) or _past(a, b) or _past(b, a):
        return "different days"
    if length(a.days) > 31 and length(b.days) > 31 and None not in (*a.days, *b.days) and not inside(a.days, b.days):
        return "different times"
    if a.stage != b.stage:
        return "different stages"
    if a.several != b.several:
        return "one is many"
    if a.type == "statement" and a.sorts != b.sorts:
        return "one is a text, the other a word"
    if a.texts & b.texts and not _twins(a, b):
        return "one text tells both"
    return _other_people(a, b) or _other_places(a, b) or _other_number(a, b)


def _past(expected: Told, other: Told) -> bool:
    """Over before the text that still expects it."""
    return bool(expected.since and other.days[1] and other.days[1] < expected.since)


def _twins(a: Told, b: Told) -> bool:
    """One text tells the same thing twice: nothing that one says is missing in the other's fuller telling."""
    if a.type not in TWINS or (a.sentences & b.sentences and a.type != "commemoration"):
        return False
    if a.days != b.days and not _headed(a, b) and not _headed(b, a):
        return False
    if a.days == b.days and length(a.days) > 7:
        return False
    if a.sorts and b.sorts and a.sorts != b.sorts:
        return False
    return (_said(a.leading, b.leading) or _stands(a, b)) and _said(a.places, b.places) and _said(a.topic, b.topic)


def _headed(heading: Told, body: Told) -> bool:
    return heading.heading and not heading.dated and body.dated and bool(heading.leading)


def _said(one: frozenset[int] | frozenset[str], other: frozenset[int] | frozenset[str]) -> bool:
    return one <= other or other <= one


def _stands(a: Told, b: Told) -> bool:
    """The states' names in one, those who stand for them in the other."""
    return bool(a.sides) and a.sides == b.sides and not (a.bodies and b.bodies)


def _other_people(a: Told, b: Told) -> str | None:
    mine, theirs = a.bodies, b.bodies
    shared = mine & theirs
    if a.type in ("meeting", "agreement", "statement", "vote"):
        left, right = _unanswered(mine - shared, b), _unanswered(theirs - shared, a)
        if left and right and (a.type != "meeting" or len(shared) < 2):
            return "other people"
    if a.type in ("visit", "appointment") and a.leading and b.leading and not a.leading & b.leading:
        return "other people"
    if a.type == "gathering" or not a.leading or not b.leading:
        return None
    if a.type in TOLD_BY_SUBJECT and not shared and not a.sides & b.sides and not a.names & b.names:
        return "other participants"
    return None


def _unanswered(who: frozenset[int], other: Told) -> set[int]:
    """Those for whom nobody can stand in the other telling: no state of theirs, no head of the house."""
    return {w for w in who if not other.standing.get(w, frozenset()) & other.leading and w not in other.sides}


def _other_places(a: Told, b: Told) -> str | None:
    if a.type in ("gathering", "meeting") and a.cities and b.cities and not a.cities & b.cities:
        return "other places"
    if a.type not in WHERE or a.places & b.places or a.places & b.within or a.within & b.places:
        return None
    if (a.cities and b.cities) or (a.type == "visit" and (_sights(a) or _sights(b))):
        return "other places"
    return "other countries" if a.within and b.within and not a.within & b.within else None


def _sights(told: Told) -> bool:
    """A museum or a works alone: a stop on a journey to a city."""
    return not told.cities and not told.places & told.within


def _other_number(a: Told, b: Told) -> str | None:
    """The tenth anniversary and the twentieth, COP29 and COP30."""
    mine, theirs = ({word for word in told.topic if word.startswith("no ")} for told in (a, b))
    if a.edition and b.edition and not a.edition & b.edition:
        return "other editions"
    return "other numbers" if mine and theirs and not mine & theirs else None
