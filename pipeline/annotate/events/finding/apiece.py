"""One word, several happenings: « visites en 1993 et 1996 », « réunions tenues à A le 1er mai et à B le 2 juin »."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.when_where import when
from pipeline.annotate.events.who.actors import Actor
from pipeline.records import DateMention, Days


def one_each(draft: Draft, dated: when.When, dates: Sequence[DateMention], rules: EventRules) -> list[Draft]:
    """« visites en 1993 et 1996 » are two; « six visites depuis 2009 » one statement."""
    if len(dated.own) < 2:
        return [draft]
    paired = _paired(draft, dated, dates) if draft.plural and not draft.trigger.verb else []
    if paired or draft.type in ("gathering", "agreement", "statement"):
        return paired or [draft]
    spans = [when.span(dates[draft.sentence.refs[k]], draft.type) for k in dated.own]
    full = [s for s in spans if None not in s]
    apart = all(a[1] < b[0] for a, b in pairwise(full) if a[1] and b[0])
    tokens = dated.own
    listed = all(
        draft.sentence.low(j) in rules.words["between dates"] for a, b in pairwise(tokens) for j in range(a + 1, b)
    )
    if len(full) < 2 or not apart or not listed:
        return [draft]
    if (draft.trigger.verb or draft.type == "conflict") and _in_a_row(full, draft.type):
        return [replace(draft, days=(full[0][0], full[-1][1]))]
    return [replace(draft, days=days) for days in full]


def _in_a_row(spans: Sequence[Days], type_: str) -> bool:
    """« se retrouveront mercredi et jeudi »: one meeting of two days; « les attaques d'avril et mai »."""
    follow = all(a[1] and b[0] and (b[0] - a[1]).days == 1 for a, b in pairwise(spans))
    return follow and (type_ == "conflict" or all(first == last for first, last in spans))


def _paired(draft: Draft, dated: when.When, dates: Sequence[DateMention]) -> list[Draft]:
    """« les réunions tenues à A le 1er mai et à B le 2 juin »: a place before each day."""
    placed = [a for a in _at_places(draft) if len(a.entities) == 1]
    pairs = []
    for i, k in enumerate(dated.own):
        low = dated.own[i - 1] if i else draft.trigger.end - 1
        here = [a for a in placed if low < a.start and a.end <= k]
        days = when.span(dates[draft.sentence.refs[k]], draft.type)
        if len(here) != 1 or days == (None, None):
            return []
        pairs.append((here[0].entities, days))
    apart = len({places for places, _ in pairs}) == len(pairs) == len(placed)
    return [replace(draft, places=places, days=days) for places, days in pairs] if apart else []


def _at_places(draft: Draft) -> list[Actor]:
    slots_ = draft.around.slots
    return [a for name in ("à", "en") for a in slots_.get(name, ()) if a.label == "LOC" and not a.group]
