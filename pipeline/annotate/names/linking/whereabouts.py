"""Where a text's towns are: what stands behind a name, « Vienne, dans l'Isère », and what other towns it names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.annotate.names.page import Page, Span

_IN = re.compile(
    r", (?:en |aux? |dans (?:le |la |l'|les )(?:(?:nord|sud|est|ouest|centre|région|province|département)"
    r" (?:de la |du |de l'|des |de |d'))?|(?:capitale|ville|port|chef-lieu) (?:de la |du |de l'|des |de |d'))| \("
)
_GOES_ON = re.compile(r"(?:,| et| ou| puis) (?:en|aux?|à|dans) ")
_WIDE = ("country", "region")
_CLEARLY = 20
"""So many times as large is a town that nobody takes for its namesake."""


def told(page: Page, spans: Sequence[Span]) -> dict[str, str]:
    """Folded names of places, with the country that the text says they are in."""
    found: dict[str, str] = {}
    for i in range(len(spans) - 1):
        town, wide = spans[i], spans[i + 1]
        if town.label != "LOC" or wide.label != "LOC" or not _IN.fullmatch(page.plain, town.end, wide.start):
            continue
        country = _country(page, wide)
        if country and not _listed(page, wide, country, spans[i + 2] if i + 2 < len(spans) else None):
            found.setdefault(page.lexicon.fold(page.plain[town.start : town.end]), country)
    return found


def _listed(page: Page, wide: Span, country: str, after: Span | None) -> bool:
    """« à Oslo, en Italie et au Chili » says nothing of Oslo; « à London, dans l'Ontario, au Canada » does."""
    goes_on = _GOES_ON.match(page.plain, wide.end)
    return goes_on is not None and not (after and after.start == goes_on.end() and after.country == country)


def _country(page: Page, span: Span) -> str | None:
    """The country that a country's or region's name tells."""
    if span.country:
        return span.country
    places = page.lexicon.places(page.plain[span.start : span.end])
    return next((place.country for place in places if place.kind in _WIDE), None)


class Neighbours:
    """The towns and regions of the text that have no namesakes abroad, and their countries."""

    def __init__(self, page: Page, spans: Sequence[Span]) -> None:
        named = {page.plain[span.start : span.end] for span in spans if span.label == "LOC" and not span.country}
        self._country = {form: country for form in sorted(named) for country in _sure(page, form)}
        self._votes = Counter(self._country.values())

    def of(self, form: str) -> str | None:
        """The country that most of the others are in; null where none has most of them."""
        votes = self._votes - Counter([self._country[form]] if form in self._country else [])
        best = votes.most_common(1)
        return best[0][0] if best and best[0][1] * 2 > votes.total() else None


def _sure(page: Page, form: str) -> Iterator[str]:
    places = page.lexicon.places(form)
    if not places or places[0].kind == "country" or places[0].country is None:
        return
    if all(p.country == places[0].country or p.population * _CLEARLY < places[0].population for p in places[1:]):
        yield places[0].country
