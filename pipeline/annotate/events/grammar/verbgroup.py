"""The verb around a form: its auxiliary, pronouns, negation and modal give voice, tense and status."""

from typing import NamedTuple

from pipeline.annotate.events.grammar.tokens import DATE, MARK, NAME, Sentence
from pipeline.annotate.events.knowledge.words import Words

REACH = 24
"""How far back the auxiliary of a coordinated participle may stand."""
ACTIVE, PASSIVE, PRONOMINAL, REDUCED = "active", "passive", "pronominal", "reduced"


class VerbGroup(NamedTuple):
    """Tokens `[start, end)` of a verb. `tense` is that of the word that carries it.

    `voice` is `active`, `passive`, `pronominal`, or `reduced` for a participle without auxiliary;
    `modal` the word on which an infinitive hangs, with what `Words.modal` makes of it. `movement` says that
    the auxiliary is être, so that a verb of movement is active.
    """

    start: int
    end: int
    voice: str
    tense: str
    negated: bool = False
    modal: str = ""
    movement: bool = False


def read(sentence: Sentence, head: int, tense: str, words: Words) -> VerbGroup:
    """The verb group whose last word, a form in `tense`, stands at `head`."""
    if tense == "participle":
        return _compound(sentence, head, words)
    return _simple(sentence, head, tense, ACTIVE, head + 1, words)


def _compound(sentence: Sentence, head: int, words: Words) -> VerbGroup:
    at, denied = _skip_adverbs(sentence, head - 1, words)
    low = sentence.low(at)
    if low == "été":
        at, more = _skip_adverbs(sentence, at - 1, words)
        verb, tense = words.auxiliaries.get(sentence.low(at), ("", ""))
        if verb == "avoir":
            return _simple(sentence, at, tense, PASSIVE, head + 1, words, denied or more)
        return VerbGroup(head, head + 1, REDUCED, "participle", denied or more)
    verb, tense = words.auxiliaries.get(low if "-" not in low else low[: low.index("-")], ("", ""))  # « a-t-elle »
    if verb == "avoir" and sentence.kind(at) != NAME:
        return _simple(sentence, at, tense, ACTIVE, head + 1, words, denied)
    if verb == "être":
        voice = PRONOMINAL if _is_reflexive(sentence, at - 1, words) else PASSIVE
        return _simple(sentence, at, tense, voice, head + 1, words, denied, movement=voice == PASSIVE)
    return _shared(sentence, head, at, words) or VerbGroup(head, head + 1, REDUCED, "participle")


def _shared(sentence: Sentence, head: int, at: int, words: Words) -> VerbGroup | None:
    """« a visité l'usine et déjeuné avec X »: the auxiliary of the verb before."""
    if sentence.low(at) not in ("et", "puis") or at < head - 3:
        return None
    for k in range(at - 1, max(at - REACH, -1), -1):
        low = sentence.low(k)
        if low in (";", ":", "qui", "que", "dont"):
            return None
        verb, tense = words.auxiliaries.get(low, ("", ""))
        if verb == "avoir" and sentence.kind(k) != NAME:
            voice = PASSIVE if sentence.low(k + 1) == "été" else ACTIVE
            return VerbGroup(head, head + 1, voice, tense)
    return None


def _simple(
    sentence: Sentence,
    carrier: int,
    tense: str,
    voice: str,
    end: int,
    words: Words,
    denied: bool = False,
    movement: bool = False,
) -> VerbGroup:
    start, negated, reflexive = carrier, False, False
    while start > 0 and sentence.kind(start - 1) not in (NAME, DATE, MARK):
        low = sentence.low(start - 1)
        if low in words["reflexive"]:
            reflexive = True
        elif low in words["negations"]:
            negated = True
        elif low not in words["clitics"] or (low in ("en", "nous", "vous") and not reflexive and tense != "infinitive"):
            break
        start -= 1
    if tense != "infinitive" and sentence.low(start - 1) in words["negations"]:
        negated, start = True, start - 1
    denied = denied or _denied_behind(sentence, carrier, end, words)
    if tense == "infinitive":
        denied = denied or (
            sentence.low(start - 1) in words["negators"] and sentence.low(start - 2) in words["negations"]
        )
        negated = negated or sentence.low(start - 2) in words["negations"]
    voice = PRONOMINAL if reflexive and voice == ACTIVE else voice
    modal = _modal(sentence, start, words) if tense == "infinitive" else ""
    return VerbGroup(start, end, voice, tense, negated and denied, modal, movement)


def _skip_adverbs(sentence: Sentence, at: int, words: Words) -> tuple[int, bool]:
    denied = False
    for _ in range(9):
        low = sentence.low(at)
        if low in words["negators"]:
            denied = True
        elif sentence.kind(at) == DATE or low == "," or _is_adverb(low, words):
            pass
        elif sentence.kind(at) == NAME and sentence.low(at - 1) in ("à", "en"):
            pass  # « a, le 5 mai, à Oslo, inauguré »
        elif sentence.kind(at + 1) == DATE and low in words["before dates"]:
            pass
        else:
            break
        at -= 1
    return at, denied


def _is_adverb(low: str, words: Words) -> bool:
    return low in words["adverbs"] or (low.endswith("ment") and len(low) > 6)


def _denied_behind(sentence: Sentence, carrier: int, end: int, words: Words) -> bool:
    return any(sentence.low(k) in words["negators"] for k in range(carrier + 1, min(end + 2, carrier + 8)))


def _is_reflexive(sentence: Sentence, at: int, words: Words) -> bool:
    return sentence.low(at) in words["reflexive"] or (
        sentence.low(at) == "y" and sentence.low(at - 1) in words["reflexive"]
    )


def _modal(sentence: Sentence, start: int, words: Words) -> str:
    """The nearest word to the left, within a few, that an infinitive hangs on."""
    for k in range(start - 1, max(start - 6, -1), -1):
        low = sentence.low(k)
        if low in words.modal:
            return low
        if sentence.kind(k) in (NAME, DATE, MARK) or low in words["relatives"]:
            break
    return ""
