"""Words, numbers and signs, compared without case and accents."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import accumulate, compress
from typing import NamedTuple

TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|[^\w\s]")
_PIECE = re.compile(r"[0-9]+|[^\W\d_]+|[^\S\n]|\n|[\W\d_]")
"""As `TOKEN`, with all that lies between: pieces laid end to end are the text."""
_SAME = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "œ": "oe"})
_TO = ("à", "À", "A")
_SPACE = " "
_BREAK = "\n"
_WIDEST_GAP = 4
_FARTHEST_LEFT, _FARTHEST_RIGHT = 100, 800
"""No island reaches farther from its first trigger: what is longer is no prose, and is read in stretches."""
_REMEMBERED = 50_000
_LONGEST_WORD = 40


def fold(word: str) -> str:
    """Case, accents and typography off; but « à » stays apart from « a », and « A » is taken for it.

    >>> fold("Février"), fold("ᵉʳ"), fold("’")
    ('fevrier', 'er', "'")
    """
    if word in _TO:
        return "à"
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_SAME))
    return plain if plain.isascii() else "".join(c for c in plain if not unicodedata.combining(c))


class Token(NamedTuple):
    """A word, number or sign: `form` is folded; `glued` where nothing parts it from the one before."""

    form: str
    start: int
    end: int
    glued: bool


@dataclass(frozen=True, slots=True)
class Island:
    """Neighbouring tokens that rules know of, with a word among them that can make a date."""

    tokens: tuple[Token, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The tokens' forms: with `glued`, all that the grammar looks at."""
        return tuple(token.form for token in self.tokens)

    @property
    def glued(self) -> tuple[bool, ...]:
        """Which tokens follow the one before without a space."""
        return tuple(token.glued for token in self.tokens)


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
    """Takes out of a text the few places that the grammar has to look at."""

    def __init__(self, words: Collection[str], triggers: Collection[str]) -> None:
        self._words, self._triggers = words, triggers
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
                first, done = _shore(forms, hit, done)
                yield Island(tuple(_tokens(forms, ends, first, done)))


def _shore(forms: list[str], hit: int, done: int) -> tuple[int, int]:
    """How far to the left and to the right known words go on."""
    first = last = at = hit
    gap = 0
    while at > max(done, hit - _FARTHEST_LEFT) and (form := forms[at - 1]):
        at -= 1
        gap = gap + 1 + (form == _BREAK) if form in (_SPACE, _BREAK) else 0
        if gap >= _WIDEST_GAP:
            break
        if not gap:
            first = at
    at, gap, end = hit, 0, min(len(forms), hit + _FARTHEST_RIGHT)
    while at + 1 < end and (form := forms[at + 1]):
        at += 1
        gap = gap + 1 + (form == _BREAK) if form in (_SPACE, _BREAK) else 0
        if gap >= _WIDEST_GAP:
            break
        if not gap:
            last = at
    return first, last + 1


def _tokens(forms: list[str], ends: list[int], first: int, last: int) -> Iterator[Token]:
    glued = False
    for at in range(first, last):
        form = forms[at]
        if form in (_SPACE, _BREAK):
            glued = False
        else:
            yield Token(form, ends[at - 1] if at else 0, ends[at], glued)
            glued = True
