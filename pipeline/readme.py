"""What of the README is generated: the data dictionary, and the events that its first screen shows."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa

from pipeline.tables import TABLES, Column, Table

SHOWN = 6
"""Events on the first screen."""


def with_dictionary(readme: str) -> str:
    """The README with its dictionary as the tables have it now; raises `ValueError` where the marks are missing."""
    return _between(readme, "dictionary", _dictionary())


def with_sample(readme: str, processed: Path) -> str:
    """The README with events of `processed` on its first screen; raises `ValueError` where the marks are missing."""
    return _between(readme, "table", _sample(processed))


def _between(readme: str, name: str, lines: Iterable[str]) -> str:
    start, end = f"<!-- {name}: written by `make docs` -->", f"<!-- end of {name} -->"
    new = "\n".join([start, *lines, end])
    text, found = re.subn(re.escape(start) + ".*?" + re.escape(end), lambda _: new, readme, flags=re.DOTALL)
    if found != 1:
        raise ValueError(f"the README should have one pair of the lines {start} and {end}, not {found}")
    return text


def _sample(processed: Path) -> Iterator[str]:
    """The best attested events of different types, the texts that tell of them, and a sentence of one."""
    import pandas as pd

    events = pd.read_parquet(processed / "events.parquet")
    names = pd.read_parquet(processed / "places.parquet").set_index("place_id")["name"]
    dated = events[events.earliest.notna() & (events.participants.str.len() > 0) & (events.places.str.len() > 0)]
    best = dated.sort_values(["n_documents", "earliest", "event_id"], ascending=[False, True, True])
    rows = best.groupby("type", sort=False).head(2).head(SHOWN).sort_values("earliest")
    yield from ("", "| event | when | who | where | texts | a sentence that says so |", "| --- " * 6 + "|")
    for row in rows.to_dict("records"):
        when = " to ".join(dict.fromkeys(str(day) for day in (row["earliest"], row["latest"])))
        who = ", ".join(f"{p['name']} ({p['role']})" for p in row["participants"])
        where, sentence = ", ".join(names[row["places"]]), min((e["text"] for e in row["evidence"]), key=len)
        cells = (f"**{row['title']}**", when, who, where, row["n_documents"], f"« {sentence.replace('|', '/')} »")
        yield "| " + " | ".join(map(str, cells)) + " |"
    yield ""


def _dictionary() -> Iterator[str]:
    for table in TABLES:
        yield from ("", f"### `{table.name}`", "", f"One row is {table.row}. {_sorted(table)}", "")
        yield from ("| column | type | meaning |", "| --- | --- | --- |")
        yield from (f"| `{c.name}` | {_type(c.type)} | {_meaning(c)} |" for c in table.columns)
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
