"""The kinds of file that are read, by their suffix. A new one is a line here and its name in `pipeline/tables.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from pipeline.ingest.content import Content

Reader = Callable[[bytes, int], Content]
"""Takes a file's bytes and how many characters are allowed; raises `Reject`."""


@dataclass(frozen=True, slots=True)
class Format:
    """`name` is what `documents.format` says, `module` one of this folder, `read` its reader.

    `bytes_per_character` is how much a text of that many characters can take at most, or is worth; null where
    pictures and fonts make that no measure.
    """

    name: str
    module: str
    read: str
    bytes_per_character: int | None = None

    def reader(self) -> Reader:
        """The reader, imported on first use with the libraries that it needs."""
        found: Reader = getattr(import_module(f"pipeline.ingest.{self.module}"), self.read)
        return found


_HTML = Format("html", "html", "read_html", bytes_per_character=16)
FORMATS = {
    ".txt": Format("txt", "text", "read_text", bytes_per_character=4),
    ".md": Format("md", "text", "read_text", bytes_per_character=4),
    ".html": _HTML,
    ".htm": _HTML,
    ".pdf": Format("pdf", "pdf", "read_pdf"),
    ".docx": Format("docx", "docx", "read_docx"),
}
"""Suffix in lower case → format."""
