"""Whether what a verb tells took place: by its tense and negation, and by the modal on which an infinitive hangs."""

import re
from collections.abc import Iterator

from pipeline.annotate.events.grammar.predicate import finite_tense
from pipeline.annotate.events.grammar.tokens import DATE, MARK, NAME, Sentence
from pipeline.annotate.events.grammar.verbgroup import PASSIVE, REDUCED, VerbGroup
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.knowledge.status_words import (
    CANCELLED,
    FORETOLD,
    OCCURRED,
    PAST_PLAN,
    PLANNED,
    UNCERTAIN,
    Said,
)

OF_TENSE = {"future": FORETOLD, "conditional": UNCERTAIN, "subjunctive": PLANNED}
_INVERTED = re.compile(r"\w+-(?:t-)?(?:il|elle|ils|elles|on)$")
_REACH = 12
"""So far to the left of a verb what its clause begins with may stand."""
_RIGHT_BEFORE = 3


def read(sentence: Sentence, verb: VerbGroup, rules: EventRules) -> Said:
    """What the verb group says of its own happening."""
    if verb.tense == "infinitive":
        return _infinitive(sentence, verb, rules)
    if verb.voice == REDUCED:
        return _reduced(sentence, verb, rules)
    if verb.negated or _nobody_does(sentence, verb, rules):
        return _denied(sentence, verb, rules)
    found = OF_TENSE.get(verb.tense, OCCURRED)
    if _is_doubted(sentence, verb, rules) or (found == FORETOLD and _depends(sentence, verb, rules)):
        return Said(UNCERTAIN)
    if verb.tense == "subjunctive" and _is_not_to_be(sentence, verb, rules):
        return Said(CANCELLED, negated=True)
    if found == OCCURRED:
        unsure = _in_condition(sentence, verb, rules) or _is_asked(sentence, verb.end - 1, rules)
        return Said(UNCERTAIN if unsure else OCCURRED)
    if verb.tense == "conditional" and _is_reported(sentence, verb, rules):
        return Said(PAST_PLAN)
    return Said(found)


def is_denied(sentence: Sentence, at: int, rules: EventRules) -> bool:
    """Whether « ne … pas » stands around a word: « n'a pas pu », « ne peut pas », « n'est plus prêt »."""
    words = rules.words
    before = sentence.lows[max(0, at - 5) : at]
    near = sentence.lows[max(0, at - 4) : at + 3]
    return not words["negations"].isdisjoint(before) and not words["negators"].isdisjoint(near)


def is_hearsay(sentence: Sentence, rules: EventRules) -> bool:
    """« Selon des sources concordantes, … », « d'après plusieurs médias », « prétendument »."""
    words = rules.status
    lows = sentence.lows
    if not words["doubts"].isdisjoint(lows):
        return True
    if words["sources"].isdisjoint(lows):
        return False
    for k in range(len(lows)):
        if lows[k] == "selon" or (lows[k] == "après" and k and lows[k - 1] == "d'"):
            return not words["sources"].isdisjoint(lows[k + 1 : k + 4])
    return False


def in_condition(sentence: Sentence, start: int) -> bool:
    """Whether « si », « s'il » opens the clause of the verb that starts here; « même si », « aussi … » don't."""
    clause = _clause(sentence, start)
    if "si" in clause:
        return sentence.low(start - len(clause) + clause.index("si") - 1) not in ("même", "comme")
    return any(low == "s'" and clause[i + 1] in ("il", "ils") for i, low in enumerate(clause[:-1]))


def _clause(sentence: Sentence, start: int) -> tuple[str, ...]:
    """The words before a verb back to the mark that opens its clause."""
    first = max(0, start - _REACH)
    for k in range(start - 1, first - 1, -1):
        if sentence.kinds[k] == MARK and sentence.lows[k] not in ('"', "«", "»", "'"):
            first = k + 1
            break
    return sentence.lows[first:start]


def _in_condition(sentence: Sentence, verb: VerbGroup, rules: EventRules) -> bool:
    """« si X vient », « s'il avait signé », « on ignore si X a signé »; not « si X a signé, c'est que … »."""
    if not in_condition(sentence, verb.start):
        return False
    compound = any(rules.words.auxiliaries.get(low) for low in sentence.lows[verb.start : verb.end - 1])
    if verb.tense != "present" or not compound:
        return True
    return not rules.status["ignorance"].isdisjoint(sentence.lows[max(0, verb.start - _REACH) : verb.start])


