"""A noun's complements, the verb that says that it took place, and whom that verb brings with it."""

from collections.abc import Mapping, Sequence

from pipeline.annotate.events.around import surroundings, window
from pipeline.annotate.events.around.scene import Scene
from pipeline.annotate.events.around.surroundings import Surroundings
from pipeline.annotate.events.finding.announced import headed_by
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar import governing, verbgroup
from pipeline.annotate.events.grammar.tokens import DATE, NAME, WORD, Sentence
from pipeline.annotate.events.grammar.verbgroup import ACTIVE, PASSIVE, PRONOMINAL, REDUCED, VerbGroup
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.who import subjects
from pipeline.annotate.events.who.actors import Actor


def read(scene: Scene, trigger: Trigger) -> Surroundings:
    """The surroundings of a trigger that is a noun."""
    sentence, actors, rules = scene.sentence, scene.actors, scene.rules
    end = window.end(scene, trigger, trigger.end, noun=True)
    verb, verb_end = _happening(scene, trigger, end)
    reach = (trigger.end, verb_end if verb else end)
    partner = _partner(sentence, trigger, scene.triggers)
    if partner:
        reach = (trigger.end, window.end(scene, partner, partner.end, noun=True))
    slots = surroundings.complements(actors, reach)
    bare = slots.pop("", ())
    slots["bare"] = _bare(bare, trigger, end)
    if verb and verb.voice == ACTIVE and sentence.low(verb.end - 1) in rules.telling[trigger.rule.type]:
        slots["object"] = tuple([a for a in bare if a.start >= verb.end])
    slots["adjective"] = surroundings.adjectives(actors, trigger, reach)
    slots["office"] = surroundings.bodies(slots)
    slots["self"] = _itself(sentence, trigger, actors, rules)
    slots["sentence"] = scene.states
    slots["où"] = surroundings.where(sentence, trigger.start, actors)
    governor = governing.before(sentence, trigger, rules) or governing.behind(sentence, trigger, rules)
    inverted: tuple[Actor, ...] = ()
    if governor and governor.start > trigger.end:
        reach = (governor.end, window.end(scene, trigger, governor.end, noun=False))
        slots = {**slots, **surroundings.complements(actors, reach)}
        inverted = slots.pop("", ())
    role, inherits = "", ""
    if governor:
        acts = (
            ""
            if governing.has(sentence, governor.end - 1, rules)
            else rules.governors.get(sentence.low(governor.end - 1))
        )
        if acts is not None and (governor.voice in (ACTIVE, PRONOMINAL) or acts == "participant"):
            slots["subject"], inherits = _subject(scene, governor, inverted)
            if governor.voice == PASSIVE and sentence.low(governor.end - 1).startswith("représenté"):
                slots["subject"] = tuple([a for a in slots["subject"] if a.label != "PER"])  # who sends another stays
            role = acts
            between = surroundings.complements(actors, (governor.end, trigger.start))  # none if the verb stands behind
            slots = surroundings.joined(slots, between, ("à", "en", "dans", "avec"))
        verb = verb or governor
    elif trigger.rule.subject or _adverbial(sentence, trigger, rules):
        met = [a for a in actors if trigger.rule.type != "meeting" or a.label != "LOC"]
        slots["subject"] = subjects.main_subject(trigger, met)
    else:
        slots["subject"] = headed_by(sentence, trigger, actors)
    taking = _taking_part(sentence, trigger)
    if taking >= 0 and not slots.get("subject"):
        theirs = surroundings.complements(actors, (taking, trigger.start)).get("de", ())
        slots["subject"], role = theirs or subjects.main_subject(trigger, actors), "participant"
    surroundings.keep_own(slots, sentence, trigger.end, actors)
    opening = max(_held(sentence, trigger, rules), _opened(scene, trigger))
    slots = surroundings.joined(slots, surroundings.complements(actors, opening), ("à", "en", "dans"))
    inherits = _owned(scene, trigger, slots, inherits)
    slots |= surroundings.beside(scene, trigger)
    before = sentence.lows[max(0, trigger.head - 2) : trigger.head]
    anaphor = not rules.words["demonstratives"].isdisjoint(before)
    return Surroundings(slots, reach, verb, bool(verb), inherits, anaphor, role)


