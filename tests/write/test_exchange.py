"""Every table or none, and nothing else touched."""

import errno
import itertools

import pyarrow.parquet as pq
import pytest

from pipeline.tables import TABLES
from pipeline.write import Broken, exchange, write

NAMES = {f"{table.name}.parquet" for table in TABLES}


@pytest.fixture
def processed(tmp_path):
    return tmp_path / "data" / "processed"


def empty():
    return {table.name: table.schema.empty_table() for table in TABLES}


def all_below(folder):
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*")}


@pytest.fixture(params=["exchange", "journal", "nothing beside"])
def way(request, monkeypatch):
    """The three ways by which a set moves in."""
    if request.param != "exchange":
        monkeypatch.setattr(exchange, "_exchanged", lambda new, old: False)
    if request.param == "nothing beside":
        monkeypatch.setattr(exchange, "_beside", _unwritable(exchange._beside))
    return request.param


def _unwritable(beside):
    class Unwritable(type(beside(exchange.Path("x")))):
        def mkdir(self, *args):
            raise PermissionError(errno.EACCES, "Permission denied")

    return lambda processed: Unwritable(beside(processed))


def test_the_folder_holds_the_eight_tables(processed, way):
    write(processed, empty())
    write(processed, empty())
    assert all_below(processed.parent) == {"processed", *(f"processed/{name}" for name in NAMES)}


def test_the_same_tables_give_the_same_bytes(processed, way):
    write(processed, empty())
    first = {file.name: file.read_bytes() for file in processed.iterdir()}
    write(processed, empty())
    assert {file.name: file.read_bytes() for file in processed.iterdir()} == first


def test_descriptions_are_written_along(processed):
    write(processed, empty())
    schema = pq.read_schema(processed / "people.parquet")
    assert schema.metadata[b"description"] == b"One row is a person."
    assert schema.field("name").metadata[b"description"].startswith(b"Fullest form")


def test_a_users_own_files_stay(processed, way):
    write(processed, empty())
    (processed / "notes.txt").write_text("mine")
    (processed / "charts").mkdir()
    (processed / "charts" / "one.png").write_text("mine")
    write(processed, empty())
    assert {"notes.txt", "charts", "charts/one.png"} | NAMES == all_below(processed)


def test_the_folder_keeps_its_rights(processed):
    processed.mkdir(parents=True)
    processed.chmod(0o750)
    write(processed, empty())
    assert processed.stat().st_mode & 0o777 == 0o750


def test_broken_tables_leave_the_old_ones(processed):
    write(processed, empty())
    before = processed.stat()
    with pytest.raises(Broken, match="people: the table is missing"):
        write(processed, {name: table for name, table in empty().items() if name != "people"})
    assert processed.stat() == before


def test_a_full_disk_leaves_the_old_ones(processed, way, monkeypatch):
    write(processed, empty())
    before = {file.name: file.stat() for file in processed.iterdir()}

    def full(file, table):
        if file.name.startswith("places"):
            raise OSError(errno.ENOSPC, "No space left on device")
        file.write_bytes(b"half")

    monkeypatch.setattr("pipeline.write.save", full)
    with pytest.raises(OSError, match="No space left"):
        write(processed, empty())
    assert {file.name: file.stat() for file in processed.iterdir()} == before
    assert all_below(processed.parent) == {"processed", *(f"processed/{name}" for name in NAMES)}


class Killed(BaseException):
    pass


@pytest.mark.parametrize("step", range(40))
def test_a_kill_at_any_step_leaves_a_whole_set_and_the_next_run_mends_it(processed, way, step, monkeypatch):
    write(processed, empty())
    (processed / "notes.txt").write_text("mine")
    old = {file.name: file.read_bytes() for file in processed.iterdir()}

    counted = itertools.count()

    def steps(action):
        def one(*args, **kwargs):
            if next(counted) == step:
                raise Killed
            return action(*args, **kwargs)

        return one

    with monkeypatch.context() as context:
        for name in ("_flush", "_move", "_exchanged"):
            context.setattr(exchange, name, steps(getattr(exchange, name)))
        context.setattr(exchange.shutil, "rmtree", steps(exchange.shutil.rmtree))
        try:
            write(processed, empty())
        except Killed:
            if way == "exchange":
                assert {file.name for file in processed.glob("*.parquet")} == NAMES
    exchange.recover(processed)
    assert {file.name: file.read_bytes() for file in processed.iterdir()} == old
    assert all_below(processed.parent) == {"processed", *(f"processed/{name}" for name in old)}


def test_what_a_killed_run_had_begun_is_cleared_away(processed):
    write(processed, empty())
    begun = processed.with_name(".processed.new")
    begun.mkdir()
    (begun / "people.parquet").write_bytes(b"half")
    write(processed, empty())
    assert not begun.exists()
    pq.read_table(processed / "people.parquet")


def test_a_whole_set_that_had_begun_to_move_in_is_moved_in(processed, monkeypatch):
    monkeypatch.setattr(exchange, "_exchanged", lambda new, old: False)
    inside = processed / ".processed.new"
    inside.mkdir(parents=True)
    (processed / "people.parquet").write_bytes(b"new")
    (processed / "places.parquet").write_bytes(b"old")
    (inside / "places.parquet").write_bytes(b"new")
    (inside / exchange.WHOLE).touch()
    exchange.recover(processed)
    assert {file.name: file.read_bytes() for file in processed.iterdir()} == {
        "people.parquet": b"new",
        "places.parquet": b"new",
    }
