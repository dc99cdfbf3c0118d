"""The noun phrase that names an event in a title, and the words that tell it from others of its type."""

from itertools import pairwise

from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import DATE, MARK, NAME, WORD, Sentence
from pipeline.annotate.events.grammar.verbgroup import PASSIVE
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.spelling import fold

LONGEST = 8
"""So many words a head may have behind its noun."""
_SAID = {
    **dict.fromkeys(("le", "du", "au"), "du "),
    **dict.fromkeys(("les", "des", "aux"), "des "),
    "la": "de la ",
    "l'": "de l’",
    "un": "d’un ",
    "une": "d’une ",
}
_ADJECTIVAL = ("ant", "ants", "ante", "antes")


def head(text: str, sentence: Sentence, trigger: Trigger, rules: EventRules) -> str:
    """« Visite d'État », « Signature d'un accord de pêche »: as printed, with a capital."""
    said = text[sentence.starts[trigger.head] : sentence.ends[max(trigger.end, trigger.head + 1) - 1]]
    own = trigger.rule.head or " ".join(said.split())
    if trigger.rule.plain:
        return trigger.rule.head
    if not trigger.object:
        return _traded(text, sentence, trigger, rules) or _capital(_whole(text, sentence, trigger, rules))
    if sentence.low(trigger.object[0]) in rules.words["that"]:
        return _capital(own)
    noun = _phrase(text, sentence, *trigger.object, rules)
    if trigger.rule.type == "vote" and _is_itself(sentence.low(trigger.object[0]), rules):
        return _capital(noun)  # « a remporté les élections législatives »
    if fold(noun.split()[0]) in fold(own).split():
        return _capital(own)
    of_it = _introduced(text, sentence, trigger.object[0], noun, rules)
    return f"{_capital(own)} {of_it}"


def _traded(text: str, sentence: Sentence, trigger: Trigger, rules: EventRules) -> str:
    """« Achat de deux navires », where these open the sentence right before a passive."""
    head, verb = trigger.rule.head, trigger.verb
    if trigger.rule.frame != "trade" or verb is None or verb.voice != PASSIVE or not 1 < verb.start <= _FEW:
        return head
    if any(sentence.kinds[k] != WORD or sentence.lows[k] in rules.words.closed for k in range(verb.start)):
        return head
    said = text[sentence.starts[0] : sentence.ends[verb.start - 1]]
    if sentence.low(0) in _SAID or said[0].isdigit():
        return head
    return f"{head} {'d’' if fold(said)[:1] in 'aeiou' else 'de '}{said[0].lower()}{said[1:]}"


_FEW = 4


def topic(sentence: Sentence, trigger: Trigger, rules: EventRules) -> tuple[str, ...]:
    """The folded content words of the noun phrase, sorted; an anniversary's number among them."""
    if trigger.rule.topic:
        return trigger.rule.topic
    if trigger.verb and not trigger.object:
        return ()
    start, end = trigger.object or (trigger.head, trigger.end)
    end = _phrase_end(sentence, end, rules)
    low = {sentence.low(k) for k in range(start, end) if sentence.kind(k) in (WORD, NAME)}
    if trigger.rule.type in _TITLED and not trigger.object:
        last = _complements_end(sentence, end, rules)
        low |= {sentence.low(k) for k in range(end, last) if sentence.kind(k) == WORD}
    if sentence.low(end) == "«":
        low |= {sentence.low(k) for k in range(end, min(end + 8, len(sentence.lows)))}
    words = {part for word in low for part in fold(word).split() if len(part) > 2 and not part.isdigit()}
    plain = {word.removesuffix("s") if len(word) > 4 else word for word in words}
    return tuple(sorted((plain - rules.words.plain) | _number(sentence, trigger, start, rules)))


