"""A text that goes wrong costs itself alone."""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.errors import Reject
from pipeline.workers import Failure, Workers, shared_out


class Shouting:
    """Turns words into capitals; some words are trouble."""

    def alone(self, job: str) -> str:
        if job == "reject":
            raise Reject("encrypted", "it has a password")
        if job == "gone":
            raise FileNotFoundError(job)
        if job == "hang alone":
            time.sleep(60)
        return job

    def together(self, halves: Sequence[str]) -> Iterator[str]:
        for half in halves:
            if half == "bug":
                raise KeyError("no such thing")
            if half == "die":
                os.kill(os.getpid(), signal.SIGKILL)
            if half == "hang":
                time.sleep(60)
            yield half.upper()


def done(*batches: Sequence[str], number: int = 2, seconds: float = 30) -> dict[str, object]:
    with Workers(Shouting(), number, seconds) as crew:
        outcomes = list(crew.do(batches))
    assert len(outcomes) == len({job for job, _ in outcomes})
    return dict(outcomes)


def test_every_job_gets_its_result():
    words = [f"word {i}" for i in range(100)]
    assert done(*shared_out(words, 2, 16)) == {word: word.upper() for word in words}


def test_a_reject_is_its_own():
    assert done(["a", "reject", "b"]) == {
        "a": "A",
        "b": "B",
        "reject": Failure("encrypted", "it has a password", lasting=True),
    }


def test_a_file_that_goes_meanwhile_has_vanished():
    failure = done(["a", "gone"])["gone"]
    assert isinstance(failure, Failure)
    assert (failure.reason, failure.lasting) == ("vanished", False)


def test_a_bug_costs_its_text_and_leaves_a_traceback():
    found = done(["a", "bug", "b"], ["c"])
    failure = found.pop("bug")
    assert found == {"a": "A", "b": "B", "c": "C"}
    assert isinstance(failure, Failure)
    assert (failure.reason, failure.lasting) == ("failed", True)
    assert "KeyError" in failure.traceback


@pytest.mark.parametrize("number", [1, 2])
def test_a_text_that_kills_its_worker_costs_itself(number):
    found = done(["a", "die", "b"], ["c", "d"], ["e"], number=number)
    failure = found.pop("die")
    assert found == {word: word.upper() for word in "abcde"}
    assert failure == Failure("failed", "the process that read it died (SIGKILL)", lasting=False)


@pytest.mark.parametrize("trouble", ["hang", "hang alone"])
def test_a_text_that_takes_too_long_costs_itself(trouble):
    found = done(["a", trouble, "b"], ["c"], seconds=0.3)
    failure = found.pop(trouble)
    assert found == {word: word.upper() for word in "abc"}
    assert failure == Failure("timeout", "not done after 0.3 seconds", lasting=False)


def test_workers_end_with_an_exception_of_ours():
    crew = Workers(Shouting(), 2, 30)
    with pytest.raises(KeyboardInterrupt), crew:
        next(crew.do([["a", "hang"], ["b", "hang"]]))
        raise KeyboardInterrupt
    assert all(not _alive(worker.process) for worker in crew._all)


def test_a_worker_holds_none_of_our_files(tmp_path):
    with (tmp_path / "file").open("w"), Workers(Shouting(), 1, 30) as crew:
        dict(crew.do([["a"]]))
        held = [file.readlink() for file in Path(f"/proc/{crew._all[0].process}/fd").iterdir()]
    assert held and not [file for file in held if file.is_relative_to(tmp_path)]


@pytest.mark.parametrize(("jobs", "sizes"), [(0, []), (1, [1]), (3, [2, 1]), (33, [9, 9, 9, 6])])
def test_jobs_are_shared_out_evenly(jobs, sizes):
    assert [len(batch) for batch in shared_out(range(jobs), number=2, most=16)] == sizes


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
