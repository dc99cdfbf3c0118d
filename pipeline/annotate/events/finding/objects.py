"""The noun that a rule asks for beside its trigger: a verb's object, a passive's subject, a noun's complement."""

import re
from collections.abc import Sequence

from pipeline.annotate.events.grammar.predicate import finite_tense
from pipeline.annotate.events.grammar.tokens import DATE, MARK, NAME, WORD, Sentence
from pipeline.annotate.events.grammar.verbgroup import ACTIVE, PASSIVE, PRONOMINAL, REDUCED, VerbGroup
from pipeline.annotate.events.knowledge.rules import EventRules, Rule
from pipeline.records import Mention

HEAD = 6
"""How many tokens farther, where the noun found hangs on another: « un *traité* d'amitié et d'entente »."""
BEFORE = 160
"""How many characters before a pronoun its noun may stand."""
_WORD = re.compile(r"[\w-]+")
_NOT_FINITE = frozenset({"", "participle", "infinitive", "gerund"})
LEFT, RIGHT, NEXT, BEHIND = 22, 12, 6, 18
"""How many tokens away the noun may stand that a verb needs as its object or passive subject."""
TO = 20
"""And behind whom something is given to: « accordait à son conseiller, X, et à Y une concession »."""


def of_verb(
    text: str, sentence: Sentence, group: VerbGroup, rule: Rule, mentions: Sequence[Mention], rules: EventRules
) -> tuple[int, int] | None:
    """The tokens of a verb's object, or of a passive's subject."""
    if group.voice == ACTIVE and not rule.intransitive:
        found = behind(text, sentence, group.end, rule, mentions, rules, verb=True)
        return found or _antecedent(text, sentence, group, rule, mentions, rules)
    reach = LEFT if group.voice != REDUCED else BEHIND if sentence.low(group.start - 1) in (",", "et") else NEXT
    found = _before(text, sentence, group.start, rule, mentions, rules, reach)
    if not found and group.voice == REDUCED and group.start == 0:
        return _fronted(text, sentence, group, rule, mentions, rules)
    inverted = rule.intransitive and not found and _inverts(sentence, group.start - 1)
    if found or (not inverted and (group.voice not in (PASSIVE, PRONOMINAL) or rule.intransitive)):
        return found
    return behind(text, sentence, group.end, rule, mentions, rules)


def taken_up(text: str, sentence: Sentence, group: VerbGroup, rule: Rule, rules: EventRules) -> bool:
    """« La gare fut longue à bâtir. L'impératrice *l'*inaugura »: the noun stands not far before, in its paragraph."""
    at = next((k for k in range(group.start, group.end) if sentence.low(k) == "l'"), None)
    if group.voice != ACTIVE or at is None or rule.intransitive:
        return False
    before = text[max(0, sentence.starts[at] - BEFORE) : sentence.starts[at]].rpartition("\n")[2].lower()
    nouns = rules.objects[rule.object]
    return any(None in nouns.get(word, ()) for word in _WORD.findall(before))


def _antecedent(
    text: str, sentence: Sentence, group: VerbGroup, rule: Rule, mentions: Sequence[Mention], rules: EventRules
) -> tuple[int, int] | None:
    """« l'accord que signaient les ministres »: the noun before « que », with nothing but its complements between."""
    if "que" not in sentence.lows and "qu'" not in sentence.lows:
        return None
    for k in range(group.start - 1, max(group.start - BEHIND, -1), -1):
        low = sentence.low(k)
        if low in ("que", "qu'"):
            found = _before(text, sentence, k, rule, mentions, rules, NEXT)
            plain = found and not any(finite_tense(sentence, j, rules) for j in range(found[1], k))
            return found if plain else None
        if low in rules.words["relatives"] or low in rules.words.finite or low in (";", ":"):
            return None
    return None


def _fronted(
    text: str, sentence: Sentence, group: VerbGroup, rule: Rule, mentions: Sequence[Mention], rules: EventRules
) -> tuple[int, int] | None:
    """« Paraphé par A et B, le traité … »: the noun behind the comma."""
    for k in range(group.end, min(group.end + LEFT, len(sentence.lows))):
        low = sentence.low(k)
        if low in rules.words["relatives"] or low in rules.words.finite:
            return None
        if sentence.low(k - 1) in rules.words["definite"] and sentence.low(k - 2) == ",":
            found = _is_object(text, sentence, k, rule, mentions, rules)
            return (k, found) if found else None
    return None


def _inverts(sentence: Sentence, k: int) -> bool:
    """« C'est en 1949 *que* naît le conseil », « *En 2030* ouvrira un consulat »: the subject stands behind."""
    return sentence.kind(k) == DATE or sentence.low(k) in ("que", "qu'", "où")


def behind(
    text: str,
    sentence: Sentence,
    start: int,
    rule: Rule,
    mentions: Sequence[Mention],
    rules: EventRules,
    verb: bool = False,
) -> tuple[int, int] | None:
    """The tokens of the noun asked for, within reach behind a trigger that ends at `start`."""
    reach = TO if verb and sentence.low(start) in ("à", "au", "aux") else RIGHT
    for k in range(start, min(start + reach, len(sentence.lows))):
        found = _is_object(text, sentence, k, rule, mentions, rules)
        if found and not (verb and _hangs(sentence, k, rule, rules)):
            return k, found
        low = sentence.lows[k]
        if low in rules.words["relatives"] or low in rules.words.finite:
            return None
        if low in (";", ":") or (low == "." and sentence.low(k - 1) not in rules.words["civilities"]):
            return None
        if low in rules.words["object stops"] or (low == "et" and _does(sentence, k + 1, rules)):
            return None
    return None


