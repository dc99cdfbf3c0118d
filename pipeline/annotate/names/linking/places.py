"""Places to the gazetteer: among namesakes by the countries that the text speaks of."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate.names.linking import whereabouts
from pipeline.annotate.names.page import Page, Span
from pipeline.gazetteer import Place
from pipeline.records import Entity
from pipeline.spelling import fold

_KNOWN = 500_000
_SPOKEN_OF, _NEIGHBOUR, _CAPITAL, _SURE = 1.8, 1.4, 1.0, 200.0


def countries(page: Page, spans: Sequence[Span]) -> Counter[str]:
    """How often the text speaks of each country, by name or adjective."""
    found = Counter(span.country or _named(page, span) for span in spans)
    lexicon = page.lexicon
    adjectives = page.opened("demonym", lexicon.demonym_pattern, page.lower)
    found.update(lexicon.demonyms[match[0]] for match in adjectives)
    return Counter({code: n for code, n in found.items() if code})


def _named(page: Page, span: Span) -> str | None:
    """The country of a place that was found by where it stands: « Kenya : … »."""
    form = page.form(span.start) if span.label == "LOC" else None
    return form[0].code if form and form[1] == span.end else None


def link(page: Page, spans: Sequence[Span], spoken_of: Mapping[str, int]) -> Iterator[tuple[Entity, list[int]]]:
    """Every place of the text with the places where it is named."""
    chosen: dict[str, Place | None] = {}
    groups: dict[str, list[int]] = {}
    told, neighbours = whereabouts.told(page, spans), whereabouts.Neighbours(page, spans)
    for i, span in enumerate(spans):
        if span.label != "LOC":
            continue
        key = page.lexicon.fold(page.plain[span.start : span.end])
        if key not in chosen:
            form = page.plain[span.start : span.end]
            chosen[key] = choose(page, form, span, spoken_of, Where(told.get(key), neighbours.of(form)))
        place = chosen[key]
        groups.setdefault(place.id if place else f"={key}", []).append(i)
    for members in groups.values():
        place = chosen[page.lexicon.fold(page.plain[spans[members[0]].start : spans[members[0]].end])]
        yield _entity(page, spans, members, place), members


@dataclass(frozen=True, slots=True)
class Where:
    """The country that the text says a place is in, and that of most of its sure neighbours."""

    told: str | None = None
    neighbour: str | None = None


NOWHERE = Where()


def choose(page: Page, form: str, span: Span, spoken_of: Mapping[str, int], where: Where = NOWHERE) -> Place | None:
    """The entry that the form means here, if there is one."""
    candidates = page.lexicon.places(form)
    if span.kind == "site":
        candidates = tuple(c for c in candidates if c.kind in ("site", "region"))
    best = max(candidates, key=lambda c: (_weight(page, c, spoken_of, where), c.id), default=None)
    return None if best and best.country not in (where.told, where.neighbour, *spoken_of) and _cut(form, best) else best


def _cut(form: str, place: Place) -> bool:
    """« Palma » for a town of the name « Palma de Majorque », if it is not so large that everybody calls it so."""
    return place.kind == "city" and place.population < _KNOWN and fold(place.name).startswith(f"{fold(form)} ")


def _weight(page: Page, place: Place, spoken_of: Mapping[str, int], where: Where) -> float:
    """What the text says; then a country or region before a town; then what the text speaks of; then size."""
    if place.kind != "city":
        return 100.0
    weight = math.log10(place.population + 1)
    if place.country == where.told:
        weight += _SURE
    if place.country in spoken_of:
        weight += _SPOKEN_OF
    elif place.country == where.neighbour:
        weight += _NEIGHBOUR
    if place.country and page.lexicon.gazetteer.capital(place.country) == place.name:
        weight += _CAPITAL
    return weight


def _entity(page: Page, spans: Sequence[Span], members: Sequence[int], place: Place | None) -> Entity:
    forms = tuple(dict.fromkeys(page.text[spans[i].start : spans[i].end] for i in members))
    name = max(forms, key=lambda form: (not form.isupper(), len(form)))
    if place is None:
        return Entity("LOC", name, forms, kind=spans[members[0]].kind or "site", country=spans[members[0]].country)
    linked = place.id if not place.id.startswith("state:") else None
    return Entity("LOC", name, forms, kind=place.kind, country=place.country, place=linked, reasons=_why(forms, place))


def _why(forms: Sequence[str], place: Place) -> tuple[str, ...]:
    return (f"« {' », « '.join(forms)} »: {place.name} in the gazetteer",) if len(forms) > 1 else ()
