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
