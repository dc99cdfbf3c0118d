"""Names of one text: what the rules and the model propose, settled so that no two overlap."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.annotate import institutions, judge, people
from pipeline.annotate.lexicon import Lexicon
from pipeline.annotate.offices import Office, OfficeReader
from pipeline.annotate.page import DIRECTION, UPPER, Capital, Page, Span
from pipeline.annotate.spread import spread

PLACE, KNOWN, KNOWN_WORD, GLUED, TIED, CITY = 70, 87, 78, 75, 88, 40
_BRACKETED = re.compile(r" ?\(([A-Z][A-Za-z0-9&-]{1,9})\)")
_DATELINE = re.compile(
    rf"(?m)^([{UPPER}][\w' -]{{2,30}}?)(?= ?(?:\([A-Z]|[-–—:] |, (?:le )?\d|\. [{UPPER}]|, [{UPPER}][\w-]+ [-–—(]| / ))"
)
_TO_A_TOWN = re.compile(r"(?:^|[ '(])(?:à|À)$")


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

    def __call__(self, page: Page) -> Names:
        proposed = [*institutions.find(page), *known(page), *people.by_given_name(page), *judge.judged(page)]
        proposed += people.by_civility(page, self.civilities)
        proposed += tied(page, proposed)
        settled = settle(page, proposed)
        organisations = {span.start: span.end for span in settled if span.label == "ORG"}
        offices = tuple(self.offices.find(page, organisations))
        proposed = [*outside(proposed, [part for office in offices for part in office.portfolios])]
        proposed = [*outside(proposed, quoted_titles(page))]
        proposed += by_office(page, offices, settled)
        settled = settle(page, proposed)
        proposed += spread(page, settled)
        settled = settle(page, proposed)
        settled = settle(page, [*settled, *towns(page, settled), *datelines(page)])
        return Names(tuple(settled), offices)


def outside(proposed: Iterable[Span], blocks: list[tuple[int, int]]) -> Iterator[Span]:
    """Proposals that do not start in one of the blocks: « ministre de l'Industrie » names no industry."""
    blocks.sort()
    for span in proposed:
        k = bisect_right(blocks, (span.start, sys.maxsize)) - 1
        if k < 0 or span.start >= blocks[k][1]:
            yield span


def quoted_titles(page: Page) -> list[tuple[int, int]]:
    """Titles of works: « l'exposition « Splendeurs d'Ouzbékistan » »."""
    return [match.span("title") for match in page.lexicon.work_pattern.finditer(page.plain)]


def settle(page: Page, proposed: Iterable[Span]) -> list[Span]:
    """No two overlap: the stronger wins, then the longer."""
    taken = bytearray(len(page.text))
    kept = []
    for span in sorted(proposed, key=lambda s: (-s.strength, s.start - s.end, s.start)):
        if span.end > span.start and taken.find(1, span.start, span.end) < 0:
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def known(page: Page) -> Iterator[Span]:
    """Places and organisations that the lexicon knows by name, and pairs of them glued together."""
    for i, capital in enumerate(page.capitals):
        found = page.form(capital.start)
        if found is None:
            yield from _glued(page, i) or _branch(page, capital)
        elif found[0].label == "ORG":
            strength = KNOWN if " " in found[0].text or capital.word.isupper() else KNOWN_WORD
            end = max(found[1], page.seen(capital.start, "ORG") or 0)
            yield Span(capital.start, end, "ORG", "names.known", strength, found[0].kind)
        elif not _is_given(page, i, found[1]) and not _inside(page, i, found[1]):
            yield Span(
                capital.start,
                _wider(page, capital.start, found[1]),
                "LOC",
                "gazetteer",
                PLACE,
                found[0].kind,
                found[0].code,
            )


def _wider(page: Page, start: int, end: int) -> int:
    """« Pakistan oriental », « Afrique équatoriale » as the model sees it."""
    more = page.plain[end : page.seen(start, "LOC") or end]
    return end + len(more) if DIRECTION.fullmatch(more) else end


def _is_given(page: Page, i: int, end: int) -> bool:
    """« Maurice Ravel » is no island."""
    return page.lexicon.fold(page.capitals[i].word) in page.lexicon.either_gender and not any(
        a <= page.capitals[i].start < b and label == "LOC" for a, b, label in page.model_at(end)
    )


def _inside(page: Page, i: int, end: int) -> bool:
    """« Red Hot Chili Peppers », « Jersey City »: a word of a longer name that the model sees."""
    start = page.capitals[i].start
    beside = (i > 0 and page.gap(i - 1) == " ") or page.plain[end : end + 1] == " " and end + 1 in page.at
    return beside and any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in page.model_at(end))