def _does(sentence: Sentence, k: int, rules: EventRules) -> bool:
    """« rompt ses relations *et signe* un accord »: the object is another verb's."""
    if k >= len(sentence.lows) or sentence.kinds[k] != WORD:
        return False
    known = (entry.tense for entry in rules.index.get(sentence.lows[k], ()))
    return any(tense not in _NOT_FINITE for tense in known) or bool(finite_tense(sentence, k, rules))


def _hangs(sentence: Sentence, k: int, rule: Rule, rules: EventRules) -> bool:
    """« a échangé *sur* l'accord », « a parlé à la Banque »: a noun behind a preposition is no object."""
    preposition = _preposition(sentence, k, rules)
    if sentence.kind(k) == NAME:
        return bool(preposition)
    if rule.type == "establishment" and preposition == "de":
        return _of_receiver(sentence, k)
    return rule.type == "agreement" and preposition in ("sur", "pour", "dans", "selon", "contre", "par", "malgré")


def _of_receiver(sentence: Sentence, k: int) -> bool:
    """« ouvre le pays *aux prêts* de l'Agence »: what hangs on « à » is not what is opened."""
    at = next((j for j in range(k - 1, max(k - 3, 0), -1) if sentence.low(j) in ("de", "du", "des", "d'")), 0)
    return at > 1 and (sentence.low(at - 2) in ("aux", "au") or sentence.lows[at - 3 : at - 2] in (("à",), ["à"]))


def _before(
    text: str, sentence: Sentence, start: int, rule: Rule, mentions: Sequence[Mention], rules: EventRules, reach: int
) -> tuple[int, int] | None:
    second = None
    for k in range(start - 1, max(start - 1 - reach - HEAD, -1), -1):
        if start - 1 - k >= reach and not second:
            break
        found = _is_object(text, sentence, k, rule, mentions, rules)
        if found and sentence.kinds[k] == NAME and (reach != LEFT and _parted(sentence, k, start, rules)):
            found = None  # « Volvo attend deux navires, construits à Oslo »
        if found and sentence.low(k - 1) == "(" and sentence.kind(k - 2) == NAME:
            found = None  # « l'Institut d'Oslo (IO) a ouvert »
        if found and rule.intransitive and _of_noun(sentence, k, rules):
            found = None  # « le début des travaux remonte à … »
        if found and _in_portfolio(sentence, k, rules):
            found = None
        if found and not _preposition(sentence, k, rules):
            return k, found
        hangs = reach != LEFT or _preposition(sentence, k, rules) == "de"
        if found and not rule.intransitive and (hangs if second is None else _belongs(sentence, k, second[0], rules)):
            second = k, found
        low = sentence.lows[k]
        if low in ";:" or (reach == BEHIND and (low in rules.words.finite or low in rules.words["relatives"])):
            break
    return second


def _in_portfolio(sentence: Sentence, k: int, rules: EventRules) -> bool:
    """« la ministre chargée de la culture et *des partenariats* a ouvert … »: what an office is for is no subject."""
    before = sentence.lows[max(0, k - 16) : k]
    at = next((j for j in range(len(before) - 1, -1, -1) if before[j] in rules.words["in charge"]), -1)
    if at < 0 or (sentence.low(k - 1) != "des" and _preposition(sentence, k, rules) != "de"):
        return False
    return rules.words.clause_ends.isdisjoint(set(before[at:]) - {",", "et"})


def _parted(sentence: Sentence, k: int, start: int, rules: EventRules) -> bool:
    """Whether another noun or a verb stands between a name and a participle."""
    words = rules.words
    between = (j for j in range(k + 1, start) if sentence.kinds[j] == WORD)
    return any(sentence.lows[j] not in words.closed and sentence.lows[j] not in words["articles"] for j in between)


def _belongs(sentence: Sentence, k: int, inner: int, rules: EventRules) -> bool:
    """« sur le traité d'amitié, d'entente et de coopération »: the noun before governs the one behind « de »."""
    between = sentence.lows[k + 1 : inner]
    return _preposition(sentence, inner, rules) == "de" and rules.words.finite.isdisjoint(between)


def _of_noun(sentence: Sentence, k: int, rules: EventRules) -> bool:
    """« l'apogée *des relations* »: « des » behind a noun."""
    before = sentence.low(k - 2)
    return sentence.low(k - 1) == "des" and sentence.kind(k - 2) == WORD and before not in rules.words.closed


def _preposition(sentence: Sentence, k: int, rules: EventRules) -> str:
    """The preposition before a noun and its article; « des » is an article more often."""
    at = k - 1
    while at >= 0 and sentence.low(at) in rules.words["articles"]:
        at -= 1
    return rules.words.preposition.get(sentence.low(at), "") if sentence.low(at) != "des" else ""


def _is_object(
    text: str, sentence: Sentence, k: int, rule: Rule, mentions: Sequence[Mention], rules: EventRules
) -> int | None:
    """Past the last token of the object's noun, or null."""
    low, kind = sentence.lows[k], sentence.kinds[k]
    if kind == DATE and rule.type == "commemoration":
        low, kind = low.rpartition(" ")[2], WORD  # « ses *vingt ans* »
    if kind in (MARK, DATE):
        return None
    if kind == NAME and rule.object == "body" and mentions[sentence.refs[k]].label == "ORG":
        return k + 1
    first = re.split(r"[\s'’]", low, maxsplit=1)[0] if kind == NAME else low
    rests = rules.objects[rule.object].get(first)
    if rests is None:
        return None
    if kind == NAME:
        named = any(rest is None or rest.match(text, sentence.starts[k] + len(first)) for rest in rests)
        return k + 1 if named else None
    for rest in rests:
        if rest is None:
            return k + 1
        match = rest.match(text, sentence.ends[k], sentence.end)
        if match:
            return sentence.at(match.end() - 1) + 1
    return None
