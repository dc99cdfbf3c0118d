"""Institutions that go on up to their acronym in brackets: « Société des pétroles du Sénégal (Petrosen) »."""

import re

from pipeline.annotate.names.page import Page

_ACRONYM_AHEAD = re.compile(r"(?P<name>[^.,;:()\n«»]{0,110}?) ?\((?P<acronym>[A-ZÉ][\w&-]{1,11})\)")
_MOST, _FEW = 14, 9
"""Words before the bracket: at the very most, and where half of the letters are enough."""
_HALF, _LETTERS = 0.5, 4
"""So many letters do not meet by chance."""


def bracketed(page: Page, start: int, end: int, capital: bool) -> int | None:
    """Up to an acronym in brackets: « Société des pétroles du Sénégal (Petrosen) », « agence spatiale (ESA) »."""
    match = _ACRONYM_AHEAD.match(page.plain, end)
    if match is None or match["name"].count(" ") > _MOST or page.known_place(match.start("acronym")):
        return None
    acronym, stop = match["acronym"], match.end("name")
    words = page.lexicon.fold(page.plain[start:stop]).split(" ")
    if _initials(page.lexicon.fold(acronym), words):
        return stop
    if not capital or words[0][0] != page.lexicon.fold(acronym)[0]:
        return None
    share = _matched(page.lexicon.fold(acronym), words) / len(acronym)
    if len(words) < _FEW and sum(c.isupper() for c in acronym) > 1 and share >= _HALF:
        return stop
    return stop if len(acronym) >= _LETTERS and share == 1 else None


def _matched(acronym: str, words: list[str]) -> int:
    """How many of its letters are the first ones of the words, in order."""
    found, at = 0, 0
    for letter in acronym:
        k = next((k for k in range(at, len(words)) if words[k][:1] == letter), None)
        if k is not None:
            found, at = found + 1, k + 1
    return found


def _initials(acronym: str, words: list[str]) -> bool:
    """Its letters are the first ones of the words, in order; small words may be left out.

    >>> _initials("afd", ["agence", "francaise", "de", "developpement"]), _initials("oms", ["agence", "spatiale"])
    (True, False)
    """
    rest = [word for word in words if word]
    for letter in acronym:
        k = next((k for k, word in enumerate(rest) if word[0] == letter), None)
        if k is None or any(len(word) > 4 for word in rest[:k]):
            return False
        rest = rest[k + 1 :]
    return len(acronym) > 1 and all(len(word) < 5 for word in rest[1:])
