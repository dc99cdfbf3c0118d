"""One text's mentions of one happening brought together: same type, and nothing that keeps them apart."""

from collections.abc import Sequence

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.grammar.verbgroup import PASSIVE
from pipeline.annotate.events.once.happening import Happening
from pipeline.annotate.events.once.taken_up import taken_up
from pipeline.annotate.events.when_where import when
from pipeline.annotate.events.whether import status
from pipeline.records import TOLD_BY_SUBJECT, Event, Participant, days_meet

RECENT = 40
"""With how many earlier happenings of its type a mention is compared."""


def together(drafts: Sequence[Draft]) -> list[Happening]:
    """The happenings, in order of their first mention."""
    found: list[Happening] = []
    by_type: dict[str, list[Happening]] = {}
    for draft in drafts:
        known = by_type.setdefault(draft.type, [])
        home = _home(draft, known[-RECENT:]) or taken_up(draft, found[-RECENT:])
        if home is not None:
            home[0].drafts.append(draft)
            home[0].reasons.append(home[1])
        elif draft.complete and (not draft.anaphor or draft.places or draft.attached or len(draft.participants) > 1):
            known.append(Happening([draft]))
            found.append(known[-1])
    return [h for h in found if _is_something(h)]


def _is_something(happening: Happening) -> bool:
    """A day, somebody, somewhere, or what it was part of: without any, a word tells of nothing."""
    return any(d.dated or d.participants or d.places or d.within for d in happening.drafts)


def _home(draft: Draft, known: Sequence[Happening]) -> tuple[Happening, str] | None:
    open_to = [h for h in known if not _apart(draft, h)]
    if not draft.attached and _the_text(draft):
        told = [h for h in open_to if draft.sentence.paragraph - h.drafts[-1].sentence.paragraph <= 1]
        fitting = [h for h in told if _stand_in(draft, h)]
        return (fitting[-1], "« l'accord »: the one told right before") if len(fitting) == 1 == len(told) else None
    if draft.anaphor and not draft.attached:
        fitting = [h for h in open_to if not draft.participants or set(draft.participants) & set(h.people)]
        if fitting:
            return fitting[-1], "« cette »: the one told before"
        return None
    for happening in reversed(open_to):
        reason = _same(draft, happening)
        if reason:
            return happening, reason
    return None


def _stand_in(draft: Draft, happening: Happening) -> bool:
    """The same people sign, or nobody, or the ones for the others: states in one telling, people in the other."""
    mine, theirs = set(draft.participants), set(happening.people)
    if not mine or not theirs or mine & theirs:
        return True
    return _by_people(draft) != _by_people(happening.drafts[0]) and not happening.drafts[0].several


def _by_people(draft: Draft) -> bool:
    """Whether persons take part."""
    found = {e for actors in draft.around.slots.values() for a in actors if a.label == "PER" for e in a.entities}
    return not found.isdisjoint(draft.participants)


def _the_text(draft: Draft) -> bool:
    """« L'accord a été signé par X »: the one just told of, by its bare noun."""
    sentence, named, verb = draft.sentence, draft.trigger.object, draft.trigger.verb
    if draft.type != "agreement" or named is None or verb is None or verb.voice != PASSIVE:
        return False
    return named[0] == 1 and named[1] == 2 == verb.start and sentence.low(0) in _THE


def _apart(draft: Draft, happening: Happening) -> bool:
    """What contradicts: other days, other people in the same part, a second one in the same sentence."""
    if any(d.sentence is draft.sentence for d in happening.drafts) and not _repeated(draft, happening):
        return True
    if not days_meet(draft.days, happening.days):
        return True
    if draft.type in ("visit", "meeting") and draft.plural != happening.drafts[0].plural:
        return True  # « six visites » and one of them
    if draft.negated != happening.drafts[0].negated:
        return True
    if (draft.trigger.rule.frame == "tour") != (happening.drafts[0].trigger.rule.frame == "tour"):
        return not set(draft.places) & set(happening.places)  # « X a visité l'usine » during a visit
    if draft.type == "appointment" and _of_others(draft, happening):
        return True
    leading, known = _leading(draft.participants), _leading(happening.people)
    if draft.type == "visit" and leading and known and not leading & known:
        return True
    if draft.type == "visit" and draft.places and happening.places and not set(draft.places) & set(happening.places):
        return draft.days == (None, None) or happening.days != draft.days
    return False


