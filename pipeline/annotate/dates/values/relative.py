"""Places in time that lean on another: the text's own date, or one named before."""

from dataclasses import dataclass, replace
from datetime import date

from pipeline.annotate.dates import calendar
from pipeline.annotate.dates.calendar import ONE, Days
from pipeline.annotate.dates.reading import FUTURE, PAST, Context, Reading, Value, date_of
from pipeline.annotate.dates.values.points import Season
from pipeline.annotate.dates.values.quantities import Part, period

_BLANKS = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX"}
_SATURDAY = 5
_EXACT_MONTHS = 300 * 12
_COARSE = ("month", "quarter", "half", "year", "decade", "century", "millennium")


def named(days: Days, unit: str) -> str:
    """The TIMEX3 value of a whole unit.

    >>> named(calendar.holding(date(2017, 1, 25), "week"), "week")
    '2017-W04'
    """
    first = days[0]
    year, week, _ = first.isocalendar()
    if unit == "quarter":
        return f"{first.year:04}-Q{(first.month + 2) // 3}"
    if unit == "half":
        return f"{first.year:04}-H{(first.month + 5) // 6}"
    simple = {
        "month": f"{first.year:04}-{first.month:02}",
        "year": f"{first.year:04}",
        "decade": f"{first.year // 10:03}",
        "century": f"{first.year // 100:02}",
        "week": f"{year:04}-W{week:02}",
        "weekend": f"{year:04}-W{week:02}-WE",
    }
    return simple.get(unit, first.isoformat())


def _base(context: Context, base: str, unit: str) -> date | None:
    """The day to count from: the text's own, or that of the date before, where the wording asks for it.

    Where there is none before, « l'année suivante » leans on the text's own unless it belongs to a story; « la
    même année » (`same`) never does.
    """
    if base == "reference":
        return context.reference
    before = context.day_before if unit in ("day", "night") else context.before
    if before is not None:
        return before.earliest if before.days else None
    return None if base == "same" or context.told else context.reference


def _ages(amount: float | None, unit: str) -> bool:
    """« il y a deux mille ans » names no year."""
    return calendar.MONTHS_OF.get(unit, 0) * (amount or 0) > _EXACT_MONTHS


@dataclass(frozen=True, slots=True)
class Shift:
    """The unit of the anchor, or one so many steps from it: « cette année », « le mois dernier », « la veille »."""

    unit: str
    steps: int
    base: str = "reference"

    def read(self, context: Context) -> Reading:
        """The days of that unit."""
        anchor = _base(context, self.base, self.unit)
        if anchor is None:
            return date_of(_BLANKS.get(self.unit), None, None, self.unit)
        week = self.unit in ("weekend", "fortnight")
        late = self.unit == "weekend" and not self.steps and context.tense == PAST and anchor.weekday() < _SATURDAY
        start = calendar.holding(anchor, "week" if week else self.unit)[0]
        first = calendar.moved(start, self.steps - late, "week" if week else self.unit)
        days = calendar.holding(first, self.unit)
        return date_of(named(days, self.unit), days, anchor, self.unit)


@dataclass(frozen=True, slots=True)
class SomeWeekend:
    """« le week-end »: the coming one where the future is told, else it may be every one."""

    unit: str = "weekend"

    def read(self, context: Context) -> Reading:
        """Its days."""
        if context.reference is not None and context.tense == FUTURE:
            return Shift(self.unit, 0).read(context)
        return date_of(_BLANKS[self.unit], None, None, "")


@dataclass(frozen=True, slots=True)
class Within:
    """A month, day or holiday in a year that leans on the anchor: « juin dernier », « janvier de cette année ».

    `steps` is 0 for the anchor's own year, 1 for the next from the anchor on, -1 for the last before it; with
    `whole_years` so many years off. « le 7 avril suivant » leans on the date before.
    """

    point: Value
    steps: int
    whole_years: bool = False
    base: str = "reference"

    def read(self, context: Context) -> Reading:
        """The point in the year that fits."""
        by_day = self.base == "before" and context.day_before and not isinstance(self.point, Season)
        anchor = _base(context, self.base, "day" if by_day else "year")
        if anchor is None:
            return self.point.read(replace(context, reference=None, frame=None))
        years = [anchor.year + self.steps] if self.whole_years or not self.steps else self._years(anchor)
        readings = [self._in(year, context) for year in years]
        good = [r for r in readings if r.days and (self.whole_years or self._lies(r.days, anchor))]
        return replace(good[0], anchor=anchor) if good else readings[0]

    def _years(self, anchor: date) -> list[int]:
        return [anchor.year + count * self.steps for count in (0, 1, 2)]

    def _lies(self, days: Days, anchor: date) -> bool:
        if self.steps > 0:
            return days[0] > anchor
        return not self.steps or days[1] < anchor

    def _in(self, year: int, context: Context) -> Reading:
        return replace(self.point, year=year).read(context)  # type: ignore[type-var]


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """A weekday: `which` is null (the tense decides), `this`, `next`, `last`, or the count of weeks from now."""

    weekday: int
    which: str | int | None = None

    def read(self, context: Context) -> Reading:
        """The day."""
        reference = context.reference
        if reference is None:
            return date_of(f"XXXX-WXX-{self.weekday + 1}", None, None, "day")
        if self.which == "the" and context.tense != FUTURE:  # « le lundi » may be every one
            return date_of(f"XXXX-WXX-{self.weekday + 1}", None, None, "day")
        found = self._from(reference, context.tense)
        return date_of(found.isoformat(), (found, found), reference, "day")

    def _from(self, reference: date, tense: int) -> date:
        if isinstance(self.which, int):
            monday = calendar.holding(reference, "week")[0]
            return monday + (7 * self.which + self.weekday) * ONE
        if self.which == "next":  # nobody calls tomorrow « mardi prochain »
            return calendar.on_or_after(reference + 2 * ONE, self.weekday)
        if self.which == "last":
            return calendar.on_or_before(reference - ONE, self.weekday)
        if tense == PAST:
            return calendar.on_or_before(reference, self.weekday)
        if self.which == "this" and tense != FUTURE:
            return calendar.holding(reference, "week")[0] + self.weekday * ONE
        return calendar.on_or_after(reference, self.weekday)


