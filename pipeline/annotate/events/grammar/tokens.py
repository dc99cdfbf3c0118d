"""A sentence as a row of words, names and dates."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from pipeline.records import DateMention, Mention

WORD = "word"
NAME = "name"
DATE = "date"
MARK = "mark"

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|\w+'|\w+(?:-\w+)*|[^\w\s]")


class Sentence(NamedTuple):
    """`text[start:end]`, the index of its paragraph, and what it is made of: words, marks, whole names and dates.

    Token i is `text[starts[i]:ends[i]]`, of the kind `kinds[i]`; `lows[i]` is its lower case with straight
    apostrophes. `names` and `dates` are the tokens that are one; `refs` says which of the text's mentions or dates.
    Columns, not a row of objects: most tokens are asked for nothing but their lower case.
    """

    text: str
    start: int
    end: int
    paragraph: int
    lows: tuple[str, ...]
    kinds: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: tuple[int, ...]
    dates: tuple[int, ...]
    refs: Mapping[int, int]

    def low(self, i: int) -> str:
        """The token's lower case; nothing beside the sentence."""
        try:
            return self.lows[i] if i >= 0 else ""
        except IndexError:
            return ""

    def kind(self, i: int) -> str:
        """The token's kind; nothing beside the sentence."""
        try:
            return self.kinds[i] if i >= 0 else ""
        except IndexError:
            return ""

    def capital(self, i: int) -> bool:
        """Whether the token is a name, a date, or a word with a capital."""
        return i in self.refs or self.text[self.starts[i]].isupper()

    def at(self, offset: int) -> int:
        """The token that holds, or follows, a place in the text."""
        return bisect_right(self.ends, offset)


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
    row = _Row([], [], [], [])
    at: dict[str, list[int]] = {NAME: [], DATE: []}
    refs: dict[int, int] = {}
    done = start
    for first, last, kind, i in sorted(whole, key=itemgetter(0, 1)):
        if first < done or -last > end:
            continue
        row.add_words(low, done, first)
        at[kind].append(len(row.lows))
        refs[len(row.lows)] = i
        row.add(low[first:-last], kind, first, -last)
        done = -last
    row.add_words(low, done, end)
    columns = tuple(row.lows), tuple(row.kinds), tuple(row.starts), tuple(row.ends)
    return Sentence(text, start, end, paragraph, *columns, tuple(at[NAME]), tuple(at[DATE]), refs)


class _Row(NamedTuple):
    """The columns of a sentence in the making."""

    lows: list[str]
    kinds: list[str]
    starts: list[int]
    ends: list[int]

    def add(self, low: str, kind: str, start: int, end: int) -> None:
        self.lows.append(low)
        self.kinds.append(kind)
        self.starts.append(start)
        self.ends.append(end)

    def add_words(self, low: str, start: int, end: int) -> None:
        """What stands between two names or dates, column by column: the innermost loop of the room."""
        matches = list(_TOKEN.finditer(low, start, end))
        words = [match[0] for match in matches]
        self.lows.extend(words)
        self.kinds.extend([WORD if word[0].isalnum() else MARK for word in words])
        self.starts.extend([match.start() for match in matches])
        self.ends.extend([match.end() for match in matches])