def _depends(sentence: Sentence, verb: VerbGroup, rules: EventRules) -> bool:
    """« S'il est élu, il se rendra à Oslo », « se rendra à Oslo si le traité est signé »; not « sait si X viendra »."""
    lows = sentence.lows
    if lows[0] == "si" or (lows[0] == "s'" and sentence.low(1) in ("il", "ils")):
        end = lows.index(",") if "," in lows[: verb.start] else 0
        tenses = {finite_tense(sentence, k, rules) for k in range(1, end)}
        over = any(rules.words.auxiliaries.get(low, ("",))[0] == "avoir" for low in lows[1:end])
        return end > 0 and not over and tenses <= {"", "present"}
    for k in range(verb.end, len(lows) - 1):
        if lows[k] in ("si", "s'") and lows[k - 1] not in ("même", "comme", "et", "se"):
            return lows[k + 1] in rules.words["articles"] or lows[k + 1] in ("il", "elle", "ils", "elles", "son", "sa")
        if lows[k] in rules.status["ignorance"] or lows[k] in (";", ":"):
            return False
    return False


def _is_not_to_be(sentence: Sentence, verb: VerbGroup, rules: EventRules) -> bool:
    """« Il n'est pas prévu qu'il se rende à Oslo »."""
    clause = sentence.lows[max(0, verb.start - _REACH) : verb.start]
    that = next((i for i in range(len(clause) - 1, 0, -1) if clause[i] in ("que", "qu'")), 0)
    return (
        that > 0
        and clause[that - 1] in rules.status["settled"]
        and is_denied(sentence, verb.start - len(clause) + that - 1, rules)
    )


def _is_asked(sentence: Sentence, head: int, rules: EventRules) -> bool:
    """« X a-t-il signé ? », « Est-ce que X a signé ? »; « Pourquoi a-t-il signé ? » knows that he did."""
    clause = sentence.lows[max(0, head - _REACH) : head]
    if "est-ce" in clause:
        return sentence.lows[-1] == "?" and "est-ce" in clause[:2]
    return is_asked(sentence, max(0, head - 3), head, rules)


def is_asked(sentence: Sentence, first: int, last: int, rules: EventRules) -> bool:
    """Whether « a-t-il », « aura-t-elle » between two tokens asks whether something is so."""
    lows = sentence.lows
    if lows[-1] != "?" or not any(_INVERTED.match(low) for low in lows[first:last]):
        return False
    return rules.status["question words"].isdisjoint(lows[max(0, first - _REACH) : last])


def _is_doubted(sentence: Sentence, verb: VerbGroup, rules: EventRules) -> bool:
    """« nie que X a signé »; before a subjunctive, or what may be one, « souhaite que », « il se peut que » too."""
    clause = sentence.lows[max(0, verb.start - _REACH) : verb.start]
    that = next((i for i in range(len(clause) - 1, -1, -1) if clause[i] in ("que", "qu'", "où")), -1)
    if that <= 0:
        return False
    group = sentence.lows[verb.start : verb.end]
    wanted = verb.tense == "subjunctive" or "ait" in group or "aient" in group
    wanted = wanted or (verb.tense == "present" and rules.words.finite.isdisjoint(group))
    before = clause[max(0, that - 3) : that]
    return not rules.status["denied that"].isdisjoint(before) or (
        wanted and not rules.status["doubted that"].isdisjoint(before)
    )


def _is_reported(sentence: Sentence, verb: VerbGroup, rules: EventRules) -> bool:
    """« a annoncé qu'il se rendrait à Oslo »: the future of the past."""
    compound = not rules.words.finite.isdisjoint(sentence.lows[verb.start : verb.end])
    return not compound and not {"que", "qu'"}.isdisjoint(_clause(sentence, verb.start))


def _nobody_does(sentence: Sentence, verb: VerbGroup, rules: EventRules) -> bool:
    """« Ni X ni Y ne sont venus », « Aucun accord n'a été signé »."""
    ne = (
        sentence.low(verb.start) in rules.words["negations"] or sentence.low(verb.start - 1) in rules.words["negations"]
    )
    return ne and not rules.status["nobody"].isdisjoint(_clause(sentence, verb.start))


def _denied(sentence: Sentence, verb: VerbGroup, rules: EventRules) -> Said:
    """« n'a pas encore signé » may; « n'a pas seulement signé » has."""
    inside = sentence.lows[verb.start : verb.end + 2]
    if not rules.status["only"].isdisjoint(inside):
        return Said(OCCURRED)
    return Said(UNCERTAIN if _not_yet(inside) else CANCELLED, negated=True)


def _not_yet(lows: tuple[str, ...]) -> bool:
    return "pas" in lows and ("encore" in lows or "toujours" in lows)


def _reduced(sentence: Sentence, verb: VerbGroup, rules: EventRules) -> Said:
    """« l'accord jamais signé », « un traité pas encore signé »; « X a-t-il signé ? »."""
    before = sentence.lows[max(0, verb.start - 2) : verb.start]
    if not before or (before[-1] not in ("jamais", "non", "pas") and not _not_yet(before)):
        return Said(UNCERTAIN if _is_asked(sentence, verb.start, rules) else OCCURRED)
    return Said(UNCERTAIN if _not_yet(before) else CANCELLED, negated=True)


