"""Organisations behind what they are: « la société chilienne Coprex », « le quotidien Matinal »."""

import re

from pipeline.annotate.names.page import Page, Span
from pipeline.annotate.names.rules import InstitutionRule

_QUOTED = re.compile(r" ?[«“\"] ?(?P<name>[^«»“”\"\n]{2,60}?) ?[»”\"]")
_NUMBER = re.compile(r" \d{1,4}(?![\w,.]\d|\w| (?:%|€|millions|milliards|ans))")
_STRENGTH = 90
_AGENTS = (
    "eur",
    "ien",
    "ier",
    "er",
    "iste",
    "chaîne",
    "équipe",
    "télévision",
    "radio",
    "journal",
    "revue",
    "label",
    "studio",
)
"""Whose work it is: a person may be named behind them."""
_TRADE = re.compile(
    r" (?:de la |de l'|du |des |de |d')([a-zà-öø-ÿœ][\w-]+)"
    r"(?= (?:[A-ZÀ-Þ«]|[a-zà-ÿ-]+ [A-ZÀ-Þ«]|d[eu]s? [a-zà-ÿ-]+ [A-ZÀ-Þ«]))"
)
"""« de conseil », « du luxe », where a name follows soon."""
_OF = re.compile(r" (?:de |d'|du )")
_MOST = 3
_WORD = re.compile(r" (\w+(?:-\w+)*)")


def behind(page: Page, start: int, end: int, rule: InstitutionRule) -> Span | None:
    """A name behind its descriptor: « la société chilienne Coprex », « le groupe « Wagner » »."""
    if page.lower[max(0, start - 3) : start].endswith(("d'", "de ")):
        return None  # « un conseil de chefs d'entreprise »
    head = page.lower[start:end]
    end, country = _described(page, end)
    source = f"institutions.{rule.name}"
    quoted = _QUOTED.match(page.plain, end)
    if quoted is not None and quoted["name"][0].isupper() and quoted["name"].count(" ") < 5:
        return Span(quoted.start("name"), quoted.end("name"), "ORG", source, _STRENGTH, rule.kind, country)
    i = page.at.get(end + 1)
    if i is None or page.plain[end] != " ":
        return None
    found = page.form(page.capitals[i].start)
    stop = found[1] if found and found[0].label == "ORG" else chain(page, i)
    if not (found and found[0].label == "ORG") and not _firm(page, i, stop, head):
        return None
    stop = _further(page, end + 1, stop)
    if stop is None or (found and found[0].label == "LOC" and found[1] >= stop):
        return None
    first = (
        start
        if page.plain[start].isupper()
        and not page.plain[start:end].isupper()
        and not page.capitals[page.at[start]].initial
        else end + 1
    )
    return Span(first, stop, "ORG", source, _STRENGTH, rule.kind, country)


def _further(page: Page, start: int, stop: int | None) -> int | None:
    """As far as the model reads, but not on to whose it is: « le parti Latvija d'Ainārs Šlesers »."""
    seen = page.seen(start, "ORG", "LOC") or 0
    of = _OF.match(page.plain[stop or start : seen])
    owner = of is not None and not page.lexicon.places(page.plain[(stop or start) + of.end() : seen])
    return stop if stop and owner else max(stop or 0, seen) or None


def _described(page: Page, end: int) -> tuple[int, str | None]:
    """Where the words end that say what it does and whose it is: « chilienne », « de conseil », « du luxe »."""
    country: str | None = None
    for _ in range(_MOST):
        word = _WORD.match(page.plain, end)
        if word is None or word[1][0].isupper() or not _describes(page, word[1]):
            word = _TRADE.match(page.plain, end)
        if word is None:
            break
        country = country or page.lexicon.demonym(word[1])
        end = word.end()
    return end, country


def _firm(page: Page, i: int, stop: int | None, head: str) -> bool:
    """« le producteur Chris Stokes », « la télévision Barranquilla » name no firm; « l'association Bir Duino » does."""
    start = page.capitals[i].start
    person = page.seen(start, "PER") and " " in page.plain[start:stop] and head.endswith(_AGENTS)
    if person or (page.capitals[i].entry.given and (head.endswith(_AGENTS) or (stop or 0) > page.capitals[i].end)):
        return False
    if page.seen(start, "LOC") == stop and page.lexicon.places(page.plain[start:stop]):
        return False
    return (stop or 0) - start > 2


def _describes(page: Page, word: str) -> bool:
    return page.lexicon.is_demonym(word) or word in page.lexicon.complement_adjectives


def chain(page: Page, i: int) -> int | None:
    """End of the run of capitalised words that starts with the i-th: « Canal Neuf », « Bombardier & Fils »."""
    entry = page.capitals[i].entry
    if entry.noun or entry.demonym or entry.word in page.lexicon.no_acronyms:
        return None
    for _ in range(4):
        if i + 1 >= len(page.capitals) or page.gap(i) not in (" ", " & "):
            break
        i += 1
    number = _NUMBER.match(page.plain, page.capitals[i].end)
    return number.end() if number else page.capitals[i].end
