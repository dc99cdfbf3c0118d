"""Events: what happened, when, where, between whom, each once in a text.

Takes a document with its names and dates, gives its `Event` records. A trigger of `configs/fr/events.toml` starts
everything; only sentences that hold one are read any further.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

from pipeline.annotate.events import context, merging, reading, sentences, triggers
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
    return merging.events(merging.together(_drafts(document, hits, held)))


def _drafts(document: Document, hits: Sequence[triggers.Hit], text: Text) -> list[Draft]:
    spans = sentences.split(text.text, document.paragraphs, text.rules.words.abbreviations["words"])
    found: list[Draft] = []
    names, days, at = _Pointer(text.mentions), _Pointer(text.dates), 0
    subject: tuple[Actor, ...] = ()
    before: tuple[int, int, int] | None = None
    told = _Told(text)
    for span in spans:
        start, end, paragraph = span
        here = at
        while at < len(hits) and hits[at].start < end:
            at += 1
        while here < at and hits[here].start < start:
            here += 1
        if here == at:
            before = span
            subject = ()
            continue
        if before and before[2] == paragraph and not subject:
            subject = _subject(before, text)
        row = tokens(text.text, (start, end), names.between(start, end), days.between(start, end))
        sentence = Sentence(start, end, paragraph, row, tuple(t.low for t in row))
        same = before is not None and before[2] == paragraph
        drafts, own = reading.read(sentence, hits[here:at], text, told.before(sentence, subject if same else ()))
        told.add(sentence, drafts)
        found += drafts
        subject = own or subject
        before = span
    return found


def _subject(span: tuple[int, int, int], text: Text) -> tuple[Actor, ...]:
    """The subject of a sentence that holds no trigger itself."""
    start, end, paragraph = span
    inside = [(i, m) for i, m in enumerate(text.mentions) if start <= m.start and m.end <= end]
    row = tokens(text.text, (start, end), inside, ())
    sentence = Sentence(start, end, paragraph, row, tuple(t.low for t in row))
    return reading.subject_of(reading.actors_of(sentence, (), text))


class _Told:
    """What the paragraph has told so far."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._starts = [m.start for m in text.mentions]
        self._setting: tuple[int, Draft] | None = None

    def before(self, sentence: Sentence, subject: tuple[Actor, ...]) -> Before:
        """What a sentence may lean on."""
        kept = self._setting if self._setting and self._setting[0] >= sentence.paragraph - 1 else None
        return Before(subject, self._place(sentence), kept[1] if kept else None)

    def add(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """Remember the last visit, meeting or gathering of the paragraph."""
        found = [d for d in drafts if d.type in SETTINGS and (d.dated or d.places)]
        if found:
            self._setting = (sentence.paragraph, found[0]) if len(found) == 1 else None

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
