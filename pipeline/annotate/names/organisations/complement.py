"""What belongs to an institution's name behind its head noun, up to the end of the proper name."""

import re

from pipeline.annotate.names.page import DIRECTION, Page
from pipeline.annotate.names.rules import InstitutionRule

_PIECE = re.compile(
    r"(?P<comma>,)? (?P<joint>et )?(?P<of>de la |de l'|du |des |de |d')?"
    r"(?P<other>(?:pour|contre|sur|aux|à) (?:la |le |les |l')?|les |la |le |l')?"
    r"(?P<word>\w+(?:-\w+)*)"
)
_NUMBER = re.compile(r" \d{1,4}(?![\w,.]\d|\w| (?:%|€|millions|milliards|ans))")
_PORTFOLIO = re.compile(r" ?\w+(?:-\w+)*'?")
_NAMED = re.compile(r" [A-ZÀ-Ý]\w+")
_AL = re.compile(r"(?:al|el|as|ar|an|ad|ach|ez)-[A-ZÀ-Ý]")
"""The Arabic article."""
_PAIR = re.compile(r" [-–] (?=[A-ZÀ-Ý])")
_MOST = 14
_WITH_PORTFOLIO = ("ministère", "ministères", "secrétariat d'état", "secrétariat d'etat", "commission")
_SHORT = 4


