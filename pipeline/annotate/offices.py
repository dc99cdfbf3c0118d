"""Offices: where one is named, what belongs to its title, whose it is and who holds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.annotate.complement import portfolio
from pipeline.annotate.lexicon import Lexicon, alternatives
from pipeline.annotate.page import Page

_OF = re.compile(
    r" (?:de la |de l'|du |des |de |d'|aux |à la |à l'|au |à |en |pour la |pour le |pour l'|pour les |auprès de la |auprès de l'|auprès du |auprès des |chargée? de la |chargée? du |chargée? des |chargée? de l'|chargée? de )"
)
_AND = re.compile(r"(?: et|,) (?:de la |de l'|du |des |d'|aux |à la |à l'|au )")
_LOWER = re.compile(r" ([a-zà-öø-ÿœ]+(?:[-'][a-zà-öø-ÿœ]+)*)")
_STATE = re.compile(r"(?:République|république|Royaume|Fédération|Confédération|Principauté)\b")
_BOUNDARY = frozenset(
    (
        "a",
        "est",
        "ont",
        "sont",
        "et",
        "ou",
        "qui",
        "que",
        "dont",
        "où",
        "avait",
        "était",
        "sera",
        "va",
        "avec",
        "par",
        "pour",
        "dans",
        "sur",
        "lors",
        "mais",
        "ne",
        "se",
        "s",
        "n",
        "en",
        "au",
        "aux",
        "à",
        "fait",
        "avant",
        "après",
        "depuis",
        "comme",
        "chez",
        "sans",
        "sous",
        "selon",
        "contre",
        "vers",
        "entre",
        "il",
        "elle",
        "ils",
        "le",
        "la",
        "les",
        "un",
        "une",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "ce",
        "cette",
        "ces",
    )
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed: `[start, end)` from its first word to the end of its complement.

    `title` leaves out the country and the organisation, `closed` says that every word of it is one that
    titles are made of, so that a capitalised word behind is somebody's name.
    """

    start: int
    end: int
    title: str
    organisation: str | None
    country: str | None
    plural: bool
    closed: bool
    relation: bool
    gender: str | None
    rank: bool
    portfolios: tuple[tuple[int, int], ...] = ()


