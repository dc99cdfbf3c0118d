"""What a value means in its place: the context it is read in, and the reading that comes out."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from pipeline.annotate.dates.calendar import Days

PAST, UNKNOWN, FUTURE = -1, 0, 1


@dataclass(frozen=True, slots=True)
class Period:
    """The days among which a text was written, where it doesn't tell which: « Semaine du 3 au 9 juin 2024 »."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression's TIMEX3 type and value, its days, and the day it leaned on.

    `grain` is the unit that it names: a part of it can be taken only so. `open_ended` tells that a null
    is an open side, not a day that nobody knows.
    """

    type: str
    value: str | None
    earliest: date | None = None
    latest: date | None = None
    anchor: date | None = None
    grain: str = ""
    open_ended: bool = False

    @property
    def days(self) -> Days | None:
        """First and last day where both are known."""
        return (self.earliest, self.latest) if self.earliest and self.latest else None


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds an expression: the text's own date, the days named last before it, the clause's tense.

    `before` is the nearest reading with days, `day_before` the nearest single day; `told` that a story goes on here,
    `frame` a date before that sets the scene, `heading` the year that heads this part of the text, `story` the days
    that the text's head gives it, `era` the last day before that is stated in full; `firm` that the expression itself
    tells the tense.
    """

    reference: date | None = None
    before: Reading | None = None
    day_before: Reading | None = None
    tense: int = UNKNOWN
    told: bool = False
    frame: Reading | None = None
    heading: Reading | None = None
    era: Reading | None = None
    story: Reading | None = None
    firm: bool = False


class Value(Protocol):
    """Something that can be read in a context."""

    def read(self, context: Context) -> Reading:
        """What it means there."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text and what it says, not yet read in its context."""

    start: int
    end: int
    value: Value
    rule: str


def date_of(value: str | None, days: Days | None, anchor: date | None, grain: str) -> Reading:
    """A reading of type DATE; without days it is unresolved and leans on nothing."""
    if days is None:
        return Reading("DATE", value, grain=grain)
    return Reading("DATE", value, *days, anchor, grain)


def read_in(value: Value, context: Context) -> Reading:
    """The reading; unresolved where the calendar ends, and never with its end before its beginning."""
    try:
        reading = value.read(context)
    except (OverflowError, ValueError):
        return Reading("DATE", None)
    if reading.days and reading.days[0] > reading.days[1]:
        return Reading(reading.type, reading.value)
    return reading
