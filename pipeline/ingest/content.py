"""What a format's reader takes out of a file, and the hand that puts it together."""

from dataclasses import dataclass, field
from datetime import date

from pipeline.records import Mark


@dataclass(frozen=True, slots=True)
class Content:
    """What one file holds: the fields of `Source` that come from its bytes."""

    text: str
    marks: tuple[Mark, ...] = ()
    body_start: int = 0
    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Writer:
    r"""Puts blocks one below the other, a blank line between them, and marks them.

    >>> writer = Writer()
    >>> writer.add("Visites", "heading")
    >>> writer.add("Le ministre s'est rendu à Oran.")
    >>> writer.text, writer.marks
    ("Visites\n\nLe ministre s'est rendu à Oran.", [Mark(start=0, end=7, kind='heading')])
    """

    marks: list[Mark] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    def add(self, block: str, kind: str | None = None, separator: str = "\n\n") -> None:
        """Add a block, marked as `kind`, behind a separator; blank blocks are left out."""
        if not block.strip():
            return
        if self._pieces:
            self._put(separator)
        if kind:
            self.marks.append(Mark(self._length, self._length + len(block), kind))
        self._put(block)

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    @property
    def text(self) -> str:
        """All that was added."""
        return "".join(self._pieces)


def tidy(value: str | None) -> str | None:
    """A metadata value on one line, or null where nothing is in it.

    >>> tidy("  Visite à\\n Oran "), tidy(" ")
    ('Visite à Oran', None)
    """
    return (" ".join(value.split()) or None) if value else None
