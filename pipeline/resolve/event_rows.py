"""The rows of the table `events`: what the tellings of one happening add up to, its title and its identifier."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import duckdb
import pyarrow as pa
from pydantic import BaseModel, ConfigDict

from pipeline import tables
from pipeline.config import PLOVER, Config, load_rules
from pipeline.resolve import event_parts
from pipeline.resolve.event_titles import Named, TitleRules, title
from pipeline.resolve.identifiers import founded

KIND = "evt"
BATCH = 10_000
"""So many rows are Python objects at a time."""


class Plover(BaseModel):
    """All of `configs/plover.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    types: Mapping[str, str]
    planned: Mapping[str, str]
    heads: Mapping[str, str]

    def of(self, type_: str, status: str, head: str) -> str | None:
        """The PLOVER type, or null."""
        for start, found in self.heads.items():
            if head.lower().startswith(start):
                return found
        if status == "planned" and type_ in self.planned:
            return self.planned[type_]
        return self.types.get(type_)


def rows(connection: duckdb.DuckDBPyConnection, config: Config) -> pa.Table:
    """The table, from `happenings` and `happening_reasons`."""
    connection.execute(_WHOLE)
    event_parts.gather(connection)
    connection.execute(_SUMMED)
    titles = load_rules(config.french / "events_titles.toml", TitleRules)
    plover = load_rules(PLOVER, Plover)
    summed = connection.sql("SELECT * FROM summed ORDER BY happening").to_arrow_table()
    connection.execute("DROP TABLE proofs; DROP TABLE summed")  # their sentences take room
    ids = _identified(connection)
    called = [
        said
        for batch in summed.select(_TITLED).to_batches(BATCH)
        for said in _called(batch.to_pylist(), titles, plover)
    ]
    happening, part_of = (summed.column(name).to_pylist() for name in ("happening", "part_of"))
    made = {
        "event_id": pa.array([ids[h] for h in happening], pa.string()),
        "part_of": pa.array([None if h is None else ids[h] for h in part_of], pa.string()),
        "title": pa.array([called_ for called_, _ in called], pa.string()),
        "plover": pa.array([type_ for _, type_ in called], pa.string()),
    }
    columns = [made[name] if name in made else summed.column(name) for name in tables.EVENTS.schema.names]
    return pa.table(columns, tables.EVENTS.schema.names).cast(tables.EVENTS.schema).sort_by("event_id")


_TITLED = ["type", "head", "status", "who", "spots"]


def _called(rows: Iterable[Mapping[str, Any]], titles: TitleRules, plover: Plover) -> Iterator[tuple[str, str | None]]:
    """Title and PLOVER type of each."""
    for row in rows:
        who = [Named(**named) for named in row["who"]]
        where = [Named(**named) for named in row["spots"]]
        called = title(row["type"], row["head"], who, where, titles)
        yield called, plover.of(row["type"], row["status"], row["head"])


_WHOLE = """
    CREATE OR REPLACE TEMP TABLE whole AS
    SELECT * REPLACE (
        CASE WHEN status = 'occurred' AND days.earliest > heard_of THEN 'planned' ELSE status END AS status
    )
    FROM (
        SELECT happening, any_value(type) AS type, bool_and(negated) AS negated,
            arg_min(struct_pack(earliest, latest, precision), (
                CASE WHEN earliest IS NULL AND latest IS NULL THEN 4 WHEN earliest IS NULL OR latest IS NULL THEN 3
                WHEN borrowed THEN 1 WHEN latest - earliest > 31 THEN 2 ELSE 0 END,
                coalesce(latest - earliest, 0), earliest, latest
            )) AS days,
            CASE WHEN bool_or(status = 'cancelled') AND NOT coalesce(
                max(published_on) FILTER (status = 'occurred') > max(published_on) FILTER (status = 'cancelled'), false
            ) THEN 'cancelled' WHEN bool_or(status = 'occurred') THEN 'occurred'
            WHEN bool_or(status = 'planned') THEN 'planned' ELSE 'uncertain' END AS status,
            CASE WHEN bool_and(published_on IS NOT NULL) THEN max(published_on) END AS heard_of,
            arg_min(head, (-least(length(head), 60), head)) AS head,
            count(DISTINCT original)::INTEGER AS n_documents
        FROM happenings JOIN copies USING (doc_id) GROUP BY happening
    )
"""
"""A happening that every text tells of before its day has not occurred yet, whatever they say; one that was called off
is so unless a later text tells of it."""

_SUMMED = """
    CREATE OR REPLACE TEMP TABLE summed AS
    WITH named AS (
        SELECT happening, id, any_value(known.name) AS name, min(role) AS role,
            any_value(CASE known.label WHEN 'LOC' THEN coalesce(kind, 'LOC') ELSE known.label END) AS kind
        FROM (SELECT happening, unnest(people, recursive := true) FROM happenings) JOIN known USING (number)
        GROUP BY happening, id
    ),
    taking AS (
        SELECT happening,
            list(struct_pack(entity_id := id, name := name, role := role) ORDER BY role, name, id) AS participants,
            list(struct_pack(name := name, kind := kind, role := role) ORDER BY role, name, id) AS who
        FROM named GROUP BY happening
    ),
    lying AS (
        SELECT happening, list(id ORDER BY id) AS places,
            list(struct_pack(name := name, kind := kind) ORDER BY kind = 'country', name, id) AS spots
        FROM (
            SELECT DISTINCT happening, id, name, coalesce(kind, '') AS kind
            FROM (SELECT happening, unnest(places) AS number FROM happenings) JOIN known USING (number)
        ) GROUP BY happening
    ),
    sentences AS (
        SELECT happening, list(struct_pack(doc_id := doc_id, start := start, "end" := "end", text := text)
            ORDER BY doc_id, start, "end") AS evidence
        FROM (
            SELECT DISTINCT happening, doc_id, start, "end", text FROM happenings JOIN proofs USING (doc_id, event)
        ) GROUP BY happening
    ),
    because AS (
        SELECT happening, list(DISTINCT reason ORDER BY reason) AS reasons FROM (
            SELECT happening, unnest(reasons) AS reason
            FROM happenings JOIN (SELECT doc_id, event, reasons FROM events WHERE len(reasons) > 0)
            USING (doc_id, event)
            UNION ALL SELECT happening, unnest("between") FROM happening_reasons
            UNION ALL SELECT happening, reason FROM parts WHERE reason IS NOT NULL
        ) GROUP BY happening
    )
    SELECT happening, type, head, status, negated, n_documents, days.earliest, days.latest, days.precision,
        coalesce(participants, []) AS participants, coalesce(who, []) AS who, coalesce(places, []) AS places,
        coalesce(spots, []) AS spots, coalesce(evidence, []) AS evidence, part_of, coalesce(reasons, []) AS reasons
    FROM whole LEFT JOIN taking USING (happening) LEFT JOIN lying USING (happening)
    LEFT JOIN sentences USING (happening) LEFT JOIN because USING (happening)
    LEFT JOIN (SELECT happening, part_of FROM parts) USING (happening)
"""


def _identified(connection: duckdb.DuckDBPyConnection) -> dict[int, str]:
    """Each happening's identifier: the one that its tellings carried before, else one of its founding mention."""
    connection.execute(_FORMS)
    claims = connection.execute(_CLAIMS, {"kind": KIND}).fetchall()
    founders = connection.execute("""
        SELECT happening, arg_min(doc_id, (ordinal, event)), arg_min(form, (ordinal, event))
        FROM telling_forms GROUP BY happening ORDER BY min((ordinal, event))
    """).fetchall()
    given: dict[int, str] = {}
    used = {identifier for _, identifier in claims}
    taken: set[str] = set()
    for happening, identifier in claims:
        if happening not in given and identifier not in taken:
            given[happening] = identifier
            taken.add(identifier)
    for happening, doc_id, form in founders:
        if happening not in given:
            given[happening] = founded(KIND, doc_id, form, used)
            used.add(given[happening])
    _remember(connection, given)
    return given


_FORMS = """
    CREATE OR REPLACE TEMP TABLE telling_forms AS
    SELECT doc_id, ordinal, event, happening, plain || CASE WHEN nth > 1 THEN ' ' || nth ELSE '' END AS form FROM (
        SELECT *, row_number() OVER (PARTITION BY doc_id, plain ORDER BY event) AS nth FROM (
            SELECT doc_id, ordinal, event, happening, type || ' ' || lower(strip_accents(head)) AS plain FROM happenings
        )
    )
"""

_CLAIMS = """
    SELECT happening, id FROM telling_forms JOIN identifiers USING (doc_id, form)
    WHERE kind = $kind GROUP BY happening, id ORDER BY min((ordinal, event)), id
"""


def _remember(connection: duckdb.DuckDBPyConnection, given: Mapping[int, str]) -> None:
    connection.register("given_events", pa.table({"happening": list(given), "id": list(given.values())}, schema=_GIVEN))
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE fresh_events AS
        SELECT 'evt' AS kind, doc_id, form, id FROM telling_forms JOIN given_events USING (happening)
        EXCEPT SELECT kind, doc_id, form, id FROM identifiers
    """)
    connection.execute("""
        DELETE FROM identifiers USING fresh_events
        WHERE identifiers.kind = fresh_events.kind AND identifiers.doc_id = fresh_events.doc_id
        AND identifiers.form = fresh_events.form
    """)
    connection.execute("INSERT INTO identifiers SELECT kind, doc_id, form, id FROM fresh_events ORDER BY ALL")
    connection.unregister("given_events")


_GIVEN = pa.schema([("happening", pa.int32()), ("id", pa.string())])
