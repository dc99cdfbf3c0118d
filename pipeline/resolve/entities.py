"""The judgement of all names, label by label, and its outcome as tables of the store's memory.

Leaves `judged` (a row for each cluster and what is known of it), `clustered` (whose cluster each text's entity
is), `public` (the clusters that have an identifier of the world's) `private` (those that need one of ours)
and `held` (the offices of each person's cluster).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import duckdb
import pyarrow as pa

from pipeline.config import Config
from pipeline.gazetteer import Gazetteer
from pipeline.resolve import held, organisations, people, places, profiles, rules
from pipeline.resolve.bearers import Hint
from pipeline.resolve.corrections import Corrections, Decisions
from pipeline.resolve.offices import Posts
from pipeline.resolve.organisation_kinds import OrganisationKinds
from pipeline.resolve.organisation_names import OrganisationNames
from pipeline.resolve.profiles import Profile


@dataclass(frozen=True, slots=True)
class Judged:
    """A cluster of any label: its profiles and the columns that its table takes from the judgement."""

    label: str
    profiles: tuple[int, ...]
    reasons: tuple[str, ...]
    kind: str | None = None
    country: str | None = None
    acronym: str | None = None
    public: str | None = None
    called: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None


_SCHEMA = pa.schema(
    [
        ("cluster", pa.int32()),
        ("label", pa.string()),
        ("reasons", pa.list_(pa.string())),
        ("kind", pa.string()),
        ("country", pa.string()),
        ("acronym", pa.string()),
        ("public", pa.string()),
        ("called", pa.string()),
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
        ("geonames_id", pa.int64()),
    ]
)


def judge(
    connection: duckdb.DuckDBPyConnection, config: Config, linking: rules.Linking, corrections: Corrections
) -> None:
    """Make the tables named above from `members` and `profiles`."""
    gazetteer, known = Gazetteer.load(config.gazetteer), rules.well_known(config.french)
    posts = Posts(linking, gazetteer)
    judged: list[Judged] = []
    hints: list[Hint] = []
    for label in ("PER", "ORG", "LOC"):
        said = profiles.read(connection, label)
        decisions = profiles.decided(connection, corrections, label)
        if label == "PER":
            found, hints = _people(said, posts, linking, decisions)
        elif label == "ORG":
            found = _organisations(said, gazetteer, linking, known, decisions)
        else:
            spots = places.cluster(said, gazetteer, linking.organisations.function_words, decisions)
            found = [_place(spot) for spot in spots]
        judged += _called(found, decisions)
    _store(connection, judged)
    _move(connection, hints)
    _settle(connection)
    held.complete(connection, posts)


def _called(found: list[Judged], decisions: Decisions) -> list[Judged]:
    if not decisions.called:
        return found
    return [replace(j, called=decisions.call(j.profiles) or j.called) for j in found]


def _people(
    said: Iterable[Profile], posts: Posts, linking: rules.Linking, decisions: Decisions
) -> tuple[list[Judged], list[Hint]]:
    found, hints = people.cluster(said, posts, linking, decisions)
    return [Judged("PER", numbers, reasons) for numbers, reasons in found], hints


def _organisations(
    said: Iterable[Profile],
    gazetteer: Gazetteer,
    linking: rules.Linking,
    known: rules.WellKnown,
    decisions: Decisions,
) -> list[Judged]:
    names, kinds = OrganisationNames(linking, gazetteer), OrganisationKinds(linking.kinds, gazetteer)
    judges = organisations.Organisations(names, kinds, linking, known, decisions)
    return [Judged("ORG", b.profiles, b.reasons, b.kind, b.country, b.acronym) for b in judges.cluster(said)]


def _place(spot: places.Spot) -> Judged:
    if spot.entry is None:
        return Judged("LOC", spot.profiles, spot.reasons, spot.kind, spot.country)
    return Judged(
        "LOC",
        spot.profiles,
        spot.reasons,
        spot.kind,
        spot.country,
        public=spot.entry.id,
        called=spot.entry.name,
        latitude=spot.entry.latitude,
        longitude=spot.entry.longitude,
        geonames_id=spot.entry.geonames_id,
    )


def _store(connection: duckdb.DuckDBPyConnection, judged: Sequence[Judged]) -> None:
    columns = [range(len(judged)), *([getattr(j, f.name) for j in judged] for f in list(_SCHEMA)[1:])]
    arrays = [pa.array(column, field.type) for column, field in zip(columns, _SCHEMA, strict=True)]
    numbers = [number for j in judged for number in j.profiles]
    clusters = [cluster for cluster, j in enumerate(judged) for _ in j.profiles]
    homes = pa.table([pa.array(numbers, pa.uint64()), pa.array(clusters, pa.int32())], ["profile", "cluster"])
    _keep(connection, "judgement", pa.Table.from_arrays(arrays, schema=_SCHEMA))
    _keep(connection, "homes", homes)


def _move(connection: duckdb.DuckDBPyConnection, hints: Sequence[Hint]) -> None:
    """Make `moved`: the entities whose text decides for a hint. People are the first clusters of all."""
    columns = (
        pa.array([hint.profile for hint in hints], pa.uint64()),
        pa.array([hint.person for hint in hints], pa.int32()),
        pa.array([hint.country for hint in hints], pa.string()),
        pa.array([hint.reason for hint in hints], pa.string()),
    )
    _keep(connection, "hints", pa.table(columns, ["profile", "cluster", "country", "reason"]))
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE moved AS
        SELECT doc_id, entity, min(hints.cluster) AS cluster, min(reason) AS reason
        FROM members JOIN hints USING (profile)
        JOIN (SELECT DISTINCT doc_id, place AS country FROM entities WHERE label = 'LOC') USING (doc_id, country)
        GROUP BY doc_id, entity
    """)


def _settle(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE judged AS SELECT * EXCLUDE (public) FROM judgement")
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE public AS
        SELECT cluster, public AS id FROM judgement WHERE public IS NOT NULL
    """)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE private AS
        SELECT cluster, CASE label WHEN 'PER' THEN 'per' WHEN 'ORG' THEN 'org' ELSE 'loc' END AS kind
        FROM judgement WHERE public IS NULL
    """)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE clustered AS
        SELECT doc_id, ordinal, entity, name, forms, coalesce(moved.cluster, homes.cluster) AS cluster
        FROM members JOIN homes USING (profile) LEFT JOIN moved USING (doc_id, entity)
    """)


def _keep(connection: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    connection.register("arrow", table)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM arrow")
    connection.unregister("arrow")
