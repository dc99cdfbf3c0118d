"""Finding and reading: two acts, one after the other.

Found is, from the left, the longest stretch that some rule reads and whose surroundings don't speak against
it. Then each is read in its context, the one after the other, for one may lean on another before it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from pipeline.annotate.dates import headings
from pipeline.annotate.dates.grammar import Parsed, Production
from pipeline.annotate.dates.guards import GUARDS, no_noun_after
from pipeline.annotate.dates.period import seen_from
from pipeline.annotate.dates.place import Place, ends_free, starts_free
from pipeline.annotate.dates.reading import FUTURE, PAST, Context, Found, Period, Reading, Value, read_in
from pipeline.annotate.dates.rules import DateRules
from pipeline.annotate.dates.tokens import Island
from pipeline.annotate.dates.values.compound import lent
from pipeline.annotate.dates.values.points import Day, Month, Year
from pipeline.records import DateMention

_FARTHEST = 300
"""So many characters back at most may a date lie that « l'année suivante » leans on."""
_FARTHEST_DAY = 700
"""« La veille » reaches farther."""
_NEAR = 300
_ONE_LINE = 160
"""In so short a text nothing but its own date can be leant on."""
_CHAPTER = 2000
_DASH = re.compile(r"\s*[–—-] ")
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZÀ-ÖØ-Þ])|;\s")
_BESIDE = (", ", ", le ", ", les ", " (", ", du ", " : ")
_LINKS = (" et ", " ou ", ", ", " et le ", " ou le ", ", le ", " et en ", " au ", " et les ")


def find(text: str, reference: date | datetime | Period | None, rules: DateRules) -> tuple[DateMention, ...]:
    """Every time expression of a text, read against the day it was written, if known, or the days it may be of."""
    seen = reference.date() if isinstance(reference, datetime) else reference
    return tuple(_read(text, _shared(text, list(_found(text, rules))), seen, rules))


def _found(text: str, rules: DateRules) -> Iterator[Found]:
    for island in rules.scanner.islands(text):
        candidates = dict(_candidates(text, island, rules))
        if candidates:
            for at, parsed in _chosen(candidates, len(island.forms)):
                start, end = island.starts[at], island.ends[at + parsed.length - 1]
                yield Found(start, end, parsed.value, parsed.production.name)  # type: ignore[arg-type]


def _candidates(text: str, island: Island, rules: DateRules) -> Iterator[tuple[int, list[Parsed]]]:
    """The tokens, from the right, that mentions do start at, one for each length."""
    for at, lengths in rules.grammar.read(island.forms, island.glued):
        start = island.starts[at]
        if starts_free(text, start):
            good = []
            for length, readings in lengths:
                place = Place(text, start, island.ends[at + length - 1], rules.surroundings)
                if ends_free(text, place.end):
                    fitting = next((parsed for parsed in readings if _fits(place, parsed.production)), None)
                    if fitting is not None:
                        good.append(fitting)
            if good:
                yield at, good


def _chosen(candidates: dict[int, list[Parsed]], count: int) -> list[tuple[int, Parsed]]:
    """The mentions that together say most: of overlapping ones the longer, of equal ones the later."""
    if len(candidates) == 1:
        return [(at, max(here, key=_length)) for at, here in candidates.items()]
    worth = [0] * (count + 1)
    best: list[Parsed | None] = [None] * count
    for at in range(count - 1, -1, -1):
        worth[at] = worth[at + 1]
        for parsed in candidates.get(at, ()):
            value = parsed.length**2 + worth[at + parsed.length]
            if value > worth[at]:
                worth[at], best[at] = value, parsed
    chosen: list[tuple[int, Parsed]] = []
    at = 0
    while at < count:
        taken = best[at]
        if taken is not None:
            chosen.append((at, taken))
        at += taken.length if taken is not None else 1
    return chosen


def _length(parsed: Parsed) -> int:
    return parsed.length


def _fits(place: Place, production: Production) -> bool:
    guards = production.guards
    counts = place.text[place.end - 1].isdigit() and "year_alone" not in guards and not place.says_full_day
    if counts and not no_noun_after(place):
        return False
    for guard in guards:  # noqa: SIM110 - in the innermost loop
        if not GUARDS[guard](place):
            return False
    return True


def _shared(text: str, found: list[Found]) -> list[Found]:
    """« le 18 et le 19 juin », « en juin et juillet 2018 »: the first takes what only the second states."""
    for i in range(len(found) - 2, -1, -1):
        first, second = found[i], found[i + 1]
        if second.start - first.end > 8 or not isinstance(first.value, Day | Month):
            continue
        if isinstance(second.value, Day | Month) and text[first.end : second.start] in _LINKS:
            found[i] = replace(first, value=lent(first.value, second.value))
    return found


