"""The little language that rules are written in.

`word` stands for itself, `{slot}` for whatever makes that slot, `[x y]` may be missing, `(x|y z)` is one
of them. What is written without a space between must stand so: `{day}/{month_number}`.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from pipeline.annotate.dates.tokens import TOKEN, fold

_PIECE = re.compile(r"\s+|\{\w+\}|[\[\](|)]|\\[()]|(?:(?![\s\[\](|){}\\]).)+")


class Step(NamedTuple):
    """One thing that must come next: a folded word, or a slot; `glued` where no space may come before it."""

    name: str
    is_slot: bool
    glued: bool


Sequence = tuple[Step, ...]


def expand(pattern: str) -> tuple[Sequence, ...]:
    """Every sequence of steps that a pattern allows, without repetition.

    >>> [" ".join(step.name for step in steps) for steps in expand("[le] {day} (mai|juin)")]
    ['day mai', 'day juin', 'le day mai', 'le day juin']
    """
    pieces = [m[0] for m in _PIECE.finditer(pattern)]
    if "".join(pieces) != pattern:
        raise ValueError(f"{pattern!r} is no pattern")
    found, rest = _alternatives(pieces, 0)
    if rest != len(pieces):
        raise ValueError(f"{pattern!r}: a bracket is closed that was not opened")
    if not all(found):
        raise ValueError(f"{pattern!r} matches nothing at all")
    return tuple(dict.fromkeys(_free_first(steps) for steps in found))


def _free_first(steps: Sequence) -> Sequence:
    return (steps[0]._replace(glued=False), *steps[1:])


def _alternatives(pieces: list[str], at: int) -> tuple[list[Sequence], int]:
    found: list[Sequence] = []
    parts: list[list[Sequence]] = []
    spaced = True
    while at < len(pieces) and pieces[at] not in ")]":
        piece = pieces[at]
        if piece == "|":
            found += _joined(parts)
            parts, spaced = [], True
        elif piece.isspace():
            spaced = True
        elif piece in "[(":
            inner, at = _alternatives(pieces, at + 1)
            if at >= len(pieces):
                raise ValueError(f"a bracket is not closed in {''.join(pieces)!r}")
            parts.append([()] * (piece == "[") + [_with_gap(steps, spaced) for steps in inner])
            spaced = False
        else:
            parts.append([tuple(_steps(form, spaced)) for form in _spellings(piece)])
            spaced = False
        at += 1
    return found + _joined(parts), at


def _joined(parts: list[list[Sequence]]) -> list[Sequence]:
    return [tuple(step for part in choice for step in part) for choice in product(*parts)]


def _with_gap(steps: Sequence, spaced: bool) -> Sequence:
    return (steps[0]._replace(glued=not spaced), *steps[1:]) if steps else steps


def _spellings(piece: str) -> tuple[str, ...]:
    """« après-demain » is also written « après demain »."""
    return (piece, piece.replace("-", " ")) if re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)+", piece) else (piece,)


def _steps(piece: str, spaced: bool) -> Iterator[Step]:
    """A word with an apostrophe is several steps, between which a space may slip in."""
    if piece.startswith("{"):
        yield Step(piece[1:-1], True, not spaced)
        return
    words = [fold(m[0]) for m in TOKEN.finditer(piece.removeprefix("\\"))]
    lettered = any(word.isalpha() for word in words)
    for i, word in enumerate(words):
        yield Step(word, False, not spaced if i == 0 else not lettered)
