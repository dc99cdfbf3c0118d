"""The whole run, with halves that need no model."""

import hashlib
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pandas as pd
import pytest

import pipeline.resolve
from pipeline import config as configuration
from pipeline import fingerprint
from pipeline import run as whole
from pipeline.errors import ConfigError, RunError
from pipeline.interim import Interim
from tests.fakes import FakeReading, fake_resolve


@pytest.fixture(autouse=True)
def halves(monkeypatch):
    monkeypatch.setattr(whole, "Reading", FakeReading)
    monkeypatch.setattr(pipeline.resolve, "resolve", fake_resolve, raising=False)


@pytest.fixture(scope="module")
def config():
    return configuration.load()


class Project:
    """A folder of texts and its tables."""

    def __init__(self, folder: Path, config: configuration.Config) -> None:
        self.raw, self.processed, self.config = folder / "raw", folder / "data" / "processed", config
        self.raw.mkdir(parents=True)

    def put(self, **texts: str) -> None:
        for name, text in texts.items():
            (self.raw / f"{name}.txt").write_text(text, encoding="utf-8")

    def run(self, **options: object) -> whole.Summary:
        return whole.run(self.raw, self.processed, self.config, **options)

    def table(self, name: str) -> pd.DataFrame:
        return pd.read_parquet(self.processed / f"{name}.parquet")

    def bytes(self) -> dict[str, str]:
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in self.processed.iterdir()}

    def named(self) -> dict[str, str]:
        documents = self.table("documents")
        return dict(zip(documents["path"], documents["doc_id"], strict=True))


@pytest.fixture
def project(tmp_path, config):
    project = Project(tmp_path, config)
    project.put(a="ANNE voit BOB en 1992.", b="BOB est parti.", c="Rien.")
    return project


def test_a_run_fills_the_tables(project):
    summary = project.run()
    assert (summary.counts.read, summary.counts.reused, summary.rows["people"]) == (3, 0, 2)
    assert list(project.table("mentions")["text"]) == ["ANNE", "BOB", "BOB"]
    assert len(list(project.processed.iterdir())) == 8
    assert next(summary.lines()) == "3 texts: 3 read, 0 reused, 0 rejected"


def test_a_run_with_nothing_to_do_touches_nothing(project):
    project.run()
    before = [file.stat() for file in sorted(project.processed.iterdir())]
    summary = project.run()
    assert (summary.counts.read, summary.counts.reused, summary.changed) == (0, 3, False)
    assert [file.stat() for file in sorted(project.processed.iterdir())] == before


def test_only_what_changed_is_read_again(project):
    project.run()
    project.put(b="BOB est revenu.", d="ZOE.")
    (project.raw / "c.txt").unlink()
    summary = project.run()
    assert (summary.counts.read, summary.counts.reused) == (2, 1)
    assert list(project.table("people")["name"]) == ["ANNE", "BOB", "ZOE"]


def test_a_text_keeps_its_identifier_through_edits_and_moves(project):
    project.run()
    before = project.named()
    project.put(b="BOB est revenu.")
    (project.raw / "a.txt").rename(project.raw / "z.txt")
    project.run()
    assert project.named() == {"b.txt": before["b.txt"], "c.txt": before["c.txt"], "z.txt": before["a.txt"]}


def test_what_was_changed_back_gives_the_first_bytes(project):
    project.run()
    first = project.bytes()
    project.put(b="BOB est revenu.", d="ZOE.")
    project.run()
    project.put(b="BOB est parti.")
    (project.raw / "d.txt").unlink()
    assert project.run().counts.read == 0
    assert project.bytes() == first


def test_together_or_one_by_one_in_another_order_is_the_same_but_for_identifiers(project, tmp_path, config):
    project.run(workers=2)
    other = Project(tmp_path / "other", config)
    for file in sorted(project.raw.iterdir(), reverse=True):
        other.put(**{file.stem: file.read_text()})
        other.run(workers=1)
    for name in ("mentions", "dates", "people"):
        columns = [
            column for column in project.table(name).columns if column not in ("doc_id", "aliases", "reasons", "roles")
        ]
        tables = [p.table(name).sort_values(columns)[columns].reset_index(drop=True) for p in (project, other)]
        pd.testing.assert_frame_equal(*tables)
    assert project.bytes() == other.bytes()  # these identifiers are made of path and bytes alone


def test_two_full_runs_give_the_same_bytes(project, tmp_path):
    project.run(workers=1)
    first = project.bytes()
    project.processed = tmp_path / "again" / "processed"
    project.run(workers=2)
    assert project.bytes() == first


def test_tables_that_somebody_touched_are_written_again(project):
    project.run()
    first = project.bytes()
    (project.processed / "people.parquet").write_bytes(b"mine")
    (project.processed / "places.parquet").unlink()
    assert project.run().changed
    assert project.bytes() == first


def test_a_bad_file_is_a_row_in_rejects_and_is_not_tried_again(project):
    (project.raw / "empty.txt").touch()
    assert project.run().counts.rejected == 1
    rejects = project.table("rejects")
    assert list(rejects["path"]) == ["empty.txt"]
    assert list(rejects["reason"]) == ["empty"]
    assert project.run().counts.read == 0


def test_a_bug_in_one_text_costs_that_text(project, caplog):
    project.put(x="un bug ici")
    project.run()
    assert list(project.table("rejects")["reason"]) == ["failed"]
    assert len(project.table("documents")) == 3
    assert "KeyError: 'bug'" in caplog.text


