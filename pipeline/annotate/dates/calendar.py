"""The arithmetic of the calendar, in one place: what a unit holds, what lies so far from a day."""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter as _easter
from dateutil.relativedelta import relativedelta

Days = tuple[date, date]
"""First and last day, both included."""

ONE = timedelta(days=1)
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS_OF = {"day": 1, "workday": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
CLOCK = {"hour": 24, "minute": 24 * 60, "second": 24 * 3600}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    found: date = _easter(year)
    return found


def month(year: int, number: int) -> Days:
    """A month's days.

    >>> [day.isoformat() for day in month(2016, 2)]
    ['2016-02-01', '2016-02-29']
    """
    first = date(year, number, 1)
    return first, months_later(first, 1) - ONE


def months(year: int, number: int, count: int) -> Days:
    """The days of `count` months from one on; the first may lie before the year or after it."""
    first = months_later(date(year, 1, 1), number - 1)
    return first, months_later(first, count) - ONE


def years(first: int, last: int) -> Days:
    """The days of some years."""
    return date(first, 1, 1), date(last, 12, 31)


def months_later(day: date, count: int) -> date:
    """The same day so many months later, or the last one of a month that is too short."""
    moved: date = day + relativedelta(months=count)
    return moved


@lru_cache(maxsize=1024)
def week(year: int, number: int) -> Days:
    """Monday to Sunday of a week as ISO 8601 counts it."""
    first = date.fromisocalendar(year, number, 1)
    return first, first + 6 * ONE


def holding(day: date, unit: str) -> Days:
    """The week, month, decade… that a day lies in.

    >>> [d.isoformat() for d in holding(date(2017, 1, 25), "quarter")]
    ['2017-01-01', '2017-03-31']
    """
    if unit in ("week", "fortnight"):
        first = day - day.weekday() * ONE
        return first, first + 6 * ONE
    if unit == "weekend":
        first = day - day.weekday() * ONE + 5 * ONE
        return first, first + ONE
    if unit in ("day", "workday", "night"):
        return day, day
    if unit == "century":
        first_year = (day.year - 1) // 100 * 100 + 1
        return years(first_year, first_year + 99)
    if unit == "decade":
        return years(day.year // 10 * 10, day.year // 10 * 10 + 9)
    count = MONTHS_OF[unit]
    return months(day.year, (day.month - 1) // count * count + 1, count)


def moved(day: date, amount: float, unit: str) -> date:
    """The day that lies `amount` units later (before, if negative); half a year is six months.

    >>> moved(date(2017, 1, 31), 1, "month").isoformat(), moved(date(2017, 1, 25), -1.5, "year").isoformat()
    ('2017-02-28', '2015-07-25')
    """
    if unit in CLOCK:
        return day + timedelta(days=round(amount / CLOCK[unit]))
    if unit == "workday":
        return _workdays_later(day, round(amount))
    if unit in DAYS_OF:
        return day + timedelta(days=round(amount * DAYS_OF[unit]))
    whole, part = divmod(amount * MONTHS_OF[unit], 1)
    return months_later(day, int(whole)) + timedelta(days=round(part * 30))


def _workdays_later(day: date, amount: int) -> date:
    step = ONE if amount >= 0 else -ONE
    for _ in range(min(abs(amount), 1000)):
        day += step
        while day.weekday() > 4:
            day += step
    return day


def season(year: int, code: str) -> Days:
    """The months of a season; winter ends in the year after."""
    return months(year, SEASONS[code], 3)


def nth_weekday(days: Days, weekday: int, number: int) -> date | None:
    """The number-th Monday (0), … of a stretch of days, counted from its end if negative; null if there is none.

    >>> nth_weekday(month(2017, 1), 6, -1).isoformat()
    '2017-01-29'
    """
    first, last = days
    if number > 0:
        found = first + ((weekday - first.weekday()) % 7 + 7 * (number - 1)) * ONE
    else:
        found = last - ((last.weekday() - weekday) % 7 + 7 * (-number - 1)) * ONE
    return found if first <= found <= last else None


def on_or_after(day: date, weekday: int) -> date:
    """The first such weekday from a day on."""
    return day + (weekday - day.weekday()) % 7 * ONE


def on_or_before(day: date, weekday: int) -> date:
    """The last such weekday up to a day."""
    return day - (day.weekday() - weekday) % 7 * ONE


def as_date(year: int, month_number: int, day: int) -> date | None:
    """The day, or null where the calendar has none such."""
    try:
        return date(year, month_number, day)
    except ValueError:
        return None
