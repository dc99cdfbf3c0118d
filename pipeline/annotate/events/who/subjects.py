"""Who acts: the subject of a verb, whom a pronoun or a possessive stands for, in one sentence."""

from collections.abc import Sequence

from pipeline.annotate.events.around.scene import Scene
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import WORD, Sentence
from pipeline.annotate.events.grammar.verbgroup import ACTIVE, REDUCED, VerbGroup
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.knowledge.words import Words
from pipeline.annotate.events.who.actors import Actor


def main_subject(trigger: Trigger, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The sentence\'s first free actors, those before the trigger first."""
    free = [a for a in actors if not a.preposition and not a.adjective]
    behind = [a for a in free if a.start >= trigger.end]
    before = [a for a in free if a.end <= trigger.start]
    chosen = before[-1:] or behind[:1]
    return whole(free, chosen[0]) if chosen else ()


def subject(
    sentence: Sentence, verb: VerbGroup, actors: Sequence[Actor], rules: EventRules
) -> tuple[tuple[Actor, ...], str]:
    """The subject's actors; or, where it is a pronoun, its kind: `one` or `many`."""
    words = rules.words
    at = verb.start
    pronoun = _pronoun(sentence, at, words)
    if pronoun:
        return (), pronoun
    if verb.voice == REDUCED:
        return _antecedent(actors, at), ""
    if sentence.low(at - 1) in ("qui", "dont"):
        return _antecedent(actors, at - 1), ""
    theirs = [a for a in actors if a.preposition == "dont" and a.end in (at, at - 1)]
    if theirs:
        return tuple(theirs), ""  # « les États-Unis, dont le président, X, a annoncé … »
    low, high = _clause(sentence, at, rules)
    free = [a for a in actors if low <= a.start and a.end <= high and not a.preposition and not a.adjective]
    free = [a for a in free if not _relative_between(sentence, a)]
    unnamed = _plain_subject(sentence, at, actors, words)
    free = [a for a in free if unnamed < 0 or a.start >= unnamed]
    if not free and verb.voice == ACTIVE and (listed := _inserted(sentence, at, actors)):
        return listed, ""
    shared = sentence.low(at - 1) in ("et", "puis") or (sentence.low(at - 1) == "," and verb.tense == "gerund")
    if not free:
        return (), _unnamed(sentence, at, words) or (_pronoun_before(sentence, low, at, words) if shared else "")
    chosen = free[0] if shared or verb.tense in ("infinitive", "gerund") else free[-1]
    return whole(free, chosen), ""


def _pronoun_before(sentence: Sentence, low: int, at: int, words: Words) -> str:
    """« il y a présidé un forum, puis inauguré un musée »: the subject of the verb before is this one's."""
    for k in range(at - 2, low - 1, -1):
        if sentence.lows[k] in words["they"] or (sentence.lows[k] in words["pronouns"] and sentence.lows[k] != "y"):
            return "many" if sentence.lows[k] in words["they"] else "one"
    return ""


def _inserted(sentence: Sentence, at: int, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """« Trois pays – la Suède, … – ont signé »; « Ont signé l'accord : X et Y »."""
    free = [a for a in actors if not a.preposition and not a.adjective]
    if sentence.low(at - 1) in _DASHES:
        opening = next((k for k in range(at - 2, max(at - 40, 0), -1) if sentence.low(k) in _DASHES), at)
        return tuple([a for a in free if opening < a.start and a.end < at])
    colon = next((k for k, low in enumerate(sentence.lows) if low == ":"), -1) if at == 0 else -1
    behind = [a for a in free if a.start == colon + 1] if colon > 0 else []
    return whole(free, behind[0]) if behind else ()


_DASHES = ("–", "—", "-")


def whole(actors: Sequence[Actor], one: Actor) -> tuple[Actor, ...]:
    """All of the coordination that an actor belongs to."""
    at = actors.index(one)
    first, last = at, at + 1
    while first > 0 and actors[first].joined:
        first -= 1
    while last < len(actors) and actors[last].joined:
        last += 1
    return tuple(actors[first:last])


def _pronoun(sentence: Sentence, at: int, words: Words) -> str:
    _, hyphen, inverted = sentence.low(at).rpartition("-")  # « a-t-elle annoncé »
    if hyphen and (inverted in words["pronouns"] or inverted in words["they"]):
        return "many" if inverted in words["they"] else "one"
    for k in range(at - 1, max(at - 4, -1), -1):
        low = sentence.low(k)
        if low in words["they"]:
            return "many"
        if low in words["pronouns"] and low != "y":
            return "one"
        if not (low.endswith("ment") or low in words["before verbs"]):
            return ""
    return ""


def _plain_subject(sentence: Sentence, at: int, actors: Sequence[Actor], words: Words) -> int:
    """Where « , l'artillerie » begins right before a verb: who acts has no name; else -1."""
    for k in range(at - 1, max(at - 4, -1), -1):
        low = sentence.lows[k]
        if any(a.start <= k < a.end for a in actors):
            return -1
        if low in words["articles"]:
            return k if k < at - 1 and sentence.low(k - 1) == "," else -1
        if sentence.kinds[k] != WORD or low in words.closed:
            return -1
    return -1


def _unnamed(sentence: Sentence, at: int, words: Words) -> str:
    """« les deux présidents », « les trois chefs d'État » right before a verb: how many, `two` or `three`."""
    k = at - 1
    if sentence.low(k) in ("état", "etat") and sentence.low(k - 1) == "d'":
        k -= 2
    if sentence.low(k) not in words.groups["leaders"]:
        return ""
    return {"deux": "two", "trois": "three"}.get(sentence.low(k - 1), "")


def _antecedent(actors: Sequence[Actor], at: int) -> tuple[Actor, ...]:
    """The nearest actors to the left, whatever their preposition."""
    before = [a for a in actors if a.end <= at and at - a.end <= 4 and not a.adjective]
    return whole(before, before[-1]) if before else ()


def _clause(sentence: Sentence, at: int, rules: EventRules) -> tuple[int, int]:
    """Tokens in which a verb's subject may stand: back to the last conjunction; an inserted clause is left out."""
    high = at
    if sentence.low(at - 1) == ",":
        for k in range(at - 2, max(at - 30, 0), -1):
            if sentence.low(k) in rules.words["relatives"] and sentence.low(k - 1) == ",":
                high = k - 1
                break
    for k in range(high - 1, -1, -1):
        low = sentence.low(k)
        opens = low in rules.words["openers"] and sentence.kind(k) == WORD and sentence.low(k - 1) != "ainsi"
        if opens or low in (";", ":", "–", "—"):
            return k + 1, high
    return 0, high


def _relative_between(sentence: Sentence, actor: Actor) -> bool:
    """The name stands in a relative clause that does not hold the verb: « X, qui a vu Y, s'est rendu… »."""
    for k in range(actor.start - 1, -1, -1):
        low = sentence.low(k)
        if low == "qui":
            return True
        if low in (",", ";"):
            return False
    return False


def of_event(scene: Scene, at: int) -> tuple[Actor, ...]:
    """« visite de M. X, au cours de laquelle il … »: whose visit it is."""
    for trigger in reversed(scene.triggers):
        if trigger.end >= at or trigger.verb:
            continue
        behind = [a for a in scene.actors if trigger.end <= a.start < at and a.preposition == "de" and a.label == "PER"]
        if behind and behind[0].start - trigger.end <= 8:
            return whole(behind, behind[0])
    return ()


def possessive(sentence: Sentence, trigger: Trigger, rules: EventRules) -> str:
    """The number of « sa » or « leur » before a noun: `one` or `many`; else nothing."""
    for k in range(trigger.head - 1, max(trigger.head - 4, -1), -1):
        low = sentence.low(k)
        if low in ("leur", "leurs"):
            return "many"
        if low in rules.words["possessives"]:
            return "one"
        if sentence.kind(k) != WORD or low in rules.words.closed:
            return ""
    return ""


def owner(trigger: Trigger, actors: Sequence[Actor], number: str) -> tuple[Actor, ...]:
    """Whose visit « sa visite » is: the sentence's own subject, before or behind."""
    acts = ("PER", "ORG", "LOC") if trigger.rule.type == "agreement" else ("PER", "ORG")  # « son adhésion à l'Union »
    free = [a for a in actors if not a.preposition and a.label in acts and not a.adjective]
    before = [a for a in free if a.end <= trigger.start]
    behind = [a for a in free if a.start >= trigger.end]
    chosen = (behind or before)[:1] if trigger.start < 8 else (before or behind)[:1]
    if not chosen:
        return ()
    found = whole(free, chosen[0])
    return found if number == "many" or len(found) == 1 else ()