def test_a_file_that_was_rejected_and_is_mended_is_read(project):
    (project.raw / "b.txt").write_bytes(b"")
    project.run()
    project.put(b="BOB est parti.")
    project.run()
    assert len(project.table("rejects")) == 0
    assert len(project.table("documents")) == 3


def test_no_texts_give_empty_tables(tmp_path, config):
    project = Project(tmp_path, config)
    project.run()
    assert [len(project.table(name)) for name in ("documents", "mentions", "rejects")] == [0, 0, 0]


def test_another_run_on_the_same_output_is_refused(project):
    project.run()
    before = project.bytes()
    store = project.processed.parent / "interim" / "processed.duckdb"
    with Interim.open(store), pytest.raises(RunError, match="already running"):
        project.run()
    assert project.bytes() == before


def test_a_damaged_store_costs_time_only(project):
    project.run()
    first = project.bytes()
    store = project.processed.parent / "interim" / "processed.duckdb"
    content = store.read_bytes()
    store.write_bytes(content[:12_000] + b"\xff" * (len(content) - 12_000))
    assert project.run().counts.read == 3
    assert project.bytes() == first


def test_a_store_that_turns_out_to_be_damaged_costs_time_only(project, monkeypatch):
    project.run()
    first = project.bytes()
    texts_left = iter([True])

    def damaged(interim, config):
        if next(texts_left, False):
            raise whole.Damaged("a block")
        return fake_resolve(interim, config)

    monkeypatch.setattr(pipeline.resolve, "resolve", damaged)
    project.put(d="ZOE.")
    assert project.run().counts.read == 4
    (project.raw / "d.txt").unlink()
    project.run()
    assert project.bytes() == first


def test_a_failing_back_half_leaves_the_tables_and_the_reading(project, monkeypatch):
    project.run()
    before = project.bytes()
    project.put(d="ZOE.")
    with monkeypatch.context() as context:
        context.setattr(pipeline.resolve, "resolve", lambda interim, config: {})
        with pytest.raises(Exception, match="the table is missing"):
            project.run()
    assert project.bytes() == before
    assert project.run().counts.read == 0
    assert "ZOE" in set(project.table("people")["name"])


@pytest.mark.parametrize(
    ("raw", "processed", "interim", "said"),
    [
        ("none", "out", None, "--raw .*none: there is no such folder"),
        ("file", "out", None, "--raw .*file: this is no folder"),
        ("raw", "file", None, "--processed .*file is no folder"),
        ("raw", "file/below", None, "--processed .*file is no folder"),
        ("raw", "out", "file", "--interim .*file is no folder"),
        ("raw", "raw", None, "needs a folder of its own"),
        ("raw", ".", None, "needs a folder of its own"),
        ("raw", "out", "out/interim", "holds tables alone"),
        ("raw", "interim", None, "holds tables alone"),
    ],
)
def test_folders_that_cannot_be_used_are_said(tmp_path, config, raw, processed, interim, said):
    (tmp_path / "raw").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match=said):
        whole.run(tmp_path / raw, tmp_path / processed, config, 1, interim and tmp_path / interim)
    assert {file.name for file in tmp_path.iterdir()} == {"raw", "file"}


IDLE = """
    import sys
    from pathlib import Path
    from pipeline import config, run

    assert not run.run(Path(sys.argv[1]), Path(sys.argv[2]), config.load()).changed
    print(*{name.partition(".")[0] for name in sys.modules})
"""


def test_a_run_with_nothing_to_do_loads_nothing_heavy(project):
    fingerprint.front.cache_clear()  # the code may have been edited since another test read it
    fingerprint.back.cache_clear()
    project.run()
    loaded = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(IDLE), project.raw, project.processed],
        cwd=Path(whole.__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "pipeline" in loaded
    assert not {"spacy", "thinc", "pandas", "pyarrow", "numpy", "dateparser", "trafilatura", "lxml"} & set(loaded)


SLOW = """
    import os, signal, sys, time
    from pathlib import Path
    from pipeline import config, run
    from tests.fakes import FakeReading

    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job would ignore it

    class Slow(FakeReading):
        def together(self, documents):
            Path(sys.argv[1], "reading").touch()
            time.sleep(60)

    run.Reading = Slow
    try:
        run.run(Path(sys.argv[1], "raw"), Path(sys.argv[1], "data", "processed"), config.load())
    except KeyboardInterrupt:
        raise SystemExit(130)
"""


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_leaves_no_worker_and_no_lock(project, tmp_path, sign):
    project.run()
    first = project.bytes()
    project.put(d="ZOE.")
    run = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SLOW), tmp_path],
        cwd=Path(whole.__file__).parents[1],
        start_new_session=True,
    )
    while not (tmp_path / "reading").exists():
        assert run.poll() is None
    run.send_signal(sign)
    assert run.wait(20) == 130
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)
    assert project.bytes() == first
    assert project.run().counts.read == 1


def test_a_row_of_metadata_for_a_text_that_is_not_there_is_said(project, caplog):
    (project.raw / "metadata.csv").write_text("file,title\na.txt,A\naa.txt,B\n", encoding="utf-8")
    project.run()
    assert "metadata.csv names what is not there: aa.txt" in caplog.text
