"""What a rule may ask for of agreements and statements: that a state is bound, who said it."""

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.finding.needs_who import Test
from pipeline.annotate.events.grammar.tokens import WORD, Sentence
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.when_where.when import INITIAL
from pipeline.annotate.events.who.context import Context


def _state(draft: Draft, context: Context, _: EventRules) -> bool:
    return any(context.entities[e].label == "LOC" for e in draft.participants)


def _speaker(draft: Draft, *_: object) -> bool:
    return "speaker" in draft.participants.values()


def _told_words(draft: Draft, _: Context, rules: EventRules) -> bool:
    """Somebody spoke on a day with which the sentence opens, or at the verb a day or place stands: not in his words."""
    verb, sentence = draft.trigger.verb, draft.sentence
    if verb is None or not draft.participants or sentence.low(verb.start - 1) in _RELATIVE:
        return False
    if _there(draft):
        return True
    if not draft.dated or None in draft.days:
        return False
    if not draft.attached:
        return any(k <= INITIAL for k in sentence.dates)
    return _at_the_verb(draft, verb.end, rules)


def _at_the_verb(draft: Draft, end: int, rules: EventRules) -> bool:
    """« a déclaré, à Oslo, le 5 mai », « a déclaré X mardi »; not « a confirmé la visite du 5 mai »."""
    sentence = draft.sentence
    day = next((k for k in sentence.dates if end <= k < draft.around.window[1]), -1)
    if day < 0 or (sentence.low(day + 1) == "," and "," in sentence.lows[day - 2 : day]):
        return True
    named = {k for a in draft.around.slots.get("subject", ()) for k in range(a.start, a.end)}
    return all(_may_part(sentence, k, rules) for k in range(end, day) if k not in named)


def _there(draft: Draft) -> bool:
    """« a affirmé à Oslo que … »: the place right behind the verb."""
    placed = [a for name in ("à", "en", "depuis") for a in draft.around.slots.get(name, ()) if a.label == "LOC"]
    return any(0 < a.start - draft.trigger.end <= 1 for a in placed) and bool(draft.places)


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


def _agreed(draft: Draft, context: Context, _: EventRules) -> bool:
    """Two; or the members of one body, on a day: « le Conseil s'est entendu le 5 mai sur un budget »."""
    body = draft.attached and any(context.entities[e].label == "ORG" for e in draft.participants)
    return len(draft.participants) > 1 or body


TESTS: dict[str, Test] = {
    "agreed": _agreed,
    "compound": _compound,
    "told-words": _told_words,
    "speaker": _speaker,
    "state": _state,
}
