"""A sentence as a row of words, names and dates."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from pipeline.records import DateMention, Mention

WORD = "word"
NAME = "name"
DATE = "date"
MARK = "mark"

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+'|\w+(?:-\w+)*|[^\w\s]")


class Token(NamedTuple):
    """A word, a mark, or a whole name or date; `low` is its lower case with straight apostrophes.

    `at` counts into the text's mentions or dates.
    """

    start: int
    end: int
    low: str
    kind: str
    at: int = -1
    capital: bool = False


@dataclass(frozen=True)
class Sentence:
    """`text[start:end]`, the index of its paragraph, and its tokens in order.

    `names` and `dates` are the tokens that are one; `lows` what each token is in lower case.
    """

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    names: tuple[int, ...]
    dates: tuple[int, ...]

    def low(self, i: int) -> str:
        """The token's lower case; nothing beside the sentence."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def kind(self, i: int) -> str:
        """The token's kind; nothing beside the sentence."""
        return self.tokens[i].kind if 0 <= i < len(self.lows) else ""

    def at(self, offset: int) -> int:
        """The token that holds, or follows, a place in the text."""
        return bisect_right(self._ends, offset)

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]


def lowered(text: str) -> str:
    """The text in lower case with straight apostrophes, letter for letter: offsets hold in both.

    >>> lowered("L’ÎLE"), len(lowered("İzmir"))
    ("l'île", 5)
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("’", "'")


def sentence(
    text: str,
    low: str,
    span: tuple[int, int, int],
    mentions: Sequence[tuple[int, Mention]],
    dates: Sequence[tuple[int, DateMention]],
) -> Sentence:
    """The sentence at a span; names and dates that lie inside come with their index and stay whole."""
    start, end, paragraph = span
    whole = [(m.start, -m.end, NAME, i) for i, m in mentions] + [(d.start, -d.end, DATE, i) for i, d in dates]
    found: list[Token] = []
    done = start
    at: dict[str, list[int]] = {NAME: [], DATE: []}
    for first, last, kind, i in sorted(whole, key=itemgetter(0, 1)):
        if first < done or -last > end:
            continue
        _add_words(found, text, low, done, first)
        at[kind].append(len(found))
        found.append(Token(first, -last, low[first:-last], kind, i, True))
        done = -last
    _add_words(found, text, low, done, end)
    lows = tuple([token[2] for token in found])
    return Sentence(start, end, paragraph, tuple(found), lows, tuple(at[NAME]), tuple(at[DATE]))


def _add_words(found: list[Token], text: str, low: str, start: int, end: int) -> None:
    for match in _TOKEN.finditer(low, start, end):
        first, last = match.span()
        word = match[0]
        kind = WORD if word[0].isalnum() else MARK
        found.append(_token(Token, (first, last, word, kind, -1, text[first] != low[first] and word[0] != "'")))


_token = tuple.__new__  # what Token(…) does, at half its cost: the innermost loop of the room
