"""Events: one row for one happening, however many texts tell of it.

Reads the store's `events` with `entity_ids`, `described` and `copies`; gives the table `events`. Tellings that
say the same of the same names are one from the start; the rest is judged in `event_ties`.
"""

from collections.abc import Mapping, Sequence

import duckdb
import pyarrow as pa

from pipeline.config import Config, load_rules
from pipeline.resolve import event_rows, event_tellings, event_ties
from pipeline.resolve.event_tellings import Topics
from pipeline.resolve.event_told import Told

Happening = tuple[list[int], tuple[str, ...]]
"""Positions of tellings that are one, and the sentences why."""
FIRST = ("visit", "meeting", "gathering", "commemoration", "conflict", "vote")
"""Types that others are a part of: they are brought together first."""


def resolve_events(connection: duckdb.DuckDBPyConnection, config: Config) -> pa.Table:
    """The table `events`; what its identifiers rest on is remembered in the store."""
    topics = load_rules(config.french / "events_topics.toml", Topics)
    event_tellings.gather(connection, topics)
    _store(connection, _clusters(connection, topics))
    return event_rows.rows(connection, config)


def _clusters(connection: duckdb.DuckDBPyConnection, topics: Topics) -> list[Happening]:
    """What is one, as numbers of tellings; nothing else of the comparison outlives this."""
    tellings, heads = event_tellings.read(connection, topics)
    return _first_then_rest(tellings, heads, event_tellings.parents(connection))


def _first_then_rest(
    tellings: Sequence[Told], heads: Sequence[str], parents: Mapping[int, Sequence[int]]
) -> list[Happening]:
    """Clusters of positions in `tellings`, with their reasons: first what others are a part of."""
    first = [i for i, told in enumerate(tellings) if told.type in FIRST]
    rest = [i for i, told in enumerate(tellings) if told.type not in FIRST]
    found = _clustered(first, [tellings[i] for i in first], heads)
    home = {i + 1: number for number, (members, _) in enumerate(found) for i in members}
    for i in rest:
        tellings[i].parents = frozenset(home[p] for p in parents.get(i + 1, ()) if p in home)
    return found + _clustered(rest, [tellings[i] for i in rest], heads)


def _clustered(positions: Sequence[int], tellings: Sequence[Told], heads: Sequence[str]) -> list[Happening]:
    clusters = event_ties.cluster(tellings, [heads[i] for i in positions])
    return [([positions[n] for n in c.nodes], c.reasons) for c in clusters]


def _store(connection: duckdb.DuckDBPyConnection, clusters: Sequence[Happening]) -> None:
    """Make `happenings`, which is `told` with the number of the happening, and `happening_reasons`."""
    belonging = pa.table(
        {
            "telling": pa.array([i + 1 for members, _ in clusters for i in members], pa.int32()),
            "happening": pa.array([n for n, (members, _) in enumerate(clusters) for _ in members], pa.int32()),
        }
    )
    reasons = pa.table(
        {
            "happening": pa.array(range(len(clusters)), pa.int32()),
            "between": pa.array([list(why) for _, why in clusters], pa.list_(pa.string())),
        }
    )
    connection.register("belonging", belonging)
    connection.register("between", reasons)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE happenings AS
        SELECT told.* EXCLUDE (said), happening FROM told JOIN tellings USING (said) JOIN belonging USING (telling)
    """)
    connection.execute("CREATE OR REPLACE TEMP TABLE happening_reasons AS FROM between")
    connection.unregister("belonging")
    connection.unregister("between")
