"""Resolve: from what each text says alone to what all of them say together.

Takes the store, gives every table of `tables.TABLES`. Computed afresh at each run from what is remembered; apart
from identifiers nothing in it depends on the order in which the texts arrived. Mentions stay in the database:
only distinct names are judged in Python.
"""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import duckdb
import pyarrow as pa

from pipeline import tables
from pipeline.config import Config
from pipeline.resolve import asunder, corrections, duplicates, entities, events, identifiers, profiles, rows, rules

_log = logging.getLogger(__name__)


class Store(Protocol):
    """The open store; `connection` sees its tables and views."""

    connection: duckdb.DuckDBPyConnection


def resolve(interim: Store, config: Config) -> dict[str, pa.Table]:
    """Every table, by name; raises `ConfigError` where the corrections or the linking rules can't be used."""
    with _without_collector():
        return _resolve(interim.connection, config)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Rows and names in millions hold no cycles: going through them in search of some is a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _resolve(connection: duckdb.DuckDBPyConnection, config: Config) -> dict[str, pa.Table]:
    decisions = corrections.read(config.corrections)
    for sentence in corrections.unheeded(connection, decisions):
        _log.warning("%s: %s", config.corrections, sentence)
    duplicates.find(connection)
    asunder.part(connection, decisions)
    linking = rules.linking(config.french)
    profiles.gather(connection, decisions, linking.organisations.of_a_state)
    entities.judge(connection, config, linking, decisions)
    identifiers.give(connection)
    rows.describe(connection)
    made = {  # what takes work first, what takes room last
        "people": rows.people(connection),
        "organisations": rows.organisations(connection),
        "places": rows.places(connection),
        "events": events.resolve_events(connection, config),
        "rejects": rows.rejects(connection),
        "dates": rows.dates(connection),
        "mentions": rows.mentions(connection),
        "documents": rows.documents(connection),
    }
    return {table.name: made[table.name] for table in tables.TABLES}
