"""The people, organisations and places of one text: each once, with all that the text alone settles."""

from collections.abc import Sequence

from pipeline.annotate.names import whose
from pipeline.annotate.names.linking import organisations, people, places
from pipeline.annotate.names.offices import Office
from pipeline.annotate.names.page import Page, Span
from pipeline.annotate.names.roles import Held
from pipeline.records import Entity, Mention


def resolve(
    page: Page, spans: Sequence[Span], roles: Sequence[Held], offices: Sequence[Office] = ()
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Mentions in order, and the entities that they count into, in the order of their first mention."""
    countries = places.countries(page, spans)
    linked = [
        *people.link(page, spans, whose.settled(page, spans, roles, offices, countries)),
        *organisations.link(page, spans, countries),
        *places.link(page, spans, countries),
    ]
    linked.sort(key=lambda pair: pair[1][0])
    entity_of = {i: number for number, (_, members) in enumerate(linked) for i in members}
    mentions = tuple(
        Mention(s.start, s.end, page.text[s.start : s.end], s.label, s.source, entity_of[i])
        for i, s in enumerate(spans)
    )
    return mentions, tuple(entity for entity, _ in linked)
