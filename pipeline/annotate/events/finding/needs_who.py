"""What a rule may ask for of those who take part: who, how many, and whether such as they can do it."""

from collections.abc import Callable

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.who.context import Context

Test = Callable[[Draft, Context, EventRules], bool]


def people(draft: Draft, context: Context) -> int:
    """How many people take part."""
    return sum(context.entities[e].label == "PER" for e in draft.participants)


def _person(draft: Draft, context: Context, _: EventRules) -> bool:
    return people(draft, context) > 0


def _two_people(draft: Draft, context: Context, _: EventRules) -> bool:
    return people(draft, context) > 1


def _actor(draft: Draft, *_: object) -> bool:
    return bool(draft.participants)


def _pair(draft: Draft, *_: object) -> bool:
    return len(draft.participants) > 1


def _received(draft: Draft, _: Context, rules: EventRules) -> bool:
    """Host and guest; or one of them and a place or a day, the other known by office or not at all."""
    if len(draft.participants) > 1:
        return True
    verb, at = draft.trigger.verb, draft.trigger.start
    if verb is None or not (draft.attached or draft.places or draft.around.slots.get("par")):
        return False
    some = rules.words["offices"] | rules.words["movers"] | rules.words["proxies"] | rules.words["guests"]
    guest = any(a.label == "PER" for a in draft.around.slots.get("object", ()))
    here = range(max(0, at - 4), at) if guest else range(verb.end, verb.end + 7)
    other = any(draft.sentence.low(k) in some for k in here) and bool(draft.participants)
    return verb.voice == "passive" or (other and verb.voice == "active")


def _attacker(draft: Draft, *_: object) -> bool:
    return "attacker" in draft.participants.values()


def _encountered(draft: Draft, *_: object) -> bool:
    """Both; or one, and the verb tells it, or a day or a place: not « prêt à rencontrer les élus »."""
    verb = draft.trigger.verb
    told = verb is None or verb.tense != "infinitive"
    return len(draft.participants) > 1 or draft.dated or bool(draft.places) or told


def _organisation(draft: Draft, context: Context, _: EventRules) -> bool:
    return any(context.entities[e].label == "ORG" for e in draft.participants)


def _assembly(draft: Draft, context: Context, rules: EventRules) -> bool:
    """A parliament, a council, a state votes; a person doesn't; or a law was passed on a day that is named."""
    verb, at = draft.trigger.verb, draft.trigger.start
    if verb and verb.voice in ("passive", "reduced") and draft.attached:
        return True
    near = range(max(0, at - 8), at)
    if any(draft.sentence.low(k) in rules.words["voters"] for k in near):
        return True
    if any(draft.sentence.low(k) in rules.nationalities and draft.sentence.low(k - 1) == "les" for k in near):
        return True  # « les Suédois ont approuvé … »
    return any(context.entities[e].label != "PER" for e in draft.participants)


def _parliament(draft: Draft, context: Context, rules: EventRules) -> bool:
    """A parliament or its members, whatever they vote on."""
    at = draft.trigger.start
    if any(draft.sentence.low(k) in rules.words["members"] for k in range(max(0, at - 5), at)):
        return True
    return any(context.entities[e].kind == "parliament" for e in draft.participants)


def _moved(draft: Draft, context: Context, _: EventRules) -> bool:
    """Someone who can travel: a person, or the delegation of a body."""
    subject = draft.around.slots.get("subject", ()) or draft.around.slots.get("object", ())
    return people(draft, context) > 0 or any(a.proxy for a in subject)


def _host_place(draft: Draft, context: Context, _: EventRules) -> bool:
    return people(draft, context) > 0 and any(a.label == "LOC" for a in draft.around.slots.get("de", ()))


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


def _traveller(draft: Draft, context: Context, _: EventRules) -> bool:
    """A person named right before, with no more than an apposition between."""
    at = draft.trigger.start
    subject = draft.around.slots.get("subject", ())
    return people(draft, context) > 0 and any(0 <= at - a.end <= 1 for a in subject)


def _partner(draft: Draft, context: Context, _: EventRules) -> bool:
    """Two people; or one with whom somebody was on a day."""
    with_whom = any(a.label == "PER" for a in draft.around.slots.get("avec", ()))
    return people(draft, context) > 1 or (with_whom and draft.dated)


def _journey(draft: Draft, context: Context, rules: EventRules) -> bool:
    """Somebody's; or one journey that is told of as such: « son premier déplacement en Suède »."""
    if people(draft, context):
        return True
    head = draft.trigger.head
    first = any(rules.words.ordinals.number(low) for low in draft.sentence.lows[max(0, head - 2) : head])
    return not draft.plural and (first or (draft.around.happens and draft.attached))


def _elected(draft: Draft, *_: object) -> bool:
    return bool(draft.participants) or (draft.attached and bool(draft.around.inherits))


def _joined(draft: Draft, *_: object) -> bool:
    """A state joins or leaves an organisation."""
    return {"party", "organisation"} <= set(draft.participants.values())


def _no_media(draft: Draft, context: Context, _: EventRules) -> bool:
    """Newspapers announce what others do."""
    return any(context.entities[e].kind != "media" for e in draft.participants)


def _pair_or_dated(draft: Draft, *_: object) -> bool:
    return len(draft.participants) > 1 or draft.dated


def _states(draft: Draft, context: Context, _: EventRules) -> bool:
    """States alone, no person and no company."""
    return all(context.entities[e].label == "LOC" for e in draft.participants)


def _season(draft: Draft, *_: object) -> bool:
    """« l'année de la Suède en Norvège »: of one country in another."""
    of, end = draft.around.slots.get("de", ()), draft.trigger.end
    own = any(a.label == "LOC" and a.start - end <= 3 for a in of)
    return own and bool(draft.participants) and bool(draft.places)


def _honoured(draft: Draft, *_: object) -> bool:
    """Somebody who is honoured, not only those who honour."""
    return "honoured" in draft.participants.values()


def _traded(draft: Draft, *_: object) -> bool:
    """Somebody; or « trente avions ont été achetés le 5 mai »."""
    verb = draft.trigger.verb
    return bool(draft.participants) or (verb is not None and verb.voice == "passive" and draft.attached)


TESTS: dict[str, Test] = {
    "encountered": _encountered,
    "actor": _actor,
    "actor-moved": _moved,
    "assembly": _assembly,
    "attacker": _attacker,
    "elected": _elected,
    "honoured": _honoured,
    "host-place": _host_place,
    "joined": _joined,
    "journey": _journey,
    "mover": _mover,
    "no-media": _no_media,
    "organisation": _organisation,
    "pair": _pair,
    "pair-or-dated": _pair_or_dated,
    "parliament": _parliament,
    "participants": _actor,
    "participants-or-place": _participants_or_place,
    "partner": _partner,
    "person": _person,
    "received": _received,
    "season": _season,
    "states": _states,
    "recognised": _recognised,
    "together": _together,
    "traded": _traded,
    "traveller": _traveller,
    "two-parties": _two_parties,
    "two-people": _two_people,
}
