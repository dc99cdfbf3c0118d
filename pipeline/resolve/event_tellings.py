"""Tellings: what the texts say of events, each distinct saying once, with all that it is compared by.

Leaves two tables in the store's memory: `told`, a row for each event of each text with its names resolved, and
`tellings`, a row for each distinct saying. What says too little to be known again is a telling of its own text
alone: « Référendum » of one year, told twice, may be that of two countries.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import duckdb
import pyarrow as pa
from pydantic import BaseModel, ConfigDict

from pipeline.resolve.event_told import Told
from pipeline.spelling import fold

BATCH = 10_000
"""So many rows are Python objects at a time."""
HOMELESS = ["agreement", "commemoration", "conflict", "establishment", "gathering", "statement", "vote"]
"""Types that a text tells without a country when it speaks of one all along; who travels is not at home."""
SORTED = ("agreement", "statement")
"""Types that are told apart by what they are written as."""
NONE: frozenset[Any] = frozenset()
Item = TypeVar("Item")


class Topics(BaseModel):
    """All of `configs/fr/events_topics.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    generic: frozenset[str]
    kinds: frozenset[str]
    wars: frozenset[str]
    sorts: Mapping[str, str]
    several: tuple[str, ...]
    bodies: frozenset[str]
    stages: Mapping[str, str]
    editions: tuple[str, ...]


def gather(connection: duckdb.DuckDBPyConnection, topics: Topics) -> None:
    """Make `known`, `proofs`, `told`, `tellings` and `standing`."""
    stages = pa.table({"word": list(topics.stages), "stage": list(topics.stages.values())})
    connection.register("stages", stages)
    connection.execute(_KNOWN)
    connection.execute(_PROOFS)
    connection.execute(_TOLD, {"several": list(topics.several)})
    connection.execute(_TELLINGS)
    connection.execute(_STANDING)
    connection.unregister("stages")


_KNOWN = """
    CREATE OR REPLACE TEMP TABLE known AS
    SELECT id, cluster, label, name, kind, country,
        row_number() OVER (ORDER BY label, name, id)::INTEGER AS number
    FROM described
"""

_PROOFS = """
    CREATE OR REPLACE TEMP TABLE proofs AS
    SELECT doc_id, event, proof.start, proof."end",
        substring(text, proof.start + 1, proof."end" - proof.start) AS text
    FROM (SELECT doc_id, event, unnest(evidence) AS proof FROM events) JOIN texts USING (doc_id)
"""

_TOLD = r"""
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
            list_sort(list(DISTINCT country) FILTER (country IS NOT NULL)) AS countries
        FROM (SELECT doc_id, event, unnest(places) AS entity FROM events)
        JOIN entity_ids USING (doc_id, entity) JOIN known USING (id) GROUP BY doc_id, event
    ),
    printed AS (
        SELECT doc_id, event,
            list_sort(list(hash(replace(replace(lower(text), '’', ''''), chr(160), ' ')))) AS sentences,
        bool_and(length(text) < 120 AND right(rtrim(text), 1) NOT IN ('.', '!', '?', '…', '»', ';')) AS heading
        FROM proofs GROUP BY doc_id, event
    ),
    inside AS (
        SELECT doc_id, part_of AS event, min(earliest) AS opens, max(latest) AS closes,
            CASE WHEN count(*) = 1 THEN any_value(precision) ELSE 'interval' END AS exact
        FROM events WHERE part_of IS NOT NULL AND latest - earliest < 31 GROUP BY doc_id, part_of
    ),
    dated AS (
        SELECT events.* EXCLUDE (places, participants, evidence, rules, reasons)
            REPLACE (coalesce(earliest, opens) AS earliest, coalesce(latest, closes) AS latest,
            coalesce(exact, precision) AS precision), closes IS NOT NULL AS borrowed
        FROM events LEFT JOIN inside ON events.doc_id = inside.doc_id AND events.event = inside.event
            AND earliest IS NULL AND latest IS NULL AND closes - opens < 31
    ),
    plain AS (
        SELECT *, string_split(translate(lower(strip_accents(left(head, 60))), '’''-', '   '), ' ') AS words
        FROM dated
    )
    SELECT e.* EXCLUDE (words), coalesce(people, []) AS people, coalesce(places, []) AS places,
        coalesce(countries, []) AS countries, coalesce(sentences, []) AS sentences,
        coalesce(heading, false) AS heading, list_has_any(words[:4], $several) AS several,
        CASE WHEN e.type <> 'appointment' OR stage = 'end' THEN stage END AS stage,
        CASE WHEN (e.earliest IS NULL AND e.latest IS NULL) OR len(coalesce(people, [])) < CASE e.type
            WHEN 'meeting' THEN 2 ELSE 1 END THEN e.ordinal END AS alone,
        CASE WHEN status = 'planned' OR (status = 'uncertain' AND latest IS NOT NULL) THEN
            CASE WHEN earliest IS NULL THEN published_on END END AS since,
        hash(e.type, negated, earliest, latest, topic, coalesce(people, []), coalesce(places, []), several, stage,
            since, alone) AS said, published_on
    FROM plain e LEFT JOIN taking USING (doc_id, event) LEFT JOIN spots USING (doc_id, event)
    LEFT JOIN printed USING (doc_id, event) LEFT JOIN stages ON word = words[1]
    LEFT JOIN (SELECT doc_id, published_on FROM texts) USING (doc_id)
"""

_TELLINGS = """
    CREATE OR REPLACE TEMP TABLE tellings AS
    SELECT row_number() OVER (
        ORDER BY type, negated, earliest, latest, topic, people, places, head, several, stage, doc_id
    )::INTEGER AS telling, *
    FROM (
        SELECT said, any_value(type) AS type, any_value(negated) AS negated, any_value(earliest) AS earliest,
            any_value(latest) AS latest, any_value(topic) AS topic, any_value(people) AS people,
            any_value(places) AS places, any_value(countries) AS countries, any_value(several) AS several,
            any_value(stage) AS stage, any_value(since) AS since, bool_and(heading) AS heading, min(doc_id) AS doc_id,
            arg_max(head, (length(head), head)) AS head, list_sort(list(DISTINCT ordinal)) AS ordinals,
            list_sort(list_distinct(flatten(list(sentences)))) AS sentences
        FROM told GROUP BY said
    )
"""

_STANDING = """
    CREATE OR REPLACE TEMP TABLE standing AS
    WITH offices AS (
        SELECT number, role.country AS country, folded(role.organisation) AS body
        FROM (SELECT doc_id, entity, unnest(roles) AS role FROM entities WHERE label = 'PER')
        JOIN clustered USING (doc_id, entity) JOIN known USING (cluster)
        SEMI JOIN (SELECT DISTINCT unnest(people).number AS number FROM tellings) USING (number)
    ),
    bodies AS (
        SELECT folded(name) AS body, min(number) AS whom FROM known WHERE label = 'ORG'
        GROUP BY body HAVING count(*) = 1
    )
    SELECT DISTINCT number, whom FROM (
        SELECT offices.number, states.number AS whom FROM offices JOIN known AS states USING (country)
        WHERE kind = 'country'
        UNION ALL SELECT number, whom FROM offices JOIN bodies USING (body)
        UNION ALL SELECT body.number, states.number FROM known AS body JOIN known AS states USING (country)
        WHERE body.kind IN ('ministry', 'parliament', 'government', 'embassy') AND states.kind = 'country'
    )
"""

_AROUND = """
    WITH faceless AS (SELECT DISTINCT doc_id FROM tellings WHERE len(people) = 0)
    SELECT ordinal, list(DISTINCT number ORDER BY number)
    FROM entity_ids SEMI JOIN faceless USING (doc_id) JOIN known USING (id)
    WHERE known.label <> 'LOC' GROUP BY ordinal ORDER BY ordinal
"""

_HOMES = """
    WITH homeless AS (
        SELECT DISTINCT doc_id FROM tellings
        WHERE len(places) = 0 AND len(list_filter(people, lambda who: who.label = 'LOC')) = 0
        AND list_contains($homeless, type)
    ),
    spoken AS (
        SELECT mentions.ordinal, states.number, count(*) AS times
        FROM mentions SEMI JOIN homeless USING (doc_id) JOIN entity_ids USING (doc_id, entity) JOIN known USING (id)
        JOIN (SELECT country, number FROM known WHERE kind = 'country') AS states USING (country)
        WHERE known.label = 'LOC' GROUP BY mentions.ordinal, states.number
        QUALIFY 4 * times >= sum(times) OVER (PARTITION BY mentions.ordinal)
    )
    SELECT ordinal, list(number ORDER BY number) FROM spoken GROUP BY ordinal ORDER BY ordinal
"""


class Kept:
    """One object for each set, however many tellings have it."""

    def __init__(self) -> None:
        self._sets: dict[frozenset[Any], frozenset[Any]] = {}

    def __call__(self, items: Iterable[Item]) -> frozenset[Item]:
        """The set of these, as it was first made."""
        found = frozenset(items)
        return self._sets.setdefault(found, found)


class Reader:
    """Makes `Told` of the rows of `tellings`; holds what is looked up for them."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, topics: Topics) -> None:
        self._topics, self._kept = topics, Kept()
        run = connection.execute
        self._bodies = dict(run("SELECT number, name FROM known WHERE label = 'ORG'").fetchall())
        self._states = dict(run("SELECT country, number FROM known WHERE kind = 'country'").fetchall())
        self._spots = dict(run("SELECT number, kind FROM known WHERE label = 'LOC' AND kind <> 'country'").fetchall())
        self._standing = self._sets(
            run("SELECT number, list(whom ORDER BY whom) FROM standing GROUP BY number").fetchall()
        )
        self._around = self._sets(run(_AROUND).fetchall())
        self._homes = self._sets(run(_HOMES, {"homeless": HOMELESS}).fetchall())
        self._published = dict(run("SELECT ordinal, published_on FROM texts WHERE published_on IS NOT NULL").fetchall())

    def _sets(self, rows: Iterable[tuple[int, Sequence[int]]]) -> dict[int, frozenset[int]]:
        return {key: self._kept(numbers) for key, numbers in rows}

    def _words(self, body: int) -> Iterable[str]:
        """What of a body's name is its own."""
        return (word for word in fold(self._bodies[body]).split() if len(word) > 5 and word not in self._topics.bodies)

    def told(self, row: tuple[Any, ...]) -> Told:
        """One telling."""
        (
            type_,
            negated,
            first,
            last,
            people,
            places,
            countries,
            topic,
            ordinals,
            several,
            stage,
            since,
            heading,
            prints,
        ) = row
        kept, text, about = self._kept, ordinals[0], self._topics
        faceless = not people
        homeless = type_ in HOMELESS and not places and all(p["label"] != "LOC" for p in people)
        return Told(
            type=type_,
            negated=negated,
            days=(first, last),
            people=kept((p["number"], p["label"], p["role"]) for p in people) if people else NONE,
            places=kept(places) if places else NONE,
            cities=kept(p for p in places if self._spots.get(p) == "city") if places else NONE,
            within=kept(self._states[c] for c in countries if c in self._states) if countries else NONE,
            topic=kept(word for word in topic if word not in about.generic) if topic else NONE,
            kinds=kept(about.kinds.intersection(topic)) if type_ == "visit" and topic else NONE,
            sorts=kept(about.sorts[word] for word in topic if word in about.sorts) if type_ in SORTED else NONE,
            war=type_ == "conflict" and not about.wars.isdisjoint(topic),
            stage=stage,
            since=since,
            several=several,
            heading=heading,
            edition=kept(word for word in topic if word[-1:].isdigit() and word.startswith(about.editions)) or NONE,
            texts=kept(ordinals),
            sentences=kept(prints),
            names=kept(w for p in people if p["label"] == "ORG" for w in self._words(p["number"])) if people else NONE,
            standing=self._standing,
            around=self._around.get(text, NONE) if faceless else NONE,
            homes=kept(h for t in ordinals for h in self._homes.get(t, ())) if homeless else NONE,
            told_on=self._published.get(text) if (first, last) == (None, None) else None,
        )


def read(connection: duckdb.DuckDBPyConnection, topics: Topics) -> tuple[list[Told], list[str]]:
    """The distinct tellings in order of their contents, the first of which has the number 1, and their heads."""
    reader = Reader(connection, topics)
    tellings, heads = [], []
    rows = connection.execute("""
        SELECT type, negated, earliest, latest, people, places, countries, topic, ordinals, several, stage, since,
            heading, sentences, head
        FROM tellings ORDER BY telling
    """)
    while batch := rows.fetchmany(BATCH):
        tellings += [reader.told(row[:-1]) for row in batch]
        heads += [row[-1] for row in batch]
    return tellings, heads


def parents(connection: duckdb.DuckDBPyConnection) -> dict[int, list[int]]:
    """The tellings that each is a part of, by number."""
    found: dict[int, list[int]] = {}
    for inner, outer in connection.execute(_PARENTS).fetchall():
        found.setdefault(inner, []).append(outer)
    return found


_PARENTS = """
    WITH numbered AS (SELECT told.doc_id, event, part_of, telling FROM told JOIN tellings USING (said))
    SELECT DISTINCT inner_.telling, outer_.telling FROM numbered inner_ JOIN numbered outer_
    ON inner_.doc_id = outer_.doc_id AND inner_.part_of = outer_.event ORDER BY ALL
"""
