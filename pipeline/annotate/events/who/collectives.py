"""What a noun with « le » means: « l'Agence », « le groupe », « la délégation », « la capitale mongole »."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from pipeline.annotate.events.grammar.phrases import governed
from pipeline.annotate.events.grammar.tokens import DATE, MARK, NAME, WORD, Sentence
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.who.actors import Actor
from pipeline.annotate.events.who.context import Context
from pipeline.records import Mention
from pipeline.spelling import fold

NEAR = 600
"""So many code points before, the body must have been named."""
FAR = 2000
"""And the delegation."""
_DEFINITE = frozenset({"le", "la", "l'", "du", "au", "les", "cette", "ce", "cet"})
_OURS = frozenset({"notre"})


def collectives(sentence: Sentence, taken: set[int], context: Context, rules: EventRules) -> list[Actor]:
    """Actors for nouns that mean a body named before: of that noun in its name, or the last company."""
    nouns = rules.words.collective
    if nouns.isdisjoint(sentence.lows):
        return []
    found = []
    for k, low in enumerate(sentence.lows):
        ours = sentence.low(k - 1) in _OURS
        if low not in nouns or k in taken or not (ours or sentence.low(k - 1) in _DEFINITE):
            continue
        end, country = _whole(sentence, k, rules)
        here = {entity for start, entity in context.bodies if sentence.starts[k] < start < sentence.end}
        entity = _meant(low, country, sentence.starts[k], here, context, rules) if end and not ours else None
        if entity is None and (end or sentence.low(k + 1) in rules.words["of"]):
            end, entity = _only_one(sentence, k, end, context, rules)
        if entity is not None:
            start, preposition = governed(sentence, k, rules.words)
            found.append(Actor(start, end, (entity,), "ORG", preposition))
    return found


def _only_one(sentence: Sentence, k: int, end: int, context: Context, rules: EventRules) -> tuple[int, int | None]:
    """« le groupe d'amitié », « notre association »: the only body of the text with this noun, however far before."""
    noun, further = sentence.low(k), ""
    if not end:
        further, end = fold(sentence.low(k + 2)), k + 3
        ends = sentence.kind(end) in ("", MARK, DATE) or sentence.low(end) not in rules.words["of"]
        if sentence.kind(k + 2) != WORD or not ends:
            return 0, None
    if noun not in rules.words["bodies"]:
        return 0, None
    at, fitting = sentence.starts[k], set()
    for start, entity in context.bodies:
        words = fold(context.entities[entity].name).split()
        if start < at and words[:1] == [fold(noun)] and (not further or further in words):
            fitting.add(entity)
    return (end, fitting.pop()) if len(fitting) == 1 else (0, None)


def capitals(
    sentence: Sentence, taken: set[int], mentions: Sequence[Mention], context: Context, rules: EventRules
) -> list[Actor]:
    """« dans la capitale mongole », « la capitale de la Mongolie »: the city, where the text names it."""
    found = []
    for k, low in enumerate(sentence.lows):
        if low != "capitale" or k in taken:
            continue
        country, end = rules.nationalities.get(sentence.low(k + 1)), k + 2
        for j in range(k + 2, k + 4):
            if not country and sentence.kind(j) == NAME and sentence.low(j - 1) in ("de", "du", "d'", "la", "l'"):
                country, end = context.entities[mentions[sentence.refs[j]].entity].place, j + 1
        name = fold(rules.capitals.get(country or "", ""))
        city = next((i for i, e in enumerate(context.entities) if name and name in map(fold, (e.name, *e.forms))), None)
        if city is not None:
            start, preposition = governed(sentence, k, rules.words)
            found.append(Actor(start, end, (city,), "LOC", preposition))
    return found


def _whole(sentence: Sentence, k: int, rules: EventRules) -> tuple[int, str | None]:
    """Past the noun and a nationality behind it, if nothing else says more of it; else 0."""
    end, country = k + 1, rules.nationalities.get(sentence.low(k + 1))
    end += country is not None
    low = sentence.low(end)
    ends = sentence.kind(end) in ("", MARK, DATE) or low in rules.words.finite or low in rules.tenses
    ends = ends or (low in rules.words.closed and rules.words.preposition.get(low) != "de")
    ends = ends or any(entry.tense for entry in rules.index.get(low, ()))
    return (end if ends and low not in ("«", "“", "(", "-") else 0), country


def _meant(
    noun: str, country: str | None, at: int, here: Collection[int], context: Context, rules: EventRules
) -> int | None:
    """The last body before with this noun in its name, or, for a firm, the last company that is not `here`."""
    if noun in rules.words["delegates"]:
        return next((entity for start, entity in reversed(context.delegations) if start < at <= start + FAR), None)
    bodies = context.bodies
    for i in range(bisect_left(bodies, (at, -1)) - 1, -1, -1):
        start, entity = bodies[i]
        if at - start > NEAR:
            return None
        known = context.entities[entity]
        if country and known.country and known.country != country:
            continue
        if noun in rules.words["bodies"] and known.name.lower().startswith(noun):
            return entity
        if noun in rules.words["firms"] and known.kind == "company" and entity not in here:
            return entity
    return None
