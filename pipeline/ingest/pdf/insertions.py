"""What stands among the lines and is no part of them: captions and notes in small type, pull quotes."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from pipeline.ingest.pdf.blocks import Block, is_heading, is_indented, is_short
from pipeline.ingest.pdf.flow import Placed
from pipeline.ingest.pdf.measures import LARGE, SMALL, Measures

_CAPTION_LINES = 6
_WHITE = 1.8
_QUOTE_LINES = 12
_REPEATED = 0.33
_END = re.compile(r"[.!?…:;»”\"][»”\"')]*$")
_WORD = re.compile(r"\w+")
_QUOTED = (("«", "»"), ("“", "”"), ('"', '"'))


def parted(placed: list[Placed], measures: Measures) -> tuple[list[Placed], list[Block]]:
    """The lines of the text itself, and the blocks that interrupt it, both in order."""
    runs = [list(run) for _, run in groupby(placed, key=lambda item: (_oddness(item, measures), item.column))]
    document = _Document(placed, runs, measures)
    text: list[Placed] = []
    blocks: list[Block] = []
    for at, run in enumerate(runs):
        if kind := document.kind(at):
            blocks += [Block(kind, part) for part in _apart(run)]
            continue
        if text and blocks and blocks[-1].lines[-1].column == run[0].column:
            run[0].resumes = True
        text += run
    return text, blocks


def _oddness(item: Placed, measures: Measures) -> str:
    style = item.line.style
    if style.size <= SMALL * measures.size:
        return "small"
    is_odd = (style.italic and not measures.style.italic) or style.size >= LARGE * measures.size
    return "odd" if is_odd and not style.bold else "text"


def _apart(run: list[Placed]) -> Iterator[list[Placed]]:
    """A run in its parts, where white lies between."""
    part = run[:1]
    for before, item in pairwise(run):
        if before.line.y - item.line.y > _WHITE * item.line.style.size:
            yield part
            part = []
        part.append(item)
    yield part


@dataclass
class _Document:
    """Runs of lines that look alike, and what a judgement of one must know of the others."""

    placed: list[Placed]
    runs: list[list[Placed]]
    measures: Measures

    def kind(self, at: int) -> str | None:
        """`caption`, `paragraph` (a note) or `pull_quote`; null for the text itself."""
        run = self.runs[at]
        oddness = _oddness(run[0], self.measures)
        if oddness == "small" and not self._goes_on(at):
            return "caption" if len(run) <= _CAPTION_LINES else "paragraph"
        if oddness == "small":
            return None
        if oddness == "text" or not self._is_within_text(at):
            return None
        is_quote = _stands_out(run, self.measures) and (self._interrupts(at) or self._is_repeated(run))
        return "pull_quote" if is_quote or _is_framed(run) else None

    def _goes_on(self, at: int) -> bool:
        """It is the next line of a sentence: a scanner's guesses of size vary from line to line."""
        before, item = self._neighbours[at][0], self.runs[at][0]
        if before is None or before.column != item.column or _END.search(before.line.text):
            return False
        is_next = before.line.y - item.line.y < 1.2 * self.measures.leading
        is_level = abs(item.line.x0 - item.edges.left) < 0.5 * self.measures.size
        return is_next and is_level and item.line.text[0].islower()

    def _is_within_text(self, at: int) -> bool:
        """There is text on either side of it: what follows a headline leads into the article."""
        before, _ = self._neighbours[at]
        return before is not None and not is_heading(before.line, self.measures) and len(self.runs[at]) <= _QUOTE_LINES

    def _interrupts(self, at: int) -> bool:
        """The sentence before it isn't finished and goes on behind it, or the paragraph does and would show its end."""
        before, after = self._neighbours[at]
        if before is None or after is None or is_heading(after.line, self.measures):
            return False
        is_open = before.line.text.endswith(("-", "\u00ad")) or not _END.search(before.line.text)
        would_show = self.measures.is_justified and self.measures.indent is not None
        return (
            (is_open or would_show)
            and not is_short(before, after, self.measures)
            and not is_indented(after, self.measures)
        )

    @cached_property
    def _neighbours(self) -> list[tuple[Placed | None, Placed | None]]:
        """The last line of the text before each run, and the first one behind it."""
        is_text = [_oddness(run[0], self.measures) == "text" for run in self.runs]
        before: list[Placed | None] = [None]
        after: list[Placed | None] = [None]
        for run, text in zip(self.runs, is_text, strict=True):
            before.append(run[-1] if text else before[-1])
        for run, text in zip(reversed(self.runs), reversed(is_text), strict=True):
            after.append(run[0] if text else after[-1])
        return list(zip(before[:-1], after[-2::-1], strict=True))

    def _is_repeated(self, run: list[Placed]) -> bool:
        """Much of it stands elsewhere as well, three words in a row at least."""
        seen = [self._triples[triple] > 1 for triple in _triples(run)]
        return sum(seen) >= max(1, _REPEATED * len(seen))

    @cached_property
    def _triples(self) -> Counter[tuple[str, str, str]]:
        return Counter(_triples(self.placed))


def _stands_out(run: list[Placed], measures: Measures) -> bool:
    """In larger italics, or centred."""
    if all(item.line.style.size >= LARGE * measures.size and item.line.style.italic for item in run):
        return True
    ends = [(item.line.x0 - item.edges.left, item.edges.right - item.line.x1) for item in run]
    return all(left > measures.size and abs(left - right) < measures.size for left, right in ends)


def _is_framed(run: list[Placed]) -> bool:
    """It stands in quotation marks as a whole."""
    text = " ".join(item.line.text for item in run)
    return (text[0], text[-1]) in _QUOTED and len(run) > 1


def _triples(items: list[Placed]) -> Iterator[tuple[str, str, str]]:
    words = _WORD.findall(" ".join(item.line.text for item in items).casefold())
    return zip(words, words[1:], words[2:], strict=False)
