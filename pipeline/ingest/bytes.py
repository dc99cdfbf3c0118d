"""The bytes of a file: no more than allowed, and of regular files only."""

import os
import stat
from pathlib import Path

from pipeline.errors import Reject


def read_bytes(file: Path, most: int) -> bytes:
    """Read a file of at most `most` bytes; raises `Reject`.

    A pipe is opened without waiting for whoever may write to it, and a file that grows while it is read
    is no exception to the limit.
    """
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as opened:
            status = os.fstat(opened.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Reject("not_a_file", "it is no regular file")
            _refuse_above(most, status.st_size)
            data = opened.read(most + 1)
    except FileNotFoundError:
        raise Reject("vanished", "the file was gone when its turn came") from None
    except OSError as error:
        raise Reject("failed", f"the file can't be read: {error.strerror}") from None
    _refuse_above(most, len(data))
    return data


def _refuse_above(most: int, size: int) -> None:
    if size > most:
        raise Reject("too_long", f"{size:,} bytes; {most:,} are read at most")
