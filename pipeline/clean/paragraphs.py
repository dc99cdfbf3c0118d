"""Lines into paragraphs: which line goes on with the sentence before it, and how.

A column's blank line in the middle of a sentence is no paragraph end; the short last line of a paragraph
is one, with a blank line or without.
"""

import re

from pipeline.clean.draft import (
    BREAK,
    GLUE,
    HYPHEN,
    SPACE,
    Draft,
    Line,
    ends_sentence,
    is_cut,
    starts_high,
    starts_low,
)
from pipeline.clean.hyphens import Words, decide, part
from pipeline.clean.rules import CleanRules
from pipeline.clean.widths import width
from pipeline.records import Doubt

_BULLET = re.compile(r"(?:[-–—•●▪◦*‣·]|\d{1,2}[.)°]|[a-z]\))\s+\S")
_ALONE = ("title", "heading", "list_item", "table_row", "caption", "pull_quote")
_SHARE = 0.25
"""What share of line ends is in mid-sentence where lines are wrapped; where each is a paragraph nearly none is."""
_NARROWEST = 18
_LONG = 130
"""No column has lines this long on the whole."""


def see_wrapping(draft: Draft, rules: CleanRules) -> None:
    """Tell a text in lines of a column's width from one in which each line is a paragraph."""
    crossing = joints = letters = 0
    for before, line in zip(draft.lines, draft.lines[1:], strict=False):
        if line.gap or line.page or line.role or before.role or len(before.text) > 3 * _LONG:
            joints += len(before.text) > 3 * _LONG
            continue
        joints += 1
        if _crosses(before.text, line.text):
            crossing += 1
            letters += len(before.text)
    draft.wrapped = crossing > 0 and crossing >= _SHARE * joints and _NARROWEST <= letters / crossing <= 1.5 * _LONG


def _crosses(before: str, text: str) -> bool:
    return (is_cut(before) or not ends_sentence(before)) and starts_low(text)


def join_lines(draft: Draft, rules: CleanRules) -> None:
    """Write on every line how it follows the one before."""
    words = Words(draft.string)
    if draft.wrapped and not draft.marked:
        _find_headings(draft)
    columns = _column_widths(draft.lines) if draft.wrapped else []
    start = 0
    for i, line in enumerate(draft.lines):
        if i == 0 or line.follows == GLUE:
            continue
        before = draft.lines[i - 1]
        if line.unit >= 0 or before.unit >= 0:
            goes_on = _marked_goes_on(before, line)
        elif draft.wrapped:
            goes_on = _goes_on(draft, start, i, columns)
        else:
            goes_on = _stray_end(before, line)
        line.follows = _joint(draft, before, line, words, rules) if goes_on else BREAK
        if line.follows == BREAK:
            start = i


def _marked_goes_on(before: Line, line: Line) -> bool:
    """Inside a mark always; from one paragraph to the next where the sentence runs on across a page end."""
    if before.unit == line.unit and before.unit >= 0:
        return before.role != "table_row"
    return not before.role and not line.role and _crosses(before.text, line.text)


def _stray_end(before: Line, line: Line) -> bool:
    """A line end inside a sentence in a text where each line is a paragraph."""
    if line.gap or line.page or line.role or before.role or _BULLET.match(line.text):
        return False
    return starts_low(line.text) and (is_cut(before.text) or (len(before.text) > 40 and not ends_sentence(before.text)))


def _goes_on(draft: Draft, start: int, i: int, columns: list[float]) -> bool:
    before, line = draft.lines[i - 1], draft.lines[i]
    if before.role in _ALONE or line.role in _ALONE:
        return before.role == line.role == "heading" and not line.gap
    if _BULLET.match(line.text) and (ends_sentence(before.text) or line.gap):
        return False
    if is_cut(before.text):
        return True
    short = _is_short(before.text, line.text, columns[i - 1])
    if not ends_sentence(before.text):
        return starts_low(line.text) or not short
    if starts_low(line.text):
        return not line.gap and not short
    if line.gap or line.page:
        return False
    return not short or not starts_high(line.text)


def _is_short(before: str, text: str, column: float) -> bool:
    """Whether the next line's first word would have had room: the line ended because its paragraph did."""
    word = text.split(None, 1)[0]
    return width(before) + width(" " + word) <= column


def _column_widths(lines: list[Line]) -> list[float]:
    """For each line the width of its column: the widest of the lines around it."""
    widths = [width(line.text) for line in lines]
    around: list[float] = []
    for i in range(len(widths)):
        near = sorted(widths[max(0, i - 8) : i + 9])
        around.append(near[-max(1, len(near) // 6)])
    return around


def _find_headings(draft: Draft) -> None:
    """Give headings their role: short lines above a paragraph, without a sentence's end."""
    lines = draft.lines
    columns = _column_widths(lines)
    i = 0
    while i < len(lines):
        size = _heading_size(lines, i, columns)
        for line in lines[i : i + size]:
            line.role = "heading"
        i += size or 1


def _heading_size(lines: list[Line], i: int, columns: list[float]) -> int:
    """How many lines from `i` on are a heading, at most three; none where the text goes on from above."""
    line = lines[i]
    if line.role or (i and not line.gap) or not starts_high(line.text) or _BULLET.match(line.text):
        return 0
    for size in range(1, 4):
        last = lines[i + size - 1]
        if (
            last.role
            or (size > 1 and (last.gap or last.follows == GLUE))
            or ends_sentence(last.text)
            or is_cut(last.text)
        ):
            return 0
        if i + size == len(lines):
            return 0
        after = lines[i + size]
        if after.gap or after.page:
            return size if _is_short(last.text, after.text, columns[i + size - 1]) and starts_high(after.text) else 0
        if starts_high(after.text) and _is_short(last.text, after.text, 0.95 * columns[i + size - 1]):
            return size
    return 0


def _joint(draft: Draft, before: Line, line: Line, words: Words, rules: CleanRules) -> str:
    if not is_cut(before.text):
        return SPACE
    cut = part(before.text, line.text)
    if cut is None:
        return SPACE
    verdict = decide(cut, words, rules)
    if not verdict.sure:
        other = cut.whole("" if not verdict.join else "-")
        draft.doubts.append(Doubt(before.end - 1, line.start, cut.whole("-" if not verdict.join else ""), other))
    return GLUE if verdict.join else HYPHEN
