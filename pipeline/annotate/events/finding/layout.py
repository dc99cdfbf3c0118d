"""What a text's lines tell of the lines under them: a day above a diary, « Visites en Suède » above a list.

Prose tells nothing here: only short paragraphs are looked at.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.finding import entry
from pipeline.annotate.events.finding.hits import Hit
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.when_where import when
from pipeline.annotate.events.who.context import Context, is_country
from pipeline.records import DateMention, Days, Mention, Paragraph

Row = TypeVar("Row", Hit, Mention, DateMention)
_SHORT = 110
"""A heading has so many code points at most."""
_LISTED = 320
"""And an item of a list."""
_SUBHEADING = 50
"""And a heading under it."""
_AROUND_DATE = re.compile(r"[\s#*_•–—:.,-]*(?:[Ll][ea]s?\s)?[\s*_]*\Z")
_OPENS = re.compile(r"[*_]*(?:,? (?:à )?\d{1,2} ?h(?: ?\d\d)?)?[*_]*\s*(?::|\||[–—-]\s)")
_COLUMN = re.compile(r"[ \t]+[A-ZÀ-ÖØ-Þ]")
_ITEM = re.compile(r"\s*[-–—•*·]\s*")
_OFFICE = 6
"""So many words may stand before the name of who travels."""
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
    `entries` are the paragraphs of a chronology: they open with their day, or stand under it.
    `sites` are the places in a cell or in brackets of their own: « | Oslo | », « (Oslo, Bergen) ».
    """

    days: Mapping[int, Days] = field(default_factory=dict)
    headings: Mapping[int, Heading] = field(default_factory=dict)
    entries: frozenset[int] = frozenset()
    listed: Sequence[Hit] = ()
    rows: Mapping[int, Cells] = field(default_factory=dict)
    sites: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

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
            if at in self.sites and (not draft.places or draft.type == "visit") and entry.opens_entry(draft):
                draft.places = tuple(dict.fromkeys([*draft.places, *self.sites[at]]))
            told = draft.type in _TOLD or at in self.entries
            narrower = not draft.dated or (at in self.entries and _inside_of(self.days.get(at), draft.days))
            if (
                at in self.days
                and narrower
                and told
                and (entry.tells(draft) or (at in self.entries and entry.told(draft)))
            ):
                draft.days, draft.dated, draft.attached = self.days[at], True, True
            kept.append(draft)
        return kept


def _inside_of(inner: Days | None, outer: Days) -> bool:
    """A day within the days that a draft has: « 1964 | 25 septembre | … »."""
    first, last = inner or (None, None)
    if not (first and last and outer[0] and outer[1]):
        return False
    return outer[0] <= first <= last <= outer[1] and (first, last) != outer


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
    days: dict[int, Days] = {}
    headings: dict[int, Heading] = {}
    listed: list[Hit] = []
    entries: dict[int, Days] = {}
    rows: dict[int, Cells] = {}
    sites: dict[int, tuple[int, ...]] = {}
    under: list[int] = []
    lines = 0
    day: Days | None = None
    heading: Heading | None = None
    at_hit = at_name = at_date = 0
    for i, paragraph in enumerate(paragraphs):
        at_hit, own_hits = _inside(hits, at_hit, paragraph)
        at_name, names = _inside(mentions, at_name, paragraph)
        at_date, own_dates = _inside(dates, at_date, paragraph)
        length = paragraph.end - paragraph.start
        rows |= _row(paragraph, i, names) if own_hits else {}
        sites |= _sites(text, paragraph, i, names) if own_hits and length <= _LISTED else {}
        if length > _LISTED:
            heading = None
        if length <= _SHORT and len(own_dates) == 1 and _only(text, paragraph, own_dates[0]):
            found = own_dates[0].earliest, own_dates[0].latest
            day = found if None not in found and own_dates[0].type == "DATE" else None
            lines += day is not None
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
            under += [i] if length <= _LISTED else []
            listed += _traveller(text, paragraph, names, rules) if length <= _LISTED else []
        entries |= _entry(text, paragraph, i, own_dates)
    days |= entries
    return Layout(days, headings, frozenset([*entries, *(under if lines > 1 else ())]), listed, rows, sites)


def _traveller(text: str, paragraph: Paragraph, names: Sequence[Mention], rules: EventRules) -> list[Hit]:
    """« Paul Durand à Oslo : … » under its day."""
    first = names[0] if names else None
    if first is None or first.label != "PER" or text[paragraph.start : first.start].count(" ") > _OFFICE:
        return []
    return [Hit(first.start, first.end, rules.chronicle)]


def _row(paragraph: Paragraph, i: int, names: Sequence[Mention]) -> dict[int, Cells]:
    people = tuple([m.entity for m in names if m.label == "PER"][:1])
    places = tuple([m.entity for m in names if m.label == "LOC"])
    return {i: (people, places)} if paragraph.kind == "table_row" and people else {}


def _entry(text: str, paragraph: Paragraph, i: int, dates: Sequence[DateMention]) -> dict[int, Days]:
    """« 5 mai 2012 : … », an entry of a chronology: its paragraph and its day."""
    if not dates or dates[0].type != "DATE" or None in (dates[0].earliest, dates[0].latest):
        return {}
    first = text[paragraph.start : dates[0].start]
    bare = not first and dates[0].text.isdecimal() and _COLUMN.match(text, dates[0].end)
    opens = bare or (len(first) < 12 and _AROUND_DATE.match(first) and _OPENS.match(text, dates[0].end))
    if not opens:
        return {}
    day = dates[0].earliest, dates[0].latest
    second = dates[1] if len(dates) > 1 and not text[dates[0].end : dates[1].start].strip(" |") else None
    nearer = (second.earliest, second.latest) if second else (None, None)
    return {i: nearer if _inside_of(nearer, day) else day}


def _sites(text: str, paragraph: Paragraph, i: int, names: Sequence[Mention]) -> dict[int, tuple[int, ...]]:
    """The places that have a cell or brackets for themselves."""
    found: list[int] = []
    for name in names:
        before, after = text[max(paragraph.start, name.start - 2) : name.start], text[name.end : name.end + 2]
        in_cell = before.endswith("| ") and after.strip()[:1] == "|"
        in_brackets = (found or before.endswith("(")) and after[:1] in (",", ")")
        if name.label == "LOC" and (in_cell or in_brackets):
            found.append(name.entity)
    return {i: tuple(found)} if found else {}


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
