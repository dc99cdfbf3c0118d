"""What one text alone says, as the rows that are remembered: plain tuples, so that a worker can send them."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import AnnotatedDocument, DateMention, Document, Entity, Event, Mention

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """One text's rows for each table of `schema.RESULTS`, without `result` and `key`; `sha256` is that of its file."""

    sha256: str
    tables: tuple[Sequence[Row], ...]


def result_of(text: AnnotatedDocument) -> Result:
    """The rows of a text; offsets into the file are settled here, as the alignment is not remembered."""
    document, source = text.document, text.document.source
    own = (source.format, document.title, text.published_on, source.publisher, source.url)
    tables = (
        [(*own, str(document.text), text.n_tokens)],
        [_entity(number, entity) for number, entity in enumerate(text.entities)],
        [_mention(mention, document) for mention in text.mentions],
        [_date(date, document) for date in text.dates],
        [_event(number, event) for number, event in enumerate(text.events)],
    )
    return Result(source.sha256, tables)


def _entity(number: int, entity: Entity) -> Row:
    own = (number, entity.label, entity.name, entity.forms, entity.acronym, entity.gender)
    roles = [(role.title, role.organisation, role.country) for role in entity.roles]
    return (*own, roles, entity.kind, entity.country, entity.place, entity.reasons)


def _mention(mention: Mention, document: Document) -> Row:
    place = (mention.start, mention.end, *document.raw_span(mention.start, mention.end))
    return (*place, mention.text, mention.label, mention.source, mention.entity)


def _date(date: DateMention, document: Document) -> Row:
    place = (date.start, date.end, *document.raw_span(date.start, date.end))
    return (*place, date.text, date.type, date.value, date.earliest, date.latest, date.anchor, date.rule)


def _event(number: int, event: Event) -> Row:
    when = (event.earliest, event.latest, event.precision, event.status, event.negated)
    who = [(participant.entity, participant.role) for participant in event.participants]
    told = [(place.start, place.end, place.trigger_start, place.trigger_end) for place in event.evidence]
    why = (event.rules, event.part_of, event.reasons)
    return (number, event.type, event.head, event.topic, *when, who, event.places, told, *why)
