"""Who and what a sentence names: each name with the noun phrase around it and the preposition before it.

« avec l'ambassadeur de France, Mme Dubois » holds one actor: Dubois, behind « avec »; France belongs to her
office and takes no part.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.annotate.events.grammar import phrases
from pipeline.annotate.events.grammar.tokens import DATE, MARK, Sentence
from pipeline.annotate.events.knowledge.words import Words
from pipeline.records import Mention

OFFICE = "office"
"""What stands for a preposition with a name that tells whose office is meant: it takes no part."""
BESIDE = ("aux côtés de", "invité par", "sous la présidence de", "à l'initiative de")
"""Prepositions behind which stands somebody who takes part in the whole clause, however far from its verb."""
INSERTED = 11
BETWEEN = 7
"""How many tokens, quotation marks among them, may part two names of a coordination."""


class Actor(NamedTuple):
    """A name or a group: tokens `[start, end)` with article, office and apposition.

    `preposition` is that of the first of a coordination for all of it. `joined` says that the actor
    carries on a coordination with the one before. `group` is `states` or `leaders` where the
    entities stand behind « les deux pays », « les deux présidents ».
    """

    start: int
    end: int
    entities: tuple[int, ...]
    label: str
    preposition: str
    joined: bool = False
    group: str = ""
    adjective: bool = False
    bare: bool = False
    proxy: str = ""


def named(sentence: Sentence, mentions: Sequence[Mention], triggers: frozenset[int], words: Words) -> list[Actor]:
    """Every actor that is a name, in order; what belongs to an office is left out."""
    found: list[Actor] = []
    taken: set[int] = set()
    people_first = sorted(sentence.names, key=lambda i: mentions[sentence.refs[i]].label != "PER")
    for i in people_first:
        if i in taken:
            continue
        mention = mentions[sentence.refs[i]]
        if mention.label == "PER":
            start = phrases.office_before(sentence, i, mentions, words)
            end = phrases.office_behind(sentence, i + 1, mentions, words)
            start = phrases.described(sentence, i, triggers, words) if start == i else start
            start = phrases.kin(sentence, start, words)
            if _acts(sentence, i + 1, words) and phrases.unclosed(sentence, start, i, words):
                start, end = i, i + 1
            taken.update(range(start, end))
        elif phrases.in_office(sentence, i, triggers, words) not in words["represented"]:
            found.append(Actor(i, i + 1, (mention.entity,), mention.label, OFFICE))
            taken.update(range(i, phrases.brackets(sentence, i + 1)))
            continue
        else:
            start, end = phrases.phrase_start(sentence, i, triggers, words), phrases.brackets(sentence, i + 1)
            taken.update(range(i, end))
        start, proxy = phrases.proxy(sentence, start, triggers, words)
        start = phrases.site(sentence, start, words) if mention.label == "LOC" and not proxy else start
        first, preposition = phrases.governed(sentence, start, words)
        preposition = preposition or phrases.attending(sentence, first) or phrases.awaiting(sentence, first, end)
        bare = first == i
        found.append(Actor(first, end, (mention.entity,), mention.label, preposition, bare=bare, proxy=proxy))
    return sorted(found, key=lambda actor: (actor.start, actor.end))


def joined(sentence: Sentence, actors: Sequence[Actor], words: Words) -> list[Actor]:
    """The actors, those of one coordination under the preposition of its first."""
    found: list[Actor] = []
    before: Actor | None = None
    for at, actor in enumerate(actors):
        if before and _is_again(sentence, before, actor, actors[at + 1 : at + 2]):
            if _generic(sentence, before, words):
                found[-1] = before = before._replace(entities=actor.entities)
            continue
        if before and _repeats(sentence, before, actor):
            actor = actor._replace(preposition=before.preposition, joined=True, proxy=actor.proxy or before.proxy)
        elif before and (
            _leads(sentence, before, actor, words)
            or (not actor.preposition and _carries_on(sentence, before, actor, words))
        ):
            actor = actor._replace(preposition=before.preposition, joined=True)
        elif actor.preposition == "dont" and _is_list(sentence, actor, words):
            actor = actor._replace(preposition="")
        found.append(actor)
        before = before if actor.preposition in (OFFICE, "cause") else actor
    return found


def _is_again(sentence: Sentence, before: Actor, actor: Actor, after: Sequence[Actor]) -> bool:
    """« le Parlement norvégien, le Storting, »: one body by another name; not in a list that goes on."""
    if before.label != "ORG" or actor.label != "ORG" or before.joined or actor.preposition or actor.bare:
        return False
    if before.preposition in ("entre", "avec") or before.bare or before.group or actor.group:
        return False
    alone = not after or after[0].start > actor.end + 2 or bool(after[0].preposition) or after[0].label != "ORG"
    apposed = sentence.lows[before.end : actor.start] == (",",)
    return apposed and sentence.low(actor.end) in (",", ".", "") and alone


def _generic(sentence: Sentence, actor: Actor, words: Words) -> bool:
    """« le Parlement norvégien »: a noun, where the other is the body's own name."""
    name = next((sentence.lows[k] for k in range(actor.start, actor.end) if k in sentence.refs), "")
    return name.split(" ")[0] in words["bodies"]


