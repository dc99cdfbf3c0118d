"""What a headline tells, the text tells again below, with its day: one happening."""

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.annotate.events.once.happening import Happening
from pipeline.records import Entity, Paragraph

_NEWS = timedelta(days=31)
"""So near to the day of its text is what a headline tells."""
_HEADS = ("title", "heading")


def told_below(
    found: Sequence[Happening], paragraphs: Sequence[Paragraph], own: date | None, entities: Sequence[Entity]
) -> list[Happening]:
    """The happenings, those of a headline without a day in the only one below that they can mean."""
    headed = {id(h) for h in found if all(_is_heading(paragraphs, d.sentence.paragraph) for d in h.drafts)}
    kept = list(found)
    for heading in [h for h in found if id(h) in headed and h.days == (None, None)]:
        below = [h for h in kept if id(h) not in headed and _fits(heading, h, own, entities)]
        if len(below) == 1:
            below[0].drafts += heading.drafts
            below[0].reasons.append("the headline tells it too")
            kept = [h for h in kept if h is not heading]
    return kept


def _is_heading(paragraphs: Sequence[Paragraph], number: int) -> bool:
    return number < len(paragraphs) and paragraphs[number].kind in _HEADS


def _fits(heading: Happening, body: Happening, own: date | None, entities: Sequence[Entity]) -> bool:
    one, other = heading.drafts[0], body.drafts[0]
    first, last = body.days
    if one.type != other.type or one.negated != other.negated or first is None or one.plural != other.plural:
        return False
    if one.sentence.paragraph > other.sentence.paragraph:
        return False
    if own and not own - _NEWS <= (last or first) <= own + _NEWS:
        return False
    mine, theirs = _names(heading), _names(body)
    if mine and theirs:
        return not mine.isdisjoint(theirs)
    return _lands(heading, entities) & _lands(body, entities) != set()


def _names(happening: Happening) -> set[int]:
    return {e for e, role in happening.people.items() if role not in ("host", "organiser")}


def _lands(happening: Happening, entities: Sequence[Entity]) -> set[str | None]:
    """The countries of its places."""
    return {entities[p].country or entities[p].place for p in happening.places} - {None}
