"""Text that knows where each of its code points came from."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Self

Edit = tuple[int, int, str]
"""Replace `[start, end)` by a string; an empty span inserts, an empty string cuts out."""

Run = tuple[int, int, int, bool]
"""(first code point in the text, first code point in the raw text, raw length, one by one) of a stretch.

A run ends where the next one starts. One by one, its code points correspond to the raw ones in order;
else the whole run stands for the whole raw stretch.
"""


class AlignedText:
    """An immutable text, each code point of which remembers its place in a raw text.

    Text changes only by `replace`, `sub`, slicing and `concat`, which carry the places along.

    >>> text = AlignedText.of("nos diplo-\\nmates").sub(r"-\\n", "")
    >>> str(text), text.raw_span(4, 13)
    ('nos diplomates', (4, 15))
    """

    __slots__ = ("_runs", "_starts", "_text")

    def __init__(self, text: str, runs: tuple[Run, ...]) -> None:
        self._text = text
        self._runs = runs
        self._starts = [run[0] for run in runs]

    @classmethod
    def of(cls, text: str, raw_start: int = 0) -> Self:
        """The raw text itself, or the part of it that starts at code point `raw_start`."""
        return cls(text, ((0, raw_start, len(text), True),) if text else ())

    def __str__(self) -> str:
        return self._text

    def __len__(self) -> int:
        return len(self._text)

    def __repr__(self) -> str:
        return f"AlignedText({self._text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AlignedText) and (self._text, self._runs) == (other._text, other._runs)

    def __hash__(self) -> int:
        return hash((self._text, self._runs))

    def __getitem__(self, span: slice) -> "AlignedText":
        start, end, step = span.indices(len(self._text))
        if step != 1:
            raise ValueError("an aligned text is sliced without a step")
        return AlignedText(self._text[start:end], tuple(_shifted(self._between(start, end), -start)))

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw place of the first code point of `[start, end)`, and one past that of its last.

        Raises `IndexError` where the span is empty or reaches outside the text.
        """
        if not 0 <= start < end <= len(self._text):
            raise IndexError(f"no span [{start}, {end}) in a text of {len(self._text)} code points")
        return self._raw(start)[0], self._raw(end - 1)[1]

    def replace(self, edits: Iterable[Edit]) -> "AlignedText":
        """The text with every edit made; the edits are in order and do not overlap. One pass."""
        parts: list[str] = []
        runs: list[Run] = []
        length = done = at = 0
        for start, end, new in edits:
            if start < done or end < start:
                raise ValueError(f"edit [{start}, {end}) is out of order")
            if done < start:
                parts.append(self._text[done:start])
                at = self._copy(done, start, at, length, runs)
                length += start - done
            if new:
                parts.append(new)
                runs.append(self._standing_for(start, end, len(new), length))
                length += len(new)
            done = end
        if not done and not parts:
            return self
        parts.append(self._text[done:])
        self._copy(done, len(self._text), at, length, runs)
        return AlignedText("".join(parts), tuple(runs))

    def sub(self, pattern: str | re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> "AlignedText":
        """Replace every match, as `re.sub` does; a match that gives its own text keeps its places."""
        found = re.finditer(pattern, self._text)
        edits = ((m.start(), m.end(), new(m) if callable(new) else m.expand(new)) for m in found)
        return self.replace((a, b, s) for a, b, s in edits if self._text[a:b] != s)

    def translate(self, table: dict[int, str]) -> "AlignedText":
        """Replace single characters: `{ord(character): replacement}`."""
        wanted = "".join(re.escape(chr(c)) for c in table)
        return self.sub(f"[{wanted}]", lambda m: table[ord(m[0])]) if wanted else self

    def _copy(self, start: int, end: int, at: int, length: int, runs: list[Run]) -> int:
        """Add the runs of `[start, end)` behind `length` code points; search from run `at`, return the last one."""
        starts, own = self._starts, self._runs
        while at + 1 < len(starts) and starts[at + 1] <= start:
            at += 1
        shift = length - start
        while start < end:
            first, raw, size, one_by_one = own[at]
            stop = min(end, starts[at + 1]) if at + 1 < len(starts) else end
            run = (
                (start + shift, raw + start - first, stop - start, True)
                if one_by_one
                else (start + shift, raw, size, False)
            )
            if runs and _continues(runs[-1], run):
                run = (runs[-1][0], runs[-1][1], runs[-1][2] + run[2], True)
                runs.pop()
            runs.append(run)
            start = stop
            at += start < end
        return at

    def _standing_for(self, start: int, end: int, size: int, length: int) -> Run:
        """The run of a new string of `size` code points that stands for `[start, end)`."""
        if start == end:
            return length, self._raw(start)[0] if start < len(self._text) else self._raw_end(), 0, False
        raw_start, raw_end = self.raw_span(start, end)
        return length, raw_start, max(0, raw_end - raw_start), size == raw_end - raw_start == end - start

    def _raw_end(self) -> int:
        return self._raw(len(self._text) - 1)[1] if self._text else 0

    def _raw(self, at: int) -> tuple[int, int]:
        i = bisect_right(self._starts, at) - 1
        start, raw, length, one_by_one = self._runs[i]
        return (raw + at - start, raw + at - start + 1) if one_by_one else (raw, raw + length)

    def _between(self, start: int, end: int) -> Iterator[Run]:
        if start >= end:
            return
        for i in range(bisect_right(self._starts, start) - 1, len(self._runs)):
            first, raw, length, one_by_one = self._runs[i]
            if first >= end:
                return
            last = self._starts[i + 1] if i + 1 < len(self._starts) else len(self._text)
            cut = max(start, first)
            if one_by_one:
                yield cut, raw + cut - first, min(end, last) - cut, True
            else:
                yield cut, raw, length, False

    def runs(self) -> tuple[Run, ...]:
        """The stretches of the text, in order."""
        return self._runs


def concat(parts: Iterable["AlignedText | str"], separator: str = "") -> AlignedText:
    """Put texts one behind another; a plain string comes from nowhere and takes the place before it."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    last_raw = 0
    for i, part in enumerate(parts):
        if separator and i:
            runs.append((length, last_raw, 0, False))
            texts.append(separator)
            length += len(separator)
        piece = part if isinstance(part, AlignedText) else AlignedText(part, ((0, last_raw, 0, False),) if part else ())
        if not len(piece):
            continue
        own = list(_shifted(piece.runs(), length))
        if runs and _continues(runs[-1], own[0]):
            start, raw, size, _ = runs.pop()
            own[0] = (start, raw, size + own[0][2], True)
        runs += own
        texts.append(str(piece))
        length += len(piece)
        last_raw = piece._raw_end()
    return AlignedText("".join(texts), tuple(runs))


def _shifted(runs: Iterable[Run], by: int) -> Iterator[Run]:
    return ((start + by, raw, length, one_by_one) for start, raw, length, one_by_one in runs)


def _continues(before: Run, run: Run) -> bool:
    """Both correspond one by one, and the raw text goes on where it stopped."""
    return before[3] and run[3] and before[1] + before[2] == run[1] and before[0] + before[2] == run[0]
