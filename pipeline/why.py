"""Why the mentions of one thing were taken for one, in lines for a person."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import ConfigError

KEYS = {
    "people": "person_id",
    "organisations": "organisation_id",
    "places": "place_id",
    "events": "event_id",
}
MOST = 40
"""Mentions shown."""


def why(identifier: str, processed: Path) -> Iterator[str]:
    """Lines: what it is, the reasons, and where it stands; raises `ConfigError` where no table has it."""
    import pandas as pd

    for table, key in KEYS.items():
        file = processed / f"{table}.parquet"
        if not file.exists():
            raise ConfigError([f"{processed}: there is no {file.name} here; run the pipeline first"])
        rows = pd.read_parquet(file)
        for _, row in rows[rows[key] == identifier].iterrows():
            yield f"{identifier}: {row.get('name', row.get('title'))} ({table})"
            yield from (f"  also {alias}" for alias in row.get("aliases", ()))
            yield from (f"  because {reason}" for reason in row["reasons"])
            yield from _evidence(row["evidence"]) if table == "events" else _mentions(identifier, processed)
            return
    raise ConfigError([f"{processed}: no table has the identifier {identifier!r}"])


def _evidence(evidence: "list[dict[str, object]]") -> Iterator[str]:
    for piece in evidence:
        yield f"  {piece['doc_id']} [{piece['start']}, {piece['end']}) {piece['text']}"


def _mentions(identifier: str, processed: Path) -> Iterator[str]:
    import pandas as pd

    mentions = pd.read_parquet(processed / "mentions.parquet", filters=[("entity_id", "==", identifier)])
    documents = pd.read_parquet(processed / "documents.parquet", columns=["doc_id", "path"])
    for row in mentions.head(MOST).merge(documents, on="doc_id").to_dict("records"):
        yield f"  {row['path']} [{row['start']}, {row['end']}) {row['text']}   ({row['source']})"
    if len(mentions) > MOST:
        yield f"  and {len(mentions) - MOST} mentions more"