def _of_others(draft: Draft, happening: Happening) -> bool:
    """Other people are appointed."""
    mine, theirs = ({e for e, r in p.items() if r == "appointee"} for p in (draft.participants, happening.people))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _repeated(draft: Draft, happening: Happening) -> bool:
    """The same people on the same days; « a été reçu par X, avec lequel il s'est entretenu »."""
    if set(draft.participants) != set(happening.people):
        return False
    if draft.type == "meeting" and len(draft.participants) > 1 and not (draft.dated and happening.drafts[-1].dated):
        return _AGAIN.isdisjoint(draft.sentence.lows) and draft.status == happening.drafts[-1].status
    return draft.days != (None, None) and draft.days == happening.days


_THE = frozenset({"le", "la", "l'", "ce", "cet", "cette"})
_AGAIN = frozenset({"puis", "nouveau", "ensuite", "encore", "second", "seconde", "deuxième", "avant", "après"})


def _leading(people: dict[int, str]) -> set[int]:
    return {e for e, role in people.items() if role not in ("host", "organiser")}


def _same(draft: Draft, happening: Happening) -> str:
    people = _leading(draft.participants) & _leading(happening.people)
    places = set(draft.places) & set(happening.places)
    dated = draft.days != (None, None) and happening.days != (None, None)
    if draft.type in TOLD_BY_SUBJECT:
        return _same_topic(draft, happening, bool(people or places), dated)
    if draft.type == "meeting":
        enough = (
            people
            and people in (_leading(draft.participants), _leading(happening.people))
            and (len(people) > 1 or dated)
        )
        return "same people" + (", same days" if dated else "") if enough else ""
    somewhere = places or not draft.places or not happening.places
    if people and somewhere and (dated or _one_visit(draft, happening)):
        return "same participants" + (", compatible days" if dated else "")
    if places and dated and (not draft.participants or not happening.people):
        return "same place, compatible days"
    return ""


def _one_visit(draft: Draft, happening: Happening) -> bool:
    """A dated and an undated mention are one only where nothing else could be meant."""
    undated = draft.days == (None, None), happening.days == (None, None)
    return all(undated) or not any(undated) or not draft.trigger.plural


def _all_of_them(draft: Draft, happening: Happening) -> bool:
    """« 36 accords », « des accords majeurs », between the same parties."""
    first = happening.drafts[0]
    return (
        draft.several
        and first.several
        and bool(draft.participants)
        and set(draft.participants) == set(first.participants)
    )


def _same_topic(draft: Draft, happening: Happening, shared: bool, dated: bool) -> str:
    mine, theirs = set(draft.topic), happening.topic
    if draft.type == "agreement" and _all_of_them(draft, happening):
        return "the agreements of the same parties, not told apart"
    common = mine & theirs
    if not mine or not theirs or len(common) < min(len(mine), len(theirs)) * 0.6:
        return ""
    bodies = {e for e, role in draft.participants.items() if role in ("founded", "founder")}
    if common and bodies & set(happening.people) and draft.type == "establishment":
        return f"same body, same subject ({', '.join(sorted(common))})"
    if len(common) < 2 and not dated:
        return ""
    if shared or dated or len(common) > 2:
        return f"same subject ({', '.join(sorted(common))})"
    return ""


def events(happenings: Sequence[Happening]) -> tuple[Event, ...]:
    """The records, `part_of` counting into them."""
    number = {id(d): i for i, h in enumerate(happenings) for d in h.drafts}
    return tuple(_event(h, number) for h in happenings)


def _event(happening: Happening, number: dict[int, int]) -> Event:
    first = happening.drafts[0]
    days = happening.days
    mine = number[id(first)]
    part_of = next(
        (n for d in happening.drafts if d.within and (n := number.get(id(d.within))) not in (None, mine)), None
    )
    rules = dict.fromkeys(d.trigger.rule.name for d in happening.drafts)
    evidence = {d.evidence: None for d in happening.drafts if d.evidence}
    return Event(
        type=first.type,
        head=_head(happening),
        topic=tuple(sorted(happening.topic)),
        earliest=days[0],
        latest=days[1],
        precision=when.precision(days),
        status=status.of_all(happening.drafts),
        negated=all(d.negated for d in happening.drafts),
        participants=tuple(Participant(e, role) for e, role in happening.people.items()),
        places=happening.places,
        evidence=tuple(evidence),
        rules=tuple(rules),
        part_of=part_of,
        reasons=tuple(dict.fromkeys(happening.reasons)),
    )


def _head(happening: Happening) -> str:
    """The fullest of the mentions' heads, the first among equals."""
    heads = [d.head for d in happening.drafts if not d.anaphor] or [d.head for d in happening.drafts]
    return max(heads, key=lambda h: (min(len(h), 60), -heads.index(h)))
