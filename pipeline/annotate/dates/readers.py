"""How a rule's match is read: small functions from what filled its slots to a value; null is no reading at all.

A slot that stands twice comes as `point` and `point2`. What a rule gives `with` comes by name.
"""

from collections.abc import Callable
from dataclasses import replace

from pipeline.annotate.dates.reading import Value
from pipeline.annotate.dates.values.compound import At, Between, Holiday, Nth, Open, Part, WeekOf
from pipeline.annotate.dates.values.points import Century, Day, Decade, Month, PartOfYear, Season, Week, Year
from pipeline.annotate.dates.values.quantities import Duration, Recurrence, Vague, period
from pipeline.annotate.dates.values.relative import Away, InWeeks, OnWeekday, Shift, Stretch, Within

Length = tuple[tuple[float | None, str], ...]
CENTURY_TURNS = 40
"""A year of two figures below this is of the 2000s, from it on of the 1900s."""


def same(**slots: Value) -> Value:
    """The one slot itself."""
    (value,) = slots.values()
    return value


def full_year(two_digits: int) -> int:
    """1998 for 98, 2018 for 18."""
    return two_digits + (2000 if two_digits < CENTURY_TURNS else 1900)


def a_day(
    day: int = 0,
    month: int | None = None,
    year: int | None = None,
    day_number: int = 0,
    month_number: int | None = None,
    two_digits: int | None = None,
    weekday: int | None = None,
    weekday_short: int | None = None,
    weekday_dotted: int | None = None,
) -> Value | None:
    """A day in words or figures; a month above twelve means that the order is the American one."""
    day, month = day or day_number, month or month_number
    if two_digits is not None:
        year = full_year(two_digits)
    named = [given for given in (weekday, weekday_short, weekday_dotted) if given is not None]
    return Day(day, month, year, named[0] if named else None)


def an_american_day(day_number: int, day_number2: int, year: int | None = None) -> Value | None:
    """« 02/22/2016 »: the second figure can't be a month."""
    return Day(day_number2, day_number, year) if day_number <= 12 < day_number2 else None


def on_weekday(daydate: Value, weekday: int = 0, weekday_short: int = 0) -> Value | None:
    """A weekday before a day."""
    return replace(daydate, weekday=weekday or weekday_short) if isinstance(daydate, Day) and daydate.weekday is None else None


def a_month(
    month: int = 0,
    year: int | None = None,
    month_number: int = 0,
    two_digits: int | None = None,
    month_name: int = 0,
) -> Value | None:
    """A month; two figures behind it are a year only where they can't be a day."""
    if two_digits is not None:
        if two_digits <= 31:
            return None
        year = 1900 + two_digits
    if month_number and not 1900 <= (year or 0) < 2100:
        return None  # « 5/1000 »
    return Month(month or month_number or month_name, year)


def this_month(month: int) -> Value:
    """« ce mois de mars », « ce mai frileux »."""
    return Within(Month(month), 0)


def this_date(daydate: Value) -> Value:
    """« ce 25 janvier » is of this year."""
    return within(0, daydate=daydate) or daydate


def ordinal_day(ordinal: int, month: int, year: int | None = None) -> Value | None:
    """« le 4e jour de juillet »."""
    return Day(ordinal, month, year) if 1 <= ordinal <= 31 else None


def a_year(year: int = 0, two_digits: int | None = None, short_year: int = 0) -> Value:
    """A year."""
    return Year(full_year(two_digits) if two_digits is not None else year or short_year)


def a_season(
    season: str,
    year: int | None = None,
    steps: int | None = None,
    year2: int | None = None,
    two_digits: int | None = None,
) -> Value | None:
    """A season; « l'hiver 2015-2016 » is one."""
    if year is None and two_digits is not None:
        return Season(season, full_year(two_digits)) if two_digits > 31 else None
    end = year2 if year2 is not None else two_digits
    if end is not None and (year or 0) % 100 + 1 != end % 100:
        return None
    return Season(season, year, steps)


