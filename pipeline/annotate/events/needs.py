"""What a rule asks for before its trigger counts: each need is a small test of one draft."""

from collections.abc import Callable

from pipeline.annotate.events.context import Context, is_country
from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.rules import EventRules
from pipeline.annotate.events.tokens import DATE, NAME

Test = Callable[[Draft, Context, EventRules], bool]


def _people(draft: Draft, context: Context) -> int:
    return sum(context.entities[e].label == "PER" for e in draft.participants)


def _person(draft: Draft, context: Context, _: EventRules) -> bool:
    return _people(draft, context) > 0


def _two_people(draft: Draft, context: Context, _: EventRules) -> bool:
    return _people(draft, context) > 1


def _actor(draft: Draft, *_: object) -> bool:
    return bool(draft.participants)


def _pair(draft: Draft, *_: object) -> bool:
    return len(draft.participants) > 1


def _received(draft: Draft, *_: object) -> bool:
    """Host and guest; or, in the passive, one of them and a place or a day."""
    if len(draft.participants) > 1:
        return True
    verb = draft.trigger.verb
    return (
        verb is not None
        and verb.voice == "passive"
        and (draft.attached or bool(draft.places) or bool(draft.around.slots.get("par")))
    )


def _organisation(draft: Draft, context: Context, _: EventRules) -> bool:
    return any(context.entities[e].label == "ORG" for e in draft.participants)


def _assembly(draft: Draft, context: Context, rules: EventRules) -> bool:
    """A parliament, a council, a state votes; a person doesn't; or a law was passed on a day that is named."""
    verb, at = draft.trigger.verb, draft.trigger.start
    if verb and verb.voice in ("passive", "reduced") and draft.attached:
        return True
    near = (draft.sentence.low(k) for k in range(max(0, at - 8), at))
    if any(low in rules.words["voters"] for low in near):
        return True
    return any(context.entities[e].label != "PER" for e in draft.participants)


def _moved(draft: Draft, context: Context, _: EventRules) -> bool:
    """Someone who can travel: a person, or the delegation of a body."""
    subject = draft.around.slots.get("subject", ()) or draft.around.slots.get("object", ())
    return _people(draft, context) > 0 or any(a.proxy for a in subject)


def _host_place(draft: Draft, context: Context, _: EventRules) -> bool:
    return _people(draft, context) > 0 and any(a.label == "LOC" for a in draft.around.slots.get("de", ()))


def _together(draft: Draft, context: Context, _: EventRules) -> bool:
    """Two, or one body that meets: nobody meets alone; or somewhere, whoever « ils » are."""
    if len(draft.participants) > 1 or _organisation(draft, context, _):
        return True
    return bool(draft.places) and bool(draft.around.inherits)


def _recognised(draft: Draft, *_: object) -> bool:
    """A state is recognised by another."""
    roles = set(draft.participants.values())
    return {"speaker", "recognised"} <= roles


def _participants_or_place(draft: Draft, *_: object) -> bool:
    return bool(draft.participants and "target" in draft.participants.values()) or (
        bool(draft.places) and not any(a.label == "PER" for a in draft.around.slots.get("subject", ()))
    )


def _place(draft: Draft, *_: object) -> bool:
    return bool(draft.places)


def _dated(draft: Draft, *_: object) -> bool:
    return draft.dated


def _detail(draft: Draft, *_: object) -> bool:
    return bool(draft.participants or draft.places or draft.dated or draft.within)


def _place_or_date(draft: Draft, *_: object) -> bool:
    return bool(draft.places or draft.dated)


def _mover(draft: Draft, _: Context, rules: EventRules) -> bool:
    """Someone named, or at least a delegation, a minister."""
    at = draft.trigger.start
    near = (draft.sentence.low(k) for k in range(max(0, at - 9), at))
    moved = any(role != "host" for role in draft.participants.values())
    if draft.places and draft.around.inherits:
        return True  # « Elle se rendra à Oslo »
    return moved or any(low in rules.words["movers"] for low in near)


def _two_parties(draft: Draft, *_: object) -> bool:
    return len({e for a in draft.around.slots.get("entre", ()) for e in a.entities}) > 1


