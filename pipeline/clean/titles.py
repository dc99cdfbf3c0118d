"""The title: what stands above a text without being a sentence of it, and is not the site's own name."""

import re

from pipeline.clean.draft import Draft, Line, ends_sentence, starts_high, starts_low

_LONGEST = 300
_LINES = 4
_FIRST = 5
"""Among how many first blocks the title is."""
_BELOW = 6
"""How many lines below tell how long a line of the text is."""
_NAME = 5
"""A site's name has no more words."""
_HEAD = 8
"""Among how many first lines the headline stands below whose paper it is."""
_DATELINE = 80
"""In how many letters of its text an agency says its name again."""
_REFERENCE = re.compile(r"[\w°/.-]{0,12}\d[\w/.-]{0,12}")

Block = list[Line]


def find_title(draft: Draft) -> None:
    """Give the first heading of the text the role of its title; a text may have none.

    What stands above it is a rubric (« Tribune ») and stays, or the publication's name and goes.
    """
    if not draft.lines or any(line.role == "title" for line in draft.lines):
        return
    if headline := _below_masthead(draft):
        at = draft.lines.index(headline[0])
        for line in draft.lines[:at]:
            if not draft.rules.lines["byline"].fullmatch(line.text):
                line.role = "heading"
        for line in headline:
            line.role = "title"
        return
    above = _above_the_text(draft)
    for i, block in enumerate(above):
        last = i + 1 == len(above)
        if not last and _is_site_name(draft, _text(block), _text(above[i + 1])):
            draft.drop(block, "find_title")
            continue
        rubric = not last and _is_rubric(draft, block, above[i + 1])
        for line in block:
            line.role = "heading" if rubric else "title"
        if not rubric:
            return


def _below_masthead(draft: Draft) -> Block:
    """The headline of a paper that says above it whose it is; empty where no such name stands there.

    « Conseil européen », « Communiqué de presse », « 4 avril », « Déclaration commune à l'issue du sommet ».
    """
    found: list[Block] = []
    at = 0
    while at < len(draft.lines) and len(found) < _HEAD:
        block = _block(draft, at)
        at += len(block)
        text = _text(block)
        is_house = draft.rules.lines["house"].fullmatch(text) or (not found and _is_agency(draft, text, at))
        if not found and not is_house:
            return []
        if found and not is_house and not _is_reference(draft, text):
            if at == len(draft.lines) or not _could_be_title(block) or starts_low(draft.lines[at].text):
                return []
            if len(text.split()) >= _NAME and len(text) > len(_text(found[0])):
                return block
        found.append(block)
    return []


def _is_agency(draft: Draft, name: str, at: int) -> bool:
    """A word in capitals that is said again where the text begins: « ASTANA, 3 mai. KAZINFORM – »."""
    if not name.isupper() or not name.isalpha():
        return False
    below = draft.lines[at : at + _HEAD]
    return any(
        name in line.text[:_DATELINE].upper() for line in below if len(line.text) > _DATELINE and line.text != name
    )


def _is_reference(draft: Draft, text: str) -> bool:
    """A date, a sort of text or a number, as institutions put them between their name and the headline."""
    return any(draft.rules.lines[kind].fullmatch(text) for kind in ("byline", "label")) or bool(
        _REFERENCE.fullmatch(text)
    )


def _above_the_text(draft: Draft) -> list[Block]:
    """The first blocks, as far as each could be a title."""
    found: list[Block] = []
    at = 0
    while at < len(draft.lines) and len(found) < _FIRST:
        block = _block(draft, at)
        at += len(block)
        if at == len(draft.lines) or not _could_be_title(block):
            break
        if starts_low(draft.lines[at].text) and (found or not _is_short(block, draft.lines[at : at + _BELOW])):
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


def _is_short(block: Block, below: list[Line]) -> bool:
    """Whether a line is a title though what stands below begins inside a sentence: columns may be out of order."""
    return len(block) == 1 and 5 * len(block[0].text) < 4 * max(len(line.text) for line in below)


def _text(block: Block) -> str:
    return " ".join(line.text for line in block)


def _is_site_name(draft: Draft, name: str, headline: str) -> bool:
    """A few words above what reads like a headline: a publication's, or said again where the source is named."""
    words = len(name.split())
    if words > _NAME or len(headline.split()) <= max(words, _NAME - 1):
        return False
    if draft.rules.lines["press"].fullmatch(name):
        return True
    return any(source in draft.string for source in (f"({name}) –", f"({name}) -", f"Avec {name}", f"© {name}"))


def _is_rubric(draft: Draft, block: Block, headline: Block) -> bool:
    """What sort of text it is, or a word above a headline that a date or a signature follows."""
    text = _text(block)
    if draft.rules.lines["label"].fullmatch(text):
        return True
    at = next(i for i, line in enumerate(draft.lines) if line is headline[-1])
    signed = any(draft.rules.lines["byline"].fullmatch(line.text) for line in draft.lines[at + 1 : at + 2])
    return signed and " " not in text