def _leads(sentence: Sentence, before: Actor, actor: Actor, words: Words) -> bool:
    """« une délégation de Volvo conduite par Anne Roux »: she is one of them."""
    return actor.preposition == "par" and any(
        sentence.low(k) in words["led"] for k in range(before.end, min(before.end + 3, actor.start))
    )


def _repeats(sentence: Sentence, before: Actor, actor: Actor) -> bool:
    """« en présence de X et de Y », « les dirigeants de X et de Y »: the last word before X again."""
    listed = bool(before.proxy and not actor.proxy) or (
        before.label == actor.label == "LOC" and "de" in sentence.lows[before.start : before.end]
    )
    again = actor.preposition == "de" and (before.preposition in BESIDE or listed)
    return again and [sentence.low(k) for k in range(before.end, actor.start - 1)] in (["et"], [","], [",", "et"])


def _is_list(sentence: Sentence, actor: Actor, words: Words) -> bool:
    """« plusieurs ministres, dont X et Y »: some of them; not « X, dont Y est le patron »."""
    behind = sentence.low(actor.end)
    if behind == "," and "," in sentence.lows[actor.start : actor.end]:
        return False  # « l'Union, dont le président, X, a … »
    return sentence.low(actor.start - 2) in (",", "(") and (
        sentence.kind(actor.end) in ("", MARK, DATE) or behind in words["coordinators"]
    )


def _without_inserted(between: list[str]) -> list[str]:
    """« X, d'une part, et Y », « X et, du côté norvégien, Y »: without what stands between the commas."""
    if len(between) > 3 and between[0] == "," and between[-2:] == [",", "et"]:
        return ["et"]
    return ["et"] if len(between) > 3 and between[:2] == ["et", ","] and between[-1] == "," else between


def _carries_on(sentence: Sentence, before: Actor, actor: Actor, words: Words) -> bool:
    aside = sentence.low(before.end) == "," and sentence.low(before.end + 1) in ("au", "pour", "du", "d'")
    if actor.start - before.end > (INSERTED if aside else BETWEEN):
        return False
    between = _without_inserted([low for low in sentence.lows[before.end : actor.start] if low not in '«»"“”'])
    if between in (["et"], [",", "et"], ["&"], ["ou"], ["ainsi", "que"], [",", "ainsi", "que"], ["-"], ["–"]):
        return True
    if before.label == actor.label == "LOC" and between == ["puis"]:
        return True
    if between != [","] or before.label != actor.label:
        return False
    if before.preposition in ("entre", "avec", "par"):
        return not _acts(sentence, actor.end, words)  # « reçu par X, Y a parlé »
    return not before.preposition


def _acts(sentence: Sentence, k: int, words: Words) -> bool:
    """« a », « ne l'a », « s'est »: a verb right behind a name."""
    low = sentence.low(k)
    return low in words.finite or low in words["clitics"] or low in words["negations"]
