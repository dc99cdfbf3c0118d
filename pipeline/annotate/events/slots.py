"""What stands around a trigger: its subject, its object, and the complements behind it, by position.

No parser: the clause is bounded by relatives, conjunctions, other verbs and marks, and a preposition says
what a name is to the word before it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate.events import subjects, verbgroup
from pipeline.annotate.events.actors import Actor
from pipeline.annotate.events.rules import EventRules
from pipeline.annotate.events.tokens import DATE, MARK, NAME, WORD, Sentence
from pipeline.annotate.events.triggers import Trigger
from pipeline.annotate.events.verbgroup import ACTIVE, PRONOMINAL, VerbGroup

REACH = 40
"""How many tokens behind a trigger its complements may stand."""


@dataclass(frozen=True, slots=True)
class Surroundings:
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


def around(
    sentence: Sentence, trigger: Trigger, found: Sequence[Trigger], actors: Sequence[Actor], rules: EventRules
) -> Surroundings:
    """The surroundings of one of a sentence's triggers."""
    if trigger.verb:
        return _around_verb(sentence, trigger, trigger.verb, found, actors, rules)
    return _around_noun(sentence, trigger, found, actors, rules)


def _around_verb(
    sentence: Sentence,
    trigger: Trigger,
    verb: VerbGroup,
    found: Sequence[Trigger],
    actors: Sequence[Actor],
    rules: EventRules,
) -> Surroundings:
    window = verb.end, _window_end(sentence, trigger, verb.end, found, actors, rules, noun=False)
    slots = _complements(actors, window)
    passive = verb.voice not in (ACTIVE, PRONOMINAL) and not _moves(trigger, verb)
    bare = slots.pop("", ())
    subject, inherits = subjects.subject(sentence, verb, actors, rules)
    if not subject and not inherits and bare and (verb.voice != ACTIVE or _inverted(sentence, verb)):
        subject, bare = bare, ()
    if passive:
        slots["object"] = subject
    else:
        slots["subject"], slots["object"] = subject, bare
    slots["adjective"] = _adjectives(actors, trigger, window)
    slots["où"] = _where(sentence, verb.start, actors)
    if trigger.object and trigger.object[1] <= verb.start:
        slots = _with(slots, _complements(actors, (trigger.object[1], verb.start)))
    slots["office"] = _bodies(slots)
    slots["sentence"] = tuple(a for a in actors if a.group == "states")
    return Surroundings(slots, window, verb, True, inherits)


def _with(
    slots: dict[str, tuple[Actor, ...]],
    more: Mapping[str, tuple[Actor, ...]],
    names: Sequence[str] = ("entre", "avec", "de"),
) -> dict[str, tuple[Actor, ...]]:
    """« les relations entre A et B ont été nouées »: what goes with the verb's subject."""
    kept = {name: actors for name, actors in more.items() if name in names}
    return {**slots, **{name: (*actors, *slots.get(name, ())) for name, actors in kept.items()}}


