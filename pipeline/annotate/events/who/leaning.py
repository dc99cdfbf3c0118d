"""Whom a pronoun means: the subject « il » or « ils », the object « l'a reçu », the owner « sa visite »."""

from collections.abc import Sequence

from pipeline.annotate.events.around import around_verb
from pipeline.annotate.events.around.scene import Scene
from pipeline.annotate.events.around.surroundings import Surroundings
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import Sentence
from pipeline.annotate.events.when_where.setting import Before
from pipeline.annotate.events.who import subjects
from pipeline.annotate.events.who.actors import Actor
from pipeline.annotate.events.who.context import Context

_DATIVES = {"lui": "one", "leur": "many"}
_OBJECTS = {"le": ("one", "f"), "la": ("one", "m"), "l'": ("one", ""), "les": ("many", "")}
"""Pronouns before a verb: how many they mean, and the gender that they shut out."""


def completed(around: Surroundings, scene: Scene, trigger: Trigger, context: Context, before: Before) -> Surroundings:
    """With those whom a pronoun or « les deux présidents » stands for."""
    if around.inherits:
        name = "subject" if around.verb and not around.slots.get("possessive") and around.verb.end else "possessive"
        if trigger.verb and name == "subject" and around_verb.undergoes(trigger, trigger.verb):
            name = "object"
        found = _the_latter(scene.sentence, trigger, context) or _own_subject(trigger, scene)
        if not found and _somebody_else(scene, trigger):
            return around
        found = found or before.subject(False)
        if around.inherits == "one" and name == "subject" and not _can(found, trigger, scene):
            found = before.people()
        if not _agrees(found, around.inherits):
            found = _company(before, context, trigger)
        return _with(around, name, found, around.inherits, _other_gender(scene.sentence, trigger), context)
    number, gender = _object(scene.sentence, trigger)
    name = "object" if number else "à"
    number = number or _dative(scene.sentence, trigger)
    if not number or around.slots.get(name):
        return around
    subject = {e for a in around.slots.get("subject", ()) for e in a.entities}
    found = _own_subject(trigger, scene)
    if not found or subject & _entities(found):
        found = before.subject(True)
    if subject & _entities(found):
        return around
    return _with(around, name, found, number, gender, context) if subject else around


def subject_of(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Whom « il » or « ils » in the next sentence means: the first free actors of this one."""
    free = [a for a in actors if not a.preposition and not a.adjective and not a.group]
    free = [a for a in free if a.label in ("PER", "ORG")] or [a for a in free[:1] if a.start <= 1]
    if not free:
        return ()
    last = 1
    while last < len(free) and free[last].joined:
        last += 1
    return tuple(free[:last])


def _with(
    around: Surroundings, name: str, found: Sequence[Actor], number: str, other_gender: str, context: Context
) -> Surroundings:
    """« Il a également rencontré… »: those of the sentence before, if number and gender agree."""
    people = _people(found)
    if not _agrees(people, number):
        return around
    if other_gender and any(context.entities[e].gender == other_gender for e in _entities(people)):
        return around
    return around._replace(slots={**around.slots, name: people})


def _can(found: Sequence[Actor], trigger: Trigger, scene: Scene) -> bool:
    """« La Conférence a élu X. Il prendra ses fonctions … »: no body does."""
    slot = scene.rules.frames[trigger.rule.frame].get("subject")
    return slot is None or not found or any(a.label in slot.labels for a in found)


_NUMBERS = {"one": 1, "two": 2, "three": 3}


def _agrees(found: Sequence[Actor], number: str) -> bool:
    count = len(_entities(_people(found)))
    return count == _NUMBERS[number] if number in _NUMBERS else count > 1


def _people(found: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple(a for a in found if a.label == "PER") or tuple(found)


def _company(before: Before, context: Context, trigger: Trigger) -> tuple[Actor, ...]:
    """All the people of the last meeting or visit."""
    people = tuple(e for e in before.company() if context.entities[e].label == "PER")
    return (Actor(trigger.start, trigger.start, people, "PER", ""),) if people else ()


def _entities(actors: Sequence[Actor]) -> set[int]:
    return {e for a in actors for e in a.entities}


def _own_subject(trigger: Trigger, scene: Scene) -> tuple[Actor, ...]:
    """Whom « il » means that stands behind a subject in the same sentence."""
    at = trigger.verb.start if trigger.verb else trigger.start
    before = [a for a in scene.actors if a.end < at - 1]
    opening = scene.sentence.low(0) in scene.rules.words["pronouns"] and scene.sentence.low(1) != "y"
    if opening and at > 2:
        return ()  # « Il partira pour Oslo, où il verra X, puis pour Metz, où Y le recevra »
    return subject_of(before) or subjects.of_event(scene, at) or _announced(scene, at)


def _announced(scene: Scene, at: int) -> tuple[Actor, ...]:
    """« Au retour d'Oslo, où il avait participé au forum, X a … »: named behind."""
    if not {"où", "qu'", "lorsqu'", "quand", "dont"} & set(scene.sentence.lows[:at]):
        return ()
    free = [a for a in scene.actors if a.start > at and not a.preposition and not a.adjective and a.label == "PER"]
    return tuple(free[:1]) if free and scene.sentence.low(free[0].start - 1) == "," and not free[0].joined else ()


def _the_latter(sentence: Sentence, trigger: Trigger, context: Context) -> tuple[Actor, ...]:
    """« celui-ci », « ce dernier »: not the subject but whoever was named last."""
    at = trigger.verb.start if trigger.verb else trigger.start
    k = next((k for k in range(at - 1, max(at - 4, -1), -1) if sentence.low(k) in _LATTER), None)
    if k is None:
        return ()
    shut_out = _LATTER[sentence.low(k)]
    person = context.last_person(sentence.starts[k])
    if person is None or context.entities[person].gender == shut_out:
        return ()
    return (Actor(k, k + 1, (person,), "PER", ""),)


def _somebody_else(scene: Scene, trigger: Trigger) -> bool:
    """« La directrice était à Oslo, où elle a été reçue »: an office without a name, whom nobody knows."""
    words, at = scene.rules.words, trigger.verb.start if trigger.verb else trigger.start
    lows = scene.sentence.lows[:at]
    return any(
        low in words["offices"] and k not in scene.inside and lows[k - 1] in ("le", "la", "l'")
        for k, low in enumerate(lows)
        if k
    )


_LATTER = {"celui-ci": "f", "celle-ci": "m", "dernier": "f", "dernière": "m"}
"""And the gender that each shuts out."""


def _other_gender(sentence: Sentence, trigger: Trigger) -> str:
    """The gender that the pronoun before a verb shuts out: « elle » is no man."""
    at = trigger.verb.start if trigger.verb else 0
    said = {sentence.low(k) for k in range(max(0, at - 3), at)}
    return "m" if "elle" in said else "f" if "il" in said else ""


def _object(sentence: Sentence, trigger: Trigger) -> tuple[str, str]:
    """« l'a reçu », « les a rencontrés »: the pronoun among the first words of a verb."""
    verb = trigger.verb
    if verb is None or verb.voice != "active":
        return "", ""
    found = (_OBJECTS[low] for low in sentence.lows[verb.start : verb.end - 1] if low in _OBJECTS)
    return next(found, ("", ""))


def _dative(sentence: Sentence, trigger: Trigger) -> str:
    """« lui a succédé »: how many the pronoun means; nothing where the rule knows nobody behind « à »."""
    verb = trigger.verb
    if verb is None or verb.voice != "active":
        return ""
    return next((_DATIVES[low] for low in sentence.lows[verb.start : verb.end - 1] if low in _DATIVES), "")
