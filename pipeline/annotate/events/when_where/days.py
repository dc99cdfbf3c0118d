"""From the dates of one trigger to the days of its event."""

import re
from collections.abc import Sequence
from datetime import date

from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import Sentence
from pipeline.annotate.events.when_where import when
from pipeline.records import DateMention, Days

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNKNOWN = (None, None)


def of_event(sentence: Sentence, trigger: Trigger, dated: when.When, text: str, dates: Sequence[DateMention]) -> Days:
    """Its own days; else the year in its name, else the days that hold for the whole sentence."""
    own = sorted(dated.own, key=lambda k: not _moved_to(sentence, k))
    closer = len(own) > 1 and _beside(sentence, own[0], own[1])
    spans = [when.span(dates[sentence.refs[k]], trigger.rule.type) for k in own]
    resolved = [s for s in spans if s != _UNKNOWN]
    if resolved:
        return _neighbours(resolved) if trigger.rule.type == "gathering" else _narrowed(resolved[: 1 + closer])
    if spans:
        return _UNKNOWN
    named = _year_in_name(sentence, trigger, text)
    if named != _UNKNOWN:
        return named
    shared = [when.span(dates[sentence.refs[k]], trigger.rule.type) for k in dated.shared]
    return next((days for days in shared if days != _UNKNOWN), _UNKNOWN)


def _neighbours(spans: Sequence[Days]) -> Days:
    """Neighbouring years of one season are one interval."""
    first, last = spans[0]
    for earliest, latest in spans[1:]:
        if last and earliest and latest and (earliest - last).days == 1:
            last = latest
    return first, last


def _year_in_name(sentence: Sentence, trigger: Trigger, text: str) -> Days:
    """« l'exposition « Vega 2017 » » took place in that year."""
    if trigger.rule.type != "gathering":
        return _UNKNOWN
    end = min(sentence.end, sentence.ends[trigger.head] + 60)
    after = text[sentence.starts[trigger.head] : end]
    quoted = re.match(r"[^«“\".,;]{0,40}[«“\"]\s*([^»”\"]{1,50}?)\s*[»”\"]", after)
    year = _YEAR.search(quoted[1]) if quoted else None
    return (date(int(year[0]), 1, 1), date(int(year[0]), 12, 31)) if year else _UNKNOWN


def _moved_to(sentence: Sentence, k: int) -> bool:
    """« prévue en mai 2023, puis *reportée à* l'automne »: the date that counts."""
    return any(sentence.low(j).startswith(_MOVED) for j in range(max(0, k - 4), k))


_MOVED = ("report", "repouss", "décal", "différé", "avancé")


def _beside(sentence: Sentence, first: int, second: int) -> bool:
    """« trois ans auparavant, en octobre 2006 »: nothing else stands between two dates."""
    return all(sentence.low(k) in _BESIDE for k in range(first + 1, second))


_BESIDE = frozenset({",", "en", "le", "au", "du", "(", "soit"})


def _narrowed(spans: Sequence[Days]) -> Days:
    """« trois ans auparavant, en octobre 2006 »: the second date tells the first more closely.

    >>> _narrowed([(date(2006, 1, 1), date(2006, 12, 31)), (date(2006, 10, 1), date(2006, 10, 31))])[0]
    datetime.date(2006, 10, 1)
    """
    first, last = spans[0]
    for earliest, latest in spans[1:]:
        if first and last and earliest and latest and first <= earliest <= latest <= last:
            return earliest, latest
    return first, last
