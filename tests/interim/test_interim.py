"""The store is transactional, alone, and replaceable."""

import datetime
import fcntl
import subprocess
import sys

import duckdb
import pytest

from pipeline.aligned import AlignedText
from pipeline.errors import RunError
from pipeline.interim import Interim, Refusal, Result, result_of
from pipeline.records import (
    AnnotatedDocument,
    DateMention,
    Document,
    Entity,
    Event,
    Evidence,
    Mention,
    Participant,
    Role,
    Source,
)

DAY = datetime.date(2015, 3, 4)


def text_about(name: str, sha256: str = "0") -> AnnotatedDocument:
    source = Source("a.txt", sha256, "txt", f"Le 4 mars,  {name} vient.", publisher="Le Soir")
    whole = AlignedText.of(source.text).sub("  ", " ")
    end = 11 + len(name)
    person = Entity("PER", name, (name,), roles=(Role("ministre", None, "FR"),), reasons=("stands alone",))
    event = Event(
        "visit", "Visite", ("venir",), DAY, None, "day", "planned", False,
        (Participant(0, "visitor"),), (), (Evidence(0, len(whole), end + 1, end + 6),), ("vient",),
    )  # fmt: skip
    return AnnotatedDocument(
        Document(source, whole, None),
        DAY,
        5,
        (Mention(11, end, name, "PER", "model", 0),),
        (person,),
        (DateMention(3, 9, "4 mars", "DATE", "2015-03-04", DAY, DAY, None, "day"),),
        (event,),
    )


def made(name: str, sha256: str = "0") -> Result:
    return result_of(text_about(name, sha256))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "interim" / "tables.duckdb"


def rows(interim: Interim, query: str) -> list[tuple[object, ...]]:
    return interim.connection.execute(query).fetchall()


def test_what_a_text_says_is_seen_through_the_views(path):
    with Interim.open(path) as interim:
        interim.keep([("k", made("Anne Roux"))], [])
        interim.enter([("a.txt", "0", "k")], [])
        ((doc_id, ordinal, published),) = rows(interim, "SELECT doc_id, ordinal, published_on FROM texts")
        assert (ordinal, published) == (0, DAY)
        assert rows(interim, 'SELECT doc_id, start, raw_start, "end", raw_end, text FROM mentions') == [
            (doc_id, 11, 12, 20, 21, "Anne Roux")
        ]
        assert rows(interim, "SELECT roles, gender, reasons FROM entities") == [
            ([{"title": "ministre", "organisation": None, "country": "FR"}], None, ["stands alone"])
        ]
        assert rows(interim, "SELECT value, earliest, anchor FROM dates") == [("2015-03-04", DAY, None)]
        assert rows(interim, "SELECT participants, evidence[1].trigger_start, part_of FROM events") == [
            ([{"entity": 0, "role": "visitor"}], 21, None)
        ]


def test_what_was_kept_is_known_to_the_next_run(path):
    with Interim.open(path) as interim:
        interim.keep([("k", made("Anne"))], [("bad", Refusal("empty", "no bytes"))])
    with Interim.open(path) as interim:
        assert interim.knows("k") and interim.knows("bad") and not interim.knows("other")
        assert interim.refusal("bad") == Refusal("empty", "no bytes")
        assert interim.refusal("k") is None


def test_a_batch_is_kept_whole_or_not_at_all(path):
    with Interim.open(path) as interim:
        broken = Result("0", ([("txt", None, None, None, None, "text", "no number")], [], [], [], []))
        with pytest.raises(Exception, match="number"):
            interim.keep([("k", made("Anne")), ("b", broken)], [])
        assert not interim.knows("k")
        assert rows(interim, "FROM results") == []
        interim.keep([("k", made("Anne"))], [])


def test_two_files_of_one_key_share_their_result(path):
    with Interim.open(path) as interim:
        interim.keep([("k", made("Anne")), ("k", made("Anne"))], [])
        interim.enter([("a/x.txt", "0", "k"), ("b/x.txt", "0", "k")], [])
        assert rows(interim, "SELECT count(DISTINCT doc_id), count(*) FROM mentions") == [(2, 2)]


def test_a_second_run_is_refused_at_once(path):
    with Interim.open(path), pytest.raises(RunError, match=r"another run .* is already running"), Interim.open(path):
        pass


def test_a_lock_ends_with_its_holder(path):
    path.parent.mkdir()
    with path.with_name(f"{path.name}.lock").open("w") as left:  # a file alone locks nothing
        fcntl.flock(left, fcntl.LOCK_EX)
    with Interim.open(path) as interim:
        assert not interim.knows("k")


def test_a_store_that_is_open_elsewhere_is_left_alone(path):
    with Interim.open(path) as interim:
        interim.keep([("k", made("Anne"))], [])
    holding = f"import duckdb, sys; c = duckdb.connect({str(path)!r}); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", holding], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdout.readline()
        with pytest.raises(RunError, match="another program has"), Interim.open(path):
            pass
        other.communicate()
    with Interim.open(path) as interim:
        assert interim.knows("k")


@pytest.mark.parametrize("content", [b"", b"no database", b"\0" * 100_000])
def test_a_store_that_is_none_is_set_aside(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with Interim.open(path) as interim:
        interim.keep([("k", made("Anne"))], [])
    assert path.with_name("tables.set-aside.duckdb").read_bytes() == content


def test_a_store_of_another_version_is_set_aside_but_for_the_arrivals(path):
    with Interim.open(path) as interim:
        interim.keep([("k", made("Anne"))], [])
        interim.enter([("z.txt", "0", "k")], [])
        interim.connection.execute("UPDATE notes SET value = 'older' WHERE name = 'schema'")
        before = rows(interim, "FROM arrivals")
    with Interim.open(path) as interim:
        assert not interim.knows("k")
        assert rows(interim, "FROM arrivals") == before


def test_results_that_are_long_unused_are_forgotten(path, monkeypatch):
    monkeypatch.setattr("pipeline.interim.UNUSED_RESULTS", 2)
    with Interim.open(path) as interim:
        interim.keep([(f"k{i}", made(f"Anne {i}")) for i in range(6)], [])
        interim.enter([("a.txt", "0", "k0")], [])
        assert [interim.knows(f"k{i}") for i in range(6)] == [True, False, False, False, True, True]
        assert rows(interim, "SELECT count(*) FROM result_mentions") == [(3,)]


def test_what_the_database_says_of_a_full_disk_is_an_os_error(path):
    with pytest.raises(OSError, match="No space left on device"), Interim.open(path):
        raise duckdb.IOException("IO Error: Could not write file: No space left on device")


def test_a_change_of_nothing_writes_nothing(path):
    with Interim.open(path) as interim:
        interim.keep([("k", made("Anne"))], [])
        interim.enter([("a.txt", "0", "k")], [("b.txt", "empty", "no bytes")])
    before = path.stat().st_mtime_ns
    with Interim.open(path) as interim:
        interim.enter([("a.txt", "0", "k")], [("b.txt", "empty", "no bytes")])
    assert path.stat().st_mtime_ns == before
