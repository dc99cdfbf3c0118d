"""Workers: processes that read texts, each text at its own risk.

They are forked from a process that has loaded the model, so that all share it. What they send back is plain
records. A text that raises, takes too long or kills its worker costs itself alone: those that were in hand
together are read again one by one, by a new worker where the old one is gone.
"""

import ctypes
import gc
import math
import os
import signal
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe, wait
from types import TracebackType
from typing import Generic, NoReturn, Protocol, Self, TypeVar

from pipeline.errors import Reject

Job = TypeVar("Job", contravariant=True)
Half = TypeVar("Half")
Done = TypeVar("Done", covariant=True)

Task = tuple[int, Job]
"""A job and the number that it goes by."""
Batch = list[Task[Job]]
Say = Callable[[int | None, object], None]
"""How a worker speaks: (number of a job, what came of it), or (None, numbers of the jobs it takes in hand)."""


class Work(Protocol[Job, Half, Done]):
    """What is done to a job: alone at first, then together with others, which is faster."""

    def alone(self, job: Job) -> Half:
        """The first half of the work; raises `Reject`."""

    def together(self, halves: Sequence[Half]) -> Iterator[Done]:
        """The second half, one result for each, in order, the same whatever stands beside it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job gave nothing: `reason` and `detail` of a reject. One that is `lasting` would fail so again."""

    reason: str
    detail: str
    lasting: bool
    traceback: str = ""


@dataclass(eq=False, slots=True)
class _Worker(Generic[Job]):
    """What the parent knows of a worker: its open jobs, which of them it has in hand, when it last spoke."""

    process: int
    connection: Connection
    pending: dict[int, Job] = field(default_factory=dict)
    in_hand: tuple[int, ...] = ()
    last_batch: int = 1
    heard_at: float = 0.0

    def wants_more(self) -> bool:
        """It has given the first result of all that it has: the next batch waits while it does the rest."""
        return len(self.pending) < self.last_batch

    def take(self, batch: Batch[Job]) -> None:
        """Get a batch to do."""
        if not self.pending:
            self.heard_at = time.monotonic()
        self.pending |= dict(batch)
        self.last_batch = len(batch)
        with suppress(OSError):  # it is dead, which shows when it is listened to
            self.connection.send(batch)

    def suspects(self) -> Batch[Job]:
        """The open jobs that it may have died of."""
        return [(number, job) for number, job in self.pending.items() if number in self.in_hand or not self.in_hand]

    def end(self) -> str:
        """Kill it, and say what had killed it before."""
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        _, status = os.waitpid(self.process, 0)
        self.connection.close()
        return f" ({signal.Signals(os.WTERMSIG(status)).name})" if os.WIFSIGNALED(status) else ""


class Workers(Generic[Job, Half, Done]):
    """`number` processes that do `work`; a silence of more than `seconds` is the end of a text."""

    def __init__(self, work: Work[Job, Half, Done], number: int, seconds: float) -> None:
        self._work = work
        self._seconds = seconds
        self._waiting: deque[Batch[Job]] = deque()
        gc.collect()
        gc.freeze()  # the workers' collector leaves alone what they share with us, so that it stays shared
        self._all: list[_Worker[Job]] = []
        for _ in range(number):
            self._all.append(_forked(work))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in self._all:
            worker.end()
        gc.unfreeze()

    def do(self, batches: Sequence[Sequence[Job]]) -> Iterator[tuple[Job, Done | Failure]]:
        """The result of each job, in any order."""
        numbered = enumerate(job for batch in batches for job in batch)
        self._waiting.extend([next(numbered) for _ in batch] for batch in batches)
        while self._waiting or any(worker.pending for worker in self._all):
            self._hand_out()
            for worker in self._speaking():
                yield from self._heard(worker)
            for worker in self._silent():
                yield from self._lost(worker, "timeout", f"not done after {self._seconds:g} seconds")

    def _hand_out(self) -> None:
        for worker in self._all:
            if self._waiting and worker.wants_more():
                worker.take(self._waiting.popleft())

    def _speaking(self) -> list[_Worker[Job]]:
        ready = wait([worker.connection for worker in self._all if worker.pending], timeout=min(self._seconds / 4, 1.0))
        return [worker for worker in self._all if worker.connection in ready]

    def _silent(self) -> list[_Worker[Job]]:
        since = time.monotonic() - self._seconds
        return [w for w in self._all if w.pending and w.heard_at < since and not w.connection.poll()]

    def _heard(self, worker: _Worker[Job]) -> Iterator[tuple[Job, Done | Failure]]:
        try:
            number, said = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._lost(worker, "failed", "the process that read it died")
            return
        worker.heard_at = time.monotonic()
        if number is None:
            worker.in_hand = said
        else:
            yield worker.pending.pop(number), said

    def _lost(self, worker: _Worker[Job], reason: str, detail: str) -> Iterator[tuple[Job, Done | Failure]]:
        """Replace a worker; if it had one text in hand, that was the one, else each is tried alone."""
        killed_by = worker.end()
        self._all[self._all.index(worker)] = _forked(self._work)
        suspects = worker.suspects()
        if rest := [task for task in worker.pending.items() if task not in suspects]:
            self._waiting.appendleft(rest)
        if len(suspects) > 1:
            self._waiting.extendleft([task] for task in reversed(suspects))
            return
        detail += killed_by if reason == "failed" else ""
        yield from ((job, Failure(reason, detail, lasting=False)) for _, job in suspects)


