"""Putting the lines together: one text, its paragraphs, and where each code point came from."""

import re
from collections.abc import Iterator

from pipeline.aligned import AlignedText, Run
from pipeline.clean.draft import BREAK, BULLET, CUT, GLUE, HYPHEN, SPACE, Draft, Line
from pipeline.records import Doubt, Paragraph

Piece = tuple[int, int, str]
"""Take `[start, end)`, then put a string behind it."""

_SOFT = "\u00ad"
"""A hyphen that is seen at a line end only; the others of `CUT` stand for a printed one."""
_BLANKS = re.compile(r" {2,}")


def gather(text: AlignedText, pieces: list[Piece]) -> AlignedText:
    """The pieces of a text one behind another, each with what follows it.

    What is put between stands for what was left out there. One pass, however many pieces.
    """
    string, runs = str(text), text.runs()
    parts: list[str] = []
    new: list[Run] = []
    length = n = 0
    for i, (start, end, behind) in enumerate(pieces):
        if n >= len(runs) or runs[n][0] > start:
            n = 0
        while n + 1 < len(runs) and runs[n + 1][0] <= start:
            n += 1
        parts.append(string[start:end])
        n, length = _copy(runs, n, start, end, len(string), new, length)
        if behind:
            parts.append(behind)
            after = pieces[i + 1][0] if i + 1 < len(pieces) else len(string)
            length = _put(new, runs, n, end, after, behind, length)
    return AlignedText("".join(parts), tuple(new))


def _copy(
    runs: tuple[Run, ...], n: int, start: int, end: int, size: int, new: list[Run], length: int
) -> tuple[int, int]:
    while start < end:
        first, raw, raw_length, one_by_one = runs[n]
        stop = min(end, runs[n + 1][0] if n + 1 < len(runs) else size)
        if one_by_one:
            _add(new, (length, raw + start - first, stop - start, True))
        else:
            new.append((length, raw, raw_length, False))
        length += stop - start
        start = stop
        if start < end:
            n += 1
    return n, length


def _put(new: list[Run], runs: tuple[Run, ...], n: int, end: int, after: int, behind: str, length: int) -> int:
    """Add what stands between two pieces: a blank in the place of a line end is one for one."""
    first, raw, raw_length, one_by_one = runs[n]
    inside = one_by_one and end < first + raw_length
    if inside and (behind == "-" or (len(behind) == 1 and after == end + 1)):
        _add(new, (length, raw + end - first, 1, True))
    else:
        at = raw + end - first if one_by_one else raw + raw_length
        new.append((length, at, max(0, after - end) if inside else 0, False))
    return length + len(behind)


def _add(new: list[Run], run: Run) -> None:
    if new:
        start, raw, length, one_by_one = new[-1]
        if one_by_one and raw + length == run[1] and start + length == run[0]:
            new[-1] = (start, raw, length + run[2], True)
            return
    new.append(run)


def assemble(draft: Draft) -> tuple[AlignedText, tuple[Paragraph, ...], tuple[Doubt, ...]]:
    """The text of a draft, its paragraphs, and its doubts where they now stand."""
    groups = [*_paragraphs(draft.lines), *draft.parked]
    pieces: list[Piece] = []
    paragraphs: list[Paragraph] = []
    places: dict[int, int] = {}
    length = 0
    for i, lines in enumerate(groups):
        start = length
        own = list(_pieces(lines))
        for a, b, behind in own:
            places[a] = length
            length += b - a + len(behind)
        if i + 1 < len(groups):
            a, b, behind = own[-1]
            own[-1] = (a, b, behind + "\n\n")
        paragraphs.append(Paragraph(start, length, _kind(lines)))
        length += 2
        pieces += own
    text = gather(draft.text, pieces)
    return text, tuple(paragraphs), tuple(_placed(draft.doubts, places, text))


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and line.follows == BREAK:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _pieces(lines: list[Line]) -> Iterator[Piece]:
    """The lines as pieces, with what stands between them."""
    for i, line in enumerate(lines):
        follows = lines[i + 1].follows if i + 1 < len(lines) else BREAK
        behind = " " if follows == SPACE else ""
        end = line.end
        if line.text[-1] in CUT:
            end, hyphen = _hyphen(line, follows)
            if hyphen:
                yield from _without_blanks(line, end, hyphen)
                yield line.end, line.end, behind
                continue
        if "  " in line.text:
            yield from _without_blanks(line, end, behind)
        else:
            yield line.start, end, behind


def _hyphen(line: Line, follows: str) -> tuple[int, str]:
    """Where the letters of a cut line end, and the hyphen to print where another sign stands for it."""
    last = line.text[-1]
    if follows == GLUE:
        return line.end - 1, ""
    if last == "-":
        return line.end, ""
    return line.end - 1, "" if last == _SOFT and follows != HYPHEN else "-"


def _without_blanks(line: Line, end: int, behind: str) -> Iterator[Piece]:
    """The line in pieces, so that no two blanks stand side by side."""
    start = line.start
    for match in _BLANKS.finditer(line.text):
        yield start, line.start + match.start(), " "
        start = line.start + match.end()
    yield start, end, behind


def _kind(lines: list[Line]) -> str:
    """The role of the lines; a bullet makes an item, a dash before a sentence may be somebody speaking."""
    first, last = lines[0], lines[-1].text
    if first.role or not BULLET.match(first.text):
        return first.role or "body"
    return "body" if first.text[0] in "–—" and last[-1] in ".!?»…" else "list_item"


def _placed(doubts: list[Doubt], places: dict[int, int], text: AlignedText) -> Iterator[Doubt]:
    """Doubts name the line that begins with the second half; its word is found around it."""
    string = str(text)
    for doubt in doubts:
        at = places.get(doubt.end)
        if at is None:
            continue
        start, end = at, at
        while (start and string[start - 1].isalnum()) or string[start - 1 : start] in ("-", "’", "'"):
            start -= 1
        while end < len(string) and (string[end].isalnum() or string[end] in "-’'"):
            end += 1
        if start < end:
            yield Doubt(start, end, string[start:end], doubt.other)
