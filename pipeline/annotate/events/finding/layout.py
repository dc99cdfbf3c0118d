"""What a text's lines tell of the lines under them: a day above a diary, « Visites en Suède » above a list.

Prose tells nothing here: only short paragraphs are looked at.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.finding.hits import Hit
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.when_where import when
from pipeline.annotate.events.when_where.when import Span
from pipeline.annotate.events.who.context import Context, is_country
from pipeline.records import DateMention, Mention, Paragraph

Row = TypeVar("Row", Hit, Mention, DateMention)
_SHORT = 110
"""A heading has so many code points at most."""
_LISTED = 320
"""And an item of a list."""
_SUBHEADING = 50
"""And a heading under it."""
_AROUND_DATE = re.compile(r"[\s#*_•–—:.,-]*(?:[Ll][ea]s?\s)?[\s*_]*\Z")
_OPENS = re.compile(r"[*_]*\s*(?::|\||[–—]\s)")
_ITEM = re.compile(r"\s*[-–—•*·]\s*")
_TOLD = ("visit", "meeting", "agreement", "gathering", "statement")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above a list of visits: its paragraph, and the country where they led."""

    paragraph: int
    places: tuple[int, ...]


Cells = tuple[tuple[int, ...], tuple[int, ...]]
"""Who and where a row of a table names: its first person, its places."""


