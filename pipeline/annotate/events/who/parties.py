"""Whose an agreement is, where its parties stand far from the word for it.

« la signature d'un contrat portant sur trois navires entre A et B »; « signé par X, directrice générale d'A ».
"""

from collections.abc import Sequence

from pipeline.annotate.events.around.scene import Scene
from pipeline.annotate.events.around.surroundings import Surroundings
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import DATE, NAME
from pipeline.annotate.events.who.actors import Actor
from pipeline.annotate.events.who.context import Context, is_country
from pipeline.records import Mention

REACH = 30
"""So many tokens behind the word for it."""
_NAMED_BY = ("subject", "object", "par", "avec", "entre", "de", "adjective")
_FAR = {"entre": "entre", "par": "par", "auprès de": "avec"}
"""Behind which prepositions a party may stand farther on, and what that is worth."""


def completed(
    around: Surroundings, scene: Scene, trigger: Trigger, mentions: Sequence[Mention], context: Context
) -> Surroundings:
    """With the parties that stand behind what an agreement is about, and the firms of those who sign."""
    if trigger.rule.frame != "sign":
        return around
    slots = dict(around.slots)
    people = [a for name in ("subject", "par") for a in slots.get(name, ()) if a.label == "PER"]
    firms = _firms(people, scene, mentions, context)
    if not any(_is_party(a, context) for name in _NAMED_BY for a in slots.get(name, ())):
        for name, found in _far(scene, trigger, context, alone=not people and not trigger.verb).items():
            slots[name] = (*slots.get(name, ()), *found)
    if firms:
        slots["avec"] = (*slots.get("avec", ()), *firms)
    return around._replace(slots=slots)


def _is_party(actor: Actor, context: Context) -> bool:
    return actor.label == "ORG" or any(is_country(context.entities[e]) for e in actor.entities)


def _far(scene: Scene, trigger: Trigger, context: Context, *, alone: bool) -> dict[str, tuple[Actor, ...]]:
    """« entre A et B » in the rest of the clause; with a noun `alone`, « l'achat par A de navires auprès de B » too."""
    start = max(trigger.end, trigger.object[1] if trigger.object else 0)
    end = _end(scene, trigger, start)
    found: dict[str, tuple[Actor, ...]] = {}
    for actor in scene.actors:
        name = _FAR.get(actor.preposition, "")
        if name and start <= actor.start < end and _is_party(actor, context) and (alone or name == "entre"):
            found[name] = (*found.get(name, ()), actor)
    two = len({e for a in found.get("entre", ()) for e in a.entities}) > 1
    return found if two or "entre" not in found else {}


def _end(scene: Scene, trigger: Trigger, start: int) -> int:
    """Where the clause ends; « le traité *qui* fixe la frontière entre A et B » goes on."""
    sentence, words = scene.sentence, scene.rules.words
    others = {t.start for t in scene.triggers if t is not trigger and t.start > start}
    for k in range(start, min(start + REACH, len(sentence.lows))):
        low = sentence.lows[k]
        if k in others or (low in words["closers"] and k not in scene.inside):
            return k
        if low in words["relatives"] and low != "qui" and k not in scene.carried and sentence.kinds[k] != DATE:
            return k
    return min(start + REACH, len(sentence.lows))


def _firms(people: Sequence[Actor], scene: Scene, mentions: Sequence[Mention], context: Context) -> tuple[Actor, ...]:
    """« signé par X, directrice générale d'A »: it is A that signs."""
    heads, sentence = scene.rules.words["executives"], scene.sentence
    found = []
    for person in people:
        for k in range(person.start, person.end):
            entity = mentions[sentence.refs[k]].entity if sentence.kinds[k] == NAME else -1
            company = entity >= 0 and context.entities[entity].kind == "company"
            if company and not heads.isdisjoint(sentence.lows[person.start : k]):
                found.append(Actor(k, k + 1, (entity,), "ORG", "avec"))
    return tuple(found)
