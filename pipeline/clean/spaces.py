"""A space lost where a line ended, put back where it is sure: « la paix.Le ministre », « le traitéLes deux »."""

import re

from pipeline.aligned import AlignedText, Edit
from pipeline.clean.rules import CleanRules

_SENTENCE = re.compile(r"[.!?…»](?<=[a-zà-öø-ÿœ]{2}.)(?=([A-ZÀ-ÖØ-ÝŒ][a-zà-öø-ÿœ]*)(?![\w.@/]))")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÝŒ](?<=[a-zà-öø-ÿœ]{3}.)[a-zà-öø-ÿœ]{0,4}(?= )")
_BEFORE = re.compile(r"(?<!\w)[a-zà-öø-ÿœ]{3,30}$")
_FAR = 32
_LONG = 4


def part_glued_words(text: AlignedText, rules: CleanRules) -> AlignedText:
    """Put a space between a sentence's end and the next one's first word.

    Behind a full stop any longer word is one; without it only an article or a preposition in a capital is,
    where letters before it are a word, for names are written so too (« GitHub », « McKinsey »).
    """
    string = str(text)
    edits: list[Edit] = [(m.end(), m.end(), " ") for m in _SENTENCE.finditer(string) if _is_first(m[1], rules)]
    edits += [(m.start(), m.start(), " ") for m in _CAPITAL.finditer(string) if _is_glued(string, m, rules)]
    return text.replace(sorted(edits)) if edits else text


def _is_first(word: str, rules: CleanRules) -> bool:
    return len(word) >= _LONG or word.lower() in rules.small_words


def _is_glued(string: str, match: re.Match[str], rules: CleanRules) -> bool:
    word = match[0].lower()
    if len(word) < 2 or word not in rules.small_words:
        return False
    before = _BEFORE.search(string[max(0, match.start() - _FAR) : match.start()])
    return before is not None and rules.lexicon.knows(before[0])
