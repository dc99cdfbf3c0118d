"""Who holds which office, where the text says so beside the name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate.offices import Office
from pipeline.annotate.page import Page, Span
from pipeline.records import Role

_CIVIL = (
    r"(?:(?:MM?\.|Mmes?|Mme\.|Monsieur|Madame|Mr\.?|Mlle|Me|Dr\.?|Pr\.?|S\.E\.(?: ?M\.| ?Mme)?|Son Excellence|Sir|Lord)"
    r" (?:M\. |Mme )?)?"
)
_TO_NAME = re.compile(rf"(?:,? (?:{_CIVIL})|, dit )")
_AND_NAME = re.compile(rf"(?:,| et|, et|, puis) {_CIVIL}")
_DETERMINER = r"(?:le |la |l'|un |une |notre |leur |son |sa )?"
_TO_OFFICE = re.compile(
    r"(?:, | \(| – | - )"
    r"(?:(?:qui (?:est|était|fut) |alors |également |aussi |par ailleurs |tout |élue? |nommée? |désignée? )*)"
    + _DETERMINER
)
_VERB = re.compile(
    r"(?: a été| est| était| fut| sera| devient| est devenue?| reste| devrait être)"
    r"(?: (?:re)?(?:élue?|nommée?|désignée?|choisie?|investie?|réélue?|proclamée?|promue?))?"
    r"(?: comme| en tant que| au poste de| aux fonctions de)? " + _DETERMINER
)
_MORE = re.compile(r"(?: et|,|, et|, puis) (?:le |la |l'|un |une )?")


@dataclass(frozen=True, slots=True)
class Held:
    """The office that a text gives the person named in the `span`-th span."""

    span: int
    role: Role
    gender: str | None


def held(page: Page, spans: Sequence[Span], offices: Sequence[Office]) -> list[Held]:
    """Every office beside a name: before it, behind it, or said of it."""
    people = {span.start: i for i, span in enumerate(spans) if span.label == "PER"}
    free = {office.start: office for office in offices if not office.relation}
    found: list[Held] = []
    for office in offices:
        for i in _holders(page, office, people, spans):
            free.pop(office.start, None)
            if not office.relation:
                found.append(_held(i, office))
    for i in people.values():
        found += (_held(i, office) for office in _said(page, spans[i], free))
    return found


def _held(i: int, office: Office) -> Held:
    gender = None if office.plural else office.gender
    return Held(i, Role(office.title, office.organisation, office.country), gender)


def _holders(page: Page, office: Office, people: Mapping[int, int], spans: Sequence[Span]) -> Iterator[int]:
    """Those named behind the office: one, or all of a list where the office is in the plural."""
    to = _TO_NAME.match(page.plain, office.end)
    while to is not None and (i := people.get(to.end())) is not None:
        yield i
        to = _AND_NAME.match(page.plain, spans[i].end) if office.plural else None


def _said(page: Page, span: Span, free: Mapping[int, Office]) -> Iterator[Office]:
    """The offices behind the name: « X, ministre de… et président de… »."""
    to = _TO_OFFICE.match(page.plain, span.end) or _VERB.match(page.plain, span.end)
    while to is not None and (office := free.get(to.end())) is not None and not office.plural:
        yield office
        to = _MORE.match(page.plain, office.end)
