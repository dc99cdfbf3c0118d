"""What the page sets between the lines of a text: captions, pull quotes, the big first letter."""

import re
from bisect import bisect_right
from collections import defaultdict

from pipeline.clean.draft import GLUE, Draft, Line, blocks, ends_sentence, is_cut, starts_high, starts_low

_WORD = re.compile(r"\w+")
_CUT = re.compile(r"(?<=\w)[-\u00ad\ufffe\x02][ \t]*\s[\s]*(?=\w)")
_LINES, _WORDS = 8, 45
"""A pull quote has no more lines and words than this."""
_PLACES = 40
"""How many places of the text are compared with a quote at most."""


def park_captions(draft: Draft) -> None:
    """Put captions and credits at the end: they stand where the picture was, in a sentence or not."""
    marked = [[line] for line in draft.lines if line.role == "caption"]
    if not draft.marked:
        pattern = draft.rules.lines["caption"]
        marked += [
            [line] for line in draft.lines if len(line.text) < 110 and not line.role and pattern.fullmatch(line.text)
        ]
    draft.park(marked, "caption")


def park_pull_quotes(draft: Draft) -> None:
    """Put pull quotes at the end: words that the text has elsewhere, set again between its lines."""
    groups = blocks(draft.lines)
    quotes = [group for group in groups if group[0].role == "pull_quote"]
    if not draft.marked and draft.wrapped:
        said = _Said(draft.string)
        found = [group for i, group in enumerate(groups) if _is_quote(groups, i, said)]
        taken = {line.start for group in found for line in group}
        quotes += found + [run for run in _quoted_runs(draft.lines, said) if run[0].start not in taken]
    draft.park(quotes, "pull_quote")


def _is_quote(groups: list[list[Line]], i: int, said: "_Said") -> bool:
    """A short block that says again what the text says: in quotation marks, or in the middle of a sentence."""
    group = groups[i]
    if not 0 < i or len(group) > 6 or group[0].role or not starts_high(group[0].text) or is_cut(group[-1].text):
        return False
    text = " ".join(line.text for line in group)
    if len(text) > 400:
        return False
    quoted = text[0] in '«“"' and text.rstrip(" .")[-1:] in '»”"'
    interrupts = 0 < i < len(groups) - 1 and _unfinished(groups[i - 1]) and starts_low(groups[i + 1][0].text)
    if not quoted and (not interrupts or ends_sentence(text)):
        return False
    return said.again(group)


def _unfinished(group: list[Line]) -> bool:
    return is_cut(group[-1].text) or not ends_sentence(group[-1].text)


def _quoted_runs(lines: list[Line], said: "_Said") -> list[list[Line]]:
    """Quotations that begin and end with a line and that the text says elsewhere, blank lines inside or not."""
    runs: list[list[Line]] = []
    i = 0
    while i < len(lines):
        run = _quoted_run(lines, i)
        if run and said.again(run):
            runs.append(run)
            i += len(run)
        else:
            i += 1
    return runs


def _quoted_run(lines: list[Line], i: int) -> list[Line]:
    if lines[i].text[0] != "«" or (i and not ends_sentence(lines[i - 1].text) and not lines[i].gap):
        return []
    for j in range(i, min(i + _LINES, len(lines))):
        if "»" in lines[j].text:
            closed = lines[j].text.endswith("»") and (j + 1 == len(lines) or bool(lines[j + 1].gap))
            return lines[i : j + 1] if closed and (lines[i].indent or lines[i].gap) else []
    return []


class _Said:
    """Every word of a text and where it stands, cut words made whole; made when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[str, list[int]] | None = None

    def again(self, lines: list[Line]) -> bool:
        """Whether most words of the lines come again elsewhere, near one another and in their order."""
        words = [
            w for w in _WORD.findall(_CUT.sub("", " \n".join(line.text for line in lines).casefold())) if len(w) > 1
        ]
        if not 3 <= len(words) <= _WORDS:
            return False
        places = self._index()
        for k in range(min(3, len(words) - 2)):
            for place in places.get(words[k], ())[:_PLACES]:
                if _followed(words[k:], place, places) >= 0.75 * len(words) and not self._same(lines, place):
                    return True
        return False

    def _same(self, lines: list[Line], place: int) -> bool:
        return lines[0].start <= self._starts[place] < lines[-1].end

    def _index(self) -> dict[str, list[int]]:
        if self._places is None:
            self._places = defaultdict(list)
            self._starts: list[int] = []
            removed = 0
            cuts = [(m.start(), m.end() - m.start()) for m in _CUT.finditer(self._text)]
            whole = _CUT.sub("", self._text).casefold()
            n = 0
            for match in _WORD.finditer(whole):
                while n < len(cuts) and cuts[n][0] - removed <= match.start():
                    removed += cuts[n][1]
                    n += 1
                self._places[match[0]].append(len(self._starts))
                self._starts.append(match.start() + removed)
        return self._places


def _followed(words: list[str], place: int, places: dict[str, list[int]]) -> int:
    """How many of the words stand after a place, in order, within three times their number."""
    at, end, found = place, place + 3 * len(words) + 6, 1
    for word in words[1:]:
        here = places.get(word, ())
        n = bisect_right(here, at)
        if n < len(here) and here[n] < end:
            at, found = here[n], found + 1
    return found


def restore_first_letters(draft: Draft) -> None:
    """Put the big letter that begins an article before the rest of its word.

    It stands in a block of its own, before or after the lines it begins.
    """
    groups = blocks(draft.lines)
    for i, group in enumerate(groups):
        letter = group[0]
        if len(group) == 1 and len(letter.text) == 1 and letter.text.isupper() and not letter.role:
            rest = _rest_of_word(groups, i)
            if rest is not None:
                _put_before(draft, letter, rest)
                return


def _rest_of_word(groups: list[list[Line]], i: int) -> Line | None:
    """The block that lacks its first letter: the one below, else the first of the text that begins low."""
    if i + 1 < len(groups) and starts_low(groups[i + 1][0].text) and (not i or not _unfinished(groups[i - 1]) or i < 3):
        return groups[i + 1][0]
    for j in range(min(i, 6)):
        if starts_low(groups[j][0].text) and len(groups[j]) > 1:
            return groups[j][0]
    return None


def _put_before(draft: Draft, letter: Line, rest: Line) -> None:
    lines = draft.lines
    gap = rest.gap
    at = next(i for i, line in enumerate(lines) if line is letter)
    if at + 1 < len(lines):
        lines[at + 1].gap = max(lines[at + 1].gap, letter.gap)
    del lines[at]
    to = next(i for i, line in enumerate(lines) if line is rest)
    letter.gap, rest.gap, rest.page, rest.follows = max(gap, 1), 0, False, GLUE
    lines.insert(to, letter)
