"""The title: what stands above a text without being a sentence of it."""

from pipeline.clean.draft import Draft, Line, ends_sentence, is_cut, starts_high

_LONGEST = 300
_LINES = 4


def find_title(draft: Draft) -> None:
    """Give the first heading of the text the role of its title; a text may have none."""
    if any(line.role == "title" for line in draft.lines) or not draft.lines:
        return
    block = _first_block(draft)
    text = " ".join(line.text for line in block)
    last = block[-1].text
    if len(draft.lines) == len(block) or len(text) > _LONGEST or not starts_high(text):
        return
    if (ends_sentence(last) and last[-1] not in "?!»…") or is_cut(last) or block[0].role not in ("", "heading"):
        return
    for line in block:
        line.role = "title"


def _first_block(draft: Draft) -> list[Line]:
    """The lines down to the first blank one; one line where each is a paragraph."""
    if not draft.wrapped:
        return draft.lines[:1]
    end = 1
    while end < len(draft.lines) and not draft.lines[end].gap and end <= _LINES:
        end += 1
    return draft.lines[:end] if end <= _LINES else draft.lines[:1]
