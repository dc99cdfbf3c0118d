"""Records out of marked-up text: « [Paul Durand](PER) s'est rendu à [Oslo](LOC) le [7 mai 2012](2012-05-07). »

`PER`, `ORG`, `LOC` mark names (`LOC:FR` a country by its code, `ORG:other` a kind); one entity a distinct text,
a surname counts as the last full name that ends in it. Anything else marks a date: a day, a month, a year,
`a/b`, `2011/` (open), or nothing (unresolved).
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from pipeline.aligned import AlignedText
from pipeline.records import DateMention, Days, Document, Entity, Mention, Paragraph, Source

_MARK = re.compile(r"\[([^]]+)\]\(([^)]*)\)")
_NAMES = ("PER", "ORG", "LOC")


class Marked:
    """A document and what stands marked in it; the arguments of `events.find`."""

    def __init__(self, marked: str, published_on: date | None = None) -> None:
        self.text = ""
        self.mentions: list[Mention] = []
        self.entities: list[Entity] = []
        self.dates: list[DateMention] = []
        self.published_on = published_on
        done = 0
        for match in _MARK.finditer(marked):
            self.text += marked[done : match.start()]
            self._add(match[1], match[2])
            done = match.end()
        self.text += marked[done:]

    def arguments(
        self,
    ) -> tuple[Document, date | None, tuple[Mention, ...], tuple[Entity, ...], tuple[DateMention, ...]]:
        """What `events.find` takes before the rules."""
        source = Source(path="marked.txt", sha256="0" * 64, format="txt", text=self.text)
        paragraphs: list[Paragraph] = []
        start = 0
        for part in self.text.split("\n\n"):
            paragraphs.append(Paragraph(start, start + len(part), "body"))
            start += len(part) + 2
        document = Document(source, AlignedText.of(self.text), None, tuple(paragraphs))
        return document, self.published_on, tuple(self.mentions), tuple(self.entities), tuple(self.dates)

    def names(self, entities: Iterable[int]) -> set[str]:
        """The names of entities by their numbers."""
        return {self.entities[i].name for i in entities}

    def _add(self, words: str, mark: str) -> None:
        label, _, more = mark.partition(":")
        start, end = len(self.text), len(self.text) + len(words)
        self.text += words
        if label in _NAMES:
            self.mentions.append(Mention(start, end, words, label, "marked", self._entity(words, label, more)))
        else:
            value, earliest, latest, type_ = _days(mark)
            self.dates.append(DateMention(start, end, words, type_, value, earliest, latest, None, "marked"))

    def _entity(self, words: str, label: str, more: str) -> int:
        country = more if label == "LOC" and more else None
        for i, known in enumerate(self.entities):
            same = known.name == words or (label == "PER" and known.name.endswith(" " + words))
            if known.label == label and (same or (country and known.place == country)):
                return i
        kind = "country" if country else more or None
        self.entities.append(Entity(label, words, (words,), kind=kind, country=country, place=country))
        return len(self.entities) - 1


def _days(mark: str) -> tuple[str | None, date | None, date | None, str]:
    if mark.startswith("P"):
        return mark, None, None, "SET" if mark == "P1Y" else "DURATION"
    first, slash, last = mark.partition("/")
    earliest, latest = _bounds(first)[0], _bounds(last if slash else first)[1]
    return (first or None if slash and not last else mark or None), earliest, latest, "DATE"


def _bounds(value: str) -> Days:
    parts = [int(part) for part in value.split("-")] if value else []
    if not parts:
        return None, None
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = parts
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    year, month, day = parts
    return date(year, month, day), date(year, month, day)
