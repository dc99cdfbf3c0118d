"""The two errors that are meant for people; everything else is a bug and flies.

A third ending, the machine's own failure (`OSError`), needs no class: `cli` turns it into one
sentence and exit code 1.
"""

from collections.abc import Iterable

REASONS = (
    "empty",
    "binary",
    "undecodable",
    "damaged",
    "encrypted",
    "no_text",
    "too_long",
    "link",
    "not_a_file",
    "vanished",
    "failed",
    "timeout",
)


class Reject(Exception):
    """A file that can't be used: it costs one row in `rejects`, never the run.

    `reason` is one of `REASONS`, `detail` a sentence for the person who will look at the file.
    """

    def __init__(self, reason: str, detail: str) -> None:
        if reason not in REASONS:
            raise ValueError(f"unknown reason {reason!r}; known are {', '.join(REASONS)}")
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}"


class ConfigError(Exception):
    """Settings, rules or folders that can't be used: exit code 2.

    `problems` holds one sentence each, with the file, the key, what stands there and what may.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(self.problems)


class RunError(Exception):
    """The run can't go on though its settings are right (another run is on, the model is missing): exit code 1."""
