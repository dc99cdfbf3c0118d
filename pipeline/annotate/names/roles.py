"""Who holds which office, where the text says so beside the name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.annotate.names.offices import Office
from pipeline.annotate.names.page import Page, Span
from pipeline.records import Role

_CIVIL = (
    r"(?:(?:MM?\.|Mmes?|Mme\.|Monsieur|Madame|Mr\.?|Mlle|Me|Dr\.?|Pr\.?|S\.E\.(?: ?M\.| ?Mme)?|Son Excellence"
    r"|Sir|Lord)"
    r" (?:M\. |Mme )?)?"
)
_TO_NAME = re.compile(rf"(?: depuis \d{{4}}| de \d{{4}} à \d{{4}})?(?:,? (?:{_CIVIL})|, dit )")
_AND_NAME = re.compile(rf"(?:,| et|, et|, puis) {_CIVIL}")
_DETERMINER = r"(?:le |la |l'|un |une |notre |leur |son |sa )?"
_TO_OFFICE = re.compile(
    r"(?:, | \(| – | - )"
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
_NEAR = 200
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
    free = {office.start: office for office in offices if not office.relation}
    found: list[Held] = []
    last: Office | None = None
    for office in offices:
        holders = list(_holders(page, office, people, spans))
        stated = _counterpart(page, last, office) if office.relation else office
        if holders:
            free.pop(office.start, None)
        if stated is not None:
            found += (_held(i, stated, k, len(holders)) for k, i in enumerate(holders))
        last = last if office.relation else office
    for i in people.values():
        found += (_held(i, office, 0, 1) for office in _said(page, spans[i], free))
    return found


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
    to = _TO_NAME.match(page.plain, office.end)
    while to is not None and (i := people.get(to.end())) is not None:
        yield i
        to = _AND_NAME.match(page.plain, spans[i].end) if office.plural else None


def _said(page: Page, span: Span, free: Mapping[int, Office]) -> Iterator[Office]:
    """The offices behind the name: « X, ministre de… et président de… »."""
    for beginning in (_TO_OFFICE, _VERB):
        to = beginning.match(page.plain, span.end)
        while to is not None and (office := free.get(to.end())) is not None and not office.plural:
            yield office
            to = _MORE.match(page.plain, office.end)
