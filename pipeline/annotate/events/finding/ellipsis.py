"""Happenings without a word of their own: « X est allé à A en 2014 et Y à B en 2015 », « celle de Y »."""

from collections.abc import Sequence

from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import DATE, WORD, Sentence
from pipeline.annotate.events.knowledge.words import Words
from pipeline.annotate.events.who.actors import Actor

REACH = 30


def completed(sentence: Sentence, found: Sequence[Trigger], actors: Sequence[Actor], words: Words) -> list[Trigger]:
    """The triggers, and one more for every happening that leans on the one before it; in order."""
    result: list[Trigger] = []
    for i, trigger in enumerate(found):
        result.append(trigger)
        stop = found[i + 1].start if i + 1 < len(found) else len(sentence.lows)
        stop = min(stop, trigger.end + REACH)
        result += (
            _by_verb(sentence, trigger, actors, stop, words)
            if trigger.verb
            else _by_noun(sentence, trigger, actors, stop, words)
        )
    return sorted(result, key=lambda t: (t.start, t.end))


def _by_verb(sentence: Sentence, trigger: Trigger, actors: Sequence[Actor], stop: int, words: Words) -> list[Trigger]:
    """Behind a date, « et » with a subject and a place of its own, but without a verb."""
    verb = trigger.verb
    if verb is not None and trigger.rule.type == "agreement":
        return _another(sentence, trigger, stop)
    if verb is None or trigger.rule.type not in ("visit", "meeting"):
        return []
    extra = _once_more(sentence, trigger, actors, stop, words)
    for actor in actors:
        dated = any(sentence.kind(k) == DATE for k in range(trigger.end, actor.start))
        if not (trigger.end < actor.start < stop and dated and actor.label != "LOC") or actor.joined:
            continue
        if sentence.low(actor.start - 1) not in ("et", ",") or not _goes_somewhere(actors, actor):
            continue
        own = verb._replace(start=actor.end, end=actor.end)
        extra.append(trigger._replace(start=actor.start, end=actor.end, head=actor.end - 1, verb=own))
    return extra


def _once_more(sentence: Sentence, trigger: Trigger, actors: Sequence[Actor], stop: int, words: Words) -> list[Trigger]:
    """« s'est rendu à A en 2014, puis à B en 2015 »; « puis de nouveau en 2016 »."""
    verb, extra = trigger.verb, _and_there(sentence, trigger, actors, stop)
    for k in range(trigger.end + 1, stop) if verb else ():
        if sentence.low(k) != "puis" or verb is None or _closes_list(k, actors):
            continue
        end = k + 1
        while sentence.low(end) in words["once more"] and sentence.kind(end + 1) == WORD:
            end += 1
        dated = any(sentence.kind(j) == DATE for j in range(end, end + 3))
        placed = any(
            a.label == "LOC" and a.preposition in ("à", "en", "pour") and end <= a.start + 1 <= end + 2 for a in actors
        )
        leaves = sentence.low(end) == "pour" and trigger.rule.type != "visit"
        if (dated or placed) and not leaves:
            own = verb._replace(end=k + 1)
            extra.append(trigger._replace(start=k, end=k + 1, head=k, verb=own, again=True))
    return extra


def _closes_list(k: int, actors: Sequence[Actor]) -> bool:
    """« a visité A, B *puis* C du 3 au 5 mai »: one journey."""
    places = [a for a in actors if a.label == "LOC" and k in (a.end, a.start - 1)]
    return len(places) > 1 and places[-1].joined


def _another(sentence: Sentence, trigger: Trigger, stop: int) -> list[Trigger]:
    """« Un premier accord est signé en 1977, *un second en 1995* »."""
    verb, extra = trigger.verb, []
    for k in range(trigger.end + 1, stop if verb else 0):
        counted = sentence.low(k) in _ANOTHER and sentence.low(k - 1) in ("un", "une", "le", "la", "l'")
        if verb and counted and any(sentence.kind(j) == DATE for j in range(k + 1, k + 4)):
            own = verb._replace(end=k + 1)
            extra.append(trigger._replace(start=k, end=k + 1, head=k, verb=own, again=True))
    return extra


_ANOTHER = frozenset({"second", "seconde", "deuxième", "troisième", "quatrième", "autre", "dernier", "dernière"})


def _and_there(sentence: Sentence, trigger: Trigger, actors: Sequence[Actor], stop: int) -> list[Trigger]:
    """« se rendra à A le 3 juin et à B le 4 »: a second place behind a date, with a date of its own."""
    if trigger.verb is None or trigger.rule.type != "visit":
        return []
    extra = []
    for actor in actors:
        k = actor.start - 2
        if actor.label != "LOC" or sentence.low(k) not in ("et", ",") or not trigger.end < k < stop:
            continue
        before = any(sentence.kind(j) == DATE for j in range(trigger.end, k))
        if before and any(sentence.kind(j) == DATE for j in range(actor.end, actor.end + 4)):
            own = trigger.verb._replace(end=k + 1)
            extra.append(trigger._replace(start=k, end=k + 1, head=k, verb=own, again=True))
    return extra


def _goes_somewhere(actors: Sequence[Actor], actor: Actor) -> bool:
    return any(a.label == "LOC" and a.preposition in ("à", "en") and 0 <= a.start - actor.end <= 2 for a in actors)


def _by_noun(sentence: Sentence, trigger: Trigger, actors: Sequence[Actor], stop: int, words: Words) -> list[Trigger]:
    extra = []
    for k in range(trigger.end, stop):
        low = sentence.low(k)
        if low in words["that"] and sentence.low(k + 1) in words["of"]:
            extra.append(trigger._replace(start=k, end=k + 1, head=k, object=None))
        if low == "," and sentence.low(k + 1) in words["of"] and _complete(sentence, trigger, actors, k, stop):
            extra.append(trigger._replace(start=k + 1, end=k + 1, head=k + 1, object=None))
    return extra


def _complete(sentence: Sentence, trigger: Trigger, actors: Sequence[Actor], comma: int, stop: int) -> bool:
    """A date before the comma, and a name and a date behind: « …, du centre Vega en 2009 »."""
    if not any(sentence.kind(k) == DATE for k in range(trigger.end, comma)):
        return False
    named = [a for a in actors if comma < a.start <= comma + 4 and a.preposition == "de"]
    return bool(named) and any(sentence.kind(k) == DATE for k in range(named[0].end, min(stop, named[0].end + 12)))