def _owned(scene: Scene, trigger: Trigger, slots: dict[str, tuple[Actor, ...]], inherits: str) -> str:
    """Fill in whose « sa visite », « l'ouverture de son bureau » is; how many are to be sought further up."""
    sentence, actors, rules = scene.sentence, scene.actors, scene.rules
    possessive = subjects.possessive(sentence, trigger, rules)
    if possessive:
        slots["possessive"] = subjects.owner(trigger, actors, possessive)
        return "" if slots["possessive"] else possessive
    if sentence.low(trigger.head - 2) == "dont" and not slots.get("de"):
        near = [a for a in actors if trigger.head - 6 <= a.end <= trigger.head - 2 and not a.adjective]
        slots["de"] = tuple(near[-1:])  # « la banque, dont la création remonte à … »
    elif trigger.rule.frame == "relate" and sentence.low(trigger.end + 1) in rules.words["possessives"]:
        slots["subject"] = slots.get("subject", ()) or subjects.main_subject(
            trigger, actors
        )  # « … de leurs relations »
    elif trigger.object and sentence.low(trigger.object[0] - 1) in rules.words["possessives"]:
        slots["subject"] = slots.get("subject", ()) or subjects.owner(trigger, actors, "one")
    return inherits


def _bare(found: Sequence[Actor], trigger: Trigger, end: int) -> tuple[Actor, ...]:
    """« le forum Suède-Norvège »: the names right behind the noun, and what a hyphen ties to them."""
    kept: list[Actor] = []
    for actor in found:
        if actor.start <= (kept[-1].end if kept else trigger.end) + 1 and actor.end <= end:
            kept.append(actor)
    return tuple(kept)


def _itself(sentence: Sentence, trigger: Trigger, actors: Sequence[Actor], rules: EventRules) -> tuple[Actor, ...]:
    """« le G20 » is those who meet in it; the « Forum d'Oslo » is no more than the gathering."""
    name = sentence.low(trigger.head)
    titled = sentence.kinds[trigger.head] == NAME and " générale" not in name
    if titled and name.partition(" ")[0] in rules.objects["gathering"]:
        return ()
    return tuple([a for a in actors if a.start <= trigger.head < a.end and a.label == "ORG"])


def _subject(scene: Scene, governor: VerbGroup, inverted: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], str]:
    """The governor's subject, behind it where none stands before: « la visite que doit effectuer X »."""
    found, inherits = subjects.subject(scene.sentence, governor, scene.actors, scene.rules)
    return (found, inherits) if found or inherits else (inverted, "")


def _partner(sentence: Sentence, trigger: Trigger, found: Sequence[Trigger]) -> Trigger | None:
    """The noun that shares this one's complements: « décollage et atterrissage d'Anne Roux »."""
    if sentence.low(trigger.end) != "et":
        return None
    for other in found:
        if other.verb is None and other.start > trigger.start:
            between = sentence.lows[trigger.end + 1 : other.start]
            if between in ((), ("l'",), ("la",), ("le",)) and other.start > trigger.end:
                return other
    return None


def _adverbial(sentence: Sentence, trigger: Trigger, rules: EventRules) -> bool:
    """« Dans une déclaration conjointe, … », « … par référendum »: the sentence's subject acts."""
    at = trigger.head - 1
    if trigger.rule.type == "visit":
        if trigger.head == 0 and sentence.low(trigger.end) in rules.words["at"]:
            return True  # « Arrivée à Oslo lundi, elle … »
        return sentence.low(at) == "en" or (sentence.low(at) == "de" and sentence.low(trigger.head) == "passage")
    if trigger.rule.type in ("gathering", "meeting"):  # « X, réunie en sommet »
        return _during(sentence, trigger, rules) or (
            sentence.low(at) == "en" and sentence.low(at - 1).startswith("réuni")
        )
    if trigger.rule.type not in ("statement", "vote", "agreement"):
        return False
    while sentence.low(at) in rules.words["articles"] or sentence.low(at) in rules.words["recent"]:
        at -= 1
    if trigger.rule.type == "agreement":
        return sentence.low(at) == "par"  # « Par un accord du 5 mai, A et B … »
    return sentence.low(at) in rules.words["by"] or (sentence.low(at) == "de" and sentence.low(at - 1) == "lors")


