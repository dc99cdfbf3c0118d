"""Why the mentions of one thing were taken for one, in lines for a person."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline import written
from pipeline.errors import ConfigError
from pipeline.tables import KEYS

Row = Mapping[Any, Any]
TABLES = ("people", "organisations", "places", "events")
MOST = 40
"""Mentions shown."""


def why(identifier: str, processed: Path) -> Iterator[str]:
    """Lines: what it is, the reasons, and where it stands; raises `ConfigError` where no table has it."""
    for table in TABLES:
        rows = written.table(processed, table)
        for row in rows[rows[KEYS[table]] == identifier].to_dict("records"):
            yield f"{identifier}: {row.get('name', row.get('title'))} ({table})"
            yield from (f"  also {alias}" for alias in row.get("aliases", ()))
            if table == "events":
                yield from _parts(row, processed)
            else:
                yield from (f"  {role}" for role in dict.fromkeys(map(_role, row.get("roles", ()))))
            yield from (f"  because {reason}" for reason in row["reasons"])
            yield from _evidence(row, processed) if table == "events" else _mentions(identifier, processed)
            return
    raise ConfigError([f"{processed}: no table has the identifier {identifier!r}"])


def _role(role: Row) -> str:
    return " · ".join(part for part in (role["title"], role["organisation"], role["country"]) if part)


def _parts(event: Row, processed: Path) -> Iterator[str]:
    """When, who and where, as `explain` has it of one text."""
    state = event["status"] + (", denied" if event["negated"] else "")
    yield f"  when   {event['earliest'] or '…'} to {event['latest'] or '…'} ({event['precision']}), {state}"
    yield from (f"  who    {who['name']} ({who['role']}), {who['entity_id']}" for who in event["participants"])
    yield from (f"  where  {name}" for name in _named(processed, "places", "name", event["places"]))
    if isinstance(event["part_of"], str):  # pandas has nan where the table has null
        yield from (f"  within {title}" for title in _named(processed, "events", "title", [event["part_of"]]))


def _named(processed: Path, table: str, column: str, identifiers: Iterable[str]) -> Iterator[str]:
    rows = written.table(processed, table, [KEYS[table], column])
    names = dict(zip(rows[KEYS[table]], rows[column], strict=True))
    return (f"{names[identifier]}, {identifier}" for identifier in identifiers)


def _evidence(event: Row, processed: Path) -> Iterator[str]:
    paths = _paths(processed)
    for piece in event["evidence"]:
        yield f"  {paths[piece['doc_id']]} [{piece['start']}, {piece['end']}) {piece['text']}"


def _mentions(identifier: str, processed: Path) -> Iterator[str]:
    mentions, paths = written.table(processed, "mentions"), _paths(processed)
    own = mentions[mentions.entity_id == identifier]
    for row in own.head(MOST).to_dict("records"):
        yield f"  {paths[row['doc_id']]} [{row['start']}, {row['end']}) {row['text']}   ({row['source']})"
    if len(own) > MOST:
        yield f"  and {len(own) - MOST} mentions more"


def _paths(processed: Path) -> dict[str, str]:
    documents = written.table(processed, "documents", ["doc_id", "path"])
    return dict(zip(documents.doc_id, documents.path, strict=True))
