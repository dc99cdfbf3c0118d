"""Headings: short lines above a paragraph, without a sentence's end."""

from pipeline.clean.columns import Columns
from pipeline.clean.draft import BULLET, GLUE, Draft, Line, ends_sentence, starts_high
from pipeline.clean.rules import CleanRules

_LINES = 4
"""A heading has no more lines."""
_PARAGRAPH, _BARE = 120, 120
"""In letters: so long is a paragraph at least where each is a line, so long a heading at most."""
_BOLD = 0.05
"""A heading's type is wider than the text's: so much more room must be left."""
_FREE, _LEFT = 0.1, 0.4
"""What a heading leaves free of its last line; what only a salutation leaves behind its comma."""


def find_headings(draft: Draft) -> None:
    """Give headings their role, where the format has not done so."""
    if draft.marked:
        return
    if not draft.wrapped:
        _find_bare_lines(draft)
        return
    columns = Columns(draft.lines)
    i = 0
    while i < len(draft.lines):
        size = _size(draft, i, columns)
        for line in draft.lines[i : i + size]:
            line.role = "heading"
        i += size or 1


def _find_bare_lines(draft: Draft) -> None:
    """Where each line is a paragraph: short ones without a sentence's end, above a paragraph or another heading."""
    below: Line | None = None
    for line in reversed(draft.lines):
        heads = below is not None and (below.role == "heading" or len(below.text) >= _PARAGRAPH)
        if heads and len(line.text) <= _BARE and not line.role and _is_bare(line.text, draft.rules):
            line.role = "heading"
        below = line


def _is_bare(text: str, rules: CleanRules) -> bool:
    if not starts_high(text) or ends_sentence(text) or text[-1] in ",-" or BULLET.match(text):
        return False
    return not rules.lines["byline"].fullmatch(text) and "  " not in text


def _size(draft: Draft, i: int, columns: Columns) -> int:
    """How many lines from `i` on are a heading; none where the text goes on from above."""
    lines = draft.lines
    capitals = lines[i].text.isupper()
    if (i and not lines[i].gap and not lines[i - 1].role) or not starts_high(lines[i].text):
        return 0
    for n in range(i, min(i + _LINES, len(lines) - 1)):
        line, after = lines[n], lines[n + 1]
        if not _can_be_heading(line) or (n > i and line.gap) or (line.text[-1] == "," and columns.room(n) > _LEFT):
            return 0
        if hangs(line.text, draft.rules) or (capitals and after.text.isupper() and not after.gap):
            continue
        if after.gap or after.page:
            return n + 1 - i if starts_high(after.text) and columns.room(n) > _FREE else 0
        if starts_high(after.text) and columns.room(n) >= columns.word(n + 1) + _BOLD and not _listed(lines, n):
            return n + 1 - i
    return 0


def _can_be_heading(line: Line) -> bool:
    if line.role or line.follows == GLUE or line.cut or BULLET.match(line.text):
        return False
    return not ends_sentence(line.text) or line.text[-1] in "?!»"


def _listed(lines: list[Line], n: int) -> bool:
    """Whether the line below is as short and as bare: the two are entries of a list."""
    after = lines[n + 1]
    beyond = lines[n + 2] if n + 2 < len(lines) else None
    return not ends_sentence(after.text) and len(after.text) < 40 and (beyond is None or bool(beyond.gap)) and n > 0


def hangs(text: str, rules: CleanRules) -> bool:
    """Whether a line ends in a small word that asks for another one.

    No heading and no paragraph ends so: « Affaire des disparus du | Beach ».
    """
    return text.rsplit(None, 1)[-1].lower().rpartition("’")[2] in rules.small_words or text[-1] in ",(«"
