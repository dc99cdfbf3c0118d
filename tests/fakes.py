"""A front half and a back half that need no model: names are the words in capitals."""

import re
from collections.abc import Iterator, Sequence

import pyarrow as pa

from pipeline import ingest
from pipeline.aligned import AlignedText
from pipeline.config import Config
from pipeline.interim import Interim, Result, result_of
from pipeline.records import AnnotatedDocument, DateMention, Document, Entity, Mention
from pipeline.run import RawText
from pipeline.tables import TABLES


class FakeReading:
    """The work of the workers. A text that says « bug » is one."""

    def __init__(self, config: Config) -> None:
        self._settings = config.settings.ingest

    def warm_up(self) -> None:
        """Nothing to load."""

    def alone(self, text: RawText) -> Document:
        source = ingest.read(text.file, text.path, text.metadata, self._settings)
        return Document(source, AlignedText.of(source.text), source.title)

    def together(self, documents: Sequence[Document]) -> Iterator[Result]:
        return (result_of(annotated(document)) for document in documents)


def annotated(document: Document) -> AnnotatedDocument:
    text = str(document.text)
    if "bug" in text:
        raise KeyError("bug")
    found = list(re.finditer(r"[A-Z]{2,}", text))
    names = list(dict.fromkeys(match[0] for match in found))
    mentions = tuple(Mention(m.start(), m.end(), m[0], "PER", "capitals", names.index(m[0])) for m in found)
    entities = tuple(Entity("PER", name, (name,)) for name in names)
    years = re.finditer(r"\b\d{4}\b", text)
    dates = tuple(DateMention(m.start(), m.end(), m[0], "DATE", m[0], None, None, None, "year") for m in years)
    return AnnotatedDocument(document, None, len(text.split()), mentions, entities, dates)


def fake_resolve(interim: Interim, config: Config) -> dict[str, pa.Table]:
    """People are their names; all other tables but texts, dates and rejects are empty."""
    tables = {table.name: table.schema.empty_table() for table in TABLES}
    for name, query in _QUERIES.items():
        rows = interim.connection.sql(query).to_arrow_table()
        schema = tables[name].schema
        arrays = [rows[field.name].cast(field.type).combine_chunks() for field in schema]
        tables[name] = pa.Table.from_arrays(arrays, schema=schema)
    return tables


_QUERIES = {
    "documents": "SELECT *, NULL::VARCHAR AS duplicate_of FROM texts ORDER BY doc_id",
    "dates": "FROM dates ORDER BY doc_id, start",
    "rejects": "FROM rejects ORDER BY path",
    "mentions": "SELECT *, 'per-' || text AS entity_id FROM mentions ORDER BY doc_id, start",
    "people": """
        SELECT 'per-' || text AS person_id, text AS name, []::VARCHAR[] AS aliases, []::VARCHAR[] AS reasons,
            []::STRUCT(title VARCHAR, organisation VARCHAR, country VARCHAR, doc_id VARCHAR)[] AS roles,
            count(*) AS n_mentions, count(DISTINCT doc_id) AS n_documents
        FROM mentions GROUP BY text ORDER BY person_id""",
}
