"""From words to times of day; the tables keep their day."""

from pipeline.annotate.dates.reading import Value
from pipeline.annotate.dates.values.compound import At, Open
from pipeline.annotate.dates.values.relative import Shift


def at(
    daypart: str = "",
    hours: str = "",
    clockrange: str = "",
    hourrange: str = "",
    hour: int = 0,
    hour2: int = 0,
    **slots: Value,
) -> Value | None:
    """« hier soir », « lundi à 14 h »."""
    del hour2
    (point,) = slots.values()
    time = daypart or hours or clockrange or hourrange or f"{hour:02}"
    if isinstance(point, int):
        return None
    if not isinstance(point, At):
        return At(point, time)
    evening = point.time in ("EV", "AF") and time[:2].isdecimal() and int(time[:2]) < 12
    return At(point.point, f"{int(time[:2]) + 12}{time[2:]}" if evening else time)


def open_at(side: str, hours: str, dayish: Value | None = None, timed: Value | None = None) -> Value | None:
    """« demain avant 17 h »: open on one side, up to that day or from it on."""
    point = at(hours=hours, point=dayish or timed)  # type: ignore[arg-type]
    return point and Open(side, point)


def part_of_today(daypart: str = "", daypart_now: str = "", steps: int = 0, base: str = "reference") -> Value:
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


def first_of(hours: str = "", hours2: str = "", hour: int | None = None, hour2: int = 0) -> str:
    """A range of times counts from its beginning."""
    del hours2, hour2
    return hours if hour is None else f"{hour:02}:00"
