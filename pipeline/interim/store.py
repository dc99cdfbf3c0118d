"""The database file: opened, made, set aside where it can't be used."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from pipeline.errors import RunError
from pipeline.interim.schema import TABLES, VERSION, VIEWS

LASTING = ("arrivals", "identifiers")
"""What a new store takes over from one that was set aside, where it can still be read."""

_MACHINE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EMFILE)

_OF_DAMAGE = (duckdb.IOException, duckdb.FatalException, duckdb.SerializationException)


class Damaged(Exception):
    """The store can't be read; the run has to start with a new one."""


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """Open the store, or make it; one that is damaged or of another version is set aside first."""
    if not path.exists():
        return _made(path)
    try:
        connection = _opened(path)
        with closed_on_error(connection):
            if _version(connection) == VERSION:
                return connection
        connection.close()
    except duckdb.Error as error:
        if "Conflicting lock" in str(error):
            raise RunError(f"another program has {path} open; close it there and run again") from None
        if of_machine(error):
            raise
    aside = set_aside(path)
    connection = _made(path)
    _take_over(connection, aside)
    return connection


@contextmanager
def closed_on_error(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """An open connection would be given again, broken as it is, to who opens the same path."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def set_aside(path: Path) -> Path:
    """Move the store out of the way, to where the last one that was moved so lay."""
    aside = path.with_name(f"{path.stem}.set-aside{path.suffix}")
    for ending in (".wal", ""):  # the log first: without its store it is nothing, with another's it is wrong
        source, target = Path(f"{path}{ending}"), Path(f"{aside}{ending}")
        target.unlink(missing_ok=True)
        if source.exists():
            source.replace(target)
    return aside


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn what the database says of the machine into `OSError`, and of a broken file into `Damaged`."""
    try:
        yield
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except duckdb.Error as error:
        if number := of_machine(error):
            raise OSError(number, os.strerror(number), str(path)) from error
        if isinstance(error, duckdb.OutOfMemoryException):
            raise OSError(errno.ENOMEM, f"the database needs more memory than [resolve] memory_mb: {error}") from error
        if isinstance(error, _OF_DAMAGE) or "Corrupt" in str(error):
            raise Damaged(str(error)) from error
        raise


def of_machine(error: duckdb.Error) -> int:
    """The `errno` of a failure of disk or rights that the database met; 0 where it is none."""
    return next((number for number in _MACHINE if os.strerror(number) in str(error)), 0)


def _opened(path: Path) -> duckdb.DuckDBPyConnection:
    """One thread, so that nothing else runs while workers are forked."""
    return duckdb.connect(str(path), config={"threads": 1})


def _version(connection: duckdb.DuckDBPyConnection) -> str | None:
    try:
        found = connection.execute("SELECT value FROM notes WHERE name = 'schema'").fetchone()
    except duckdb.CatalogException:
        return None
    return str(found[0]) if found else None


def _made(path: Path) -> duckdb.DuckDBPyConnection:
    Path(f"{path}.wal").unlink(missing_ok=True)
    connection = _opened(path)
    with closed_on_error(connection):
        connection.execute(f"BEGIN; {TABLES} {VIEWS}")
        connection.execute("INSERT INTO notes VALUES ('schema', ?)", [VERSION])
        connection.execute("COMMIT")
    return connection


def _take_over(connection: duckdb.DuckDBPyConnection, aside: Path) -> None:
    """Keep the order of arrival and the identifiers; where they can't be read, they are lost."""
    quoted = str(aside).replace("'", "''")
    with suppress(duckdb.Error):
        connection.execute(f"ATTACH '{quoted}' AS aside (READ_ONLY)")
        for table in LASTING:
            with suppress(duckdb.Error):
                connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM aside.{table}")  # noqa: S608
        connection.execute("DETACH aside")
