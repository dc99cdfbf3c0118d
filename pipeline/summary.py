"""What a run tells: how far it is, and what came of it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pipeline.progress import Progress


@dataclass(frozen=True, slots=True)
class Counts:
    """Files of this run: new ones, ones known from an earlier run, and among both those that were left out."""

    read: int
    reused: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a run: `rows` by table, `seconds` by stage; `changed` unless the tables stood already."""

    counts: Counts
    rows: dict[str, int]
    seconds: dict[str, float]
    changed: bool

    def lines(self) -> Iterator[str]:
        """The same for a person."""
        counts, rows = self.counts, self.rows
        yield f"{rows['documents']} texts: {counts.read} read, {counts.reused} reused, {counts.rejected} rejected"
        yield ", ".join(f"{rows[name]} {name}" for name in ("people", "organisations", "places", "events", "dates"))
        if not self.changed:
            yield "nothing has changed: the tables stand"
        yield "seconds: " + ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in self.seconds.items())


class Stages:
    """The stages of a run, told to `progress` and timed."""

    def __init__(self, progress: Progress | None) -> None:
        self.progress: Progress = progress or Silent()
        self.seconds: dict[str, float] = {}

    @contextmanager
    def on(self, name: str, total: int | None = None) -> Iterator[None]:
        """A stage, which goes through `total` texts."""
        self.progress.stage(name, total)
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start


class Silent:
    """Tells nobody."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Nothing."""

    def advance(self, texts: int = 1) -> None:
        """Nothing."""

    def note(self, sentence: str) -> None:
        """Nothing."""
