"""Institutions: a head noun and what belongs to its name, up to the end of the proper name."""

import re
from collections.abc import Iterator

from pipeline.annotate.page import DIRECTION, Page, Span
from pipeline.annotate.rules import InstitutionRule

STRENGTH = 90
_PIECE = re.compile(
    r"(?P<comma>,)? (?P<joint>et )?(?P<of>de la |de l'|du |des |de |d')?"
    r"(?P<other>(?:pour|contre|sur|aux|à) (?:la |le |les |l')?|les |la |le |l')?"
    r"(?P<word>\w+(?:-\w+)*)"
)
_QUOTED = re.compile(r" ?[«“\"] ?(?P<name>[^«»“”\"\n]{2,60}?) ?[»”\"]")
_NUMBER = re.compile(r" \d{1,4}(?![\w,.]\d|\w| (?:%|€|millions|milliards|ans))")
_WORD = re.compile(r" (\w+(?:-\w+)*)")
_PORTFOLIO = re.compile(r" ?\w+(?:-\w+)*'?")
_ACRONYM_AHEAD = re.compile(r"(?P<name>[^.,;:()\n«»]{0,90}?) ?\((?P<acronym>[A-ZÉ][\w&-]{1,11})\)")
_MOST = 14


def find(page: Page) -> Iterator[Span]:
    """Every institution of the text that a head noun opens.

    A head may open several rules; the first that finds a name wins.
    """
    done = 0
    for match in page.lexicon.head_pattern.finditer(page.lower):
        if match.start() < done or page.plain[match.end() : match.end() + 1] in ("-", "'"):
            continue
        for rule in page.lexicon.heads[match[0]].rules:
            span = _named(page, match.start(), match.end(), match[0], rule)
            if span is not None:
                yield span
                done = span.end
                break


def _named(page: Page, start: int, end: int, head: str, rule: InstitutionRule) -> Span | None:
    if page.in_headline(start):
        return None
    capital = page.plain[start].isupper() and not page.plain[start:end].isupper()
    if capital and any(a < start - 4 and b > end for a, b, _ in page.model_at(start + 1)):
        return None  # « China Aviation Supplies Holding Company »
    bracketed = _bracketed(page, start, end, capital) if rule.label == "ORG" else None
    if bracketed is not None:
        return Span(
            start, bracketed, "ORG", f"institutions.{rule.name}", STRENGTH, rule.kind, _country(page, start, bracketed)
        )
    if rule.outside and capital and not page.capitals[page.at[start]].initial and page.plain[end : end + 2] == " d":
        pass
    elif rule.outside or (rule.lower == "outside" and not capital and head not in rule.of_place):
        return _behind(page, start, end, rule)
    if capital and page.form(start) and page.form(start)[1] > end:  # type: ignore[index]
        return None
    reader = Complement(page, start, end, head, capital, rule)
    stop = reader.read()
    if stop is None and capital and rule.label == "ORG":
        stop = _as_seen(page, start, end)
    if stop is None:
        return None
    if capital:
        if rule.label == "LOC" and not page.model_at(start + 1):
            return None
        stop = _to(page, stop, page.seen(start, "ORG") or 0)
    source = f"institutions.{rule.name}"
    return Span(start, stop, rule.label, source, STRENGTH, rule.kind, reader.country)


def _bracketed(page: Page, start: int, end: int, capital: bool) -> int | None:
    """Up to an acronym in brackets: « Société des pétroles du Sénégal (Petrosen) », « agence spatiale (ESA) »."""
    match = _ACRONYM_AHEAD.match(page.plain, end)
    if match is None or match["name"].count(" ") > 9 or page.known_place(match.start("acronym")):
        return None
    acronym, stop = match["acronym"], match.end("name")
    words = page.lexicon.fold(page.plain[start:stop]).split(" ")
    if _initials(page.lexicon.fold(acronym), words):
        return stop
    if capital and len(words) < 8 and sum(c.isupper() for c in acronym) > 1 and page.plain[end : end + 2] == " d":
        return stop
    return None


def _initials(acronym: str, words: list[str]) -> bool:
    """Its letters are the first ones of the words, in order; small words may be left out.

    >>> _initials("afd", ["agence", "francaise", "de", "developpement"]), _initials("oms", ["agence", "spatiale"])
    (True, False)
    """
    rest = [word for word in words if word]
    for letter in acronym:
        k = next((k for k, word in enumerate(rest) if word[0] == letter), None)
        if k is None or any(len(word) > 4 for word in rest[:k]):
            return False
        rest = rest[k + 1 :]
    return len(acronym) > 1 and all(len(word) < 5 for word in rest[1:])


