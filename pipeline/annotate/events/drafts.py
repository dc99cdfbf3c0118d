"""One trigger's event, before the text's mentions of one happening are brought together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.annotate.events.around.surroundings import Surroundings
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import DATE, MARK, WORD, Sentence
from pipeline.annotate.events.knowledge.rules import EventRules, Slot
from pipeline.annotate.events.who.actors import Actor
from pipeline.annotate.events.who.context import Context, is_capital, is_country
from pipeline.records import Days, Evidence
from pipeline.spelling import fold


@dataclass(slots=True)
class Draft:
    """What one trigger says. `within` counts into the sentence's drafts: « signé lors de la visite »."""

    trigger: Trigger
    sentence: Sentence
    around: Surroundings
    participants: dict[int, str] = field(default_factory=dict)
    places: tuple[int, ...] = ()
    days: Days = (None, None)
    dated: bool = False
    attached: bool = False
    status: str = "occurred"
    negated: bool = False
    told: bool = True
    head: str = ""
    topic: tuple[str, ...] = ()
    evidence: Evidence | None = None
    within: "Draft | None" = None
    anaphor: bool = False
    complete: bool = True
    plural: bool = False
    several: bool = False
    listed: bool = False
    name_only: bool = False

    @property
    def type(self) -> str:
        """The event's type."""
        return self.trigger.rule.type


def participants(
    sentence: Sentence, trigger: Trigger, around: Surroundings, context: Context, rules: EventRules
) -> dict[int, str]:
    """Who takes part, with their role, in the order of the frame's slots."""
    found: dict[int, str] = {}
    for name, slot in rules.frames[trigger.rule.frame].items():
        actors = around.slots.get(name)
        if not actors or (name == "par" and trigger.verb and trigger.verb.voice == "active"):
            continue
        acts = name == "subject" and trigger.rule.type != "conflict"  # who « mène une attaque » attacks
        role = around.role if acts and around.role else slot.role
        for actor in actors:
            for entity in actor.entities:
                if _may_take(entity, slot, context, rules):
                    found.setdefault(entity, role)
    return found or _both_states(sentence, trigger, around, context, rules)


def _both_states(
    sentence: Sentence, trigger: Trigger, around: Surroundings, context: Context, rules: EventRules
) -> dict[int, str]:
    """Where nobody is named: « nos relations » in the sentence, or what the two states of the text do together."""
    if trigger.verb and trigger.verb.voice == "active":
        return {}  # somebody else does it: « plusieurs villes ont signé »
    named = tuple([e for actor in around.slots.get("sentence", ())[:1] for e in actor.entities])
    if not named and not context.pair:
        return {}
    words = rules.words.bilateral
    start, end = trigger.object or (trigger.head, trigger.end)
    near = {sentence.low(k) for k in range(max(0, start - 1), min(end + 4, len(sentence.lows)))}
    type_ = trigger.rule.type
    if type_ == "agreement" and sentence.low(start - 1) in rules.words["demonstratives"]:
        return {}  # « cet accord »: whose it is has been said
    together = bool(near & words["nouns"] and near & words["marks"]) or bool(near & words["alone"])
    if (
        type_ == "agreement"
        or trigger.rule.frame == "relate"
        or (type_ == "commemoration" and any(fold(n).startswith(tuple(words["ties"])) for n in near))
    ):
        together = True
    if (
        type_ == "agreement"
        and "entre" in sentence.lows[end : end + 3]
        and _STATES.isdisjoint(sentence.lows[end : end + 7])
    ):
        return {}  # « un accord entre le gouvernement et les rebelles »
    if named and (together or (type_ == "establishment" and trigger.object)):
        return dict.fromkeys(named, "party")
    return dict.fromkeys(context.pair, "party") if together else {}


_STATES = frozenset({"deux", "pays", "états", "gouvernements", "parties", "capitales", "nos", "eux"})


def _may_take(entity: int, slot: Slot, context: Context, rules: EventRules) -> bool:
    one = context.entities[entity]
    if one.label not in slot.labels:
        return False
    if one.label != "LOC" or slot.cities or is_country(one):
        return True
    return slot.capitals and is_capital(one, one.country or "", rules)


_NO_PLACE = {
    "relate": ("entre",),
    "relate-object": ("de",),
    "trade": ("à",),
    "deal": ("à",),
    "restore": ("à",),
    "season": ("de",),
}
"""Behind which prepositions a frame has its parties, not its places."""


