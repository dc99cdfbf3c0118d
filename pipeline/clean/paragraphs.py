"""Lines into paragraphs: which line goes on with the sentence before it, and how.

A column's blank line in the middle of a sentence is no paragraph end; the short last line of a paragraph
is one, with a blank line or without.
"""

from collections.abc import Callable
from itertools import pairwise

from pipeline.clean.columns import Columns
from pipeline.clean.draft import (
    BREAK,
    BULLET,
    GLUE,
    HYPHEN,
    SPACE,
    Draft,
    Line,
    ends_sentence,
    starts_high,
    starts_low,
)
from pipeline.clean.headings import hangs
from pipeline.clean.hyphens import decide, part
from pipeline.records import Doubt

_SHARE = 0.25
"""What share of line ends is in mid-sentence where lines are wrapped; where each is a paragraph nearly none is."""
_NARROWEST, _WIDEST, _NO_LINE = 18, 195, 390
"""Letters: what a column's lines have on the whole, at least and at most; what a single one never has."""
_STRAY = 40
"""A line of so many letters may have been wrapped though the others are paragraphs."""
_SHORT = 0.3
"""A line that leaves so much of its column free ends on purpose."""
_ROOM, _INDENT = 0.06, 0.04
"""What a paragraph's last line leaves free at least, with the next one's indent; what an unknown indent counts."""


def see_wrapping(draft: Draft) -> None:
    """Tell a text in lines of a column's width from one in which each line is a paragraph."""
    crossing = joints = letters = 0
    for before, line in zip(draft.lines, draft.lines[1:], strict=False):
        if line.gap or line.page or line.role or before.role or len(before.text) > _NO_LINE:
            joints += len(before.text) > _NO_LINE
            continue
        joints += 1
        if _crosses(before.text, line.text):
            crossing += 1
            letters += len(before.text)
    narrowest = 0 if draft.source.format == "md" else _NARROWEST  # Markdown says that lines are wrapped
    draft.wrapped = crossing > 0 and crossing >= _SHARE * joints and narrowest <= letters / crossing <= _WIDEST


def _crosses(before: str, text: str) -> bool:
    return not ends_sentence(before) and starts_low(text)


def join_lines(draft: Draft) -> None:
    """Write on every line how it follows the one before."""
    goes_on = _wrapped_goes_on(draft) if draft.wrapped else _bare_goes_on(draft)
    for i in range(1, len(draft.lines)):
        before, line = draft.lines[i - 1], draft.lines[i]
        if line.follows == GLUE:
            continue
        marked = line.unit >= 0 or before.unit >= 0
        runs_on = _marked_goes_on(before, line) if marked else goes_on(draft.lines, i)
        line.follows = _joint(draft, before, line) if runs_on else BREAK
    for group in draft.parked:
        for before, line in pairwise(group):
            line.follows = _joint(draft, before, line)


def _marked_goes_on(before: Line, line: Line) -> bool:
    """Inside a mark always; from one paragraph to the next where the sentence runs on across a page end."""
    if before.unit == line.unit and before.unit >= 0:
        return before.role != "table_row"
    return not before.role and not line.role and _crosses(before.text, line.text)


def _bare_goes_on(draft: Draft) -> Callable[[list[Line], int], bool]:
    """Where each line is a paragraph: a line that ends inside a sentence, or inside a word that is sure."""

    def goes_on(lines: list[Line], i: int) -> bool:
        before, line = lines[i - 1], lines[i]
        if line.role or before.role or not starts_low(line.text) or BULLET.match(line.text):
            return False
        if line.gap or line.page:
            return before.cut and _is_sure(draft, before, line)
        return before.cut or (len(before.text) > _STRAY and not ends_sentence(before.text))

    return goes_on


def _is_sure(draft: Draft, before: Line, line: Line) -> bool:
    cut = part(before.text, line.text)
    return cut is not None and decide(cut, draft.words, draft.rules).sure


def _wrapped_goes_on(draft: Draft) -> Callable[[list[Line], int], bool]:
    """Where lines are wrapped: by the sentence, then by what the line above leaves of its column."""
    columns, rules = Columns(draft.lines), draft.rules
    spaced = _is_spaced(draft.lines, columns)

    def goes_on(lines: list[Line], i: int) -> bool:
        before, line = lines[i - 1], lines[i]
        gap = bool(line.gap) or line.page
        if before.role or line.role:
            return before.role == line.role and before.role in ("heading", "title") and not line.gap
        if BULLET.match(line.text) and (ends_sentence(before.text) or line.gap):
            return False
        if before.cut:
            return not gap or starts_low(line.text) or _is_name(before.text)
        if not ends_sentence(before.text) or hangs(before.text, rules):
            return starts_low(line.text) or not _stands_alone(lines, i, columns)
        if starts_low(line.text):
            return not gap and columns.room(i - 1) < _SHORT
        if gap and (spaced or not columns.justified):
            return False
        return not _begins_paragraph(line, i, columns, spaced)

    return goes_on


def _is_name(text: str) -> bool:
    """Whether a line ends in the first part of a name, which another capital may follow: « Seine- | Saint-Denis »."""
    return text.rsplit(None, 1)[-1].rpartition("’")[2][0].isupper()


def _stands_alone(lines: list[Line], i: int, columns: Columns) -> bool:
    """Whether a short line without a sentence's end has a blank line or another one below: a list, an address."""
    if not starts_high(lines[i].text) or columns.room(i - 1) <= _SHORT or lines[i].cut:
        return False
    return bool(lines[i].gap) or columns.room(i) > _SHORT


def _is_spaced(lines: list[Line], columns: Columns) -> bool:
    """Whether blank lines part the paragraphs: they follow short lines, and no line without one is short."""
    blank = bare = 0
    for i in range(1, len(lines)):
        if lines[i].role or lines[i - 1].role or not ends_sentence(lines[i - 1].text) or not starts_high(lines[i].text):
            continue
        if columns.room(i - 1) > _SHORT:
            blank += bool(lines[i].gap)
            bare += not lines[i].gap
    return blank > bare


def _begins_paragraph(line: Line, i: int, columns: Columns, spaced: bool) -> bool:
    """Whether line `i`, at a sentence's begin, begins a paragraph: the one above leaves room, its indent takes some.

    In justified print a full line's letters are a few hundredths wider or narrower than the column; both
    rooms together say more than each does. Where blank lines part the paragraphs, only a short line tells.
    """
    if not columns.justified:
        return columns.had_room(i)
    room, indent = columns.room(i - 1), columns.room(i)
    if line.cut and indent > _SHORT > 2 * room:  # a full line of a narrower column, beside a picture or below it
        return True
    if spaced and not line.gap:
        return room >= _SHORT
    return room + 1.3 * (indent if -0.05 < indent < 0.15 else _INDENT) > _ROOM


def _joint(draft: Draft, before: Line, line: Line) -> str:
    if not before.cut:
        return SPACE
    cut = part(before.text, line.text)
    if cut is None:
        return SPACE
    verdict = decide(cut, draft.words, draft.rules)
    if not verdict.sure:
        other = cut.whole("" if not verdict.join else "-")
        draft.doubts.append(Doubt(before.end - 1, line.start, cut.whole("-" if not verdict.join else ""), other))
    return GLUE if verdict.join else HYPHEN
