"""The tables of a run as pandas gives them, for those who look at them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ConfigError

if TYPE_CHECKING:
    import pandas as pd


def table(processed: Path, name: str, columns: Sequence[str] | None = None) -> "pd.DataFrame":
    """A table of `processed`; raises `ConfigError` where it is missing or broken."""
    import pandas as pd

    file = processed / f"{name}.parquet"
    if not file.exists():
        raise ConfigError([f"{processed}: there is no {file.name} here; run the pipeline first"])
    try:
        return pd.read_parquet(file, columns=None if columns is None else list(columns))
    except (ValueError, OSError) as error:  # what pyarrow raises is one of both
        raise ConfigError([f"{file}: can't be read as a table: {str(error).splitlines()[0]}"]) from None
