"""Names that the lexicon knows, that are glued to others, or that are shaped like an organisation's."""

import re
from collections.abc import Iterator

from pipeline.annotate.names.entries import Form
from pipeline.annotate.names.page import DIRECTION, Capital, Page, Span

PLACE, GLUED, WORD, SHAPE, NAME, CAMEL = 70, 75, 78, 79, 87, 41
_LARGE = 20_000
_ARTICLES = ("Le", "La", "Les", "En", "Au", "Du")
_ENGLISH = re.compile(r"(?: [A-Z]\w+)? (?:and|of|&|for|of the|for the) [A-Z]\w+(?: [A-Z]\w+)*")
_OF = re.compile(r" (?:de la |de l'|du |des |de |d')(?=[A-ZÀ-Þ])")
_CAPITALS = re.compile(r"(?: [A-Z]\w+)+")


def known(page: Page) -> Iterator[Span]:
    """Places and organisations that the lexicon knows by name, and pairs of them glued together."""
    for i, capital in enumerate(page.capitals):
        found = page.form(capital.start)
        if page.plain[max(0, capital.start - 2) : capital.start] == "L'" and (paper := _with_article(page, i)):
            yield paper
        elif found is None:
            if "-" in capital.word:
                yield from _glued(page, capital) or _branch(page, capital)
        elif found[0].label == "ORG":
            yield _organisation(page, i, *found)
        elif not _is_given(page, i, found[1]) and not _inside(page, i, found[1]):
            end = _wider(page, capital.start, found[1])
            yield Span(capital.start, end, "LOC", "gazetteer", PLACE, found[0].kind, found[0].code)


def _with_article(page: Page, i: int) -> Span | None:
    """« L'Équipe », whose article belongs to the name."""
    start = page.capitals[i].start - 2
    for form in page.lexicon.forms.get("l", ()):
        end = start + form.length
        whole = page.plain.startswith(form.text, start) and not page.plain[end : end + 1].isalnum()
        if whole and form.label == "ORG" and (not page.capitals[i].initial or not page.form(page.capitals[i].start)):
            return Span(start, end, "ORG", "names.known", NAME, form.kind)
    return None


def _organisation(page: Page, i: int, form: Form, end: int) -> Span:
    """A known name; a single word may be part of a longer one: « Peugeot Sport », « UAE Team Emirates »."""
    start = page.capitals[i].start
    seen = page.seen(start, "ORG") or 0
    end = seen if _CAPITALS.fullmatch(page.plain[end:seen]) else end
    end = english.end() if (english := _ENGLISH.match(page.plain, end)) else end
    end, country = _of_country(page, end) if " " in form.text and page.capitals[i].entry.head else (end, None)
    end = _national(page, form, end)
    if " " in form.text or page.capitals[i].word.isupper():
        return Span(start, end, "ORG", "names.known", NAME, form.kind, country)
    if page.plain[end : end + 1] == " " and (k := page.at.get(end + 1)) and page.capitals[k].entry.ending:
        end = page.capitals[k].end
    while i > 0 and page.gap(i - 1) == " " and _belongs(page, i - 1):
        i -= 1
        start = page.capitals[i].start
    return Span(start, end, "ORG", "names.known", WORD, form.kind)


def _of_country(page: Page, end: int) -> tuple[int, str | None]:
    """« Académie des sciences d'Ouzbékistan »: what a head noun opens goes on to its country."""
    of = _OF.match(page.plain, end)
    found = page.form(of.end()) if of else None
    return (found[1], found[0].code) if found and found[0].code and found[0].label == "LOC" else (end, None)


def _national(page: Page, form: Form, end: int) -> int:
    """« Greenpeace France », « Renault Maroc »; but « l'ONU France » speaks of two."""
    found = page.form(end + 1) if page.plain[end : end + 1] == " " else None
    if found is None or not (found[0].code and found[0].label == "LOC") or page.plain[end + 1 : found[1]].isupper():
        return end
    return end if form.kind == "international" and form.text.isupper() else found[1]


def _belongs(page: Page, i: int) -> bool:
    entry = page.capitals[i].entry
    return not (page.capitals[i].initial or entry.given or entry.noun or entry.head or entry.office)