def _goal(draft: Draft, _: Context, rules: EventRules) -> bool:
    """A place, or whatever stands behind a preposition of place."""
    if draft.places:
        return True
    end, sentence = draft.trigger.end, draft.sentence
    for k in range(end, end + 8):
        if sentence.low(k) in rules.words["at"]:
            return True
        passes = sentence.kind(k) == DATE or sentence.low(k) in rules.words["before goals"]
        if not (passes or sentence.low(k).endswith("ment")):
            return False
    return False


def _finite(draft: Draft, *_: object) -> bool:
    verb = draft.trigger.verb
    return verb is not None and verb.tense in ("present", "past", "imperfect") and not verb.negated


def _happening(draft: Draft, *_: object) -> bool:
    return bool(draft.around.happens or draft.dated or draft.places or draft.within or len(draft.participants) > 1)


def _named_or_placed(draft: Draft, *_: object) -> bool:
    return bool(draft.participants) or (draft.attached and bool(draft.places))


def _gathered(draft: Draft, context: Context, rules: EventRules) -> bool:
    """A verb of happening, a date of its own, a name in quotation marks or capitals."""
    sentence, trigger = draft.sentence, draft.trigger
    if draft.around.happens or draft.attached or draft.within or (trigger.head == 0 and draft.places):
        return True
    if sentence.kind(trigger.head) == "name" or sentence.low(trigger.end) in ("«", "“", '"'):
        return True
    if sentence.capital(trigger.head) and trigger.head > 0:
        return True
    of_it = [a for a in draft.around.slots.get("de", ()) if a.label == "LOC"]
    if not of_it:
        return bool(draft.places)
    return _of_city(draft, context, rules)


def _of_city(draft: Draft, context: Context, rules: EventRules) -> bool:
    """« le sommet d'Oslo », « la conférence de Metz »: known by its town."""
    head, sentence = draft.trigger.head, draft.sentence
    known = sentence.low(head) in rules.words["known by their town"]
    definite = not rules.words["definite or in"].isdisjoint(sentence.lows[max(0, head - 2) : head])
    return known and definite and any(not is_country(context.entities[e]) for e in draft.places)


def _attached(draft: Draft, *_: object) -> bool:
    """A date in the same noun phrase, and someone who takes part."""
    return draft.attached and bool(draft.participants)


def _joint_or_named(draft: Draft, _: Context, rules: EventRules) -> bool:
    """« déclaration conjointe », or « Déclaration d'Oslo »: capitalised, with a place or a date."""
    if not rules.words["joint"].isdisjoint(draft.sentence.lows[draft.trigger.start : draft.trigger.end]):
        return bool(draft.participants or draft.places or draft.dated)
    if draft.sentence.kind(draft.trigger.head) == "name":
        return True
    of_place = any(a.label == "LOC" and not a.proxy for a in draft.around.slots.get("de", ()))
    return draft.sentence.capital(draft.trigger.head) and (of_place or draft.attached)


def _attached_or_placed(draft: Draft, *_: object) -> bool:
    return draft.attached or bool(draft.places)


def _dated_place(draft: Draft, *_: object) -> bool:
    return draft.attached and bool(draft.places)


def _opens(draft: Draft, _: Context, rules: EventRules) -> bool:
    """Nothing but an article stands before: a line of a diary, a heading."""
    return draft.trigger.start <= 1 or draft.sentence.low(draft.trigger.start - 1) in rules.words["before entries"]


def _traveller(draft: Draft, context: Context, _: EventRules) -> bool:
    """A person named right before, with no more than an apposition between."""
    at = draft.trigger.start
    subject = draft.around.slots.get("subject", ())
    return _people(draft, context) > 0 and any(0 <= at - a.end <= 1 for a in subject)


def _somewhere(draft: Draft, _: Context, rules: EventRules) -> bool:
    """A place right behind, and at its side a day or the end of the clause."""
    k, sentence = draft.trigger.end, draft.sentence
    if sentence.kind(k) != NAME or not draft.places:
        return False
    return sentence.kind(k + 1) == DATE or sentence.low(k + 1) in rules.words["behind a stay"]


def _told_past(draft: Draft, *_: object) -> bool:
    """An auxiliary and a participle: « a vendu », not « vend »."""
    verb = draft.trigger.verb
    return verb is not None and verb.end - verb.start > 1 and draft.status == "occurred" and not verb.negated


def _visited(draft: Draft, *_: object) -> bool:
    """Visits in the plural are talk, unless somebody makes them or a day tells when."""
    return not draft.plural or draft.dated or bool(draft.participants)


