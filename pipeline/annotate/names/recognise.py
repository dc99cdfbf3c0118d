"""Names of one text: what the rules and the model propose, settled so that no two overlap."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.annotate.names import people
from pipeline.annotate.names.alike import alike
from pipeline.annotate.names.cues import Cues, denied
from pipeline.annotate.names.judge import Judge
from pipeline.annotate.names.lexicon import Lexicon
from pipeline.annotate.names.offices import Office, OfficeReader
from pipeline.annotate.names.organisations import acronyms, institutions, known, units
from pipeline.annotate.names.page import Page, Span, by_start
from pipeline.annotate.names.spread import spread
from pipeline.annotate.names.towns import datelines, towns

_CHARGED = re.compile(r"charg(?<!\wcharg)ée?s? (?:de la |du |des |de l'|de )(?P<for>[^,.;()\n]{2,80})")
_WIDE = ("continent", "region")
_OF = (" de ", " d'", " du ", " des ", " de la ", " de l'")
_APPOSED = re.compile(r", (?:le |la |l'|un |une )?$")


@dataclass(frozen=True)
class Names:
    """What a text names: spans in order, and the offices that it mentions."""

    spans: tuple[Span, ...]
    offices: tuple[Office, ...]


class Recogniser:
    """Finds the names of a page.

    Rules propose, the stronger proposal wins; then what was found surely is looked for everywhere.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.civilities = people.civility_pattern(lexicon)
        self.offices = OfficeReader(lexicon)
        self.judge = Judge(lexicon)
        self.cues = Cues(lexicon)

    def __call__(self, page: Page) -> Names:
        """The names and offices of a page."""
        proposed = [
            *institutions.find(page),
            *known.known(page),
            *known.shaped(page),
            *acronyms.spelt(page),
            *acronyms.articled(page),
            *units.units(page),
            *units.sites(page),
            *units.clubs(page),
            *people.by_given_name(page),
            *people.by_initial(page),
            *people.by_civility(page, self.civilities),
            *self.judge.judged(page),
        ]
        cued = [*self.cues.find(page)]
        proposed = [*denied(page, proposed, cued), *(span for span in cued if span.label)]
        proposed += [*acronyms.tied(page, proposed)]
        settled = settle(page, proposed)
        organisations = {span.start: span.end for span in settled if span.label == "ORG"}
        offices = tuple(self.offices.find(page, organisations))
        blocks = [*quoted_titles(page), *contests(page), *((span.start, span.end) for span in cued if not span.label)]
        blocks += [*(part for office in offices for part in office.portfolios)]
        proposed = uncharged(page, [*outside(proposed, blocks)])
        proposed += [*by_office(page, offices, settled), *by_apposition(page, offices, settled)]
        settled = settle(page, proposed)
        if more := [*units.groups(page, settled), *alike(page, settled)]:
            proposed += more
            settled = settle(page, proposed)
        proposed += [*outside(spread(page, settled), blocks), *acronyms.teams(page, settled)]
        settled = settle(page, proposed)
        settled = settle(page, [*settled, *outside(towns(page, settled), blocks), *datelines(page)])
        return Names(tuple(settled), offices)


def outside(proposed: Iterable[Span], blocks: list[tuple[int, int]]) -> Iterator[Span]:
    """Proposals that do not start in one of the blocks: « ministre de l'Industrie » names no industry."""
    blocks.sort()
    starts = [start for start, _ in blocks]
    for span in proposed:
        k = bisect_right(starts, span.start) - 1
        if k < 0 or span.start >= blocks[k][1]:
            yield span


def uncharged(page: Page, proposed: list[Span]) -> list[Span]:
    """« chargé de la Francophonie et des Partenariats » names no place and no organisation that the model saw."""
    blocks = [match.span("for") for match in _CHARGED.finditer(page.plain)]
    if not blocks:
        return proposed
    seen = [span for span in proposed if span.source == "model" and span.label != "PER"]
    kept = set(outside(seen, blocks))
    return [span for span in proposed if span.source != "model" or span.label == "PER" or span in kept]


