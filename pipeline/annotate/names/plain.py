"""Text as the rules match it: one sort of apostrophe and space, and many words in one expression."""

import re
from collections.abc import Iterable, Mapping

PLAIN = (("’", "'"), ("ʼ", "'"), ("\u00a0", " "), ("\u202f", " "), ("‑", "-"), ("‐", "-"))
"""One code point for one: offsets in the plain text are those of the text."""


def plain(text: str) -> str:
    """The text with one sort of apostrophe, hyphen and space.

    >>> plain("l’Asie\u00a0centrale")
    "l'Asie centrale"
    """
    for written, instead in PLAIN:  # six searches for one character each are faster than one table of six
        text = text.replace(written, instead)
    return text


def lowered(text: str) -> str:
    """The text in lower case, code point for code point."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def alternatives(forms: Iterable[str]) -> str:
    """One expression for many words that tries each letter once.

    >>> alternatives(["roi", "rois", "reine"])
    'r(?:eine|oi(?:s)?)'
    """
    root: dict[str, dict[str, object]] = {}
    for form in forms:
        node: dict = root  # type: ignore[type-arg]
        for letter in form:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: Mapping[str, object]) -> str:
    branches = []
    for letter, child in sorted(node.items()):
        text, below = re.escape(letter), child
        while letter and isinstance(below, dict) and len(below) == 1 and "" not in below:
            ((letter, below),) = below.items()
            text += re.escape(letter)
        if letter:
            branches.append(text + (_branch(below) if isinstance(below, dict) and set(below) != {""} else ""))
    whole = "|".join(branches)
    if "" in node:
        return f"(?:{whole})?"
    return f"(?:{whole})" if len(branches) > 1 else whole
