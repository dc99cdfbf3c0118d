"""Organisations told by the form of their names: regiments, teams, groups in brackets."""

import re
from collections.abc import Iterable, Iterator

from pipeline.annotate.names.page import UPPER, Page, Span

UNIT, TEAM, GROUP = 88, 79, 89
_UNIT = re.compile(r"(?<![\w.,/-])\d{1,3}(?:er|re|e|ère|ème) (?P<name>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?![\w-])")
_SITE = re.compile(r"(?<![\w@./-])[A-Z][a-z][\w-]*\.(?P<domain>[a-z]{2,5})(?![\w@/-])")
_PLURAL = ("les ", "Les ", "des ", "Des ", "aux ", "Aux ")
_OF = (" de ", " d'", " du ", " de la ", " de l'")
_GROUP = re.compile(
    rf" \((?P<group>[{UPPER}][\w&-]{{1,14}})(?:(?P<dash> [-–] )|, | )(?P<place>[{UPPER}][^()\n]{{2,40}})\)"
)


def units(page: Page) -> Iterator[Span]:
    """« le 27e BCA », not « la 2e IRM »."""
    for match in _UNIT.finditer(page.plain):
        name = match["name"]
        if name not in page.lexicon.no_acronyms and name not in page.lexicon.exact and not set(name) <= set("IVXLC"):
            yield Span(match.start(), match.end(), "ORG", "names.unit", UNIT)


def sites(page: Page) -> Iterator[Span]:
    """« selon Gazeta.uz »: what is called by its address."""
    for match in _SITE.finditer(page.plain):
        if match["domain"] in page.lexicon.organisations.domains:
            yield Span(match.start(), match.end(), "ORG", "names.site", UNIT, "media")


def clubs(page: Page) -> Iterator[Span]:
    """« les Kings de Los Angeles »: a plural that is no word of French, and its town."""
    for i, capital in enumerate(page.capitals[:-1]):
        if capital.word[-1] != "s" or page.gap(i) not in _OF:
            continue
        first = i - 1 if i and page.gap(i - 1) == " " else i
        start = page.capitals[first].start
        end = _town(page, i + 1) if page.plain[max(0, start - 4) : start].endswith(_PLURAL) else None
        if end is not None and _plays(page, first, capital.word):
            yield Span(start, end, "ORG", "names.club", TEAM)


def _plays(page: Page, i: int, last: str) -> bool:
    entry = page.capitals[i].entry
    if last in page.lexicon.organisations.teams:
        return True
    return not (entry.demonym or entry.noun or entry.office or entry.head or page.lexicon.is_common(last))


def _town(page: Page, i: int) -> int | None:
    """End of the place that the i-th capitalised word starts."""
    start = page.capitals[i].start
    if known := page.known_place(start):
        return known
    ends = [page.capitals[j].end for j in range(i, min(i + 3, len(page.capitals)))]
    return next((end for end in reversed(ends) if page.lexicon.places(page.plain[start:end])), None)


def groups(page: Page, settled: Iterable[Span]) -> Iterator[Span]:
    """« Mme Duval (UC - Orne) »: in brackets behind a person, the group and where he was elected."""
    for span in settled:
        match = _GROUP.match(page.plain, span.end) if span.label == "PER" else None
        if match and (page.known_place(match.start("place")) == match.end("place") or match["dash"]):
            yield Span(*match.span("group"), "ORG", "beside", GROUP)
            yield Span(*match.span("place"), "LOC", "beside", GROUP)