def _wider(page: Page, start: int, end: int) -> int:
    """« Pakistan oriental », « Afrique équatoriale » as the model sees it."""
    more = page.plain[end : page.seen(start, "LOC") or end]
    return end + len(more) if DIRECTION.fullmatch(more) else end


def _is_given(page: Page, i: int, end: int) -> bool:
    """« Maurice Ravel » is no island."""
    return page.capitals[i].entry.folded in page.lexicon.either_gender and not any(
        a <= page.capitals[i].start < b and label == "LOC" for a, b, label in page.model_at(end)
    )


def _inside(page: Page, i: int, end: int) -> bool:
    """« Red Hot Chili Peppers », « Jersey City »: a word of a longer name that the model sees."""
    start = page.capitals[i].start
    if " " in page.plain[start:end] or page.in_headline(start):
        return False
    led = i > 0 and page.gap(i - 1) == " " and page.capitals[i - 1].word not in _ARTICLES
    before = led and page.capitals[i - 1].start
    after = page.plain[end : end + 1] == " " and end + 1 in page.at and end + 2
    return any(
        (before is not False and a <= before and end <= b) or (after is not False and a <= start and after <= b)
        for a, b, _ in page.model_at(end)
    )


def _branch(page: Page, capital: Capital) -> list[Span]:
    """« Sorbonne-Kazakhstan » is an organisation as the Sorbonne is."""
    first, _, rest = capital.word.partition("-")
    if first not in page.lexicon.exact or not page.lexicon.places(rest):
        return []
    return [Span(capital.start, capital.end, "ORG", "names.known", WORD)]


def _glued(page: Page, capital: Capital) -> list[Span]:
    """« Vietnam-France », « UE-CELAC »: two names; « Sorbonne-Kazakhstan » is one."""
    if cities := _cities(page, capital):
        return cities
    start, spans = capital.start, []
    for part in capital.word.split("-"):
        form = next(
            (f for f in page.lexicon.forms.get(page.lexicon.fold(part), ()) if _fits(page, start, f, part)), None
        )
        if form is None or (form.label == "ORG" and not part.isupper()):
            return []
        spans.append(Span(start, start + form.length, form.label, "names.glued", GLUED, form.kind, form.code))
        start += len(part) + 1
    return spans


def _cities(page: Page, capital: Capital) -> list[Span]:
    """« la ligne Lyon-Turin », where the model sees a place; « Clermont-Ferrand » is one."""
    seen = any(b == capital.end and label == "LOC" for _, b, label in page.model_at(capital.end))
    if not seen or page.lexicon.places(capital.word):
        return []
    start, spans = capital.start, []
    for part in capital.word.split("-"):
        if not any(place.population > _LARGE for place in page.lexicon.places(part)):
            return []
        spans.append(Span(start, start + len(part), "LOC", "names.glued", GLUED))
        start += len(part) + 1
    return spans


def _fits(page: Page, start: int, form: Form, part: str) -> bool:
    end = start + form.length
    whole = form.length >= len(part) and not page.plain[end : end + 1].isalnum()
    return whole and page.lexicon.fold(page.plain[start:end]) == form.folded


def _opens(page: Page, i: int) -> bool:
    """No common word with the capital of its sentence: « Nouvelle Agence »."""
    return not page.capitals[i].initial or not page.lexicon.is_common(page.capitals[i].word)


def shaped(page: Page) -> Iterator[Span]:
    """« Bordeaux Métropole », « Kosmos Energy »: the last word tells; « OVHcloud »: the capitals do."""
    for i, capital in enumerate(page.capitals):
        if capital.entry.ending and i and page.gap(i - 1) == " " and _opens(page, i - 1):
            first = i - 1
            while first and i - first < 4 and page.gap(first - 1) == " " and _belongs(page, first - 1):
                first -= 1
            if _belongs(page, first) or page.known_place(page.capitals[first].start):
                english = _ENGLISH.match(page.plain, capital.end)
                end = english.end() if english else capital.end
                yield Span(page.capitals[first].start, end, "ORG", "names.shape", SHAPE)
        elif (
            capital.entry.camel and not page.in_headline(capital.start) and capital.word not in page.lexicon.no_acronyms
        ):
            yield Span(capital.start, capital.end, "ORG", "names.shape", CAMEL)