def part_of_year(
    half_or_quarter: str = "",
    ordinal: int | None = None,
    number: int | None = None,
    year: int | None = None,
    yeardate: Value | None = None,
    relyear: Value | None = None,
    quarter_letter: str = "",
) -> Value | None:
    """« 3e trimestre 2016 », « second semestre de l'année prochaine »."""
    count, unit = ordinal or number or 0, half_or_quarter or quarter_letter
    if not 1 <= count <= (4 if unit == "quarter" else 2):
        return None
    if relyear is not None:
        return Nth(count, unit, relyear)
    if isinstance(yeardate, Year):
        year = yeardate.year
    return PartOfYear(unit, count, year)


def a_week(
    number: int = 0, ordinal: int = 0, year: int | None = None, yeardate: Value | None = None
) -> Value | None:
    """« la semaine 31 »."""
    count = number or ordinal
    if isinstance(yeardate, Year):
        year = yeardate.year
    return Week(count, year) if isinstance(count, int) and 1 <= count <= 53 else None


def a_decade(year: int | None = None, tens: int | None = None) -> Value | None:
    """« les années 1990 », « les années soixante » (of the twentieth century)."""
    if year is not None:
        return Decade(year) if year % 10 == 0 else None
    return Decade(1900 + tens) if tens else None


def decades(year: int | None = None, year2: int | None = None, tens: int = 0, tens2: int = 0) -> Value | None:
    """« les années 1970-1980 »."""
    first, last = a_decade(year, tens), a_decade(year2, tens2)
    return Between(first, last) if first and last else None


def a_century(ordinal: int = 0, roman: int = 0, era: int = 1) -> Value | None:
    """« XXIe siècle »."""
    number = ordinal or roman
    return Century(number, era) if 1 <= number <= 30 else None


def centuries(roman: int = 0, roman2: int = 0, ordinal: int = 0, ordinal2: int = 0) -> Value | None:
    """« XIXe et XXe siècles »."""
    first, last = a_century(ordinal, roman), a_century(ordinal2, roman2)
    return Between(first, last) if first and last else None


def feast(name: str, **rule: int | None) -> Value:
    """A holiday by its rule."""
    return Holiday(name, **rule)  # type: ignore[arg-type]


def feast_in(feast: Value, year: int | None = None, yeardate: Value | None = None) -> Value | None:
    """« Pâques 2018 »."""
    if isinstance(yeardate, Year):
        year = yeardate.year
    return replace(feast, year=year) if isinstance(feast, Holiday) else None


def shifted(steps: int, unit: str = "", units: str = "", base: str = "reference") -> Value:
    """« cette semaine », « l'année précédente », « hier »."""
    return Shift(unit or units, steps, base)


def some_weekend() -> Value:
    """« le week-end »: it may be this one, or every one."""
    return Vague("XXXX-WXX-WE")


def weekday_of(
    weekday: int,
    which: str | int | None = None,
    relative: Value | None = None,
    weeks: int = 0,
    daypart: str = "",
) -> Value | None:
    """« mardi », « mardi prochain », « mardi de la semaine prochaine », « mardi en huit »."""
    if weeks:
        return InWeeks(weekday, weeks)
    if relative is not None:
        is_week = isinstance(relative, Shift) and relative.unit == "week" and relative.base == "reference"
        if is_week and isinstance(relative, Shift):
            day = OnWeekday(weekday, relative.steps)
            return At(day, daypart) if daypart else day
        return Nth(1, weekday, relative) if getattr(relative, "unit", "") == "week" else None
    return OnWeekday(weekday, which)


def within(steps: int, whole_years: bool = False, **slots: Value) -> Value | None:
    """« juin dernier », « le 5 juin prochain », « le mois de janvier de cette année »."""
    (point,) = slots.values()
    if not isinstance(point, Day | Month | Holiday | PartOfYear) or point.year is not None:
        return None
    if isinstance(point, Day) and point.month is None:
        return None
    return Within(point, steps, whole_years)


