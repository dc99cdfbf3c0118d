"""Offices held: what one text leaves open about somebody's office, where another text or another row says it.

Leaves `held(cluster, roles)`, what the table `people` says of offices. Works on `clustered` and `judged`.
"""

import duckdb
import pyarrow as pa

from pipeline.resolve.offices import Posts
from pipeline.resolve.profiles import Office


def complete(connection: duckdb.DuckDBPyConnection, posts: Posts) -> None:
    """Make `held`; a null country becomes that of the office's body, or of the same office in other texts."""
    connection.execute(_STATED)
    connection.execute(_BODIES)
    titles = [title for (title,) in connection.execute(_OPEN).fetchall()]
    read = [posts.of(Office(title, None, None))[0] for title in titles]
    connection.register(
        "titles", pa.table({"title": pa.array(titles, pa.string()), "post": pa.array(read, pa.string())})
    )
    connection.execute(_HELD)
    connection.unregister("titles")
    for table in ("stated", "bodies"):
        connection.execute(f"DROP TABLE temp.{table}")


_STATED = """
    CREATE OR REPLACE TEMP TABLE stated AS
    SELECT cluster, doc_id, role.title AS title, role.organisation AS organisation, role.country AS country
    FROM (SELECT doc_id, entity, unnest(roles) AS role FROM entities WHERE label = 'PER' AND len(roles) > 0)
    JOIN clustered USING (doc_id, entity)
"""

_BODIES = """
    CREATE OR REPLACE TEMP TABLE bodies AS
    SELECT doc_id, organisation, min(judged.country) AS country
    FROM (SELECT DISTINCT doc_id, organisation FROM stated WHERE organisation IS NOT NULL AND country IS NULL) AS open
    JOIN clustered USING (doc_id) JOIN judged USING (cluster)
    WHERE judged.label = 'ORG' AND judged.country IS NOT NULL AND judged.kind IN (FROM of_a_state)
        AND list_contains(clustered.forms, organisation)
    GROUP BY doc_id, organisation
"""

_OPEN = """
    SELECT DISTINCT title FROM stated
    WHERE organisation IS NULL AND cluster IN (
        SELECT cluster FROM stated WHERE organisation IS NULL
        GROUP BY cluster HAVING count(country) > 0 AND count(*) > count(country)
    )
"""

_HELD = """
    CREATE OR REPLACE TEMP TABLE held AS
    WITH known AS (
        SELECT cluster, post, min(stated.country) AS country FROM stated JOIN titles USING (title)
        WHERE organisation IS NULL AND stated.country IS NOT NULL AND post <> ''
        GROUP BY cluster, post HAVING count(DISTINCT stated.country) = 1
    )
    SELECT cluster, list(DISTINCT struct_pack(
        title := title, organisation := organisation,
        country := coalesce(stated.country, bodies.country, CASE WHEN organisation IS NULL THEN known.country END),
        doc_id := doc_id
    )) AS roles
    FROM stated LEFT JOIN bodies USING (doc_id, organisation) LEFT JOIN titles USING (title)
    LEFT JOIN known USING (cluster, post)
    GROUP BY cluster
"""
