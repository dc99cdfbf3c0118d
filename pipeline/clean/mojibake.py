"""Text decoded by the wrong table (« franÃ§ais »), mended by ftfy and aligned run by run.

Mending changes characters beyond ASCII only, so what is ASCII stays where it stood and what lies between
two such stretches stands for what lay there before.
"""

import re
from functools import lru_cache
from itertools import zip_longest

from pipeline.aligned import AlignedText, Edit

_SUSPECT = re.compile(r"[ÃÂâÅÐÑÎÏÄÆ√][\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122 ©¬®]")
_LINE = re.compile(r"[^\r\n\f]+")
_RUNS = re.compile(r"([^\x00-\x7f]+)")
_LONGEST = 100_000
"""A line longer than this is taken in pieces, so that one odd file costs no more than its length."""


def mend_mojibake(text: AlignedText) -> AlignedText:
    """Mend the lines that ftfy is sure about; the others stay as they are.

    >>> str(mend_mojibake(AlignedText.of("l’hÃ´tel de ville")))
    'l’hôtel de ville'
    """
    if not _SUSPECT.search(str(text)):
        return text
    return text.replace([edit for match in _LINE.finditer(str(text)) for edit in _edits(match[0], match.start())])


def _edits(line: str, at: int) -> list[Edit]:
    if not _SUSPECT.search(line):
        return []
    edits: list[Edit] = []
    for start in range(0, len(line), _LONGEST):
        piece = line[start : start + _LONGEST]
        edits += _aligned(_RUNS.split(piece), _RUNS.split(_fixed(piece)), at + start)
    return edits


@lru_cache(maxsize=64)
def _fixed(line: str) -> str:
    from ftfy import fix_encoding

    fixed: str = fix_encoding(line)
    return fixed


def _aligned(old: list[str], new: list[str], at: int) -> list[Edit]:
    """Edits that turn one list of runs (ASCII and other, by turns) into the other."""
    if old[::2] != new[::2]:  # a space was the second half of an « à »
        new = [_fixed(run) if i % 2 else run for i, run in enumerate(old)]
    edits: list[Edit] = []
    for before, after in zip_longest(old, new, fillvalue=""):
        if before != after:
            edits += _letter_by_letter(before, after, at)
        at += len(before)
    return edits


def _letter_by_letter(before: str, after: str, at: int) -> list[Edit]:
    """One edit for each letter where the old run holds a character for each of its bytes."""
    sizes = [len(letter.encode("utf-8", "replace")) for letter in after]
    if sum(sizes) != len(before):
        return [(at, at + len(before), after)]
    edits: list[Edit] = []
    for letter, size in zip(after, sizes, strict=True):
        edits.append((at, at + size, letter))
        at += size
    return edits
