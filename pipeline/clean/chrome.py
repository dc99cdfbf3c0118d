"""What a web site puts around a text: menus, share lines, notices, contact blocks, the headline again."""

import re
import unicodedata

from pipeline.clean.draft import Draft, Line, ends_sentence
from pipeline.clean.rules import CleanRules

_BLANKS = re.compile(r" {2,}")
_LONGEST = 420
_BODY = 160
"""A line as long as this is a paragraph, or the middle of one; what stands beyond all of them is the page's edge."""
_LINK = 160
_HEADLINE = (20, 300)
_FIRST = 12
"""Among how many lines a headline is where no paragraph shows where it ends."""


def drop_site_chrome(draft: Draft) -> None:
    """Drop the lines that `configs/fr/clean.toml` knows, and what belongs to them."""
    first, last = _body(draft)
    last = _without_feet(draft, first, last)
    gone: list[Line] = []
    for i, line in enumerate(draft.lines):
        if len(line.text) > _LONGEST or (draft.wrapped and first < i < last and not line.gap):
            continue
        text = _BLANKS.sub(" ", line.text)
        above = gone[-1].text if i and gone and gone[-1] is draft.lines[i - 1] else ""
        if _is_chrome(text, draft.rules, i < first, i > last) or _belongs_to(above, text, draft.rules, i > last):
            gone.append(line)
    draft.drop(gone, "drop_site_chrome")


def _is_chrome(text: str, rules: CleanRules, above: bool, below: bool) -> bool:
    wheres = ["anywhere"] + ["edge"] * (above or below) + ["tail"] * below
    return any(rules.lines[where].fullmatch(text) for where in wheres)


def _belongs_to(above: str, text: str, rules: CleanRules, below: bool) -> bool:
    """A link's own line below « Lire aussi », an address below « Contact »: short, and no sentence."""
    if len(text) > _LINK or ends_sentence(text):
        return False
    rule = rules.lines["anywhere"].fullmatch(above) or rules.lines["tail"].fullmatch(above)
    return rule is not None and (rule.lastgroup == "renvoi" or (below and rule.lastgroup in ("contact", "coordonnees")))


def _body(draft: Draft) -> tuple[int, int]:
    """The first and the last line that belong to paragraphs."""
    long = [
        i
        for i, line in enumerate(draft.lines)
        if len(line.text) >= _BODY or (draft.wrapped and i and not line.gap and not line.role)
    ]
    return (long[0], long[-1]) if long else (0, len(draft.lines) - 1)


def _without_feet(draft: Draft, first: int, last: int) -> int:
    """The last line of the body where an address and a page number follow it without a blank line."""
    tail = draft.rules.lines["tail"]
    while (
        last > first
        and len(draft.lines[last].text) <= _LONGEST
        and tail.fullmatch(_BLANKS.sub(" ", draft.lines[last].text))
    ):
        last -= 1
    return last


def drop_repeated_headline(draft: Draft) -> None:
    """Keep a headline once, and not in capitals where the page has it otherwise too.

    The site's own name above it goes too, where the dateline says it again (« Paris / La Gazette »).
    """
    seen: dict[str, Line] = {}
    gone: list[Line] = []
    for line in draft.lines[: _body(draft)[0] or _FIRST]:
        if not _HEADLINE[0] <= len(line.text) <= _HEADLINE[1]:
            continue
        key = squashed(line.text)
        before = seen.get(key)
        if before is not None:
            worse = before if before.text.isupper() and not line.text.isupper() else line
            gone.append(worse)
            line = before if worse is line else line
        seen[key] = line
    draft.drop(gone + _site_name(draft.lines), "drop_repeated_headline")


def _site_name(lines: list[Line]) -> list[Line]:
    """The site's own name above all else, where the dateline says it again."""
    if len(lines) < 3 or len(lines[0].text) > 40 or not lines[1].gap or ends_sentence(lines[0].text):
        return []
    name = squashed(lines[0].text)
    datelines = (squashed(line.text) for line in lines[1:8] if len(line.text) <= 60 and "/" in line.text)
    return lines[:1] if any(line.endswith(name) and line != name for line in datelines) else []


def squashed(text: str) -> str:
    """Letters and digits alone, without case or accents: how two printings of one line are compared.

    >>> squashed("L’État, c’est…") == squashed("L'ETAT C'EST")
    True
    """
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(filter(str.isalnum, plain))
