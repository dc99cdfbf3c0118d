"""What is told around an expression: in the past, or ahead."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate.dates.reading import FUTURE, PAST, UNKNOWN

_AROUND = 120
_END = re.compile(r"[.!?…]\s+(?=[^a-zà-ÿ])|\n\s*\n|[«»]")


@dataclass(frozen=True, slots=True)
class Tenses:
    """Endings and auxiliaries that tell past from future."""

    past: re.Pattern[str]
    future: re.Pattern[str]

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> "Tenses":
        """Compile the expressions of `dates_words.toml`."""
        both = {key: re.compile(r"\b(?:" + "|".join(words[key]) + r")\b", re.IGNORECASE) for key in ("past", "future")}
        return cls(both["past"], both["future"])

    def around(self, text: str, start: int, end: int) -> int:
        """The tense of the verb that stands nearest in the same sentence."""
        before = text[max(0, start - _AROUND) : start]
        ends = [m.end() for m in _END.finditer(before)]
        before = before[ends[-1] :] if ends else before
        after = text[end : end + _AROUND]
        stop = _END.search(after)
        after = after[: stop.start()] if stop else after
        past = _distance(self.past, before, after)
        future = _distance(self.future, before, after)
        return UNKNOWN if past == future else PAST if past < future else FUTURE


def _distance(pattern: re.Pattern[str], before: str, after: str) -> int:
    """How far off the nearest match is; what stands before counts a little nearer than what follows."""
    found = [len(before) - m.end() for m in pattern.finditer(before)]
    following = pattern.search(after)
    if following:
        found.append(following.start() + 10)
    return min(found, default=10 * _AROUND)
