"""Who and what a sentence names: each name with the noun phrase around it and the preposition before it.

« avec l'ambassadeur de France, Mme Dubois » holds one actor: Dubois, behind « avec »; France belongs to her
office and takes no part.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.annotate.events.tokens import DATE, MARK, NAME, WORD, Sentence
from pipeline.annotate.events.words import Words
from pipeline.records import Mention

OFFICE = "office"
"""What stands for a preposition with a name that tells whose office is meant: it takes no part."""
BESIDE = ("aux côtés de", "invité par", "sous la présidence de", "à l'initiative de")
"""Prepositions behind which stands somebody who takes part in the whole clause, however far from its verb."""
REACH = 12
"""How many words an office may stand before its name."""
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
            start, end = _office_before(sentence, i, mentions, words), _office_behind(sentence, i + 1, mentions, words)
            start = _described(sentence, i, triggers, words) if start == i else start
            taken.update(range(start, end))
        elif _in_office(sentence, i, triggers, words) not in words["represented"]:
            found.append(Actor(i, i + 1, (mention.entity,), mention.label, OFFICE))
            taken.update(range(i, _brackets(sentence, i + 1)))
            continue
        else:
            start, end = _phrase_start(sentence, i, triggers, words), _brackets(sentence, i + 1)
            taken.update(range(i, end))
        start, proxy = _proxy(sentence, start, triggers, words)
        start = _site(sentence, start, words) if mention.label == "LOC" and not proxy else start
        first, preposition = governed(sentence, start, words)
        bare = first == i
        found.append(Actor(first, end, (mention.entity,), mention.label, preposition, bare=bare, proxy=proxy))
    return sorted(found, key=lambda actor: (actor.start, actor.end))


def joined(sentence: Sentence, actors: Sequence[Actor], words: Words) -> list[Actor]:
    """The actors, those of one coordination under the preposition of its first."""
    found: list[Actor] = []
    before: Actor | None = None
    for actor in actors:
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
        before = before if actor.preposition == OFFICE else actor
    return found


def governed(sentence: Sentence, start: int, words: Words) -> tuple[int, str]:
    """Where the noun phrase that starts at `start` begins with its article, and the preposition before it."""
    lows, articles = sentence.lows, words.before_nouns
    i = start
    while i > 0 and lows[i - 1] in articles:
        i -= 1
    name = words.preposition.get(lows[i - 1]) if i else None
    if not name:
        return i, ""
    return i, _compound(sentence, i - 1, words) or name


def _compound(sentence: Sentence, at: int, words: Words) -> str:
    if sentence.low(at - 1) not in words.compound_ends:
        return ""
    for length in (3, 2, 1):
        before = tuple(sentence.low(k) for k in range(at - length, at))
        if at >= length and before in words.compound:
            return words.compound[before]
    return ""


def _label(sentence: Sentence, i: int, mentions: Sequence[Mention]) -> str:
    return mentions[sentence.refs[i]].label


def _office_before(sentence: Sentence, i: int, mentions: Sequence[Mention], words: Words) -> int:
    """The token at which a person's civility and office begin."""
    start = _civility(sentence, i, words)
    k = start - 1
    if sentence.low(k) == ",":
        k -= 1
    best = start
    for steps in range(REACH):
        at = k - steps
        if at < 0 or not _may_stand_in_office(sentence, at, mentions, words):
            break
        low = sentence.lows[at]
        if low in words["offices"] and (low not in words["first"] or sentence.low(at + 1) in words["offices"]):
            if words.auxiliaries.get(sentence.low(at - 1), ("",))[0] == "avoir":
                break  # « a envoyé un message à X »
            best = at  # « le premier ministre », but not « sa première visite »
        elif best != start and low not in words["of"] and low not in words["before offices"]:
            if sentence.low(at - 1) in words["offices"]:
                continue  # « l'envoyé personnel du président »
            break
    return _civility(sentence, best, words) if best != start else start


def _described(sentence: Sentence, i: int, triggers: frozenset[int], words: Words) -> int:
    """« l'Égyptien X », « du milliardaire suédois X » start at the noun between the article and the name."""
    for k in range(i - 1, max(i - 4, -1), -1):
        low = sentence.lows[k]
        if low in words["articles"] or words.preposition.get(low) in ("de", "à"):
            return k + 1 if low not in ("de", "d'", "à") else i
        if sentence.kinds[k] != WORD or low in words.closed or k in triggers:
            return i
    return i


def _civility(sentence: Sentence, i: int, words: Words) -> int:
    while i > 0:
        low = sentence.low(i - 1)
        if low in words["civilities"] or (low == "." and sentence.low(i - 2) in words["civilities"]):
            i -= 1
        else:
            break
    return i


def _may_stand_in_office(sentence: Sentence, at: int, mentions: Sequence[Mention], words: Words) -> bool:
    low, kind = sentence.lows[at], sentence.kinds[at]
    if kind == NAME:
        return mentions[sentence.refs[at]].label != "PER"
    if kind in (DATE, MARK):
        return False
    return low in words["offices"] or low in words["office links"] or low not in words.closed


