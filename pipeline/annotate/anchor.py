"""The text's own date: what « hier » and « en juin dernier » lean on.

From the metadata, else from the text: a line that says when it was published or brought up to date, a dateline
(« Paris, le 3 mai 2018 »), a line near the top that is nothing but a date or has one among its fields
(« Culture | 3 mai 2018 »), a title of a genre (« Communiqué du 3 mai 2018 »); else from the file's name.
Never the day of the run.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from pipeline.annotate.dates import DateRules, find
from pipeline.records import DateMention, Document

_NEAR = 600
"""A dateline stands in so many first characters of a text …"""
_FOOT = 400
"""… or, if it says what it is (« Mise à jour »), in so many last ones."""
_AFTER = re.compile(r"\s*(?:$|[(–—:|./*_-])")
_SHORT = 160
"""A line of fields is no longer than this."""
_PARTED = re.compile(r"\s*[|·•]\s*")
_LISTED = re.compile(r",\s+|\s+[–—/-]\s+")
_EMPHASIS = "*_ \t\u00a0"
_ITEM = re.compile(r"\s*[-–—•*·]\s")
_STOPS = (".", "!", "?", "…", ";", ":")
_BYLINE = re.compile(r"par\s+(?!d[ée]cret|arr[êe]t[ée]|la\s|le\s|les\s)", re.IGNORECASE)
_FEW = 2
_IN_NAME = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})[-_.]?(?P<month>\d{2})[-_.]?(?P<day>\d{2})(?!\d)")


def own_date(document: Document, rules: DateRules) -> date | None:
    """The day a text was written or brought up to date, or null where it doesn't say."""
    if document.source.published_on is not None:
        return document.source.published_on
    return _in_text(document, rules) or _in_title(document, rules) or _in_name(document.source.path)


def _in_text(document: Document, rules: DateRules) -> date | None:
    text = str(document.text)
    lines = [*_lines(text, 0, _NEAR), *_lines(text, max(_NEAR, len(text) - _FOOT), len(text))]
    dated = [(line, mentions) for line in lines if (mentions := _days(line, rules))]
    said = [mentions[0].earliest for line, mentions in dated if rules.surroundings.announces(line)]
    if said:
        return max(day for day in said if day)
    titles = set(_titles(document))
    top = [(line, mentions) for line, mentions in dated if text.find(line) < _NEAR]
    for line, mentions in top:
        first = mentions[0]
        if _is_only(line, first) or _heads(line, first, rules):
            return first.earliest
        if field := _in_fields(line, line.strip() in titles, rules):
            return field.earliest
    return None


def _titles(document: Document) -> Iterator[str]:
    text = str(document.text)
    yield (document.title or "").strip()
    for paragraph in document.paragraphs:
        if paragraph.kind in ("title", "heading") and paragraph.start < _NEAR:
            yield text[paragraph.start : paragraph.end].strip()


def _in_title(document: Document, rules: DateRules) -> date | None:
    """The day of a title that names what the text is: « Point de presse du 3 mai 2018 »."""
    for title in _titles(document):
        days = _days(title, rules) if len(title) <= _SHORT else []
        if days and rules.surroundings.is_genre(title[: days[0].start]) and _AFTER.match(title, days[0].end):
            return days[0].earliest
    return None


def _in_fields(line: str, is_title: bool, rules: DateRules) -> DateMention | None:
    """The day that is by itself a field of a line: « Culture | par la rédaction | mis en ligne le 3 mai 2018 ».

    What only commas and dashes part may be a sentence: there it takes no verb, a byline, emphasis or several
    fields, and the day at the end.
    """
    bare = line.strip(_EMPHASIS)
    if len(line) > _SHORT or _ITEM.match(line):
        return None
    fields = [field for part in _PARTED.split(bare) for field in _LISTED.split(part)]
    if not _PARTED.search(bare):
        marked = bare != line.strip() or len(fields) > _FEW or _BYLINE.match(bare)
        if not marked or is_title or bare.endswith(_STOPS) or rules.tenses.past.search(bare):
            return None
        fields = fields[-1:]
    for field in fields:
        days = _days(field, rules)
        if days and (_is_only(field, days[0]) or rules.surroundings.announces(field)):
            return days[0]
    return None


def _heads(line: str, mention: DateMention, rules: DateRules) -> bool:
    """A place or an agency before it, and no sentence behind; or nothing before it, and a bracket behind."""
    head = line[: mention.start].strip()
    if not head:
        return line[mention.end :].lstrip().startswith("(")
    return rules.surroundings.is_dateline(head) and _AFTER.match(line, mention.end) is not None


def _lines(text: str, start: int, end: int) -> Iterator[str]:
    """The whole lines that begin in a stretch."""
    end = min(end, len(text))
    at = start if start == 0 else text.find("\n", start) + 1 or end
    while at < end:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if text[at:stop].strip():
            yield text[at : min(stop, at + _NEAR)]
        at = stop + 1


def _days(line: str, rules: DateRules) -> list[DateMention]:
    """The single days that a line states outright."""
    if not any(c.isdigit() for c in line):
        return []
    return [m for m in find(line.rstrip(_EMPHASIS), None, rules) if m.earliest and m.earliest == m.latest]


def _is_only(line: str, mention: DateMention) -> bool:
    rest = line[: mention.start] + line[mention.end :]
    return not re.sub(r"\b(?:le|du|à|h|min)\b|[\W\d_]", "", rest.casefold())


def _in_name(path: str) -> date | None:
    found = _IN_NAME.search(PurePosixPath(path).name)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
