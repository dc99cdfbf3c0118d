"""A folder of new tables takes the place of the old one in a single step.

The new set is written into a folder beside, `.NAME.new`; then the kernel exchanges the two. Where it can't
(another system, another file system, a mount point), the set is written into a folder inside, a mark says that
it is whole, and its files are moved one by one; the mark makes the next run finish what was begun.
Whatever else lies in the old folder is moved along.
"""

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.tables import TABLES

FILES = frozenset(f"{table.name}.parquet" for table in TABLES)
WHOLE = "whole"
"""The journal: where this file stands in the folder inside, its tables are to be moved in."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_IMPOSSIBLE = (errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EBUSY, errno.ENOTSUP, errno.EPERM, errno.EACCES)


@contextmanager
def moved_in(processed: Path) -> Iterator[Path]:
    """An empty folder whose files stand in `processed` once they are all written; where that fails, none does."""
    processed.mkdir(parents=True, exist_ok=True)
    processed = processed.resolve()
    recover(processed)
    folder = _folder(processed)
    try:
        yield folder
        _flush(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if folder.parent == processed or not _exchanged(folder, processed):
        folder = _inside(folder, processed)
        (folder / WHOLE).touch()
        _flush(folder)
    recover(processed)


def recover(processed: Path) -> None:
    """Finish, or undo, what a run that was cut off had begun; what it leaves is a whole set of tables."""
    beside, inside = _beside(processed), processed / _beside(processed).name
    if (inside / WHOLE).exists():
        _move(inside, processed, sorted(FILES))
        (inside / WHOLE).unlink()
    for folder in (inside, beside):
        if folder.is_dir():
            _move(folder, processed, sorted(file.name for file in folder.iterdir() if file.name not in FILES))
            shutil.rmtree(folder)
            _flush(folder.parent)


def _beside(processed: Path) -> Path:
    return processed.with_name(f".{processed.name}.new")


def _folder(processed: Path) -> Path:
    """The folder for the new set: beside, or inside where nothing can be made beside."""
    for folder in (_beside(processed), processed / _beside(processed).name):
        with suppress(PermissionError):
            folder.mkdir()
            folder.chmod(processed.stat().st_mode & 0o7777)
            return folder
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(processed))


def _exchanged(new: Path, old: Path) -> bool:
    """Let two folders change places; false where that is impossible here."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    if rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), _RENAME_EXCHANGE):
        if ctypes.get_errno() in _IMPOSSIBLE:
            return False
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(old))
    _flush(old.parent)
    return True


def _inside(folder: Path, processed: Path) -> Path:
    """The new set inside `processed`, so that its files can be renamed into place."""
    inside = processed / folder.name
    if folder != inside:
        shutil.move(folder, inside)
        for file in inside.iterdir():
            _flush(file)
    return inside


def _move(source: Path, target: Path, names: list[str]) -> None:
    """Tables replace; what is a user's own never does."""
    for name in names:
        if name in FILES or not os.path.lexists(target / name):
            with suppress(FileNotFoundError):
                (source / name).replace(target / name)
    _flush(target)


def _flush(path: Path) -> None:
    """Have it on disk: a file's bytes, or a folder's entries."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
