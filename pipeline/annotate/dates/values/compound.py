"""Values made of values: a part of one, the stretch between two, an open side, the n-th of something, a time of day."""

from dataclasses import dataclass, fields, replace
from datetime import date

from pipeline.annotate.dates import calendar
from pipeline.annotate.dates.calendar import ONE, Days
from pipeline.annotate.dates.reading import FUTURE, UNKNOWN, Context, Reading, Value, date_of
from pipeline.annotate.dates.values.relative import named

_COUNTS = {"decade": 10, "century": 100, "year": 12, "half": 6, "quarter": 3, "season": 3}


@dataclass(frozen=True, slots=True)
class Part:
    """The start, the middle, the end, a half or a third of something."""

    part: str
    point: Value

    def read(self, context: Context) -> Reading:
        """Its days; the value stays that of the whole."""
        whole = self.point.read(context)
        if whole.days is None:
            return replace(whole, earliest=None, latest=None, anchor=None)
        if self.part == "rest":
            reference = context.reference
            days = (max(whole.days[0], reference), whole.days[1]) if reference else whole.days
            return replace(whole, earliest=min(days), latest=days[1], grain="interval")
        if self.part == "so_far":
            reference = context.reference or whole.days[1]
            return replace(whole, latest=max(whole.days[0], min(whole.days[1], reference)), grain="interval")
        first, last = part_of(self.part, whole.days, whole.grain)
        return replace(whole, earliest=first, latest=last, grain="interval")


def part_of(part: str, days: Days, grain: str) -> Days:
    """Cut days into parts: years by months, months by days, decades and centuries by years.

    >>> year = calendar.years(1992, 1992)
    >>> [d.isoformat() for d in part_of("start", year, "year")]
    ['1992-01-01', '1992-03-31']
    """
    count = _COUNTS.get(grain) or (days[1] - days[0]).days + 1
    first, last = _steps(part, count, grain)
    if grain not in _COUNTS:
        return days[0] + first * ONE, days[0] + (last - 1) * ONE
    months = 12 if grain in ("decade", "century") else 1
    return calendar.months_later(days[0], first * months), calendar.months_later(days[0], last * months) - ONE


def _steps(part: str, count: int, grain: str) -> tuple[int, int]:
    """Which of `count` steps a part takes: half-open."""
    if count == 1:
        return 0, 1
    half, third = count // 2, max(count // 3, 1)
    if grain == "week":
        edges = {"start": (0, 2), "middle": (2, 4), "end": (4, 7)}
    elif grain == "year":
        edges = {"start": (0, 3), "middle": (4, 8), "end": (9, 12)}
    elif grain == "month":
        edges = {"start": (0, 10), "middle": (10, 20), "end": (20, count)}
        half = 15
    else:
        edges = {"start": (0, third), "middle": (third, count - third), "end": (count - third, count)}
    others = {
        "first_half": (0, half),
        "second_half": (half, count),
        "first_third": (0, third),
        "second_third": (third, count - third),
        "last_third": (count - third, count),
    }
    return (edges | others)[part]


@dataclass(frozen=True, slots=True)
class Between:
    """From one to another, ends included; the second lends the first what it leaves out."""

    first: Value
    last: Value

    def read(self, context: Context) -> Reading:
        """The interval."""
        last = self.last.read(context)
        first = lent(self.first, self.last).read(context)
        if first.days and last.days and first.days[0] > last.days[1]:
            first, last = self._in_order(context, first, last)
        if first.days is None or last.days is None or first.days[0] > last.days[1]:
            return date_of(_joined(first, last), None, None, "interval")
        return date_of(_joined(first, last), (first.days[0], last.days[1]), first.anchor or last.anchor, "interval")

    def _in_order(self, context: Context, first: Reading, last: Reading) -> tuple[Reading, Reading]:
        """« du 20 novembre au 3 janvier 2018 » begins a year before; « du vendredi au lundi » ends a week later."""
        if last.anchor is None and last.latest and getattr(self.first, "year", 0) is None:
            earlier: Value = replace(self.first, year=last.latest.year - 1)  # type: ignore[type-var]
            return earlier.read(context), last
        if context.reference is None:
            return first, last
        return first, self.last.read(replace(context, reference=first.earliest, tense=FUTURE))


def _joined(first: Reading, last: Reading) -> str | None:
    return f"{first.value}/{last.value}" if first.value and last.value else None


def lent(first: Value, last: Value) -> Value:
    """The first with the month and year that only the last states: « du 4 au 6 novembre 2015 »."""
    if isinstance(last, Part):
        return lent(first, last.point)
    if isinstance(first, Part):
        return replace(first, point=lent(first.point, last))
    names = {f.name for f in fields(first)} & {f.name for f in fields(last)}  # type: ignore[arg-type]
    missing = [n for n in ("month", "year") if n in names and getattr(first, n) is None]
    given = {n: getattr(last, n) for n in missing if getattr(last, n) is not None}
    if given.get("year") and "month" in names and "month" not in missing and _after(first, last):
        given["year"] -= 1
    return replace(first, **given) if given else first  # type: ignore[type-var]