def _pair_or_dated(draft: Draft, *_: object) -> bool:
    return len(draft.participants) > 1 or draft.dated


def _finite_or_reduced(draft: Draft, context: Context, rules: EventRules) -> bool:
    verb = draft.trigger.verb
    return _finite(draft, context, rules) or (verb is not None and verb.voice == "reduced")


def _of_place(draft: Draft, *_: object) -> bool:
    """« la prise de Narvik »: the name stands right behind « de »."""
    end = draft.trigger.end
    return any(a.label == "LOC" and a.bare and a.start - end <= 2 for a in draft.around.slots.get("de", ()))


def _attacked_or_dated(draft: Draft, *_: object) -> bool:
    return bool(draft.participants) or draft.attached


def _indefinite(draft: Draft, rules: EventRules) -> bool:
    """« un entretien », « des négociations »: told for the first time, not spoken of again."""
    head = draft.trigger.head
    before = draft.sentence.lows[max(0, head - 2) : head]
    return draft.plural or not rules.words["indefinite"].isdisjoint(before)


def _met(draft: Draft, _: Context, rules: EventRules) -> bool:
    """Somebody; or « un entretien a eu lieu lundi »."""
    told = draft.around.happens and _indefinite(draft, rules)
    return bool(draft.participants) or (told and bool(draft.dated or draft.places))


def _met_or_placed(draft: Draft, _: Context, rules: EventRules) -> bool:
    return _named_or_placed(draft) or (draft.around.happens and draft.attached and _indefinite(draft, rules))


def _partner(draft: Draft, context: Context, _: EventRules) -> bool:
    """Two people; or one with whom somebody was on a day."""
    with_whom = any(a.label == "PER" for a in draft.around.slots.get("avec", ()))
    return _people(draft, context) > 1 or (with_whom and draft.dated)


def _journey(draft: Draft, context: Context, rules: EventRules) -> bool:
    """Somebody's; or one journey that is told of as such: « son premier déplacement en Suède »."""
    if _people(draft, context):
        return True
    head = draft.trigger.head
    first = any(rules.words.ordinals.number(low) for low in draft.sentence.lows[max(0, head - 2) : head])
    return not draft.plural and (first or (draft.around.happens and draft.attached))


def _elected(draft: Draft, *_: object) -> bool:
    return bool(draft.participants) or (draft.attached and bool(draft.around.inherits))


def _no_media(draft: Draft, context: Context, _: EventRules) -> bool:
    """Newspapers announce what others do."""
    return any(context.entities[e].kind != "media" for e in draft.participants)


def _opens_or_person(draft: Draft, context: Context, rules: EventRules) -> bool:
    return _people(draft, context) > 0 or _opens(draft, context, rules)


NEEDS: dict[str, Test] = {
    "actor": _actor,
    "actor-moved": _moved,
    "assembly": _assembly,
    "attacked-or-dated": _attacked_or_dated,
    "attached-date": _attached,
    "attached-or-placed": _attached_or_placed,
    "date": _dated,
    "dated-place": _dated_place,
    "detail": _detail,
    "detail-of-place-or-date": _place_or_date,
    "elected": _elected,
    "finite": _finite,
    "gathered": _gathered,
    "finite-or-reduced": _finite_or_reduced,
    "goal": _goal,
    "happening": _happening,
    "host-place": _host_place,
    "joint-or-named": _joint_or_named,
    "journey": _journey,
    "met": _met,
    "met-or-dated-place": _met_or_placed,
    "mover": _mover,
    "opens": _opens,
    "opens-or-person": _opens_or_person,
    "organisation": _organisation,
    "no-media": _no_media,
    "of-place": _of_place,
    "pair": _pair,
    "partner": _partner,
    "pair-or-dated": _pair_or_dated,
    "participants": _actor,
    "participants-or-dated-place": _named_or_placed,
    "participants-or-place": _participants_or_place,
    "person": _person,
    "place": _place,
    "place-or-date": _place_or_date,
    "received": _received,
    "recognised": _recognised,
    "somewhere": _somewhere,
    "together": _together,
    "told-past": _told_past,
    "traveller": _traveller,
    "two-parties": _two_parties,
    "two-people": _two_people,
    "visited": _visited,
}


def met(draft: Draft, context: Context, rules: EventRules) -> bool:
    """All that the rule asks for is there."""
    return all(NEEDS[need](draft, context, rules) for need in draft.trigger.rule.needs)