def _during(sentence: Sentence, trigger: Trigger, rules: EventRules) -> bool:
    """« X a quitté Oslo après un entretien avec Y »: the sentence's subject met Y."""
    at = trigger.head - 1
    while sentence.low(at) in rules.words["has a"] or sentence.low(at) in rules.words["of"]:
        at -= 1
    return sentence.low(at) in rules.words["around talks"] and "avec" in sentence.lows[trigger.end : trigger.end + 6]


def _happening(scene: Scene, trigger: Trigger, end: int) -> tuple[VerbGroup | None, int]:
    """The verb behind a noun that says that it took place, and where what belongs to it ends.

    A participle alone gives way to the clause's own verb: « une exposition *consacrée* à X *se tient* à Oslo ».
    """
    sentence, rules = scene.sentence, scene.rules
    behind = [t for t in scene.triggers if t is not trigger and t.start >= trigger.end]
    others = {t.start for t in behind if not window.belongs(sentence, t, trigger)}
    telling = rules.telling[trigger.rule.type]
    found: tuple[VerbGroup | None, int] = None, end
    past = 0
    for k in range(trigger.end, min(trigger.end + window.REACH, len(sentence.lows))):
        low = sentence.lows[k]
        if k < past:
            continue
        if k in others or low in (";", ".", ":"):
            return found
        if low in rules.words["relatives"]:
            past = _goes_on(scene, k, telling)
            if not past:
                return found
            continue
        group = _says_so(sentence, k, telling, rules)
        if group and group.voice == REDUCED:
            found = found if found[0] else (group, window.end(scene, trigger, k + 1, noun=low not in telling))
        elif group:
            return group, window.end(scene, trigger, k + 1, noun=low not in telling)
        elif _somebody_acts(sentence, trigger, k, rules):
            return found
    return found


def _somebody_acts(sentence: Sentence, trigger: Trigger, k: int, rules: EventRules) -> bool:
    """« … a ouvert la séance »; but not « une cérémonie marquant les dix ans de … »."""
    low = sentence.lows[k]
    if low in rules.happening and sentence.kinds[k] == WORD:
        return rules.tenses[low] != "gerund" or k != trigger.end
    return low in rules.words.finite and not _soon(sentence, k, rules.telling[trigger.rule.type], rules.said)


def _goes_on(scene: Scene, k: int, telling: Mapping[str, str]) -> int:
    """Where to look on: inside « qui se tiendra », or behind « , à laquelle X a été convié, »; 0 where nowhere."""
    sentence = scene.sentence
    if sentence.low(k) == "qui":
        told = _soon(sentence, k, telling, {}) or _tells_that_it_happens(sentence, k + 1, scene.rules)
        return k + 1 if told else 0
    return window.behind_put_in(scene, k)


def _says_so(sentence: Sentence, k: int, telling: Mapping[str, str], rules: EventRules) -> VerbGroup | None:
    """The verb at a token, if it says of its subject that it took place."""
    low = sentence.lows[k]
    if low == "lieu" and sentence.low(k - 1) in rules.words["have place"]:
        tense = rules.words.auxiliaries.get(sentence.low(k - 1), ("", "participle"))[1]
        group = verbgroup.read(sentence, k - 1, tense, rules.words)
        return VerbGroup(group.start, k + 1, ACTIVE, group.tense, group.negated, group.modal)
    if sentence.kinds[k] != WORD:
        return None
    if low in telling:
        if telling[low] == "gerund":
            return None
        group = verbgroup.read(sentence, k, telling[low], rules.words)
        compound = group.tense == "future" and group.end - group.start > 1
        return group._replace(tense="past") if compound else group  # « qui l'aura conduit à Oslo »: told back
    if low in rules.happening:
        group = verbgroup.read(sentence, k, rules.tenses[low], rules.words)
        acts = group.voice == ACTIVE and group.tense != "participle" and low not in rules.intransitive
        acts = acts and sentence.lows[k + 1 : k + 3] != ("ses", "portes")
        return None if acts else group
    if low in rules.shown:
        group = verbgroup.read(sentence, k, rules.shown[low], rules.words)
        return group if group.voice in (PASSIVE, REDUCED) else None
    return None


