"""The noun phrase that names an event in a title, and the words that tell it from others of its type."""

from pipeline.annotate.events.rules import EventRules
from pipeline.annotate.events.tokens import DATE, MARK, NAME, WORD, Sentence
from pipeline.annotate.events.triggers import Trigger
from pipeline.spelling import fold

LONGEST = 7
"""So many words a head may have behind its noun."""
_DETERMINERS = {
    "le": "du ", "la": "de la ", "l'": "de l’", "les": "des ", "du": "du ", "des": "de ", "un": "d’un ", "une": "d’une ",
    "d'": "d’", "de": "de ",
}  # fmt: skip


def head(text: str, sentence: Sentence, trigger: Trigger, rules: EventRules) -> str:
    """« Visite d'État », « Signature d'un traité de partenariat stratégique »: as printed, with a capital."""
    printed = trigger.rule.head
    if not printed:
        return _capital(_phrase(text, sentence, trigger.head, trigger.end, rules, trigger.object))
    if trigger.object:
        noun = _phrase(text, sentence, *trigger.object, rules, None)
        return f"{printed} {_introduced(text, sentence, trigger.object[0], noun)}"
    return printed


def topic(text: str, sentence: Sentence, trigger: Trigger, rules: EventRules) -> tuple[str, ...]:
    """The folded content words of the noun phrase, sorted."""
    start, end = trigger.object or (trigger.head, trigger.end)
    end = _phrase_end(sentence, end, rules)
    low = {sentence.low(k) for k in range(start, end) if sentence.kind(k) in (WORD, NAME)}
    if trigger.verb and not trigger.object:
        return ()
    words = {part for word in low for part in fold(word).split() if len(part) > 2 and not part.isdigit()}
    return tuple(sorted(words - {fold(word) for word in rules.words.closed | rules.words["articles"]}))


def _phrase(
    text: str, sentence: Sentence, start: int, end: int, rules: EventRules, inner: tuple[int, int] | None
) -> str:
    last = _phrase_end(sentence, max(end, inner[1] if inner else end), rules)
    words = text[sentence.tokens[start].start : sentence.tokens[last - 1].end]
    return " ".join(words.split())


def _phrase_end(sentence: Sentence, end: int, rules: EventRules) -> int:
    """Past the adjectives and the « de … » without a name that follow a noun."""
    last = end
    k = end
    if sentence.low(k) == "«":
        for j in range(k, min(k + 8, len(sentence.tokens))):
            if sentence.low(j) == "»":
                return j + 1
    while k < min(end + LONGEST, len(sentence.tokens)):
        token = sentence.tokens[k]
        if token.kind in (DATE, MARK, NAME) or token.capital:
            break
        if token.low in ("de", "d'", "du", "des", "la", "l'", "à") and k < end + LONGEST - 1:
            k += 1
            continue
        if token.low in rules.words.closed or token.low in rules.words["articles"] or token.low in rules.index:
            break
        if token.low.endswith(("ant", "ée", "ées", "és", "é", "ment")) and not token.low.endswith("privilégié"):
            break
        k += 1
        last = k
    return last


def _introduced(text: str, sentence: Sentence, start: int, noun: str) -> str:
    """The object with the preposition that its article asks for: « d’un accord », « des accords »."""
    low, before = sentence.low(start - 1), start - 1
    adjective = ""
    if (
        sentence.kind(before) == WORD
        and low not in _DETERMINERS
        and not low.isdigit()
        and sentence.low(start - 2) in _DETERMINERS
    ):
        adjective, low = (
            text[sentence.tokens[before].start : sentence.tokens[before].end] + " ",
            sentence.low(start - 2),
        )
    if low.isdigit():
        return f"de {low} {noun}"
    starts = (adjective + noun)[:1].lower()
    if low == "des" or low not in _DETERMINERS:
        return ("d’" if starts in "aeiouyéèêh" else "de ") + adjective + noun
    return _DETERMINERS[low] + adjective + noun


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