def shared_out(jobs: Sequence[Job], number: int, most: int) -> list[Sequence[Job]]:
    """Batches of at most `most` jobs, as even as they can be, so that `number` workers end together.

    >>> [len(batch) for batch in shared_out(range(20), number=2, most=16)]
    [10, 10]
    """
    rounds = math.ceil(len(jobs) / (most * number))
    size = max(1, math.ceil(len(jobs) / (rounds * number))) if jobs else 1
    return [jobs[at : at + size] for at in range(0, len(jobs), size)]


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """SIGTERM ends a run as Ctrl-C does: every `finally` is passed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _forked(work: Work[Job, Half, Done]) -> _Worker[Job]:
    ours, theirs = Pipe()
    process = os.fork()
    if not process:
        _serve(work, theirs)
    theirs.close()
    return _Worker(process, ours)


# What follows runs in the workers.


def _serve(work: Work[Job, Half, Done], connection: Connection) -> NoReturn:
    """Do batches until the parent is gone; leave nothing behind that was inherited."""
    try:
        _become_worker(connection.fileno())
        while True:
            for number, result in _results(work, connection.recv(), lambda *said: connection.send(said)):
                connection.send((number, result))
            gc.collect(0)  # what is left of the batch; older is what was learnt, which grows and is no garbage
    except (EOFError, OSError):
        pass  # the parent is gone
    finally:
        os._exit(0)


def _become_worker(own: int) -> None:
    """Die with the parent, leave Ctrl-C to it, and hold none of its files, above all not its lock."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG; elsewhere the pipe's end says it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()  # once a batch is enough: texts leave few cycles, and looking for them all the time costs 8 %
    os.closerange(3, own)
    os.closerange(own + 1, os.sysconf("SC_OPEN_MAX"))


def _results(work: Work[Job, Half, Done], batch: Batch[Job], say: Say) -> Iterator[tuple[int, Done | Failure]]:
    halves: list[tuple[int, Half]] = []
    for number, job in batch:
        say(None, (number,))
        try:
            halves.append((number, work.alone(job)))
        except Exception as error:
            yield number, _failure(error)
    done = 0
    say(None, tuple(number for number, _ in halves))
    try:
        for (number, _), result in zip(halves, work.together([half for _, half in halves]), strict=True):
            yield number, result
            done += 1
    except Exception as error:
        rest = halves[done:]
        if len(rest) == 1 == len(halves):
            yield rest[0][0], _failure(error)
            return
        for number, half in rest:
            say(None, (number,))
            yield from _results_alone(work, number, half)


def _results_alone(work: Work[Job, Half, Done], number: int, half: Half) -> Iterator[tuple[int, Done | Failure]]:
    try:
        (result,) = work.together([half])
    except Exception as error:
        yield number, _failure(error)
    else:
        yield number, result


def _failure(error: Exception) -> Failure:
    """The edge of a text, and the only place where a bug becomes a reject."""
    match error:
        case Reject():
            return Failure(error.reason, error.detail, lasting=error.reason != "vanished")
        case FileNotFoundError():
            return Failure("vanished", "the file went while the run was on", lasting=False)
        case OSError() | MemoryError():
            return Failure("failed", str(error) or type(error).__name__, lasting=False)
    return Failure("failed", f"{type(error).__name__}: {error}", lasting=True, traceback=traceback.format_exc())