def within_year(relyear: Value, **slots: Value) -> Value | None:
    """« juin de l'année prochaine »."""
    if not isinstance(relyear, Shift):
        return None
    return within(relyear.steps, whole_years=True, **slots)


def one(unit: str = "", units: str = "", amount: float = 1.0) -> Length:
    """« une semaine », « un demi-siècle »."""
    return ((amount, unit or units),)


def length(
    number: float, unit: str = "", units: str = "", clock_unit: str = "", plus: float = 0.0
) -> Length:
    """« 25 ans », « un an et demi »."""
    return ((number + plus, unit or units or clock_unit),)


def vague_length(units: str = "", clock_unit: str = "") -> Length:
    """« quelques jours »."""
    return ((None, units or clock_unit),)


def longer(**slots: Length) -> Length | None:
    """« deux ans et trois mois »."""
    parts = tuple(part for length in slots.values() for part in length)
    return parts if len({unit for _, unit in parts}) == len(parts) else None


def dozens(tens_of: int, units: str) -> Length:
    """« une dizaine d'années »."""
    return ((tens_of, units),)


def duration(length: Length = (), vaguelength: Length = (), clocklength: Length = ()) -> Value:
    """A length of time."""
    return Duration(length or vaguelength or clocklength)


def whole(unit: str) -> Value:
    """« toute l'année »."""
    return Duration(((1, unit),))


def count(number: float, units: str) -> Value:
    """« les 25 premières années »."""
    return Duration(((number, units),))


def away(
    sign: int, base: str = "reference", length: Length = (), vaguelength: Length = (), clocklength: Length = (),
    point: Value | None = None,
) -> Value | None:  # fmt: skip
    """« il y a 25 ans », « dans trois jours », « deux ans plus tard », « deux semaines avant Noël »."""
    return Away(length or vaguelength or clocklength, sign, base, point)


def more_than_before(length: Length, point: Value) -> Value:
    """« plus de deux semaines avant Noël »."""
    return Open("left", Away(length, -1, "point", point), outside=True)


def less_than_after(length: Length, point: Value) -> Value:
    """« moins de deux semaines après Noël »."""
    return Between(point, Away(length, 1, "point", point))


def counted_stretch(
    number: float, sign: int, unit: str = "", units: str = "", clock_unit: str = "", or_length: bool = False, from_today: bool = False,
    base: str = "reference",
) -> Value:
    """« les dix derniers mois »."""
    return Stretch(((number, unit or units or clock_unit),), sign, or_length, from_today, base)


def coming_lengths(length: Length, number: float = 0, units: str = "", length2: Length = ()) -> Value:
    """« dans les 5 prochaines années et 2 mois »."""
    first: Length = ((number, units),) if number else ()
    return Stretch((*first, *length, *length2), 1, from_today=True)


def vague(value: str) -> Value:
    """« ces dernières années »."""
    return Vague(value)


def vague_stretch(sign: int, units: str = "") -> Value:
    """« les prochaines décennies »."""
    del units
    return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")


def part(part: str, unit: str = "", **slots: Value) -> Value | None:
    """« début 1992 », « fin du mois »."""
    if unit in ("decade", "century", "millennium"):
        return Vague(None)  # « à la fin du siècle »: of which?
    point = next(iter(slots.values())) if slots else Shift(unit, 0)
    return None if isinstance(point, Open | Between | Vague | At) else Part(part, point)


def between(**slots: Value) -> Value | None:
    """« du 30 mars au 2 avril 2019 »."""
    points = list(slots.values())
    if len(points) != 2 or {type(p) for p in points} == {Year, Month} and getattr(points[0], "month", 0) == 0:
        return None
    if any(isinstance(p, Open | Between | Vague) and p != Vague("PRESENT_REF") for p in points):
        return None
    return Between(points[0], points[1])


