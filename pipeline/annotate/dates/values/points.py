"""Places in the calendar: a day, a month, a year, a season, a part of a year, a week, a decade, a century."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.annotate.dates import calendar
from pipeline.annotate.dates.reading import FUTURE, PAST, Context, Reading, date_of

_WEEKDAYS_PER_SEARCH = 24
_SCENES = ("month", "season", "quarter", "half", "year", "interval")
_YEARS_AGO = 2
_CLOSE = 7
"""A day of the same week is not of another year, whatever the tense."""
_LONGEST_SCENE = 62
_LONGEST_FRAME = 366
"""« De 2003 à 2014 » says nothing of the year that the next sentence's « 28 novembre » is in."""
_SAME_SCENE, _OF_A_STORY, _OF_NOW = 45, 366, 92


def _near(context: Context, month: int) -> int | None:
    """The year that a month without one is in, seen from the text's date.

    The past tense looks back, the future ahead; else it is the same year, save around New Year.
    """
    reference = context.reference
    if reference is None:
        return None
    year, gap = reference.year, month - reference.month
    if context.tense == PAST:
        return year if gap <= 0 else year - 1
    if context.tense == FUTURE:
        return year if gap >= 0 else year + 1
    return year - 1 if gap == 11 else year + 1 if gap == -11 else year


def _told(context: Context, month: int, day: int) -> Reading | None:
    """The date that gives a year to one without, before the text's own does.

    That is a stretch right beside it that holds it, or the year that heads the chapter. Where the text's own
    date is years away, and none of its days near, it is the scene set by the sentence before, or, some weeks
    on, by the last day stated in full.
    """
    frame, reference = context.frame, context.reference
    if frame is not None and frame.days and frame.grain in _SCENES:
        first, last = frame.days
        found = calendar.as_date(first.year, month, day)
        if found and first <= found <= last and (last - first).days <= _LONGEST_FRAME:
            return frame
    if context.heading is not None or context.tense == FUTURE:
        return context.heading
    if reference is None:
        return frame if frame and _follows(frame, month, day) else None
    own = calendar.as_date(_near(context, month) or reference.year, month, day)
    if own and abs((own - reference).days) <= _OF_NOW:
        return None
    weeks_on = (context.era, _SAME_SCENE), (context.frame, _OF_A_STORY)
    return next((scene for scene, most in weeks_on if scene and _goes_on(scene, month, day, reference, most)), None)


def _goes_on(scene: Reading, month: int, day: int, reference: date, most: int) -> bool:
    """Whether the day can follow in a story that is set years ago."""
    if scene.days is None or scene.anchor is not None or scene.grain not in ("day", "month", "year"):
        return False
    found = calendar.as_date(scene.days[0].year, month, day)
    far = reference.year - scene.days[1].year >= _YEARS_AGO
    return far and found is not None and 0 <= (found - scene.days[0]).days <= most


def _follows(scene: Reading, month: int, day: int) -> bool:
    """Whether the day comes after the one told right before, in the same year; nothing else in the text says more."""
    if scene.days is None or scene.open_ended or scene.grain not in ("day", "month", "interval"):
        return False
    found = calendar.as_date(scene.days[1].year, month, day)
    return found is not None and scene.days[0].year == scene.days[1].year and found >= scene.days[0]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month; `weekday` counts from Monday, 0."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None

    def read(self, context: Context) -> Reading:
        """The day; a missing year or month is the one the context speaks for."""
        if self.month is None:
            return self._without_month(context)
        if self.year is not None:
            return self._on(calendar.as_date(self.year, self.month, self.day), None)
        told = _told(context, self.month, self.day)
        if told is not None and told.earliest is not None:
            return self._on(calendar.as_date(told.earliest.year, self.month, self.day), told.earliest)
        if context.reference is None:
            return self._on(None, None)
        return self._on(self._near(context, context.reference), context.reference)

    def _near(self, context: Context, reference: date) -> date | None:
        assert self.month is not None  # noqa: S101
        matching = [found for found in self._years(reference) if found.weekday() == self.weekday]
        if matching:
            return min(matching, key=lambda found: abs(found - reference))
        year = _near(context, self.month)
        closest = min(self._years(reference), key=lambda found: abs(found - reference), default=reference)
        if not context.firm and 0 < abs((closest - reference).days) <= _CLOSE:
            return closest
        found = year and calendar.as_date(year, self.month, self.day)
        if found and self.month == reference.month:
            late, early = context.tense == PAST and found > reference, context.tense == FUTURE and found < reference
            return calendar.as_date(found.year - late + early, self.month, self.day)
        if not found and (self.month, self.day) == (2, 29):
            return next((day for day in self._years(reference) if day), None)
        return found or None

    def _years(self, reference: date) -> list[date]:
        years = (reference.year, reference.year - 1, reference.year + 1)
        return [found for year in years if (found := calendar.as_date(year, self.month or 1, self.day))]

    def _without_month(self, context: Context) -> Reading:
        reference = context.reference
        if context.frame is not None and (inside := self._inside(context.frame)):
            return self._on(inside, context.frame.earliest)
        if context.story is not None and (inside := self._inside(context.story)):
            return self._on(inside, context.story.earliest)
        if (after := self._after(context)) is not None:
            return self._on(after, context.day_before.earliest if context.day_before else None)
        if reference is None:
            return date_of(f"XXXX-XX-{self.day:02}", None, None, "day")
        fitting = (d for d in self._months(reference, context.tense) if self.weekday in (None, d.weekday()))
        return self._on(next(fitting, None), reference)

    def _inside(self, scene: Reading) -> date | None:
        """The one day of that number in a stretch that sets the scene: « du 3 au 9 mai 2012 … le 7 »."""
        if scene.days is None or scene.open_ended or scene.grain not in ("interval", "month"):
            return None
        first, last = scene.days
        months = {(first.year, first.month), (last.year, last.month)}
        days = [calendar.as_date(*month, self.day) for month in sorted(months)]
        good = [day for day in days if day and first <= day <= last and self.weekday in (None, day.weekday())]
        return good[0] if len(good) == 1 and (last - first).days <= _LONGEST_SCENE else None

    def _after(self, context: Context) -> date | None:
        """Later in the month of the day told before: « Le 9 septembre, … Le 11, elle gagna la côte »."""
        told = context.day_before.latest if context.day_before else None
        if told is None or context.tense == FUTURE or self.weekday is not None or self.day <= told.day:
            return None
        found = calendar.as_date(told.year, told.month, self.day)
        return found if found and (context.reference is None or found <= context.reference) else None

    def _months(self, reference: date, tense: int) -> Iterator[date]:
        step = -1 if tense == PAST else 1
        for count in range(_WEEKDAYS_PER_SEARCH):
            month = calendar.months_later(reference.replace(day=1), step * count)
            found = calendar.as_date(month.year, month.month, self.day)
            if found and (found - reference).days * step >= 0:
                yield found

    def _on(self, found: date | None, anchor: date | None) -> Reading:
        if found is None:
            year = "XXXX" if self.year is None else f"{self.year:04}"
            return date_of(f"{year}-{self.month or 0:02}-{self.day:02}", None, None, "day")
        return date_of(found.isoformat(), (found, found), anchor, "day")


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the year."""

    month: int
    year: int | None = None

    def read(self, context: Context) -> Reading:
        """The month's days."""
        if self.year is not None:
            return self._in(self.year, None)
        told = _told(context, self.month, 28)
        if told is not None and told.earliest is not None:
            return self._in(told.earliest.year, told.earliest)
        year = _near(context, self.month)
        if year is None:
            return date_of(f"XXXX-{self.month:02}", None, None, "month")
        return self._in(year, context.reference)

    def _in(self, year: int, anchor: date | None) -> Reading:
        return date_of(f"{year:04}-{self.month:02}", calendar.month(year, self.month), anchor, "month")


