"""Whether the tables are what `tables.py` says: schema, values, keys, references, order, offsets."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.tables import MENTIONS, TABLES, Column, Table

NESTED = {column.name: column.refers_to for column in MENTIONS.columns if column.refers_to}
"""A field of these names inside a list refers to what the column of that name does."""
ROWS_AT_ONCE = 1 << 16


class Broken(Exception):
    """Tables that must not be written: a bug of ours, one sentence a problem."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def problems(tables: Mapping[str, pa.Table]) -> list[str]:
    """What is wrong with the tables, a sentence each; offsets are looked at once all else is right."""
    names = {table.name for table in TABLES}
    wrong = [f"{name}: unknown table" for name in sorted(set(tables) - names)]
    wrong += [f"{name}: the table is missing" for name in sorted(names - set(tables))]
    wrong += [sentence for table in TABLES if table.name in tables for sentence in _shape(table, tables[table.name])]
    if wrong:
        return wrong
    for table in TABLES:
        wrong += (f"{table.name}{sentence}" for sentence in _content(table, tables))
    if wrong:
        return wrong
    evidence = _evidence(tables["events"])
    pairs = (("mentions", tables["mentions"]), ("dates", tables["dates"]), ("events.evidence", evidence))
    return [sentence for name, spans in pairs for sentence in _offsets(name, tables["documents"], spans)]


def _shape(table: Table, rows: pa.Table) -> Iterator[str]:
    there, wanted = set(rows.column_names), set(table.schema.names)
    yield from (f"{table.name}.{name}: unknown column" for name in sorted(there - wanted))
    yield from (f"{table.name}.{name}: the column is missing" for name in sorted(wanted - there))
    if there == wanted:
        for field in table.schema:
            own = rows.schema.field(field.name)  # a list's item has another name in Parquet: `equals` sees past that
            if not own.equals(field) or own.metadata != field.metadata:
                yield f"{table.name}.{field.name}: its type is {own!r}, not {field!r}"
        if rows.column_names != table.schema.names:
            yield f"{table.name}: the columns are in another order"


def _content(table: Table, tables: Mapping[str, pa.Table]) -> Iterator[str]:
    rows = tables[table.name]
    for column in table.columns:
        values = rows[column.name]
        yield from (f".{column.name}: {sentence}" for sentence in _values(column, values))
        for path, keys, refers_to in _references(column, values):
            known = pa.chunked_array([chunk for to in refers_to for chunk in _keys(tables, to).chunks], pa.string())
            lost = keys.filter(pc.invert(pc.is_in(keys, value_set=known))).drop_null()
            if len(lost):
                yield f".{path}: {_some(lost)} is in none of {', '.join(refers_to)}"
    if table.key and len(pc.unique(rows[table.key])) != len(rows):
        counts = pc.value_counts(rows[table.key])
        twice = counts.filter(pc.greater(counts.field("counts"), 1)).field("values")
        yield f".{table.key}: {_some(twice)} stands twice"
    if not _in_order([rows[name] for name in table.order]):
        yield f": the rows are not in the order of {', '.join(table.order)}"


def _values(column: Column, values: pa.ChunkedArray) -> Iterator[str]:
    if not column.nullable and values.null_count:
        yield f"{values.null_count} nulls"
    if pa.types.is_list(column.type) and pc.list_flatten(values).null_count:
        yield f"{pc.list_flatten(values).null_count} nulls in its lists"
    if column.one_of:
        strange = values.filter(pc.invert(pc.is_in(values, value_set=pa.array(column.one_of)))).drop_null()
        if len(strange):
            yield f"{_some(strange)} is none of {', '.join(column.one_of)}"


def _references(column: Column, values: pa.ChunkedArray) -> Iterator[tuple[str, pa.ChunkedArray, tuple[str, ...]]]:
    """The keys that a column holds, also inside its lists."""
    if pa.types.is_list(column.type):
        values = pc.list_flatten(values)
    if column.refers_to:
        yield column.name, values, column.refers_to
    if pa.types.is_struct(values.type):
        for field in values.type:
            if field.name in NESTED:
                yield f"{column.name}.{field.name}", pc.struct_field(values, field.name), NESTED[field.name]


def _keys(tables: Mapping[str, pa.Table], name: str) -> pa.ChunkedArray:
    (key,) = (table.key for table in TABLES if table.name == name)
    return tables[name][key]


def _in_order(columns: list[pa.ChunkedArray]) -> bool:
    """Whether no row is before its predecessor, by the first column, where equal by the second, and so on."""
    if len(columns[0]) < 2:
        return True
    first = columns[0].combine_chunks()
    last, this = first[:-1], first[1:]
    tied = pc.equal(last, this)
    if not pc.all(pc.or_(pc.less(last, this), tied)).as_py():
        return False
    if len(columns) == 1 or not pc.any(tied).as_py():
        return True
    return all(_in_order_within(tied, columns[1:]))


def _in_order_within(tied: pa.BooleanArray, columns: list[pa.ChunkedArray]) -> Iterator[bool]:
    for column in columns:
        values = column.combine_chunks()
        last, this = values[:-1], values[1:]
        yield pc.all(pc.or_(pc.invert(tied), pc.less_equal(last, this))).as_py()
        tied = pc.and_(tied, pc.equal(last, this))


def _evidence(events: pa.Table) -> pa.Table:
    pieces = pc.list_flatten(events["evidence"])
    names = ("doc_id", "start", "end", "text")
    return pa.table({name: pc.struct_field(pieces, name) for name in names}).sort_by("doc_id")


def _offsets(name: str, documents: pa.Table, spans: pa.Table) -> list[str]:
    """`text[start:end]` has to be what `text` says. Both tables are sorted by `doc_id`: one text at a time is held."""
    wrong: list[str] = []
    texts = _rows(documents, "doc_id", "text")
    doc_id, text = "", ""
    for document, start, end, said in _rows(spans, "doc_id", "start", "end", "text"):
        while doc_id != document:
            doc_id, text = next(texts)
        if not 0 <= start < end <= len(text) or text[start:end] != said:
            wrong.append(f"{name}: {doc_id} has {text[start:end]!r} at [{start}, {end}), not {said!r}")
    return wrong[:3]


def _rows(table: pa.Table, *columns: str) -> Iterator[tuple[Any, ...]]:
    for batch in table.select(columns).to_batches(max_chunksize=ROWS_AT_ONCE):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _some(values: pa.ChunkedArray) -> str:
    found = pc.unique(values)
    return ", ".join(map(repr, found[:3].to_pylist())) + (f" and {len(found) - 3} more" if len(found) > 3 else "")
