"""Events: what happened, when, where, between whom, each once in a text.

Takes a document with its names and dates, gives its `Event` records. A trigger of `configs/fr/events.toml` starts
everything; only sentences that hold one are read any further.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

from pipeline.annotate.events import context, layout, merging, reading, sentences, triggers
from pipeline.annotate.events.actors import Actor
from pipeline.annotate.events.discourse import SETTINGS, Before
from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.inflection import Conjugation
from pipeline.annotate.events.reading import Text
from pipeline.annotate.events.rules import EventRules, RuleFile, compiled
from pipeline.annotate.events.tokens import Sentence, tokens
from pipeline.annotate.events.words import Words
from pipeline.config import Config
from pipeline.config import load_rules as load
from pipeline.gazetteer import Gazetteer
from pipeline.records import DateMention, Document, Entity, Event, Mention

__all__ = ["EventRules", "find", "load_rules"]

Span = tuple[int, int, int]
"""Start and end of a sentence, and its paragraph."""
Placed = TypeVar("Placed", Mention, DateMention)


def load_rules(config: Config) -> EventRules:
    """Read `events.toml`, `events_words.toml`, `events_verbs.toml` and the gazetteer's adjectives."""
    known = Gazetteer.load(config.gazetteer)
    return compiled(
        load(config.french / "events.toml", RuleFile),
        load(config.french / "events_words.toml", Words),
        load(config.french / "events_verbs.toml", Conjugation),
        {word.lower(): code for word, code in known.demonyms()},
        {word.lower(): code for word, code in known.prefixes()},
    )


def find(
    document: Document,
    published_on: date | None,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    dates: Sequence[DateMention],
    rules: EventRules,
) -> tuple[Event, ...]:
    """Every event that the document tells of, in order of its first mention."""
    text = str(document.text)
    hits = triggers.hits(text, dates, rules)
    if not hits:
        return ()
    held = Text(text, published_on, mentions, dates, context.read(text, mentions, entities, rules), rules)
    lines = layout.read(text, document.paragraphs, hits, mentions, dates, held.context, rules)
    hits = sorted([*hits, *lines.listed], key=lambda hit: hit.start)
    return merging.events(merging.together(lines.applied(_drafts(document, hits, held))))


def _drafts(document: Document, hits: Sequence[triggers.Hit], text: Text) -> list[Draft]:
    spans = sentences.split(text.text, document.paragraphs, text.rules.words.abbreviations["words"])
    found: list[Draft] = []
    names, days, told = _Pointer(text.mentions), _Pointer(text.dates), _Told(text)
    at, before = 0, (0, 0, -1)
    for span in spans:
        here = at
        while at < len(hits) and hits[at].start < span[1]:
            at += 1
        own_names, own_days = names.between(*span[:2]), days.between(*span[:2])
        promising = triggers.likely(text.text, span[:2], hits[here:at], text.rules) if here < at else []
        if promising:
            sentence = _sentence(text, span, own_names, own_days)
            drafts, own = reading.read(sentence, promising, text, told.before(sentence, before))
            told.add(sentence, drafts, own)
            found += drafts
        else:
            told.subject = ()
        before = span
    return found


def _sentence(
    text: Text, span: Span, names: Sequence[tuple[int, Mention]], days: Sequence[tuple[int, DateMention]]
) -> Sentence:
    row = tokens(text.text, span[:2], names, days)
    return Sentence(*span, row, tuple(token.low for token in row))


class _Told:
    """What the paragraph has told so far; `subject` is that of the sentence before, where that has been read."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._starts = [m.start for m in text.mentions]
        self._setting: tuple[int, Draft] | None = None
        self.subject: tuple[Actor, ...] = ()

    def before(self, sentence: Sentence, span: Span) -> Before:
        """What a sentence may lean on, `span` being the sentence before it."""
        kept = self._setting if self._setting and self._setting[0] >= sentence.paragraph - 1 else None
        subject = self._subject(sentence, span) if span[2] == sentence.paragraph else ()
        return Before(subject, self._place(sentence), kept[1] if kept else None)

    def add(self, sentence: Sentence, drafts: Sequence[Draft], subject: tuple[Actor, ...]) -> None:
        """Remember the only visit, meeting or gathering of a sentence, and its subject."""
        found = [d for d in drafts if d.type in SETTINGS and (d.dated or d.places)]
        if found:
            self._setting = (sentence.paragraph, found[0]) if len(found) == 1 else None
        self.subject = subject or self.subject

    def _subject(self, sentence: Sentence, span: Span) -> tuple[Actor, ...]:
        """The subject before; that of a sentence without triggers is read only where something leans on it."""
        leaning = self._text.rules.words.leaning
        if self.subject or leaning.isdisjoint(sentence.lows):
            return self.subject
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        names = list(enumerate(self._text.mentions[first:last], first))
        return reading.subject_of(reading.actors_of(_sentence(self._text, span, names, ()), (), self._text))

    def _place(self, sentence: Sentence) -> tuple[int, ...]:
        """The last place named before, within reach."""
        mentions = self._text.mentions
        for i in range(bisect_left(self._starts, sentence.start) - 1, -1, -1):
            if mentions[i].start < sentence.start - FAR:
                break
            if mentions[i].label == "LOC":
                return (mentions[i].entity,)
        return ()


FAR = 400
"""How many code points back « y » may point."""


class _Pointer(Generic[Placed]):
    """Walks along mentions or dates, which are in order, as sentences go by."""

    def __init__(self, rows: Sequence[Placed]) -> None:
        self._rows: list[tuple[int, Placed]] = sorted(enumerate(rows), key=lambda row: row[1].start)
        self._at = 0

    def between(self, start: int, end: int) -> list[tuple[int, Placed]]:
        """Those that lie inside a span; spans are asked for in order."""
        rows = self._rows
        while self._at < len(rows) and rows[self._at][1].start < start:
            self._at += 1
        found = []
        for k in range(self._at, len(rows)):
            if rows[k][1].start >= end:
                break
            found.append(rows[k])
        return found
