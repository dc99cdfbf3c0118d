"""Reading seen from a week, a month or a season, where a text tells no more of when it was written.

What means the same seen from the period's first day and from its last is read so (« l'an dernier », « le
15 mai »); of what means two things, that which names a day or month of the period itself (« mardi », in a
week). The rest (« hier ») stays unresolved, as without any date.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pipeline.annotate.dates.reading import Context, Period, Reading, Value
from pipeline.annotate.dates.values.compound import At, Between, Holiday, Nth, Open, Part
from pipeline.annotate.dates.values.points import Day, Month, PartOfYear, Season, Year
from pipeline.annotate.dates.values.relative import OnWeekday, Shift, SomeWeekend

_WEEK = 7
_INNER = ("point", "first", "last", "whole")


def seen_from(period: Period, value: Value, context: Context, read: Callable[[Value, Context], Reading]) -> Reading:
    """What it means for whoever wrote on any of those days."""
    early = read(value, replace(context, reference=period.first))
    late = read(value, replace(context, reference=period.last))
    same = (early.value, early.earliest, early.latest) == (late.value, late.earliest, late.latest)
    if not same and _names(value, period):
        inside = [one for one in (early, late) if _meets(one, period)]
        same = len({(one.earliest, one.latest) for one in inside}) == 1
        late = inside[-1] if inside else late
    if not same:
        return read(value, replace(context, reference=None))
    return replace(late, anchor=_as_last(late.anchor, period))


def _as_last(anchor: date | None, period: Period) -> date | None:
    return period.last if anchor == period.first else anchor


def _meets(reading: Reading, period: Period) -> bool:
    first, last = reading.earliest or reading.latest, reading.latest or reading.earliest
    return first is not None and last is not None and first <= period.last and last >= period.first


def _names(value: object, period: Period) -> bool:
    """Whether it names its place in the calendar, and is not counted from the day of writing."""
    if isinstance(value, OnWeekday):
        return period.length <= _WEEK and value.which in (None, "the", "this")
    if isinstance(value, Shift | SomeWeekend):
        return period.length <= _WEEK and value.unit == "weekend" and not getattr(value, "steps", 0)
    if isinstance(value, At | Between | Nth | Open | Part):
        return all(_names(getattr(value, name), period) for name in _INNER if hasattr(value, name))
    return isinstance(value, Day | Month | PartOfYear | Season | Year | Holiday) and not getattr(value, "steps", 0)
