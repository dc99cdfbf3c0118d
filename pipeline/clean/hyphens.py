"""A word cut at a line end: one word, or a compound that was cut at its own hyphen?

The evidence is asked in order, and the first that knows decides: clitics and inversions, capitals and
digits, the word seen whole elsewhere in this text, a lexicon. What none of them knows is joined or kept by
how such words mostly are, and is a doubt.
"""

import re
from collections import Counter
from dataclasses import dataclass

from pipeline.clean.rules import CleanRules

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_LONGEST = 60
_RARE = 3e-8
"""Frequency of what wordfreq has seen once or twice: a misprint as likely as a word."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the halves are one word, whether that is certain, and why."""

    join: bool
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class Cut:
    """The two halves, down to the letters that touch the hyphen.

    « l’en- | semble » has `left` « en », `right` « semble »; « fran- | co-kazakhe » has `rest` « kazakhe »;
    « Bar-le- | Duc » has `head` « Bar », `left` « le ».
    """

    head: str
    left: str
    right: str
    rest: str

    @property
    def joined(self) -> str:
        """The halves as one word, in lower case."""
        return (self.left + self.right).lower()

    @property
    def hyphened(self) -> str:
        """The halves with their hyphen, in lower case."""
        return f"{self.left}-{self.right}".lower()

    def whole(self, joint: str) -> str:
        """The whole word, in lower case."""
        return "-".join(part for part in (self.head, self.left + joint + self.right, self.rest) if part).lower()


class Words:
    """The words of a text that stand whole in it, counted when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts: Counter[str] | None = None

    def count(self, word: str) -> int:
        """How often the text has the word."""
        if self._counts is None:
            self._counts = Counter(_WORD.findall(self._text.lower().replace("’", "'")))
            for compound in [word for word in self._counts if "'" in word]:
                self._counts[compound.rpartition("'")[2]] += self._counts[compound]
        return self._counts[word.replace("’", "'")]


def part(left: str, right: str) -> Cut | None:
    """The halves of the word that a line end cuts; none where there is no letter on one of the sides.

    >>> part("dans l’en-", "semble du")
    Cut(head='', left='en', right='semble', rest='')
    """
    before = left[-_LONGEST:-1].rsplit(None, 1)[-1:]
    after = right[:_LONGEST].split(None, 1)[:1]
    words = _WORD.findall(before[0]) if before else []
    first = _WORD.match(after[0]) if after else None
    if not words or first is None or not before[0].endswith(words[-1]):
        return None
    head, _, last = words[-1].rpartition("-")
    right_word, _, rest = first[0].partition("-")
    elided = max(last.rfind("’"), last.rfind("'"))
    return Cut(head, last[elided + 1 :], right_word.replace("’", "'"), rest)


def decide(cut: Cut, words: Words, rules: CleanRules) -> Verdict:
    """One word or two, by the first evidence that knows.

    Clitics look at the joined form first, for « el- | le » is no inversion.
    """
    lexicon = rules.lexicon
    known = cut.joined in rules.join or lexicon.knows(cut.joined)
    for evidence in (_listed, _digits, _clitic, _capitals, _seen):
        verdict = evidence(cut, known, words, rules)
        if verdict is not None:
            return verdict
    return _by_lexicon(cut, known, rules)


def _listed(cut: Cut, known: bool, words: Words, rules: CleanRules) -> Verdict | None:
    if cut.joined in rules.join:
        return Verdict(True, True, "listed as one word")
    forms = {cut.hyphened, cut.whole("-"), f"{cut.left}-{cut.right}-{cut.rest}".lower()}
    if forms & rules.keep:
        return Verdict(False, True, "listed as a compound")
    return None


def _digits(cut: Cut, known: bool, words: Words, rules: CleanRules) -> Verdict | None:
    if cut.left[-1:].isdigit() or cut.right[0].isdigit():
        return Verdict(False, True, "digits")
    return None


def _clitic(cut: Cut, known: bool, words: Words, rules: CleanRules) -> Verdict | None:
    right = cut.right.lower()
    if right == "t" and cut.rest.lower() in rules.clitics:
        return Verdict(False, True, "inversion")
    if cut.left.lower() == "t" and cut.head and right in rules.clitics:
        return Verdict(False, True, "inversion")
    if known or words.count(cut.whole("")):
        return None
    if right in rules.clitics or right in rules.particles:
        left = cut.left.lower()
        if rules.lexicon.knows(left) or rules.lexicon.frequency(left) > 1e-6:
            return Verdict(False, True, "clitic")
    return None


def _capitals(cut: Cut, known: bool, words: Words, rules: CleanRules) -> Verdict | None:
    if not cut.right[0].isupper():
        return None
    if cut.left.isupper() and cut.right.isupper() and len(cut.left) > 1:
        if known or words.count(cut.whole("")):
            return Verdict(True, True, "a word in capitals")
        if rules.lexicon.frequency(cut.joined) > rules.lexicon.frequency(cut.right.lower()):
            return Verdict(True, False, "a word in capitals")
    return Verdict(False, True, "capital behind the hyphen")


def _seen(cut: Cut, known: bool, words: Words, rules: CleanRules) -> Verdict | None:
    """The word, or the part of it that the line end cut, stands whole elsewhere."""
    joined = words.count(cut.whole("")) + (words.count(cut.joined) if cut.head or cut.rest else 0)
    kept = words.count(cut.whole("-")) + (words.count(cut.hyphened) if cut.head or cut.rest else 0)
    if joined != kept:
        return Verdict(joined > kept, True, "seen whole in this text")
    return None


def _by_lexicon(cut: Cut, known: bool, rules: CleanRules) -> Verdict:
    lexicon = rules.lexicon
    left, right = cut.left.lower(), cut.right.lower()
    compound = lexicon.knows(cut.hyphened) or (bool(cut.rest) and lexicon.knows(f"{cut.hyphened}-{cut.rest.lower()}"))
    if known or compound:
        return Verdict(known, known != compound, "in the lexicon")
    if (left in rules.links and cut.head) or (right in rules.links and cut.rest and len(left) > 2):
        return Verdict(False, True, "a small word between two others")
    halves = _is_word(right, rules) and (_is_word(left, rules) or left in rules.first_halves)
    common = lexicon.frequency(cut.joined)
    if halves and left in rules.first_halves and common < 1e-6:
        return Verdict(False, True, "a first half that asks for a hyphen")
    if common > _RARE and common >= _together(left, right, rules):
        return Verdict(True, True, "common as one word")
    if halves and len(left) > 2 and len(right) > 2:
        return Verdict(False, False, "two words")
    return Verdict(True, not halves, "no two words")


def _is_word(word: str, rules: CleanRules) -> bool:
    return len(word) > 1 and (rules.lexicon.knows(word) or rules.lexicon.frequency(word) > 3e-6)


def _together(left: str, right: str, rules: CleanRules) -> float:
    """How often the two would stand side by side if each stood anywhere."""
    a, b = rules.lexicon.frequency(left), rules.lexicon.frequency(right)
    return a * b / (a + b) if a and b else 0.0
