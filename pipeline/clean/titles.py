"""The title: what stands above a text without being a sentence of it, and is not the site's own name."""

from pipeline.clean.draft import Draft, Line, ends_sentence, starts_high, starts_low

_LONGEST = 300
_LINES = 4
_FIRST = 5
"""Among how many first blocks the title is."""
_NAME = 5
"""A site's name has no more words."""

Block = list[Line]


def find_title(draft: Draft) -> None:
    """Give the first heading of the text the role of its title; a text may have none.

    What stands above it is a label (« Tribune ») and stays, or the publication's name and goes.
    """
    if not draft.lines or any(line.role == "title" for line in draft.lines):
        return
    above = _above_the_text(draft)
    for i, block in enumerate(above):
        text = _text(block)
        if draft.rules.lines["label"].fullmatch(text) and i + 1 < len(above):
            continue
        if _is_site_name(draft, above, i):
            draft.drop(block, "find_title")
            continue
        for line in block:
            line.role = "title"
        return


def _above_the_text(draft: Draft) -> list[Block]:
    """The first blocks, as far as each could be a title."""
    found: list[Block] = []
    at = 0
    while at < len(draft.lines) and len(found) < _FIRST:
        block = _block(draft, at)
        at += len(block)
        if at == len(draft.lines) or starts_low(draft.lines[at].text) or not _could_be_title(block):
            break
        if draft.rules.lines["byline"].fullmatch(_text(block)):
            break
        found.append(block)
    return found


def _block(draft: Draft, at: int) -> Block:
    """The lines down to the next blank one; one line where each is a paragraph."""
    lines = draft.lines
    if not draft.wrapped:
        return lines[at : at + 1]
    end = at + 1
    while end < len(lines) and not lines[end].gap and lines[end].role == lines[at].role and end - at <= _LINES:
        end += 1
    return lines[at:end]


def _could_be_title(block: Block) -> bool:
    text, last = _text(block), block[-1].text
    if len(block) > _LINES or len(text) > _LONGEST or not starts_high(text) or block[0].role not in ("", "heading"):
        return False
    if last[-1] in ",;:":
        return False
    return not block[-1].cut and (not ends_sentence(last) or last[-1] in "?!»…")


def _text(block: Block) -> str:
    return " ".join(line.text for line in block)


def _is_site_name(draft: Draft, above: list[Block], i: int) -> bool:
    """A few words above what reads like a headline: a publication's, or said again where sources are named."""
    if i + 1 >= len(above):
        return False
    name, headline = _text(above[i]), _text(above[i + 1])
    if len(name.split()) > _NAME or len(headline.split()) <= len(name.split()) or len(headline.split()) < _NAME:
        return False
    return (
        bool(draft.rules.lines["press"].fullmatch(name))
        or _is_source(draft, name)
        or _above_byline(draft, above[i + 1])
    )


def _is_source(draft: Draft, name: str) -> bool:
    return any(mark in draft.string for mark in (f"({name})", f"{name} |", f"/ {name}", f"© {name}"))


def _above_byline(draft: Draft, headline: Block) -> bool:
    """Whether a date or a signature stands below the headline: then this is a news page, and above is its rubric."""
    place = next(i for i, line in enumerate(draft.lines) if line is headline[-1])
    below = draft.lines[place + 1 : place + 2]
    return bool(below) and draft.rules.lines["byline"].fullmatch(below[0].text) is not None
