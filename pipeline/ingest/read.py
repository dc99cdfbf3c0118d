"""One file into its `Source`: the front door of a text."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import Reject
from pipeline.ingest.bytes import read_bytes
from pipeline.ingest.formats import FORMATS, Format
from pipeline.ingest.metadata import MetadataRow
from pipeline.records import Source

if TYPE_CHECKING:
    from pipeline.settings import Ingest

__all__ = ["FORMATS", "read"]


def read(file: Path, path: str, metadata: MetadataRow | None, settings: "Ingest") -> Source:
    """Read one file; raises `Reject`.

    What `metadata` says of title, date, publisher and URL outranks what the file itself says.
    """
    kind = FORMATS[file.suffix.lower()]
    data = read_bytes(file, _max_bytes(kind, settings))
    if not data:
        raise Reject("empty", "the file has no bytes")
    content = kind.reader()(data, settings.max_characters)
    if len(content.text) > settings.max_characters:
        raise Reject("too_long", f"{len(content.text):,} characters; {settings.max_characters:,} are allowed")
    row = metadata or MetadataRow()
    return Source(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind.name,
        text=content.text,
        body_start=content.body_start,
        marks=content.marks,
        title=row.title or content.title,
        published_on=row.published_on or content.published_on,
        publisher=row.publisher or content.publisher,
        url=row.url or content.url,
    )


def _max_bytes(kind: Format, settings: "Ingest") -> int:
    """More bytes than this can't be a text of `max_characters`, or aren't worth the memory."""
    most = settings.max_megabytes * 1_000_000
    per_character = kind.bytes_per_character
    return min(most, per_character * settings.max_characters) if per_character else most
