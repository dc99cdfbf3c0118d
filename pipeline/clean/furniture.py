"""What a printed page carries besides its text: running heads, footers, page numbers, the masthead."""

import re
from collections import Counter, defaultdict

from pipeline.clean.draft import Draft, Line, blocks, ends_sentence, starts_low
from pipeline.clean.rules import CleanRules

MARKED = ("running_head", "page_number", "footer")
_NUMBER = re.compile(
    r"(?P<before>[-–—•|\[( ]{1,4})?(?P<word>page|pg?\.)? ?(?P<number>\d{1,4})"
    r"(?P<of> ?(?:/|sur) ?\d{1,4})?(?P<after>[-–—•|\]) ]{1,4})?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:page |p\. ?)?\d{1,4} ?[|·•–—] ?(?P<left>\D.{2,80})|(?P<right>.{2,80}?\D) ?[|·•–—] ?(?:page |p\. ?)?\d{1,4}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LONGEST = 90
_FIRST = 3
"""Among how many first blocks of a text its running head stands."""
_EDGE = 2
"""How many lines of a page's head or foot its furniture takes."""
_APART = 400
"""Code points that lie between a running head and its next occurrence at least: it is once on a page."""


def drop_page_furniture(draft: Draft) -> None:
    """Drop running heads, footers and page numbers: a page foot can stand inside a cut word."""
    draft.drop([line for line in draft.lines if line.role in MARKED], "drop_page_furniture")
    if draft.marked:
        return
    groups = blocks(draft.lines)
    numbers = _page_numbers(groups)
    heads = _running_heads(groups, {line.start for line in numbers})
    draft.drop(numbers + heads + _masthead(groups, draft.rules), "drop_page_furniture")


def _page_numbers(groups: list[list[Line]]) -> list[Line]:
    """Lines alone in their block that count the pages."""
    decorated: list[Line] = []
    bare: list[tuple[int, Line, bool]] = []
    for i, group in enumerate(groups):
        for line in group if len(group) == 1 else _edges(groups, i):
            match = _NUMBER.fullmatch(line.text) if len(line.text) < 20 else None
            if match is None:
                continue
            if match["word"] or match["of"] or (match["before"] and match["after"]):
                decorated.append(line)
            else:
                bare.append((int(match["number"]), line, _interrupts(groups, i) or i in (0, len(groups) - 1)))
    return decorated + _counted(bare)


def _counted(found: list[tuple[int, Line, bool]]) -> list[Line]:
    """Bare numbers that count up by one; a single one where it stands as only a page number does."""
    chains: list[list[tuple[int, Line, bool]]] = []
    last: dict[int, list[tuple[int, Line, bool]]] = {}
    for entry in found:
        chain = last.pop(entry[0] - 1, None)
        if chain is None:
            chain = []
            chains.append(chain)
        chain.append(entry)
        last[entry[0]] = chain
    right = [chain for chain in chains if len(chain) > 1 or chain[0][2]]
    return [line for chain in right for _, line, _ in chain]


def _edges(groups: list[list[Line]], i: int) -> list[Line]:
    """The block's lines that stand first or last on a page whose ends the file gives."""
    group = groups[i]
    first = group[:_EDGE] if group[0].page else []
    ends = groups[i + 1][0].page if i + 1 < len(groups) else groups[0][0].page
    last = group[-_EDGE:] if ends else []
    return first + [line for line in last if line not in first]


def _interrupts(groups: list[list[Line]], i: int) -> bool:
    """Whether the block stands in the middle of a sentence."""
    if not 0 < i < len(groups) - 1:
        return False
    before, after = groups[i - 1][-1].text, groups[i + 1][0].text
    return not ends_sentence(before) and starts_low(after)


def _running_heads(groups: list[list[Line]], numbers: set[int]) -> list[Line]:
    """Short blocks that come back page after page, numbers aside."""
    places: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    numbered: list[tuple[str, Line]] = []
    for i, group in enumerate(groups):
        for line in _candidates(groups, i):
            if line.start in numbers or len(line.text) > _LONGEST or line.cut:
                continue
            if len(group) > 1 and starts_low(line.text):
                continue
            if match := _NUMBERED.fullmatch(line.text):
                numbered.append((_key(match["left"] or match["right"]), line))
            elif not line.text.endswith((".", ",", ";")) or len(group) == 1:
                places[_key(line.text)].append((i, line))
    numbered_keys = Counter(key for key, _ in numbered)
    again = {key: found for key, found in places.items() if len(found) > 1}
    beside = numbers | {line.start for found in again.values() for _, line in found}
    sure = {key for key in places if key in numbered_keys}
    sure |= {key for key, found in again.items() if _comes_back(found, groups, beside)}
    if any(places[key][0][0] < _FIRST for key in sure):  # where one stands on top of the page, so do the others
        sure |= {key for key, found in again.items() if found[0][0] < _FIRST and _is_apart(found)}
    heads = [line for key, line in numbered if numbered_keys[key] > 1 or key in places]
    return heads + [line for key in places if key in sure for _, line in places[key]]


def _candidates(groups: list[list[Line]], i: int) -> list[Line]:
    group = groups[i]
    if len(group) <= 2:
        return group
    return _edges(groups, i)


def _key(text: str) -> str:
    return _DIGITS.sub("0", text).casefold().strip(" -–—|·•")


def _comes_back(found: list[tuple[int, Line]], groups: list[list[Line]], beside: set[int]) -> bool:
    """At the head of the text and again where a page ends, or at pages' ends each time."""
    if all(line in _edges(groups, i) for i, line in found):
        return True
    if not _is_apart(found):
        return False
    ends = [_interrupts(groups, i) or _beside(groups, i, beside) for i, _ in found]
    return all(ends) or (found[0][0] < _FIRST and any(ends[1:])) or (found[0][0] == 0 and _is_bare(groups[1]))


def _is_apart(found: list[tuple[int, Line]]) -> bool:
    return found[-1][1].start - found[0][1].start >= _APART


def _beside(groups: list[list[Line]], i: int, starts: set[int]) -> bool:
    """Whether a page ends before or after the block, or other furniture stands there."""
    near = [groups[j][k].start for j, k in ((i - 1, -1), (i + 1, 0)) if 0 <= j < len(groups)]
    page = groups[i][0].page or (i + 1 < len(groups) and groups[i + 1][0].page)
    return page or not starts.isdisjoint(near)


def _is_bare(group: list[Line]) -> bool:
    return len(group) <= 2 and not ends_sentence(group[-1].text)


def _masthead(groups: list[list[Line]], rules: CleanRules) -> list[Line]:
    """A periodical's number among the first blocks, and its name above it."""
    heads: list[Line] = []
    for i, group in enumerate(groups[:_FIRST]):
        if len(group) == 1 and rules.lines["masthead"].fullmatch(group[0].text):
            heads += [line for block in groups[:i] for line in block if len(block) == 1] + group
    return heads
