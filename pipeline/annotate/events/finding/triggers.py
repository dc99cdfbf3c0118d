"""From words that may tell of an event to triggers: what a rule asks for stands around its verb or noun."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.annotate.events.finding import objects
from pipeline.annotate.events.finding.hits import Hit
from pipeline.annotate.events.grammar import verbgroup
from pipeline.annotate.events.grammar.tokens import DATE, MARK, NAME, WORD, Sentence
from pipeline.annotate.events.grammar.verbgroup import ACTIVE, REDUCED, VerbGroup
from pipeline.annotate.events.knowledge.rules import Entry, EventRules, Rule
from pipeline.records import Mention

MOST = 20
"""So many triggers a sentence may have; what has more is no prose."""


class Trigger(NamedTuple):
    """Tokens `[start, end)` that tell of an event; `head` is the word itself, `object` the noun that goes with it.

    `said` is past the words behind that its rule asks for: « a pris *ses fonctions* ».
    `again` says that the event leans on the one before it in the sentence: « puis de nouveau en 2016 ».
    """

    rule: Rule
    start: int
    end: int
    head: int
    plural: bool = False
    verb: VerbGroup | None = None
    object: tuple[int, int] | None = None
    again: bool = False
    said: int = 0


def triggers(
    text: str, sentence: Sentence, found: Sequence[Hit], mentions: Sequence[Mention], rules: EventRules
) -> list[Trigger]:
    """The hits of one sentence that hold, in order, at most one a word."""
    result: list[Trigger] = []
    for hit in found:
        at = sentence.at(hit.start)
        kind = sentence.kinds[at]
        if hit.entries is rules.chronicle:
            result += _chronicle(sentence, at, mentions, rules)
            continue
        if hit.entries is rules.listed:
            after = max((k + 1 for k in range(at) if sentence.low(k) in ":–—-"), default=0)
            result += [Trigger(entry.rule, 0, after, 0) for entry in rules.listed]
            continue
        if kind == NAME and sentence.starts[at] != hit.start:
            continue
        if kind == DATE and not (
            sentence.ends[at] == hit.end and any(e.rest is None and not e.tense for e in hit.entries)
        ):
            continue
        held = [t for entry in hit.entries if (t := _held(text, sentence, hit, entry, at, mentions, rules))]
        result += held
        if len(result) >= MOST:
            break
    return _without_inner(sentence, result, rules)


def _held(
    text: str, sentence: Sentence, hit: Hit, entry: Entry, at: int, mentions: Sequence[Mention], rules: EventRules
) -> Trigger | None:
    if entry.tense:
        return _verb(text, sentence, hit, entry, at, mentions, rules)
    return _noun(text, sentence, hit, entry, at, mentions, rules)


def _chronicle(sentence: Sentence, at: int, mentions: Sequence[Mention], rules: EventRules) -> list[Trigger]:
    """« 8 octobre 2018 : M. Durand à Oslo », « 8 octobre 2018 | M. Durand | Oslo »."""
    people = [k for k in range(at + 2, min(at + 8, len(sentence.lows))) if _is(sentence, k, "PER", mentions)]
    first = at + 2
    if sentence.kind(at) == NAME:
        first, people = 0, [at]  # below its day
    if sentence.kind(at) not in (DATE, NAME) or not people:
        return []
    if any(sentence.low(k) in rules.index for k in range(first, people[0])):
        return []  # « 8 octobre 2018 : visite de M. Durand à Oslo »
    k = people[0] + 1
    placed = sentence.low(k) in ("à", "en", "au", "aux", "|")
    if not placed or not (_is(sentence, k + 1, "LOC", mentions) or _is(sentence, k + 2, "LOC", mentions)):
        return []
    verb = VerbGroup(k, k, ACTIVE, "present")
    return [Trigger(entry.rule, people[0], k, people[0], verb=verb) for entry in rules.chronicle]


def _is(sentence: Sentence, k: int, label: str, mentions: Sequence[Mention]) -> bool:
    return sentence.kind(k) == NAME and mentions[sentence.refs[k]].label == label


def _verb(
    text: str, sentence: Sentence, hit: Hit, entry: Entry, at: int, mentions: Sequence[Mention], rules: EventRules
) -> Trigger | None:
    rule = entry.rule
    if (
        entry.tense not in ("infinitive", "participle", "gerund")
        and sentence.low(at - 1) in rules.words["before nouns"]
    ):
        return None  # « par téléphone »
    if (
        sentence.kind(at) != WORD
        or _after_article(sentence, at, entry.tense, rules)
        or _reads_as_noun(sentence, hit, at, rules)
    ):
        return None
    group = verbgroup.read(sentence, at, entry.tense, rules.words)
    if group.voice == REDUCED and _is_present(sentence, at, rules):
        group = verbgroup.read(sentence, at, "present", rules.words)
    voice = ACTIVE if group.movement and "passive" not in rule.voices and "active" in rule.voices else group.voice
    if voice not in rule.voices:
        return None
    after = rules.patterns[rule.name].after
    match = after.match(text, hit.end, sentence.end) if after else None
    said = sentence.at(match.end() - 1) + 1 if match else 0
    if not rule.object:
        return Trigger(rule, group.start, group.end, at, verb=group, said=said)
    found = objects.of_verb(text, sentence, group, rule, mentions, rules)
    if found or objects.taken_up(text, sentence, group, rule, rules):
        return Trigger(rule, group.start, group.end, at, verb=group, object=found, said=said)
    return None


def _noun(
    text: str, sentence: Sentence, hit: Hit, entry: Entry, at: int, mentions: Sequence[Mention], rules: EventRules
) -> Trigger | None:
    rule, end = entry.rule, hit.end
    if at and rule.type == "establishment" and sentence.kind(at) == NAME:
        return None  # « la Fondation d'Oslo »
    if sentence.kind(at - 1) == WORD and rules.words.auxiliaries.get(sentence.low(at - 1), ("",))[0] == "avoir":
        return None  # « ont défilé »
    if entry.rest:
        rest = entry.rest.match(text, hit.end, sentence.end)
        if not rest:
            return None
        end = rest.end()
    last = max(sentence.at(end - 1) + 1, at + 1)
    found = None
    if rule.object:
        found = objects.behind(text, sentence, last, rule, mentions, rules)
        if not found:
            return None
    after = rules.patterns[rule.name].after
    match = after.match(text, end, sentence.end) if after else None
    said = sentence.at(match.end() - 1) + 1 if match else 0
    return Trigger(rule, at, last, at, plural=entry.plural, object=found, said=said)


def _is_present(sentence: Sentence, at: int, rules: EventRules) -> bool:
    """« La Suède *rejoint* l'Union », « X *écrit* à Y »: in such verbs the participle looks like the present."""
    if not sentence.low(at).endswith(("it", "int")) or sentence.low(at + 1) == "par":
        return False
    acts = sentence.kind(at - 1) == NAME or sentence.low(at - 1) in ("qui", ")")
    goes_on = sentence.kind(at + 1) in (NAME, DATE) or sentence.low(at + 1) in rules.words["articles"]
    return acts and goes_on


