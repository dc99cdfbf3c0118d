"""JSON lines in, JSON lines out: `python -m pipeline dates`, for whoever needs only this."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from pipeline.annotate.dates.finder import find
from pipeline.annotate.dates.rules import DateRules
from pipeline.records import DateMention


def answer(lines: Iterable[str], rules: DateRules) -> Iterator[str]:
    """One answer a line; a line that can't be read is answered with what is wrong with it.

    In: `{"id", "text", "reference"}`, the reference an ISO date, date-time or null. Out: `{"id", "dates"}`,
    the columns of the table `dates`, or `{"id", "dates": [], "error"}`. Blank lines are passed over.
    """
    for line in lines:
        if line.strip():
            yield json.dumps(_answer(line, rules), ensure_ascii=False)


def _answer(line: str, rules: DateRules) -> dict[str, object]:
    identifier: object = None
    try:
        case = json.loads(line)
        if not isinstance(case, dict):
            raise ValueError("a line holds one object with id, text and reference")
        identifier = case.get("id")
        text = case.get("text")
        if not isinstance(text, str):
            raise ValueError("text: a string should stand there")
        mentions = find(text, _day(case.get("reference")), rules)
    except (ValueError, RecursionError) as error:
        return {"id": identifier, "dates": [], "error": str(error)}
    return {"id": identifier, "dates": [_row(mention) for mention in mentions]}


def _day(value: object) -> date | None:
    if value in (None, ""):
        return None
    if not isinstance(value, str):
        raise ValueError(f"reference: {value!r} stands there; an ISO date or null should")
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        raise ValueError(f"reference: {value!r} stands there; an ISO date or null should") from None


def _row(mention: DateMention) -> dict[str, object]:
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "type": mention.type,
        "value": mention.value,
        "earliest": _iso(mention.earliest),
        "latest": _iso(mention.latest),
        "anchor": _iso(mention.anchor),
        "rule": mention.rule,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