def places(
    sentence: Sentence, trigger: Trigger, around: Surroundings, context: Context, rules: EventRules
) -> tuple[int, ...]:
    """Where it took place: the places behind a preposition of place, and the one that receives it."""
    parties = _NO_PLACE.get(trigger.rule.frame, ())
    usual = [p for p in rules.places[trigger.rule.type] if p not in parties and p not in trigger.rule.places]
    wanted = [p for p in (*usual, *trigger.rule.places) if p in around.slots]
    found = [a for p in wanted for a in around.slots[p] if a.label == "LOC" and not a.group and not a.proxy]
    if trigger.rule.type == "establishment" and trigger.object and trigger.rule.frame == "found":
        found += _of_object(sentence, trigger, around, context)
    if trigger.rule.type == "vote":
        found += [a for name in ("office", "de", "à") for a in around.slots.get(name, ()) if a.label == "LOC"]
    if around.role == "host" or trigger.rule.frame in ("vote", "guest"):
        found += [a for a in around.slots.get("subject", ()) if a.label == "LOC" and not a.group]
    elif around.role == "organiser" or (
        trigger.rule.frame == "celebrate" and len(around.slots.get("subject", ())) == 1
    ):
        found += [a for a in around.slots.get("subject", ()) if a.label == "LOC" and not _is_state(a, context)]
    return tuple(dict.fromkeys([e for a in sorted(found) for e in a.entities]))


def _of_object(sentence: Sentence, trigger: Trigger, around: Surroundings, context: Context) -> list[Actor]:
    """« l'usine de batteries d'Oslo »: the town that a building or an office is called after."""
    start = trigger.object[1] if trigger.object else trigger.end
    return [
        a
        for a in around.slots.get("de", ())
        if a.label == "LOC" and a.bare and not a.group and not _is_state(a, context)
        if 0 < a.start - start <= 6 and all(sentence.kinds[k] == WORD for k in range(start, a.start))
        if _BY_NAME.isdisjoint(sentence.lows[start : a.start])
    ]


def _is_state(actor: Actor, context: Context) -> bool:
    return any(is_country(context.entities[e]) for e in actor.entities)


_BY_NAME = frozenset({"le", "la", "l'", "à", "au", "aux", "pour", "avec", "par", "entre", "sur", "dans", "et", "en"})
"""Where one of these stands between, the town belongs to something else: « l'usine du groupe *à* la mairie d'Oslo »."""


def open_with_place(sentence: Sentence, actors: Iterable[Actor], drafts: Sequence[Draft], rules: EventRules) -> None:
    """« À Oslo, le président a signé… », « Le 5 mai, à Oslo, … »: where the main clause takes place."""
    first = next(iter(actors), None)
    if first is None or first.label != "LOC" or first.preposition not in ("à", "en", "dans"):
        return
    before = range(first.start - 1)
    opens = first.start <= 2 or all(sentence.kind(k) in (DATE, MARK) or sentence.low(k) in _BEFORE for k in before)
    inverted = sentence.low(first.end) in _INVERTED
    if (
        not opens
        or not (inverted or sentence.low(first.end) == ",")
        or any(d.trigger.start < first.end for d in drafts)
    ):
        return
    ends = (k for k in range(first.end, len(sentence.lows)) if sentence.low(k) in rules.words["relatives"])
    end = next(ends, len(sentence.lows))
    for draft in drafts:
        if not draft.places and draft.trigger.start < end:
            draft.places = first.entities


_INVERTED = frozenset({"s'", "se", "a", "ont", "avait", "est", "sont", "fut", "furent", "aura"})
"""« À Oslo s'est tenu le forum », « à Oslo a été signé un accord »."""
_BEFORE = frozenset({"le", "les", "en", "au", "ce", "dès", "et", "puis", "mais", "enfin", "soir", "matin", "même"})
"""What may stand with a date before the place with which a sentence opens."""


def named_places(name: str, context: Context) -> tuple[int, ...]:
    """The cities in a gathering's own name: « Forum international d'Oslo », « Oslo 2017 »."""
    words = f" {fold(name)} "
    cities = [(i, e) for i, e in enumerate(context.entities) if e.label == "LOC" and not is_country(e)]
    return tuple(i for i, e in cities if e.kind in ("city", None) and any(f" {fold(f)} " in words for f in e.forms))
