"""One table into one file, on disk before anything refers to it."""

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import ConfigError
from pipeline.tables import TABLES

ROWS_PER_GROUP = 1 << 17


def save(file: Path, table: pa.Table) -> None:
    """Write a table and flush it to disk. The bytes depend on the table alone."""
    with file.open("xb") as sink:
        pq.write_table(table, sink, compression="zstd", row_group_size=ROWS_PER_GROUP)
        sink.flush()
        os.fsync(sink.fileno())


def load(folder: Path) -> dict[str, pa.Table]:
    """The tables of a folder by name; those that are not there are left out, and so is what is none of ours.

    Raises `ConfigError` with every file of a table's name that holds none.
    """
    found: dict[str, pa.Table] = {}
    problems = []
    for file in (folder / f"{table.name}.parquet" for table in TABLES):
        try:
            if file.exists():
                found[file.stem] = pq.read_table(file, partitioning=None)
        except (pa.ArrowException, OSError) as error:
            problems.append(f"{file}: can't be read as a table: {str(error).splitlines()[0]}")
    if problems:
        raise ConfigError(problems)
    return found
