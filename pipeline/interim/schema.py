"""The store, table by table, and the views through which the back half sees the texts of this run."""

import hashlib

TABLES = """
-- What one file's content gave. `key` is the hash of all that it depends on, `result` a number for joins.
CREATE TABLE results(
    result INTEGER, key VARCHAR, format VARCHAR, title VARCHAR, published_on DATE, publisher VARCHAR, url VARCHAR,
    text VARCHAR, n_tokens INTEGER);
CREATE TABLE result_entities(
    result INTEGER, entity INTEGER, label VARCHAR, name VARCHAR, forms VARCHAR[], acronym VARCHAR, gender VARCHAR,
    roles STRUCT(title VARCHAR, organisation VARCHAR, country VARCHAR)[], kind VARCHAR, country VARCHAR,
    place VARCHAR, reasons VARCHAR[]);
CREATE TABLE result_mentions(
    result INTEGER, start INTEGER, "end" INTEGER, raw_start INTEGER, raw_end INTEGER, text VARCHAR, label VARCHAR,
    source VARCHAR, entity INTEGER);
CREATE TABLE result_dates(
    result INTEGER, start INTEGER, "end" INTEGER, raw_start INTEGER, raw_end INTEGER, text VARCHAR, type VARCHAR,
    value VARCHAR, earliest DATE, latest DATE, anchor DATE, rule VARCHAR);
CREATE TABLE result_events(
    result INTEGER, event INTEGER, type VARCHAR, head VARCHAR, topic VARCHAR[], earliest DATE, latest DATE,
    precision VARCHAR, status VARCHAR, negated BOOLEAN, participants STRUCT(entity INTEGER, role VARCHAR)[],
    places INTEGER[],
    evidence STRUCT(start INTEGER, "end" INTEGER, trigger_start INTEGER, trigger_end INTEGER)[],
    rules VARCHAR[], part_of INTEGER, reasons VARCHAR[]);
-- What was wrong with a file that gave nothing, under the same key; only what would be wrong again.
CREATE TABLE refusals(key VARCHAR, reason VARCHAR, detail VARCHAR);

-- Every text ever seen, with the path and the bytes that it had last; never forgotten.
CREATE TABLE arrivals(doc_id VARCHAR, ordinal INTEGER, path VARCHAR, sha256 VARCHAR);
-- Which identifier each (text, folded founding form) carried after the last run.
CREATE TABLE identifiers(kind VARCHAR, doc_id VARCHAR, form VARCHAR, id VARCHAR);

-- This run.
CREATE TABLE present(path VARCHAR, doc_id VARCHAR, ordinal INTEGER, sha256 VARCHAR, result INTEGER);
CREATE TABLE rejects(path VARCHAR, reason VARCHAR, detail VARCHAR);

-- How the files looked when they were last hashed, and what else is worth a name.
CREATE TABLE files(path VARCHAR, size UBIGINT, mtime_ns BIGINT, ctime_ns BIGINT, inode UBIGINT, sha256 VARCHAR);
CREATE TABLE notes(name VARCHAR, value VARCHAR);
"""

RESULTS = ("results", "result_entities", "result_mentions", "result_dates", "result_events")
"""The tables that hold what a file's content gave."""

VIEWS = """
CREATE VIEW texts AS
    SELECT doc_id, ordinal, path, sha256, results.* EXCLUDE (result, key) FROM present JOIN results USING (result);
CREATE VIEW entities AS
    SELECT doc_id, ordinal, made.* EXCLUDE (result) FROM present JOIN result_entities made USING (result);
CREATE VIEW mentions AS
    SELECT doc_id, ordinal, made.* EXCLUDE (result) FROM present JOIN result_mentions made USING (result);
CREATE VIEW dates AS
    SELECT doc_id, ordinal, made.* EXCLUDE (result) FROM present JOIN result_dates made USING (result);
CREATE VIEW events AS
    SELECT doc_id, ordinal, made.* EXCLUDE (result) FROM present JOIN result_events made USING (result);
"""

VERSION = hashlib.sha256((TABLES + VIEWS).encode()).hexdigest()
"""A store made by another version is set aside."""
