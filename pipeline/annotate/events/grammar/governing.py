"""The verb whose object the noun of a happening is: « a effectué une visite », « le sommet qu'Oslo accueillera »."""

from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar import verbgroup
from pipeline.annotate.events.grammar.tokens import DATE, MARK, NAME, WORD, Sentence
from pipeline.annotate.events.grammar.verbgroup import ACTIVE, REDUCED, VerbGroup
from pipeline.annotate.events.knowledge.rules import EventRules


def before(sentence: Sentence, trigger: Trigger, rules: EventRules) -> VerbGroup | None:
    """The verb whose object the noun is: « a effectué une visite », « ont participé au forum »."""
    for k in range(trigger.head - 1, max(trigger.head - 12, -1), -1):
        low, kind = sentence.lows[k], sentence.kinds[k]
        if kind == MARK and low not in '«"':
            if _put_in(sentence, k, trigger.head) or (low == "." and sentence.low(k - 1) in rules.words["civilities"]):
                continue
            return None
        if kind == NAME:
            continue
        if low in rules.words["had"] and kind == WORD:
            return verbgroup.read(sentence, k, "participle", rules.words)
        if kind == WORD and has(sentence, k, rules):
            return verbgroup.read(sentence, k, rules.words.auxiliaries[low][1], rules.words)
        group = _governs(sentence, k, rules)
        if group:
            return group
        between = kind == DATE or low in rules.words["articles"] or low in ("des", "dernier", "dernière", "là")
        if between or sentence.low(k - 1) in rules.words["hosts"]:
            continue
        if low in rules.words.closed and low not in rules.words["before objects"]:
            return None
    return None


def _governs(sentence: Sentence, k: int, rules: EventRules) -> VerbGroup | None:
    """The verb at a token, if nouns of happenings are its objects; « X a été l'hôte de » is one."""
    low = sentence.lows[k]
    if low in rules.words["hosts"]:
        return _host(sentence, k, rules)
    if sentence.kinds[k] != WORD or not (low in rules.happening or low in rules.governors):
        return None
    group = verbgroup.read(sentence, k, _tense(low, rules), rules.words)
    return group if group.voice != REDUCED or low in rules.happening else None


def _tense(low: str, rules: EventRules) -> str:
    return rules.tenses.get(low) or rules.said.get(low) or rules.telling["gathering"].get(low, "participle")


def has(sentence: Sentence, k: int, rules: EventRules) -> bool:
    """« aura un entretien »: avoir itself, not the auxiliary of a participle."""
    verb, tense = rules.words.auxiliaries.get(sentence.lows[k], ("", ""))
    return verb == "avoir" and tense != "infinitive" and sentence.low(k + 1) in rules.words["has a"]


def _host(sentence: Sentence, k: int, rules: EventRules) -> VerbGroup | None:
    """« Oslo a été *l'hôte* du sommet », « Oslo sera le théâtre de … »: as if it received it."""
    for j in range(k - 1, max(k - 4, -1), -1):
        low = sentence.low(j)
        verb, tense = rules.words.auxiliaries.get(low, ("", ""))
        if verb == "être" or low == "été":
            group = verbgroup.read(sentence, j, tense or "participle", rules.words)
            return VerbGroup(group.start, k + 1, ACTIVE, group.tense, group.negated, group.modal)
        if low not in rules.words["articles"]:
            return None
    return None


def behind(sentence: Sentence, trigger: Trigger, rules: EventRules) -> VerbGroup | None:
    """« la visite que X effectuera à Oslo »: the verb of the relative clause whose object the noun is."""
    at = next((k for k in range(trigger.end, trigger.end + 8) if sentence.low(k) in ("que", "qu'")), -1)
    comma = sentence.low(at - 1) == ","
    if at < 0 or any(sentence.kind(k) not in (WORD, NAME, DATE) for k in range(trigger.end, at - comma)):
        return None
    for k in range(at + 1, min(at + 14, len(sentence.lows))):
        low = sentence.low(k)
        if sentence.kind(k) != WORD:
            continue
        if low in rules.governors and low not in rules.words["offices"]:
            return verbgroup.read(sentence, k, _tense(low, rules), rules.words)
        if low in (";", ":") or low in rules.words["relatives"]:
            return None
    return None


def _put_in(sentence: Sentence, comma: int, head: int) -> bool:
    """« a inauguré au Louvre, avec X, une exposition », « a ouvert, à Oslo, le forum »: a comma before or behind."""
    if sentence.low(comma) != ",":
        return False
    if sentence.low(comma + 1) == "avec":
        return True
    if _opens_aside(sentence, comma) and "," in sentence.lows[comma + 1 : head]:
        return True
    return any(sentence.low(k) == "," and _opens_aside(sentence, k) for k in range(comma - 1, max(comma - 9, 0), -1))


def _opens_aside(sentence: Sentence, comma: int) -> bool:
    """Whether where, when or with whom stands behind a comma."""
    return sentence.low(comma + 1) in _ASIDE or DATE in sentence.kinds[comma + 1 : comma + 3]


_ASIDE = frozenset({"avec", "à", "au", "aux", "en", "dans", "sous"})
