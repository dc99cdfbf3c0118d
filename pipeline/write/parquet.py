"""One table into one file, on disk before anything refers to it."""

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROWS_PER_GROUP = 1 << 17


def save(file: Path, table: pa.Table) -> None:
    """Write a table and flush it to disk. The bytes depend on the table alone."""
    with file.open("xb") as sink:
        pq.write_table(table, sink, compression="zstd", row_group_size=ROWS_PER_GROUP)
        sink.flush()
        os.fsync(sink.fileno())


def load(folder: Path) -> dict[str, pa.Table]:
    """The tables of a folder by name; those that are not there are left out."""
    return {file.stem: pq.read_table(file) for file in sorted(folder.glob("*.parquet"))}
