"""What stands in one list is of one kind: « Airbus, Leonardo et Thales », « les dirigeants de Suez et de Total »."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.annotate.names.cues import STRENGTH as SURE
from pipeline.annotate.names.page import UPPER, Page, Span

STRENGTH = 67
_NEAR, _FAR = 60, 8
_JOINTS = (", ", " et ", " ou ", ", et ", ", ou ")
_ARTICLED = tuple(f"{joint}{article}" for joint in _JOINTS for article in ("le ", "la ", "l'", "les "))
_PLACED = (" à ", "À ", " en ", "En ", "Au ")
_SAME = (" et de ", " et d'", " et à ")
_BETWEEN = re.compile(
    rf"(?:, |,? (?:et|ou) )(?P<name>[{UPPER}][\w&'-]*(?: [{UPPER}][\w&'-]*){{0,3}})(?:, |,? (?:et|ou) )"
)
_FEW, _MANY, _MOST = 2, 5, 0.7


def alike(page: Page, settled: Sequence[Span]) -> Iterator[Span]:
    """Members of lists, with the label of those that are sure."""
    chain: list[Span] = []
    for span in settled:
        if chain and (between := _between(page, chain[-1], span)) is not None:
            chain += [*between, span]
            continue
        yield from _levelled(page, chain)
        chain = [span]
    yield from _levelled(page, chain)
    for first, second in pairwise(settled):
        yield from _pair(page, first, second)


def _between(page: Page, first: Span, second: Span) -> list[Span] | None:
    """A name that nothing saw between two members, or none; null if they are no neighbours."""
    gap = page.plain[first.end : second.start] if second.start - first.end < _NEAR else ""
    if gap in _JOINTS or gap in _ARTICLED:
        return []
    found = _BETWEEN.fullmatch(gap) if gap.startswith(_JOINTS) and gap.endswith(_JOINTS) else None
    i = page.at.get(first.end + found.start("name")) if found else None
    if found is None or i is None or _no_name(page, i):
        return None
    start = first.end + found.start("name")
    return [Span(start, first.end + found.end("name"), "", "alike", 0)]


def _no_name(page: Page, i: int) -> bool:
    entry = page.capitals[i].entry
    return (
        entry.demonym
        or entry.noun
        or entry.office
        or entry.head
        or entry.civility
        or page.lexicon.is_common(entry.word)
    )


def _levelled(page: Page, chain: list[Span]) -> Iterator[Span]:
    label = _common(chain) if len(chain) > _FEW else None
    if label is None:
        return
    bare = not any(_article(page, span) for span in chain)
    for span in chain:
        if not bare and "PER" in (span.label, label):
            continue  # « la France, la Chine et Poutine »
        led = page.plain[max(0, span.start - 3) : span.start].endswith(_PLACED)
        if not led and span.strength < SURE and span.label != label and _may_be(page, span, label):
            yield Span(span.start, span.end, label, "alike", STRENGTH)


def _article(page: Page, span: Span) -> bool:
    return page.lower[max(0, span.start - 4) : span.start].endswith((" le ", " la ", " l'", "les "))


def _common(chain: Sequence[Span]) -> str | None:
    """The label of all sure members, if there are some; else that of most."""
    sure = [span.label for span in chain if span.strength >= SURE]
    if len(sure) >= _FEW:
        return sure[0] if len(set(sure)) == 1 else None
    labels = [span.label for span in chain if span.label]
    most = max(sorted(set(labels)), key=labels.count)
    return most if len(labels) >= _MANY and labels.count(most) >= _MOST * len(labels) else None


def _pair(page: Page, first: Span, second: Span) -> Iterator[Span]:
    """« de Suez et de Total »: the same preposition leads to organisations, to people of two names,
    to places behind a word that leads to one."""
    joint = page.plain[first.end : second.start] if second.start - first.end < _FAR else ""
    before = page.plain[max(0, first.start - 3) : first.start] if joint in _SAME else ""
    if not before.endswith(("de ", "d'", "à ")) or before.endswith("à ") != joint.endswith("à "):
        return
    for one, other in ((first, second), (second, first)):
        if one.strength < SURE or other.strength >= SURE or other.label == one.label:
            continue
        named = one.label == "PER" and " " in page.plain[other.start : other.end] and _may_be(page, other, "PER")
        placed = one.label == "LOC" and one.source.startswith("cues.") and _may_be(page, other)
        if named or placed or (one.label == "ORG" and _may_be(page, other)):
            yield Span(other.start, other.end, one.label, "alike", STRENGTH)


def _may_be(page: Page, span: Span, label: str = "ORG") -> bool:
    """What the model takes for a person with two names is one; a town and capitals are nobody."""
    text = page.plain[span.start : span.end]
    if label == "PER":
        return not text.isupper() and not page.lexicon.places(text)
    return span.label != "PER" or " " not in text