def quoted_titles(page: Page) -> list[tuple[int, int]]:
    """Titles of works: « l'exposition « Splendeurs d'Ouzbékistan » »."""
    return [match.span("title") for match in page.opened("work", page.lexicon.work_pattern, page.plain)]


def contests(page: Page) -> Iterator[tuple[int, int]]:
    """Names inside those of contests: « Tour de France », « Grand Prix de Monaco », « Coupe d'Asie »."""
    for i, capital in enumerate(page.capitals[:-1]):
        if capital.word in page.lexicon.names.contests and page.gap(i) in _OF:
            yield page.capitals[i + 1].start, page.capitals[i + 1].end


def settle(page: Page, proposed: Iterable[Span]) -> list[Span]:
    """No two overlap: the stronger wins, then the longer."""
    taken = bytearray(len(page.text))
    kept = []
    for span in sorted(proposed, key=_stronger_first):
        start, end, *_ = span
        if end > start and taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(span)
    return sorted(kept, key=by_start)


def _stronger_first(span: Span) -> tuple[int, int, int]:
    start, end, _, _, strength, _, _ = span
    return -strength, start - end, start


def by_apposition(page: Page, offices: Iterable[Office], settled: Iterable[Span]) -> Iterator[Span]:
    """Two capitalised words before an office: « Aigerim Sadyk, directrice du centre »."""
    taken = {span.end for span in settled}
    for office in offices:
        comma = _APPOSED.search(page.plain[max(0, office.start - 6) : office.start])
        end = office.start - len(comma[0]) if comma else -1
        start = people.back_from(page, end) if comma and not (office.plural or end in taken) else None
        if start is not None:
            yield Span(start, end, "PER", "offices.apposition", people.STRENGTH - 2)


def by_office(page: Page, offices: Iterable[Office], settled: Iterable[Span]) -> Iterator[Span]:
    """The capitalised words behind an office are its holder: « l'ambassadrice Okonkwo »."""
    starts = {span.start: span for span in settled}
    for office in offices:
        at, comma = _behind(page, office)
        if not comma:
            yield from _party(page, page.at.get(at), starts)
        particle = people.PARTICLE.match(page.plain, at) if office.rank else None
        i = page.at.get(particle.end() if particle else at)
        end = people.person(page, i) if i is not None else None
        if i is None or end is None or not _holds(page, office, at, end, comma, starts.get(at)):
            continue
        yield Span(at, end, "PER", "offices.office", people.STRENGTH + (0 if comma else 5))
        if office.plural:
            yield from people.coordinated(page, end, "offices.office")


def _party(page: Page, i: int | None, starts: Mapping[int, Span]) -> Iterator[Span]:
    """« le député Horizons Paul Petit »: between office and name stands a party."""
    if i is None or i + 1 >= len(page.capitals) or page.gap(i) != " " or page.capitals[i].start in starts:
        return
    word = page.capitals[i].entry
    if word.word.endswith(".") or word.civility or word.office:
        return
    holder = starts.get(page.capitals[i + 1].start)
    if holder and holder.label == "PER" and page.capitals[i + 1].entry.given:
        yield Span(page.capitals[i].start, page.capitals[i].end, "ORG", "offices.party", people.STRENGTH + 6, "party")


def _behind(page: Page, office: Office) -> tuple[int, bool]:
    text = page.plain
    comma = text[office.end : office.end + 1] == ","
    return office.end + 1 + comma, comma


def _holds(page: Page, office: Office, at: int, end: int, comma: bool, span: Span | None) -> bool:
    if page.plain[at - 1 : at] != " " or page.in_headline(at):
        return False
    known_at = page.form(at)
    if known_at and known_at[0].label == "LOC" and (comma or (known_at[1] == end and known_at[0].kind in _WIDE)):
        return False  # « la conseillère Asie », but « le président Hollande »
    if span is not None and span.label == "PER":
        return True
    if span is not None and (span.strength >= known.NAME or span.source == "names.glued"):
        return False
    if comma:
        return office.closed and " " in page.plain[at:end] and page.plain[end : end + 1] in (",", "")
    return office.closed
