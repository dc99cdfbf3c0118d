"""What the tables say of one text, in the shape that it is compared in."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline import written
from pipeline.errors import ConfigError
from pipeline.spelling import fold
from pipeline.tables import KEYS

ENTITIES = ("people", "organisations", "places")
Row = dict[str, Any]
"""A row as pandas gives it."""


@dataclass(frozen=True)
class Found:
    """One text's rows: entities by table and id, dates and events of this text."""

    document: Row
    entities: dict[str, dict[str, Row]]
    dates: list[Row]
    events: list[Row]

    @classmethod
    def nothing(cls) -> "Found":
        """What is found of a text that the tables don't have."""
        document = {"doc_id": None, "title": None, "published_on": None, "text": ""}
        return cls(document, {table: {} for table in ENTITIES}, [], [])

    @property
    def text(self) -> str:
        """The cleaned text."""
        return str(self.document["text"])


def read(processed: Path, names: Container[str]) -> dict[str, Found]:
    """The rows of the texts that are called one of `names`, which is their file's name without ending.

    Raises `ConfigError` where a table is missing, or where two texts are called the same.
    """
    tables = {name: _rows(processed, name) for name in ("documents", "mentions", "dates", "events", *ENTITIES)}
    named: dict[str, set[str]] = {}
    for mention in tables["mentions"]:
        named.setdefault(mention["doc_id"], set()).add(mention["entity_id"])
    documents: dict[str, list[Row]] = {}
    for row in tables["documents"]:
        if (stem := PurePosixPath(row["path"]).stem) in names:
            documents.setdefault(stem, []).append(row)
    twice = [f"{', '.join(row['path'] for row in rows)}" for rows in documents.values() if len(rows) > 1]
    if twice:
        raise ConfigError(f"{processed}: the gold may be of either text: {paths}; rename one" for paths in twice)
    return {stem: _of(row, tables, named.get(row["doc_id"], set())) for stem, (row,) in documents.items()}


def _of(document: Row, tables: dict[str, list[Row]], named: set[str]) -> Found:
    doc_id = document["doc_id"]
    entities = {t: {r[KEYS[t]]: r for r in tables[t] if r[KEYS[t]] in named} for t in ENTITIES}
    events = [e for e in tables["events"] if any(v["doc_id"] == doc_id for v in e["evidence"])]
    return Found(document, entities, [d for d in tables["dates"] if d["doc_id"] == doc_id], events)


def _rows(processed: Path, name: str) -> list[Row]:
    frame = written.table(processed, name)
    return [{str(key): _plain(value) for key, value in row.items()} for row in frame.to_dict("records")]


def _plain(value: Any) -> Any:
    """Lists for arrays, None for every sort of nothing."""
    import pandas as pd

    if hasattr(value, "tolist"):
        return value.tolist()
    return None if not isinstance(value, list | dict) and pd.isna(value) else value


def forms(name: str, acronym: str | None, aliases: Iterable[str]) -> frozenset[str]:
    """The folded forms of an entity."""
    return frozenset(fold(form) for form in (name, acronym, *aliases) if form) - {""}


def days(earliest: date | None, latest: date | None) -> tuple[str | None, str | None]:
    """Both days as ISO strings."""
    first, last = (None if day is None else day.isoformat()[:10] for day in (earliest, latest))
    return first, last
