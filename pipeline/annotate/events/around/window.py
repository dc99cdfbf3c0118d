"""How far what belongs to a trigger reaches behind it: to the next verb, relative, or event of its own."""

from collections.abc import Sequence

from pipeline.annotate.events.around.scene import Scene
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import DATE, WORD, Sentence
from pipeline.annotate.events.grammar.verbgroup import REDUCED
from pipeline.annotate.events.knowledge.rules import EventRules

REACH = 40
"""How many tokens behind a trigger its complements may stand."""


def end(scene: Scene, trigger: Trigger, start: int, noun: bool) -> int:
    """Where what belongs to a trigger ends: before the next verb, relative, or event of its own."""
    sentence, inside, stops = scene.sentence, scene.inside, scene.rules.words.clause_ends
    starts = {
        _first(t, trigger, start)
        for t in scene.triggers
        if t is not trigger and t.start >= start and not belongs(sentence, t, trigger)
    }
    complement = trigger.object[0] if noun and trigger.object else 0
    last = min(start + REACH, len(sentence.lows))
    depth = 0
    for k in range(start, last):
        if k in starts:
            return k
        if k in inside or sentence.kinds[k] == DATE:
            continue
        low = sentence.lows[k]
        if low in stops and low in "–—" and sentence.ends[k - 1] == sentence.starts[k]:
            continue  # « la ligne Oslo–Metz »
        if low in stops and k not in scene.carried and not (low == "puis" and _goes_on(sentence, k + 1)):
            return k
        depth += (low == "(") - (low == ")")
        if depth < 0 or (low == "," and _closes(scene, k, noun, k >= complement)):
            return k
        if sentence.kinds[k] == WORD and (k > start or low in scene.rules.words.finite):
            before = _before_clause(scene, k, noun)
            if before is not None:
                return before
    return last


def _goes_on(sentence: Sentence, k: int) -> bool:
    """« reçue par X, *puis par* Y », « prévue en mai, *puis reportée* à juin »."""
    return sentence.low(k) in ("par", "avec") or sentence.low(k).startswith(("report", "repouss", "décal"))


def _first(other: Trigger, trigger: Trigger, start: int) -> int:
    """Where another event's words begin: « … et *l'ambassade* à Oslo a ouvert ses portes »; not before a participle."""
    finite = other.verb is not None and other.verb.voice != REDUCED
    theirs = other.object if finite and other.object != trigger.object else None
    return theirs[0] if theirs and start < theirs[0] and theirs[1] <= other.start else other.start


def _before_clause(scene: Scene, k: int, noun: bool) -> int | None:
    """Where a window ends before a word that opens a clause or a phrase of its own; null before any other."""
    sentence, low = scene.sentence, scene.sentence.lows[k]
    if low in scene.rules.words.finite:
        return k - (1 if sentence.low(k - 1) in scene.rules.words["clitics"] else 0)
    if low.endswith("ant") and _is_gerund(sentence, k, scene.rules):
        return k
    if noun and low in ("et", "ou") and k not in scene.carried and _new_phrase(scene, k):
        return k
    if not noun and low == "et" and _is_participle(sentence, k + 1, scene.rules) and sentence.low(k + 2) == "par":
        return k
    return None


def _is_participle(sentence: Sentence, k: int, rules: EventRules) -> bool:
    """« X a reçu Y, revenue aux affaires en 2023 »: what follows tells of Y."""
    low = sentence.low(k)
    if sentence.kind(k) != WORD or len(low) < 5 or low in rules.words["escorted"] or low in rules.words.closed:
        return False
    return low.endswith(("é", "ée", "és", "ées", "u", "ue", "us", "ues"))


def _is_gerund(sentence: Sentence, k: int, rules: EventRules) -> bool:
    """« …, reliant la Chine à l'Europe »: a clause of its own."""
    low = sentence.low(k)
    if len(low) < 6 or low in rules.words["no gerunds"]:
        return False
    return sentence.low(k - 1) not in rules.words["articles"]


def _new_phrase(scene: Scene, k: int) -> bool:
    """« la guerre en Norvège et les rivalités … »: what follows belongs to another noun."""
    article = scene.sentence.low(k + 1) in scene.rules.words["articles"]
    return article and k + 1 not in scene.inside and k + 2 not in scene.inside


