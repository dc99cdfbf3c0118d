"""What stands in brackets beside an organisation: its acronym, or its other name."""

import re
from collections.abc import Iterable, Iterator

from pipeline.annotate.names.page import Page, Span

TIED, SPELT, BESIDE, ARTICLED = 88, 89, 76, 42
_FEWEST, _MOST = 3, 6
_ROMAN = frozenset("IVXLC")
_ARTICLES = ("la ", "La ", "le ", "Le ", "l'", "L'", "du ", "au ")
_BRACKETED = re.compile(r" ?\((?:ou |dit |dite )?([A-ZÉ][\w&-]{1,11})\)")
_OTHER = re.compile(
    r" ?(?:\((?P<in>[A-ZÉ][\w'-]*(?: [\w'-]+){0,4})\)|[«“\"] ?(?P<quoted>[A-ZÉ][\w'-]*(?: [A-ZÉ][\w'-]*){0,2}) ?[»”\"])"
)
_ACRONYM = re.compile(r"\(([A-Z]{2,8})\)")
_TEAM = re.compile(r" \(([A-ZÉ][\w'&-]*(?: [\w'&-]+){1,4})\)")
_REACH = 9


def tied(page: Page, proposed: Iterable[Span]) -> Iterator[Span]:
    """« Agence française de développement (AFD) », « Chambre nationale « Atameken » »."""
    for span in proposed:
        if span.label != "ORG":
            continue
        bracket = _BRACKETED.match(page.plain, span.end)
        if bracket and _capitals(bracket[1]) and page.known_place(bracket.start(1)) is None:
            yield Span(bracket.start(1), bracket.end(1), "ORG", "acronym", TIED, span.kind, span.country)
        elif span.source.startswith("institutions.") and (other := _OTHER.match(page.plain, span.end)):
            group = "in" if other["in"] else "quoted"
            if _free(page, other.start(group), other[group]):
                yield Span(*other.span(group), "ORG", "acronym", BESIDE, span.kind, span.country)


def _capitals(word: str) -> bool:
    return sum(c.isupper() for c in word) >= 2


def _free(page: Page, start: int, text: str) -> bool:
    """No place, nobody's name, no office."""
    if page.known_place(start) or page.lexicon.places(text) or page.lexicon.is_demonym(text):
        return False
    first = text.split(" ")[0]
    return not page.lexicon.is_given(first) and first.lower() not in page.lexicon.office_forms


def spelt(page: Page) -> Iterator[Span]:
    """Capitalised words whose first letters stand in brackets behind them: « Kazakhstan Temir Joly (KTJ) »."""
    for match in _ACRONYM.finditer(page.plain):
        bracket = match.start()
        end = bracket - 1 if bracket and page.plain[bracket - 1] == " " else bracket
        words = page.capitals_in(max(0, end - 90), end)[-_REACH:]
        letters = match[1]
        if len(words) < len(letters) or words[-1].end != end:
            continue
        first = words[-len(letters)]
        between = page.plain[first.start : end]
        same = all(w.word[0] == letter for w, letter in zip(words[-len(letters) :], letters, strict=True))
        if same and "\n" not in between and "." not in between and "," not in between:
            yield Span(first.start, end, "ORG", "acronym", SPELT)
            yield Span(match.start(1), match.end(1), "ORG", "acronym", SPELT)


def articled(page: Page) -> Iterator[Span]:
    """« la BRB et l'OCBC »: capitals behind an article that are no known abbreviation."""
    for capital in page.capitals:
        word = capital.word
        if not (_FEWEST <= len(word) <= _MOST and word.isupper() and word.isalpha()) or page.in_headline(capital.start):
            continue
        if word in page.lexicon.no_acronyms or page.form(capital.start) or set(word) <= _ROMAN:
            continue
        if page.plain[max(0, capital.start - 3) : capital.start].endswith(_ARTICLES):
            yield Span(capital.start, capital.end, "ORG", "acronym", ARTICLED)


def teams(page: Page, settled: Iterable[Span]) -> Iterator[Span]:
    """A name in brackets behind a person is whom he works or rides for: « Tadej Pogacar (UAE Team Emirates) »."""
    for span in settled:
        team = _TEAM.match(page.plain, span.end) if span.label == "PER" else None
        if team and _free(page, team.start(1), team[1]) and page.model_at(team.end(1)):
            yield Span(team.start(1), team.end(1), "ORG", "beside", BESIDE)
