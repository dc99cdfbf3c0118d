"""Identifiers: what a later text cannot change.

A thing is called after its founding mention, the first in order of arrival. What each text's forms were called
is remembered, so that the name stays when the founding text goes, and when an earlier text comes to tell of it:
a cluster takes the identifier that its forms carried before, earliest arrival first, and never one that another
has taken. Works on three tables: `clustered(doc_id, ordinal, entity, name, forms, cluster)`, `public(cluster, id)`
and the store's `identifiers`; leaves `named(cluster, id)`.
"""

import hashlib
import re
from collections.abc import Container, Iterable

import duckdb
import pyarrow as pa

from pipeline.resolve import spelled
from pipeline.spelling import fold

LONGEST_SLUG = 40


def give(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `named(cluster, id)` and remember which forms of which texts carry them."""
    connection.execute(spelled.FOLDED)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE carrying AS
        WITH printed AS (
            SELECT kind, doc_id, ordinal, entity, cluster, unnest(list_distinct(list_append(forms, name))) AS form
            FROM clustered JOIN private USING (cluster)
        ),
        alike AS (SELECT form, folded(form) AS key FROM (SELECT DISTINCT form FROM printed))
        SELECT kind, doc_id, key AS form, min(ordinal) AS ordinal, min(entity) AS entity,
            arg_min(cluster, entity) AS cluster
        FROM printed JOIN alike USING (form) GROUP BY kind, doc_id, key
    """)
    claims = connection.execute("""
        SELECT cluster, id FROM carrying JOIN identifiers USING (kind, doc_id, form)
        GROUP BY cluster, id ORDER BY min((ordinal, entity)), id
    """).fetchall()
    founders = connection.execute("""
        SELECT cluster, kind, arg_min(doc_id, (ordinal, entity)), arg_min(name, (ordinal, entity))
        FROM clustered JOIN private USING (cluster)
        GROUP BY cluster, kind ORDER BY min((ordinal, entity))
    """).fetchall()
    given = _given(claims, founders)
    connection.register("given", pa.table({"cluster": list(given), "id": list(given.values())}, schema=_SCHEMA))
    connection.execute("CREATE OR REPLACE TEMP TABLE named AS FROM public UNION ALL FROM given")
    connection.unregister("given")
    _remember(connection)


_SCHEMA = pa.schema([("cluster", pa.int32()), ("id", pa.string())])


def _given(claims: Iterable[tuple[int, str]], founders: Iterable[tuple[int, str, str, str]]) -> dict[int, str]:
    """Each cluster's identifier: the first claim that nobody made before, else one of its founding mention."""
    given: dict[int, str] = {}
    taken: set[str] = set()
    used: set[str] = set()
    for cluster, identifier in claims:
        used.add(identifier)
        if cluster not in given and identifier not in taken:
            given[cluster] = identifier
            taken.add(identifier)
    for cluster, kind, doc_id, name in founders:
        if cluster not in given:
            given[cluster] = founded(kind, doc_id, name, used)
            used.add(given[cluster])
    return given


def founded(kind: str, doc_id: str, name: str, used: Container[str]) -> str:
    """An identifier that says what it names, made of the founding mention.

    >>> founded("per", "d-1", "Kassym-Jomart Tokaïev", set())[:26]
    'per-kassym-jomart-tokaiev-'
    """
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name))[:LONGEST_SLUG].strip("-") or "x"
    origin = f"{kind}\0{doc_id}\0{fold(name)}"
    while True:
        origin = hashlib.sha256(origin.encode()).hexdigest()
        if (identifier := f"{kind}-{slug}-{origin[:8]}") not in used:
            return identifier


def _remember(connection: duckdb.DuckDBPyConnection) -> None:
    """Add what each form carries now to the store; what it carried before is overwritten, no text is forgotten."""
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE fresh AS
        SELECT kind, doc_id, form, id FROM carrying JOIN named USING (cluster)
        EXCEPT SELECT kind, doc_id, form, id FROM identifiers
    """)
    connection.execute("""
        DELETE FROM identifiers USING fresh
        WHERE identifiers.kind = fresh.kind AND identifiers.doc_id = fresh.doc_id AND identifiers.form = fresh.form
    """)
    connection.execute("INSERT INTO identifiers SELECT kind, doc_id, form, id FROM fresh ORDER BY ALL")
