"""Institutions: a head noun and what belongs to its name, up to the end of the proper name."""

import re
from collections.abc import Iterator

from pipeline.annotate.names.organisations.bracketed import bracketed
from pipeline.annotate.names.organisations.complement import Complement
from pipeline.annotate.names.organisations.described import behind
from pipeline.annotate.names.page import Page, Span
from pipeline.annotate.names.rules import InstitutionRule

STRENGTH = 90
_NAMED_BY = re.compile(r"(?: [a-zà-öø-ÿœ]+(?:-[a-zà-öø-ÿœ]+)*){0,2} (?:d'|de |du |des )")
_DANGLING = re.compile(r" (?:de|du|des|d'|et|à|en|pour|sur)(?: (?:la|le|les|l'|1[5-9]\d\d|20\d\d))?$")
_WORD = re.compile(r" (\w+(?:-\w+)*)")
_WORDS_ON = 4
"""So many words without a capital the model may read further than the rules."""


def find(page: Page) -> Iterator[Span]:
    """Every institution of the text that a head noun opens.

    A head may open several rules; the first that finds a name wins.
    """
    done = 0
    for match in page.opened("head", page.lexicon.head_pattern, page.lower):
        if match.start() < done or page.plain[match.end() : match.end() + 1] in ("-", "'"):
            continue
        for rule in page.lexicon.heads[match[0]].rules:
            span = _named(page, match.start(), match.end(), match[0], rule)
            if span is not None:
                yield span
                done = span.end
                break


def _named(page: Page, start: int, end: int, head: str, rule: InstitutionRule) -> Span | None:
    capital = page.plain[start].isupper() and not page.plain[start:end].isupper()
    if page.in_headline(start) or (capital and _within(page, start, end)):
        return None
    if head == "place" and not capital and _puts(page, start):
        return None
    source = f"institutions.{rule.name}"
    if capital and rule.kind == "media" and _titled(page, start - 3):
        start -= 3
    stop = bracketed(page, start, end, capital) if rule.label == "ORG" else None
    if stop is not None:
        return Span(start, stop, "ORG", source, STRENGTH, rule.kind, _country(page, start, stop))
    if _outside(page, start, end, head, capital, rule):
        return behind(page, start, end, rule)
    reader = Complement(page, start, end, head, capital, rule)
    reads_on = capital and rule.label == "ORG" and not rule.country_only
    stop = reader.read() or (_as_seen(page, start, end) if reads_on else None)
    unseen = capital and rule.label == "LOC" and head not in rule.of_country and not page.model_at(start + 1)
    if stop is None or unseen:
        return None
    stop = _to(page, stop, page.seen(start, "ORG") or 0) if capital else stop
    return Span(start, stop, rule.label, source, STRENGTH, rule.kind, reader.country)


def _puts(page: Page, start: int) -> bool:
    """« Le sondage Ifop place Marie Lanoix en tête »: a verb, behind a name."""
    before = page.capitals_in(max(0, start - 40), start)
    return bool(before) and before[-1].end == start - 1


def _titled(page: Page, start: int) -> bool:
    """« dans Le Journal du dimanche »: the article has its capital in mid-sentence."""
    i = page.at.get(start)
    return i is not None and page.capitals[i].word in ("Le", "La") and not page.capitals[i].initial


def _within(page: Page, start: int, end: int) -> bool:
    """« China Aviation Supplies Holding Company », « Banque de France »: a word of a longer name."""
    i = page.at[start]
    led = page.form(page.capitals[i - 1].start) if i and page.gap(i - 1) == " " else None
    if led and led[0].label == "ORG" and led[1] >= end:
        return True  # « Met Office »
    longer = any(a < start - 4 and b > end and "\n" not in page.plain[a:b] for a, b, _ in page.model_at(start + 1))
    found = page.form(start)
    return longer or (found is not None and found[1] > end)


def _outside(page: Page, start: int, end: int, head: str, capital: bool, rule: InstitutionRule) -> bool:
    """The head is no part of the name: « la société Orano », not « la Société des pétroles »."""
    if rule.outside:
        return not capital or not _NAMED_BY.match(page.plain, end) or page.capitals[page.at[start]].initial
    return rule.lower == "outside" and not capital and head not in rule.of_place


def _to(page: Page, end: int, seen: int) -> int:
    """The model may read further, but not into a person's name."""
    more = page.capitals_in(end, seen)
    if seen <= end or any(c.entry.given for c in more):
        return end
    if not more and (page.plain.count(" ", end, seen) > _WORDS_ON or _common(page, end, seen)):
        return end
    return seen - len(tail[0]) if (tail := _DANGLING.search(page.plain[end:seen])) else seen


def _common(page: Page, start: int, end: int) -> bool:
    """« de la ville »: a noun that stands for something named before."""
    return page.plain[start:end].rpartition(" ")[2] in page.lexicon.organisations.no_complements


def _as_seen(page: Page, start: int, end: int) -> int | None:
    """The model reads on where no rule does: « Musée virtuel du Canada »."""
    stop = page.seen(start, "ORG", "LOC", "MISC")
    more = page.plain[end:stop] if stop else ""
    return stop if stop and stop > end and any(c.isupper() for c in more) else None


def _country(page: Page, start: int, end: int) -> str | None:
    """The one country that the name itself says."""
    found = {page.lexicon.demonym(m[1]) for m in _WORD.finditer(page.plain, start, end)}
    found |= {form[0].code for c in page.capitals_in(start, end) if (form := page.form(c.start))}
    codes = sorted(code for code in found if code)
    return codes[0] if len(codes) == 1 else None
