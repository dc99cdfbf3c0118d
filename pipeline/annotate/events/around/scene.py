"""A sentence with its triggers and everyone in it, as those who read what stands around a trigger want it."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import Sentence
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.who.actors import BESIDE, Actor


class Scene(NamedTuple):
    """What all triggers of a sentence ask of it, gathered once.

    `inside` are the tokens of actors, `people` those behind a person. `carried` are the marks and « et » inside a
    coordination of actors or behind an apposition: they end nothing. `states` are « les deux pays », « franco-kazakh »;
    `beside` those who stand « en présence de », « à l'invitation de »; `placed` the commas before « , à Oslo, ».
    """

    sentence: Sentence
    triggers: Sequence[Trigger]
    actors: Sequence[Actor]
    rules: EventRules
    inside: frozenset[int]
    carried: frozenset[int]
    people: frozenset[int]
    states: tuple[Actor, ...]
    beside: tuple[Actor, ...]
    placed: frozenset[int]


def scene(sentence: Sentence, triggers: Sequence[Trigger], actors: Sequence[Actor], rules: EventRules) -> Scene:
    """The scene of a sentence."""
    joined = [a.start for a in actors if a.joined]
    listed = [a.start for a in actors if not a.preposition and sentence.low(a.start - 1) == "dont"]
    apposed = [a.end for a in actors if "," in sentence.lows[a.start : a.end]]
    return Scene(
        sentence,
        triggers,
        actors,
        rules,
        frozenset([k for a in actors for k in range(a.start, a.end)]),
        frozenset([*(k - d for k in (*joined, *listed) for d in (1, 2)), *apposed]),
        frozenset([a.end for a in actors if a.label == "PER"]),
        tuple([a for a in actors if a.group == "states"]),
        tuple([a for a in actors if a.preposition in BESIDE]),
        frozenset([k for a in actors if a.label == "LOC" and (k := _comma(sentence, a)) >= 0]),
    )


def _comma(sentence: Sentence, actor: Actor) -> int:
    """The comma before a place that stands between two: « , près d'Oslo, »; else -1."""
    behind = sentence.low(actor.end)
    if actor.preposition not in ("à", "en", "dans", "près de") or behind not in (",", ".", "", ";", ")"):
        return -1
    return next((k for k in range(actor.start - 2, actor.start - 4, -1) if sentence.low(k) == ","), -1)
