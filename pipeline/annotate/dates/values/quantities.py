"""What has no place in the calendar: lengths of time, recurrences, and bare past, present and future."""

from dataclasses import dataclass

from pipeline.annotate.dates.reading import Context, Reading

_CODES = {
    "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M", "quarter": "M", "half": "M", "year": "Y",
    "decade": "Y", "century": "Y", "millennium": "Y", "weekend": "WE", "workday": "BD",
    "hour": "H", "minute": "M", "second": "S",
}  # fmt: skip
_TIMES = {"quarter": 3, "half": 6, "decade": 10, "century": 100, "millennium": 1000, "fortnight": 2}
_CLOCK = ("hour", "minute", "second")
Part = tuple[float | None, str]
"""So many units; null where the words don't say how many."""
Length = tuple[Part, ...]


def period(parts: tuple[Part, ...]) -> str:
    """The TIMEX3 value of a length of time.

    >>> period(((2, "year"), (3, "month"))), period(((1.5, "hour"),)), period(((None, "week"),))
    ('P2Y3M', 'PT1.5H', 'PXW')
    """
    days = "".join(_part(part) for part in parts if part[1] not in _CLOCK)
    clock = "".join(_part(part) for part in parts if part[1] in _CLOCK)
    return "P" + days + ("T" + clock if clock else "")


def _part(part: Part) -> str:
    amount, unit = part
    return ("X" if amount is None else f"{amount * _TIMES.get(unit, 1):g}") + _CODES[unit]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time."""

    parts: tuple[Part, ...]

    def read(self, context: Context) -> Reading:
        """Its value; it has no days."""
        del context
        return Reading("DURATION", period(self.parts))


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Something that comes again: `every` is a TIMEX3 value (« P1Y », « XXXX-WXX-1 »)."""

    every: str

    def read(self, context: Context) -> Reading:
        """Its value; it has no days."""
        del context
        return Reading("SET", self.every)


@dataclass(frozen=True, slots=True)
class Vague:
    """Past, present or future without a measure: `PRESENT_REF` is the text's own day."""

    value: str | None

    def read(self, context: Context) -> Reading:
        """The text's day for the present, if it states one; else no days."""
        if self.value == "PRESENT_REF" and context.reference:
            return Reading("DATE", self.value, context.reference, context.reference, context.reference, "day")
        return Reading("DATE", self.value)