def _after_article(sentence: Sentence, at: int, tense: str, rules: EventRules) -> bool:
    """« les élus », « la visite »: a noun in the shape of a verb."""
    low = sentence.low(at - 1)
    if low in rules.words["articles or pronouns"]:  # these may be pronouns: « il la visite »
        acts = sentence.low(at - 2) in rules.words["pronouns"] | {"qui", "ne"} or sentence.low(at).endswith("er")
        return not (acts or (sentence.kind(at - 2) == NAME and tense != "participle"))  # « Anne Roux l'emportait »
    return low in rules.words["articles"] or low in ("du", "au", "aux")


def _reads_as_noun(sentence: Sentence, hit: Hit, at: int, rules: EventRules) -> bool:
    """« Visite d'État à Oslo », « lieu de rencontre »: a noun too, and nobody stands before it who could act."""
    if not any(not e.tense for e in hit.entries):
        return False
    low = sentence.low(at - 1)
    words = rules.words
    acts = (
        sentence.kind(at - 1) == NAME
        or low in words.auxiliaries
        or low == "été"
        or low in words["pronouns"]
        or low in words["may precede a verb"]
        or (low == "," and sentence.kind(at - 2) == NAME and _goes_on(sentence, hit, at, rules))
    )
    return not (acts or low in words["offices"] or low in words["proxies"] or low in rules.nationalities)


def _goes_on(sentence: Sentence, hit: Hit, at: int, rules: EventRules) -> bool:
    """« Anne Roux, arrivée à Oslo », « Volvo, visite le site »: an article or, behind a participle, where and when."""
    behind = sentence.low(at + 1)
    if behind in rules.words["articles"]:
        return True
    participle = any(e.tense == "participle" for e in hit.entries)
    return participle and (behind in rules.words["at"] or sentence.kind(at + 1) == DATE)


