"""What is told around an expression: in the past, or ahead."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate.dates.reading import FUTURE, PAST, UNKNOWN

_AROUND = 120
_FARTHER = 10
_WORD = re.compile(r"\w+")
_END = re.compile(r"(?<!\bM)(?<!\bMM)[.!?…]\s+(?=[^a-zà-ÿ])|\n\s*\n|[«»]")


@dataclass(frozen=True, slots=True)
class Tenses:
    """Endings and auxiliaries that tell past from future."""

    past: re.Pattern[str]
    future: re.Pattern[str]
    third: re.Pattern[str]

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> "Tenses":
        """Compile the expressions of `dates_words.toml`."""
        keys = ("past", "future", "third")
        found = {key: re.compile(r"\b(?:" + "|".join(words[key]) + r")\b", re.IGNORECASE) for key in keys}
        return cls(found["past"], found["future"], found["third"])

    def around(self, text: str, start: int, end: int) -> tuple[int, bool]:
        """The tense of the verb that stands nearest in the same sentence, and whether a story is told there."""
        before = text[max(0, start - _AROUND) : start]
        ends = [m.end() for m in _END.finditer(before)]
        before = before[ends[-1] :] if ends else before
        after = text[end : end + _AROUND]
        stop = _END.search(after)
        after = after[: stop.start()] if stop else after
        words = [m.start() for m in _WORD.finditer(before)]
        past = _distance(self.past, before, words, after)
        future = _distance(self.future, before, words, after)
        tense = UNKNOWN if past == future else PAST if past < future else FUTURE
        opens = not before.strip(" \u00a0LlDdEe'’an-–—") and after.startswith(",")
        told = tense == PAST or (tense == UNKNOWN and (opens or bool(self.third.search(before + " " + after))))
        return tense, told


def _distance(pattern: re.Pattern[str], before: str, words: list[int], after: str) -> int:
    """How far off the nearest match is; what stands before counts a little nearer than what follows."""
    nearest = 10 * _AROUND
    for start in reversed(words):
        if found := pattern.match(before, start):
            nearest = len(before) - found.end()
            break
    if nearest > _FARTHER and (following := pattern.search(after)):
        return min(nearest, following.start() + _FARTHER)
    return nearest
