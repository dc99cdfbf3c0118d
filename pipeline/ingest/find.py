"""Which files a run reads: the walk of the raw folder.

The order is that of the paths, so that a first run gives the same order of arrival everywhere. Nothing
is opened here. A link to a file inside the folder counts as a file; one to a folder doesn't, as the
folder is read at its own place.
"""

import os
import stat
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pipeline.ingest.formats import FORMATS


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file to be read: where it lies, and the `path` that the tables call it by."""

    file: Path
    path: str


@dataclass(frozen=True, slots=True)
class RejectedFile:
    """A row of the table `rejects`."""

    path: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a raw folder holds, both in order of `path`; no path stands twice."""

    files: tuple[RawFile, ...]
    rejects: tuple[RejectedFile, ...]


Fault = tuple[str, str]
"""Reason and detail of a reject."""


def find(raw: Path) -> Found:
    """Find the files of the five formats below `raw`, at any depth; other kinds are ignored."""
    root = raw.resolve()
    found = _walk(root)
    paths = _paths([file.relative_to(root).as_posix() for file, _ in found])
    rows = sorted(zip(paths, found, strict=True), key=lambda row: row[0])
    files = (RawFile(file, path) for path, (file, fault) in rows if fault is None)
    return Found(tuple(files), tuple(RejectedFile(path, *fault) for path, (_, fault) in rows if fault))


def _walk(root: Path) -> list[tuple[Path, Fault | None]]:
    """Everything below `root` that the tables must speak of, in no particular order."""
    found: list[tuple[Path, Fault | None]] = []
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(Path(entry.path))
                    else:
                        found += _judged(root, entry)
        except OSError as error:
            if folder == root:
                raise
            found.append((folder, ("failed", f"the folder can't be opened: {error.strerror}")))
    return found


def _judged(root: Path, entry: os.DirEntry[str]) -> list[tuple[Path, Fault | None]]:
    """A file or link: to be read, to be rejected, or, as another kind of file, nothing."""
    file = Path(entry.path)
    is_text = file.suffix.lower() in FORMATS
    if entry.is_symlink():
        return _linked(root, file, is_text)
    if not is_text:
        return []
    return [(file, None if entry.is_file(follow_symlinks=False) else _no_file(entry.stat().st_mode))]


def _linked(root: Path, link: Path, is_text: bool) -> list[tuple[Path, Fault | None]]:
    """A link, judged by where it ends."""
    try:
        target = link.resolve(strict=True)
        mode = target.stat().st_mode
    except (OSError, RuntimeError):
        return [(link, ("link", "the link leads nowhere"))] if is_text else []
    inside = target.is_relative_to(root)
    if stat.S_ISDIR(mode):
        where = "to a folder that is read at its own place" if inside else "out of the raw folder"
        return [(link, ("link", f"the link leads {where}"))]
    if not is_text:
        return []
    if not inside:
        return [(link, ("link", "the link leads out of the raw folder"))]
    return [(link, None if stat.S_ISREG(mode) else _no_file(mode))]


def _no_file(mode: int) -> Fault:
    kinds = {stat.S_ISFIFO: "a pipe", stat.S_ISSOCK: "a socket", stat.S_ISCHR: "a device", stat.S_ISBLK: "a device"}
    return "not_a_file", next((f"it is {kind}" for test, kind in kinds.items() if test(mode)), "it is no regular file")


def _paths(names: list[str]) -> list[str]:
    """The names as the tables call them: `/` between folders, valid Unicode, NFC.

    Where two names would become one, the one that was changed is spelled out.
    """
    paths = [_readable(name) for name in names]
    taken = Counter(paths)
    return [
        _spelled_out(name) if taken[path] > 1 and path != name else path
        for name, path in zip(names, paths, strict=True)
    ]


def _readable(name: str) -> str:
    r"""Bytes that are no UTF-8 are written out.

    >>> _readable("e\u0301t\udce9.txt")
    'ét\\xe9.txt'
    """
    return unicodedata.normalize("NFC", _escaped(name))


def _escaped(name: str) -> str:
    return "".join(f"\\x{ord(c) - 0xDC00:02x}" if "\udc80" <= c <= "\udcff" else c for c in name)


def _spelled_out(name: str) -> str:
    r"""
    >>> _spelled_out("e\u0301t\udce9.txt")
    'e\\u0301t\\udce9.txt'
    """
    return name.encode("ascii", "backslashreplace").decode()
