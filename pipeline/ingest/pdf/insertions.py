"""What stands among the lines and is no part of them: captions and notes in small type, pull quotes."""

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.ingest.pdf.blocks import Block, is_heading, is_indented, is_short
from pipeline.ingest.pdf.flow import Placed
from pipeline.ingest.pdf.measures import Measures

_SMALL = 0.87
_LARGE = 1.08
_CAPTION_LINES = 6
_END = re.compile(r"[.!?…:;»”\"][»”\"')]*$")
_WORD = re.compile(r"\w+")


def parted(placed: list[Placed], measures: Measures) -> tuple[list[Placed], list[Block]]:
    """The lines of the text itself, and the blocks that interrupt it."""
    runs = [list(run) for _, run in groupby(placed, key=lambda item: (_oddness(item, measures), item.column))]
    kinds = [_kind(at, runs, measures, placed) for at in range(len(runs))]
    text: list[Placed] = []
    blocks: list[Block] = []
    for run, kind in zip(runs, kinds, strict=True):
        if kind:
            blocks += [Block(kind, part) for part in _apart(run)]
            continue
        if text and blocks and blocks[-1].lines[-1].column == run[0].column:
            run[0].resumes = True
        text += run
    return text, blocks


def _oddness(item: Placed, measures: Measures) -> str:
    style = item.line.style
    if style.size <= _SMALL * measures.size:
        return "small"
    is_odd = (style.italic and not measures.style.italic) or style.size >= _LARGE * measures.size
    return "odd" if is_odd and not style.bold else "text"


def _apart(run: list[Placed]) -> Iterator[list[Placed]]:
    """A run in its parts, where white lies between."""
    part = run[:1]
    for before, item in zip(run, run[1:], strict=False):
        if before.line.y - item.line.y > 1.8 * item.line.style.size:
            yield part
            part = []
        part.append(item)
    yield part


def _kind(at: int, runs: list[list[Placed]], measures: Measures, placed: list[Placed]) -> str | None:
    """`caption`, `paragraph` (a note) or `pull_quote`, or null for the text itself."""
    run = runs[at]
    oddness = _oddness(run[0], measures)
    if oddness == "small":
        return "caption" if len(run) <= _CAPTION_LINES else "paragraph"
    if oddness == "text" or at == 0 or not _stands_out(run, measures):
        return None
    is_quote = _interrupts(at, runs, measures) or _is_repeated(run, placed)
    return "pull_quote" if is_quote else None


def _stands_out(run: list[Placed], measures: Measures) -> bool:
    """In larger type, or centred."""
    if all(item.line.style.size >= _LARGE * measures.size for item in run):
        return True
    ends = [(item.line.x0 - item.edges.left, item.edges.right - item.line.x1) for item in run]
    return all(left > measures.size and abs(left - right) < measures.size for left, right in ends)


def _interrupts(at: int, runs: list[list[Placed]], measures: Measures) -> bool:
    """The sentence before it isn't finished, and goes on behind it."""
    before = next((run[-1] for run in reversed(runs[:at]) if _oddness(run[0], measures) == "text"), None)
    after = next((run[0] for run in runs[at + 1 :] if _oddness(run[0], measures) == "text"), None)
    if before is None or after is None or is_heading(before.line, measures) or is_heading(after.line, measures):
        return False
    is_open = before.line.text.endswith("-") or not _END.search(before.line.text)
    return is_open and not is_short(before, after, measures) and not is_indented(after, measures)


def _is_repeated(run: list[Placed], placed: list[Placed]) -> bool:
    """Three words of it in a row stand in the text as well."""
    own = {id(item) for item in run}
    words = _words(run)
    triples = set(zip(words, words[1:], words[2:], strict=False))
    text = _words([item for item in placed if id(item) not in own])
    return any(triple in triples for triple in zip(text, text[1:], text[2:], strict=False))


def _words(items: list[Placed]) -> list[str]:
    return _WORD.findall(" ".join(item.line.text for item in items).casefold())
