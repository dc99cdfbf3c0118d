"""Happenings that a sentence speaks of without telling them: habits, periods, advice, what was left undone."""

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.grammar.tokens import MARK
from pipeline.annotate.events.grammar.verbgroup import PASSIVE
from pipeline.annotate.events.knowledge.rules import EventRules

_HABITUAL = ("present", "imperfect", "infinitive", "gerund")
_EVERY = ("chaque", "tous ", "toutes ")
_BESIDE = 6
"""So many tokens around a word its « chaque année » stands."""


def is_talk(draft: Draft, rules: EventRules) -> bool:
    """Whether nothing is told here.

    A day of its own makes a happening of most: « dès la signature de l'accord du 3 mai ».
    """
    if _left_undone(draft) or _opens_with_habit(draft):
        return True
    if draft.attached:
        return False
    spoken_of = _is_period(draft, rules) or _is_habit(draft, rules) or _was_no_habit(draft) or _is_advised(draft, rules)
    return spoken_of or _is_interview(draft) or _is_condition(draft)


def _left_undone(draft: Draft) -> bool:
    """« sans adopter de déclaration », « sans parvenir à signer d'accord »; « sans avoir signé l'accord » is news."""
    verb, named, sentence = draft.trigger.verb, draft.trigger.object, draft.sentence
    if verb is None or named is None or verb.tense not in ("infinitive", "participle"):
        return False
    if sentence.low(verb.end) not in ("de", "d'") or named[0] < verb.end:
        return False
    before = sentence.lows[max(0, verb.start - 4) : verb.start + 1]
    return "sans" in before and MARK not in sentence.kinds[max(0, verb.start - 4) : verb.start]


def _is_period(draft: Draft, rules: EventRules) -> bool:
    """« depuis l'entrée en vigueur du traité »: says when, of something else, and not whose treaty it is."""
    head, sentence = draft.trigger.head, draft.sentence
    if draft.trigger.verb or draft.type != "agreement" or draft.participants:
        return False
    return sentence.low(head - 1) in ("le", "la", "l'") and sentence.low(head - 2) in rules.words["before periods"]


def _is_habit(draft: Draft, rules: EventRules) -> bool:
    """« réunissant chaque année les directeurs », « reçoit régulièrement des délégations »."""
    sentence, verb = draft.sentence, draft.trigger.verb or draft.around.verb
    if verb is not None and verb.tense not in _HABITUAL:
        return False
    low, high = draft.trigger.start - _BESIDE, draft.trigger.end + _BESIDE
    every = any(low <= k < high and sentence.low(k).startswith(_EVERY) for k in sentence.dates)
    often = draft.trigger.verb is not None and not rules.words["habitually"].isdisjoint(
        sentence.lows[max(0, low) : draft.trigger.end + 3]
    )
    return every or often


def _opens_with_habit(draft: Draft) -> bool:
    """« Chaque année, en octobre, une cérémonie marque la fin des vendanges »."""
    verb = draft.trigger.verb or draft.around.verb
    habitual = verb is None or verb.tense in _HABITUAL
    sentence = draft.sentence
    opening = next((k for k in sentence.dates if k <= 1), -1)
    return habitual and opening >= 0 and sentence.low(opening).startswith(_EVERY)


def _was_no_habit(draft: Draft) -> bool:
    """« ne visitait pas Oslo en touriste »."""
    verb = draft.trigger.verb
    return draft.negated and verb is not None and verb.tense == "imperfect"


def _is_advised(draft: Draft, rules: EventRules) -> bool:
    """« Recommandation n° 4 : soutenir la signature d'un traité »."""
    sentence = draft.sentence
    headed = any(sentence.low(k) == ":" or sentence.low(k).startswith("n") for k in (1, 2, 3))
    return headed and sentence.low(0) in rules.words["advice"]


def _is_interview(draft: Draft) -> bool:
    """« Entretien avec Anne Roux »: the title of an interview."""
    sentence = draft.sentence
    heads = (
        sentence.paragraph == draft.trigger.head == 0 and sentence.low(0) == "entretien" and sentence.low(1) == "avec"
    )
    return heads and not draft.dated and not draft.places


def _is_condition(draft: Draft) -> bool:
    """« S'il est élu, … »: the pronoun says that this was spoken of before; « s'il a signé, … » concedes."""
    verb, sentence = draft.trigger.verb, draft.sentence
    if verb is None or verb.tense not in ("present", "imperfect") or "été" in sentence.lows[verb.start : verb.end]:
        return False
    if verb.voice != PASSIVE and verb.end - verb.start > 1:
        return False
    near = range(max(0, verb.start - 4), verb.start)
    return any(sentence.low(k) == "s'" and sentence.low(k + 1) in ("il", "ils") for k in near)
