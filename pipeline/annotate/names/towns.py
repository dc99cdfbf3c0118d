"""Towns that the model missed, where the words before them leave no doubt."""

import re
from collections.abc import Iterator

from pipeline.annotate.names.page import UPPER, Page, Span
from pipeline.gazetteer import Place

TOWN, DATELINE = 40, 78
_TO_A_TOWN = re.compile(r"(?:^|[ '(])(?:à|À)$")
_OF_A_TOWN = re.compile(r"(?: de| d)$")
_LEADS = ("à", "À", " de", " d", " et", ",", " ou")
"""What stands before the space or apostrophe before a town."""
_LARGE = 40_000
_KNOWN = 100_000
_DATELINE = re.compile(
    rf"(?m)^([{UPPER}][\w' -]{{2,30}}?)"
    rf"(?= ?(?:\([A-Z]|[-–—:] |, (?:le )?\d|\. [{UPPER}]|, [{UPPER}][\w-]+ [-–—(]| / ))"
)


def towns(page: Page, settled: list[Span]) -> Iterator[Span]:
    """« à Novossibirsk », « entre Tanger et Tarifa », « le maire de Cannes »."""
    taken = {span.start for span in settled}
    places = {span.end for span in settled if span.label == "LOC"}
    for i, capital in enumerate(page.capitals):
        start = capital.start
        if capital.initial or start in taken or len(capital.word) < 4 or not page.plain.endswith(_LEADS, 0, start - 1):
            continue
        if page.in_headline(start):
            continue
        end = capital.end if _alone(page, i) else page.capitals[i + 1].end
        if _led_to(page, capital.start, page.plain[capital.start : end], places):
            places.add(end)
            yield Span(capital.start, end, "LOC", "gazetteer", TOWN)


def _led_to(page: Page, start: int, word: str, places: set[int]) -> bool:
    before = page.plain[max(0, start - 4) : start - 1]
    if page.plain[start - 1] not in " '" or page.plain[start - 2 : start] in ("l'", "L'"):
        return False
    known = page.lexicon.places
    if _OF_A_TOWN.search(before):
        return not page.lexicon.is_given(word) and any(place.population > _LARGE for place in known(word))
    after_place = any(before.endswith(joint) and start - 1 - len(joint) in places for joint in (" et", ",", " ou"))
    return bool((_TO_A_TOWN.search(before) or after_place) and known(word))


def _alone(page: Page, i: int) -> bool:
    return i + 1 >= len(page.capitals) or page.gap(i) != " "


def datelines(page: Page) -> Iterator[Span]:
    """The town at the head of a story: « Rabat - Le roi », « PARIS, 7 mai (Reuters) »."""
    for match in _DATELINE.finditer(page.plain):
        places = page.lexicon.places(match[1]) if match.start(1) in page.at else ()
        if places and (page.plain[match.end()] != "." or _no_desk(page, match[1], places)):
            yield Span(match.start(1), match.end(1), "LOC", "dateline", DATELINE)


def _no_desk(page: Page, word: str, places: tuple[Place, ...]) -> bool:
    """« Rugby. Toulouse a gagné » is no dateline; « Nice. Toulouse a gagné » may be one."""
    return not page.lexicon.is_common(word) or any(place.population > _KNOWN for place in places)