@dataclass(frozen=True, slots=True)
class Year:
    """A year."""

    year: int

    def read(self, context: Context) -> Reading:
        """The year's days."""
        del context
        return date_of(f"{self.year:04}", calendar.years(self.year, self.year), None, "year")


@dataclass(frozen=True, slots=True)
class Season:
    """A season: `SP`, `SU`, `FA` or `WI`; `steps` counts from the text's own (« l'été dernier »: -1)."""

    code: str
    year: int | None = None
    steps: int | None = None

    def read(self, context: Context) -> Reading:
        """The season's months."""
        if self.year is not None:
            return self._in(self.year, None)
        reference = context.reference
        if reference is None and context.heading is not None and context.heading.earliest and self.steps is None:
            return self._in(context.heading.earliest.year, context.heading.earliest)
        if reference is None:
            return date_of(f"XXXX-{self.code}", None, None, "season")
        return self._in(self._near(reference, context.tense), reference)

    def _near(self, reference: date, tense: int) -> int:
        year = reference.year - (self.code == "WI" and reference.month < 3)
        first, last = calendar.season(year, self.code)
        if self.steps == 1:
            return year if first > reference else year + 1
        if self.steps == -1:
            return year if last < reference else year - 1
        if self.steps is None and tense == PAST and first > reference:
            return year - 1
        return year + 1 if self.steps is None and tense == FUTURE and last < reference else year

    def _in(self, year: int, anchor: date | None) -> Reading:
        return date_of(f"{year:04}-{self.code}", calendar.season(year, self.code), anchor, "season")


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """The number-th `quarter` or `half` of a year."""

    unit: str
    number: int
    year: int | None = None

    def read(self, context: Context) -> Reading:
        """Its months."""
        code = f"{'Q' if self.unit == 'quarter' else 'H'}{self.number}"
        length = calendar.MONTHS_OF[self.unit]
        year = self.year or _near(context, (self.number - 1) * length + 1)
        if year is None or self.number * length > 12:
            return date_of(f"XXXX-{code}", None, None, self.unit)
        days = calendar.months(year, (self.number - 1) * length + 1, length)
        return date_of(f"{year:04}-{code}", days, None if self.year else context.reference, self.unit)


@dataclass(frozen=True, slots=True)
class Week:
    """A numbered week of a year, as ISO 8601 counts it."""

    number: int
    year: int | None = None

    def read(self, context: Context) -> Reading:
        """Monday to Sunday."""
        year = self.year or (context.reference and context.reference.year)
        if year is None:
            return date_of(f"XXXX-W{self.number:02}", None, None, "week")
        days = calendar.week(year, self.number)
        return date_of(f"{year:04}-W{self.number:02}", days, None if self.year else context.reference, "week")


@dataclass(frozen=True, slots=True)
class Decade:
    """The ten years from one on: « les années 1990 »."""

    first: int

    def read(self, context: Context) -> Reading:
        """Their days."""
        del context
        return date_of(f"{self.first // 10:03}", calendar.years(self.first, self.first + 9), None, "decade")


@dataclass(frozen=True, slots=True)
class Century:
    """A century, the first being that of the years 1 to 100; « av. J.-C. » has no days."""

    number: int
    era: int = 1

    def read(self, context: Context) -> Reading:
        """Its hundred years."""
        del context
        if self.era < 0:
            return date_of(f"BC{self.number - 1:02}", None, None, "century")
        first = (self.number - 1) * 100 + 1
        return date_of(f"{self.number - 1:02}", calendar.years(first, first + 99), None, "century")
