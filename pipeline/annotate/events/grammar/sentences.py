"""Where sentences begin and end: French punctuation, abbreviations, initials and quotation marks."""

import re
from collections.abc import Iterator, Sequence

from pipeline.records import Paragraph

LONGEST = 1200
"""A sentence of more code points is cut: what has no full stop for so long is a list or a table."""

_END = re.compile(r"(?<![.!?…])[.!?…]+[\"”»)\]]*(?:\s*»)?\s+(?=[«“\"(\[—–-]?\s*[A-ZÀ-ÖØ-Þ0-9])")
_LAST_WORD = re.compile(r"[\w.]+\Z")


def split(text: str, paragraphs: Sequence[Paragraph], abbreviations: frozenset[str]) -> list[tuple[int, int, int]]:
    """Every sentence as (start, end, index of its paragraph), in order; white space around it left out.

    >>> text = "M. Diop est venu. L’O.N.U. a voté, p. ex. lundi. Fin"
    >>> [text[a:b] for a, b, _ in split(text, [Paragraph(0, len(text), "body")], frozenset({"m", "p", "ex"}))]
    ['M. Diop est venu.', 'L’O.N.U. a voté, p. ex. lundi.', 'Fin']
    """
    found = []
    for i, paragraph in enumerate(paragraphs):
        for start, end in _sentences(text, paragraph.start, paragraph.end, abbreviations):
            found += [(a, b, i) for a, b in _short(text, start, end)]
    return found


def _sentences(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text, start, end):
        if match[0].rstrip() != "." or not _is_abbreviation(
            text[max(start, match.start() - 12) : match.start()], abbreviations
        ):
            yield start, match.end()
            start = match.end()
    yield start, end


def _is_abbreviation(before: str, abbreviations: frozenset[str]) -> bool:
    """Whether a full stop behind this belongs to its last word: « M. », « p. ex. », « J. »."""
    found = _LAST_WORD.search(before)
    if not found:
        return False
    word = found[0]
    return (len(word) == 1 and word.isupper()) or word.lower() in abbreviations


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end].rstrip()
    if part:
        yield start + len(part) - len(part.lstrip()), start + len(part)
