"""How a line of a chronology tells its event: by a noun that opens it, or a participle.

« 5 mai 2012 : visite de M. Durand ; entretien avec Mme Roux », « Paul Durand reçu à Oslo ».
"""

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.grammar.tokens import DATE, WORD
from pipeline.annotate.events.grammar.verbgroup import REDUCED

_BEFORE_HEADS = frozenset(
    {"la", "le", "l'", "les", "un", "une", "nouvelle", "nouveau", "première", "premier"}
    | {"inauguration", "ouverture", "clôture", "d'", "de", "du", "des"}
)
"""What may stand before the noun: « première visite », « inauguration d'une exposition »."""
_PARTS = frozenset({":", ";", ",", "|", "–", "—", "-", "•", ".", "puis", "et"})
"""What parts one event of a line from the next, or from the day."""


def opens_entry(draft: Draft) -> bool:
    """The noun opens its line or a part of it: « 5 mai 2012 : visite … ; entretien … »."""
    sentence, k = draft.sentence, draft.trigger.start - 1
    if draft.trigger.verb:
        return False
    while k >= 0 and sentence.kinds[k] == WORD and sentence.lows[k] in _BEFORE_HEADS:
        k -= 1
    return k < 0 or sentence.kinds[k] == DATE or sentence.lows[k] in _PARTS


def told(draft: Draft) -> bool:
    """The noun opens its part of the entry, or a participle stands for the verb: « Paul Durand reçu à Oslo »."""
    verb = draft.trigger.verb
    if verb:
        return verb.voice == REDUCED and draft.status == "occurred" and not draft.negated
    return opens_entry(draft)


def tells(draft: Draft) -> bool:
    """A nominal line, or a verb that says that it happened; not what is only spoken of."""
    verb = draft.trigger.verb
    if verb:
        return verb.tense in ("present", "past") and draft.status == "occurred" and not draft.negated
    return draft.trigger.start <= 2 or draft.sentence.low(draft.trigger.start - 1) in (",", "puis")
