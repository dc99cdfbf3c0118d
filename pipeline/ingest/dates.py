"""Dates as metadata write them: ISO 8601, RFC 2822, PDF, numbers, words.

A text's own sentences have a grammar of their own, in `annotate`; here a whole value is a date or isn't.
A value without day, month and year gives none, and nothing is read against the day of the run.
"""

import re
import warnings
from datetime import date, datetime
from functools import lru_cache

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:$|[T\s])|(\d{4})(\d\d)(\d\d)(?:$|T)")
_SLASHED = re.compile(r"(\d{4})[/.](\d\d?)[/.](\d\d?)(?:$|\s)")
_NUMBERS = re.compile(r"(\d\d?)[/.\-](\d\d?)[/.\-](\d{4})(?:$|[\s,T])")
_RFC_2822 = re.compile(r"(?:[A-Z][a-z]{2}, )?\d\d? [A-Z][a-z]{2} \d{4}\b")
_PDF = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_SETTINGS = {
    "DATE_ORDER": "DMY",
    "STRICT_PARSING": True,
    "PARSERS": ["absolute-time"],
    "PREFER_LOCALE_DATE_ORDER": False,
    "RELATIVE_BASE": datetime(2000, 1, 1),
    "TIMEZONE": "UTC",
}


def read_date(value: str | None) -> date | None:
    """The day that a metadata value names, as printed there, whatever its time zone; else null.

    >>> read_date("2015-03-12T23:30:00+01:00"), read_date("12/03/2015"), read_date("mars 2015")
    (datetime.date(2015, 3, 12), datetime.date(2015, 3, 12), None)
    """
    value = " ".join((value or "").split())
    if not 8 <= len(value) <= 80:
        return None
    for pattern, order in ((_ISO, "ymd"), (_SLASHED, "ymd"), (_PDF, "ymd"), (_NUMBERS, "dmy")):
        if found := pattern.match(value):
            numbers = [int(group) for group in found.groups() if group]
            return _day(*(numbers if order == "ymd" else reversed(numbers)))
    return _spelled(value)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= 1000 else None
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _spelled(value: str) -> date | None:
    if _RFC_2822.match(value):
        from email.utils import parsedate

        if parts := parsedate(value):
            return _day(*parts[:3])
    if not re.search(r"(?<!\d)\d{4}(?!\d)", value):
        return None
    import dateparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = dateparser.parse(value, languages=["fr", "en"], settings=_SETTINGS)
    return found.date() if found else None