def years(year: int, year2: int = 0, two_digits: int | None = None) -> Value | None:
    """« 2024-2026 », « 2011-12 »."""
    if two_digits is not None:
        year2 = year // 100 * 100 + two_digits
        if year2 != year + 1:
            return None
    return Between(Year(year), Year(year2)) if year < year2 < year + 500 else None


def between_days(day: int, daydate: Value) -> Value | None:
    """« du 13 au dimanche 15 juillet »."""
    if not isinstance(daydate, Day) or daydate.month is None or day >= daydate.day:
        return None
    return Between(Day(day), replace(daydate, weekday=None))


def between_bare_days(day: int, day2: int) -> Value | None:
    """« du 13 au 18 »."""
    return Between(Day(day), Day(day2)) if day < day2 else None


def between_weekdays(relative: Value, weekday: int, weekday2: int) -> Value | None:
    """« la semaine prochaine, du mercredi au vendredi »."""
    first, last = weekday_of(weekday, relative=relative), weekday_of(weekday2, relative=relative)
    return Between(first, last) if first and last else None


def days_in(
    daylist: tuple[int, ...] = (),
    month: int = 0,
    year: int | None = None,
    relative: Value | None = None,
    day: int = 0,
    day2: int = 0,
    weekday: int = 0,
    weekday2: int = 0,
) -> Value | None:
    """« les 4 et 5 décembre 2014 », « du 4 au 23 du mois prochain »: one interval."""
    del weekday, weekday2
    daylist = daylist or (day, day2)
    if daylist[0] >= daylist[-1]:
        return None
    if relative is not None:
        if getattr(relative, "unit", "") != "month":
            return None
        return Between(Nth(daylist[0], "day", relative), Nth(daylist[-1], "day", relative))
    return Between(Day(daylist[0], month, year), Day(daylist[-1], month, year))


def daylist(day: int, day2: int | None = None, daylist: tuple[int, ...] = ()) -> tuple[int, ...] | None:
    """« 3, 5 et », as days."""
    found = (day, *([day2] if day2 is not None else []), *daylist)
    return found if all(a < b for a, b in zip(found, found[1:], strict=False)) else None


def day_in(day: int, relative: Value) -> Value | None:
    """« le 15 du mois prochain »."""
    return Nth(day, "day", relative) if getattr(relative, "unit", "") == "month" else None