def _where(sentence: Sentence, at: int, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """« à Oslo, où il rencontrera X »: there."""
    for k in range(at - 1, max(at - 12, -1), -1):
        if sentence.low(k) == "où":
            before = [a for a in actors if a.label == "LOC" and k - 3 <= a.end <= k]
            return tuple(before[-1:])
        if sentence.low(k) in (";", ":"):
            break
    return ()


def _moves(trigger: Trigger, verb: VerbGroup) -> bool:
    return verb.movement and "passive" not in trigger.rule.voices


def _inverted(sentence: Sentence, verb: VerbGroup) -> bool:
    return sentence.low(verb.start - 1) in {"où", "que", "qu'", "»", "laquelle", "lequel", "dont", ","}


def _around_noun(
    sentence: Sentence, trigger: Trigger, found: Sequence[Trigger], actors: Sequence[Actor], rules: EventRules
) -> Surroundings:
    start = trigger.end
    end = _window_end(sentence, trigger, start, found, actors, rules, noun=True)
    verb, verb_end = _happening(sentence, trigger, end, found, actors, rules)
    window = (start, verb_end if verb else end)
    partner = _partner(sentence, trigger, found)
    if partner:
        window = (start, _window_end(sentence, partner, partner.end, found, actors, rules, noun=True))
    slots = _complements(actors, window)
    bare = slots.pop("", ())
    near = tuple(a for a in bare if a.start <= trigger.end + 1 and a.end <= end)
    slots["bare"] = near
    slots["adjective"] = _adjectives(actors, trigger, window)
    slots["office"] = _bodies(slots)
    slots["sentence"] = tuple(a for a in actors if a.group == "states")
    governor = _governor(sentence, trigger, rules) or _relative(sentence, trigger, rules)
    if governor and governor.start > trigger.end:
        end = _window_end(sentence, trigger, governor.end, found, actors, rules, noun=False)
        window = (governor.end, end)
        slots = {**slots, **_complements(actors, window)}
        slots.pop("", None)
    role, inherits = "", ""
    if governor:
        acts = rules.governors.get(sentence.low(governor.end - 1))
        if acts is not None and governor.voice in (ACTIVE, PRONOMINAL):
            slots["subject"], inherits = subjects.subject(sentence, governor, actors, rules)
            role = acts
            between = _complements(actors, (governor.end, trigger.start))  # nothing where the verb stands behind
            slots = _with(slots, between, ("à", "en", "dans", "avec"))
        verb = verb or governor
    elif trigger.rule.subject or _adverbial(sentence, trigger, rules):
        slots["subject"] = subjects.main_subject(trigger, actors)
    possessive = subjects.possessive(sentence, trigger, rules)
    if possessive:
        slots["possessive"] = subjects.owner(trigger, actors, possessive)
        inherits = "" if slots["possessive"] else possessive
    anaphor = any(
        sentence.low(k) in rules.words["demonstratives"] for k in range(max(0, trigger.head - 2), trigger.head)
    )
    return Surroundings(slots, window, verb, bool(verb), inherits, anaphor, role)


def _complements(actors: Sequence[Actor], window: tuple[int, int]) -> dict[str, tuple[Actor, ...]]:
    slots: dict[str, tuple[Actor, ...]] = {}
    for actor in actors:
        if window[0] <= actor.start and actor.start < window[1] and not actor.adjective:
            slots[actor.preposition] = (*slots.get(actor.preposition, ()), actor)
    return slots


def _bodies(slots: Mapping[str, tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """« la présidence du groupe d'amitié », « à la tête de Volvo »."""
    bodies = (a for a in (*slots.get("de", ()), *slots.get("en", ())) if a.label == "ORG")
    return (*bodies, *slots.get("office", ()))


def _partner(sentence: Sentence, trigger: Trigger, found: Sequence[Trigger]) -> Trigger | None:
    """The noun that shares this one's complements: « décollage et atterrissage d'Anne Roux »."""
    for other in found:
        between = [sentence.low(k) for k in range(trigger.end, other.start)]
        if (
            other.verb is None
            and other.start > trigger.start
            and between in (["et"], ["et", "l'"], ["et", "la"], ["et", "le"])
        ):
            return other
    return None


def _adverbial(sentence: Sentence, trigger: Trigger, rules: EventRules) -> bool:
    """« Dans une déclaration conjointe, … », « … par référendum »: the sentence's subject acts."""
    at = trigger.head - 1
    if trigger.rule.type == "visit":
        return sentence.low(at) == "en" or (sentence.low(at) == "de" and sentence.low(trigger.head) == "passage")
    if trigger.rule.type not in ("statement", "vote"):
        return False
    while sentence.low(at) in rules.words["articles"] or sentence.low(at) in ("nouvelle", "récente", "même"):
        at -= 1
    return sentence.low(at) in ("dans", "par", "via") or (sentence.low(at) == "de" and sentence.low(at - 1) == "lors")


def _adjectives(actors: Sequence[Actor], trigger: Trigger, window: tuple[int, int]) -> tuple[Actor, ...]:
    start = min(trigger.start, trigger.object[0] if trigger.object else trigger.start)
    return tuple(a for a in actors if a.adjective and start <= a.start < window[1])


def _window_end(
    sentence: Sentence,
    trigger: Trigger,
    start: int,
    found: Sequence[Trigger],
    actors: Sequence[Actor],
    rules: EventRules,
    noun: bool,
) -> int:
    """Where what belongs to a trigger ends: before the next verb, relative, or event of its own."""
    starts = {t.start for t in found if t is not trigger and t.start >= start and not _belongs(sentence, t, trigger)}
    inside = {k for a in actors for k in range(a.start, a.end)}
    carried = {a.start - 1 for a in actors if a.joined} | {a.start - 2 for a in actors if a.joined}
    carried |= {a.end for a in actors if any(sentence.low(k) == "," for k in range(a.start, a.end))}
    people = {a.end for a in actors if a.label == "PER"}
    depth, complement = 0, trigger.object[0] if noun and trigger.object else 0
    for k in range(start, min(start + REACH, len(sentence.tokens))):
        token = sentence.tokens[k]
        if k in starts:
            return k
        if k in inside or token.kind == DATE:
            continue
        if token.low in rules.words["closers"] or token.low in rules.words["relatives"]:
            return k
        if token.low in rules.words.finite and token.kind == WORD:
            return k - (1 if sentence.low(k - 1) in rules.words["clitics"] else 0)
        depth += (token.low == "(") - (token.low == ")")
        if k > start and _is_gerund(sentence, k, rules):
            return k
        if noun and token.low in ("et", "ou") and k not in carried and _new_phrase(sentence, k, inside, rules):
            return k
        if token.low == "," and not noun and k in people and _is_participle(sentence, k + 1, rules):
            return k
        if depth < 0 or (token.low == "," and k >= complement and _closes(sentence, k, carried, rules, noun)):
            return k
    return min(start + REACH, len(sentence.tokens))


def _is_participle(sentence: Sentence, k: int, rules: EventRules) -> bool:
    """« X a reçu Y, revenue aux affaires en 2023 »: what follows tells of Y."""
    low = sentence.low(k)
    if sentence.kind(k) != WORD or len(low) < 5 or low in rules.words["escorted"] or low in rules.words.closed:
        return False
    return low.endswith(("é", "ée", "és", "ées", "u", "ue", "us", "ues"))


def _is_gerund(sentence: Sentence, k: int, rules: EventRules) -> bool:
    """« …, reliant la Chine à l'Europe »: a clause of its own."""
    low = sentence.low(k)
    if not low.endswith("ant") or len(low) < 6 or low in rules.words["no gerunds"]:
        return False
    return sentence.low(k - 1) not in rules.words["articles"] and sentence.kind(k) == WORD


def _new_phrase(sentence: Sentence, k: int, inside: set[int], rules: EventRules) -> bool:
    """« la guerre en Norvège et les rivalités … »: what follows belongs to another noun."""
    return sentence.low(k + 1) in rules.words["articles"] and k + 1 not in inside and k + 2 not in inside


def _closes(sentence: Sentence, k: int, carried: set[int], rules: EventRules, noun: bool) -> bool:
    if k in carried:
        return False
    following = sentence.low(k + 1)
    if following in rules.words["escorted"]:
        return False
    if following.endswith("ant") and len(following) > 5:
        return True
    if sentence.kind(k + 1) == DATE or (
        following in ("le", "du", "en", "à", "au", "dans") and sentence.kind(k + 2) == DATE
    ):
        return False
    return noun and following not in rules.happening


def _belongs(sentence: Sentence, other: Trigger, trigger: Trigger) -> bool:
    """The other noun is this one's object, or what is celebrated: « les 26 ans de l'établissement des relations »."""
    celebrated = trigger.rule.type == "commemoration" and not other.verb
    if celebrated and other.start - trigger.end < 4 and sentence.low(trigger.end) in ("de", "du", "des", "d'"):
        return True
    return bool(trigger.object and trigger.object[0] <= other.head < trigger.object[1])


def _happening(
    sentence: Sentence, trigger: Trigger, end: int, found: Sequence[Trigger], actors: Sequence[Actor], rules: EventRules
) -> tuple[VerbGroup | None, int]:
    """The verb behind a noun that says that it took place, and where what belongs to it ends."""
    others = {t.start for t in found if t is not trigger and t.start >= trigger.end}
    for k in range(trigger.end, min(trigger.end + REACH, len(sentence.tokens))):
        low = sentence.low(k)
        if k in others or low in (";", ".", ":") or low in rules.words["relatives"]:
            return None, end
        if low == "lieu" and sentence.low(k - 1) in (
            "eu",
            "a",
            "ont",
            "aura",
            "auront",
            "avait",
            "avaient",
            "ayant",
            "eut",
            "avoir",
        ):
            carrier = k - 1
            tense = rules.words.auxiliaries.get(sentence.low(carrier), ("", "participle"))[1]
            group = verbgroup.read(sentence, carrier, tense, rules.words)
            group = VerbGroup(group.start, k + 1, ACTIVE, group.tense, group.negated, group.modal)
            return group, _window_end(sentence, trigger, k + 1, found, actors, rules, noun=True)
        if low in rules.happening and sentence.kind(k) == WORD:
            entry = rules.tenses.get(low, "participle")
            group = verbgroup.read(sentence, k, entry, rules.words)
            if group.voice == ACTIVE and group.tense != "participle" and low not in rules.intransitive:
                return None, end
            return group, _window_end(sentence, trigger, k + 1, found, actors, rules, noun=True)
        if sentence.low(k) in rules.words.finite and sentence.low(k + 1) not in rules.happening:
            nearby = any(sentence.low(j) in rules.happening or sentence.low(j) == "lieu" for j in range(k + 1, k + 4))
            if not nearby:
                return None, end
    return None, end


def _governor(sentence: Sentence, trigger: Trigger, rules: EventRules) -> VerbGroup | None:
    """The verb whose object the noun is: « a effectué une visite », « ont participé au forum »."""
    for k in range(trigger.head - 1, max(trigger.head - 9, -1), -1):
        token = sentence.tokens[k]
        if token.kind == MARK and token.low not in '«"':
            return None
        if token.kind == NAME:
            continue
        if token.low in rules.happening and token.kind == WORD:
            return verbgroup.read(sentence, k, rules.tenses.get(token.low, "participle"), rules.words)
        if token.kind == DATE or token.low in rules.words["articles"]:
            continue
        if token.low in rules.words.closed and token.low not in ("à", "au", "aux", "en", "de", "d'"):
            return None
    return None


def _relative(sentence: Sentence, trigger: Trigger, rules: EventRules) -> VerbGroup | None:
    """« la visite que X effectuera à Oslo »: the verb of the relative clause whose object the noun is."""
    at = next((k for k in range(trigger.end, trigger.end + 4) if sentence.low(k) in ("que", "qu'")), -1)
    if at < 0 or any(sentence.kind(k) != WORD for k in range(trigger.end, at)):
        return None
    for k in range(at + 1, min(at + 14, len(sentence.tokens))):
        low = sentence.low(k)
        if sentence.kind(k) != WORD:
            continue
        if low in rules.governors and low not in rules.words["offices"]:
            return verbgroup.read(sentence, k, rules.tenses[low], rules.words)
        if low in (";", ":") or low in rules.words["relatives"]:
            return None
    return None
