"""What of the README is generated: the data dictionary, and the events that its first screen shows."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline import written
from pipeline.spelling import fold
from pipeline.tables import EVENTS, EXAMPLES_OF_EVENTS, TABLES, Column, Table

Row = Mapping[Any, Any]
SHOWN = 6
"""Events on the first screen."""
LENGTH = range(50, 300)
"""Characters of a sentence that is one, and that a cell can hold."""


def with_dictionary(readme: str) -> str:
    """The README with its dictionary as the tables have it now; raises `ValueError` where the marks are missing."""
    return _between(readme, "dictionary", _dictionary())


def with_sample(readme: str, processed: Path) -> str:
    """The README with events of `processed` on its first screen, and the id of one of them where it asks `why`.

    Raises `ValueError` where the marks are missing.
    """
    found = written.table(processed, "places", ["place_id", "name"])
    places = dict(zip(found.place_id, found.name, strict=True))
    rows = _shown(written.table(processed, "events").to_dict("records"), places)
    shown = _between(readme, "table", _sample(rows, places))
    most = max(rows, key=lambda row: int(row["n_documents"]), default=None)
    return re.sub(r"(?<= why )evt-[\w-]+ *(?= #)", f"{most['event_id']}  ", shown) if most else shown


def _between(readme: str, name: str, lines: Iterable[str]) -> str:
    start, end = f"<!-- {name}: written by `make docs` -->", f"<!-- end of {name} -->"
    new = "\n".join([start, *lines, end])
    text, found = re.subn(re.escape(start) + ".*?" + re.escape(end), lambda _: new, readme, flags=re.DOTALL)
    if found != 1:
        raise ValueError(f"the README should have one pair of the lines {start} and {end}, not {found}")
    return text


def _sample(rows: Sequence[Row], places: Mapping[str, str]) -> Iterator[str]:
    yield from ("", "| event | when | who | where | texts | a sentence that says so |", "| --- " * 6 + "|")
    for row in rows:
        when = " to ".join(dict.fromkeys(str(day) for day in (row["earliest"], row["latest"])))
        who = ", ".join(f"{p['name']} ({p['role']})" for p in row["participants"])
        where = ", ".join(places[place] for place in row["places"])
        cells = (f"**{row['title']}**", when, who, where, row["n_documents"], f"« {_proof(row)} »")
        yield "| " + " | ".join(map(str, cells)) + " |"
    yield ""


def _shown(events: Iterable[Row], places: Mapping[str, str]) -> list[Row]:
    """What an event can look like: took place within a week, its title says who and where, and so does a sentence.

    Those come first that the most texts tell of, or where the most take part, but of each type one before a second.
    """
    happened = (row for row in events if row["status"] == "occurred" and not row["negated"] and _days(row) <= 7)
    whole = [row for row in happened if _named(row, places) + row["n_documents"] > 2 and _proof(row)]
    whole.sort(key=lambda row: (-row["n_documents"], -_named(row, places), row["event_id"]))
    turns: Counter[str] = Counter()
    turn = {row["event_id"]: turns.update([row["type"]]) or turns[row["type"]] for row in whole}
    best = sorted(whole, key=lambda row: turn[row["event_id"]])[:SHOWN]
    return sorted(best, key=lambda row: (-row["n_documents"], row["earliest"], row["event_id"]))


def _days(row: Row) -> float:
    known = row["earliest"] is not None and row["latest"] is not None
    return (row["latest"] - row["earliest"]).days if known else float("inf")


def _named(row: Row, places: Mapping[str, str]) -> int:
    """How many take part, where the title names all of them and the place; else much less than none."""
    title = fold(row["title"])
    where = any(fold(places[place]) in title for place in row["places"])
    return len(row["participants"]) if where and all(fold(p["name"]) in title for p in row["participants"]) else -1000


def _proof(row: Row) -> str:
    """The sentence with the first or the last day and the most of the names, no line of a table; maybe nothing."""
    names = [fold(p["name"]).split()[-1] for p in row["participants"]]
    day = re.compile(rf"\b(?:{row['earliest'].day}|{row['latest'].day})(?:er)? [a-zéû]{{3,9}}\b")
    told = [e["text"] for e in row["evidence"] if len(e["text"]) in LENGTH and "|" not in e["text"]]
    ranked = [(not day.search(text), -sum(name in fold(text) for name in names), len(text), text) for text in told]
    return next((text for undated, named, _, text in sorted(ranked) if named and not undated), "")


def _dictionary() -> Iterator[str]:
    for table in TABLES:
        yield from ("", f"### `{table.name}`", "", f"One row is {table.row}. {_sorted(table)}", "")
        yield from ("| column | type | meaning |", "| --- | --- | --- |")
        yield from (f"| `{c.name}` | {_type(c.type)} | {_meaning(c)} |" for c in table.columns)
        if table is EVENTS:
            yield from ("", "| type | such as | and |", "| --- | --- | --- |")
            yield from (f"| `{name}` | « {one} » | « {other} » |" for name, (one, other) in EXAMPLES_OF_EVENTS.items())
    yield ""


def _sorted(table: Table) -> str:
    key = f"Key: `{table.key}`. " if table.key else ""
    return key + "Sorted by " + ", ".join(f"`{name}`" for name in table.order) + "."


def _type(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"list of {_type(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "{" + ", ".join(f"`{field.name}`" for field in kind) + "}"
    return {"date32[day]": "date32", "double": "float64"}.get(str(kind), str(kind))


def _meaning(column: Column) -> str:
    values = " One of " + ", ".join(f"`{v}`" for v in column.one_of) + "." if column.one_of else ""
    refers = " Refers to " + ", ".join(f"`{t}`" for t in column.refers_to) + "." if column.refers_to else ""
    return (
        column.meaning + values + refers + (" May be null." if column.nullable and "null" not in column.meaning else "")
    )