class OfficeReader:
    """Finds the offices of a page, given where its organisations and places stand."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        rules = lexicon.offices
        self.relations = frozenset(word.lower() for word in rules.relations)
        self.ranks = frozenset(rules.ranks)
        self.kept = frozenset(rules.kept_before)
        self._adjective = re.compile(rf" ?({alternatives(map(str.lower, rules.adjectives))})(?![\w'-])")
        self._before = re.compile(rf"((?:(?:{alternatives(rules.before)})[ -])+)$")

    def find(self, page: Page, organisations: dict[int, int]) -> Iterator[Office]:
        """Every office; `organisations` are the starts and ends of organisations found before."""
        done = 0
        for match in self.lexicon.office_pattern.finditer(page.lower):
            if match.start() >= done and page.lower[match.end() : match.end() + 1] not in ("-", "'"):
                office = self._read(page, match, organisations)
                done = office.end
                yield office

    def _read(self, page: Page, match: re.Match[str], organisations: dict[int, int]) -> Office:
        reader = _Title(page, match.end(), organisations, self._adjective, match[0] in self.ranks)
        reader.read()
        start, kept = self._prefix(page, match.start())
        title = page.text[kept : match.end()] + "".join(reader.words)
        relation = match[0] in self.relations
        return Office(
            start, reader.at, " ".join(title.split()), reader.organisation, reader.country,
            _plural(match[0]), reader.closed, relation, self.lexicon.office_gender.get(match[0]), match[0] in self.ranks, tuple(reader.portfolios),
        )  # fmt: skip

    def _prefix(self, page: Page, start: int) -> tuple[int, int]:
        """Where the words before the head begin, and where those begin that the title keeps."""
        window = page.lower[max(0, start - 40) : start]
        found = self._before.search(window)
        if found is None:
            return start, start
        first = start - len(found[1])
        kept = first
        for word in re.finditer(r"\w+[ -]", found[1]):
            if word[0][:-1] in self.kept:
                return first, first + word.start()
            kept = first + word.end()
        return first, kept


def _plural(head: str) -> bool:
    return head.split(" ")[0].endswith(("s", "x")) and head not in ("commis",)


class _Title:
    """Reads what follows the head: adjectives, portfolio, country, organisation."""

    def __init__(
        self, page: Page, at: int, organisations: dict[int, int], adjective: re.Pattern[str], rank: bool
    ) -> None:
        self.page, self.at, self.organisations, self.lexicon = page, at, organisations, page.lexicon
        self.rank = rank
        self.adjective = adjective
        self.words: list[str] = []
        self.portfolios: list[tuple[int, int]] = []
        self.organisation: str | None = None
        self.country: str | None = None
        self.closed = True

    def read(self) -> None:
        for _ in range(8):
            if not (self._adjectives() or self._complement()):
                return

    def _adjectives(self) -> bool:
        state = _STATE.match(self.page.plain, self.at + 7) if self.page.lower.startswith(" de la ", self.at) else None
        if state and self.page.known_place(state.start()):
            return False
        found = self.adjective.match(self.page.lower, self.at)
        if found and found[0][0] == " ":
            self.words.append(self.page.text[self.at : found.end()])
            self.at = found.end()
            self.closed = self.closed and not (
                found[1].startswith(("de ", "du ", "des ")) and self.page.plain[found.start() : found.end()].islower()
            )
            return True
        word = _LOWER.match(self.page.plain, self.at)
        if word and self.lexicon.is_demonym(word[1]):
            self.country = self.country or self.lexicon.demonym(word[1])
            self.at = word.end()
            return True
        return False

    def _complement(self) -> bool:
        of = _OF.match(self.page.plain, self.at) or (_AND.match(self.page.plain, self.at) if self.words else None)
        if of is None:
            return False
        start = of.end()
        return self._portfolio(start) or self._country(start) or self._organisation(start) or self._other(of, start)

    def _country(self, start: int) -> bool:
        found = self.page.form(start)
        if found is None or found[0].label != "LOC" or start in self.organisations:
            return False
        if found[0].code and self.country is None:
            self.country = found[0].code
        self.at = found[1]
        return True

    def _organisation(self, start: int) -> bool:
        end = self.organisations.get(start)
        if end is None or self.organisation is not None:
            return False
        self.organisation = self.page.text[start:end]
        self.at = end
        return True

    def _portfolio(self, start: int) -> bool:
        end = portfolio(self.page, start)
        if end is None:
            return False
        self.words.append(self.page.text[self.at : end])
        self.portfolios.append((start, end))
        self.at = end
        return True

    def _other(self, of: re.Match[str], start: int) -> bool:
        """Something that titles are not made of: a town, an unknown organisation, a field of study."""
        if of[0].startswith((" et", ",")):
            return False
        i = self.page.at.get(start)
        if i is not None:
            if self.rank and any(label == "PER" for *_, label in self.page.model_at(start + 1)):
                return False  # « le général de Gaulle »
            if self.organisation is not None or of[0].strip() in ("à", "en", "au", "aux"):
                return False
            self.organisation = None
            self.at = _run(self.page, i)
            self.closed = False
            return True
        word = _LOWER.match(self.page.plain, start - 1)
        if word is None or word[1] in _BOUNDARY or of[0].strip() in ("à", "en", "au", "aux", "pour"):
            return False
        self.words.append(self.page.text[self.at : word.end()])
        self.at = word.end()
        self.closed = False
        while (more := _LOWER.match(self.page.plain, self.at)) and more[1] in self.lexicon.complement_adjectives:
            self.words.append(self.page.text[self.at : more.end()])
            self.at = more.end()
        return True


def _run(page: Page, i: int) -> int:
    while i + 1 < len(page.capitals) and page.gap(i) == " " and page.capitals[i + 1].start - page.capitals[i].end < 2:
        if page.lexicon.is_given(page.capitals[i + 1].word):
            break
        i += 1
    return page.capitals[i].end
