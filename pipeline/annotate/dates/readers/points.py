"""From words to places in the calendar."""

from dataclasses import replace

from pipeline.annotate.dates.readers.relative import within
from pipeline.annotate.dates.reading import Value
from pipeline.annotate.dates.values.compound import Between, Holiday, Nth
from pipeline.annotate.dates.values.points import Century, Day, Decade, Month, PartOfYear, Season, Week, Year
from pipeline.annotate.dates.values.quantities import Vague
from pipeline.annotate.dates.values.relative import Within

CENTURY_TURNS = 40
"""A year of two figures below this is of the 2000s, from it on of the 1900s."""


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
    return (
        replace(daydate, weekday=weekday or weekday_short)
        if isinstance(daydate, Day) and daydate.weekday is None
        else None
    )


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


def a_year(year: int = 0, two_digits: int | None = None, short_year: int = 0, thousands: int = 0) -> Value:
    """A year."""
    return Year(full_year(two_digits) if two_digits is not None else year or short_year or thousands)


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


def a_week(number: int = 0, ordinal: int = 0, year: int | None = None, yeardate: Value | None = None) -> Value | None:
    """« la semaine 31 »."""
    count = number or ordinal
    if isinstance(yeardate, Year):
        year = yeardate.year
    return Week(count, year) if isinstance(count, int) and 1 <= count <= 53 else None


def a_decade(year: int | None = None, tens: int | None = None, thousands: int | None = None) -> Value | None:
    """« les années 1990 », « les années soixante » (of the twentieth century), « les années deux mille »."""
    year = year or thousands
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


def before_christ(number: int) -> Value:
    """« en 52 avant Jésus-Christ »: no day of the calendar."""
    return Vague(f"BC{int(number):04}")
