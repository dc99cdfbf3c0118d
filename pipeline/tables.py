"""The tables, column by column: name, type, meaning, key, what they refer to, the order of rows.

The Parquet schema and its metadata, the integrity check and the README's data dictionary come from here.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import get_args

import pyarrow as pa

from pipeline.errors import REASONS
from pipeline.records import TypeOfEvent

TEXT = pa.string()
TEXTS = pa.list_(pa.field("item", pa.string(), nullable=False))
COUNT = pa.int32()
DAY = pa.date32()


def _struct(**fields: pa.DataType) -> pa.DataType:
    return pa.list_(pa.field("item", pa.struct(list(fields.items())), nullable=False))


@dataclass(frozen=True)
class Column:
    """A column: `refers_to` names the tables whose keys its values are, `one_of` all the values it may have."""

    name: str
    type: pa.DataType
    meaning: str
    nullable: bool = False
    refers_to: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: one row is `row`; `key` is unique where it is not empty; rows are sorted by `order`."""

    name: str
    row: str
    key: str
    order: tuple[str, ...]
    columns: tuple[Column, ...]

    @cached_property
    def schema(self) -> pa.Schema:
        """The Arrow schema, descriptions in its metadata."""
        fields = [pa.field(c.name, c.type, c.nullable, {"description": c.meaning}) for c in self.columns]
        return pa.schema(fields, {"description": f"One row is {self.row}."})


_DOC = Column("doc_id", TEXT, "The text.", refers_to=("documents",))
_SPAN = (
    Column("start", COUNT, "First code point in `documents.text`."),
    Column("end", COUNT, "One past the last code point."),
    Column("raw_start", COUNT, "Place of its first code point in the decoded file; txt and md only.", True),
    Column("raw_end", COUNT, "One past the place of its last code point; txt and md only.", True),
)
_TEXT = Column("text", TEXT, "What stands there: `documents.text[start:end]`.")
_EARLIEST = Column("earliest", DAY, "First day that it can mean; null where open or unknown.", True)
_LATEST = Column("latest", DAY, "Last day that it can mean, inclusive; null where open or unknown.", True)
_N_MENTIONS = Column("n_mentions", COUNT, "Mentions in all texts, a set of duplicates counted once.")
_N_DOCUMENTS = Column("n_documents", COUNT, "Texts that mention it, a set of duplicates counted once.")
_ALIASES = Column("aliases", TEXTS, "Every other form printed in any text, without article or civility, sorted.")
_REASONS = Column("reasons", TEXTS, "Why the texts' mentions were taken for one, a sentence each, sorted.")
_COUNTRY = Column("country_code", TEXT, "ISO 3166-1 alpha-2; null where no text and no gazetteer says it.", True)

