"""What a noun phrase hangs on: the word left of its articles, adjective and prepositions."""

from typing import NamedTuple

from pipeline.annotate.events.grammar.tokens import DATE, MARK, WORD, Sentence
from pipeline.annotate.events.knowledge.rules import EventRules


class Lead(NamedTuple):
    """What stands left of a noun phrase: the token `at`, and the preposition that links the two."""

    at: int
    preposition: str


def lead(sentence: Sentence, head: int, rules: EventRules) -> Lead:
    """Walk left over the noun's adjective, articles, prepositions and light nouns: « la tenue de sa brève visite »."""
    words, lows = rules.words, sentence.lows
    k = head - 1
    if k > 0 and sentence.kinds[k] == WORD and lows[k] not in words.closed and lows[k - 1] in words["articles"]:
        k -= 1
    preposition = ""
    while k >= 0:
        low = lows[k]
        if low in _LINKS and not (low in ("du", "des") and opens(sentence, k - 1, rules)):
            preposition = preposition or low
        elif low in rules.status.light and preposition and sentence.kinds[k] == WORD:
            preposition = ""
        elif low in words["articles"] or low in words["quotation marks"] or low in rules.status["skipped"]:
            pass
        elif sentence.kinds[k] == DATE:
            k -= lows[k - 1] in _LINKS  # « a reporté au 3 mai la visite »
        elif not (low.endswith("ment") and len(low) > 7):
            break
        k -= 1
    return Lead(k, preposition)


_LINKS = frozenset({"de", "d'", "du", "des", "à", "au", "aux"})


def opens(sentence: Sentence, at: int, rules: EventRules) -> bool:
    """Whether a noun phrase may be a subject behind this token: nothing, a mark, a date, a conjunction."""
    return at < 0 or sentence.kinds[at] in (MARK, DATE) or sentence.lows[at] in rules.status["conjunctions"]
