"""The rows of the table `events`: what the tellings of one happening add up to, its title and its identifier."""

from collections.abc import Mapping

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
    identifiers = _identified(connection)
    made = [
        pa.Table.from_pylist(
            [_row(row, identifiers, titles, plover) for row in batch.to_pylist()], schema=tables.EVENTS.schema
        )
        for batch in summed.to_batches(max_chunksize=BATCH)
    ]
    return pa.concat_tables([tables.EVENTS.schema.empty_table(), *made]).sort_by("event_id")


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
        SELECT happening, struct_pack(
            id := id, name := known.name, kind := coalesce(kind, known.label), label := known.label, role := min(role)
        ) AS who
        FROM (SELECT happening, unnest(people, recursive := true) FROM happenings) JOIN known USING (number)
        GROUP BY happening, id, known.name, kind, known.label
    ),
    taking AS (SELECT happening, list(who ORDER BY who.role, who.name, who.id) AS people FROM named GROUP BY happening),
    spots AS (
        SELECT happening, list(DISTINCT struct_pack(id := id, name := name, kind := kind)) AS places
        FROM (SELECT happening, unnest(places) AS number FROM happenings) JOIN known USING (number) GROUP BY happening
    ),
    sentences AS (
        SELECT happening, list(DISTINCT struct_pack(
            doc_id := doc_id, start := start, "end" := "end", text := text
        )) AS evidence
        FROM happenings JOIN proofs USING (doc_id, event) GROUP BY happening
    ),
    within AS (
        SELECT happening, list(DISTINCT reason) AS reasons
        FROM (SELECT doc_id, event, unnest(reasons) AS reason FROM events) JOIN happenings USING (doc_id, event)
        GROUP BY happening
    )
    SELECT whole.* EXCLUDE (heard_of), coalesce(people, []) AS people, coalesce(places, []) AS places,
        coalesce(evidence, []) AS evidence, parts.part_of, parts.reason, coalesce(within.reasons, []) AS within, between
    FROM whole LEFT JOIN taking USING (happening) LEFT JOIN spots USING (happening)
    LEFT JOIN sentences USING (happening) LEFT JOIN within USING (happening) LEFT JOIN parts USING (happening)
    LEFT JOIN happening_reasons USING (happening)
"""


def _row(row: dict[str, object], ids: Mapping[int, str], titles: TitleRules, plover: Plover) -> dict[str, object]:
    people, places, days = row["people"], row["places"], row["days"]
    assert isinstance(people, list) and isinstance(places, list) and isinstance(days, dict)  # noqa: S101
    people.sort(key=lambda p: (p["role"], p["name"], p["id"]))
    places.sort(key=lambda p: (p["kind"] == "country", p["name"], p["id"]))
    type_, head, status = str(row["type"]), str(row["head"]), str(row["status"])
    who = [Named(p["name"], p["kind"] if p["label"] == "LOC" else p["label"], p["role"]) for p in people]
    where = [Named(p["name"], p["kind"]) for p in places]
    part_of = row["part_of"]
    return {
        "event_id": ids[int(str(row["happening"]))],
        "type": type_,
        "plover": plover.of(type_, status, head),
        "title": title(type_, head, who, where, titles),
        **days,
        "status": status,
        "negated": row["negated"],
        "places": sorted(p["id"] for p in places),
        "participants": [{"entity_id": p["id"], "name": p["name"], "role": p["role"]} for p in people],
        "evidence": sorted(row["evidence"], key=lambda e: (e["doc_id"], e["start"])),  # type: ignore[call-overload]
        "part_of": None if part_of is None else ids[int(str(part_of))],
        "n_documents": row["n_documents"],
        "reasons": sorted({*row["within"], *row["between"], *([row["reason"]] if row["reason"] else [])}),  # type: ignore[misc]
    }


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
