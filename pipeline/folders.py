"""Where a run reads, writes and remembers, and whether it can."""

import os
from pathlib import Path

from pipeline.errors import ConfigError


def check_folders(raw: Path, processed: Path, store: Path) -> None:
    """Raise `ConfigError` unless texts can be read from `raw` and a folder of tables can be `processed`."""
    problems = [*_of_raw(raw), *_of_folder("--processed", processed), *_of_folder("--interim", store.parent)]
    if not problems and _real(raw).is_relative_to(_real(processed)):
        problems += [f"--processed {processed}: the texts of --raw {raw} lie in it; it needs a folder of its own"]
    if not problems and _real(store).is_relative_to(_real(processed)):
        problems += [f"--interim {store.parent}: it lies in --processed {processed}, which holds tables alone"]
    if problems:
        raise ConfigError(problems)


def store_of(processed: Path, folder: Path | None) -> Path:
    """The database of an output: in `interim/` beside it unless said otherwise, named after it.

    >>> store_of(Path("/data/processed"), None).as_posix()
    '/data/interim/processed.duckdb'
    """
    own = _absolute(processed)
    return (folder or own.parent / "interim") / f"{own.name}.duckdb"


def _of_raw(raw: Path) -> list[str]:
    if not raw.exists():
        return [f"--raw {raw}: there is no such folder"]
    if not raw.is_dir():
        return [f"--raw {raw}: this is no folder"]
    if not os.access(raw, os.R_OK | os.X_OK):
        return [f"--raw {raw}: this folder may not be read"]
    return []


def _of_folder(option: str, folder: Path) -> list[str]:
    """It has to be a folder, or not to be yet, below one that is."""
    own = _absolute(folder)
    first = next((path for path in (own, *own.parents) if os.path.lexists(path)), own)
    return [] if first.is_dir() else [f"{option} {folder}: {first} is no folder"]


def _absolute(path: Path) -> Path:
    """Without `..`, and without following links: what is beside the folder is what a user sees beside it."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