def _read(text: str, found: list[Found], seen: date | Period | None, rules: DateRules) -> Iterator[DateMention]:
    day = seen.last if isinstance(seen, Period) else seen
    before: tuple[int, Reading] | None = None
    day_before: tuple[int, Reading] | None = None
    past_day: tuple[int, Reading] | None = None
    title = headings.of_title(text, found)
    heading = (title or headings.named_year(text, found)) if day is None else None
    story = title if title and title.grain == "interval" else None
    entry: tuple[int, Reading] | None = None
    era: tuple[int, Reading] | None = None
    row: Reading | None = None
    written, item_end = day, 0
    for one in found:
        tense, told = rules.tenses.around(text, one.start, one.end) if _needs_tense(one.value) else (0, False)
        last_day = past_day if tense == PAST and past_day else day_before
        context = Context(
            reference=written if one.start < item_end else day,
            before=before[1] if before and one.start - before[0] < _FARTHEST else None,
            day_before=last_day[1] if last_day and one.start - last_day[0] < _FARTHEST_DAY else None,
            tense=tense,
            told=told or (tense != FUTURE and len(text) > _ONE_LINE),
            frame=before[1] if before and _sets(text, before[0], one.start) else None,
            heading=_heading_of(text, one.start, entry, row) or headings.nearer(heading, text, before, one.start),
            era=era[1] if era and one.start - era[0] < _CHAPTER else None,
            story=story,
        )
        if isinstance(seen, Period):
            reading = seen_from(seen, one.value, context, read_in)
        else:
            reading = read_in(one.value, context)
        if reading.grain and reading.value != "PRESENT_REF":
            before = one.end, reading
            if reading.grain == "day":
                day_before = before
                past_day = before if not day or (reading.latest and reading.latest <= day) else past_day
                era = before if reading.anchor is None and reading.days else era
            by_dash = isinstance(one.value, Year) and _heads_item(text, one)
            if reading.days and (by_dash or text[one.end : one.end + 3].lstrip().startswith(":")):
                entry = _entry_end(text, one.end), reading
            if reading.grain == "day" and reading.days and _heads_item(text, one):
                written, item_end = reading.latest, _entry_end(text, one.end)
            if isinstance(one.value, Year) and headings.is_alone(text, one.start, one.end):
                heading = reading
            elif isinstance(one.value, Year) and headings.opens_row(text, one.start, one.end):
                row = reading
        yield DateMention(
            start=one.start,
            end=one.end,
            text=text[one.start : one.end],
            type=reading.type,
            value=reading.value,
            earliest=reading.earliest,
            latest=reading.latest,
            anchor=reading.anchor,
            rule=one.rule,
        )


def _heading_of(text: str, start: int, entry: tuple[int, Reading] | None, row: Reading | None) -> Reading | None:
    """What the line's own date says, or the year in the first column of a table."""
    if entry and start < entry[0]:
        return entry[1]
    return row if row and headings.in_row(text, start) else None


def _sets(text: str, end: int, start: int) -> bool:
    """Whether a date sets the scene for another.

    It does from the sentence before, or right beside it (« un mois plus tard, le 17 mai »).
    """
    between = text[end:start]
    if start - end > _NEAR or "\n\n" in between:
        return False
    if between in _BESIDE:
        return True
    return _SENTENCE_END.search(between) is not None


def _heads_item(text: str, day: Found) -> bool:
    """Whether a day opens a line and a dash follows, as over a short news item: « 3 mai 2018 – Hier, … »."""
    line_start = text.rfind("\n", 0, day.start) + 1
    return not text[line_start : day.start].strip() and _DASH.match(text, day.end) is not None


def _entry_end(text: str, start: int) -> int:
    """Where the line of a chronology ends that a date heads: « Mai 2016 : … »."""
    end = text.find("\n", start, start + _CHAPTER)
    return end if end >= 0 else start + _CHAPTER


def _needs_tense(value: Value) -> bool:
    """Whether anything in it leaves open which year or week it is of."""
    inner = [getattr(value, name) for name in ("point", "first", "last", "whole") if hasattr(value, name)]
    if any(_needs_tense(part) for part in inner if part is not None and not isinstance(part, int)):
        return True
    open_year = getattr(value, "year", 0) is None or hasattr(value, "which")
    return open_year or getattr(value, "base", "") == "before" or getattr(value, "unit", "") == "weekend"
