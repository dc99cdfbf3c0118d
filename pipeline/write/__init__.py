"""Write: from the tables to the files that an analyst opens.

Takes every table of `tables.TABLES`; leaves one Parquet file for each, all of them or none. What is written is
checked before: schema, keys, what they refer to, the order of rows, every offset. Nothing else in the folder is
touched, and the same tables give the same bytes.
"""

from pathlib import Path

import pyarrow as pa

from pipeline.write.check import Broken, problems
from pipeline.write.exchange import moved_in
from pipeline.write.parquet import save

__all__ = ["Broken", "problems", "write"]


def write(processed: Path, tables: dict[str, pa.Table]) -> None:
    """Put the tables in `processed`, in place of those that stand there.

    Raises `Broken` where the tables contradict `tables.py` or one another, `OSError` where the disk fails;
    then what stood there stands.
    """
    if wrong := problems(tables):
        raise Broken(wrong)
    with moved_in(processed) as folder:
        for name, table in tables.items():
            save(folder / f"{name}.parquet", table)
