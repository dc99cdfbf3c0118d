"""One scene, one day: what the same people did in a text that names no other day in between.

« X et Y ont signé mercredi à Oslo un accord. Les deux présidents s'y sont entretenus … »; and « X se rendra à Oslo, où
il prononcera vendredi un discours »: the stay was then.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.grammar.predicate import finite_tense
from pipeline.annotate.events.grammar.tokens import DATE, Sentence
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.when_where import when
from pipeline.annotate.events.who.context import Context
from pipeline.records import DateMention

_SCENES = frozenset({"visit", "meeting", "agreement", "statement", "gathering", "commemoration"})
_MADE = frozenset({"meeting", "agreement", "statement", "commemoration", "establishment"})
_TOLD = ("present", "past")
_EVE = ("la veille", "veille", "le lendemain", "lendemain")
_TOWNS = ("city", "country")
_ALSO = ("quant", "à")
_HOURS = ("matin", "midi", "soir", "soirée", "matinée", "journée", "nuit", "jour")
_OPENS = re.compile(r"(?:^|[.!?»\n])\s+(?:(?:en|le|au|à|dès|les) )?\Z", re.IGNORECASE)
_NEWS = 2
_REACH = 9


def is_one(draft: Draft) -> bool:
    """Whether others may have happened in its course: on one day, told by a verb, with somebody."""
    verb = draft.trigger.verb
    day = draft.days[0] is not None and draft.days[0] == draft.days[1]
    plain = verb is not None and verb.tense in _TOLD and draft.status == "occurred" and not draft.negated
    return day and plain and draft.type in _SCENES and bool(draft.participants)


def is_news(draft: Draft, published_on: date | None) -> bool:
    """Whether it happened in the days before the text."""
    day = draft.days[0]
    return is_one(draft) and published_on is not None and day is not None and 0 <= (published_on - day).days <= _NEWS


def parts(mention: DateMention) -> bool:
    """Whether a date tells of another time; « la veille », « l'après-midi » are counted from the scene."""
    low = mention.text.lower()
    return mention.type in ("DATE", "TIME") and not low.startswith(_EVE) and not low.endswith(_HOURS)


def dated(dates: Sequence[DateMention], start: int, end: int) -> bool:
    """Whether another time is told of between two places in the text."""
    return any(parts(d) for d in _between(dates, start, end))


def opened(text: str, dates: Sequence[DateMention], start: int, end: int) -> bool:
    """Whether a sentence between them opens with another time: « En mars 2019, … »."""
    return any(parts(d) and _OPENS.search(text, max(0, d.start - 12), d.start) for d in _between(dates, start, end))


def _between(dates: Sequence[DateMention], start: int, end: int) -> Sequence[DateMention]:
    first, last = (bisect_left(dates, at, key=lambda d: d.start) for at in (start, end))
    return dates[first:last]


def go_on(drafts: Sequence[Draft], scene: Draft | None, context: Context) -> None:
    """What the same people did has the day of their scene, and its place where « y » says so."""
    for draft in drafts if scene else ():
        if scene is None or draft.dated or draft.within is not None or draft.type not in _MADE or draft.negated:
            continue
        verb = draft.trigger.verb or draft.around.verb
        if verb is None or verb.tense not in _TOLD or draft.status != "occurred":
            continue
        if len(set(draft.participants) & set(scene.participants)) > 1 and not _elsewhere(draft, scene, context):
            draft.days, draft.dated = scene.days, True


def in_the_news(drafts: Sequence[Draft], news: Draft | None) -> None:
    """« Côté économique, Volvo a signé », « X et Y ont quant à eux conclu »: on the day of the news, too."""
    for draft in drafts if news else ():
        if news is None or draft.dated or draft.type not in _MADE or draft.negated or draft.status != "occurred":
            continue
        lows, verb = draft.sentence.lows, draft.trigger.verb
        beside = lows[0] == "côté" or _ALSO in pairwise(lows)
        if beside and verb and verb.tense == "present" and verb.end - verb.start > 1 and not draft.sentence.dates:
            draft.days, draft.dated = news.days, True


def _elsewhere(draft: Draft, scene: Draft, context: Context) -> bool:
    """In another town or country; a palace may stand in the same."""
    mine, theirs = ({p for p in d.places if context.entities[p].kind in _TOWNS} for d in (draft, scene))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def relative_days(drafts: Sequence[Draft], dates: Sequence[DateMention], rules: EventRules) -> None:
    """« se rendra à Oslo, où il prononcera vendredi un discours »: then."""
    for draft in drafts:
        verb = draft.trigger.verb
        if draft.type != "visit" or draft.dated or verb is None or verb.tense != "future" or not draft.places:
            continue
        k = _day_behind(draft.sentence, draft.trigger.end, drafts, rules)
        days = when.span(dates[draft.sentence.refs[k]], draft.type) if k >= 0 else (None, None)
        if days[0] is not None and days[0] == days[1]:
            draft.days, draft.dated = days, True


def _day_behind(sentence: Sentence, start: int, drafts: Sequence[Draft], rules: EventRules) -> int:
    """The day right behind the future verb of « où il prononcera », or -1."""
    where = next((k for k in range(start, start + _REACH) if sentence.low(k) == "où"), -1)
    if where < 0 or any(start <= d.trigger.start < where for d in drafts):
        return -1
    for k in range(where + 1, min(where + _REACH, len(sentence.lows))):
        if sentence.low(k) in (";", ":", ",", "puis", "et", "qui", "que", "dont"):
            return -1
        if finite_tense(sentence, k, rules) == "future":
            behind = k + 1 + (sentence.low(k + 1) in ("le", "dès", "ce"))
            return behind if sentence.kind(behind) == DATE else -1
    return -1


def with_host(drafts: Sequence[Draft], other: Callable[[set[int]], int | None]) -> None:
    """« visitera en compagnie de *son hôte* le temple »: with whom the last sentences told of him."""
    for draft in drafts:
        lows = draft.sentence.lows
        if "hôte" not in lows or draft.type not in ("visit", "meeting", "commemoration", "establishment"):
            continue
        k = lows.index("hôte")
        told = lows[k - 1] in ("son", "sa") and lows[k - 2 : k - 1] in (("de",), ("avec",))
        person = other(set(draft.participants)) if told and k + 1 not in draft.sentence.refs else None
        if person is not None and len(draft.participants) and abs(k - draft.trigger.end) <= _REACH:
            draft.participants.setdefault(person, "host" if draft.type == "visit" else "participant")
