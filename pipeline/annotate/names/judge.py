"""The model's entities judged anew: trimmed, parted, relabelled or dropped."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.annotate.names.label import Candidate, Reading, label, read
from pipeline.annotate.names.lexicon import Lexicon
from pipeline.annotate.names.page import Page, Span, by_start
from pipeline.annotate.names.plain import lowered

STRENGTH = 50
_TAIL = 12
_MEMORY = 20_000
"""So many different entities are remembered."""
_LEADING = re.compile(
    r"(?:(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es?|[Dd]u|[Aa]ux?|À|[Cc]e|[Cc]ette|[Ss]on|[Ss]a|[Ll]eurs?|[Ee]n|[Ee]t|[Nn]os"
    r"|[Nn]otre|[Ss]elon|[Pp]ar|[Pp]our|[Dd]ans|[Ss]ur|Entre|Chez|Avec|Contre|Sous|Vers"
    r"|Sans|Avant|Après|Depuis|Dès|Malgré|Comme|Quand|Si|Mais|Car|Ni|Ou) |[LlDd]'|[^\w]+)"
)
_TRAILING = re.compile(
    r"(?:[ ,](?:de|du|des|d|la|le|les|l|et|en|à|au|aux|pour|sur|qui|a|est|par)'?|[^\w.)+]+|(?<=[a-zà-ÿ]{2})\.)$"
)
_PARTS = re.compile(r"\n+| \|| ?/ ?| - | – |\s*[«»“”\"]\s*")
_EVENT_OF = re.compile(r"(\w+) (?:de |d'|du )(?=[A-ZÀ-Þ])")
_FIRST = re.compile(r"\w+(?:[-'.]\w+)*")


class Judge:
    """Judges the model's entities; what their words say is settled once for all their places in all texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._read = lru_cache(_MEMORY)(self._reading)
        self._is_bare = lru_cache(_MEMORY)(self._without_more)

    def judged(self, page: Page) -> Iterator[Span]:
        """What of the model's entities stands as a name, with the label that most of its occurrences have."""
        spans = [span for start, end, seen in page.model for span in self._judge(page, start, end, seen)]
        names = [page.lexicon.fold(page.plain[span.start : span.end]) for span in spans]
        votes = _votes(page, spans, names)
        for span, name in zip(spans, names, strict=True):
            counted = votes[name]
            if len(counted) == 1:
                yield span
            else:
                most = max(sorted(counted), key=lambda label: (counted[label], label == span.label))
                yield span._replace(label=most)

    def _judge(self, page: Page, start: int, end: int, seen: str) -> Iterator[Span]:
        whole = self._is_bare(page.plain[start:end])
        for part in ((start, end),) if whole else _parted(page.plain, start, end):
            a, b = part if whole else _trimmed(page, *part, seen)
            if a < b and not page.in_headline(a):
                found = label(page, a, b, self._read(page.plain[a:b], seen))
                if found:
                    yield Span(a, b, found, "model", STRENGTH)

    def _reading(self, text: str, seen: str) -> Reading:
        return read(Candidate.of(self._lexicon, text, seen))

    def _without_more(self, text: str) -> bool:
        """Nothing is to be cut off or cut apart."""
        if not text[:1].isupper():
            return False
        if text.isalpha():
            return not self._lexicon.entry(text).office
        if _PARTS.search(text) or _LEADING.match(text) or _TRAILING.search(text[-_TAIL:]):
            return False
        if _EVENT_OF.match(text):
            return False
        return self._lexicon.office_pattern.match(lowered(text)) is None


def _votes(page: Page, spans: Sequence[Span], names: Sequence[str]) -> dict[str, dict[str, int]]:
    """How often each name, folded, was given each label; a surname alone is that person's."""
    votes: dict[str, dict[str, int]] = {}
    for span, name in zip(spans, names, strict=True):
        counted = votes.setdefault(name, {})
        counted[span.label] = counted.get(span.label, 0) + 1
        blank = page.plain.rfind(" ", span.start, span.end) if span.label == "PER" else -1
        if blank >= 0:
            counted = votes.setdefault(page.lexicon.fold(page.plain[blank + 1 : span.end]), {})
            counted["PER"] = counted.get("PER", 0) + 2
    return votes


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for cut in _PARTS.finditer(text, start, end):
        yield start, cut.start()
        start = cut.end()
    yield start, end


def _trimmed(page: Page, start: int, end: int, seen: str) -> tuple[int, int]:
    """Without article, civility, office or dangling preposition."""
    text = page.plain
    while start < end and (match := _LEADING.match(text, start, end)) and not _titled(page, start, end, match[0]):
        start = match.end()
    while start < end and (tail := _TRAILING.search(text[max(start, end - _TAIL) : end])):
        end -= len(tail[0])
    office = page.lexicon.office_pattern.match(page.lower, start, end)
    if office and any(c.isupper() for c in text[office.end() : end]) and text[office.end()] == " ":
        if not page.lexicon.is_given(text[start : office.end()]):
            return _trimmed(page, office.end(), end, seen)
    elif seen == "PER" and (of := _EVENT_OF.match(text, start, end)) and _tells(page, start, of[1]):
        start = of.end()
    elif start < end and not text[start].isupper() and not (seen == "ORG" and _opens(page, start)):
        start = _next_capital(page, start, end)
    return start, end


def _tells(page: Page, start: int, word: str) -> bool:
    """« Meurtre de Philippine »: a common noun with the capital of its sentence, before somebody's name."""
    i = page.at.get(start)
    if i is None or not page.capitals[i].initial or page.capitals[i].entry.given:
        return False
    return page.lexicon.is_common(word)


def _titled(page: Page, start: int, end: int, article: str) -> bool:
    """« La Havane », « Le Foyer »: the article belongs to the name."""
    if article not in ("Le ", "La ", "Les ") or (i := page.at.get(start)) is None:
        return False
    if not page.capitals[i].initial:
        return page.plain[start + len(article)].isupper()
    return any(p.name.startswith(article) for p in page.lexicon.places(page.plain[start:end]))


def _opens(page: Page, start: int) -> bool:
    """« mairie de Brest »: a head noun without its capital."""
    word = _FIRST.match(page.lower, start)
    return word is not None and (word[0] in page.lexicon.heads or word[0] in page.lexicon.organisations.lower)


def _next_capital(page: Page, start: int, end: int) -> int:
    k = bisect_left(page.capitals, start, key=by_start)
    return min(page.capitals[k].start, end) if k < len(page.capitals) else end
