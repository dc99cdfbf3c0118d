"""The nouns of one text, in the order in which the rooms hand them on.

Offsets count code points and are half-open, `[start, end)`. Dates are days; `earliest` and `latest`
are both inclusive. Every record is frozen; fields that a table has too are named as its columns.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.aligned import AlignedText

RAW_FORMATS = ("txt", "md")
"""Formats whose source text is the file's own, so that offsets into it mean something to a user."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the file's format says of `Source.text[start:end]`.

    `kind` is one of `title`, `heading`, `list_item`, `table_row`, `running_head`, `page_number`, `footer`,
    `caption`, `pull_quote`, `paragraph` (this is one whole paragraph: don't unwrap by guessing).
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its text before any cleaning, and what the file and `metadata.csv` say of it.

    `text` is the decoded file without byte-order mark, line ends as they stand (for `txt` and `md`), or
    what the format's reader took out of it. What lies before `body_start` is front matter. Pages are
    parted by a form feed. Nothing here comes from the text's own sentences.
    """

    path: str
    sha256: str
    format: str
    text: str
    body_start: int = 0
    marks: tuple[Mark, ...] = ()
    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the cleaned text.

    `kind` is one of `title`, `heading`, `body`, `list_item`, `table_row`, `caption`, `pull_quote`.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """What cleaning took out of the flow: the step that did it, and the raw place of what it took."""

    step: str
    text: str
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word cut at a line end that the evidence doesn't settle: how it was written, and how else it could be."""

    start: int
    end: int
    text: str
    other: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text as its author wrote it: paragraphs parted by one blank line, Unicode NFC.

    `paragraphs` cover all of the text but the blank lines between them, in order.
    """

    source: Source
    text: AlignedText
    title: str | None
    paragraphs: tuple[Paragraph, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int | None, int | None]:
        """The place of `[start, end)` in the file's text; nulls where the format has no such text."""
        return self.text.raw_span(start, end) if self.source.format in RAW_FORMATS else (None, None)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: `text[start:end] == text`. `entity` counts into `AnnotatedDocument.entities`."""

    start: int
    end: int
    text: str
    label: str
    source: str
    entity: int


@dataclass(frozen=True, slots=True)
class Role:
    """An office that the text gives a person: title as printed, its organisation and country where named."""

    title: str
    organisation: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place of one text, with all that this text alone settles about it.

    `name` is the fullest form printed here, `forms` every form printed (the name among them), without
    article or civility. `place` is a country code or `geonames:<id>` of the gazetteer, or null. `country`
    is the ISO 3166-1 alpha-2 code that the text gives. `kind` is that of the table `organisations` or
    `places`. `reasons` say why forms were taken for one.
    """

    label: str
    name: str
    forms: tuple[str, ...]
    acronym: str | None = None
    gender: str | None = None
    roles: tuple[Role, ...] = ()
    kind: str | None = None
    country: str | None = None
    place: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression: `text[start:end] == text`; the other fields are the columns of the table `dates`."""

    start: int
    end: int
    text: str
    type: str
    value: str | None
    earliest: date | None
    latest: date | None
    anchor: date | None
    rule: str


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part: `entity` counts into `AnnotatedDocument.entities`; `role` e.g. `visitor`, `host`, `signatory`."""

    entity: int
    role: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that tells of an event, `text[start:end]`, and where in it the trigger stands."""

    start: int
    end: int
    trigger_start: int
    trigger_end: int


TypeOfEvent = Literal[
    "visit",
    "meeting",
    "agreement",
    "establishment",
    "commemoration",
    "gathering",
    "vote",
    "appointment",
    "statement",
    "conflict",
]
"""What sort of happening: the rules of events and the table have their words from here."""
TOLD_BY_SUBJECT = frozenset({"agreement", "establishment", "gathering", "statement", "commemoration", "vote"})
"""Types told apart by what they are about more than by who takes part, in a text and across texts."""


Days = tuple[date | None, date | None]
"""The first and the last day, both inclusive, of what happened; null where it isn't known."""


def days_meet(one: Days, other: Days) -> bool:
    """Whether first and last days, both inclusive, can be those of one happening; an unknown end fits any.

    >>> days_meet((date(2024, 11, 4), date(2024, 11, 5)), (date(2024, 11, 5), None))
    True
    >>> days_meet((date(2024, 11, 4), date(2024, 11, 5)), (date(2024, 11, 6), None))
    False
    """
    (a, b), (c, d) = one, other
    return not ((a and d and a > d) or (b and c and c > b))


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as one text tells it, however many of its sentences do.

    `head` is the noun phrase that names it in a title (« Visite d'État », « Signature d'un accord de
    pêche »); `topic` the folded words that tell it from others of its type, sorted.
    `status` is `occurred`, `planned`, `cancelled` or `uncertain`. `part_of` counts into the text's events.
    `rules` are the triggers' names.
    """

    type: str
    head: str
    topic: tuple[str, ...]
    earliest: date | None
    latest: date | None
    precision: str
    status: str
    negated: bool
    participants: tuple[Participant, ...]
    places: tuple[int, ...]
    evidence: tuple[Evidence, ...]
    rules: tuple[str, ...]
    part_of: int | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """All that one text alone says: what is remembered between runs."""

    document: Document
    published_on: date | None
    n_tokens: int
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()
