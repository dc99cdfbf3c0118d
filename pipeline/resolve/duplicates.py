"""Duplicates: which texts repeat another, whatever the order in which they came.

Leaves the table `copies`: for each text the `original` of the set of texts that say the same; itself where it
stands alone. Two texts say the same if their words are the same, or if nine tenths of the shorter stand, clause by
clause, in the other and make up most of it: a wire story under another headline, or without its last paragraph.
The original is the longest; among those about as long, the first by path.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb

SHARE = 0.9
"""How much of the shorter text must stand in the other."""
MOST = 0.6
"""How much of the longer one that must be: a newsletter that prints a communiqué among others is no copy of it."""
HINT = 0.3
"""How much of the shorter one in long clauses is reason to compare two texts wholly."""
CLAUSE = 40
"""A shorter clause is no such reason: a dateline, « a-t-il dit »."""
TOO_COMMON = 40
"""Nor is one that stands in more texts than these: a house's address."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text by its path, and how long it is."""

    path: str
    doc_id: str
    size: int


def find(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table `copies(doc_id, original)`."""
    connection.execute(_CLAUSES, {"clause": CLAUSE})
    connection.execute(_SAME_WORDS)
    connection.execute(_HINTS, {"hint": HINT, "common": TOO_COMMON})
    pairs = connection.execute(_NEAR, {"share": SHARE, "most": MOST})
    sets = _sets((Text(*row[:3]), Text(*row[3:])) for row in pairs.fetchall())
    connection.execute("DROP TABLE clauses; DROP TABLE hints")
    connection.execute("CREATE OR REPLACE TEMP TABLE near (original VARCHAR, first VARCHAR)")
    if sets:
        connection.executemany("INSERT INTO near VALUES (?, ?)", sets)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE copies AS
        SELECT doc_id, coalesce(first, original) AS original FROM same_words LEFT JOIN near USING (original)
    """)


_SPLIT = r"""string_split_regex(
    translate(lower(text), '’''-' || chr(160) || chr(8239), '     '), ' *[^\p{L}\p{N} ][^\p{L}\p{N}]*'
)"""

_CLAUSES = f"""
    CREATE OR REPLACE TEMP TABLE clauses AS
    SELECT doc_id, path, whole, letters, hash(clause) AS words, length(clause) AS size FROM (
        SELECT doc_id, path, hash(pieces) AS whole, length(text) AS letters, unnest(pieces) AS clause,
            generate_subscripts(pieces, 1) AS nth
        FROM (SELECT doc_id, path, text, {_SPLIT} AS pieces FROM texts)
    )
    WHERE length(clause) >= $clause OR nth = 1
"""  # noqa: S608 (the expression is this module's)
"""Of each text the long clauses, and the first: every text has a row that says what the whole is."""

_SAME_WORDS = """
    CREATE OR REPLACE TEMP TABLE same_words AS
    SELECT doc_id, first_value(doc_id) OVER (PARTITION BY whole ORDER BY path, doc_id) AS original
    FROM (SELECT doc_id, any_value(path) AS path, any_value(whole) AS whole FROM clauses GROUP BY doc_id)
"""

_HINTS = """
    CREATE OR REPLACE TEMP TABLE hints AS
    WITH shared AS (SELECT words FROM clauses GROUP BY words HAVING count(*) BETWEEN 2 AND $common),
    telling AS (
        SELECT DISTINCT clauses.doc_id, words, size, letters FROM clauses SEMI JOIN shared USING (words)
        SEMI JOIN same_words ON clauses.doc_id = same_words.original
    )
    SELECT a.doc_id AS one, b.doc_id AS other
    FROM telling a JOIN telling b ON a.words = b.words AND a.doc_id < b.doc_id
    GROUP BY one, other
    HAVING sum(a.size) >= $hint * least(any_value(a.letters), any_value(b.letters))
"""

_NEAR = f"""
    WITH hinted AS (SELECT one AS doc_id FROM hints UNION SELECT other FROM hints),
    clauses AS (
        SELECT doc_id, hash(clause) AS words, sum(length(clause))::INTEGER AS size
        FROM (SELECT doc_id, unnest({_SPLIT}) AS clause FROM texts SEMI JOIN hinted USING (doc_id))
        WHERE clause <> '' GROUP BY doc_id, words
    ),
    sizes AS (
        SELECT doc_id, path, whole FROM texts JOIN (
            SELECT doc_id, sum(size)::BIGINT AS whole FROM clauses GROUP BY doc_id
        ) USING (doc_id)
    ),
    shared AS (
        SELECT one, other, sum(least(a.size, b.size)) AS common FROM hints
        JOIN clauses a ON a.doc_id = one JOIN clauses b ON b.doc_id = other AND b.words = a.words
        GROUP BY one, other
    )
    SELECT a.path, one, a.whole, b.path, other, b.whole FROM shared
    JOIN sizes AS a ON a.doc_id = one
    JOIN sizes AS b ON b.doc_id = other
    WHERE common >= $share * least(a.whole, b.whole) AND common >= $most * greatest(a.whole, b.whole)
"""  # noqa: S608 (the expression is this module's)


def _sets(pairs: Iterable[tuple[Text, Text]]) -> list[tuple[str, str]]:
    """(text, original of its set) for every text of a pair."""
    first: dict[Text, Text] = {}

    def root(text: Text) -> Text:
        while first.setdefault(text, text) != text:
            first[text] = first[first[text]]
            text = first[text]
        return text

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    sets: dict[Text, list[Text]] = defaultdict(list)
    for text in sorted(first):
        sets[root(text)].append(text)
    return [pair for texts in sets.values() for pair in _told(texts)]


def _told(texts: list[Text]) -> Iterator[tuple[str, str]]:
    """Each text of a set with the original: one that lacks a tenth of the longest is none."""
    longest = max(text.size for text in texts)
    original = min(text for text in texts if text.size >= SHARE * longest)
    return ((text.doc_id, original.doc_id) for text in texts)
