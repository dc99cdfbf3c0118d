"""A title behind its head: adjectives, portfolio, country, organisation."""

import re

from pipeline.annotate.names.organisations.complement import portfolio
from pipeline.annotate.names.page import Page

_OF = re.compile(
    r" (?:(?:de|à|auprès de|chargée? de) (?:la |l')|(?:auprès |chargée? )?(?:du |des )|chargée? de |de |d'|aux? |à |en "
    r"|pour (?:la |le |l'|les ))"
)
_AND = re.compile(r"(?: et|,) (?:de la |de l'|du |des |d'|aux |à la |à l'|au )")
_LOWER = re.compile(r" ([a-zà-öø-ÿœ]+(?:[-'][a-zà-öø-ÿœ]+)*)")
_STATE = re.compile(r"(?:République|république|Royaume|Fédération|Confédération|Principauté)\b")
_DESCRIBED = re.compile(
    r"(?P<head>\w+)(?: [a-zà-öø-ÿœ]+){0,2} (?:[«“\"] ?(?P<quoted>[^«»“”\"\n]{2,50}?) ?[»”\"]|(?P<name>[A-ZÀ-Ý]))"
)
_FIRM = "company"
_PARTY = re.compile(r" \([A-Z][\w.-]{1,12}\)")
_AND_DEMONYM = re.compile(r" et (\w+(?:-\w+)*)")


class Title:
    """Reads on from the head while what follows belongs to the title or says whose office it is."""

    def __init__(
        self, page: Page, at: int, organisations: dict[int, int], adjective: re.Pattern[str], rank: bool
    ) -> None:
        self.page, self.at, self.organisations, self.lexicon = page, at, organisations, page.lexicon
        self.rank = rank
        self.adjective = adjective
        self.words: list[str] = []
        self.portfolios: list[tuple[int, int]] = []
        self.organisation: str | None = None
        self.countries: list[str] = []
        self.closed = True
        self.town: tuple[int, int] | None = None

    def read(self) -> None:
        """Take what belongs to the title; `at` is then its end."""
        for _ in range(8):
            if not (self._adjectives() or self._complement()):
                return

    def _adjectives(self) -> bool:
        state = _STATE.match(self.page.plain, self.at + 7) if self.page.lower.startswith(" de la ", self.at) else None
        if state and self.page.known_place(state.start()):
            return False
        found = self.adjective.match(self.page.lower, self.at)
        if found and found[0][0] == " " and not self._names_organisation(found):
            self.words.append(self.page.text[self.at : found.end()])
            self.at = found.end()
            self.closed = self.closed and not (
                found[1].startswith(("de ", "du ", "des ")) and self.page.plain[found.start() : found.end()].islower()
            )
            return True
        word = _LOWER.match(self.page.plain, self.at)
        if word and self.lexicon.is_demonym(word[1]):
            self._of_country(self.lexicon.demonym(word[1]))
            self.at = word.end()
            return True
        more = _AND_DEMONYM.match(self.page.plain, self.at) if self.countries else None
        if more and self.lexicon.demonym(more[1]):
            self._of_country(self.lexicon.demonym(more[1]))
            self.at = more.end()
            return True
        return False

    def _names_organisation(self, found: re.Match[str]) -> bool:
        """« de la Commission européenne » where that is an organisation's name."""
        if found[1].startswith("du conseil d"):
            return False  # « président du conseil d'administration »
        of = _OF.match(self.page.plain, found.start())
        return of is not None and of.end() in self.organisations

    def _of_country(self, code: str | None) -> None:
        if code and code not in self.countries:
            self.countries.append(code)

    def _complement(self) -> bool:
        party = _PARTY.match(self.page.plain, self.at)
        if party and _OF.match(self.page.plain, party.end()):
            self.at = party.end()  # « maire (PS) de Lille »
        of = _OF.match(self.page.plain, self.at) or (_AND.match(self.page.plain, self.at) if self.words else None)
        if of is None:
            return False
        start = of.end()
        return (
            self._portfolio(start)
            or self._country(start)
            or self._organisation(start)
            or self._described(start)
            or self._other(of, start)
        )

    def _country(self, start: int) -> bool:
        found = self.page.form(start)
        if found is None or found[0].label != "LOC" or start in self.organisations:
            return False
        self._of_country(found[0].code)
        self.at = found[1]
        if found[0].code is None and self.town is None:
            self.town = (start, self.at)  # « sénateur de la Drôme »
        return True

    def _organisation(self, start: int) -> bool:
        end = self.organisations.get(start)
        if end is None or self.organisation is not None:
            return False
        self.organisation = self.page.text[start:end]
        self.at = end
        return True

    def _described(self, start: int) -> bool:
        """« directeur de la compagnie nationale « Sabatier » »: the firm is named behind what it is."""
        found = _DESCRIBED.match(self.page.plain, start)
        head = self.lexicon.heads.get(found["head"].lower()) if found else None
        if found is None or head is None or self.organisation or not any(rule.kind == _FIRM for rule in head.rules):
            return False
        begin, end = found.span("quoted") if found["quoted"] else (found.start("name"), -1)
        if end < 0:
            i = self.page.at.get(begin)
            end = _run(self.page, i) if i is not None else begin
            if end == begin or self.page.known_place(begin):
                return False
        self.organisation = self.page.text[begin:end]
        self.at = found.end() if found["quoted"] else end
        return True

    def _portfolio(self, start: int) -> bool:
        end = portfolio(self.page, start)
        if end is None:
            return False
        while (more := _LOWER.match(self.page.plain, end)) and more[1] in self.lexicon.complement_adjectives:
            end = more.end()  # « ministre du Commerce international »
        if self.organisations.get(start, 0) > end:
            return False  # « enseignant à Sciences Po »
        self.words.append(self.page.text[self.at : end])
        self.portfolios.append((start, end))
        self.at = end
        return True

    def _residence(self, i: int) -> bool:
        """« ambassadeur du Chili à Oslo »: where the holder lives is not whose the office is."""
        if not self.countries or self.words:
            return False
        self.at = _run(self.page, i)
        self.closed = False
        return True

    def _other(self, of: re.Match[str], start: int) -> bool:
        """Something that titles are not made of: a town, an unknown organisation, a field of study."""
        if of[0].startswith((" et", ",")):
            return False
        i = self.page.at.get(start)
        if i is not None:
            if self.rank and any(label == "PER" for *_, label in self.page.model_at(start + 1)):
                return False  # « le général de Gaulle »
            if of[0].strip() in ("à", "en", "au", "aux"):
                return self._residence(i)
            if self.organisation is not None:
                return False
            self.at = _run(self.page, i)
            self.town = (start, self.at)
            self.closed = False
            return True
        word = _LOWER.match(self.page.plain, start - 1)
        if (
            word is None
            or word[1] in self.lexicon.offices.no_title
            or of[0].strip() in ("à", "en", "au", "aux", "pour")
        ):
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
        if page.capitals[i + 1].entry.given:
            break
        i += 1
    return page.capitals[i].end
