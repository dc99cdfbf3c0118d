"""How far the run is: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as RichBar


class Progress(Protocol):
    """What a run tells while it is on."""

    def stage(self, name: str, total: int | None = None) -> None:
        """A stage begins; `total` is how many texts it will go through, where that is known."""

    def advance(self, texts: int = 1) -> None:
        """So many texts more are done."""

    def note(self, sentence: str) -> None:
        """Something a person should know, such as a file left out."""


class Lines:
    """Plain log lines: a stage's beginning, and every tenth of it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._total: int | None = None
        self._done = 0

    def stage(self, name: str, total: int | None = None) -> None:
        """Say that a stage begins."""
        self._total, self._done = total, 0
        self.note(f"{name}" + (f": {total} texts" if total else ""))

    def advance(self, texts: int = 1) -> None:
        """Say how far it is, where a tenth more is done."""
        before, self._done = self._done, self._done + texts
        if self._total and before * 10 // self._total < self._done * 10 // self._total < 10:
            self.note(f"  {self._done} of {self._total}")

    def note(self, sentence: str) -> None:
        """Write one line."""
        self._stream.write(f"{sentence}\n")
        self._stream.flush()


@contextmanager
def progress(stream: TextIO = sys.stderr) -> Iterator[Progress]:
    """A bar where `stream` is a terminal, lines elsewhere."""
    if not stream.isatty():
        yield Lines(stream)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as RichProgress

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with RichProgress(*columns, console=Console(file=stream), transient=True) as bar:
        yield _Bar(bar)


class _Bar:
    def __init__(self, bar: "RichBar") -> None:
        self._bar = bar
        self._task = bar.add_task("", visible=False)

    def stage(self, name: str, total: int | None = None) -> None:
        self._bar.reset(self._task, total=total, description=name, visible=bool(total))

    def advance(self, texts: int = 1) -> None:
        self._bar.advance(self._task, texts)

    def note(self, sentence: str) -> None:
        self._bar.console.print(sentence, markup=False, highlight=False)
