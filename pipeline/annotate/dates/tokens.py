"""Words, numbers and signs, compared without case and accents."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|[^\w\s]")
_PIECE = re.compile(r"[0-9]+|[^\W\d_]+|[^\S\n]|\n|[\W\d_]")
"""As `TOKEN`, with all that lies between: pieces laid end to end are the text."""
_SAME = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "œ": "oe"})
_TO = ("à", "À", "A")
_SPACE = " "
_BREAK = "\n"
_BETWEEN = {_SPACE: 1, _BREAK: 2}
"""What parts words, and how wide a gap it makes."""
_WIDEST_GAP = 4
_FARTHEST_LEFT, _FARTHEST_RIGHT = 100, 800
"""No island reaches farther from its first trigger: what is longer is no prose, and is read in stretches."""
_REMEMBERED = 50_000
_LONGEST_WORD = 40
_YEAR = 4
"""So many figures alone may be a year; fewer are no date by themselves."""


def fold(word: str) -> str:
    """Case, accents and typography off; but « à » stays apart from « a », and « A » is taken for it.

    >>> fold("Février"), fold("ᵉʳ"), fold("’")
    ('fevrier', 'er', "'")
    """
    if word in _TO:
        return "à"
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_SAME))
    return plain if plain.isascii() else "".join(c for c in plain if not unicodedata.combining(c))


class Island(NamedTuple):
    """Neighbouring tokens that rules know of, with a word among them that can make a date.

    `forms` are folded, `glued` tells which follow the one before without a space: with these two, the grammar has
    all that it looks at.
    """

    forms: tuple[str, ...]
    glued: tuple[bool, ...]
    starts: list[int]
    ends: list[int]


class _Forms(dict[str, str]):
    """Piece → its form; `_SPACE` and `_BREAK` for what parts words, nothing for a word that no rule knows."""

    def __init__(self, words: Collection[str], triggers: Collection[str]) -> None:
        super().__init__()
        self._words = words
        self.triggers = set(triggers)

    def __missing__(self, piece: str) -> str:
        form = self[piece] = self._form(piece)
        return form

    def _form(self, piece: str) -> str:
        if piece == "\n":
            return _BREAK
        if piece.isspace():
            return _SPACE
        if piece[0] in "0123456789":
            self.triggers.add(piece)
            return piece
        form = fold(piece) if len(piece) < _LONGEST_WORD else ""
        return form if form in self._words else ""


class Scanner:
    """Takes out of a text the few places that the grammar has to look at.

    An expression begins with one of the words `first` and ends with one of `last`, or with a figure; what stands
    around them is cut off, so that the grammar sees the same few tokens again and again.
    """

    def __init__(
        self,
        words: Collection[str],
        triggers: Collection[str],
        first: Collection[str],
        last: Collection[str],
        neighbours: Mapping[tuple[str, str], bool],
    ) -> None:
        self._words, self._triggers = words, triggers
        self._first, self._last = frozenset(first), frozenset(last)
        self._neighbours = neighbours
        self._forms = _Forms(words, triggers)

    def islands(self, text: str) -> Iterator[Island]:
        """The islands of a text in order; an unknown word or a paragraph's end parts them."""
        if len(self._forms) > _REMEMBERED:
            self._forms = _Forms(self._words, self._triggers)
        pieces = _PIECE.findall(text)
        forms = list(map(self._forms.__getitem__, pieces))
        hits = list(compress(range(len(forms)), map(self._forms.triggers.__contains__, forms)))
        if not hits:
            return
        ends = list(accumulate(map(len, pieces)))
        done = 0
        for hit in hits:
            if hit >= done:
                first, done = _shore(forms, hit, done, self._neighbours)
                island = self._island(forms, ends, first, done)
                if island is not None:
                    yield island

    def _island(self, forms: list[str], ends: list[int], first: int, last: int) -> Island | None:
        """The tokens from one piece to another, without what no expression begins or ends with."""
        while first < last and not (forms[first] in self._first or forms[first].isdecimal()):
            first += 1
        while first < last and not (forms[last - 1] in self._last or forms[last - 1].isdecimal()):
            last -= 1
        if last - first > 1 and forms[last - 1] == "." and forms[last - 2].isdecimal():
            last -= 1  # a dot shortens words, not figures
        if last - first <= 1 and (first == last or (forms[first] not in self._last and len(forms[first]) < _YEAR)):
            return None
        row = [at for at in range(first, last) if forms[at] not in _BETWEEN]
        glued = (False, *(here == before + 1 for before, here in pairwise(row)))
        starts = [ends[at - 1] if at else 0 for at in row]
        return Island(tuple([forms[at] for at in row]), glued, starts, [ends[at] for at in row])


def _shore(forms: list[str], hit: int, done: int, neighbours: Mapping[tuple[str, str], bool]) -> tuple[int, int]:
    """How far to the left and to the right known words go on that can stand side by side."""
    first, at, gap, stop = hit, hit, 0, max(done, hit - _FARTHEST_LEFT)
    while at > stop and (form := forms[at - 1]):
        at -= 1
        if form in _BETWEEN:
            gap += _BETWEEN[form]
            if gap >= _WIDEST_GAP:
                break
        elif neighbours[form, forms[first]]:
            first, gap = at, 0
        else:
            break
    last, at, gap, stop = hit, hit + 1, 0, min(len(forms), hit + _FARTHEST_RIGHT)
    while at < stop and (form := forms[at]):
        if form in _BETWEEN:
            gap += _BETWEEN[form]
            if gap >= _WIDEST_GAP:
                break
        elif neighbours[forms[last], form]:
            last, gap = at, 0
        else:
            break
        at += 1
    return first, last + 1
