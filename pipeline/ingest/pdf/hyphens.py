"""Whose hyphen stands at a line end: the author's or the typesetter's?

Some typesetters, TeX with its modern fonts among them, put a glyph of their own where they cut a word. It
looks like a hyphen, but its width is one that no hyphen inside a line has. Where a document shows both,
every cut word is certain; elsewhere nothing is said, and the line end stays for `clean` to judge.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.ingest.pdf.lines import Line
from pipeline.ingest.pdf.words import Font, Word

_FEWEST = 3
"""So many of the typesetter's own hyphens are no accident."""
_MARGIN = 0.05
"""Fonts are stretched a little from line to line: widths closer than this share are one."""


@dataclass(frozen=True, slots=True)
class Hyphens:
    """The widths of the author's and of the typesetter's hyphens in each font that shows both."""

    authors: dict[Font, tuple[float, float]]
    typesetters: dict[Font, tuple[float, float]]

    @classmethod
    def of(cls, columns: Iterable[Iterable[Line]]) -> "Hyphens":
        """Measure the hyphens of a document."""
        inside: dict[Font, list[float]] = {}
        ends: dict[Font, list[float]] = {}
        for line in (line for column in columns for line in column):
            for word in line.words:
                is_end = word is line.words[-1] and _is_cut(word)
                inside.setdefault(word.font, []).extend(word.hyphens[:-1] if is_end else word.hyphens)
                if is_end:
                    ends.setdefault(word.font, []).append(word.hyphens[-1])
        authors = {font: (min(widths), max(widths)) for font, widths in inside.items() if widths}
        own = {font: [w for w in ends.get(font, []) if not _is_like(w, authors[font])] for font in authors}
        typesetters = {font: (min(widths), max(widths)) for font, widths in own.items() if len(widths) >= _FEWEST}
        known = {
            font: span for font, span in typesetters.items() if not _is_like(span[0] / 2 + span[1] / 2, authors[font])
        }
        return cls({font: authors[font] for font in known}, known)

    def line_end(self, line: Line, after: Line) -> str | None:
        """What stands for a hyphen and the line end behind it; null where nobody knows or no word is cut."""
        word = line.words[-1]
        if word.font not in self.typesetters or not _is_cut(word) or not after.text[0].isalpha():
            return None
        is_typesetters = _is_like(word.hyphens[-1], self.typesetters[word.font])
        return "" if is_typesetters else "-" if _is_like(word.hyphens[-1], self.authors[word.font]) else None


def _is_cut(word: Word) -> bool:
    return word.text.endswith("-") and word.text[-2:-1].isalpha()


def _is_like(width: float, span: tuple[float, float]) -> bool:
    return span[0] * (1 - _MARGIN) <= width <= span[1] * (1 + _MARGIN)