def _without_inner(sentence: Sentence, found: list[Trigger], rules: EventRules) -> list[Trigger]:
    """Without the nouns that are another trigger's object: « signature d'un accord de partenariat » is one."""
    if len(found) < 2:
        return found
    owned = {
        k for t in found if t.object and t.rule.object in ("pact", "deal", "bill") for k in _phrase(sentence, t, rules)
    }
    owned |= {t.object[0] for t in found if t.object}
    owned |= {k for t in found if not t.verb for k in _quoted(sentence, t.end)}
    owned |= {k for t in found for k in range(t.end, t.said)}
    owned |= {k for t in found if not t.verb for k in range(t.head + 1, t.end)}
    owned |= {k for t in found if not t.verb for k in _of_its_type(sentence, t, found, rules)}
    owned |= {k for t in found if t.rule.type == "commemoration" for k in _celebrated(sentence, t, found)}
    told = any(t.rule.chronicle for t in found)
    kept = [t for t in found if not (told and t.rule.type == "visit" and not t.rule.chronicle)]
    kept = [t for t in kept if not _manner(sentence, t, kept) and not _says_of_noun(sentence, t, kept, rules)]
    kept = [t for t in kept if not _calls(sentence, t, kept, rules)]
    said = {k for t in found for k in range(t.end, t.said)}
    kept = [t for t in kept if not (t.verb and t.head in said)]
    return [t for t in kept if t.head not in owned or t.verb is not None or t.object is not None]


def _of_its_type(sentence: Sentence, trigger: Trigger, found: Sequence[Trigger], rules: EventRules) -> list[int]:
    """The noun of one type right behind « de »: « les cérémonies du centenaire », « le sommet du G20 » are one."""
    links = rules.words["of the"]
    return [
        t.head
        for t in found
        if not t.verb
        and t.rule.type == trigger.rule.type
        and 1 <= t.head - trigger.end <= 2
        and links.issuperset(sentence.lows[trigger.end : t.head])
    ]


def _celebrated(sentence: Sentence, trigger: Trigger, found: Sequence[Trigger]) -> list[int]:
    """« le centenaire de *la bataille* », « célèbre *la libération* de … »: long ago, and told of as such."""
    end = trigger.object[1] if trigger.object else trigger.end
    return [
        t.head
        for t in found
        if t.rule.type == "conflict"
        and not t.verb
        and 0 <= t.head - end <= 5
        and not any(sentence.kinds[k] in (MARK, DATE) for k in range(end, t.head))
    ]


def _says_of_noun(sentence: Sentence, trigger: Trigger, found: Sequence[Trigger], rules: EventRules) -> bool:
    """« un colloque a réuni … »: the verb tells of the noun before it, and of nothing else."""
    if not trigger.verb:
        return False
    low = sentence.low(trigger.head)
    near = range(trigger.start - 12, trigger.start + 1)
    return any(not t.verb and t.end in near and low in rules.telling[t.rule.type] for t in found)


def _calls(sentence: Sentence, trigger: Trigger, found: Sequence[Trigger], rules: EventRules) -> bool:
    """« Oslo a réuni, du 3 au 5 juin, le deuxième forum »: the gathering is what is told."""
    if not trigger.verb or sentence.low(trigger.head) not in rules.telling["gathering"]:
        return False
    return any(
        not t.verb
        and t.rule.type == "gathering"
        and 0 < t.head - trigger.end <= 8
        and not any(
            sentence.kinds[k] == WORD and rules.words.preposition.get(sentence.lows[k], "à") not in ("à", "en")
            for k in range(trigger.end, t.head)
        )
        for t in found
    )


def _manner(sentence: Sentence, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """« s'est rendu en visite officielle à Oslo » is one visit."""
    low = sentence.low(trigger.head - 1)
    ways = ("en", "pour", "par") if trigger.rule.type == "meeting" else ("en", "pour")
    if low != "à" and (trigger.verb or low not in ways):  # « reçu à déjeuner », « par visioconférence »
        return False
    return any(t.verb and t.rule.type == trigger.rule.type and 0 <= trigger.head - t.end <= 3 for t in found)


def _quoted(sentence: Sentence, k: int) -> range:
    """The name in quotation marks right behind a noun: « le forum « Journée d'Oslo » »."""
    if sentence.low(k) not in ("«", "“"):
        return range(0)
    return range(k, next((j for j in range(k, min(k + 12, len(sentence.lows))) if sentence.low(j) in ("»", "”")), k))


def _phrase(sentence: Sentence, trigger: Trigger, rules: EventRules) -> range:
    """The object with its adjectives and its complements without a name."""
    start, end = trigger.object or (trigger.head, trigger.end)
    while end < len(sentence.lows) and sentence.kind(end) == WORD:
        low = sentence.low(end)
        if low in rules.words.closed and low not in rules.words["inside objects"]:
            break
        if low == "lors" or any(e.tense for e in rules.index.get(low, ())):
            break
        end += 1
    return range(start, end)
