"""Who holds which office, where the text says so beside the name."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.annotate.names.lexicon import Lexicon
from pipeline.annotate.names.offices import Office
from pipeline.annotate.names.page import Page, Span
from pipeline.annotate.names.plain import alternatives
from pipeline.records import Role

_DETERMINER = r"(?:le |la |l'|un |une |notre |leur |son |sa )?"
_TO_OFFICE = re.compile(
    r"(?:(?: \([^()\n]{2,40}\))?, | \(| – | - )"
    r"(?:qui (?:est|était|fut) |alors |également |aussi |par ailleurs |tout |jusqu'ici "
    r"|jusqu'alors |aujourd'hui |désormais "
    r"|depuis \d{4} |élue? |nommée? |désignée? )*" + _DETERMINER
)
_VERB = re.compile(
    r"(?: a été| avait été| est| était| fut| sera| devient| est devenue?| reste| devrait être|,)?"
    r"(?: (?:re|ré)?(?:élue?|nommée?|désignée?|choisie?|investie?|proclamée?|promue?))?"
    r"(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?"
    r"(?: comme| en tant que| au poste de| aux fonctions de| à la fonction de)? " + _DETERMINER
)
_THEN = re.compile(
    r"[^.;:\n]{1,60}?, puis (?:est|fut|a été|sera) (?:re|ré)?(?:élue?|nommée?|désignée?|investie?) " + _DETERMINER
)
_NEAR, _NEAR_NEXT = 200, 60
_CLOSED = re.compile(r"[,.;:()\n]| et | puis ")
_MORE = re.compile(r"(?: et|,|, et|, puis) (?:le |la |l'|un |une )?")


@dataclass(frozen=True, slots=True)
class Held:
    """The office that a text gives the person named in the `span`-th span."""

    span: int
    role: Role
    gender: str | None
    office: Office | None = None


def held(page: Page, spans: Sequence[Span], offices: Sequence[Office]) -> list[Held]:
    """Every office beside a name: before it, behind it, or said of it."""
    people = {span.start: i for i, span in enumerate(spans) if span.label == "PER"}
    ends = {spans[i].end: i for i in people.values()}
    offices = list(_outside(offices, [span for span in spans if span.label == "PER"]))
    free = {office.start: office for office in offices if not office.relation}
    found: list[Held] = []
    last: Office | None = None
    for k, office in enumerate(offices):
        holders = list(_holders(page, _end_of_chain(page, offices, k), people, spans))
        if holders and _apposed(page, office, ends.get(office.start - 2), found):
            holders = []
        stated = _counterpart(page, last, office) if office.relation else office
        if holders:
            free.pop(office.start, None)
        if stated is not None:
            found += (_held(i, stated, n, len(holders)) for n, i in enumerate(holders))
        last = last if office.relation else office
    starts = sorted(people)
    for i in people.values():
        said = (office for office in _said(page, spans[i], free) if not _next_ones(page, office, starts))
        found += (_held(i, office, 0, 1) for office in said)
    return found


@lru_cache
def _leading(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leads from an office to its holder, and from one holder to the next: « , S.E. M. », « et Cheikh »."""
    civil = alternatives([*lexicon.civility_gender, *lexicon.rules.offices.honorifics])
    civil = rf"(?:{civil} (?:{civil} )?)?"
    return (
        re.compile(rf"(?: depuis \d{{4}}| de \d{{4}} à \d{{4}})?(?:,? {civil}|, dit )"),
        re.compile(rf"(?:,| et|, et|, puis) {civil}"),
    )


def _outside(offices: Sequence[Office], people: Sequence[Span]) -> Iterator[Office]:
    """Offices that are no part of a name: « Bruno Le Maire »."""
    starts = [span.start for span in people]
    for office in offices:
        k = bisect_right(starts, office.start) - 1
        if k < 0 or office.start >= people[k].end:
            yield office


def _apposed(page: Page, office: Office, before: int | None, found: Sequence[Held]) -> bool:
    """« A, ministre de la Mer, M. B, … »: without an article and between commas it is A's, who has none before him."""
    between_commas = page.plain.startswith(", ", office.start - 2) and page.plain.startswith(",", office.end)
    return before is not None and between_commas and all(one.span != before for one in found)


def _end_of_chain(page: Page, offices: Sequence[Office], k: int) -> Office:
    """« le vice-Premier ministre et ministre du Budget X »: the last office before the name."""
    for after in offices[k + 1 : k + 4]:
        joint = page.plain[offices[k].end : after.start]
        if joint not in (" et ", " - ", " – ") or offices[k].plural or after.plural or after.relation:
            break
        k += 1
    return offices[k]


def _next_ones(page: Page, office: Office, starts: Sequence[int]) -> bool:
    """« A, le directeur de la société « Sud » B »: with an article and a name behind, it is the next one's."""
    if not page.lower.endswith(("le ", "la ", "l'"), 0, office.start):
        return False
    k = bisect_right(starts, office.end)
    between = page.plain[office.end : starts[k]] if k < len(starts) else ","
    return len(between) < _NEAR_NEXT and not _CLOSED.search(between)


def _held(i: int, office: Office, k: int, holders: int) -> Held:
    """The k-th of the holders; of as many countries, he is the k-th's."""
    countries = office.countries
    first = countries[0] if countries and (len(countries) == 1 or not office.plural) else None
    country = countries[k] if len(countries) == holders else first
    return Held(i, Role(office.title, office.organisation, country), None if office.plural else office.gender, office)


def _counterpart(page: Page, last: Office | None, office: Office) -> Office | None:
    """« son homologue ouzbek » holds the office that was named just before, of another country."""
    if last is None or not office.title.startswith("homologue") or office.start - last.end > _NEAR:
        return None
    if "\n" in page.plain[last.end : office.start] or (not office.countries and not office.plural):
        return None
    return replace(
        office, title=last.title, organisation=None, countries=office.countries, gender=None, relation=False, town=None
    )


def _holders(page: Page, office: Office, people: Mapping[int, int], spans: Sequence[Span]) -> Iterator[int]:
    """Those named behind the office: one, or all of a list where the office is in the plural."""
    to_name, and_name = _leading(page.lexicon)
    to = to_name.match(page.plain, office.end)
    while to is not None and (i := people.get(to.end())) is not None:
        yield i
        to = and_name.match(page.plain, spans[i].end) if office.plural else None


def _said(page: Page, span: Span, free: Mapping[int, Office]) -> Iterator[Office]:
    """The offices behind the name: « X, ministre de… et président de… »."""
    for beginning in (_TO_OFFICE, _VERB, _THEN):
        to = beginning.match(page.plain, span.end)
        while to is not None and (office := free.get(to.end())) is not None and not office.plural:
            yield office
            to = _MORE.match(page.plain, office.end)
