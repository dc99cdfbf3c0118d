"""What a rule may ask for of agreements and statements: that a state is bound, who said it."""

from pipeline.annotate.events.context import Context
from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.needs_who import Test
from pipeline.annotate.events.rules import EventRules
from pipeline.annotate.events.tokens import WORD, Sentence
from pipeline.annotate.events.when import INITIAL


def _state(draft: Draft, context: Context, _: EventRules) -> bool:
    return any(context.entities[e].label == "LOC" for e in draft.participants)


def _speaker(draft: Draft, *_: object) -> bool:
    return "speaker" in draft.participants.values()


def _dated_words(draft: Draft, _: Context, rules: EventRules) -> bool:
    """Somebody spoke on a day that the sentence opens with, or that stands at the verb: not in what was said."""
    verb, sentence = draft.trigger.verb, draft.sentence
    if verb is None or not draft.participants or None in draft.days or sentence.low(verb.start - 1) in _RELATIVE:
        return False
    if not draft.attached:
        return any(k <= INITIAL for k in sentence.dates)
    behind = next((k for k in sentence.dates if k >= verb.end and draft.around.window[1] > k), -1)
    named = {k for a in draft.around.slots.get("subject", ()) for k in range(a.start, a.end)}
    return behind < 0 or all(_may_part(sentence, k, rules) for k in range(verb.end, behind) if k not in named)


_RELATIVE = ("qui", "dont", "où")


def _may_part(sentence: Sentence, k: int, rules: EventRules) -> bool:
    """« a déclaré, à Oslo, le 5 mai »: what may stand between a verb and its day."""
    low, words = sentence.lows[k], rules.words
    if sentence.kinds[k] != WORD:
        return low not in (";", ":", "«")
    small = low in words.preposition or low in words["articles"] or low in words["adverbs"]
    return small or low.endswith("ment") or low in words["sites"]


def _compound(draft: Draft, *_: object) -> bool:
    """« a salué », not « salue »."""
    verb = draft.trigger.verb
    return verb is not None and verb.end - verb.start > 1


TESTS: dict[str, Test] = {"compound": _compound, "dated-words": _dated_words, "speaker": _speaker, "state": _state}
