"""What belongs to a verb and stands far from it: the subject behind a participle that opens, the object before « que ».

« Reçu à Oslo, *X* a parlé »; « *X*, que Y a reçu »; « c'est *à Oslo* que X a reçu Y ».
"""

from itertools import takewhile

from pipeline.annotate.events.around.scene import Scene
from pipeline.annotate.events.grammar import predicate
from pipeline.annotate.events.grammar.tokens import DATE, WORD
from pipeline.annotate.events.grammar.verbgroup import REDUCED, VerbGroup
from pipeline.annotate.events.who import subjects
from pipeline.annotate.events.who.actors import Actor

REACH = 14
"""How far before its verb « que » may stand."""


def subject_behind(scene: Scene, verb: VerbGroup) -> tuple[tuple[Actor, ...], str]:
    """« Reçu à Oslo par Y, X a parlé »: the main clause's subject; or, where it is a pronoun, its kind."""
    gerund = verb.tense == "gerund" and scene.sentence.low(verb.start - 1) == "en"  # « En signant le pacte, X … »
    if (verb.voice != REDUCED and not gerund) or not _opens(scene, verb.start - gerund):
        return (), ""
    sentence, words = scene.sentence, scene.rules.words
    for k in range(verb.end, len(sentence.lows)):
        if k in scene.inside or sentence.kinds[k] == DATE:
            continue
        if sentence.kinds[k] == WORD and predicate.finite_tense(sentence, k, scene.rules):
            break
        if sentence.lows[k] != ",":
            continue
        behind = sentence.low(k + 1)
        if behind in words["pronouns"] and behind != "y":
            return (), "many" if behind in words["they"] else "one"
        if found := _behind(scene, k + 1):
            return found, ""
    return (), ""


def _behind(scene: Scene, at: int) -> tuple[Actor, ...]:
    """Who stands right behind a comma; « reçu par Y, X a parlé » looks like a list of two."""
    first = next((i for i, a in enumerate(scene.actors) if a.start == at and not a.adjective), -1)
    if first < 0 or (scene.actors[first].preposition and not scene.actors[first].joined):
        return ()
    if not scene.actors[first].joined:
        return subjects.whole(scene.actors, scene.actors[first])
    chain = [scene.actors[first]]
    chain += takewhile(lambda a: a.joined, scene.actors[first + 1 :])
    k, words = chain[-1].end, scene.rules.words
    while scene.sentence.low(k) in words["clitics"] or scene.sentence.low(k) in words["negations"]:
        k += 1
    told = k < len(scene.sentence.lows) and predicate.finite_tense(scene.sentence, k, scene.rules)
    return tuple(chain) if told else ()


def _opens(scene: Scene, at: int) -> bool:
    """Nothing stands before but adverbs and dates, or a participle that opens: « Élu en 2012 et réélu en 2017, X »."""
    sentence, light = scene.sentence, scene.rules.words["before participles"]
    if all(sentence.kinds[k] == DATE or sentence.lows[k] in light for k in range(min(at, 6))):
        return at < 6
    if sentence.lows[at - 1] not in ("et", "puis") or not any(
        t.verb and t.verb.voice == REDUCED and t.start == 0 for t in scene.triggers
    ):
        return False
    return not any(_tells(scene, k) for k in range(1, at))


def _tells(scene: Scene, k: int) -> bool:
    """A name without a preposition, or a finite verb."""
    if k in scene.inside:
        return any(a.start <= k < a.end and not a.preposition for a in scene.actors)
    return scene.sentence.kinds[k] == WORD and bool(predicate.finite_tense(scene.sentence, k, scene.rules))


def object_before(scene: Scene, verb: VerbGroup) -> tuple[Actor, ...]:
    """« X, que Y a reçu à Oslo »: whom « que » stands for; nobody where it opens what is said or thought."""
    at = _que(scene, verb.start)
    if at < 0:
        return ()
    comma = scene.sentence.low(at - 1) == ","
    before = [a for a in scene.actors if a.end == at - comma and not a.adjective]
    return subjects.whole(before, before[-1]) if before and (comma or not before[-1].preposition) else ()


def place_before(scene: Scene, verb: VerbGroup) -> tuple[Actor, ...]:
    """« C'est à Oslo, le 5 mai, que X a reçu Y »: there."""
    at = _que(scene, verb.start)
    if at < 0:
        return ()
    sentence = scene.sentence
    return tuple(
        a
        for a in scene.actors
        if a.label == "LOC"
        and a.preposition in ("à", "en")
        and a.end <= at
        and "c'" in sentence.lows[max(0, a.start - 4) : a.start]
    )


def _que(scene: Scene, start: int) -> int:
    """The « que » of a verb's own clause; -1 where there is none."""
    sentence = scene.sentence
    if "que" not in sentence.lows and "qu'" not in sentence.lows:
        return -1
    for k in range(start - 1, max(start - REACH, -1), -1):
        low = sentence.lows[k]
        if low in ("que", "qu'"):
            return k
        if low in (";", ":", "qui", "où", "dont") or (
            k not in scene.inside and predicate.finite_tense(sentence, k, scene.rules)
        ):
            return -1
    return -1
