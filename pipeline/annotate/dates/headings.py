"""The year that heads a stretch of a text: in its title, on a line of its own, or right before in the story.

A text that says of itself when it was written needs none of this; one that doesn't often tells its year once, in
its title or with the first day of a paragraph, and never again.
"""

import re
from collections.abc import Sequence
from datetime import date

from pipeline.annotate.dates.reading import Context, Found, Reading, read_in

_NEAR = 300
_CELL = 20
_BELOW = 1500
"""So far below a title may stand the day that proves that its year is the story's."""
_YEARS_APART = 2
"""A day further off than so many years tells of somebody's past, not of the story."""
_STORY = ("day", "month", "interval", "season")
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZÀ-ÖØ-Þ])")
_NO_TITLE = (".", "!", "?", ":", ",", ";")


def of_title(text: str, found: Sequence[Found]) -> Reading | None:
    """The time in the head of a text: « Voyage au Tchad du 3 au 9 mai 2012 », « Lumières 2012 : un été de fêtes »."""
    for one in found:
        line_start = text.rfind("\n", 0, one.start) + 1
        line_end = text.find("\n", one.end)
        in_table = text.find("|", line_start, max(line_end, 0)) >= 0
        if (
            in_table
            or line_end < 0
            or line_end > _NEAR
            or text[line_start:line_end].rstrip().endswith((".", "!", "?", ":", ","))
        ):
            return None
        reading = read_in(one.value, Context())
        if _states(reading) and len(set(_YEAR.findall(text, line_start, line_end))) <= 1:
            return reading
    return None


def _states(reading: Reading) -> bool:
    days = reading.days
    return days is not None and reading.anchor is None and days[0].year == days[1].year


def named_year(text: str, found: Sequence[Found]) -> Reading | None:
    """The one year that the first line names, if a day or month below, stated in full, is of that year."""
    end = text.find("\n")
    line = text[: max(end, 0)].rstrip()
    named = set(_YEAR.findall(line)) if len(line) <= _NEAR and not line.endswith(_NO_TITLE) else set()
    if len(named) != 1:
        return None
    year = int(named.pop())
    for one in found:
        if one.start > _BELOW:
            break
        reading = read_in(one.value, Context())
        if reading.grain in _STORY and _states(reading) and reading.days and reading.days[0].year == year:
            return Reading("DATE", str(year), date(year, 1, 1), date(year, 12, 31), grain="year")
    return None


def nearer(heading: Reading | None, text: str, before: tuple[int, Reading] | None, start: int) -> Reading | None:
    """The heading, or what the same sentence said last: « en juin 2013, alors que X était élu depuis le 1er mai »."""
    if heading is None or before is None or heading.days is None:
        return heading
    end, reading = before
    days = reading.days
    if days is None or days[0].year != days[1].year or reading.grain not in _STORY or reading.open_ended:
        return heading
    apart = abs(days[0].year - heading.days[0].year)
    between = text[end:start]
    if not 0 < apart <= _YEARS_APART or "\n\n" in between or _SENTENCE_END.search(between):
        return heading
    return reading


def opens_row(text: str, start: int, end: int) -> bool:
    """Whether a year is the first cell of a table's row: it holds for the rows below that have none of their own."""
    before, behind = text[max(0, start - 4) : start].rpartition("\n")[2], text[end : end + 3]
    return not before.strip(" |") and behind.strip()[:1] == "|"


def in_row(text: str, start: int) -> bool:
    """Whether an expression opens a row of a table, or stands in its second cell."""
    line_start = text.rfind("\n", max(0, start - _CELL), start) + 1
    line_end = text.find("\n", start, start + _NEAR)
    return "|" in text[max(line_start, start - _CELL) : line_end if line_end >= 0 else start + _NEAR]


def is_alone(text: str, start: int, end: int) -> bool:
    """Whether a year stands alone on its line, as the heading of what follows."""
    line_start = text.rfind("\n", max(0, start - _NEAR), start) + 1
    line_end = text.find("\n", end, end + _NEAR)
    head, tail = text[line_start:start], text[end : line_end if line_end >= 0 else end + _NEAR]
    return not (head + tail).strip(" \t#*:_–-")
