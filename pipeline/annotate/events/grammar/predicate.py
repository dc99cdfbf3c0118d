"""The finite verb whose subject a noun is, insertions between commas and relative clauses skipped."""

from typing import NamedTuple

from pipeline.annotate.events.grammar.tokens import DATE, MARK, NAME, WORD, Sentence
from pipeline.annotate.events.knowledge.rules import EventRules

_REACH = 40
_FUTURE = ("era", "ira", "dra", "vra", "ura", "rra", "eront", "iront", "dront", "vront", "uront", "rront")
_CONTRACTED = frozenset({"du", "des", "au", "aux", "vice"})
_NOT_FINITE = frozenset({"infinitive", "gerund", "participle", ""})


class Predicate(NamedTuple):
    """The finite verb stands at `at`, the word that carries its sense at `head`.

    `passive` says that être, a copula or « se » goes with it; `modal` is what stands between: « doit », « pu ».
    """

    at: int
    tense: str
    head: int
    word: str
    passive: bool
    modal: str
    denied: bool
    yet: bool


def predicate(sentence: Sentence, start: int, rules: EventRules) -> Predicate | None:
    """The first finite verb of the clause behind a noun phrase that ends before `start`, or none that is known."""
    lows, kinds, inside, owed, k = sentence.lows, sentence.kinds, False, 0, start
    closers, relatives = rules.words["closers"], rules.words["relatives"]
    last = min(len(lows), start + _REACH)
    while k < last:
        low = lows[k]
        if kinds[k] == NAME or (inside and kinds[k] == WORD and low not in closers):
            pass
        elif low in closers or low in (".", "?", "!"):
            return None
        if low == ",":
            inside = not (inside or _starts_verb(sentence, k + 1, rules))
        elif inside:
            pass
        elif low in relatives:
            k, owed = (_behind_verb(sentence, k + 1, rules), owed) if low == "qui" else (k, owed + 1)
        elif tense := finite_tense(sentence, k, rules):
            if not owed:
                return _read(sentence, k, tense, rules)
            owed -= 1
        k += 1
    return None


def finite_tense(sentence: Sentence, k: int, rules: EventRules) -> str:
    """The tense of a word, if it is a finite verb as far as one can know."""
    low = sentence.lows[k]
    before = sentence.low(k - 1)
    named = before in rules.words["articles"] or before in _CONTRACTED  # « la visite du *président* »
    if sentence.kinds[k] != WORD or (named and low not in rules.words.finite):
        return ""
    known = rules.words.auxiliaries.get(low)
    if known:
        return "" if known[1] in _NOT_FINITE or sentence.low(k - 1) in ("l'", "d'") else known[1]
    if low in rules.status["finite modals"] or low in rules.status["copulas"]:
        return _tense_of_modal(low)
    tense = rules.tenses.get(low) or rules.status.verbs.get(low, ("", ""))[1]
    if tense not in _NOT_FINITE:
        return tense
    return "future" if low.endswith(_FUTURE) and len(low) > 4 and low not in rules.status["not verbs"] else ""


def next_tense(sentence: Sentence, start: int, rules: EventRules) -> str:
    """The tense of the next finite verb, whosever it is: « Lors de sa visite, le ministre *signera* »."""
    tenses = (finite_tense(sentence, k, rules) for k in range(start, min(len(sentence.lows), start + _REACH)))
    return next((tense for tense in tenses if tense), "")


def last_tense(sentence: Sentence, end: int, rules: EventRules) -> str:
    """The tense of the finite verb right before: « nous *verrons*, lors du sommet, ce qu'il en est »."""
    tenses = (finite_tense(sentence, k, rules) for k in range(end - 1, max(end - 8, -1), -1))
    return next((tense for tense in tenses if tense), "")


def _tense_of_modal(low: str) -> str:
    endings = {"rait": "conditional", "raient": "conditional", "ra": "future", "ront": "future"}
    for ending, tense in endings.items():
        if low.endswith(ending):
            return tense
    return "imperfect" if low.endswith(("ait", "aient")) else "present"


def _starts_verb(sentence: Sentence, k: int, rules: EventRules) -> bool:
    """Whether what stands behind a comma is the verb itself: « la visite de X, annoncée, n'aura pas lieu »."""
    while sentence.low(k) in rules.words["negations"] or sentence.low(k) in rules.words["reflexive"]:
        k += 1
    return k < len(sentence.lows) and bool(finite_tense(sentence, k, rules))


def _behind_verb(sentence: Sentence, k: int, rules: EventRules) -> int:
    """The verb right behind « qui »."""
    while sentence.low(k) in rules.words["clitics"] or sentence.low(k) in rules.words["negations"]:
        k += 1
    return k


def _read(sentence: Sentence, at: int, tense: str, rules: EventRules) -> Predicate:
    lows, words = sentence.lows, rules.status
    low = lows[at]
    before = lows[max(0, at - 3) : at]
    passive = "s'" in before[-1:] or "se" in before[-1:]
    ne = not rules.words["negations"].isdisjoint(before)
    modal = low if low in words["finite modals"] else ""
    carried = bool(modal) or low in rules.words.auxiliaries or low in words["copulas"]
    passive = passive or rules.words.auxiliaries.get(low, ("",))[0] == "être" or low in words["copulas"]
    j, denied, yet = at + 1, False, False
    while j < min(len(lows), at + 11):
        word = lows[j]
        if word in rules.words["negators"]:
            denied = True
        elif word in ("encore", "toujours"):
            yet = denied or yet or word == "toujours"
        elif not carried:
            break
        elif word in words["inside groups"]:
            passive = passive or word in ("été", "être", "se", "s'")
            modal = word if word in ("pu", "dû") else modal
        elif sentence.kinds[j] == MARK or not (sentence.kinds[j] == DATE or _is_adverb(word, rules)):
            break
        j += 1
    head = j if carried and j < len(lows) else at
    return Predicate(at, tense, head, lows[head], passive, modal, ne and denied, yet and denied)


def _is_adverb(low: str, rules: EventRules) -> bool:
    return low in rules.words["adverbs"] or (low.endswith("ment") and len(low) > 6)