def _number(sentence: Sentence, trigger: Trigger, start: int, rules: EventRules) -> set[str]:
    if trigger.rule.type != "commemoration":
        return set()
    ordinals = rules.words.ordinals
    near = (sentence.low(k).split()[0] for k in range(max(0, start - 2), start + 1) if sentence.low(k))
    return {f"no {n}" for low in near if (n := ordinals.number(low)) is not None and n > 1}


def _whole(text: str, sentence: Sentence, trigger: Trigger, rules: EventRules) -> str:
    """« Sommet de l'Union africaine sur les engrais »: with the names and the matter, where they tell which it is."""
    phrase = _phrase(text, sentence, trigger.head, trigger.end, rules)
    if trigger.rule.type not in _TITLED:
        return phrase
    end = _phrase_end(sentence, trigger.end, rules)
    last = _complements_end(sentence, end, rules)
    whole = " ".join(text[sentence.starts[trigger.head] : sentence.ends[last - 1]].split())
    return whole if last > end and len(whole) <= _WIDEST else phrase


_TITLED = frozenset({"gathering", "vote", "commemoration"})
_WIDEST = 90
_MATTER = frozenset({"sur", "pour", "contre"})
_OF = frozenset({"de", "du", "des", "d'", "entre"})


def _complements_end(sentence: Sentence, end: int, rules: EventRules) -> int:
    """Past the names and the matter of a noun: « de l'Union africaine », « entre X et Y », « sur les engrais »."""
    if sentence.kind(end) == NAME:
        end += 1
        if sentence.low(end) in ("-", "–") and sentence.kind(end + 1) == NAME:  # « sommet Chine – Afrique »
            end += 2
    while sentence.low(end) in _MATTER or sentence.low(end) in _OF:
        preposition, k = sentence.low(end), end + 1
        bare = sentence.low(k) not in rules.words["articles"]
        while sentence.low(k) in rules.words["articles"]:
            k += 1
        if sentence.kind(k) == NAME:
            end = _past_names(sentence, k, rules)
        elif preposition == "entre" or (preposition == "pour" and bare) or not _is_noun(sentence, k, rules):
            return end
        else:
            end = _phrase_end(sentence, k + 1, rules)
            end += 2 * (sentence.lows[end : end + 2] == ("en", "développement"))
    return end


def _past_names(sentence: Sentence, k: int, rules: EventRules) -> int:
    """« l'Inde et la Chine »."""
    k += 1
    while sentence.low(k) == "et":
        after = k + 1
        while sentence.low(after) in rules.words["articles"]:
            after += 1
        if sentence.kind(after) != NAME:
            return k
        k = after + 1
    return k


def _is_noun(sentence: Sentence, k: int, rules: EventRules) -> bool:
    return sentence.kind(k) == WORD and not _ends(sentence.low(k), rules) and not sentence.low(k)[0].isdigit()


def _phrase(text: str, sentence: Sentence, start: int, end: int, rules: EventRules) -> str:
    last = _phrase_end(sentence, end, rules)
    return " ".join(text[sentence.starts[start] : sentence.ends[last - 1]].split())


def _phrase_end(sentence: Sentence, end: int, rules: EventRules) -> int:
    """Past the adjectives, the name in quotation marks and the « de … » without a name that follow a noun."""
    last = k = end
    if sentence.low(k) == "«":
        return next((j + 1 for j in range(k, min(k + 9, len(sentence.lows))) if sentence.low(j) == "»"), end)
    while k < min(end + LONGEST, len(sentence.lows)):
        low, kind = sentence.lows[k], sentence.kinds[k]
        if low == "," and _lists(sentence, end, k):
            k += 1
            continue
        noun = low.endswith("é") and sentence.low(k - 1) in ("de", "d'", "la")  # « traité d'amitié »
        if (
            kind in (DATE, MARK, NAME)
            or (_ends(low, rules) and not noun)
            or (sentence.capital(k) and fold(low) != "etat")
        ):
            break
        if low == "et" and sentence.low(k + 1) not in rules.words["of"]:
            break
        if _leaves(sentence, k, low, rules):
            break
        k += 1
        if low not in rules.words["inside phrases"]:
            last = k
    return last


