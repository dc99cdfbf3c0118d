"""A verb's subject, its object and its complements."""

from pipeline.annotate.events.around import surroundings, window
from pipeline.annotate.events.around.scene import Scene
from pipeline.annotate.events.around.surroundings import Surroundings
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar import fronting
from pipeline.annotate.events.grammar.tokens import DATE, WORD, Sentence
from pipeline.annotate.events.grammar.verbgroup import ACTIVE, PRONOMINAL, REDUCED, VerbGroup
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.who import subjects
from pipeline.annotate.events.who.actors import Actor


def read(scene: Scene, trigger: Trigger, verb: VerbGroup) -> Surroundings:
    """The surroundings of a trigger that is a verb."""
    sentence, actors = scene.sentence, scene.actors
    behind = verb.end + _only(sentence, verb, scene.rules)
    reach = behind, window.end(scene, trigger, behind, noun=False)
    slots = surroundings.complements(actors, reach)
    passive = undergoes(trigger, verb)
    bare = tuple([a for a in slots.pop("", ()) if not _says(sentence, verb, a)])
    subject, inherits = subjects.subject(sentence, verb, actors, scene.rules)
    if not subject and not inherits:
        subject, inherits = fronting.subject_behind(scene, verb)
        bare = tuple([a for a in bare if a not in subject])
        slots = (
            {name: tuple([a for a in there if a not in subject]) for name, there in slots.items()} if subject else slots
        )
    alone = not subject and not inherits and (verb.voice not in (ACTIVE, REDUCED) or _inverted(scene, verb))
    if bare and (alone or _incise(sentence, trigger, verb, bare[0])):
        subject, bare, inherits = bare, (), ""
    if verb.voice == ACTIVE and not bare and not passive:
        bare = fronting.object_before(scene, verb)
    if passive:
        slots["object"] = subject
    else:
        slots["subject"], slots["object"] = subject, bare
    if verb.end - verb.start > 4 and not trigger.again:  # « a, le 5 mai, à Oslo, inauguré »
        within = surroundings.complements(actors, (verb.start, verb.end))
        slots = surroundings.joined(slots, within, ("à", "en", "dans", "avec"))
    slots["adjective"] = surroundings.adjectives(actors, trigger, reach)
    slots["où"] = surroundings.where(sentence, verb.start, actors)
    if trigger.object and trigger.object[1] <= verb.start:
        before = surroundings.complements(actors, (trigger.object[1], verb.start))
        names = ("entre", "avec", "de", "à", "en") if trigger.rule.type == "establishment" else ("entre", "avec", "de")
        slots = surroundings.joined(slots, before, names)
    met = tuple([a for a in actors if a.label == "LOC" and a.end <= verb.start and _gathered(sentence, a)])
    met = met or fronting.place_before(scene, verb)
    if met:
        slots["à"] = (*met, *slots.get("à", ()))
    if verb.voice == REDUCED and trigger.rule.type == "statement":
        slots["par"] = _who_says(scene, trigger, verb) or slots.get("par", ())
    surroundings.keep_own(slots, sentence, verb.end, actors)
    slots["office"] = surroundings.bodies(slots)
    slots["sentence"] = scene.states
    slots |= surroundings.beside(scene, trigger)
    return Surroundings(slots, reach, verb, True, inherits)


def _who_says(scene: Scene, trigger: Trigger, verb: VerbGroup) -> tuple[Actor, ...]:
    """« Dans une lettre adressée à X, *Y* demande … »: the subject of the clause that the text is brought in."""
    sentence, at = scene.sentence, (trigger.object or (0, 0))[0] - 1
    while sentence.low(at) in scene.rules.words["articles"]:
        at -= 1
    if sentence.low(at) not in scene.rules.words["by"]:
        return ()
    if sentence.low(at - 1) == ",":  # « X s'est engagé, dans une lettre publiée le 5 mai, à … »
        return subjects.main_subject(trigger, [a for a in scene.actors if a.end <= at])
    behind = (a for a in scene.actors if a.start >= verb.end and not a.preposition and not a.adjective)
    return tuple([a for a in behind if sentence.low(a.start - 1) == ","][:1])


def _only(sentence: Sentence, verb: VerbGroup, rules: EventRules) -> int:
    """« ne s'est rendu *qu'*à Oslo »: one token more, behind which the clause goes on."""
    restricted = sentence.low(verb.end) in ("que", "qu'") and not verb.negated
    return int(restricted and not rules.words["negations"].isdisjoint(sentence.lows[verb.start : verb.end]))


def undergoes(trigger: Trigger, verb: VerbGroup) -> bool:
    """Whether the verb's subject is what its object is in the active voice."""
    return trigger.rule.intransitive or (verb.voice not in (ACTIVE, PRONOMINAL) and not _moves(trigger, verb))


def _moves(trigger: Trigger, verb: VerbGroup) -> bool:
    """« est arrivée », « arrivée à Oslo »: the subject acts, although it looks like a passive."""
    return (verb.movement or verb.voice == REDUCED) and "passive" not in trigger.rule.voices


def _gathered(sentence: Sentence, actor: Actor) -> bool:
    """« le Conseil, réuni à Oslo, a élu X »: there."""
    return actor.preposition in ("à", "en") and sentence.low(actor.start - 2).startswith("réuni")


def _says(sentence: Sentence, verb: VerbGroup, actor: Actor) -> bool:
    """« …, informe l'agence »: the subject of a clause put in at the end."""
    k = actor.start - 1
    return k >= verb.end and sentence.kind(k) == WORD and sentence.low(k) != "dont" and sentence.low(k - 1) == ","


def _incise(sentence: Sentence, trigger: Trigger, verb: VerbGroup, behind: Actor) -> bool:
    """« …, a annoncé lundi la Commission »: who speaks stands behind."""
    if trigger.rule.type != "statement" or sentence.low(verb.start - 1) not in _QUOTED:
        return False
    between = range(verb.end, behind.start)
    return all(sentence.kind(k) == DATE or sentence.low(k).endswith("ment") for k in between)


_QUOTED = (",", "»", '"', "”")


def _inverted(scene: Scene, verb: VerbGroup) -> bool:
    """« le pays où se rendra X »: the subject may stand behind its verb."""
    before = verb.start - 1
    return scene.sentence.low(before) in scene.rules.words["inverting"] or scene.sentence.kind(before) == DATE
