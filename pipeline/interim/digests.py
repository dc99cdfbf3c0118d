"""SHA-256 of files; one that still looks as it did is not read again."""

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

COARSEST_CLOCK_NS = 2_000_000_000
"""A file changed so shortly before it was hashed may change again without looking otherwise."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What tells an untouched file without opening it."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


def looks(file: Path) -> Looks:
    """How a file looks now."""
    status = file.stat()
    return Looks(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


class Digests:
    """The digests of the last run; `seen` gathers those of this one."""

    def __init__(self, last: dict[str, tuple[Looks, str]]) -> None:
        self._last = last
        self.seen: dict[str, tuple[Looks, str]] = {}

    def of(self, file: Path, path: str) -> str:
        """SHA-256 of a file that is known as `path`; raises `OSError`."""
        now = looks(file)
        before = self._last.get(path)
        if before is not None and before[0] == now:
            self.seen[path] = before
            return before[1]
        digest = sha256_of(file)
        if max(now.mtime_ns, now.ctime_ns) + COARSEST_CLOCK_NS < time.time_ns():
            self.seen[path] = now, digest
        return digest

    def changed(self) -> bool:
        """Whether there is anything to remember that wasn't known."""
        return self.seen != self._last


def sha256_of(file: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