def _lists(sentence: Sentence, start: int, comma: int) -> bool:
    """« traité d'amitié, d'entente et de coopération »: one more of its complements, and not the last."""
    of = ("de", "d'")
    follow = sentence.lows[comma + 1 : comma + 6]
    first_of_all = sentence.low(start) in of and comma <= start + 2 and sentence.low(comma + 1) in of
    return first_of_all and any(pair in (("et", "de"), ("et", "d'")) for pair in pairwise(follow))


def _leaves(sentence: Sentence, k: int, low: str, rules: EventRules) -> bool:
    """« le contrat comprend l'installation », « le traité la semaine dernière », « l'accord de justesse »."""
    following = sentence.low(k + 1)
    if low in ("la", "l'"):
        return sentence.low(k - 1) != "de"
    if low in ("de", "d'"):
        return following in rules.words["no complements"]
    verb = following in rules.words["bare articles"] and low not in rules.words["inside phrases"]
    return verb or low in rules.words["negators"]


def _ends(low: str, rules: EventRules) -> bool:
    """No word of the noun's own phrase."""
    words = rules.words
    if low in rules.words["inside phrases"]:
        return False
    return (
        low in words.closed
        or low in words["articles"]
        or low in words["offices"]
        or low in rules.said
        or low in rules.told
        or low in rules.words.modal
        or _tells(low, rules)
        or (low.endswith(_ADJECTIVAL) and not low.endswith("portant"))
        or (low.endswith(("é", "ée", "és", "ées", "ment")) and low not in words["adjectives in é"])
    )


def _is_itself(low: str, rules: EventRules) -> bool:
    """A noun that tells of a vote by itself."""
    return any(entry.rule.type == "vote" and not entry.tense for entry in rules.index.get(low, ()))


def _tells(low: str, rules: EventRules) -> bool:
    """A form of a triggering verb, which is no noun as well."""
    entries = rules.index.get(low, ())
    return bool(entries) and all(entry.tense for entry in entries)


def _introduced(text: str, sentence: Sentence, start: int, noun: str, rules: EventRules) -> str:
    """The object behind the preposition that its article asks for: « d’un accord », « de 36 accords »."""
    k, adjectives = start - 1, ""
    while k >= 0 and sentence.low(k) in ("«", "“", '"'):
        k -= 1
    if sentence.kind(k) == WORD and sentence.low(k) not in rules.words.closed and sentence.low(k - 1) in _SAID:
        adjectives = text[sentence.starts[k] : sentence.ends[k]] + " "
        k -= 1
    if sentence.low(k) in rules.words["ordinal endings"] and sentence.low(k - 1).isdigit():
        adjectives = text[sentence.starts[k - 1] : sentence.ends[k]] + " " + adjectives  # « le 37e anniversaire »
        k -= 2
    low = sentence.low(k)
    if low.isdigit():
        return f"de {low} {adjectives}{noun}"
    if low in rules.words["pointing"]:
        return _definite(low, adjectives + noun) + adjectives + noun
    if low in _SAID and low != "des":
        return _SAID[low] + adjectives + noun
    if low == "des" and sentence.kinds[start] == NAME:
        return "des " + noun
    return ("d’" if fold(adjectives + noun)[:1] in "aeiouh" else "de ") + adjectives + noun


def _definite(low: str, noun: str) -> str:
    """« son traité », « cette convention » are « le traité », « la convention » in a title."""
    if low.endswith("s"):
        return "des "
    if fold(noun)[:1] in "aeiou":
        return "de l’"
    return "de la " if low in ("sa", "cette") else "du "


def _capital(words: str) -> str:
    shouted = words.isupper() and len(words) > 4 and not any(c.isdigit() for c in words)  # not « COP30 »
    words = words.capitalize() if shouted else words
    return words[:1].upper() + words[1:]
