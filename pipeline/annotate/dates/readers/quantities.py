"""From words to lengths of time and recurrences."""

from pipeline.annotate.dates.reading import Value
from pipeline.annotate.dates.values.compound import Holiday
from pipeline.annotate.dates.values.points import Day, Month
from pipeline.annotate.dates.values.quantities import Duration, Length, Recurrence, period


def one(unit: str = "", units: str = "", amount: float = 1.0) -> Length:
    """« une semaine », « un demi-siècle »."""
    return ((amount, unit or units),)


def length(number: float, unit: str = "", units: str = "", clock_unit: str = "", plus: float = 0.0) -> Length | None:
    """« 25 ans », « un an et demi »; « une quinzaine » may be of anything."""
    if unit == "fortnight":
        return None
    return ((number + plus, unit or units or clock_unit),)


def dozens(tens_of: int, units: str) -> Length:
    """« une dizaine d'années »."""
    return ((tens_of, units),)


def vague_length(units: str = "", clock_unit: str = "") -> Length:
    """« quelques jours »."""
    return ((None, units or clock_unit),)


def longer(**slots: Length) -> Length | None:
    """« deux ans et trois mois »."""
    parts = tuple(part for length in slots.values() for part in length)
    return parts if len({unit for _, unit in parts}) == len(parts) else None


def duration(length: Length = (), vaguelength: Length = (), clocklength: Length = ()) -> Value:
    """A length of time."""
    return Duration(length or vaguelength or clocklength)


def whole(unit: str) -> Value:
    """« toute l'année »."""
    return Duration(((1, unit),))


def count(number: float, units: str) -> Value:
    """« les 25 premières années »."""
    return Duration(((number, units),))


def every(unit: str = "", units: str = "", number: float = 1, amount: float = 1) -> Value:
    """« chaque année », « tous les deux ans »."""
    return Recurrence(period(((number * amount, unit or units),)))


def every_clock(clock_unit: str, number: float = 1) -> Value:
    """« toutes les deux heures »."""
    return Recurrence(period(((number, clock_unit),)))


def times_a(unit: str, number: float = 0) -> Value:
    """« deux fois par semaine »."""
    del number
    return Recurrence(period(((1, unit),)))


def same_set(set: Value, **slots: object) -> Value:  # noqa: A002 - the slot's name
    """A recurrence with its time of day, which the tables leave out."""
    del slots
    return set


def every_weekday(weekday: int = 0, weekdays: int | None = None, number: float = 1) -> Value:
    """« tous les lundis »."""
    del number
    return Recurrence(f"XXXX-WXX-{(weekdays if weekdays is not None else weekday) + 1}")


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
