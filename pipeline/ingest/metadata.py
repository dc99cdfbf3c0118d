"""`metadata.csv` beside the texts, in any folder: title, date, publisher and URL of each."""

import csv
import io
import logging
import os
import unicodedata
from pathlib import Path, PurePosixPath

from pipeline.errors import Reject
from pipeline.ingest.bytes import read_bytes
from pipeline.ingest.encoding import decode
from pipeline.ingest.fields import MetadataRow, meaning, row

__all__ = ["MetadataRow", "read_metadata", "row_of"]

NAME = "metadata.csv"
_LONGEST = 100_000_000
_log = logging.getLogger(__name__)


def read_metadata(raw: Path) -> dict[str, MetadataRow]:
    """What all `metadata.csv` below `raw` say, by the `path` of the text.

    A file is named relative to the folder of its `metadata.csv`. A deeper one outranks a higher one, and
    of one file's rows the first counts. One that can't be read is logged and left out.
    """
    rows: dict[str, MetadataRow] = {}
    for folder, folders, files in os.walk(raw):
        folders.sort()
        if NAME in files and not Path(folder, NAME).is_symlink():
            rows.update(_read(Path(folder, NAME), Path(folder).relative_to(raw).as_posix()))
    return rows


def row_of(file: Path) -> MetadataRow | None:
    """What the `metadata.csv` nearest to a text says of it: beside it, or in a folder that holds its folder.

    For a text that is looked at alone; what the raw folder of a run would be is not known then.
    """
    file = Path(os.path.abspath(file))  # noqa: PTH100 - links are not followed, as in a run
    for folder in file.parents:
        table = folder / NAME
        if table.is_file() and not table.is_symlink():
            name = unicodedata.normalize("NFC", file.relative_to(folder).as_posix())
            if name in (rows := _read(table, ".")):
                return rows[name]
    return None


def _read(file: Path, folder: str) -> dict[str, MetadataRow]:
    try:
        text = decode(read_bytes(file, _LONGEST))
        return _rows(text, folder)
    except (Reject, csv.Error) as error:
        _log.warning("%s is left out: %s", file, error)
        return {}


def _rows(text: str, folder: str) -> dict[str, MetadataRow]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    columns = [meaning(name) for name in next(lines, [])]
    found: dict[str, MetadataRow] = {}
    for line in lines:
        pairs = [(column, value) for column, value in zip(columns, line, strict=False) if column]
        name = next((value for column, value in pairs if column == "file" and value.strip()), None)
        if name:
            found.setdefault(_path(folder, name.strip()), row(pairs))
    return found


def _delimiter(text: str) -> str:
    r"""
    >>> _delimiter("fichier;titre\na;b, c, d")
    ';'
    """
    header = text.lstrip().partition("\n")[0]
    return max(",;\t", key=header.count)


def _path(folder: str, name: str) -> str:
    r"""
    >>> _path("2015", "mars\\visite.txt"), _path(".", "./visite.txt")
    ('2015/mars/visite.txt', 'visite.txt')
    """
    inside = PurePosixPath(folder, name.replace("\\", "/"))
    return unicodedata.normalize("NFC", os.path.normpath(inside.as_posix()))
