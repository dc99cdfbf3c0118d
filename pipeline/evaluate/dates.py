"""Time expressions: paired where they overlap, then words and days are compared, each for itself."""

import re
from collections.abc import Sequence

from pipeline.evaluate.found import Found, Row, days
from pipeline.evaluate.gold import GoldDate
from pipeline.evaluate.spans import Span, locate, meets
from pipeline.evaluate.tally import Tallies, Tally, pair_up
from pipeline.spelling import fold

_INTRODUCTION = re.compile(
    r"^(?:(?:les?|la|en|aux?|à|du|de|des|dans|mois|période|pour)\s+|[ld]['’]\s*)+", re.IGNORECASE
)


def score(gold: Sequence[GoldDate], found: Found, tallies: Tallies) -> None:
    """Count a text's dates; one with other words, or other days, is missed and one too much."""
    places = _places_of(gold, found.text)
    pairs = pair_up(
        (2 * _same_words(g.text, r["text"]) + 1 / (1 + abs(len(g.text) - len(r["text"]))), i, str(j))
        for i, g in enumerate(gold)
        for j, r in enumerate(found.dates)
        if meets(places[i], r["start"], r["end"])
    )
    for i, g in enumerate(gold):
        row = found.dates[int(pairs[i])] if i in pairs else None
        if not g.optional:
            _compare(tallies["dates"], row is not None and _same_words(g.text, row["text"]), g, row)
            _compare(tallies["date values"], row is not None and _same_days(g, row), g, row)
    optional = [places[i] for i, g in enumerate(gold) if g.optional]
    for j, row in enumerate(found.dates):
        if str(j) not in pairs.values() and not any(meets(p, row["start"], row["end"]) for p in optional):
            tallies["dates"].too_much(row["text"])
            tallies["date values"].too_much(row["text"])


def _compare(tally: Tally, right: bool, gold: GoldDate, row: Row | None) -> None:
    tally.count(right, f"{gold.text}: {_told(row)}")
    if row is not None and not right:
        tally.too_much(row["text"])


def _told(row: Row | None) -> str:
    return "not found" if row is None else f"{row['text']} {row['value']} {days(row['earliest'], row['latest'])}"


def _same_words(one: str, other: str) -> bool:
    return fold(_INTRODUCTION.sub("", one)) == fold(_INTRODUCTION.sub("", other))


def _same_days(gold: GoldDate, row: Row) -> bool:
    same_value: bool = (row["value"] or "").upper() == (gold.value or "").upper()
    if gold.type in ("DURATION", "SET") and gold.value:
        return same_value
    true = days(gold.earliest, gold.latest)
    return days(row["earliest"], row["latest"]) == true or (same_value and None not in true)


def _places_of(gold: Sequence[GoldDate], text: str) -> list[Span | None]:
    places: list[Span | None] = []
    cursor = 0
    for date in gold:
        place = locate(text, date.text, cursor) or locate(text, date.text)
        places.append(None if place in places else place)
        cursor = max(cursor, place[1]) if place else cursor
    return places
