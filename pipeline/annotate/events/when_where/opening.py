"""With what a sentence opens: a day for all of it, the day of the words alone, or « C'est en 1971 que … »."""

from pipeline.annotate.events.around.surroundings import Surroundings
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import NAME, WORD, Sentence

INITIAL = 3
"""A date among so many first tokens of a sentence holds for all of it."""


def heads_the_text(sentence: Sentence, k: int) -> bool:
    """« Oslo, 5 mai 2012 (Agence) – Le roi … »; « Le Quotidien (5/11) regrette … »: the day of the words."""
    if k > INITIAL or k == 0:
        return False
    before, behind = sentence.low(k - 1), sentence.low(k + 1)
    if before == "(":
        return behind == ")" and sentence.kind(k - 2) == NAME and sentence.low(k + 2) not in (":", ".", ";", ",", "")
    return before in (",", "le") and sentence.kind(0) == NAME and behind in ("(", "–", "—", "-")


def cleft(sentence: Sentence) -> int:
    """Where « que » stands in « C'est en 1971, à Oslo, que … »: what stands before it holds behind it; else -1."""
    if sentence.low(0) != "c'" or sentence.low(1) not in _IS:
        return -1
    plain = 0
    for k in range(2, min(_CLEFT, len(sentence.lows))):
        if sentence.lows[k] in ("que", "qu'"):
            return k
        plain += sentence.kinds[k] == WORD and sentence.lows[k] not in _LIGHT
        if plain > 1:
            return -1  # « C'est la première fois depuis 1985 que … »
    return -1


_LIGHT = frozenset(
    {"en", "le", "les", "la", "l'", "à", "au", "aux", "dès", "dans", "d'", "donc", "ainsi", "et", "puis", "seulement"}
)
_IS = frozenset({"est", "était", "fut", "sera"})
_CLEFT = 16


def told_aside(sentence: Sentence, trigger: Trigger, around: Surroundings, before: int) -> bool:
    """« Le 5 mai, de retour d'Oslo, où il *avait participé* au forum, … »; « C'est en 1971 que … »: not then."""
    if trigger.start < before:
        return True
    verb = trigger.verb or around.verb
    if verb is None or verb.tense != "imperfect":
        return False
    return any(sentence.low(k) in _RELATIVES for k in range(max(INITIAL, verb.start - 4), verb.start))


_RELATIVES = frozenset({"où", "qui", "que", "qu'", "dont"})
