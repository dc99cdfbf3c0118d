"""From words to places in time that lean on another."""

from pipeline.annotate.dates.reading import Value
from pipeline.annotate.dates.values.compound import At, Between, Holiday, Nth, Open, WeekOf
from pipeline.annotate.dates.values.points import Day, Month, PartOfYear, Season
from pipeline.annotate.dates.values.quantities import Length, Vague
from pipeline.annotate.dates.values.relative import Away, InWeeks, OnWeekday, Shift, SomeWeekend, Stretch, Within


def shifted(steps: int, unit: str = "", units: str = "", base: str = "reference") -> Value:
    """« cette semaine », « l'année précédente », « hier »."""
    return Shift(unit or units, steps, base)


def some_weekend() -> Value:
    """« le week-end »: it may be this one, or every one."""
    return SomeWeekend()


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


def within(
    steps: int, whole_years: bool = False, base: str = "reference", season: str = "", **slots: Value
) -> Value | None:
    """« juin dernier », « le 5 juin prochain », « le mois de janvier de cette année », « l'automne suivant »."""
    (point,) = slots.values() if not season else (Season(season),)
    if not isinstance(point, Day | Month | Holiday | PartOfYear | Season) or point.year is not None:
        return None
    if isinstance(point, Day) and point.month is None:
        return None
    return Within(point, steps, whole_years, base)


def within_year(relyear: Value, **slots: Value) -> Value | None:
    """« juin de l'année prochaine »."""
    if not isinstance(relyear, Shift):
        return None
    return within(relyear.steps, True, "reference", "", **slots)


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
    number: float,
    sign: int,
    unit: str = "",
    units: str = "",
    clock_unit: str = "",
    or_length: bool = False,
    from_today: bool = False,
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


def holding(unit: str, steps: int = 0, **slots: Value) -> Value | None:
    """« la semaine du 7 octobre », « la veille de Noël »."""
    (point,) = slots.values()
    return None if isinstance(point, Open | Between | Vague) else WeekOf(unit, point, steps)


def day_in(day: int, relative: Value) -> Value | None:
    """« le 15 du mois prochain »."""
    return Nth(day, "day", relative) if getattr(relative, "unit", "") == "month" else None