DOCUMENTS = Table(
    "documents",
    "a source text",
    "doc_id",
    ("doc_id",),
    (
        Column("doc_id", TEXT, "Identifier, given on arrival; stays through edits and moves."),
        Column("path", TEXT, "The file, POSIX, relative to the raw folder."),
        Column("sha256", TEXT, "SHA-256 of the file's bytes, hexadecimal."),
        Column("format", TEXT, "What it was read as.", one_of=("txt", "md", "html", "pdf", "docx")),
        Column("title", TEXT, "Title; null where the text has none.", True),
        Column("published_on", DAY, "The text's own date; null if unknown.", True),
        Column("publisher", TEXT, "Who published it, as metadata says.", True),
        Column("url", TEXT, "Where it was published, as metadata says.", True),
        Column("text", TEXT, "The cleaned text, Unicode NFC, paragraphs parted by one blank line."),
        Column("n_tokens", COUNT, "Tokens of the cleaned text, as spaCy's French tokenizer counts them."),
        Column("duplicate_of", TEXT, "The text that it repeats, or null.", True, refers_to=("documents",)),
    ),
)
MENTIONS = Table(
    "mentions",
    "a name in a text",
    "",
    ("doc_id", "start", "end"),
    (
        _DOC,
        *_SPAN,
        _TEXT,
        Column("label", TEXT, "Person, organisation or place.", one_of=("PER", "ORG", "LOC")),
        Column("entity_id", TEXT, "Whom or what it names.", refers_to=("people", "organisations", "places")),
        Column("source", TEXT, "The rule or model that recognised it."),
    ),
)
DATES = Table(
    "dates",
    "a time expression in a text",
    "",
    ("doc_id", "start", "end"),
    (
        _DOC,
        *_SPAN,
        _TEXT,
        Column("type", TEXT, "TIMEX3 type.", one_of=("DATE", "TIME", "DURATION", "SET")),
        Column("value", TEXT, "TIMEX3 value; null where nothing fixes it.", True),
        _EARLIEST,
        _LATEST,
        Column("anchor", DAY, "The day it was resolved against; null where it needed none or had none.", True),
        Column("rule", TEXT, "The rule of `configs/fr/` that read it."),
    ),
)
PEOPLE = Table(
    "people",
    "a person",
    "person_id",
    ("person_id",),
    (
        Column("person_id", TEXT, "Identifier, made of the founding mention."),
        Column("name", TEXT, "Fullest form printed in any text."),
        _ALIASES,
        Column(
            "roles",
            _struct(title=TEXT, organisation=TEXT, country=TEXT, doc_id=TEXT),
            "Offices, one entry per text that states one: title as printed, organisation as text, country "
            "(ISO 3166-1 alpha-2), the text.",
        ),
        _N_MENTIONS,
        _N_DOCUMENTS,
        _REASONS,
    ),
)
KINDS_OF_ORGANISATION = (
    "ministry",
    "parliament",
    "government",
    "company",
    "university",
    "international",
    "agency",
    "association",
    "commission",
    "party",
    "media",
    "embassy",
    "other",
)
ORGANISATIONS = Table(
    "organisations",
    "an organisation",
    "organisation_id",
    ("organisation_id",),
    (
        Column("organisation_id", TEXT, "Identifier, made of the founding mention."),
        Column("name", TEXT, "Fullest form printed in any text."),
        Column("acronym", TEXT, "Acronym printed in any text; null where none is.", True),
        _ALIASES,
        Column("kind", TEXT, "What sort of organisation.", one_of=KINDS_OF_ORGANISATION),
        _COUNTRY,
        _N_MENTIONS,
        _N_DOCUMENTS,
        _REASONS,
    ),
)
KINDS_OF_PLACE = ("country", "city", "region", "continent", "site")
PLACES = Table(
    "places",
    "a place",
    "place_id",
    ("place_id",),
    (
        Column("place_id", TEXT, "ISO 3166-1 code of a country, `geonames:<id>`, or made of the founding mention."),
        Column("name", TEXT, "French name."),
        _ALIASES,
        Column("kind", TEXT, "What sort of place; waters and buildings are sites.", one_of=KINDS_OF_PLACE),
        _COUNTRY,
        Column("latitude", pa.float64(), "Degrees north, WGS 84; null without an entry in the gazetteer.", True),
        Column("longitude", pa.float64(), "Degrees east, WGS 84; null without an entry in the gazetteer.", True),
        Column("geonames_id", pa.int64(), "GeoNames id; null without an entry in the gazetteer.", True),
        _N_MENTIONS,
        _N_DOCUMENTS,
        _REASONS,
    ),
)
TYPES_OF_EVENT: tuple[str, ...] = get_args(TypeOfEvent)
EXAMPLES_OF_EVENTS = {
    "visit": ("La ministre Anne Dupont s’est rendue à Oslo.", "Le pape François a fait escale à Lima."),
    "meeting": ("Anne Dupont a reçu Ole Berg.", "Des consultations politiques se sont tenues à Lima le 3 mai 2021."),
    "agreement": ("La Norvège et le Chili ont signé un traité.", "Le Sénat a ratifié l’accord de pêche."),
    "establishment": (
        "Le Pérou et la Norvège ont établi des relations diplomatiques en 1923.",
        "L’Institut français de Bergen a ouvert ses portes en 1992.",
    ),
    "commemoration": (
        "Le Pérou a célébré le bicentenaire de son indépendance.",
        "Anne Dupont a dévoilé à Lima une plaque à la mémoire des victimes.",
    ),
    "gathering": (
        "Le sommet du G20 s’est tenu à Rio de Janeiro en novembre 2024.",
        "Des milliers de personnes ont manifesté à Lima le 3 mai 2021.",
    ),
    "vote": ("Le Parlement européen a adopté la résolution.", "Ole Berg a été réélu président de la Norvège."),
    "appointment": ("Anne Dupont a été nommée ambassadrice à Lima.", "Ole Berg a démissionné."),
    "statement": (
        "Anne Dupont a condamné l’attaque devant la presse.",
        "Le G7 a adopté une déclaration conjointe à Hiroshima.",
    ),
    "conflict": (
        "La Russie a envahi l’Ukraine en février 2022.",
        "L’artillerie a bombardé la ville de Batken le 14 septembre 2022.",
    ),
}
"""Two sentences of each type, as the README shows them."""
PRECISIONS = ("day", "month", "season", "year", "interval", "unknown")
STATUSES = ("occurred", "planned", "cancelled", "uncertain")
EVENTS = Table(
    "events",
    "something that happened or will",
    "event_id",
    ("event_id",),
    (
        Column("event_id", TEXT, "Identifier, made of the founding mention."),
        Column("type", TEXT, "What sort of happening.", one_of=TYPES_OF_EVENT),
        Column("plover", TEXT, "Type in the PLOVER ontology; null where none fits.", True),
        Column("title", TEXT, "Short French title, built from the parts."),
        _EARLIEST,
        _LATEST,
        Column("precision", TEXT, "How precisely it is dated.", one_of=PRECISIONS),
        Column("status", TEXT, "Whether the texts say that it took place.", one_of=STATUSES),
        Column("negated", pa.bool_(), "The texts say that it did not or will not take place."),
        Column("places", TEXTS, "Where it took or takes place.", refers_to=("places",)),
        Column(
            "participants",
            _struct(entity_id=TEXT, name=TEXT, role=TEXT),
            "Who takes part: people, organisations, countries; with their part in it.",
        ),
        Column(
            "evidence",
            _struct(doc_id=TEXT, start=COUNT, end=COUNT, text=TEXT),
            "The sentences that tell of it.",
        ),
        Column("part_of", TEXT, "The event that it is a part of, or null.", True, refers_to=("events",)),
        _N_DOCUMENTS,
        _REASONS,
    ),
)
REJECTS = Table(
    "rejects",
    "a file left out",
    "path",
    ("path",),
    (
        Column("path", TEXT, "The file, POSIX, relative to the raw folder."),
        Column("reason", TEXT, "Why.", one_of=REASONS),
        Column("detail", TEXT, "A sentence for the person who looks at the file."),
    ),
)

TABLES = (DOCUMENTS, MENTIONS, DATES, PEOPLE, ORGANISATIONS, PLACES, EVENTS, REJECTS)
KEYS = {table.name: table.key for table in TABLES if table.key}
"""The column that holds a table's identifiers."""
