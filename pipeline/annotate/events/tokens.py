"""A sentence as a row of words, names and dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.records import DateMention, Mention

WORD = "word"
NAME = "name"
DATE = "date"
MARK = "mark"

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+['’]|\w+(?:-\w+)*|[^\w\s]")


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


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]`, the index of its paragraph, and its tokens in order."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    lows: tuple[str, ...] = ()

    def low(self, i: int) -> str:
        """The token's lower case; nothing beside the sentence."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def kind(self, i: int) -> str:
        """The token's kind; nothing beside the sentence."""
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def at(self, offset: int) -> int:
        """The token that holds, or follows, a place in the text."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def tokens(
    text: str, span: tuple[int, int], mentions: Sequence[tuple[int, Mention]], dates: Sequence[tuple[int, DateMention]]
) -> tuple[Token, ...]:
    """The tokens of a span; names and dates that lie inside come with their index and stay whole."""
    whole = sorted(
        [(m.start, m.end, NAME, i) for i, m in mentions] + [(d.start, d.end, DATE, i) for i, d in dates],
        key=lambda w: (w[0], -w[1]),
    )
    found: list[Token] = []
    done = span[0]
    for start, end, kind, at in whole:
        if start < done or end > span[1]:
            continue
        found += _words(text, done, start)
        found.append(Token(start, end, _low(text[start:end]), kind, at, True))
        done = end
    found += _words(text, done, span[1])
    return tuple(found)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        kind = WORD if word[0].isalnum() else MARK
        yield Token(match.start(), match.end(), _low(word), kind, -1, word[0].isupper())


def _low(word: str) -> str:
    return word.lower().replace("’", "'")