def _country(page: Page, start: int, end: int) -> str | None:
    """The one country that the name itself says."""
    found = {page.lexicon.demonym(m[1]) for m in _WORD.finditer(page.plain, start, end)}
    found |= {form[0].code for c in page.capitals_in(start, end) if (form := page.form(c.start))}
    codes = sorted(code for code in found if code)
    return codes[0] if len(codes) == 1 else None


def _to(page: Page, end: int, seen: int) -> int:
    """The model may read further, but not into a person's name."""
    more = page.capitals_in(end, seen)
    return seen if seen > end and not any(page.lexicon.is_given(c.word) for c in more) else end


def _as_seen(page: Page, start: int, end: int) -> int | None:
    """The model reads on where no rule does: « Musée virtuel du Canada »."""
    stop = page.seen(start, "ORG", "LOC", "MISC")
    more = page.plain[end:stop] if stop else ""
    return stop if stop and stop > end and any(c.isupper() for c in more) else None


class Complement:
    """Reads on from a head noun while what follows still belongs to the name."""

    def __init__(self, page: Page, start: int, at: int, head: str, capital: bool, rule: InstitutionRule) -> None:
        self.start = start
        self.page, self.at, self.head, self.capital, self.rule = page, at, head, capital, rule
        self.lexicon = page.lexicon
        self.end: int | None = at if capital and head in rule.alone else None
        self.last = "head"
        self.country: str | None = None
        self.closed = False

    def read(self) -> int | None:
        """Where the name ends, or nothing if there is none."""
        for _ in range(_MOST):
            piece = _PIECE.match(self.page.plain, self.at)
            if piece is None or self.closed or not self._takes(piece):
                break
        if self.end is not None and (number := _NUMBER.match(self.page.plain, self.end)) and self._numbered():
            return number.end()
        return self.end

    def _numbered(self) -> bool:
        return self.rule.name in ("university", "other", "media")

    def _takes(self, piece: re.Match[str]) -> bool:
        word = piece["word"]
        if piece["comma"] and not self._goes_on(piece):
            return False
        if word[0].isupper():
            return self._capital(piece)
        if word[0].isdigit() or (piece["other"] or "").strip() in ("les", "la", "le", "l'"):
            return False
        if not piece["of"] and not piece["joint"] and not piece["other"]:
            return self._adjective(word, piece.end())
        return self._noun(piece)

    def _goes_on(self, piece: re.Match[str]) -> bool:
        """A list of portfolios: « de l'Économie, des Finances »."""
        return self.rule.name == "ministry" and bool(piece["of"]) and self._portfolio(piece.start("word")) is not None

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
        named = self.rule.adjective and demonym or (self.capital and not self.rule.country_only)
        if self.end is not None or named:
            self.end = end
        self.last = "adjective"
        return True

    def _noun(self, piece: re.Match[str]) -> bool:
        """Lower-case nouns carry on a capitalised name, or are the portfolio of a ministry."""
        if self.rule.name == "ministry" and (end := self._portfolio(piece.start("word"))) is not None:
            return self._take(end, "noun")
        if not self.capital or self.rule.country_only or self.rule.label == "LOC":
            return False
        if piece["joint"] and self.last not in ("noun", "cap"):
            return False
        if not self._named_by(piece) or not (piece["of"] or piece["joint"] or self._purpose(piece)):
            return False
        return self._take(piece.end("word"), "noun")

    def _named_by(self, piece: re.Match[str]) -> bool:
        """Any noun behind « des », « du » where the capital is no sentence's: « Chambre nationale des entrepreneurs »."""
        if piece["word"] in self.lexicon.complement_nouns:
            return True
        head = self.page.at.get(self.start)
        free = piece["of"] in ("des ", "du ", "de la ", "de l'") and head is not None
        if (
            not free
            or head is None
            or self.page.capitals[head].initial
            or self.rule.outside
            or self.rule.name == "court"
        ):
            return False
        return piece["word"] not in self.lexicon.organisations.no_complements

    def _purpose(self, piece: re.Match[str]) -> bool:
        return (piece["other"] or "").startswith(
            ("pour", "contre", "sur") if self.last == "noun" else ("pour", "contre")
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
            end = self._portfolio(start)
            return end is not None and self._take(end, "noun")
        return self.capital and self._take(piece.end(), "cap")

    def _of(self, piece: re.Match[str], start: int) -> bool:
        if self.rule.label == "LOC" and (
            self.head not in self.rule.of_water
            or self.last == "cap"
            or self.page.seen(start, "PER")
            or not self._water(start)
        ):
            return False
        if not self.capital and not (self._may_be_of() and not self._indefinite(piece)):
            return False
        if self.rule.name == "ministry" and (end := self._portfolio(start)) is not None:
            return self._take(end, "noun")
        if self.end is not None and self._person(start):
            return False
        found = self.page.form(start)
        if self.rule.country_only and not (found and found[0].code):
            return False
        if self.capital and self.head in ("groupe", "centre", "place", "tour") and found:
            return False
        if found and found[0].code and found[0].label == "LOC":
            self.country = found[0].code
            self.closed = self.rule.name not in ("ministry", "other")
        return self._take(self._whole(start, piece.end()), "cap")

    def _water(self, start: int) -> bool:
        """« le golfe de Guinée », not « le plus grand lac de Finlande »."""
        return self.head in self.rule.of_country or self.page.known_place(start) is None

    def _indefinite(self, piece: re.Match[str]) -> bool:
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
        return self.rule.lower == "direct" and self.last == "head" and self.head not in self.rule.never_direct

    def _person(self, start: int) -> bool:
        i = self.page.at.get(start)
        if any(a == start and label == "PER" for a, _, label in self.page.model):
            return True
        return i is not None and self.lexicon.is_given(self.page.capitals[i].word) and self.last != "head"

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


def _behind(page: Page, start: int, end: int, rule: InstitutionRule) -> Span | None:
    """A name behind its descriptor: « la société chilienne Coprex », « le groupe « Wagner » »."""
    if page.lower[max(0, start - 3) : start].endswith(("d'", "de ")):
        return None  # « un conseil de chefs d'entreprise »
    country: str | None = None
    for _ in range(3):
        word = _WORD.match(page.plain, end)
        if word is None or word[1][0].isupper() or not _describes(page, word[1]):
            break
        country = country or page.lexicon.demonym(word[1])
        end = word.end()
    source = f"institutions.{rule.name}"
    quoted = _QUOTED.match(page.plain, end)
    if quoted is not None and quoted["name"][0].isupper() and quoted["name"].count(" ") < 5:
        return Span(quoted.start("name"), quoted.end("name"), "ORG", source, STRENGTH, rule.kind, country)
    i = page.at.get(end + 1)
    if i is None or page.plain[end] != " ":
        return None
    found = page.form(page.capitals[i].start)
    stop = found[1] if found and found[0].label == "ORG" else chain(page, i)
    if not (found and found[0].label == "ORG") and not _firm(page, i, stop):
        return None
    stop = max(stop or 0, page.seen(end + 1, "ORG") or 0) or None
    if stop is None or (found and found[0].label == "LOC" and found[1] >= stop):
        return None
    first = start if page.plain[start].isupper() and not page.capitals[page.at[start]].initial else end + 1
    return Span(first, stop, "ORG", source, STRENGTH, rule.kind, country)


def _firm(page: Page, i: int, stop: int | None) -> bool:
    """« le producteur Chris Stokes » and « la télévision Barranquilla » name no firm."""
    start = page.capitals[i].start
    if page.seen(start, "PER") and " " in page.plain[start:stop] or page.lexicon.is_given(page.capitals[i].word):
        return False
    if page.seen(start, "LOC") and page.lexicon.gazetteer.find(page.plain[start:stop]):
        return False
    return (stop or 0) - start > 2


def _describes(page: Page, word: str) -> bool:
    return page.lexicon.is_demonym(word) or word in page.lexicon.complement_adjectives


def chain(page: Page, i: int) -> int | None:
    """End of the run of capitalised words that starts with the i-th: « Canal Neuf », « Bombardier & Fils »."""
    word = page.capitals[i]
    if page.lexicon.fold(word.word) in page.lexicon.plain_nouns or page.lexicon.is_demonym(word.word):
        return None
    for _ in range(4):
        if i + 1 >= len(page.capitals) or page.gap(i) not in (" ", " & "):
            break
        i += 1
    number = _NUMBER.match(page.plain, page.capitals[i].end)
    return number.end() if number else page.capitals[i].end
