"""Dates: time expressions in French text, found and read.

Takes a text, the day it was written if it is known, and the rules; gives every expression that places
something in time, measures time or recurs, in order and without overlaps. Nothing is resolved against a day
that the text does not give: such an expression has no days and a value that says so (`XXXX-06-05`).
Imports no model and no spaCy.
"""

from pipeline.annotate.dates.finder import find
from pipeline.annotate.dates.reading import Period
from pipeline.annotate.dates.rules import DateRules, load_rules

__all__ = ["DateRules", "Period", "find", "load_rules"]
