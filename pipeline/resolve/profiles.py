"""Profiles: what the texts say of the things they name, each distinct saying once.

Leaves two tables in the store's memory: `profiles`, a row for each distinct (label, name, what is said of it), and
`members`, which says what profile each text's entity has. Whatever is judged is judged on profiles: there are
as many as there are different names, not as there are mentions.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import duckdb

from pipeline.resolve.corrections import TABLE_OF, Corrections, Decisions, about
from pipeline.spelling import fold


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a text gives a person."""

    title: str
    organisation: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """A name and what a text says of it; `entities` is how many entities of all texts say just this.

    `context` is the country that the text speaks of most, for a body of some state that the text doesn't name;
    `host` the country where the text says that an embassy is.
    """

    number: int
    name: str
    acronym: str | None
    gender: str | None
    kind: str | None
    country: str | None
    place: str | None
    context: str | None
    host: str | None
    offices: tuple[Office, ...]
    entities: int


_SAYINGS = """
    CREATE OR REPLACE TEMP VIEW sayings AS
    SELECT doc_id, ordinal, entity, name, forms, struct_pack(
        label := label,
        name := CASE WHEN label = 'LOC' AND place IS NOT NULL THEN place ELSE name END,
        acronym := CASE WHEN label = 'ORG' THEN acronym END,
        gender := CASE WHEN label = 'PER' THEN gender END,
        kind := CASE WHEN label = 'ORG' OR (label = 'LOC' AND place IS NULL) THEN kind END,
        country := CASE WHEN label = 'LOC' AND place IS NOT NULL THEN NULL ELSE country END,
        place := CASE WHEN label = 'LOC' THEN place END,
        context := CASE WHEN label = 'ORG' AND country IS NULL AND kind IN (FROM of_a_state) THEN spoken_of END,
        host := host,
        offices := CASE WHEN label = 'PER' THEN list_sort(roles) END
    ) AS said
    FROM (FROM entities ANTI JOIN ignored USING (label, name)) LEFT JOIN main_countries USING (doc_id)
    LEFT JOIN hosts USING (doc_id, entity)
"""

_HOSTS = r"""
    CREATE OR REPLACE TEMP TABLE hosts AS
    WITH embassies AS (
        SELECT doc_id, entity, start, "end" AS ends FROM mentions
        SEMI JOIN (SELECT doc_id, entity FROM entities WHERE label = 'ORG' AND kind = 'embassy') USING (doc_id, entity)
    ),
    behind AS (
        SELECT e.doc_id, e.entity, e.start, e.ends, place.start AS opens, place.entity AS place
        FROM embassies e JOIN mentions place
        ON place.doc_id = e.doc_id AND place.label = 'LOC' AND place.start BETWEEN e.ends + 3 AND e.ends + 14
    )
    SELECT behind.doc_id, behind.entity, first(coalesce(country, place.place) ORDER BY start, opens) AS host
    FROM behind
    JOIN (FROM entities WHERE country IS NOT NULL OR length(place) = 2) AS place
    ON place.doc_id = behind.doc_id AND place.entity = behind.place
    JOIN texts ON texts.doc_id = behind.doc_id
    WHERE regexp_full_match(substring(text, ends + 1, opens - ends),
        '\s(à|au|aux|en|auprès)( la| de la| du| de| d[’'']| l[’''])?\s*')
    GROUP BY behind.doc_id, behind.entity
"""

_MAIN_COUNTRIES = """
    CREATE OR REPLACE TEMP TABLE main_countries AS
    SELECT doc_id, first(place ORDER BY n DESC, place) AS spoken_of FROM (
        SELECT doc_id, place, count(*) AS n FROM mentions
        JOIN (SELECT doc_id, entity, place FROM entities WHERE label = 'LOC' AND length(place) = 2)
        USING (doc_id, entity) GROUP BY doc_id, place
    ) GROUP BY doc_id
"""


def gather(connection: duckdb.DuckDBPyConnection, corrections: Corrections, of_a_state: Iterable[str]) -> None:
    """Make the tables `members` and `profiles`, without what the corrections ignore.

    `of_a_state` are the kinds of organisations that every state has.
    """
    _ignore(connection, corrections)
    connection.execute(_MAIN_COUNTRIES)
    connection.execute(_HOSTS)
    connection.execute("CREATE OR REPLACE TEMP TABLE of_a_state AS SELECT unnest(?) AS kind", [sorted(of_a_state)])
    connection.execute(_SAYINGS)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE members AS
        SELECT doc_id, ordinal, entity, name, forms, hash(said) AS profile FROM sayings
    """)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE profiles AS
        SELECT hash(said) AS profile, said, count(*) AS entities FROM sayings GROUP BY said
    """)


def _ignore(connection: duckdb.DuckDBPyConnection, corrections: Corrections) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE ignored (label VARCHAR, name VARCHAR)")
    for label, table in TABLE_OF.items():
        ignored = about(corrections, table).ignored
        if not ignored:
            continue
        names = connection.execute("SELECT DISTINCT name FROM entities WHERE label = ?", [label]).fetchall()
        if rows := [(label, name) for (name,) in names if fold(name) in ignored]:
            connection.executemany("INSERT INTO ignored VALUES (?, ?)", rows)


def read(connection: duckdb.DuckDBPyConnection, label: str) -> Iterator[Profile]:
    """The profiles of a label, in the order of what they say."""
    rows = connection.execute(_PROFILES, [label])
    while batch := rows.fetchmany(10_000):
        for number, name, acronym, gender, kind, country, place, context, host, offices, entities in batch:
            held = tuple(Office(o["title"], o["organisation"], o["country"]) for o in offices) if offices else ()
            yield Profile(number, name, acronym, gender, kind, country, place, context, host, held, entities)


_PROFILES = """
    SELECT profile, said.name, said.acronym, said.gender, said.kind, said.country, said.place, said.context, said.host,
        said.offices, entities
    FROM profiles WHERE said.label = ? ORDER BY said
"""


def decided(connection: duckdb.DuckDBPyConnection, corrections: Corrections, label: str) -> Decisions:
    """The decisions about a label, with the profiles whose texts print a form that they name."""
    decisions = about(corrections, TABLE_OF[label])
    if not decisions.names:
        return decisions
    forms: dict[int, set[str]] = {}
    for number, form in connection.execute(_PRINTED, [label]).fetchall():
        if (folded := fold(form)) in decisions.names:
            forms.setdefault(number, set()).add(folded)
    return replace(decisions, forms={number: frozenset(found) for number, found in forms.items()})


_PRINTED = """
    SELECT DISTINCT profile, unnest(list_append(forms, members.name)) AS form
    FROM members JOIN profiles USING (profile) WHERE said.label = ?
"""
