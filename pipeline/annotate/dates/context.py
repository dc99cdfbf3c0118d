"""What is told around an expression: in the past, or ahead."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate.dates.reading import FUTURE, PAST, UNKNOWN

_AROUND = 120
_BESIDE = 60
_WHERE = r"(?:(?:à|au|aux|en)\s+[A-ZÀ-ÖØ-Þ][\w’'-]{1,20}(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]{1,20})?,?\s+)?"
"""Between a participle and its day: « signé à Tokyo le », « née au Caire, le »."""
_FARTHER = 10
_WORD = re.compile(r"\w+")
_PAST, _FUTURE, _THIRD = 1, 2, 4
_REMEMBERED = 50_000
_END = re.compile(r"(?<!\bM)(?<!\bMM)[.!?…]\s+(?=[^a-zà-ÿ])|\n\s*\n|[«»]")


class _Signs(dict[str, int]):
    """A word → which of the expressions may begin with it; worked out once for each word."""

    def __init__(
        self, past: re.Pattern[str], future: re.Pattern[str], third: re.Pattern[str], opening: re.Pattern[str]
    ):
        super().__init__()
        self._signs = (past, _PAST), (future, _FUTURE), (third, _THIRD), (opening, _PAST | _FUTURE)

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = 0
        for pattern, sign in self._signs:
            found |= sign if pattern.fullmatch(word) else 0
        self[word] = found
        return found


_Words = list[tuple[int, int]]
"""Where the words of a stretch that may tell begin, and what they may tell."""


@dataclass(frozen=True, slots=True)
class Tenses:
    """Endings and auxiliaries that tell past from future."""

    past: re.Pattern[str]
    future: re.Pattern[str]
    done: re.Pattern[str]
    signs: _Signs

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> "Tenses":
        """Compile the expressions of `dates_words.toml`."""
        keys = ("past", "future", "third", "opening")
        found = {key: re.compile(r"\b(?:" + "|".join(words[key]) + r")\b", re.IGNORECASE) for key in keys}
        to_be = r"(?P<to_be>\b(?:" + "|".join(words["to_be"]) + r")\s+(?:\w+\s+)?)?"
        done = re.compile(to_be + r"\b(?:" + "|".join(words["done"]) + rf")e?s?,?\s+{_WHERE}(?:le|en|ce|au|du)?\s*$")
        return cls(found["past"], found["future"], done, _Signs(**found))

    def around(self, text: str, start: int, end: int) -> tuple[int, bool]:
        """The tense of the verb that stands nearest in the same sentence, and whether a story is told there."""
        before = text[max(0, start - _AROUND) : start]
        ends = [m.end() for m in _END.finditer(before)]
        before = before[ends[-1] :] if ends else before
        if (done := self.done.search(before, max(0, len(before) - _BESIDE))) and not done["to_be"]:
            return PAST, True
        after, stop = _clause(text, end)
        opens = not before.strip(" \n\t\u00a0LlDdEe'’an-–—") and after.startswith(",")
        tense, third = self._told(before, after)
        if tense == UNKNOWN and opens and stop:  # « Lundi, troisième acte. Il a rejoint … »
            tense, _ = self._told("", _clause(text, stop)[0])
        return tense, tense == PAST or (tense == UNKNOWN and (opens or third))

    def _told(self, before: str, after: str) -> tuple[int, bool]:
        """The tense, and whether somebody who was named before does something."""
        behind, ahead = self._telling(before), self._telling(after)
        past = _distance(self.past, _PAST, before, behind, after, ahead)
        future = _distance(self.future, _FUTURE, before, behind, after, ahead)
        tense = UNKNOWN if past == future else PAST if past < future else FUTURE
        return tense, any(signs & _THIRD for _, signs in (*behind, *ahead))

    def _telling(self, stretch: str) -> _Words:
        return [(m.start(), sign) for m in _WORD.finditer(stretch) if (sign := self.signs[m[0]])]


def _clause(text: str, start: int) -> tuple[str, int]:
    """What follows in the sentence, and where the next one begins if that is near, else 0."""
    after = text[start : start + _AROUND]
    stop = _END.search(after)
    return (after[: stop.start()], start + stop.end()) if stop else (after, 0)


def _distance(pattern: re.Pattern[str], sign: int, before: str, behind: _Words, after: str, ahead: _Words) -> int:
    """How far off the nearest match is; what stands before counts a little nearer than what follows."""
    nearest = 10 * _AROUND
    for start, signs in reversed(behind):
        if signs & sign and (found := pattern.match(before, start)):
            nearest = len(before) - found.end()
            break
    for start, signs in ahead:
        if start + _FARTHER >= nearest:
            break
        if signs & sign and pattern.match(after, start):
            return start + _FARTHER
    return nearest