@dataclass(frozen=True, slots=True)
class InWeeks:
    """« lundi en huit »: the coming Monday and so many weeks more."""

    weekday: int
    weeks: int

    def read(self, context: Context) -> Reading:
        """The day."""
        if context.reference is None:
            return date_of(f"XXXX-WXX-{self.weekday + 1}", None, None, "day")
        found = calendar.on_or_after(context.reference, self.weekday) + 7 * self.weeks * ONE
        return date_of(found.isoformat(), (found, found), context.reference, "day")


@dataclass(frozen=True, slots=True)
class Away:
    """A length of time before (`sign` -1) or after (1) the anchor, as exact as its unit.

    « il y a 25 ans » is a year, « dans trois mois » a month, « deux jours plus tard » a day. `base` is
    `reference`, `before`, or `point`, and then `point` is what it is counted from.
    """

    parts: tuple[Part, ...]
    sign: int
    base: str = "reference"
    point: Value | None = None

    def read(self, context: Context) -> Reading:
        """The unit that lies so far off; vague where the words give no number."""
        anchor = self._anchor(context)
        if any(amount is None for amount, _ in self.parts):
            vague = "PAST_REF" if self.sign < 0 else "FUTURE_REF"
            return Reading("DATE", vague if self.base == "reference" else None)
        unit = self.parts[-1][1]
        if self.base == "reference" and any(_ages(*part) for part in self.parts):
            return Reading("DATE", "PAST_REF" if self.sign < 0 else "FUTURE_REF")
        if anchor is None:
            return date_of(_BLANKS.get(unit), None, None, unit)
        found = anchor
        for amount, each in self.parts:
            found = calendar.moved(found, self.sign * (amount or 0), each)
        return self._as_exact(found, anchor, unit)

    def _anchor(self, context: Context) -> date | None:
        if self.base == "point" and self.point is not None:
            reading = self.point.read(context)
            return reading.earliest if self.sign < 0 else reading.latest
        return _base(context, self.base, self.parts[-1][1])

    def _as_exact(self, found: date, anchor: date, unit: str) -> Reading:
        if unit not in _COARSE or len(self.parts) > 1:
            return date_of(found.isoformat(), (found, found), anchor, "day")
        unit = "year" if unit in ("decade", "century", "millennium") else "month" if unit != "year" else unit
        days = calendar.holding(found, unit)
        return date_of(named(days, unit), days, anchor, unit)


@dataclass(frozen=True, slots=True)
class Stretch:
    """« dix derniers mois », « trois prochaines semaines »: so long up to the anchor, or from it on."""

    parts: tuple[Part, ...]
    sign: int
    or_length: bool = False
    from_today: bool = False
    base: str = "reference"

    def read(self, context: Context) -> Reading:
        """The interval; vague without a number, and where nothing is known but how long, that."""
        if any(amount is None for amount, _ in self.parts):
            return Reading("DATE", "PAST_REF" if self.sign < 0 else "FUTURE_REF")
        anchor = _base(context, self.base, self.parts[-1][1])
        if anchor is None:
            return Reading("DURATION", period(self.parts)) if self.or_length else date_of(None, None, None, "interval")
        end = anchor
        for amount, unit in self.parts:
            end = calendar.moved(end, self.sign * (amount or 0), unit)
        days = (end, anchor) if self.sign < 0 else (anchor if self.from_today else min(anchor + ONE, end), end)
        return date_of(f"{days[0].isoformat()}/{days[1].isoformat()}", days, anchor, "interval")
