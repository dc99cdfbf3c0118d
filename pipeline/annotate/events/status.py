"""Whether a happening took place: by the verb's tense, the modal before it, the words around a noun."""

from collections.abc import Sequence
from datetime import date

from pipeline.annotate.events.rules import EventRules
from pipeline.annotate.events.tokens import Sentence
from pipeline.annotate.events.triggers import Trigger
from pipeline.annotate.events.verbgroup import VerbGroup

OCCURRED, PLANNED, CANCELLED, UNCERTAIN = "occurred", "planned", "cancelled", "uncertain"
_OF_TENSE = {"future": PLANNED, "conditional": UNCERTAIN, "subjunctive": PLANNED, "infinitive": UNCERTAIN}


def status(
    sentence: Sentence,
    trigger: Trigger,
    verb: VerbGroup | None,
    earliest: date | None,
    own: date | None,
    rules: EventRules,
) -> tuple[str, bool]:
    """The status, and whether the text denies the event."""
    if trigger.verb:
        found, negated = _of_verb(trigger.verb, rules)
    else:
        found, negated = _of_noun(sentence, trigger, verb, rules)
    if found == OCCURRED and earliest and own and earliest > own:
        return PLANNED, negated
    return found, negated


def _of_verb(verb: VerbGroup, rules: EventRules) -> tuple[str, bool]:
    if verb.tense == "infinitive":
        found = rules.words.modal.get(verb.modal, UNCERTAIN)
        return _settled(found), verb.negated or found == CANCELLED
    return _OF_TENSE.get(verb.tense, OCCURRED), verb.negated


def _settled(found: str) -> str:
    return PLANNED if found == "past_plan" else found


def _of_noun(sentence: Sentence, trigger: Trigger, verb: VerbGroup | None, rules: EventRules) -> tuple[str, bool]:
    around = rules.words.around_nouns
    near = [sentence.low(k) for k in _near(trigger, len(sentence.lows))]
    negated = any(low in around["negated"] for low in near[:4])
    if any(low in around["cancelled"] for low in near):
        return CANCELLED, negated
    if verb and sentence.low(verb.end - 1) in around["cancelled"]:
        return CANCELLED, negated
    if verb:
        found, denied = _of_verb(verb, rules)
        if found != OCCURRED or denied:
            return found, denied or negated
    if any(low in around["uncertain"] for low in near):
        return UNCERTAIN, negated
    if any(low in around["planned"] for low in near):
        return PLANNED, negated
    return OCCURRED, negated


def _near(trigger: Trigger, length: int) -> Sequence[int]:
    return [*range(max(0, trigger.head - 4), trigger.head), *range(trigger.end, min(length, trigger.end + 5))]
