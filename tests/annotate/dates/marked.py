"""Truth written into the text: « établi le [25 janvier 1992](1992-01-25) »."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.records import DateMention

_MARK = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<truth>[^)]*)\)")


@dataclass(frozen=True)
class Expected:
    """One expression: its place, its value, and its days as ISO strings (empty where open or unknown)."""

    start: int
    end: int
    text: str
    value: str
    days: tuple[str, str]


def unmark(marked: str) -> tuple[str, tuple[Expected, ...]]:
    """The bare text and what is marked in it."""
    bare, expected, done = "", [], 0
    for mark in _MARK.finditer(marked):
        bare += marked[done : mark.start()]
        value, _, days = (part.strip() for part in mark["truth"].partition("="))
        first, _, last = days.partition("..")
        is_set = value.startswith("set ")
        value = value.removeprefix("set ")
        span = (first, last) if days else ("", "") if is_set else days_of(value)
        expected.append(Expected(len(bare), len(bare) + len(mark["text"]), mark["text"], value, span))
        bare += mark["text"]
        done = mark.end()
    return bare + marked[done:], tuple(expected)


def days_of(value: str) -> tuple[str, str]:
    """First and last day of a plain TIMEX3 value; none of a length.

    >>> days_of("2016-02"), days_of("2014-12-04/2014-12-05"), days_of("199"), days_of("P3Y")
    (('2016-02-01', '2016-02-29'), ('2014-12-04', '2014-12-05'), ('1990-01-01', '1999-12-31'), ('', ''))
    """
    if value.startswith("P"):
        return "", ""
    if "/" in value:
        first, last = value.split("/")
        return days_of(first)[0], days_of(last)[1]
    value = value.partition("T")[0]
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0-01-01", f"{value}9-12-31"
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-01-01", f"{value}-12-31"
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday.isoformat(), (monday + timedelta(6)).isoformat()
    if found := re.fullmatch(r"(\d{4})-Q(\d)", value):
        month = int(found[2]) * 3
        return days_of(f"{found[1]}-{month - 2:02}")[0], days_of(f"{found[1]}-{month:02}")[1]
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        year, month = int(found[1]), int(found[2])
        after = date(year + month // 12, month % 12 + 1, 1)
        return f"{value}-01", (after - timedelta(1)).isoformat()
    return value, value


_LEAD = re.compile(r"(?:(?:le|la|les|du|de|des|en|au|aux|à)\s+|[dl]['’])+(?=\S)", re.IGNORECASE)


def core(text: str) -> str:
    """A mention without the article or preposition that only introduces it."""
    return _LEAD.sub("", text, count=1) if _LEAD.match(text) else text


def as_found(mention: DateMention) -> tuple[str, str, tuple[str, str]]:
    """A mention in the terms of the truth: its words, value and days."""
    days = (mention.earliest, mention.latest)
    first, last = (day.isoformat() if day else "" for day in days)
    return core(mention.text), mention.value or "", (first, last)


def as_expected(expected: Expected) -> tuple[str, str, tuple[str, str]]:
    """The truth in the same terms."""
    return core(expected.text), expected.value, expected.days
