"""Interim: what is remembered between two runs on one output.

The results of the front half, one for each content of a file, under the hash of all that they depend on;
which texts are there now and in what order they ever arrived; how the files looked. One DuckDB database for
each output. Whoever opens it is alone with it.
"""

import hashlib
import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import duckdb

from pipeline.interim.arrivals import Arrival, arrive
from pipeline.interim.digests import Digests, Looks
from pipeline.interim.lock import locked
from pipeline.interim.rows import Result, Row, result_of
from pipeline.interim.schema import RESULTS
from pipeline.interim.standing import described, stands
from pipeline.interim.store import Damaged, connect, faults, set_aside

__all__ = ["Damaged", "Digests", "Interim", "Refusal", "Result", "result_of"]

_log = logging.getLogger(__name__)

UNUSED_RESULTS = 1000
"""So many results that no text has now are kept in case it comes back, or as many as there are texts."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file gave nothing: a row of the table `rejects` without its path."""

    reason: str
    detail: str


class Interim:
    """The open store. `connection` sees the tables and views of `schema`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self._results: dict[str, int] = dict(self._all("SELECT key, result FROM results"))
        refusals = self._all("SELECT key, reason, detail FROM refusals")
        self._refusals = {key: Refusal(*why) for key, *why in refusals}
        self._last = max(self._results.values(), default=0)

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[Self]:
        """The store at `path`, made where there is none.

        Raises `RunError` where another run has it, `OSError` where disk or rights fail, `Damaged` where its
        file turns out to be broken after it could be opened.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(Path(f"{path}.lock")), faults(path):
            connection = connect(path)
            try:
                yield cls(connection)
            finally:
                with suppress(duckdb.Error):  # it only tidies up here, what counts is on disk
                    connection.close()

    @staticmethod
    def set_aside(path: Path) -> None:
        """Move a store out of the way that turned out to be damaged."""
        with locked(Path(f"{path}.lock")):
            set_aside(path)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing."""
        self.connection.execute("BEGIN")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            self._undo()
            raise

    def give_room(self, megabytes: int, threads: int) -> None:
        """What the database may take from now on."""
        self.connection.execute(f"SET memory_limit = '{megabytes}MB'; SET threads = {threads}")

    # What files gave

    def knows(self, key: str) -> bool:
        """Whether it is remembered what a file gave, or why it gave nothing."""
        return key in self._results or key in self._refusals

    def refusal(self, key: str) -> Refusal | None:
        """Why a file gave nothing, if it did."""
        return self._refusals.get(key)

    def keep(self, results: Sequence[tuple[str, Result]], refusals: Sequence[tuple[str, Refusal]]) -> None:
        """Remember what a batch of files gave, by key; all of it or nothing."""
        new = {key: result for key, result in results if key not in self._results}
        numbers = {key: number for number, key in enumerate(new, self._last + 1)}
        with self.transaction():
            for place, table in enumerate(RESULTS):
                own = {key: (number, key) if table == "results" else (number,) for key, number in numbers.items()}
                self._insert_nested(
                    table, [(*own[key], *row) for key, made in new.items() for row in made.tables[place]]
                )
            self._insert("refusals", [(key, why.reason, why.detail) for key, why in refusals])
        self._refusals |= refusals
        self._results |= numbers
        self._last += len(numbers)

    # The texts of this run

    def enter(self, texts: Sequence[tuple[str, str, str]], rejects: Sequence[tuple[str, str, str]]) -> None:
        """Say which texts there are now, (path, SHA-256, key of the result), and which files were left out.

        Both are in order of path, in which new texts arrive.
        """
        now = [(path, sha256, self._results[key]) for path, sha256, key in texts]
        if now == self._all("SELECT path, sha256, result FROM present ORDER BY path") and list(rejects) == self._all(
            "SELECT path, reason, detail FROM rejects ORDER BY path"
        ):
            return
        known = [Arrival(*row) for row in self._all("SELECT doc_id, ordinal, path, sha256 FROM arrivals")]
        last_run = frozenset(doc_id for (doc_id,) in self._all("SELECT doc_id FROM present"))
        given = arrive([(path, sha256) for path, sha256, _ in now], known, last_run)
        present = [(path, given[path].doc_id, given[path].ordinal, sha256, result) for path, sha256, result in now]
        with self.transaction():
            self._remember_arrivals(set(given.values()) - set(known))
            self._replace("present", present)
            self._replace("rejects", rejects)
            self._forget_unused(len(now))

    def _remember_arrivals(self, changed: Iterable[Arrival]) -> None:
        rows = sorted((new.doc_id, new.ordinal, new.path, new.sha256) for new in changed)
        if rows:
            self.connection.execute(
                "DELETE FROM arrivals WHERE doc_id IN (SELECT unnest(?))", [[row[0] for row in rows]]
            )
            self._insert("arrivals", rows)

    def _forget_unused(self, used: int) -> None:
        unused = self._all("SELECT result FROM results ANTI JOIN present USING (result) ORDER BY result DESC")
        forgotten = {number for (number,) in unused[max(UNUSED_RESULTS, used) :]}
        for table in RESULTS if forgotten else ():
            self.connection.execute(f"DELETE FROM {table} WHERE result IN (SELECT unnest(?))", [sorted(forgotten)])  # noqa: S608
        self._results = {key: number for key, number in self._results.items() if number not in forgotten}

    # The files and the tables

    def digests(self) -> Digests:
        """The digests of the files as they were last hashed."""
        rows = self._all("SELECT path, size, mtime_ns, ctime_ns, inode, sha256 FROM files")
        return Digests({path: (Looks(*look), sha256) for path, *look, sha256 in rows})

    def keep_digests(self, digests: Digests) -> None:
        """Remember them for the next run."""
        if digests.changed():
            with self.transaction():
                self._replace("files", [(p, *_fields(look), sha256) for p, (look, sha256) in digests.seen.items()])

    def state(self, back: str) -> str:
        """Hash of all that the tables are made of: the texts and their results, the rejects, and `back`."""
        rows = self._all(
            "SELECT path, doc_id, ordinal, sha256, key FROM present JOIN results USING (result) ORDER BY path"
        )
        return hashlib.sha256(repr((back, rows, self._all("FROM rejects ORDER BY path"))).encode()).hexdigest()

    def standing(self, processed: Path, state: str) -> dict[str, int] | None:
        """How many rows the tables have, if those in `processed` are the ones that were written for this state."""
        found = self._all("SELECT value FROM notes WHERE name = 'tables'")
        note: dict[str, Any] = json.loads(found[0][0]) if found else {}
        return note["rows"] if stands(note, processed, state) else None

    @contextmanager
    def publication(self, processed: Path, state: str) -> Iterator[dict[str, int]]:
        """What is remembered inside counts once the tables stand; the body fills in how many rows they have.

        Where it can't be remembered though the tables stand, that is no failure: the next run makes them again.
        """
        rows: dict[str, int] = {}
        self.connection.execute("BEGIN")
        try:
            yield rows
        except BaseException:
            self._undo()
            raise
        try:
            self.connection.execute("DELETE FROM notes WHERE name = 'tables'")
            note = json.dumps(described(processed, state, rows))
            self.connection.execute("INSERT INTO notes VALUES ('tables', ?)", [note])
            self.connection.execute("COMMIT")
        except (duckdb.Error, OSError) as error:
            self._undo()
            _log.warning("the tables stand, but the run could not be remembered: %s", error)

    # SQL

    def _all(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        return self.connection.execute(query, list(values)).fetchall()

    def _replace(self, table: str, rows: Sequence[Row]) -> None:
        self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 (the names are this module's)
        self._insert(table, rows)

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        """Add rows of plain values."""
        if rows:
            columns = [list(column) for column in zip(*rows, strict=True)]
            unnested = ", ".join("unnest(?)" for _ in columns)
            self.connection.execute(f"INSERT INTO {table} SELECT {unnested}", columns)

    def _insert_nested(self, table: str, rows: Sequence[Row]) -> None:
        """Add rows that hold lists too: by Arrow, which takes a moment to load and is faster then."""
        if not rows:
            return
        import pyarrow as pa

        schema = self.connection.sql(f"FROM {table} LIMIT 0").to_arrow_table().schema
        columns = zip(*rows, strict=True)
        arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
        self.connection.register("batch", pa.Table.from_arrays(arrays, schema=schema))
        try:
            self.connection.execute(f"INSERT INTO {table} SELECT * FROM batch")  # noqa: S608
        finally:
            self.connection.unregister("batch")

    def _undo(self) -> None:
        with suppress(duckdb.Error):  # a fatal error has undone it already; what caused it is on its way up
            self.connection.execute("ROLLBACK")


def _fields(look: Looks) -> tuple[int, int, int, int]:
    return look.size, look.mtime_ns, look.ctime_ns, look.inode