def _after(first: Value, last: Value) -> bool:
    """Whether « novembre … février 2019 » begins in the year before."""
    return (getattr(first, "month", 0) or 0) > (getattr(last, "month", 0) or 99)


@dataclass(frozen=True, slots=True)
class Open:
    """Since, from, until, before or after a point: `side` is the one without an end, `past` the point is left out."""

    side: str
    point: Value
    outside: bool = False
    tense: int = UNKNOWN

    def read(self, context: Context) -> Reading:
        """The days on one side; « depuis lundi » looks back, « à partir de lundi » ahead."""
        point = self.point.read(replace(context, tense=self.tense, firm=True) if self.tense else context)
        if point.days is None:
            return replace(point, type="DATE", earliest=None, latest=None, anchor=None)
        first, last = point.days
        outside = self.outside and point.type != "TIME"  # before three o'clock is on that day
        if self.side == "right":
            days: tuple[date | None, date | None] = (last + ONE if outside else first, None)
        else:
            days = (None, first - ONE if outside else last)
        kind = "TIME" if point.type == "TIME" else "DATE"
        return Reading(kind, point.value, *days, point.anchor, "interval", open_ended=True)


@dataclass(frozen=True, slots=True)
class Nth:
    """The number-th weekday or unit of something; counted from the end if negative."""

    number: int
    what: int | str
    whole: Value

    def read(self, context: Context) -> Reading:
        """Its days."""
        whole = self.whole.read(context)
        if whole.days is None:
            return date_of(None, None, None, "day")
        days = self._found(whole.days, whole.grain)
        if days is None:
            return date_of(None, None, None, "day")
        unit = "day" if isinstance(self.what, int) else self.what
        value = named(days, unit)
        return date_of(value, days, whole.anchor, unit)

    def _found(self, days: Days, grain: str) -> Days | None:
        first, last = days
        if isinstance(self.what, int):
            found = calendar.nth_weekday(days, self.what, self.number)
            return (found, found) if found else None
        if self.what in ("week", "weekend") and grain == "year":
            year, count = first.year, date(first.year, 12, 28).isocalendar()[1]
            monday = calendar.week(year, self.number if self.number > 0 else count + 1 + self.number)[0]
            return calendar.holding(monday, self.what)
        if self.what in ("week", "weekend"):
            monday_or_saturday = 0 if self.what == "week" else 5
            start = calendar.nth_weekday(days, monday_or_saturday, self.number)
            return calendar.holding(start, self.what) if start else None
        edge = first if self.number > 0 else calendar.holding(last, self.what)[0]
        start = calendar.moved(edge, self.number - 1 if self.number > 0 else self.number + 1, self.what)
        return calendar.holding(start, self.what) if first <= start <= last else None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week, month, day before or day after of a day: « la semaine du 7 octobre », « la veille de Noël »."""

    unit: str
    point: Value
    steps: int = 0

    def read(self, context: Context) -> Reading:
        """The unit that holds the day, so many steps on."""
        point = self.point.read(context)
        if point.days is None:
            return date_of(None, None, None, self.unit)
        days = calendar.holding(calendar.moved(point.days[0], self.steps, self.unit), self.unit)
        return date_of(named(days, self.unit), days, point.anchor, self.unit)


@dataclass(frozen=True, slots=True)
class At:
    """A day and a time of it: `time` is the TIMEX3 part behind the T (« 14:30 », « EV »)."""

    point: Value
    time: str

    def read(self, context: Context) -> Reading:
        """The day, as a TIME."""
        point = self.point.read(context)
        value = f"{point.value.split('/')[0]}T{self.time}" if point.value else None
        return replace(point, type="TIME", value=value, grain="day")


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast by its rule: fixed (`month`, `day`), so many days from Easter, or the n-th weekday of a month."""

    name: str
    month: int = 0
    day: int = 0
    easter: int | None = None
    weekday: int | None = None
    nth: int = 0
    offset: int = 0
    year: int | None = None

    def on(self, year: int) -> date | None:
        """The day in a year."""
        if self.easter is not None:
            return calendar.easter(year) + self.easter * ONE
        if self.weekday is not None:
            found = calendar.nth_weekday(calendar.month(year, self.month), self.weekday, self.nth)
            return found + self.offset * ONE if found else None
        return calendar.as_date(year, self.month, self.day)

    def read(self, context: Context) -> Reading:
        """The day, in its year or the one that the context speaks for."""
        if self.year is not None:
            found = self.on(self.year)
            return _on(found, None)
        reference = context.reference
        if reference is None:
            value = f"XXXX-{self.month:02}-{self.day:02}" if self.day else None
            return date_of(value, None, None, "day")
        found = self._near(reference, context.tense)
        return _on(found, reference)

    def _near(self, reference: date, tense: int) -> date | None:
        found = self.on(reference.year)
        if found is None or not tense or (found - reference).days * tense >= 0:
            return found
        return self.on(reference.year + tense)


def _on(found: date | None, anchor: date | None) -> Reading:
    return (
        date_of(None, None, None, "day") if found is None else date_of(found.isoformat(), (found, found), anchor, "day")
    )
