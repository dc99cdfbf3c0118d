"""Which person an office without a name means: « le président ouzbek », « le chef de l'État »."""

from collections.abc import Sequence

from pipeline.annotate.events.grammar.phrases import governed
from pipeline.annotate.events.grammar.tokens import NAME, WORD, Sentence
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.who.actors import Actor
from pipeline.annotate.events.who.context import Context
from pipeline.records import Mention
from pipeline.spelling import fold

REACH = 6
"""So many words behind an office may say whose it is."""


def holders(
    sentence: Sentence, taken: set[int], mentions: Sequence[Mention], context: Context, rules: EventRules
) -> list[Actor]:
    """Actors for offices that one person of the text alone holds."""
    found = []
    offices = rules.words["holders"]
    for k, low in enumerate(sentence.lows):
        if low not in offices or sentence.kinds[k] != WORD or k in taken:
            continue
        first = k - 1 if sentence.low(k - 1) in rules.words["first"] else k
        end, country = _whose(sentence, k + 1, mentions, context, rules)
        person = _person(sentence, (first, k, end), country, context, rules)
        if person is not None and not taken & set(range(first, end)):
            start, preposition = governed(sentence, first, rules.words)
            found.append(Actor(start, end, (person,), "PER", preposition))
    return found


_STATE = frozenset({"république", "état", "etat"})


def _whose(
    sentence: Sentence, k: int, mentions: Sequence[Mention], context: Context, rules: EventRules
) -> tuple[int, str | None]:
    """Past the office's own words, and the country that they name."""
    for j in range(k, min(k + REACH, len(sentence.lows))):
        low, kind = sentence.lows[j], sentence.kinds[j]
        if kind == NAME:
            entity = context.entities[mentions[sentence.refs[j]].entity]
            of_it = sentence.low(j - 1) in rules.words["of the"]
            return (j + 1, entity.country or entity.place) if of_it and entity.label == "LOC" else (k, None)
        if low in rules.nationalities:
            return j + 1, rules.nationalities[low]
        if kind != WORD or (low not in rules.words["office links"] and low not in rules.words["office words"]):
            return max(k, j), None
    return k, None


def _person(
    sentence: Sentence, office: tuple[int, int, int], country: str | None, context: Context, rules: EventRules
) -> int | None:
    """The only one who holds the office, in this country where one is named; a state's is held in no association."""
    first, k, end = office
    state = not _STATE.isdisjoint(sentence.lows[k + 1 : end])
    if sentence.low(first - 1) not in rules.words["articles"] and sentence.low(first - 1) not in ("du", "au"):
        return None
    title = fold(" ".join(sentence.low(j) for j in range(first, k + 1)))
    titles = {title, *(("president",) if title == "chef" else ())}
    fitting = set()
    for i, entity in enumerate(context.entities):
        for role in entity.roles if entity.label == "PER" else ():
            if (
                any(fold(role.title).startswith(t) for t in titles)
                and not (state and role.organisation)
                and (country is None or role.country is None or role.country == country)
            ):
                fitting.add(i)
    if country is not None and len(fitting) > 1:
        return context.last_named(fitting, sentence.starts[k])
    return fitting.pop() if len(fitting) == 1 else None
