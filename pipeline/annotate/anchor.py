"""The text's own date: what « hier » and « en juin dernier » lean on.

From the metadata, else from the text: a line that says when it was published or brought up to date, a dateline
(« Paris, le 3 mai 2018 »), a line near the top that is nothing but a date or has one among its fields
(« Culture | 3 mai 2018 »), a title of a genre (« Communiqué du 3 mai 2018 »), a dateline at the foot; else from
the file's name. Never the day of the run. A text that is dated by its week, month or season alone has no day of
its own, and what it says is read from that period: « Bulletin de mars 2018 ».
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from pipeline.annotate.dates import DateRules, Period, find
from pipeline.records import DateMention, Document

_NEAR = 600
"""A dateline stands in so many first characters of a text …"""
_FOOT = 400
"""… or, if it says what it is (« Mise à jour »), in so many last ones."""
_SHORT = 160
"""A line of fields is no longer than this, and in a longer one a date behind it doesn't count."""
_STATED = re.compile(r"\d{4}|\d\W\d{1,2}\W\d\d|[-'’]\d\d")
"""Without any of these, a line has no day with its year."""
_AFTER = re.compile(r"\s*(?:$|[(–—|./*_-])")
_AFTER_BRACKET = re.compile(r"\s*[])]\s*(?:$|[–—:.-]|(?<=^\])\s|(?<=^\))\s)")
_PROSE = re.compile(r"\s*,?\s*(?:l[ae]s?|l['’]|un|une|ce|cet|cette|il|elle|est|a|qui)\b")
"""What follows the day of a sentence: « Publié le 3 mai 2018, le décret … »."""
_PARTED = re.compile(r"\s*[|·•]\s*")
_LISTED = re.compile(r",\s+|\s+[–—/-]\s+")
_DASHED = re.compile(r"\s+[–—-]\s+")
_EMPHASIS = "*_ \t\u00a0"
_ITEM = re.compile(r"\s*[-–•*·]\s|\s*—\s")
_STOPS = (".", "!", "?", "…", ";", ":")
_BYLINE = re.compile(r"par\s+(?!d[ée]cret|arr[êe]t[ée]|la\s|le\s|les\s)", re.IGNORECASE)
_FEW = 2
_FIRST_LINES = 4
_IN_NAME = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})[-_.]?(?P<month>\d{2})[-_.]?(?P<day>\d{2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_JOINTS = " \t\u00a0,:;|·•/()[]–—-"
_DETERMINER = re.compile(r"\s+(?:du|de|d['’])$")
_OF = re.compile(r"\s+(?:de|pour)(?:\s+la|\s+cette)?$")
_WEEK = re.compile(r"(?:la\s+)?semaine\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\((?:(?!\d{4})[^()])*\)$")
"""« Semaine du 3 au 9 juin 2024 (bouclée le 9 à midi) »."""
_LONGEST_PERIOD = 184
_DATED_LINE = re.compile(r"^[^\S\n]*\d{1,2}(?:er)?[ .\u00a0][^\n]{0,16}\d{4}[^\S\n]*[-–—:]", re.MULTILINE)


def own_date(document: Document, rules: DateRules) -> date | None:
    """The day a text was written or brought up to date, or null where it doesn't say."""
    if document.source.published_on is not None:
        return document.source.published_on
    text = str(document.text)
    titles = list(dict.fromkeys(_titles(document, text)))
    top, foot = list(_lines(text, 0, _NEAR)), list(_lines(text, max(_NEAR, len(text) - _FOOT), len(text)))
    return (
        _announced([*top, *foot], rules)
        or _at_top(top, text, titles, rules)
        or _in_title(titles, rules)
        or _at_foot(foot, rules)
        or _in_name(document.source.path)
    )


def period(document: Document, rules: DateRules) -> Period | None:
    """The week, month or season that a text without a day of its own is dated by, if it is."""
    text = str(document.text)
    top = [*list(_lines(text, 0, _NEAR))[:_FIRST_LINES], *_titles(document, text)]
    found = [issue for line in dict.fromkeys(map(str.strip, top)) if (issue := _dates_issue(line, rules))]
    if not found:
        return None
    below = (text[p.start : p.end] for p in document.paragraphs if p.kind == "heading" and p.end - p.start <= _SHORT)
    for issue in (*found, *(_dates_issue(line, rules) for line in below)):
        # « Semaine du 3 au 9 juin 2024 », « Semaine du 10 au 16 juin 2024 »: a text of several has none of its own
        if issue and issue[0] == found[0][0] and issue[1] != found[0][1]:
            return None
    return found[0][1]


def _dates_issue(line: str, rules: DateRules) -> tuple[str, Period] | None:
    """The period of a line that holds nothing else, or the name of what comes out, or an issue's number; and these."""
    bare = _BRACKETED.sub("", line.strip(_EMPHASIS))
    if len(bare) > _SHORT or not _YEAR.search(bare) or bare.endswith(_STOPS) or rules.surroundings.is_beside(bare):
        return None
    stated = [m for m in find(bare, None, rules) if m.type == "DATE"]
    if len(stated) != 1 or not stated[0].earliest or not stated[0].latest:
        return None
    found, mention = Period(stated[0].earliest, stated[0].latest), stated[0]
    head, tail = bare[: mention.start].rstrip(_JOINTS), bare[mention.end :].strip(_JOINTS)
    words = rules.surroundings
    behind = not tail or words.is_technical(tail)
    named = not head or words.is_periodical(bare[: mention.start]) or words.ends_with_issue(_DETERMINER.sub("", head))
    by_week = _WEEK.match(mention.text) and (
        head != bare[: mention.start].rstrip() or words.is_periodical(_OF.sub("", head))
    )
    good = 1 < found.length <= _LONGEST_PERIOD and behind and (named or by_week)
    return (head.casefold(), found) if good else None


def _announced(lines: Sequence[str], rules: DateRules) -> date | None:
    """The last day that a line gives for its text: « Publié le 3 mai 2018 »."""
    said = []
    for line in lines:
        if rules.surroundings.announces(line):
            days = _days(line, rules)
            if days and not (days[0].start and _PROSE.match(line, days[0].end)):
                said.append(days[0].earliest)
    return max((day for day in said if day), default=None)


def _at_top(lines: Sequence[str], text: str, titles: Sequence[str], rules: DateRules) -> date | None:
    for number, line in enumerate(lines):
        days = _days(line, rules)
        if days and (_is_only(line, days[0]) or _heads(line, days[0], text, rules)):
            return days[0].earliest
        if days and len(line) <= _SHORT and not (_ITEM.match(line) or rules.surroundings.is_beside(line)):
            if field := _in_fields(line, rules, is_title=line.strip() in titles, is_first=number < _FIRST_LINES):
                return field.earliest
            if line.strip() not in titles and _is_genre(line, days[0], rules):
                return days[0].earliest
    return None


def _titles(document: Document, text: str) -> Iterator[str]:
    yield (document.title or "").strip()
    for paragraph in document.paragraphs:
        if paragraph.start >= _NEAR:
            break
        if paragraph.kind in ("title", "heading"):
            yield text[paragraph.start : paragraph.end].strip()


def _in_title(titles: Sequence[str], rules: DateRules) -> date | None:
    """The day of a title that names what the text is: « Point de presse du 3 mai 2018 »; or a field of one."""
    for title in titles:
        days = _days(title, rules) if len(title) <= _SHORT else []
        if days and _is_genre(title, days[0], rules):
            return days[0].earliest
        beside = rules.surroundings.is_beside(title)
        if days and not beside and (field := _in_fields(title, rules, is_title=True, is_first=True)):
            return field.earliest
    return None


def _is_genre(line: str, day: DateMention, rules: DateRules) -> bool:
    head = line[: day.start]
    after = _AFTER_BRACKET if head.rstrip().endswith("(") or "(" in head else _AFTER
    return rules.surroundings.is_genre(head) and after.match(line[day.end :]) is not None


def _at_foot(lines: Sequence[str], rules: DateRules) -> date | None:
    """The dateline of a letter or a communiqué that is signed below: « Paris, le 3 mai 2018 »."""
    for line in reversed(lines):
        days = _days(line, rules) if len(line) <= _SHORT else []
        if days and not line[days[0].end :].strip(" .") and line[: days[0].start].rstrip().endswith((", le", ", LE")):
            return days[0].earliest if rules.surroundings.is_dateline(line[: days[0].start]) else None
    return None


def _in_fields(line: str, rules: DateRules, *, is_title: bool, is_first: bool) -> DateMention | None:
    """The day that is by itself a field of a line: « Culture | par la rédaction | mis en ligne le 3 mai 2018 ».

    What only commas and dashes part may be a sentence: there it takes no verb, a byline, emphasis, several
    fields or a place among the first lines, and the day at the end.
    """
    bare = line.strip(_EMPHASIS)
    fields = [field for part in _PARTED.split(bare) for field in _LISTED.split(part)]
    if not _PARTED.search(bare):
        if bare.endswith(_STOPS):
            return None
        if is_first and (day := _in_masthead(bare, fields, rules)):
            return day
        if is_title and not rules.surroundings.announces(fields[-1]):
            return None
        count = len(fields)
        while len(fields) > 1 and rules.surroundings.is_technical(fields[-1]):
            fields.pop()
        says = rules.surroundings.announces(fields[-1])
        dashed = is_first and _DASHED.search(bare)
        marked = bare != line.strip() or count > _FEW or _BYLINE.match(bare) or dashed or says
        if not marked or (not says and rules.tenses.past.search(bare)):
            return None
        fields = fields[-1:]
    for field in fields:
        days = _days(field, rules)
        if days and (_is_only(field, days[0]) or rules.surroundings.announces(field)):
            return days[0]
    return None


def _in_masthead(line: str, fields: Sequence[str], rules: DateRules) -> DateMention | None:
    """The day behind an issue's number, « Le Port, n° 87, 27 janvier 2023 », or of a sitting: « Sénat, séance du »."""
    days = _days(line, rules)
    if not days:
        return None
    head, tail = line[: days[0].start].strip(_JOINTS), line[days[0].end :].strip(_JOINTS)
    if tail and not rules.surroundings.is_technical(tail):
        return None
    if rules.surroundings.ends_with_issue(_DETERMINER.sub("", head)):
        return days[0]
    sitting = _days(fields[-1], rules) if len(fields) == _FEW else []
    return days[0] if sitting and _is_genre(fields[-1], sitting[0], rules) else None


def _heads(line: str, mention: DateMention, text: str, rules: DateRules) -> bool:
    """A place or an agency before it, and no sentence behind; or nothing before it, and a bracket or dash behind."""
    head, tail = line[: mention.start].strip(), line[mention.end :]
    if head.endswith(("(", "[")):
        closed = _AFTER_BRACKET.match(tail) is not None
        return closed and (len(head) == 1 or rules.surroundings.is_dateline(head))
    if not head:
        tail = tail.lstrip()
        # « 3 mai 2018 – … » heads a text, but several such lines are a chronology
        return tail.startswith("(") or (tail.startswith(("–", "—", "- ")) and len(_DATED_LINE.findall(text)) == 1)
    return rules.surroundings.is_dateline(head) and _AFTER.match(tail) is not None


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
    """The single days that a line states outright; of a long one, near its beginning."""
    if len(line) > _SHORT:
        line = line[: line.rfind(" ", 0, _SHORT) + 1 or _SHORT]
    if not _STATED.search(line):
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
