"""The model's entities judged anew: trimmed, parted, relabelled or dropped."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from pipeline.annotate.names.label import Candidate, label
from pipeline.annotate.names.page import Page, Span

STRENGTH = 50
_LEADING = re.compile(
    r"(?:(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es?|[Dd]u|[Aa]ux?|À|[Cc]e|[Cc]ette|[Ss]on|[Ss]a|[Ll]eurs?|[Ee]n|[Ee]t|[Nn]os"
    r"|[Nn]otre|[Ss]elon|[Pp]ar|[Pp]our|[Dd]ans|[Ss]ur) |[LlDd]'|[^\w]+)"
)
_TRAILING = re.compile(
    r"(?:[ ,](?:de|du|des|d|la|le|les|l|et|en|à|au|aux|pour|sur|qui|a|est|par)'?|[^\w.)+]+|(?<=[a-zà-ÿ]{2})\.)$"
)
_PARTS = re.compile(r"\n+| \|| ?/ ?| - | – |\s*[«»“”\"]\s*")
_FIRST = re.compile(r"\w+(?:[-'.]\w+)*")


def judged(page: Page) -> Iterator[Span]:
    """What of the model's entities stands as a name, with the label that most of its occurrences have."""
    spans = [span for start, end, seen in page.model for span in _judge(page, start, end, seen)]
    votes: dict[str, Counter[str]] = {}
    for span in spans:
        text = page.plain[span.start : span.end]
        votes.setdefault(page.lexicon.fold(text), Counter())[span.label] += 1
        if span.label == "PER" and " " in text:  # a surname alone is that person's
            votes.setdefault(page.lexicon.fold(text[text.rfind(" ") + 1 :]), Counter())["PER"] += 2
    for span in spans:
        counted = votes[page.lexicon.fold(page.plain[span.start : span.end])]
        most = max(sorted(counted), key=lambda name: (counted[name], name == span.label))
        yield Span(span.start, span.end, most, "model", STRENGTH)


def _judge(page: Page, start: int, end: int, seen: str) -> Iterator[Span]:
    for part in _parted(page.plain, start, end):
        a, b = _trimmed(page, *part, seen)
        if a < b and not page.in_headline(a) and (found := label(Candidate.of(page, a, b, seen))):
            yield Span(a, b, found, "model", STRENGTH)


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
    while start < end and (tail := _TRAILING.search(text[max(start, end - 12) : end])):
        end -= len(tail[0])
    office = page.lexicon.office_pattern.match(page.lower, start, end)
    if office and any(c.isupper() for c in text[office.end() : end]) and text[office.end()] == " ":
        if not page.lexicon.is_given(text[start : office.end()]):
            return _trimmed(page, office.end(), end, seen)
    elif start < end and not text[start].isupper() and not (seen == "ORG" and _opens(page, start)):
        start = _next_capital(page, start, end)
    return start, end


def _titled(page: Page, start: int, end: int, article: str) -> bool:
    """« La Havane », « Le Foyer »: the article belongs to the name."""
    if article not in ("Le ", "La ", "Les ") or (i := page.at.get(start)) is None:
        return False
    if not page.capitals[i].initial:
        return page.plain[start + len(article)].isupper()
    return any(p.name.startswith(article) for p in page.lexicon.gazetteer.find(page.plain[start:end]))


def _opens(page: Page, start: int) -> bool:
    """« mairie de Brest »: a head noun without its capital."""
    word = _FIRST.match(page.lower, start)
    return word is not None and (word[0] in page.lexicon.heads or word[0] in page.lexicon.organisations.lower)


def _next_capital(page: Page, start: int, end: int) -> int:
    k = bisect_left(page.capitals, start, key=lambda capital: capital.start)
    return min(page.capitals[k].start, end) if k < len(page.capitals) else end
