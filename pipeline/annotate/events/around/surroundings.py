"""What stands around a trigger, by position, and how it is gathered from a sentence's actors.

No parser: the clause is bounded by relatives, conjunctions, other verbs and marks (`window`), and a preposition says
what a name is to the word before it.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.annotate.events.around.scene import Scene
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import DATE, Sentence
from pipeline.annotate.events.grammar.verbgroup import VerbGroup
from pipeline.annotate.events.who.actors import Actor


class Surroundings(NamedTuple):
    """A trigger's parts: `slots` by name of preposition, or `subject`, `object`, `bare`, `adjective`.

    `window` are the tokens behind it that belong to it; `verb` is its own verb, or the one that says of a
    noun that it took place. `inherits` says that the subject is to be sought in the sentence before; `role` is
    the subject's where the noun's own verb gives it one: « organise », « accueille ».
    """

    slots: Mapping[str, tuple[Actor, ...]]
    window: tuple[int, int]
    verb: VerbGroup | None = None
    happens: bool = False
    inherits: str = ""
    anaphor: bool = False
    role: str = ""


def complements(actors: Sequence[Actor], window: tuple[int, int]) -> dict[str, tuple[Actor, ...]]:
    """The actors that start inside a window, by their preposition."""
    slots: dict[str, tuple[Actor, ...]] = {}
    for actor in actors:
        if window[0] <= actor.start and actor.start < window[1] and not actor.adjective:
            slots[actor.preposition] = (*slots.get(actor.preposition, ()), actor)
    return slots


def beside(scene: Scene, trigger: Trigger) -> dict[str, tuple[Actor, ...]]:
    """« , en présence de X »: with the nearest trigger before, or, where the sentence opens with it, the first."""
    slots: dict[str, tuple[Actor, ...]] = {}
    for actor in scene.beside:
        if _its_own(scene, trigger, actor):
            slots[actor.preposition] = (*slots.get(actor.preposition, ()), actor)
    return slots


def _its_own(scene: Scene, trigger: Trigger, actor: Actor) -> bool:
    before = [t for t in scene.triggers if t.start < actor.start]
    before = [t for t in before if not _hangs_on(scene, t, before)] or before
    nearest = max(before, key=lambda t: t.start) if before else min(scene.triggers, key=lambda t: t.start)
    between = range(min(nearest.end, actor.end), max(nearest.start, actor.start))
    parted = any(scene.sentence.low(k) in (";", ":") for k in between)
    if not trigger.verb and any(t.verb and t.head == trigger.head for t in scene.triggers):
        return False  # « est arrivée » is no « arrivée »
    return nearest.head == trigger.head and not parted


def _hangs_on(scene: Scene, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    """« le défilé du centenaire de la bataille »: one noun of the chain tells, the others say what of."""
    if trigger.verb or not any(t.start < trigger.start for t in others):
        return False
    near = scene.sentence.lows[max(0, trigger.start - 3) : trigger.start]
    return not scene.rules.words["of"].isdisjoint(near) and "," not in near and "et" not in near


def keep_own(slots: dict[str, tuple[Actor, ...]], sentence: Sentence, start: int, actors: Sequence[Actor]) -> None:
    """Leave out whom the verb is not about: bodies of something else, « discours devant les élus du Conseil »."""
    if "de" in slots:
        slots["de"] = tuple([a for a in slots["de"] if a.label != "ORG" or _directly(sentence, start, a, actors)])
    if "par" in slots and (won := tuple([a for a in slots["par"] if _won(sentence, start, a)])):
        slots["par"] = tuple([a for a in slots["par"] if a not in won])
        slots["gagné par"] = won
    if "à" in slots:
        lost = tuple([a for a in slots["à"] if _outvoted(sentence, a)])
        slots["à"] = tuple([a for a in slots["à"] if a not in lost])
        slots["contre"] = slots.get("contre", ()) + lost


def _won(sentence: Sentence, start: int, actor: Actor) -> bool:
    """« élections remportées pour la première fois par X »: X is no voter."""
    return any(low.startswith(("remporté", "gagné")) for low in sentence.lows[start : actor.start])


def _outvoted(sentence: Sentence, actor: Actor) -> bool:
    """« par 55 voix contre deux au Congolais X »: it is the other who was elected."""
    return "contre" in sentence.lows[max(0, actor.start - 4) : actor.start]


def _directly(sentence: Sentence, start: int, actor: Actor, actors: Sequence[Actor]) -> bool:
    taken = {k for a in actors if a.end <= actor.start for k in range(a.start - 1, a.end)}
    return not any(
        sentence.lows[k] in _ELSEWHERE and k not in taken and sentence.kinds[k + 1] != DATE
        for k in range(start, actor.start - 1)
    )


_ELSEWHERE = frozenset({"devant", "à", "au", "aux", "sur", "dans", "avec", "chez", "auprès"})


def bodies(slots: Mapping[str, tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """« la présidence du groupe d'amitié », « à la tête de Volvo »."""
    bodies = (a for a in (*slots.get("de", ()), *slots.get("en", ())) if a.label == "ORG")
    return (*bodies, *slots.get("office", ()))


def joined(
    slots: dict[str, tuple[Actor, ...]],
    more: Mapping[str, tuple[Actor, ...]],
    names: Sequence[str] = ("entre", "avec", "de"),
) -> dict[str, tuple[Actor, ...]]:
    """« les relations entre A et B ont été nouées »: what goes with the verb's subject."""
    kept = {name: actors for name, actors in more.items() if name in names}
    return {**slots, **{name: (*actors, *slots.get(name, ())) for name, actors in kept.items()}}


def adjectives(actors: Sequence[Actor], trigger: Trigger, window: tuple[int, int]) -> tuple[Actor, ...]:
    """The adjectives that name two states, from the trigger to the end of its window."""
    start = min(trigger.start, trigger.object[0] if trigger.object else trigger.start)
    found = [a for a in actors if a.adjective and start <= a.start < window[1]]
    people = [a.start for a in actors if a.label == "PER" and not a.group and a.start >= trigger.end] if found else []
    return tuple([a for a in found if not people or a.start < people[0]])


def where(sentence: Sentence, at: int, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """« à Oslo, où il rencontrera X »: there."""
    for k in range(at - 1, max(at - 12, -1), -1):
        if sentence.low(k) == "où":
            before = [a for a in actors if a.label == "LOC" and k - 3 <= a.end <= k]
            return tuple(before[-1:])
        if sentence.low(k) in (";", ":", "puis"):
            break
    return ()