def _office_behind(sentence: Sentence, end: int, mentions: Sequence[Mention], words: Words) -> int:
    """Past a person's apposition: « , ministre de l'Industrie du Kazakhstan, »; without its closing comma."""
    if sentence.low(end) == "(":
        return _brackets(sentence, end)
    if sentence.low(end) != ",":
        return end
    i = end + 1
    while sentence.low(i) in words["articles"] or sentence.low(i) in words["before offices"]:
        i += 1
    if sentence.low(i) not in words["offices"]:
        return end
    for k in range(i, min(i + 2 * REACH, len(sentence.lows))):
        low, kind = sentence.lows[k], sentence.kinds[k]
        if (kind == MARK and low in ",;:)–—.") or low in words["relatives"] or low in words.finite:
            return k
        another = kind == NAME and i > end + 1 and _label(sentence, k, mentions) == "PER"
        if another and sentence.low(k - 1) not in words["of"]:
            return end  # « reçu par X, le ministre Y a parlé »: another one
    return min(i + REACH, len(sentence.lows))


def _brackets(sentence: Sentence, end: int) -> int:
    """Past a short bracket: « (AFD) »."""
    if sentence.low(end) == "(":
        for k in range(end + 1, min(end + 6, len(sentence.lows))):
            if sentence.low(k) == ")":
                return k + 1
    return end


def _in_office(sentence: Sentence, i: int, triggers: frozenset[int], words: Words) -> str:
    """« le président du Kazakhstan », « l'ambassadeur de France »: the office that the name tells of, or nothing."""
    start, preposition = governed(sentence, i, words)
    if preposition not in ("de", "en", "à", "près de"):
        return ""
    for k in range(start - 2, max(start - 2 - REACH, -1), -1):
        low, kind = sentence.lows[k], sentence.kinds[k]
        if low in words["offices"]:
            if sentence.low(k - 1) in ("été", "fut", "furent"):
                return ""  # « a été envoyée à Oslo »
            theirs = preposition == "de" or low in words["envoys"] or _envoy_before(sentence, k, words)
            return low if theirs else ""
        if k in triggers or kind in (DATE, MARK):
            return ""
        if kind == WORD and low in words.closed and low not in words["office links"]:
            return ""
        if preposition != "de" and kind == WORD and low not in words["office links"] and not sentence.capital(k):
            return ""
    return ""


def _envoy_before(sentence: Sentence, k: int, words: Words) -> bool:
    return any(sentence.low(j) in words["envoys"] for j in range(max(0, k - 3), k))


def _phrase_start(sentence: Sentence, i: int, triggers: frozenset[int], words: Words) -> int:
    """« la société française Orano » starts at « société »: plain words between article and name."""
    for k in range(i - 1, max(i - 4, -1), -1):
        low, kind = sentence.lows[k], sentence.kinds[k]
        if low in words["articles"] or low in words.preposition:
            return k + 1
        if kind != WORD or low in words.closed or k in triggers or sentence.capital(k):
            return i
    return i


def _proxy(sentence: Sentence, start: int, triggers: frozenset[int], words: Words) -> tuple[int, str]:
    """« une délégation du Sénat », « le gouvernement de la Suède »: who acts for the one named."""
    first, preposition = governed(sentence, start, words)
    if preposition != "de":
        return start, ""
    for k in range(first - 2, max(first - 5, -1), -1):
        low, kind = sentence.lows[k], sentence.kinds[k]
        if low in words["proxies"]:
            return k, low
        if kind != WORD or low in words.closed or k in triggers:
            return start, ""
    return start, ""


def _leads(sentence: Sentence, before: Actor, actor: Actor, words: Words) -> bool:
    """« une délégation de Volvo conduite par Anne Roux »: she is one of them."""
    return actor.preposition == "par" and any(
        sentence.low(k) in words["led"] for k in range(before.end, min(before.end + 3, actor.start))
    )


def _site(sentence: Sentence, start: int, words: Words) -> int:
    """« dans la ville de Metz », « au palais royal de Rabat » start at the noun for the place."""
    first, preposition = governed(sentence, start, words)
    if preposition != "de":
        return start
    if sentence.low(first - 2) in words["sites"]:
        return first - 2
    plain = sentence.kind(first - 2) == WORD and sentence.low(first - 2) not in words.closed
    return first - 3 if plain and sentence.low(first - 3) in words["sites"] else start


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
    return sentence.low(actor.start - 2) in (",", "(") and (
        sentence.kind(actor.end) in ("", MARK, DATE) or behind in words["coordinators"]
    )


def _without_inserted(between: list[str]) -> list[str]:
    """« X, d'une part, et Y », « X et, du côté norvégien, Y »: without what stands between the commas."""
    if len(between) > 3 and between[0] == "," and between[-2:] == [",", "et"]:
        return ["et"]
    return ["et"] if len(between) > 3 and between[:2] == ["et", ","] and between[-1] == "," else between


def _carries_on(sentence: Sentence, before: Actor, actor: Actor, words: Words) -> bool:
    if actor.start - before.end > BETWEEN:
        return False
    between = _without_inserted([low for low in sentence.lows[before.end : actor.start] if low not in '«»"“”'])
    if between in (["et"], [",", "et"], ["&"], ["ou"], ["ainsi", "que"], [",", "ainsi", "que"], ["-"], ["–"]):
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