def _infinitive(sentence: Sentence, verb: VerbGroup, rules: EventRules) -> Said:
    at, kind = modal(sentence, verb.start, rules)
    perfect = _is_perfect(sentence, verb)
    if at < 0:
        return Said(OCCURRED if perfect else UNCERTAIN, verb.negated)
    if is_denied(sentence, at, rules) and not (perfect and kind == OCCURRED):  # « n'a pas caché sa joie d'avoir signé »
        return _denied_modal(sentence, at, kind, rules)
    if kind == CANCELLED or verb.negated:
        return Said(CANCELLED, negated=True)
    if perfect and kind == PLANNED:
        return Said(OCCURRED)  # « félicité pour avoir signé »
    return _affirmed_modal(sentence, at, kind, rules)


def _affirmed_modal(sentence: Sentence, at: int, kind: str, rules: EventRules) -> Said:
    low, tense = sentence.lows[at], _tense_before(sentence, at, rules)
    if low == "dû":  # « aurait dû signer » did not
        return Said(CANCELLED, negated=True) if tense == "conditional" else Said(OCCURRED)
    if low in rules.status["past_plans"]:
        return Said(PAST_PLAN)
    if low in rules.status["had"] and rules.status["has had"].isdisjoint(sentence.lows[max(0, at - 4) : at]):
        return Said(UNCERTAIN)
    if kind == PLANNED and tense == "imperfect" and sentence.kind(at - 1) != NAME and low.endswith(_PARTICIPLE):
        return Said(PAST_PLAN)  # « avait prévu de venir »
    if kind == OCCURRED and tense == "future" and not _is_complete(sentence, at, rules):
        return Said(FORETOLD)
    if kind in (OCCURRED, PLANNED) and (tense == "conditional" or in_condition(sentence, at)):
        return Said(UNCERTAIN)
    return Said(PAST_PLAN if kind == "past_plan" else kind)


_PARTICIPLE = ("é", "és", "ée", "ées", "u", "us", "ue", "ues", "is")


def _is_complete(sentence: Sentence, at: int, rules: EventRules) -> bool:
    """« aura réussi à signer » will have; « aura l'honneur de recevoir », « sera heureux de recevoir » will."""
    return rules.words.auxiliaries.get(sentence.low(at - 1), ("",))[0] == "avoir"


def _is_perfect(sentence: Sentence, verb: VerbGroup) -> bool:
    """« avoir signé », « s'être rendu »; not « être signé »."""
    inside = sentence.lows[verb.start : verb.end - 1]
    return "avoir" in inside or ("être" in inside and verb.voice != PASSIVE)


def _denied_modal(sentence: Sentence, at: int, kind: str, rules: EventRules) -> Said:
    low = sentence.low(at)
    if low in rules.status["affirming"]:
        return Said(FORETOLD if low == "manquera" else OCCURRED)
    if kind == CANCELLED or rules.status.verbs.get(low, ("",))[0] == "disclaimed":
        return Said(UNCERTAIN)
    near = sentence.lows[max(0, at - 4) : at + 3]
    return Said(UNCERTAIN if _not_yet(near) else CANCELLED, negated=True)


def _tense_before(sentence: Sentence, at: int, rules: EventRules) -> str:
    """The tense of a participle's auxiliary."""
    for k in range(at - 1, max(at - 4, -1), -1):
        tense = rules.words.auxiliaries.get(sentence.low(k))
        if tense:
            return tense[1]
    return ""


def modal(sentence: Sentence, start: int, rules: EventRules) -> tuple[int, str]:
    """The nearest word to the left on which an infinitive hangs, and what it makes of it.

    « faute de pouvoir », « sans avoir pu »: what stands right before such a word decides.
    """
    found = -1, ""
    for k in _back(sentence, start):
        low = sentence.lows[k]
        if found[0] >= 0 and k < found[0] - _RIGHT_BEFORE:
            break
        kind = rules.status.modals.get(low) or rules.words.modal.get(low, "")
        if kind and sentence.kinds[k] not in (NAME, DATE):
            if found[0] < 0 and low not in rules.status["between"]:
                return k, kind
            found = (k, kind) if found[0] < 0 or kind == CANCELLED else found
        elif sentence.kinds[k] == MARK or (low in rules.words["relatives"] and sentence.low(k + 1) not in ("de", "d'")):
            break
    return found


def _back(sentence: Sentence, start: int) -> Iterator[int]:
    """The tokens to the left, without a date between commas: « s'apprête, le 5 juin, à célébrer »."""
    k, last = start - 1, max(start - 9, 0)
    while k >= last:
        if sentence.lows[k] == ",":
            opens = [j for j in range(max(last, k - 4), k) if sentence.lows[j] == ","]
            if opens and DATE in sentence.kinds[opens[-1] : k]:
                k = opens[-1] - 1
                continue
        yield k
        k -= 1
