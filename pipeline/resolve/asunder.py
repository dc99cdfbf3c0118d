"""Asunder: names that one text was read to give one thing, and that the analyst says are two.

Where the corrections part no such names, nothing is done. Else `entities` and `mentions` are covered by views of the
same shape, in which each name told apart is an entity of its own, with the mentions that print it.
"""

import duckdb

from pipeline.resolve.corrections import TABLE_OF, Corrections, about
from pipeline.spelling import fold

FIRST_NUMBER = 1_000_000
"""Entities of this module's making are counted from here in every text."""


def part(connection: duckdb.DuckDBPyConnection, corrections: Corrections) -> None:
    """Cover `entities` and `mentions` where a text's entity has names that the corrections tell apart."""
    for view in ("entities", "mentions"):
        connection.execute(f"DROP VIEW IF EXISTS temp.{view}")
    told = _told(connection, corrections)
    if not told:
        return
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE told_apart (label VARCHAR, decision INT, form VARCHAR, key VARCHAR)"
    )
    connection.executemany("INSERT INTO told_apart VALUES (?, ?, ?, ?)", told)
    connection.execute(_PARTED, {"first": FIRST_NUMBER})
    store = connection.execute("SELECT current_database()").fetchone()
    assert store  # noqa: S101 (a SELECT of one value gives one row)
    for query in (_ENTITIES, _MENTIONS):
        connection.execute(query.replace("STORE", f'"{store[0]}"'))


def _told(connection: duckdb.DuckDBPyConnection, corrections: Corrections) -> list[tuple[str, int, str, str]]:
    """(label, decision, printed form, folded) of every form that a decision tells from another."""
    told: list[tuple[str, int, str, str]] = []
    for label, table in TABLE_OF.items():
        different = about(corrections, table).different
        if different:
            forms = connection.execute(_FORMS, [label]).fetchall()
            folded = [(form, fold(form)) for (form,) in forms]
            told += [(label, n, form, key) for n, names in enumerate(different) for form, key in folded if key in names]
    return sorted(told)


_FORMS = "SELECT DISTINCT unnest(list_append(forms, name)) AS form FROM entities WHERE label = ?"

_PARTED = """
    CREATE OR REPLACE TEMP TABLE parted AS
    WITH printed AS (
        SELECT doc_id, entity, label, name, unnest(list_distinct(list_append(forms, name))) AS form FROM entities
    ),
    named AS (
        SELECT doc_id, entity, decision, key, list(form ORDER BY form) AS forms, bool_or(form = name) AS main
        FROM printed JOIN told_apart USING (label, form) GROUP BY doc_id, entity, decision, key
    ),
    ranked AS (
        SELECT *, row_number() OVER (PARTITION BY doc_id, entity, decision ORDER BY main DESC, key) AS rank FROM named
    )
    SELECT doc_id, entity, unnest(any_value(forms)) AS form,
        ($first + row_number() OVER (PARTITION BY doc_id ORDER BY entity, key))::INTEGER AS number
    FROM ranked WHERE rank > 1 GROUP BY doc_id, entity, key
"""

_ENTITIES = """
    CREATE OR REPLACE TEMP VIEW entities AS
    SELECT e.* REPLACE (list_filter(forms, lambda form: NOT list_contains(coalesce(gone, []), form)) AS forms)
    FROM STORE.main.entities e
    LEFT JOIN (SELECT doc_id, entity, list(form) AS gone FROM parted GROUP BY doc_id, entity) USING (doc_id, entity)
    UNION ALL BY NAME
    SELECT e.* REPLACE (
        number AS entity, own[1] AS name, own AS forms, NULL AS acronym, [] AS roles, [] AS reasons, NULL AS place
    )
    FROM STORE.main.entities e JOIN (
        SELECT doc_id, entity, number, list(form ORDER BY form) AS own FROM parted GROUP BY doc_id, entity, number
    ) USING (doc_id, entity)
"""

_MENTIONS = """
    CREATE OR REPLACE TEMP VIEW mentions AS
    SELECT m.* REPLACE (coalesce(number, m.entity) AS entity)
    FROM STORE.main.mentions m
    LEFT JOIN parted ON m.doc_id = parted.doc_id AND m.entity = parted.entity AND m.text = parted.form
"""
