"""From words to parts, stretches, open sides and the n-th of something."""

from dataclasses import replace
from itertools import pairwise

from pipeline.annotate.dates.reading import Value
from pipeline.annotate.dates.values.compound import At, Between, Nth, Open, Part, WeekOf
from pipeline.annotate.dates.values.points import Day, Month, Year
from pipeline.annotate.dates.values.quantities import Length, Vague
from pipeline.annotate.dates.values.relative import Away, Shift, Within


def same(**slots: Value) -> Value:
    """The one slot itself."""
    (value,) = slots.values()
    return value


def part(part: str, unit: str = "", **slots: Value) -> Value | None:
    """« début 1992 », « fin du mois »."""
    if unit in ("decade", "century", "millennium"):
        return Vague(None)  # « à la fin du siècle »: of which?
    point = next(iter(slots.values())) if slots else Shift(unit, 0, "before" if unit == "day" else "reference")
    return None if isinstance(point, Open | Between | Vague | At) else Part(part, point)


def between(**slots: Value) -> Value | None:
    """« du 30 mars au 2 avril 2019 »."""
    points = list(slots.values())
    if len(points) != 2 or ({type(p) for p in points} == {Year, Month} and getattr(points[0], "month", 0) == 0):
        return None
    if any(isinstance(p, Open | Between | Vague) and p != Vague("PRESENT_REF") for p in points):
        return None
    if isinstance(points[0], WeekOf) and isinstance(points[1], Day):
        return None  # « l'agenda de la semaine du 3 au 9 juin »: the days are the week's
    return Between(points[0], points[1])


def days_within(daylist: tuple[int, ...], month: int, steps: int) -> Value:
    """« les 2 et 3 mai prochains »."""
    return Between(Within(Day(daylist[0], month), steps), Within(Day(daylist[-1], month), steps))


def dates_within(dated: Value, dated2: Value, steps: int) -> Value | None:
    """« du 30 novembre au 12 décembre prochains »."""
    points = [p for p in (dated, dated2) if isinstance(p, Day | Month) and p.month is not None and p.year is None]
    return Between(Within(points[0], steps), Within(points[1], steps)) if len(points) == 2 else None


def between_days(day: int, daydate: Value) -> Value | None:
    """« du 13 au dimanche 15 juillet »."""
    if not isinstance(daydate, Day) or daydate.month is None or day >= daydate.day:
        return None
    return Between(Day(day), replace(daydate, weekday=None))


def between_bare_days(day: int, day2: int) -> Value | None:
    """« du 13 au 18 »."""
    return Between(Day(day), Day(day2)) if day < day2 else None


def years(year: int, year2: int = 0, two_digits: int | None = None) -> Value | None:
    """« 2024-2026 », « 2011-12 »."""
    if two_digits is not None:
        year2 = year // 100 * 100 + two_digits
        if year2 != year + 1:
            return None
    return Between(Year(year), Year(year2)) if year < year2 < year + 500 else None


def years_short(year: int, two_digits: int) -> Value | None:
    """« 1914-18 », of one century; what can be a month is none."""
    last = year // 100 * 100 + two_digits
    return Between(Year(year), Year(last)) if two_digits > 12 and year < last else None


def months_within(month: int, month2: int, steps: int) -> Value:
    """« entre juin et août derniers »."""
    return Between(Within(Month(month), steps), Within(Month(month2), steps))


def days_in(
    daylist: tuple[int, ...] = (),
    month: int = 0,
    year: int | None = None,
    relative: Value | None = None,
    day: int = 0,
    day2: int = 0,
    weekday: int | None = None,
    weekday2: int | None = None,
) -> Value | None:
    """« les 4 et 5 décembre 2014 », « du 4 au 23 du mois prochain »: one interval."""
    daylist = daylist or (day, day2)
    if daylist[0] >= daylist[-1]:
        return None
    if relative is not None:
        if getattr(relative, "unit", "") != "month":
            return None
        return Between(Nth(daylist[0], "day", relative), Nth(daylist[-1], "day", relative))
    return Between(Day(daylist[0], month, year, weekday), Day(daylist[-1], month, year, weekday2))


def daylist(day: int, day2: int | None = None, daylist: tuple[int, ...] = ()) -> tuple[int, ...] | None:
    """« 3, 5 et », as days."""
    found = (day, *([day2] if day2 is not None else []), *daylist)
    return found if all(a < b for a, b in pairwise(found)) else None


def open_side(
    side: str, outside: bool = False, tense: int = 0, unit: str = "", **slots: Value | Length
) -> Value | None:
    """« depuis 2009 », « avant 1991 », « d'ici trois ans », « une année supérieure à 2010 »."""
    del unit
    (point,) = slots.values()
    if isinstance(point, Part) and point.part == "end":
        outside = False  # before its end is up to it
    if isinstance(point, tuple):
        return Open(side, Away(point, 1), outside)
    return (
        None
        if isinstance(point, Open | Between | Vague) and point != Vague("PRESENT_REF")
        else Open(side, point, outside, tense)
    )


def number_of(number: int = 0, ordinal: int = 0, firsts: int = 0) -> int:
    """The rank itself."""
    return number or ordinal or firsts


def first_units(number: float, units: str, point: Value | None = None) -> Value | None:
    """« les neuf premiers mois de 2016 »."""
    whole = point or Shift("year", 0)
    if isinstance(whole, Open | Between | Vague) or number != int(number) or not 1 <= number <= 366:
        return None
    return Between(Nth(1, units, whole), Nth(int(number), units, whole))


def last_units(number: float, units: str, point: Value | None = None) -> Value | None:
    """« les deux derniers mois de 2016 »."""
    whole = point or Shift("year", 0)
    if isinstance(whole, Open | Between | Vague) or number != int(number) or not 1 <= number <= 366:
        return None
    return Between(Nth(-int(number), units, whole), Nth(-1, units, whole))


def nth(
    rank: int = 0, ordinal: int = 0, unit: str = "", weekday: int | None = None, daypart: str = "", hours: str = "",
    clockrange: str = "", **slots: Value,
) -> Value | None:  # fmt: skip
    """« le premier lundi de mai », « la dernière semaine de 2016 », « le premier lundi à 9 h du mois prochain »."""
    whole = next(iter(slots.values()), None) or Shift("month", 0)
    if isinstance(whole, Open | Between | Vague):
        return None
    found = Nth(rank or ordinal, weekday if weekday is not None else unit, whole)
    time = daypart or hours or clockrange
    return At(found, time) if time else found