@dataclass(frozen=True)
class Layout:
    """By paragraph: the day of the line above or of the entry itself, the heading of the list; items without trigger.

    `rows` are those of tables: « 5 mai 2012 | X | Oslo | Visite d'État ».
    `entries` are the paragraphs of a chronology, which open with their day.
    """

    days: Mapping[int, Span] = field(default_factory=dict)
    headings: Mapping[int, Heading] = field(default_factory=dict)
    entries: frozenset[int] = frozenset()
    listed: Sequence[Hit] = ()
    rows: Mapping[int, Cells] = field(default_factory=dict)

    def applied(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts with what stands above them; those of a heading over a list are none."""
        kept = []
        titles = {heading.paragraph for heading in self.headings.values()}
        for draft in drafts:
            at = draft.sentence.paragraph
            if at in titles and not draft.dated and not draft.participants:
                continue
            heading = self.headings.get(at)
            if heading and draft.type == "visit" and not draft.places:
                draft.places = heading.places
            if at in self.rows and draft.type == "visit" and not draft.participants:
                people, places = self.rows[at]
                draft.participants = dict.fromkeys(people, "visitor")
                draft.places = draft.places or places
            told = draft.type in _TOLD or at in self.entries
            if at in self.days and not draft.dated and told and _tells(draft):
                draft.days, draft.dated, draft.attached = self.days[at], True, True
            kept.append(draft)
        return kept


def _tells(draft: Draft) -> bool:
    """A nominal line, or a verb that says that it happened; not what is only spoken of."""
    verb = draft.trigger.verb
    if verb:
        return verb.tense in ("present", "past") and draft.status == "occurred" and not draft.negated
    return draft.trigger.start <= 2 or draft.sentence.low(draft.trigger.start - 1) in (",", "puis")


def read(
    text: str,
    paragraphs: Sequence[Paragraph],
    hits: Sequence[Hit],
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    context: Context,
    rules: EventRules,
) -> Layout:
    """What the lines tell, read once, in order."""
    days: dict[int, Span] = {}
    headings: dict[int, Heading] = {}
    listed: list[Hit] = []
    entries: dict[int, Span] = {}
    rows: dict[int, Cells] = {}
    day: Span | None = None
    heading: Heading | None = None
    at_hit = at_name = at_date = 0
    for i, paragraph in enumerate(paragraphs):
        at_hit, own_hits = _inside(hits, at_hit, paragraph)
        at_name, names = _inside(mentions, at_name, paragraph)
        at_date, own_dates = _inside(dates, at_date, paragraph)
        length = paragraph.end - paragraph.start
        rows |= _row(paragraph, i, names) if own_hits else {}
        if length > _LISTED:
            heading = None
        if length <= _SHORT and len(own_dates) == 1 and _only(text, paragraph, own_dates[0]):
            found = own_dates[0].earliest, own_dates[0].latest
            day = found if None not in found and own_dates[0].type == "DATE" else None
            continue
        titled = _heading(text, paragraph, i, heading, own_hits, own_dates)
        if titled:
            country = tuple(m.entity for m in names if is_country(context.entities[m.entity]))[:1]
            heading, day = Heading(titled.paragraph, country or titled.places), None
            continue
        if paragraph.kind in ("title", "heading"):
            day = heading = None
        elif heading and _is_item(text, paragraph):
            headings[i] = heading
            item = _listed(text, paragraph, own_hits, names, own_dates, rules)
            if item:
                listed.append(item)
                days[i] = when.span(own_dates[0], "visit")
                continue
        elif heading:
            heading = None
        if day is not None:
            days[i] = day
        entries |= _entry(text, paragraph, i, own_dates)
    days |= entries
    return Layout(days, headings, frozenset(entries), listed, rows)


def _row(paragraph: Paragraph, i: int, names: Sequence[Mention]) -> dict[int, Cells]:
    people = tuple([m.entity for m in names if m.label == "PER"][:1])
    places = tuple([m.entity for m in names if m.label == "LOC"])
    return {i: (people, places)} if paragraph.kind == "table_row" and people else {}


def _entry(text: str, paragraph: Paragraph, i: int, dates: Sequence[DateMention]) -> dict[int, Span]:
    """« 5 mai 2012 : … », an entry of a chronology: its paragraph and its day."""
    if not dates or dates[0].type != "DATE" or None in (dates[0].earliest, dates[0].latest):
        return {}
    first = text[paragraph.start : dates[0].start]
    opens = len(first) < 12 and _AROUND_DATE.match(first) and _OPENS.match(text, dates[0].end)
    return {i: (dates[0].earliest, dates[0].latest)} if opens else {}


def _inside(rows: Sequence[Row], at: int, paragraph: Paragraph) -> tuple[int, list[Row]]:
    while at < len(rows) and rows[at].start < paragraph.start:
        at += 1
    first = at
    while at < len(rows) and rows[at].start < paragraph.end:
        at += 1
    return at, list(rows[first:at])


def _only(text: str, paragraph: Paragraph, date: DateMention) -> bool:
    """The line is its date, with an article or a mark at most."""
    before, after = text[paragraph.start : date.start], text[date.end : paragraph.end]
    return bool(_AROUND_DATE.match(before)) and not after.strip(" \n\t:.*_#–—-")


def _heading(
    text: str,
    paragraph: Paragraph,
    i: int,
    above: Heading | None,
    hits: Sequence[Hit],
    dates: Sequence[DateMention],
) -> Heading | None:
    """The heading of a list, as far as this line is one, or stands under one."""
    if _is_heading(text, paragraph, hits, dates):
        return Heading(i, ())
    return above if above and _is_subheading(text, paragraph, hits, dates) else None


def _is_heading(text: str, paragraph: Paragraph, hits: Sequence[Hit], dates: Sequence[DateMention]) -> bool:
    """« Visites en Suède : », without a day of its own and without an end of sentence."""
    if paragraph.end - paragraph.start > _SHORT or dates or not hits:
        return False
    line = text[paragraph.start : paragraph.end].strip(" \n#*_")
    opens = text[paragraph.start : hits[0].start].count(" ") <= 3
    return opens and not line.endswith((".", ";", "!", "?")) and _visits(hits[0])


def _is_subheading(text: str, paragraph: Paragraph, hits: Sequence[Hit], dates: Sequence[DateMention]) -> bool:
    """« En Suède : » between the heading and its list."""
    line = text[paragraph.start : paragraph.end].strip(" \n#*_")
    if paragraph.end - paragraph.start > _SUBHEADING or dates or hits or _ITEM.match(text, paragraph.start):
        return False
    return line.endswith(":") or paragraph.kind == "heading"


def _visits(hit: Hit) -> bool:
    return any(entry.plural and entry.rule.type == "visit" for entry in hit.entries)


def _is_item(text: str, paragraph: Paragraph) -> bool:
    if paragraph.end - paragraph.start > _LISTED:
        return False
    return paragraph.kind == "list_item" or bool(_ITEM.match(text, paragraph.start, paragraph.end))


def _listed(
    text: str,
    paragraph: Paragraph,
    hits: Sequence[Hit],
    names: Sequence[Mention],
    dates: Sequence[DateMention],
    rules: EventRules,
) -> Hit | None:
    """An item with a day and somebody, but without a word for what they did: a visit."""
    people = [m for m in names if m.label == "PER"]
    days = [d for d in dates if d.type == "DATE" and d.earliest]
    told = any(e.rule.type in ("visit", "meeting") for h in hits if h.entries is not rules.chronicle for e in h.entries)
    if not people or len(days) != 1 or len(dates) != 1 or told:
        return None
    first = text[paragraph.start : min(people[0].start, days[0].start)]
    if len(_ITEM.sub("", first, count=1).split()) > 4:
        return None
    return Hit(people[0].start, people[0].end, rules.listed)
