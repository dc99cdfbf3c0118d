"""The data dictionary, from the tables' own descriptions, as the README shows it."""

import re
from collections.abc import Iterator

import pyarrow as pa

from pipeline.tables import TABLES, Column, Table

START, END = "<!-- dictionary: written by `make docs` -->", "<!-- end of dictionary -->"


def written_into(readme: str) -> str:
    """The README with its dictionary as the tables have it now; raises `ValueError` where the marks are missing."""
    dictionary = "\n".join([START, *_lines(), END])
    new, found = re.subn(re.escape(START) + ".*?" + re.escape(END), lambda _: dictionary, readme, flags=re.DOTALL)
    if found != 1:
        raise ValueError(f"the README should have one pair of the lines {START} and {END}, not {found}")
    return new


def _lines() -> Iterator[str]:
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