def _branch(page: Page, capital: Capital) -> list[Span]:
    """« Sorbonne-Kazakhstan » is an organisation as the Sorbonne is."""
    first, hyphen, _ = capital.word.partition("-")
    if not hyphen or first not in page.lexicon.exact:
        return []
    return [Span(capital.start, capital.end, "ORG", "names.known", KNOWN_WORD)]


def _glued(page: Page, i: int) -> list[Span]:
    """« Vietnam-France », « UE-CELAC »: two names; « Sorbonne-Kazakhstan » is one."""
    capital = page.capitals[i]
    if "-" not in capital.word:
        return []
    start, parts = capital.start, []
    for part in capital.word.split("-"):
        forms = [
            f
            for f in page.lexicon.forms.get(page.lexicon.fold(part), ())
            if _fits(page, start, f.length, part, f.folded)
        ]
        if not forms or (forms[0].label == "ORG" and not part.isupper()):
            return []
        parts.append((start, start + forms[0].length, forms[0]))
        start += len(part) + 1
    return [Span(a, b, form.label, "names.glued", GLUED, form.kind, form.code) for a, b, form in parts]


def _fits(page: Page, start: int, length: int, part: str, folded: str) -> bool:
    end = start + length
    return (
        length >= len(part)
        and page.lexicon.fold(page.plain[start:end]) == folded
        and not page.plain[end : end + 1].isalnum()
    )


def tied(page: Page, proposed: Iterable[Span]) -> list[Span]:
    """An acronym in brackets behind an organisation: « Agence française de développement (AFD) »."""
    found = []
    for span in proposed:
        bracket = _BRACKETED.match(page.plain, span.end) if span.label == "ORG" else None
        if bracket and _acronym(bracket[1]) and page.known_place(bracket.start(1)) is None:
            found.append(Span(bracket.start(1), bracket.end(1), "ORG", "acronym", TIED, span.kind, span.country))
    return found


def _acronym(word: str) -> bool:
    return sum(c.isupper() for c in word) >= 2


def by_office(page: Page, offices: Iterable[Office], settled: Iterable[Span]) -> Iterator[Span]:
    """The capitalised words behind an office are its holder: « l'ambassadrice Okonkwo »."""
    starts = {span.start: span for span in settled}
    for office in offices:
        at, comma = _behind(page, office)
        i = page.at.get(at)
        end = people.person(page, i) if i is not None else None
        if i is None or end is None or not _holds(page, office, at, end, comma, starts.get(at)):
            continue
        yield Span(at, end, "PER", "offices.office", people.STRENGTH + (0 if comma else 5))
        if office.plural:
            yield from people.coordinated(page, end, "offices.office")


def _behind(page: Page, office: Office) -> tuple[int, bool]:
    text = page.plain
    comma = text[office.end : office.end + 1] == ","
    return office.end + 1 + comma, comma


def _holds(page: Page, office: Office, at: int, end: int, comma: bool, span: Span | None) -> bool:
    if page.plain[at - 1 : at] != " " or page.in_headline(at) or (comma and page.known_place(at)):
        return False
    if span is not None and span.label == "PER":
        return True
    if span is not None and span.strength >= KNOWN:
        return False
    if comma:
        return office.closed and " " in page.plain[at:end] and page.plain[end : end + 1] in (",", "")
    return office.closed


def towns(page: Page, settled: list[Span]) -> Iterator[Span]:
    """Large towns that nobody proposed: « à Novossibirsk »."""
    taken = {span.start for span in settled}
    places = {span.end for span in settled if span.label == "LOC"}
    for i, capital in enumerate(page.capitals):
        if capital.start in taken or capital.initial or page.in_headline(capital.start) or len(capital.word) < 4:
            continue
        if _to_a_town(page, i, places) and _alone(page, i) and page.lexicon.gazetteer.find(capital.word):
            places.add(capital.end)
            yield Span(capital.start, capital.end, "LOC", "gazetteer", CITY)


def _to_a_town(page: Page, i: int, places: set[int]) -> bool:
    """« à Tarifa », « entre Tanger et Tarifa »."""
    start = page.capitals[i].start
    before = page.plain[max(0, start - 4) : start - 1]
    if page.plain[start - 1] == " " and _TO_A_TOWN.search(before):
        return True
    return any(before.endswith(joint) and start - 1 - len(joint) in places for joint in (" et", ",", " ou"))


def datelines(page: Page) -> Iterator[Span]:
    """The town at the head of a story: « Rabat - Le roi », « PARIS, 7 mai (Reuters) »."""
    for match in _DATELINE.finditer(page.plain):
        if match.start(1) in page.at and page.lexicon.gazetteer.find(match[1]):
            yield Span(match.start(1), match.end(1), "LOC", "dateline", KNOWN_WORD)


def _alone(page: Page, i: int) -> bool:
    return i + 1 >= len(page.capitals) or page.gap(i) != " "
