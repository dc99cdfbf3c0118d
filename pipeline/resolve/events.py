"""Events: one row for one happening, however many texts tell of it.

Reads the store's `events` with `entity_ids`, `described` and `copies`; gives the table `events`. Tellings that
say the same of the same names are one from the start; the rest is judged in `event_ties`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import duckdb
import pyarrow as pa
from pydantic import BaseModel, ConfigDict

from pipeline.config import Config, load_rules
from pipeline.resolve import event_rows, event_ties
from pipeline.resolve.event_evidence import Told
from pipeline.spelling import fold

BATCH = 10_000
"""So many rows are Python objects at a time."""
Item = TypeVar("Item")
Happening = tuple[list[int], tuple[str, ...]]
"""Positions of tellings that are one, and the sentences why."""
FIRST = ("visit", "meeting", "gathering", "commemoration", "conflict", "vote")
"""Types that others are a part of: they are brought together first."""


class Topics(BaseModel):
    """All of `configs/fr/events_topics.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    generic: frozenset[str]
    kinds: frozenset[str]


def resolve_events(connection: duckdb.DuckDBPyConnection, config: Config) -> pa.Table:
    """The table `events`; what its identifiers rest on is remembered in the store."""
    _gather(connection)
    topics = load_rules(config.french / "events_topics.toml", Topics)
    _store(connection, _clusters(connection, topics))
    return event_rows.rows(connection, config)


def _clusters(connection: duckdb.DuckDBPyConnection, topics: Topics) -> list[Happening]:
    """What is one, as numbers of tellings; nothing else of the comparison outlives this."""
    tellings, heads = _tellings(connection, topics)
    return _first_then_rest(tellings, heads, _parents(connection))


def _gather(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `told` (a row for each event of each text, with its names resolved) and `tellings` (what they say)."""
    connection.execute(_ENTITIES)
    connection.execute(_TOLD)
    connection.execute(_TELLINGS)


_ENTITIES = """
    CREATE OR REPLACE TEMP TABLE known AS
    SELECT id, label, name, kind, country, row_number() OVER (ORDER BY label, name, id)::INTEGER AS number
    FROM described
"""

_TOLD = """
    CREATE OR REPLACE TEMP TABLE told AS
    WITH taking AS (
        SELECT doc_id, event, list_sort(list(
            DISTINCT struct_pack(number := number, label := known.label, role := role)
        )) AS people
        FROM (SELECT doc_id, event, unnest(participants, recursive := true) FROM events)
        JOIN entity_ids USING (doc_id, entity) JOIN known USING (id) GROUP BY doc_id, event
    ),
    spots AS (
        SELECT doc_id, event, list_sort(list(DISTINCT number)) AS places,
            list_sort(list(DISTINCT country) FILTER (kind <> 'country' AND country IS NOT NULL)) AS countries
        FROM (SELECT doc_id, event, unnest(places) AS entity FROM events)
        JOIN entity_ids USING (doc_id, entity) JOIN known USING (id) GROUP BY doc_id, event
    )
    SELECT e.doc_id, e.ordinal, e.event, e.type, e.negated, e.status, e.earliest, e.latest, e.precision, e.head,
        e.topic, e.part_of, coalesce(people, []) AS people, coalesce(places, []) AS places,
        coalesce(countries, []) AS countries,
        CASE WHEN e.earliest IS NULL AND e.latest IS NULL THEN e.ordinal END AS alone
    FROM (SELECT * EXCLUDE (places, participants) FROM events) e
    LEFT JOIN taking USING (doc_id, event) LEFT JOIN spots USING (doc_id, event)
"""

_SAID = "type, negated, earliest, latest, topic, people, places, countries, alone"

_TELLINGS = f"""
    CREATE OR REPLACE TEMP TABLE tellings AS
    SELECT row_number() OVER (ORDER BY type, negated, earliest, latest, topic, people, places, heads, ordinals)::INTEGER
        AS telling, *
    FROM (
        SELECT {_SAID}, hash({_SAID}) AS said, list_sort(list(DISTINCT ordinal)) AS ordinals,
            list_sort(list(DISTINCT head)) AS heads
        FROM told GROUP BY {_SAID}
    )
"""  # noqa: S608 (the columns are this module's)


def _tellings(connection: duckdb.DuckDBPyConnection, topics: Topics) -> tuple[list[Told], list[str]]:
    """The distinct tellings in order of their contents, the first of which has the number 1, and their heads."""
    names = dict(connection.execute("SELECT number, name FROM known WHERE label = 'ORG'").fetchall())
    states = dict(connection.execute("SELECT country, number FROM known WHERE kind = 'country'").fetchall())
    tellings, heads, kept = [], [], Kept()
    rows = connection.execute("""
        SELECT type, negated, earliest, latest, people, places, countries, topic, ordinals, heads
        FROM tellings ORDER BY telling
    """)
    while batch := rows.fetchmany(BATCH):
        tellings += [_told(row, names, states, topics, kept) for row in batch]
        heads += [max(row[-1], key=lambda head: (len(head), head)) for row in batch]
    return tellings, heads


class Kept:
    """One object for each set, however many tellings have it."""

    def __init__(self) -> None:
        self._sets: dict[frozenset[Any], frozenset[Any]] = {}

    def __call__(self, items: Iterable[Item]) -> frozenset[Item]:
        """The set of these, as it was first made."""
        found = frozenset(items)
        return self._sets.setdefault(found, found)


def _parents(connection: duckdb.DuckDBPyConnection) -> dict[int, list[int]]:
    """The tellings that each is a part of."""
    parents: dict[int, list[int]] = {}
    for inner, outer in connection.execute(_PARENTS).fetchall():
        parents.setdefault(inner, []).append(outer)
    return parents


_PARENTS = """
    WITH numbered AS (
        SELECT doc_id, event, part_of, telling FROM told JOIN tellings
        ON said = hash(told.type, told.negated, told.earliest, told.latest, told.topic, told.people, told.places,
            told.countries, told.alone)
    )
    SELECT DISTINCT inner_.telling, outer_.telling FROM numbered inner_ JOIN numbered outer_
    ON inner_.doc_id = outer_.doc_id AND inner_.part_of = outer_.event ORDER BY ALL
"""


def _told(
    row: tuple[Any, ...], names: Mapping[int, str], states: Mapping[str, int], topics: Topics, kept: Kept
) -> Told:
    type_, negated, earliest, latest, people, places, countries, topic, ordinals, _ = row
    return Told(
        type=type_,
        negated=negated,
        days=(earliest, latest),
        people=kept((p["number"], p["label"], p["role"]) for p in people),
        places=kept(places),
        within=kept(states[c] for c in countries if c in states),
        topic=kept(word for word in topic if word not in topics.generic),
        kinds=kept(word for word in topic if word in topics.kinds),
        texts=kept(ordinals),
        names=kept(fold(names[p["number"]]) for p in people if p["number"] in names),
    )


def _first_then_rest(
    tellings: Sequence[Told], heads: Sequence[str], parents: Mapping[int, Sequence[int]]
) -> list[Happening]:
    """Clusters of positions in `tellings`, with their reasons: first what others are a part of."""
    first = [i for i, told in enumerate(tellings) if told.type in FIRST]
    rest = [i for i, told in enumerate(tellings) if told.type not in FIRST]
    found = _clustered(first, [tellings[i] for i in first], heads)
    home = {i + 1: number for number, (members, _) in enumerate(found) for i in members}
    inner = [replace(tellings[i], parents=_homes(parents.get(i + 1, ()), home)) for i in rest]
    return found + _clustered(rest, inner, heads)


def _homes(parents: Sequence[int], home: Mapping[int, int]) -> frozenset[int]:
    return frozenset(home[p] for p in parents if p in home)


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
        SELECT told.*, happening FROM told JOIN tellings
        ON said = hash(told.type, told.negated, told.earliest, told.latest, told.topic, told.people, told.places,
            told.countries, told.alone)
        JOIN belonging USING (telling)
    """)
    connection.execute("CREATE OR REPLACE TEMP TABLE happening_reasons AS FROM between")
    connection.unregister("belonging")
    connection.unregister("between")