class Complement:
    """Reads on from a head noun while what follows still belongs to the name."""

    def __init__(self, page: Page, start: int, at: int, head: str, capital: bool, rule: InstitutionRule) -> None:
        self.start = start
        self.page, self.at, self.head, self.capital, self.rule = page, at, head, capital, rule
        self.lexicon = page.lexicon
        self._no_complements = page.lexicon.organisations.no_complements
        self.end: int | None = at if capital and head in rule.alone else None
        self.last = "head"
        self.country: str | None = None
        self.closed = self.purpose = False

    def read(self) -> int | None:
        """Where the name ends, or nothing if there is none."""
        for _ in range(_MOST):
            piece = _PIECE.match(self.page.plain, self.at)
            if piece is None or self.closed or not self._takes(piece):
                break
        if self.end is not None and (other := self._paired(self.end)):
            return other
        if self.end is not None and (number := _NUMBER.match(self.page.plain, self.end)) and self._numbered():
            return number.end()
        return self.end

    def _paired(self, end: int) -> int | None:
        """« groupe d'amitié France – Chili »: two countries with a dash between."""
        dash = _PAIR.match(self.page.plain, end)
        one = self.page.form(self.page.capitals_in(self.start, end)[-1].start) if dash and self.last == "cap" else None
        other = self.page.form(dash.end()) if dash and one and one[0].code and one[1] == end else None
        return other[1] if other and other[0].code and self.rule.name in ("other", "chamber") else None

    def _numbered(self) -> bool:
        return self.rule.name in ("university", "other", "media")

    def _takes(self, piece: re.Match[str]) -> bool:
        word = piece["word"]
        if piece["comma"] and not self._goes_on(piece):
            return False
        if word[0].isupper() or _AL.match(word):
            return self._capital(piece)
        if word[0].isdigit():
            return False
        if (piece["other"] or "").strip() in ("les", "la", "le", "l'"):
            return bool(piece["joint"]) and self.purpose and self._take(piece.end(), "noun")
        if not piece["of"] and not piece["joint"] and not piece["other"]:
            return self._adjective(word, piece.end())
        return self._noun(piece)

    def _goes_on(self, piece: re.Match[str]) -> bool:
        """A list of portfolios: « de l'Économie, des Finances »."""
        return self.head in _WITH_PORTFOLIO and bool(piece["of"]) and self._portfolio(piece.start("word")) is not None

    def _adjective(self, word: str, end: int) -> bool:
        demonym = self.lexicon.is_demonym(word)
        if self.rule.label == "LOC":
            return (
                self.last == "cap" and bool(DIRECTION.match(self.page.plain, self.at)) and self._take(end, "adjective")
            )
        if not demonym and word not in self.lexicon.complement_adjectives:
            return False
        if demonym:
            self.country = self.country or self.lexicon.demonym(word)
        self.at = end
        named = (self.rule.adjective and demonym) or (self.capital and not self.rule.country_only)
        if self.end is not None or named:
            self.end = end
        self.last = "adjective"
        return True

    def _noun(self, piece: re.Match[str]) -> bool:
        """Lower-case nouns carry on a capitalised name, or are the portfolio of a ministry."""
        if self.head in _WITH_PORTFOLIO and (end := self._portfolio(piece.start("word"))) is not None:
            return self._take(end, "noun")
        if piece["word"] == "ministère" and piece["of"] and self.capital:
            return self._ministry(piece.start("word"), piece.end())
        if self.head == "musée" and piece["of"] and (name := _NAMED.match(self.page.plain, piece.end("word"))):
            return self._take(name.end(), "cap")  # « musée du quai Branly »
        if not self.capital or self.rule.country_only or self.rule.label == "LOC":
            return False
        if piece["joint"] and self.last == "adjective" and piece["word"] in self.lexicon.complement_adjectives:
            return self._take(piece.end("word"), "adjective")
        if piece["joint"] and self.last not in ("noun", "cap"):
            return False
        if self._many(piece):
            return self._take(piece.end("word"), "noun")
        if not self._named_by(piece) or not (piece["of"] or piece["joint"] or self._purpose(piece)):
            return False
        return self._take(piece.end("word"), "noun")

    def _ministry(self, start: int, end: int) -> bool:
        """« Comité de géologie du ministère de l'Industrie et de la Construction »: to the end of that one."""
        (rule,) = self.lexicon.heads["ministère"].rules
        inner = Complement(self.page, start, end, "ministère", False, rule)
        stop = inner.read()
        self.closed, self.country = True, self.country or inner.country
        return stop is not None and self._take(stop, "cap")

    def _many(self, piece: re.Match[str]) -> bool:
        """« Union des orphelins de déportés et fusillés »: more plurals behind a noun."""
        word = piece["word"]
        if self.last != "noun" or not self._free() or not word.endswith("s") or len(word) <= _SHORT:
            return False
        bare = piece["joint"] and not piece["of"]
        return bool(bare or piece["of"] == "de ") and not piece["comma"] and word not in self._no_complements

    def _free(self) -> bool:
        """Its capital is no sentence's: it opens a name."""
        head = self.page.at.get(self.start)
        return head is not None and not self.page.capitals[head].initial and self.rule.name != "court"

    def _named_by(self, piece: re.Match[str]) -> bool:
        """Any noun behind « des » where the capital is no sentence's: « Chambre nationale des entrepreneurs »."""
        if piece["word"] in self.lexicon.complement_nouns:
            return True
        if piece["of"] not in ("des ", "du ", "de la ", "de l'") or not self._free():
            return False
        return piece["word"] not in self._no_complements

    def _purpose(self, piece: re.Match[str]) -> bool:
        """« pour la nature et l'homme »: articles go on; not « Université Omar-Bongo pour … »."""
        if self.rule.name == "university" and self.last == "cap":
            return False
        self.purpose = self.purpose or bool(piece["other"])
        return (piece["other"] or "").startswith(
            ("pour", "contre", "sur", "à", "aux") if self.last in ("noun", "cap") else ("pour", "contre")
        )

    def _capital(self, piece: re.Match[str]) -> bool:
        start = piece.start("word")
        if piece["joint"]:
            return self._joined(piece, start)
        if piece["other"]:
            return bool(self._purpose(piece)) and self.capital and self._take(self._whole(start, piece.end()), "cap")
        if piece["of"]:
            return self._of(piece, start)
        return self._direct(start, piece.end())

    def _joined(self, piece: re.Match[str], start: int) -> bool:
        """« et des Finances », not « et la France »."""
        if not piece["of"] or self.last not in ("noun", "cap") or self.page.known_place(start):
            return False
        if self.rule.name == "ministry":
            if (end := self._portfolio(start)) is not None:
                return self._take(end, "noun")
            return not (self._person(start) or self.page.form(start)) and self._take(piece.end(), "cap")
        return self.capital and self._take(piece.end(), "cap")

    def _of(self, piece: re.Match[str], start: int) -> bool:
        if self.rule.label == "LOC" and not self._site_of(start):
            return False
        if not self.capital and not (self._may_be_of() and not self._indefinite()):
            return False
        if self.rule.name == "ministry" and (end := self._portfolio(start)) is not None:
            return self._take(end, "noun")
        if self.end is not None and self._person(start):
            return False
        found = self.page.form(start)
        if self.rule.country_only and not (found and found[0].code):
            return False
        if not self.capital and found and found[0].label == "ORG" and self.head in self.rule.of_place:
            return False  # « le collège de l'Arcom »
        if self.last == "cap" and self.rule.outside and self.page.lower[start : piece.end()] in self.lexicon.heads:
            return False  # « Groupe de Minsk de l'Organisation pour… »
        if self.capital and self.head in ("groupe", "centre", "place", "tour") and found:
            return False
        if found and found[0].code and found[0].label == "LOC":
            self.country = found[0].code
            self.closed = self.rule.name not in ("ministry", "other", "site")
        return self._take(self._whole(start, piece.end()), "cap")

    def _site_of(self, start: int) -> bool:
        """« lac de Balkhach », « rue de Rivoli »; only what lies in streets is named for people."""
        person = self.page.seen(start, "PER") and self.head not in self.lexicon.names.streets
        return self.head in self.rule.of_water and self.last != "cap" and not person and self._water(start)

    def _water(self, start: int) -> bool:
        """« le golfe de Guinée », not « le plus grand lac de Finlande »."""
        found = self.page.form(start)
        if self.head in self.rule.of_unknown:
            return not found and not self.lexicon.places(self.page.capitals[self.page.at[start]].word)
        return self.head in self.rule.of_country or found is None or found[0].kind == "site" or found[0].label == "ORG"

    def _indefinite(self) -> bool:
        """« un tribunal de Brooklyn » has no name."""
        head = self.at - len(self.head)
        return self.last == "head" and self.page.lower[max(0, head - 5) : head].endswith(
            (" un ", " une ", " des ", "deux ", "aucun ")
        )

    def _may_be_of(self) -> bool:
        if self.head in self.rule.of_place or self.head in self.rule.of_water:
            return True
        return self.rule.lower == "of" and self.head not in self.rule.only_capital

    def _direct(self, start: int, end: int) -> bool:
        """A capitalised word right behind: part of the name, unless a person or another name starts."""
        if self.rule.country_only or not (self.capital or self._may_be_direct()):
            return False
        if self.end is not None and self._person(start):
            return False
        if self.rule.name in ("parliament", "court", "ministry", "government", "embassy"):
            return False
        return self._take(self._whole(start, end), "cap")

    def _may_be_direct(self) -> bool:
        if self.last == "cap":
            return True
        return (
            self.rule.lower == "direct"
            and self.last in ("head", "adjective")
            and self.head not in self.rule.never_direct
        )

    def _person(self, start: int) -> bool:
        i = self.page.at.get(start)
        if any(a == start and label == "PER" for a, _, label in self.page.model):
            return True
        return i is not None and self.page.capitals[i].entry.given and self.last != "head"

    def _whole(self, start: int, end: int) -> int:
        """To the end of a known name that starts here: « Émirats arabes unis », « France-Asie centrale »."""
        found = self.page.form(start)
        if found:
            return found[1]
        i = self.page.at.get(start)
        if i is None:
            return end
        word = self.page.capitals[i]
        last = word.word.rfind("-") + 1
        for form in self.lexicon.forms.get(self.lexicon.fold(word.word[last:]), ()) if last else ():
            stop = start + last + form.length
            if form.label == "LOC" and self.lexicon.fold(self.page.plain[start + last : stop]) == form.folded:
                return max(stop, word.end)
        return max(end, word.end)

    def _portfolio(self, start: int) -> int | None:
        return portfolio(self.page, start)

    def _take(self, end: int, last: str) -> bool:
        self.at = self.end = end
        self.last = last
        return True


def portfolio(page: Page, start: int) -> int | None:
    """End of the longest portfolio that starts here: « Affaires étrangères »."""
    end, stop = start, None
    for _ in range(6):
        word = _PORTFOLIO.match(page.plain, end)
        if word is None:
            break
        end = word.end()
        if page.lexicon.fold(page.plain[start:end]) in page.lexicon.portfolios:
            stop = end
    return stop