def open_side(side: str, outside: bool = False, tense: int = 0, **slots: Value | Length) -> Value | None:
    """« depuis 2009 », « avant 1991 », « d'ici trois ans »."""
    (point,) = slots.values()
    if isinstance(point, tuple):
        return Open(side, Away(point, 1), outside)
    return None if isinstance(point, Open | Between | Vague) and point != Vague("PRESENT_REF") else Open(
        side, point, outside, tense
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


def before_christ(number: int) -> Value:
    """« en 52 avant Jésus-Christ »: no day of the calendar."""
    return Vague(f"BC{int(number):04}")


def times_a(unit: str, number: float = 0) -> Value:
    """« deux fois par semaine »."""
    del number
    return Recurrence(period(((1, unit),)))


def nth(
    rank: int = 0, ordinal: int = 0, unit: str = "", weekday: int | None = None, daypart: str = "", **slots: Value
) -> Value | None:
    """« le premier lundi de mai », « la dernière semaine de 2016 »."""
    whole = next(iter(slots.values()), None) or Shift("month", 0)
    if isinstance(whole, Open | Between | Vague):
        return None
    found = Nth(rank or ordinal, weekday if weekday is not None else unit, whole)
    return At(found, daypart) if daypart else found


def holding(unit: str, steps: int = 0, **slots: Value) -> Value | None:
    """« la semaine du 7 octobre », « la veille de Noël »."""
    (point,) = slots.values()
    return None if isinstance(point, Open | Between | Vague) else WeekOf(unit, point, steps)


def at(
    daypart: str = "", hours: str = "", clockrange: str = "", hour: int = 0, hour2: int = 0, **slots: Value
) -> Value | None:
    """« hier soir », « lundi à 14 h »."""
    del hour2
    (point,) = slots.values()
    time = daypart or hours or clockrange or f"{hour:02}"
    if isinstance(point, int):
        return None
    if not isinstance(point, At):
        return At(point, time)
    evening = point.time in ("EV", "AF") and time[:2].isdecimal() and int(time[:2]) < 12
    return At(point.point, f"{int(time[:2]) + 12}{time[2:]}" if evening else time)


def part_of_today(
    daypart: str = "", daypart_now: str = "", steps: int = 0, base: str = "reference"
) -> Value:
    """« ce soir », « la nuit dernière », « dans la soirée »."""
    return At(Shift("day", steps, base), daypart or daypart_now)


def clock(hour: int, minute: int = 0, minute2: int = 0, later: int = 0) -> str | None:
    """A time of day as TIMEX3 writes it."""
    del minute2
    hour += later if hour < 12 else 0
    return f"{hour:02}:{minute:02}" if minute < 60 else None


def clock_before(hour: int, minute: int = 15) -> str:
    """« huit heures moins vingt »."""
    return f"{(hour - 1) % 24:02}:{60 - minute:02}"


def fixed(hours: str) -> str:
    """« midi »."""
    return hours


def first_of(hours: str = "", hours2: str = "", hour: int | None = None, hour2: int = 0) -> str:
    """A range of times counts from its beginning."""
    del hours2, hour2
    return hours if hour is None else f"{hour:02}:00"


def every(unit: str = "", units: str = "", number: float = 1, amount: float = 1) -> Value:
    """« chaque année », « tous les deux ans »."""
    return Recurrence(period(((number * amount, unit or units),)))


def every_weekday(weekday: int = 0, weekdays: int | None = None, number: float = 1) -> Value:
    """« tous les lundis »."""
    del number
    return Recurrence(f"XXXX-WXX-{(weekdays if weekdays is not None else weekday) + 1}")


def every_clock(clock_unit: str, number: float = 1) -> Value:
    """« toutes les deux heures »."""
    return Recurrence(period(((number, clock_unit),)))


def same_set(set: Value, **slots: object) -> Value:  # noqa: A002 - the slot's name
    """A recurrence with its time of day, which the tables leave out."""
    del slots
    return set


def every_daypart(daypart: str = "", dayparts: str = "") -> Value:
    """« tous les matins »."""
    return Recurrence(f"T{daypart or dayparts}")


def every_date(**slots: Value) -> Value | None:
    """« chaque 15 avril »."""
    (point,) = slots.values()
    if isinstance(point, Day) and point.month and not point.year:
        return Recurrence(f"XXXX-{point.month:02}-{point.day:02}")
    if isinstance(point, Month) and not point.year:
        return Recurrence(f"XXXX-{point.month:02}")
    if isinstance(point, Holiday):
        return Recurrence(f"XXXX-{point.month:02}-{point.day:02}" if point.day else "P1Y")
    return None


def every_season(season: str) -> Value:
    """« chaque été »."""
    return Recurrence(f"XXXX-{season}")


def recurring(value: str, **slots: object) -> Value:
    """A recurrence that the rule itself states."""
    del slots
    return Recurrence(value)


READERS: dict[str, Callable[..., object]] = {
    f.__name__: f
    for f in (
        a_century, a_day, a_decade, a_month, a_season, a_week, a_year, an_american_day, at, away, before_christ, between,
        between_bare_days, between_days, between_weekdays, centuries, clock, clock_before, coming_lengths, count,
        counted_stretch, day_in, daylist, days_in, decades, dozens, duration, every, every_clock, every_date,
        every_daypart, every_season, every_weekday, feast_in, first_of, first_units, last_units, times_a, holding, length, less_than_after, longer,
        more_than_before, nth, number_of, on_weekday, one, open_side, ordinal_day, part, part_of_today, part_of_year,
        recurring, same, same_set, shifted, some_weekend, this_date, this_month, vague, vague_length, vague_stretch, weekday_of, whole, within,
        within_year, years,
    )
}  # fmt: skip