def _closes(scene: Scene, k: int, noun: bool, behind: bool) -> bool:
    """Whether a comma ends it; `behind` says that the noun's own complement stands before it."""
    sentence, rules = scene.sentence, scene.rules
    if not noun and k in scene.people and _is_participle(sentence, k + 1, rules):
        return True
    following = sentence.low(k + 1)
    own = not noun and _is_participle(sentence, k + 1, rules) and following not in rules.happening
    if own and _dated(sentence, k + 2):
        return True
    if k in scene.placed or following == "entre":
        return False
    if sentence.kind(k - 1) == DATE and "," in (sentence.low(k - 2), sentence.low(k - 3)):
        return False  # « une audience, le 5 mai, à X »
    if not behind or k in scene.carried or following in rules.words["escorted"]:
        return False
    if following.endswith("ant") and len(following) > 5:
        return True
    if sentence.kind(k + 1) == DATE or (following in rules.words["before dates"] and sentence.kind(k + 2) == DATE):
        return False
    return noun and following not in rules.happening


def _dated(sentence: Sentence, start: int) -> bool:
    """« a visité le lycée, *fondé* par X *en 1909*, »: the participle has a day of its own."""
    for k in range(start, min(start + _OWN, len(sentence.lows))):
        if sentence.kinds[k] == DATE:
            return True
        if sentence.lows[k] in (",", ";", ":", "et"):
            return False
    return False


_OWN = 8


def belongs(sentence: Sentence, other: Trigger, trigger: Trigger) -> bool:
    """The other noun is this one's object, or what is celebrated: « les 30 ans de la création du parc »."""
    marked = trigger.rule.type == "commemoration" and other.rule.type == "commemoration" and not other.verb
    if marked and sentence.low(trigger.end).endswith("ant") and other.start - trigger.end < 5:
        return True  # « une cérémonie marquant les dix ans de … »
    if other.verb and other.verb.voice == REDUCED and other.rule.type == trigger.rule.type and not trigger.verb:
        return other.start == trigger.end  # « visite *attendue* à Oslo »
    celebrated = trigger.rule.type == "commemoration" and not other.verb
    end = trigger.object[1] if trigger.object else trigger.end
    if celebrated and 0 <= other.start - end < 4 and sentence.low(end) in ("de", "du", "des", "d'"):
        return True
    return bool(trigger.object and trigger.object[0] <= other.head < trigger.object[1])


def without_inner(sentence: Sentence, found: Sequence[Trigger]) -> list[Trigger]:
    """The triggers but those inside a gathering's name: « le Sommet pour un nouveau pacte financier »."""
    kept: list[Trigger] = []
    for trigger in found:
        named = [t for t in kept[-1:] if t.rule.type == "gathering" and not t.verb and sentence.capital(t.head)]
        if not (named and not trigger.verb and trigger.head > named[0].head and _one_name(sentence, named[0], trigger)):
            kept.append(trigger)
    return kept


def _one_name(sentence: Sentence, gathering: Trigger, other: Trigger) -> bool:
    between = range(gathering.end, other.start)
    if len(between) > _NAME or sentence.low(gathering.end) not in _ABOUT:
        return False
    return all(sentence.kinds[k] == WORD and sentence.lows[k] not in _OUTSIDE for k in between)


_NAME = 6
_ABOUT = frozenset({"pour", "sur", "de", "du", "des", "d'", "contre"})
_OUTSIDE = frozenset({"à", "en", "au", "aux", "et", "lors", "après", "avant", "dans", "par", "avec"})


def behind_put_in(scene: Scene, k: int) -> int:
    """Behind a clause put in between commas, « , à laquelle X a été convié, devrait … », by its relative; else 0."""
    sentence, words = scene.sentence, scene.rules.words
    if "," not in (sentence.low(k - 1), sentence.low(k - 2)):
        return 0
    for c in range(k + 1, min(k + _PUT_IN, len(sentence.lows))):
        if sentence.lows[c] in (";", ":"):
            return 0
        if sentence.lows[c] == "," and c not in scene.carried:
            after = sentence.low(c + 1)
            told = after in words.modal or after in words.auxiliaries or after in ("se", "s'")
            return c + 1 if told else 0
    return 0


_PUT_IN = 16
