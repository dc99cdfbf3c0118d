"""Offices: where one is named, what belongs to its title, whose it is and who holds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.annotate.names.lexicon import Lexicon
from pipeline.annotate.names.page import Page
from pipeline.annotate.names.plain import alternatives
from pipeline.annotate.names.title import Title


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed: `[start, end)` from its first word to the end of its complement.

    `title` leaves out the country and the organisation, `closed` says that every word of it is one that
    titles are made of, so that a capitalised word behind is somebody's name. A plural office may belong to as
    many countries: « les présidents kirghiz et tadjik ». `town` is where the place of its complement stands: « maire
    de Brest ».
    """

    start: int
    end: int
    title: str
    organisation: str | None
    countries: tuple[str, ...]
    plural: bool
    closed: bool
    relation: bool
    gender: str | None
    rank: bool
    portfolios: tuple[tuple[int, int], ...] = ()
    town: tuple[int, int] | None = None


class OfficeReader:
    """Finds the offices of a page, given where its organisations and places stand."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        rules = lexicon.offices
        self.ranks = frozenset(rules.ranks)
        self.kept = frozenset(rules.kept_before)
        self._adjective = re.compile(rf" ?({alternatives(map(str.lower, rules.adjectives))})(?![\w'-])")
        self._last = tuple(f"{word}{joint}" for word in rules.before for joint in " -")
        self._before = re.compile(rf"((?:(?:{alternatives(rules.before)})[ -])+)$")

    def find(self, page: Page, organisations: dict[int, int]) -> Iterator[Office]:
        """Every office; `organisations` are the starts and ends of organisations found before."""
        done = 0
        for match in page.opened("office", self.lexicon.office_pattern, page.lower):
            if match.start() >= done and page.lower[match.end() : match.end() + 1] not in ("-", "'"):
                office = self._read(page, match, organisations)
                done = office.end
                yield office

    def _read(self, page: Page, match: re.Match[str], organisations: dict[int, int]) -> Office:
        form = self.lexicon.office_forms[match[0]]
        rank = form.singular in self.ranks
        title = Title(page, match.end(), organisations, self._adjective, rank)
        title.read()
        start, kept = self._prefix(page, match.start())
        head = (
            _as_printed(form.singular, page.text[match.start() : match.end()])
            if form.plural
            else page.text[match.start() : match.end()]
        )
        printed = page.text[kept : match.start()] + head + "".join(title.words)
        return Office(
            start,
            title.at,
            " ".join(printed.split()),
            title.organisation,
            tuple(title.countries),
            form.plural,
            title.closed,
            form.relation,
            form.gender,
            rank,
            tuple(title.portfolios),
            title.town,
        )

    def _prefix(self, page: Page, start: int) -> tuple[int, int]:
        """Where the words before the head begin, and where those begin that the title keeps."""
        window = page.lower[max(0, start - 40) : start]
        found = self._before.search(window) if window.endswith(self._last) else None
        if found is None:
            return start, start
        first = start - len(found[1])
        kept = first
        for word in re.finditer(r"\w+[ -]", found[1]):
            if word[0][:-1] in self.kept:
                return first, first + word.start()
            kept = first + word.end()
        return first, kept


def _as_printed(singular: str, printed: str) -> str:
    return singular[0].upper() + singular[1:] if printed[0].isupper() else singular
