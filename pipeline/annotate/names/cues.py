"""Words before an unknown name that say what it names: « l'attaque de Tolbo », « douze avions Tolbo »."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.annotate.names import people
from pipeline.annotate.names.lexicon import Lexicon
from pipeline.annotate.names.organisations.described import chain
from pipeline.annotate.names.page import Capital, Page, Span

STRENGTH = 66
SURE = 78
"""What a rule as strong as this finds, no cue denies."""
_REACH = 48
_TOKEN = re.compile(r"[\w-]+'?|[^\s\w]")
_APPOSED = re.compile(r", (?:une? |la |le |l'|petite? |grande? |première? |ancienne? )*(?P<head>[\w-]+)")
_QUOTES = frozenset('«"“')
_CLOSED = frozenset('»"”,–')
_ARTICLES = frozenset(("la", "l'", "le", "les"))
_LINKS = {"de": "de", "d'": "de", "du": "de", "des": "de", "par": "par"}
_AUXILIARIES = frozenset(("a", "ont", "s'", "est", "se", "avait", "aussi", "alors", "ainsi", "encore", "même", "hier"))
_DEMONYM, _NATIONALITY = "<demonym>", "cues.nationality"
_ACRONYM = 5
_ANY = ("PER", "ORG", "LOC", "MISC")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word says of the name behind it; no label where that is nothing to be named."""

    name: str
    label: str
    keeps: tuple[str, ...]


class Cues:
    """Reads what stands before the capitalised words of a page."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues: Mapping[tuple[str, str], Cue] = {
            (rule.link, head): Cue(f"cues.{rule.name}", "" if rule.label == "none" else rule.label, rule.keeps)
            for rule in lexicon.rules.cues.cue
            for head in rule.heads
        }
        self._adjectives = lexicon.complement_adjectives
        self._lexicon = lexicon

    def find(self, page: Page) -> Iterator[Span]:
        """Unknown names that a cue leads to; without label what names nothing."""
        done = 0
        for i, capital in enumerate(page.capitals):
            entry = capital.entry
            if capital.start < done or entry.demonym or entry.noun or entry.office or entry.head:
                continue
            if capital.initial and self._lexicon.is_common(capital.word):
                continue
            if page.form(capital.start) or page.in_headline(capital.start):
                continue
            cue = (None if capital.initial else self._before(page, capital.start)) or self._behind(page, i)
            end = _end(page, i, cue.label) if cue else None
            if cue and cue.name == _NATIONALITY and _someone(page, capital.start):
                continue
            if cue and end and not _kept(page, capital.start, cue) and _fits(page, capital, end, cue.label):
                yield Span(capital.start, end, cue.label, cue.name, STRENGTH)
                done = end

    def _before(self, page: Page, start: int) -> Cue | None:
        window = page.lower[max(0, start - _REACH) : start]
        if not window or (window[-1] != " " and window[-1] not in "'«\"“"):
            return None
        tokens = _TOKEN.findall(window[window.rfind("\n") + 1 :])
        if tokens and tokens[-1] in _QUOTES:
            tokens.pop()
        if len(tokens) > 1 and tokens[-1] in _ARTICLES and tokens[-2] == "de":
            tokens.pop()
        link = _LINKS.get(tokens[-1], "") if tokens else ""
        if link:
            tokens.pop()
        return self._of(tokens, link) if tokens else None

    def _behind(self, page: Page, i: int) -> Cue | None:
        """« Tolbor, filiale du groupe », « Tolbo, un village »: behind one word or two."""
        last = page.capitals[i + 1] if i + 1 < len(page.capitals) and page.gap(i) == " " else page.capitals[i]
        if page.lower[last.end : last.end + 2] != ", ":
            return None
        apposed = _APPOSED.match(page.lower, last.end)
        return self._cues.get((",", apposed["head"])) if apposed else None

    def _of(self, tokens: list[str], link: str) -> Cue | None:
        word = "0" if tokens[-1].isdigit() else tokens[-1]
        before = tokens[-2] if len(tokens) > 1 else ""
        cue = self._cues.get((link, word)) or self._cues.get((link, f"{before} {word}"))
        if cue and cue.name == "cues.speech":
            return cue if _spoken(tokens[:-1]) else None
        if cue:
            return cue
        demonym = self._lexicon.is_demonym(word)
        if not link and demonym and before in ("le", "l'", "du", "au"):
            return self._cues.get(("", _DEMONYM))
        if before == "d'" and len(tokens) > 2:  # « mine d'or de »
            return self._cues.get((link, tokens[-3]))
        return self._cues.get((link, before)) if link and (demonym or word in self._adjectives) else None


def _someone(page: Page, start: int) -> bool:
    """« le Slovène Tolbov » is somebody, « le slovène Tolbor » a firm."""
    before = page.plain[max(0, start - _REACH) : start - 1]
    return before[max(before.rfind(" "), before.rfind("'")) + 1 :][:1].isupper()


def _spoken(tokens: list[str]) -> bool:
    """« …», a pesté »: the words of somebody stand before."""
    while tokens and tokens[-1] in _AUXILIARIES:
        tokens.pop()
    return bool(tokens) and tokens[-1] in _CLOSED


def _end(page: Page, i: int, label: str) -> int | None:
    start = page.capitals[i].start
    end = people.person(page, i) if label == "PER" else chain(page, i)
    return max(end, page.seen(start, *_ANY) or 0) if end else None


def _kept(page: Page, start: int, cue: Cue) -> bool:
    return page.seen(start, *cue.keeps) is not None


def _fits(page: Page, capital: Capital, end: int, label: str) -> bool:
    """The name can be what the cue says."""
    text = page.plain[capital.start : end]
    if capital.entry.given and (" " in text or label in ("", "LOC")):
        return False
    if label in ("PER", "ORG") and page.lexicon.places(text):
        return False
    if label in ("PER", "LOC") and text.isupper() and len(text) <= _ACRONYM:
        return False
    return bool(label) or page.seen(capital.start, *_ANY) is not None


def denied(page: Page, proposed: Iterable[Span], cued: Iterable[Span]) -> Iterator[Span]:
    """The proposals without those that a cue denies, there and wherever the same name stands."""
    none = {span.start for span in cued if not span.label}
    same = {page.lexicon.fold(page.plain[span.start : span.end]) for span in cued if not span.label}
    for span in proposed:
        weak = span.strength < SURE
        if weak and (span.start in none or page.lexicon.fold(page.plain[span.start : span.end]) in same):
            continue
        if weak and span.source == "model" and span.label != "ORG" and _quoted(page, span):
            continue
        yield span


def _quoted(page: Page, span: Span) -> bool:
    """« le roman « Tolbo » »: in quotes, whole and alone, stands a title or a nickname."""
    before, after = page.plain[max(0, span.start - 2) : span.start].strip(), page.plain[span.end : span.end + 2].strip()
    return before in _QUOTES and after[:1] in ("»", '"', "”") and bool(after)
