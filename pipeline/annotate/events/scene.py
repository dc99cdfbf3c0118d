"""A sentence with its triggers and everyone in it, as those who read what stands around a trigger want it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.annotate.events.actors import Actor
from pipeline.annotate.events.rules import EventRules
from pipeline.annotate.events.tokens import Sentence
from pipeline.annotate.events.triggers import Trigger


@dataclass(frozen=True)
class Scene:
    """What all windows of a sentence ask is gathered once, when it is first asked for."""

    sentence: Sentence
    triggers: Sequence[Trigger]
    actors: Sequence[Actor]
    rules: EventRules

    @cached_property
    def inside(self) -> frozenset[int]:
        """The tokens of actors."""
        return frozenset([k for a in self.actors for k in range(a.start, a.end)])

    @cached_property
    def carried(self) -> frozenset[int]:
        """Marks and « et » inside a coordination of actors, or behind an apposition: they end nothing."""
        joined = [a.start for a in self.actors if a.joined]
        apposed = [a.end for a in self.actors if "," in self.sentence.lows[a.start : a.end]]
        return frozenset([*(k - 1 for k in joined), *(k - 2 for k in joined), *apposed])

    @cached_property
    def people(self) -> frozenset[int]:
        """What follows a person."""
        return frozenset([a.end for a in self.actors if a.label == "PER"])

    @cached_property
    def states(self) -> tuple[Actor, ...]:
        """« les deux pays », « franco-kazakh »."""
        return tuple([a for a in self.actors if a.group == "states"])
