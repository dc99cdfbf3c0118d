"""What the tables say of one text, in the shape that it is compared in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.spelling import fold

KEYS = {"people": "person_id", "organisations": "organisation_id", "places": "place_id"}
Row = dict[str, Any]
"""A row as pandas gives it."""


@dataclass(frozen=True)
class Found:
    """One text's rows: entities by table and id, dates and events of this text."""

    document: Row
    entities: dict[str, dict[str, Row]]
    dates: list[Row]
    events: list[Row]

    @property
    def text(self) -> str:
        """The cleaned text."""
        return str(self.document["text"])


def read(processed: Path) -> dict[str, Found]:
    """The tables' rows by the stem of the text's path; raises `ConfigError` where a table is missing."""
    tables = {name: _rows(processed, name) for name in ("documents", "mentions", "dates", "events", *KEYS)}
    named: dict[str, set[str]] = {}
    for mention in tables["mentions"]:
        named.setdefault(mention["doc_id"], set()).add(mention["entity_id"])
    return {Path(row["path"]).stem: _of(row, tables, named.get(row["doc_id"], set())) for row in tables["documents"]}


def _of(document: Row, tables: dict[str, list[Row]], named: set[str]) -> Found:
    doc_id = document["doc_id"]
    entities = {t: {r[key]: r for r in tables[t] if r[key] in named} for t, key in KEYS.items()}
    events = [e for e in tables["events"] if any(v["doc_id"] == doc_id for v in e["evidence"])]
    return Found(document, entities, [d for d in tables["dates"] if d["doc_id"] == doc_id], events)


def _rows(processed: Path, name: str) -> list[Row]:
    import pandas as pd

    file = processed / f"{name}.parquet"
    if not file.exists():
        raise ConfigError([f"{processed}: there is no {file.name} here; run the pipeline first"])
    frame = pd.read_parquet(file, dtype_backend="pyarrow")
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
