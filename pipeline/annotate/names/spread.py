"""What is seen surely once in a text is found everywhere in it."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.annotate.names.page import Page, Span

STRENGTH = 60
WEAK = 45
SURE = 70
TOLD_AT, TOLD = 66, 55
"""What the words around a name tell of it outweighs the model's reading of the same name elsewhere."""
OVER_PLACE = 72
"""« Saint-Martin a signé »: a surname that a place has too, and nothing that leads to a place."""
_PLACED = re.compile(r"(?:\b(?:[Ll]e|[Ll]a|[Ll]es|[Ee]n|[Aa]u|[Aa]ux|[Dd]u|[Dd]es|[Dd]e|à|À|et) |')$")

LONGEST = 200
"""Characters; what is longer is no name, and looking for it everywhere would cost the square of its length."""
_NAMESAKES = 20
"""A text that names more things which begin with one word is no text."""


class _Name(NamedTuple):
    folded: str
    text: str
    span: Span


def spread(page: Page, settled: list[Span]) -> Iterator[Span]:
    """Further places of the names found: people by surname too, in headlines whatever the capitals."""
    index: dict[str, dict[str, _Name]] = {}
    for span in settled:
        for text in _forms(page, span):
            if len(text) > LONGEST:
                continue
            folded = page.lexicon.fold(text)
            names = index.setdefault(folded.partition(" ")[0], {})
            known = names.get(folded)
            if known is None or known.span.strength < span.strength:
                names[folded] = _Name(folded, text, span)
    index.pop("", None)
    ready = {first: _longest(names) for first, names in index.items()}
    starts = {span.start for span in settled if span.strength >= OVER_PLACE}
    whole = {span.end: span for span in settled if span.label == "PER"}
    for capital in page.capitals:
        if capital.start not in starts:
            candidates = ready.get(capital.entry.key)
            for found in _match(page, capital.start, candidates) if candidates else ():
                longer = whole.get(found.end)
                if longer is None or longer.start >= found.start or found.label != "PER":
                    yield _with_given_name(page, found)


def _longest(names: Mapping[str, _Name]) -> list[_Name]:
    found = [*names.values()]
    if len(found) > 1:
        found.sort(key=lambda name: -len(name.text))
    return found[:_NAMESAKES]


def _with_given_name(page: Page, span: Span) -> Span:
    """An unknown capitalised word before a known surname is another one's given name."""
    i = page.at[span.start] - 1
    if span.label != "PER" or i < 0 or page.gap(i) != " " or page.capitals[i].initial:
        return span
    word, entry = page.capitals[i].word, page.capitals[i].entry
    if entry.office or entry.noun or entry.demonym or word.isupper() or word.endswith("."):
        return span
    if page.form(page.capitals[i].start):
        return span
    return span._replace(start=page.capitals[i].start)


def _forms(page: Page, span: Span) -> Iterator[str]:
    text = page.plain[span.start : span.end]
    if not text[0].isupper() or page.in_headline(span.start):
        return
    if span.strength < SURE and (len(text) < 4 or page.lexicon.is_common(text)):
        return
    yield text
    if span.label == "PER" and " " in text:
        yield (last := surname(page, text))
        start = text.rfind(" ", 0, len(text) - len(last) - 1) + 1
        if text[start].islower():
            yield text[start:]


def surname(page: Page, text: str) -> str:
    """What follows the given names: « Le Drian » of « Jean-Yves Le Drian »."""
    parts = text.split(" ")
    k = 1
    while k < len(parts) - 1 and (page.lexicon.is_given(parts[k]) or parts[k].endswith(".")):
        k += 1
    while k < len(parts) - 1 and parts[k][0].islower():
        k += 1
    return " ".join(parts[k:])


def _match(page: Page, start: int, names: list[_Name]) -> Iterator[Span]:
    for name in names:
        end = start + len(name.text)
        if _reads(page, start, name) and _whole(page, end):
            sure = name.span.strength >= SURE
            strength = STRENGTH if sure else TOLD if name.span.strength >= TOLD_AT else WEAK
            if name.span.label == "PER" and sure and not _PLACED.search(page.plain[max(0, start - 6) : start]):
                strength = OVER_PLACE
            source = name.span.source if name.span.end - name.span.start == len(name.text) else "spread"
            yield Span(start, end, name.span.label, source, strength, name.span.kind, name.span.country)
            return


def _reads(page: Page, start: int, name: _Name) -> bool:
    """As printed elsewhere, or with other capitals and accents."""
    if page.plain.startswith(name.text, start):
        return True
    return page.lexicon.fold(page.plain[start : start + len(name.text)]) == name.folded


def _whole(page: Page, end: int) -> bool:
    after = page.plain[end : end + 2]
    return not after[:1].isalnum() and not (after[:1] == "-" and after[1:].isalnum())
