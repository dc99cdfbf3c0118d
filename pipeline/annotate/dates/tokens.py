"""Words, numbers and signs, compared without case and accents."""

import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import NamedTuple

TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|[^\w\s]")
_SAME = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "œ": "oe"})
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|\f")
_REMEMBERED = 50_000
_LONGEST_WORD = 40


def fold(word: str) -> str:
    """Case, accents and typography off.

    >>> fold("Février"), fold("ᵉʳ"), fold("’")
    ('fevrier', 'er', "'")
    """
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


class Scanner:
    """Takes out of a text the few places that the grammar has to look at."""

    def __init__(self, words: Container[str], triggers: Container[str]) -> None:
        self._words = words
        self._triggers = triggers
        self._known: dict[str, str] = {}

    def islands(self, text: str) -> Iterator[Island]:
        """The islands of a text in order; a paragraph's end parts them."""
        tokens: list[Token] = []
        known, promising, last = self._known, False, -1
        for match in TOKEN.finditer(text):
            word = match[0]
            form = known.get(word)
            if form is None:
                form = self._look_up(word)
            start = match.start()
            if tokens and (not form or (start > last and not _is_space(text, last, start))):
                if promising:
                    yield Island(tuple(tokens))
                tokens, promising = [], False
            if form:
                end = match.end()
                tokens.append(Token(form, start, end, start == last))
                promising = promising or form[0] in "0123456789" or form in self._triggers
                last = end
        if promising:
            yield Island(tuple(tokens))

    def _look_up(self, word: str) -> str:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        form = fold(word) if len(word) < _LONGEST_WORD else ""
        form = form if form[:1].isdecimal() or form in self._words else ""
        self._known[word] = form
        return form


def _is_space(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return gap == " " or (not gap.strip() and not _PARAGRAPH.search(gap))
