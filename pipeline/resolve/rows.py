"""The tables' rows, straight from the store to Arrow: nothing here is judged, and no row becomes an object."""

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from pipeline import tables


def documents(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """A row for each text."""
    return _table(
        connection,
        tables.DOCUMENTS,
        """
        SELECT texts.*, CASE WHEN original <> doc_id THEN original END AS duplicate_of
        FROM texts JOIN copies USING (doc_id)
        """,
    )


def mentions(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """A row for each name in a text."""
    return _table(
        connection,
        tables.MENTIONS,
        "SELECT mentions.*, id AS entity_id FROM mentions JOIN entity_ids USING (doc_id, entity)",
    )


def dates(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """A row for each time expression."""
    return _table(connection, tables.DATES, "FROM dates")


def rejects(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """A row for each file left out."""
    return _table(connection, tables.REJECTS, "FROM rejects")


def people(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """A row for each person."""
    return _table(
        connection,
        tables.PEOPLE,
        """
        SELECT id AS person_id, name, aliases, coalesce(list_sort(roles), []) AS roles,
            n_mentions, n_documents, reasons
        FROM described LEFT JOIN held USING (cluster) WHERE label = 'PER'
        """,
    )


def organisations(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """A row for each organisation."""
    return _table(
        connection,
        tables.ORGANISATIONS,
        """
        SELECT id AS organisation_id, name, acronym, aliases, kind, country AS country_code,
            n_mentions, n_documents, reasons
        FROM described WHERE label = 'ORG'
        """,
    )


def places(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """A row for each place."""
    return _table(
        connection,
        tables.PLACES,
        """
        SELECT id AS place_id, name, aliases, kind, country AS country_code, latitude, longitude, geonames_id,
            n_mentions, n_documents, reasons
        FROM described WHERE label = 'LOC'
        """,
    )


def describe(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `described`: of each cluster its name, forms, counts and what was judged of it.

    And `entity_ids`: which row each text's entity is of, with its label and the row's name.
    """
    connection.execute(_COUNTS)
    connection.execute(_FORMS)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE within AS
        SELECT cluster, list(DISTINCT reason) AS within FROM (
            SELECT cluster, unnest(reasons) AS reason FROM entities JOIN clustered USING (doc_id, entity)
            UNION ALL SELECT cluster, reason FROM moved
        ) GROUP BY cluster
    """)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE described AS
        SELECT judged.* REPLACE (list_sort(list_distinct(list_concat(reasons, coalesce(within, [])))) AS reasons),
            coalesce(called, form) AS name, list_filter(forms, lambda f: f <> coalesce(called, form)) AS aliases,
            id, n_mentions, n_documents
        FROM judged JOIN forms USING (cluster) JOIN named USING (cluster) JOIN counts USING (cluster)
        LEFT JOIN within USING (cluster)
    """)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE entity_ids AS
        SELECT doc_id, ordinal, entity, id, described.label, described.name
        FROM clustered JOIN described USING (cluster)
    """)
    for table in ("members", "profiles", "carrying", "fresh", "forms", "counts", "within", "same_words", "homes"):
        connection.execute(f"DROP TABLE IF EXISTS temp.{table}")  # their work is done, and they take room


_COUNTS = """
    CREATE OR REPLACE TEMP TABLE counts AS
    WITH by_text AS (
        SELECT doc_id, cluster, count(*) AS n
        FROM mentions JOIN clustered USING (doc_id, entity) GROUP BY doc_id, cluster
    ),
    by_set AS (SELECT cluster, original, max(n) AS n FROM by_text JOIN copies USING (doc_id) GROUP BY cluster, original)
    SELECT cluster, sum(n)::INTEGER AS n_mentions, count(*)::INTEGER AS n_documents FROM by_set GROUP BY cluster
"""

_FORMS = """
    CREATE OR REPLACE TEMP TABLE forms AS
    WITH printed AS (
        SELECT cluster, unnest(list_distinct(list_append(forms, name))) AS form FROM clustered
    ),
    counted AS (SELECT cluster, form, count(*) AS n FROM printed GROUP BY cluster, form),
    full_first AS (
        SELECT *, length(form) > 4 AND form = upper(form) AS capitals,
            len(string_split_regex(trim(form), '[\\s-]+')) AS words,
            n * 20 < max(n) OVER (PARTITION BY cluster) AS rare
        FROM counted
    )
    SELECT cluster, list(form ORDER BY form) AS forms,
        first(form ORDER BY rare, capitals, words DESC, n DESC, form) AS form
    FROM full_first GROUP BY cluster
"""


def _table(connection: duckdb.DuckDBPyConnection, table: tables.Table, query: str) -> pa.Table:
    """The query's rows as the table's, in its order."""
    wanted = ", ".join(_quoted([column.name for column in table.columns]))
    order = ", ".join(_quoted(table.order))
    made = connection.sql(f"SELECT {wanted} FROM ({query}) ORDER BY {order}").to_arrow_table()  # noqa: S608
    return made.cast(table.schema)


def _quoted(names: Sequence[str]) -> list[str]:
    return [f'"{name}"' for name in names]
