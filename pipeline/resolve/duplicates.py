"""Duplicates: which texts repeat another, whatever the order in which they came.

Leaves the table `copies`: for each text the `original`, the first arrived of the set of texts that say the same;
itself where it stands alone. Two texts say the same if their words are the same, or if paragraphs of the same
words make up nine tenths of both: a wire story reprinted under another headline.
"""

import duckdb

from pipeline.resolve import spelled

SHARE = 0.9
"""How much of both texts must be the same paragraphs."""
PARAGRAPH = 120
"""A shorter paragraph is no reason to compare two texts: a dateline, a subtitle."""
TOO_COMMON = 40
"""Nor is a paragraph that stands in more texts than these: a house's address."""


def find(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table `copies(doc_id, original)`."""
    connection.execute(spelled.FOLDED)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE same_words AS
        SELECT doc_id, ordinal, first_value(doc_id) OVER (PARTITION BY words ORDER BY ordinal, doc_id) AS original
        FROM (SELECT doc_id, ordinal, md5(folded(text)) AS words FROM texts)
    """)
    sets = _sets(connection.execute(_NEAR, {"share": SHARE, "paragraph": PARAGRAPH, "common": TOO_COMMON}).fetchall())
    connection.execute("CREATE OR REPLACE TEMP TABLE near (original VARCHAR, first VARCHAR)")
    if sets:
        connection.executemany("INSERT INTO near VALUES (?, ?)", sets)
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE copies AS
        SELECT doc_id, coalesce(first, original) AS original FROM same_words LEFT JOIN near USING (original)
    """)


_NEAR = """
    WITH paragraphs AS (
        SELECT doc_id, ordinal, hash(paragraph) AS words, length(paragraph) AS size FROM (
            SELECT doc_id, ordinal, unnest(string_split(text, chr(10) || chr(10))) AS paragraph
            FROM texts SEMI JOIN (SELECT DISTINCT original FROM same_words) o ON texts.doc_id = o.original
        )
    ),
    sizes AS (SELECT doc_id, sum(size) AS whole FROM paragraphs GROUP BY doc_id),
    telling AS (
        SELECT doc_id, ordinal, words, sum(size) AS size FROM paragraphs WHERE size >= $paragraph
        GROUP BY doc_id, ordinal, words
        QUALIFY count(*) OVER (PARTITION BY words) BETWEEN 2 AND $common
    )
    SELECT a.ordinal, a.doc_id, b.ordinal, b.doc_id
    FROM telling a JOIN telling b ON a.words = b.words AND a.ordinal < b.ordinal
    JOIN sizes AS left_size ON left_size.doc_id = a.doc_id
    JOIN sizes AS right_size ON right_size.doc_id = b.doc_id
    GROUP BY ALL
    HAVING sum(least(a.size, b.size)) >= $share * greatest(any_value(left_size.whole), any_value(right_size.whole))
"""


def _sets(pairs: list[tuple[int, str, int, str]]) -> list[tuple[str, str]]:
    """(text, first arrived of its set) for every text of a pair."""
    first: dict[tuple[int, str], tuple[int, str]] = {}

    def root(text: tuple[int, str]) -> tuple[int, str]:
        while first.setdefault(text, text) != text:
            first[text] = first[first[text]]
            text = first[text]
        return text

    for ordinal, doc_id, other_ordinal, other in sorted(pairs):
        low, high = sorted((root((ordinal, doc_id)), root((other_ordinal, other))))
        first[high] = low
    return [(text[1], root(text)[1]) for text in sorted(first)]
