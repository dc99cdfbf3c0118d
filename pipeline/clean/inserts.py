"""What the page sets between the lines of a text: captions, pull quotes, the big first letter."""

import re
from collections.abc import Iterator

from pipeline.clean.columns import Columns
from pipeline.clean.draft import GLUE, Draft, Line, blocks, ends_sentence, starts_high, starts_low

_WORD = re.compile(r"\w+")
_CUT = re.compile(r"[-\u00ad\ufffe\x02](?<=\w[-\u00ad\ufffe\x02])\s+(?=\w)")
_CAPTION = 110
_LINES, _WORDS = 8, 45
"""A pull quote has no more lines and words than this."""
_PLACES = 40
"""How many places of the text are compared with a quote at most."""
_NARROW = 0.2
_SHARE = 0.75
"""A pull quote may leave words out or change one; so many are the text's at least."""


def park_captions(draft: Draft) -> None:
    """Put captions and credits at the end: they stand where the picture was, in a sentence or not."""
    captions = [line for line in draft.lines if line.role == "caption"]
    if not draft.marked:
        _part_credits(draft)
        pattern = draft.rules.lines["caption"]
        short = (line for line in draft.lines if len(line.text) < _CAPTION and not line.role)
        captions += [line for line in short if pattern.fullmatch(line.text)]
    draft.park([[line] for line in captions], "caption")


def _part_credits(draft: Draft) -> None:
    """Part a credit from the sentence that goes on beside its picture, in the same line."""
    lines: list[Line] = []
    for line in draft.lines:
        shares = lines and not line.gap and line.text[0] in "PpCc©" and not ends_sentence(lines[-1].text)
        match = draft.rules.lines["credit"].match(line.text) if shares else None
        rest = line.text[match.end() :].lstrip() if match else ""
        if match and rest and starts_low(rest):
            lines.append(Line(line.start, line.start + match.end(), match[0]))
            line = Line(line.end - len(rest), line.end, rest)
        lines.append(line)
    draft.lines = lines


def park_pull_quotes(draft: Draft) -> None:
    """Put pull quotes at the end: words that the text has elsewhere, set again between its lines."""
    groups = blocks(draft.lines)
    said = _Said(draft.string)
    quotes = [group for group in groups if group[0].role == "pull_quote"]
    if draft.marked:
        headings = (group for group in groups if group[0].role == "heading" and _is_quoted(_text(group)))
        quotes += [group for group in headings if said.again(group)]
    elif draft.wrapped:
        found = [group for i, group in enumerate(groups) if _is_quote(groups, i, said)]
        taken = {line.start for group in found for line in group}
        quotes += found + [
            run for run in _quoted_runs(draft.lines, said) if taken.isdisjoint(line.start for line in run)
        ]
    draft.park(quotes, "pull_quote")


def _text(lines: list[Line]) -> str:
    return " ".join(line.text for line in lines)


def _is_quoted(text: str) -> bool:
    return text[0] in '«“"' and text.rstrip(" .")[-1:] in '»”"'


def _is_quote(groups: list[list[Line]], i: int, said: "_Said") -> bool:
    """A short block that says again what the text says: in quotation marks, or in the middle of a sentence."""
    group = groups[i]
    if not i or len(group) > 6 or group[0].role or not starts_high(group[0].text) or group[-1].cut:
        return False
    text = _text(group)
    if len(text) > 400:
        return False
    quoted = text[0] in '«“"' and text.rstrip(" .")[-1:] in '»”"'
    interrupts = i + 1 < len(groups) and _unfinished(groups[i - 1]) and starts_low(groups[i + 1][0].text)
    if not quoted and (not interrupts or ends_sentence(text)):
        return False
    return said.again(group)


def _unfinished(group: list[Line]) -> bool:
    return not ends_sentence(group[-1].text)


def _quoted_runs(lines: list[Line], said: "_Said") -> list[list[Line]]:
    """Quotations that begin and end with a line, blank lines inside or not, set apart or said elsewhere."""
    columns = Columns(lines)
    runs: list[list[Line]] = []
    i = 0
    while i < len(lines):
        run = _quoted_run(lines, i)
        if run and (_is_narrow(lines, i, len(run), columns) or (_is_apart(lines, i, len(run)) and said.again(run))):
            runs.append(run)
            i += len(run)
        else:
            i += 1
    return runs


def _quoted_run(lines: list[Line], i: int) -> list[Line]:
    if lines[i].text[0] != "«":
        return []
    for j in range(i, min(i + _LINES, len(lines))):
        if "»" in lines[j].text:
            return lines[i : j + 1] if lines[j].text.endswith("»") else []
    return []


def _is_apart(lines: list[Line], i: int, size: int) -> bool:
    """Whether a blank or an indent sets the lines apart, or the sentence goes on around them."""
    after = lines[i + size] if i + size < len(lines) else None
    if i and not ends_sentence(lines[i - 1].text):
        return after is not None and starts_low(after.text)
    return bool(lines[i].indent or lines[i].gap) and (after is None or bool(after.gap))


def _is_narrow(lines: list[Line], i: int, size: int, columns: Columns) -> bool:
    """Whether all lines stop well before the column's edge, as those of a quotation set in its middle do."""
    after = lines[i + size] if i + size < len(lines) else None
    if size < 2 or (after is not None and not after.gap) or (i and not ends_sentence(lines[i - 1].text)):
        return False
    return all(columns.room(n) > _NARROW for n in range(i, i + size))


class _Said:
    """What a text says, cut words made whole; made when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._whole: str | None = None

    def again(self, lines: list[Line]) -> bool:
        """Whether most words of the lines come again elsewhere, near one another and in their order."""
        own = _CUT.sub("", self._text[lines[0].start : lines[-1].end]).lower()
        words = [word for word in _WORD.findall(own) if len(word) > 1]
        if not 3 <= len(words) <= _WORDS:
            return False
        if self._whole is None:
            self._whole = _CUT.sub("", self._text).lower()
        anchors = [word for word in words[: len(words) // 2 + 1] if len(word) > 3][:3] or words[:1]
        return any(self._again_at(place, own, words) for word in anchors for place in _places(self._whole, word))

    def _again_at(self, place: int, own: str, words: list[str]) -> bool:
        """Whether the words stand around a place, in order, within three times their length."""
        whole = self._whole or ""
        start = max(0, place - len(own))
        around = whole[start : place + 2 * len(own) + 60]
        itself = around.find(own)
        if itself >= 0:
            around = around[:itself] if itself > place - start else around[itself + len(own) :]
        at = found = 0
        for word in words:
            next_at = _find_word(around, word, at)
            if next_at >= 0:
                at, found = next_at + len(word), found + 1
        return found >= _SHARE * len(words)


def _places(text: str, word: str) -> Iterator[int]:
    at = -1
    for _ in range(_PLACES):
        at = _find_word(text, word, at + 1)
        if at < 0:
            return
        yield at


def _find_word(text: str, word: str, start: int) -> int:
    """The first place of a whole word, looking at no more than forty of its places inside others."""
    for _ in range(_PLACES):
        at = text.find(word, start)
        end = at + len(word)
        if at < 0 or not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return at
        start = end
    return -1


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
