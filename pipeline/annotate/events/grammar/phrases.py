"""The noun phrase around a name: its preposition, article, civility, office, apposition, and who acts for it."""

from collections.abc import Sequence

from pipeline.annotate.events.grammar.tokens import DATE, MARK, NAME, WORD, Sentence
from pipeline.annotate.events.knowledge.words import Words
from pipeline.records import Mention

REACH = 12
"""How many words an office may stand before its name."""


def governed(sentence: Sentence, start: int, words: Words) -> tuple[int, str]:
    """Where the noun phrase that starts at `start` begins with its article, and the preposition before it."""
    lows, articles = sentence.lows, words.before_nouns
    i = start
    while i > 0 and lows[i - 1] in articles:
        i -= 1
    name = words.preposition.get(lows[i - 1]) if i else None
    if not name or (i == 1 and lows[0] == "des" and sentence.kinds[start] == WORD):
        return i, ""  # « Des ingénieurs de Volvo »
    return i, _compound(sentence, i - 1, words) or name


def attending(sentence: Sentence, start: int) -> str:
    """« X, qu'accompagnait Y », « la réunion, à laquelle assistaient également Y et Z »: Y is there too."""
    k = start - 1
    k -= sentence.low(k) in ("également", "aussi", "notamment")
    if sentence.low(k) in _ACCOMPANY and sentence.low(k - 1) in ("qu'", "que"):
        return "aux côtés de"
    if sentence.low(k) in _AWAIT and sentence.low(k - 1) in ("l'", "les") and sentence.low(k - 2) == "où":
        return "aux côtés de"
    return "aux côtés de" if sentence.low(k) in _ATTEND and sentence.low(k - 1) in _TO_WHICH else ""


def awaiting(sentence: Sentence, start: int, end: int) -> str:
    """« à Oslo, où X l'attendait »: X is there too."""
    waits = sentence.low(end) in ("l'", "les") and sentence.low(end + 1) in _AWAIT
    return "aux côtés de" if waits and sentence.low(start - 1) == "où" else ""


_AWAIT = ("attendait", "attendaient", "attend", "attendent", "attendra", "attendront")
_ACCOMPANY = ("accompagnait", "accompagnaient", "accompagne", "accompagnent", "accompagnera", "accompagneront")
_ATTEND = ("assistait", "assistaient", "participait", "participaient", "assistent", "participent", "assisteront")
_TO_WHICH = ("laquelle", "auquel", "lequel", "auxquelles", "auxquels", "où")


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


def office_before(sentence: Sentence, i: int, mentions: Sequence[Mention], words: Words) -> int:
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


def described(sentence: Sentence, i: int, triggers: frozenset[int], words: Words) -> int:
    """« l'Égyptien X », « du milliardaire suédois X » start at the noun between the article and the name."""
    for k in range(i - 1, max(i - 4, -1), -1):
        low = sentence.lows[k]
        if low in words["articles"] or words.preposition.get(low) in ("de", "à"):
            return k + 1 if low not in ("de", "d'", "à") else i
        if sentence.kinds[k] != WORD or low in words.closed or k in triggers:
            return i
    return i


def kin(sentence: Sentence, start: int, words: Words) -> int:
    """« par son successeur, X », « et sa fille, Y » start at the noun for who they are to somebody."""
    comma, at = sentence.low(start - 1) == ",", start - 2
    if not comma:
        return start
    owned = sentence.low(at - 1) in words["possessives"] and sentence.low(at - 2) in ("par", "avec", "entre")
    if not owned and sentence.low(at) not in words["kin"]:
        at -= 1  # « son frère cadet, X »
    return at if owned or sentence.low(at) in words["kin"] else start


def unclosed(sentence: Sentence, start: int, i: int, words: Words) -> bool:
    """« Reçu par le président de la République, X a parlé »: the office with a preposition is another's."""
    if start == i or sentence.low(_civility(sentence, i, words) - 1) != ",":
        return False
    return bool(governed(sentence, start, words)[1])


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


def office_behind(sentence: Sentence, end: int, mentions: Sequence[Mention], words: Words) -> int:
    """Past a person's apposition: « , ministre de l'Industrie du Kazakhstan, »; without its closing comma."""
    if sentence.low(end) == "(":
        return brackets(sentence, end)
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


def brackets(sentence: Sentence, end: int) -> int:
    """Past a short bracket: « (AFD) »."""
    if sentence.low(end) == "(":
        for k in range(end + 1, min(end + 6, len(sentence.lows))):
            if sentence.low(k) == ")":
                return k + 1
    return end


def in_office(sentence: Sentence, i: int, triggers: frozenset[int], words: Words) -> str:
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


def phrase_start(sentence: Sentence, i: int, triggers: frozenset[int], words: Words) -> int:
    """« la société française Orano » starts at « société »: plain words between article and name."""
    for k in range(i - 1, max(i - 4, -1), -1):
        low, kind = sentence.lows[k], sentence.kinds[k]
        if low in words["articles"] or low in words.preposition:
            return k + 1
        if kind != WORD or low in words.closed or k in triggers or sentence.capital(k):
            return i
    return i


def proxy(sentence: Sentence, start: int, triggers: frozenset[int], words: Words) -> tuple[int, str]:
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


def site(sentence: Sentence, start: int, words: Words) -> int:
    """« dans la ville de Metz », « au palais royal de Rabat » start at the noun for the place."""
    first, preposition = governed(sentence, start, words)
    if preposition != "de":
        return start
    if sentence.low(first - 2) in words["sites"]:
        return first - 2
    plain = sentence.kind(first - 2) == WORD and sentence.low(first - 2) not in words.closed
    return first - 3 if plain and sentence.low(first - 3) in words["sites"] else start