def _soon(sentence: Sentence, k: int, telling: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Whether a verb that says so follows an auxiliary or « qui »."""
    said = sentence.lows[k + 1 : k + 4]
    return any(w in telling or w in others or (w == "lieu" and bool(others)) for w in said)


def _taking_part(sentence: Sentence, trigger: Trigger) -> int:
    """Where « sa participation au sommet », « , présent au sommet, » stands before the noun, or -1."""
    near = range(trigger.head - 1, max(trigger.head - 9, -1), -1)
    k = next((k for k in near if sentence.low(k) in _TAKING_PART or sentence.low(k) in _THERE), -1)
    if k < 0 or any(sentence.low(j) in (",", ";", "et") for j in range(k, trigger.head)):
        return -1
    if sentence.low(k) in _THERE:
        return k if sentence.low(k - 1) in ("", ",", ":") and sentence.low(k + 1) in ("à", "au", "aux", "d'") else -1
    opens = sentence.kind(k - 1) == DATE or sentence.low(k - 1) in ("", ":", ";", "–", "-", "|")
    return k if opens or sentence.low(k - 1) in ("sa", "leur", "la") else -1


_TAKING_PART = ("participation", "venue", "présence")
_THERE = ("présent", "présente", "présents", "présentes", "invité", "invitée", "convié", "conviée")


def _tells_that_it_happens(sentence: Sentence, start: int, rules: EventRules) -> bool:
    """« le forum, qui se tiendra à Oslo », « qui aura lieu », « qui doit s'y ouvrir »: nobody acts in the clause."""
    for k in range(start, start + 5):
        low = sentence.low(k)
        if low.startswith(tuple(rules.words["final stems"])):
            return False
        if low == "lieu" or low in rules.happening:
            said = sentence.lows[start:k]
            return low == "lieu" or any(word in ("s'", "se", "été") or _is_being(word, rules) for word in said)
        if low not in rules.words["clitics"] and low not in rules.words.auxiliaries and low not in rules.words.modal:
            return False
    return False


def _is_being(low: str, rules: EventRules) -> bool:
    return rules.words.auxiliaries.get(low, ("", ""))[0] == "être"


def _held(sentence: Sentence, trigger: Trigger, rules: EventRules) -> tuple[int, int]:
    """Behind « la tenue », if between it and the noun stands nothing but where and when."""
    for k in range(trigger.start - 1, max(trigger.start - 14, 0), -1):
        low, kind = sentence.low(k), sentence.kind(k)
        if low in rules.words["holding"]:
            return k + 1, trigger.start
        small = kind != WORD or low in rules.words.preposition or low in rules.words["articles"]
        if not small and k < trigger.start - 2:
            break
    return 0, 0


def _opened(scene: Scene, trigger: Trigger) -> tuple[int, int]:
    """What opens the sentence up to its comma: « Organisé à Oslo le 5 mai, le forum … »."""
    sentence, rules = scene.sentence, scene.rules
    first = sentence.low(0)
    if rules.tenses.get(first) != "participle" or sentence.low(trigger.head - 1) not in rules.words["articles"]:
        return 0, 0
    comma = trigger.head - 2
    if sentence.low(comma) != "," or not rules.words.finite.isdisjoint(sentence.lows[:comma]):
        return 0, 0
    return 1, comma
