"""What each room made of one text, in lines for a person."""

from collections.abc import Iterator

from pipeline.records import AnnotatedDocument, DateMention, Document, Entity, Event


def explain(text: AnnotatedDocument) -> Iterator[str]:
    """Lines that show the cleaned text, names, dates and events, each with what found it."""
    yield from _source(text)
    yield from _section("Text", _paragraphs(text.document))
    yield from _section("Left out of the flow", _dropped(text.document))
    yield from _section("Words cut at a line end that nothing decides", _doubts(text.document))
    yield from _section("Names", _names(text))
    yield from _section("Who and what they are", _entities(text))
    yield from _section("Dates", (_date(date) for date in text.dates))
    yield from _section("Events", _events(text))


def _source(text: AnnotatedDocument) -> Iterator[str]:
    source = text.document.source
    yield f"{source.path} ({source.format}, {len(source.text)} characters, {text.n_tokens} tokens cleaned)"
    yield f"  title      {text.document.title or '–'}"
    yield f"  published  {text.published_on or 'unknown'}"
    for name, value in (("publisher", source.publisher), ("url", source.url)):
        if value:
            yield f"  {name:10} {value}"


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    rows = list(lines)
    if rows:
        yield from ("", f"{title}", "-" * len(title), *rows)


def _paragraphs(document: Document) -> Iterator[str]:
    whole = str(document.text)
    for paragraph in document.paragraphs:
        yield f"[{paragraph.start}, {paragraph.end}) {paragraph.kind}"
        yield f"    {whole[paragraph.start : paragraph.end]}"


def _dropped(document: Document) -> Iterator[str]:
    for piece in document.dropped:
        yield f"raw [{piece.raw_start}, {piece.raw_end}) {piece.step}: {' '.join(piece.text.split())!r}"


def _doubts(document: Document) -> Iterator[str]:
    for doubt in document.doubts:
        yield f"[{doubt.start}, {doubt.end}) {doubt.text!r}, or {doubt.other!r}"


def _names(text: AnnotatedDocument) -> Iterator[str]:
    for mention in text.mentions:
        whose = text.entities[mention.entity].name
        same = "" if whose == mention.text else f" = {whose}"
        yield f"[{mention.start}, {mention.end}) {mention.label} {mention.text}{same}   ({mention.source})"


def _entities(text: AnnotatedDocument) -> Iterator[str]:
    for entity in text.entities:
        facts = [f for f in (entity.kind, entity.country, entity.place, entity.gender) if f]
        yield f"{entity.label} {entity.name}" + (f" ({', '.join(facts)})" if facts else "")
        yield from _about(entity)


def _about(entity: Entity) -> Iterator[str]:
    others = [form for form in entity.forms if form != entity.name]
    if others:
        yield f"    also {', '.join(others)}"
    for role in entity.roles:
        yield f"    {role.title}" + "".join(f" · {part}" for part in (role.organisation, role.country) if part)
    for reason in entity.reasons:
        yield f"    because {reason}"


def _date(date: DateMention) -> str:
    days = f"{date.earliest or '…'} to {date.latest or '…'}" if date.earliest or date.latest else "no day"
    anchor = f", from {date.anchor}" if date.anchor else ""
    return f"[{date.start}, {date.end}) {date.type} {date.text!r}: {date.value or '–'}, {days}{anchor}   ({date.rule})"


def _events(text: AnnotatedDocument) -> Iterator[str]:
    whole = str(text.document.text)
    for event in text.events:
        yield f"{event.type}: {event.head}   ({', '.join(event.rules)})"
        yield f"    when   {event.earliest or '…'} to {event.latest or '…'} ({event.precision}), {_state(event)}"
        for participant in event.participants:
            yield f"    who    {text.entities[participant.entity].name} ({participant.role})"
        for place in event.places:
            yield f"    where  {text.entities[place].name}"
        for reason in event.reasons:
            yield f"    because {reason}"
        for proof in event.evidence:
            yield f"    [{proof.start}, {proof.end}) {whole[proof.start : proof.end]}"


def _state(event: Event) -> str:
    return event.status + (", denied" if event.negated else "")
