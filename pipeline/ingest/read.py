"""One file into its `Source`: the front door of a text."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import Reject
from pipeline.ingest.bytes import read_bytes
from pipeline.ingest.content import Content
from pipeline.ingest.formats import FORMATS
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
    content = _reader(kind)(data, settings.max_characters)
    if len(content.text) > settings.max_characters:
        raise Reject("too_long", f"{len(content.text):,} characters; {settings.max_characters:,} are allowed")
    row = metadata or MetadataRow()
    return Source(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind,
        text=content.text,
        body_start=content.body_start,
        marks=content.marks,
        title=row.title or content.title,
        published_on=row.published_on or content.published_on,
        publisher=row.publisher or content.publisher,
        url=row.url or content.url,
    )


def _max_bytes(kind: str, settings: "Ingest") -> int:
    """More bytes than this can't be a text of `max_characters`, or aren't worth the memory."""
    per_character = {"txt": 4, "md": 4, "html": 16}.get(kind)
    most = settings.max_megabytes * 1_000_000
    return min(most, per_character * settings.max_characters) if per_character else most


def _reader(kind: str) -> Callable[[bytes, int], Content]:
    """The reader of a format, imported on first use."""
    if kind in ("txt", "md"):
        from pipeline.ingest.text import read_text

        return read_text
    if kind == "html":
        from pipeline.ingest.html import read_html

        return read_html
    if kind == "docx":
        from pipeline.ingest.docx import read_docx

        return read_docx
    from pipeline.ingest.pdf import read_pdf

    return read_pdf
