"""Which of the places around a trigger are where it took place, and not what it is about.

« une exposition *consacrée à* l'Islande » was not there, nor « une conférence *sur* l'avenir de la Libye ».
"""

from collections.abc import Iterable, Sequence

from pipeline.annotate.events.around.surroundings import Surroundings
from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import DATE, MARK, Sentence
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.who.actors import Actor

_AT = ("à", "en", "dans", "sur")
_OF_NAMES = ("gathering", "statement")


def of_places(sentence: Sentence, trigger: Trigger, around: Surroundings, rules: EventRules) -> Surroundings:
    """The surroundings with those places alone."""
    words = rules.words
    slots = dict(around.slots)
    for name in _AT:
        if name in slots:
            slots[name] = tuple([a for a in slots[name] if not _toward(sentence, a, words["toward"])])
    if trigger.rule.type in _OF_NAMES and trigger.verb is None and "de" in slots:
        slots["de"] = tuple([a for a in slots["de"] if not _matter(sentence, trigger, a, words["about"])])
    return around._replace(slots=slots)


def _toward(sentence: Sentence, actor: Actor, toward: Iterable[str]) -> bool:
    return actor.label == "LOC" and sentence.low(actor.start - 2) in toward


def _matter(sentence: Sentence, trigger: Trigger, actor: Actor, about: Iterable[str]) -> bool:
    between = sentence.lows[trigger.end : actor.start - 1]
    return actor.label == "LOC" and any(low in about for low in between)


def behind_colon(sentence: Sentence, actors: Sequence[Actor], drafts: Sequence[Draft]) -> None:
    """« Il a tranché : le 6 octobre, à Oslo, il a élu X »: where what stands behind the colon took place."""
    colon = next((k for k in range(len(sentence.lows)) if sentence.lows[k] == ":"), -1)
    first = next((a for a in actors if a.start > colon), None) if colon >= 0 else None
    if first is None or first.label != "LOC" or first.preposition not in ("à", "en") or sentence.low(first.end) != ",":
        return
    if not all(
        sentence.kinds[k] in (DATE, MARK) or sentence.lows[k] in _SMALL for k in range(colon + 1, first.start - 1)
    ):
        return
    for draft in drafts:
        if draft.trigger.start >= first.end and not draft.places:
            draft.places = first.entities


def cleft(sentence: Sentence, actors: Sequence[Actor], drafts: Sequence[Draft]) -> None:
    """« C'est au palais d'Oslo, en 1975, que s'est tenu le sommet »: there."""
    que = next((k for k in range(2, min(_CLEFT, len(sentence.lows))) if sentence.lows[k] in ("que", "qu'")), -1)
    first = next((a for a in actors if not a.adjective), None)
    if que < 0 or sentence.low(0) != "c'" or first is None or first.end > que or first.start > _OPENS:
        return
    for draft in drafts:
        at_place = first.label == "LOC" and first.preposition in ("à", "en", "dans")
        if at_place and draft.trigger.start > que and not draft.places:
            draft.places = first.entities


_CLEFT = 16
_OPENS = 4
_SMALL = frozenset({"le", "les", "en", "au", "ce", "dès", "et", "puis", "soir", "matin"})
