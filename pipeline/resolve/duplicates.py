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

from pipeline.resolve import spelled

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
    connection.execute(spelled.FOLDED)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE same_words AS
        SELECT doc_id, first_value(doc_id) OVER (PARTITION BY words ORDER BY path, doc_id) AS original
        FROM (SELECT doc_id, path, md5(folded(text)) AS words FROM texts)
    """)
    connection.execute(_CLAUSES)
    pairs = connection.execute(
        _NEAR, {"share": SHARE, "most": MOST, "hint": HINT, "clause": CLAUSE, "common": TOO_COMMON}
    )
    sets = _sets((Text(*row[:3]), Text(*row[3:])) for row in pairs.fetchall())
    connection.execute("DROP TABLE clauses")
    connection.execute("CREATE OR REPLACE TEMP TABLE near (original VARCHAR, first VARCHAR)")
    if sets:
        connection.executemany("INSERT INTO near VALUES (?, ?)", sets)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE copies AS
        SELECT doc_id, coalesce(first, original) AS original FROM same_words LEFT JOIN near USING (original)
    """)


_CLAUSES = r"""
    CREATE OR REPLACE TEMP TABLE clauses AS
    SELECT doc_id, hash(trim(clause)) AS words, sum(length(trim(clause)))::INTEGER AS size,
        max(length(trim(clause)))::INTEGER AS longest
    FROM (
        SELECT doc_id, unnest(string_split_regex(
            translate(lower(strip_accents(text)), '’''-' || chr(160) || chr(8239), '     '), '[^\p{L}\p{N} ]+'
        )) AS clause
        FROM texts SEMI JOIN (SELECT DISTINCT original FROM same_words) o ON texts.doc_id = o.original
    )
    WHERE trim(clause) <> '' GROUP BY doc_id, words
"""

_NEAR = """
    WITH sizes AS (
        SELECT doc_id, path, whole FROM texts JOIN (
            SELECT doc_id, sum(size)::BIGINT AS whole FROM clauses GROUP BY doc_id
        ) USING (doc_id)
    ),
    telling AS (
        SELECT doc_id, words, size FROM clauses WHERE longest >= $clause
        QUALIFY count(*) OVER (PARTITION BY words) BETWEEN 2 AND $common
    ),
    hints AS (
        SELECT a.doc_id AS one, b.doc_id AS other
        FROM telling a JOIN telling b ON a.words = b.words AND a.doc_id < b.doc_id
        JOIN sizes AS of_a ON of_a.doc_id = a.doc_id
        JOIN sizes AS of_b ON of_b.doc_id = b.doc_id
        GROUP BY ALL
        HAVING sum(least(a.size, b.size)) >= $hint * least(any_value(of_a.whole), any_value(of_b.whole))
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
"""


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
