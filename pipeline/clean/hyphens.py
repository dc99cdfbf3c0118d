"""A word cut at a line end: one word, or a compound that was cut at its own hyphen?

The evidence is asked in order, and the first that knows decides: clitics and inversions, capitals and
digits, the word seen whole elsewhere in this text, a lexicon. What none of them knows is joined or kept by
how such words mostly are, and is a doubt.
"""

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from pipeline.clean.rules import CleanRules

_WORD = re.compile(r"\w{1,60}(?:[-’']\w{1,60}){0,9}")
_LAST = re.compile(r"\w+(?:[-’']\w+)*$")
_AROUND = ".,;:!?…()[]{}«»“”\"'-–—/*"
_LONGEST = 60
_RARE = 3e-8
"""Frequency of what wordfreq has seen once or twice: a misprint as likely as a word."""
_COMMON, _EVERYDAY = 1e-6, 5e-6


class Verdict(NamedTuple):
    """Whether the halves are one word, whether that is certain, and why."""

    join: bool
    sure: bool
    why: str


class Cut(NamedTuple):
    """The two halves, down to the letters that touch the hyphen.

    « l’en- | semble » has `left` « en », `right` « semble »; « fran- | co-kazakhe » has `rest` « kazakhe »;
    « Bar-le- | Duc » has `head` « Bar », `left` « le ». `joined` and `hyphened` are the two readings of
    `left` and `right`, in lower case.
    """

    head: str
    left: str
    right: str
    rest: str
    joined: str
    hyphened: str

    def whole(self, joint: str) -> str:
        """The whole word, in lower case, with a hyphen at the cut or without."""
        middle = self.joined if not joint else self.hyphened
        if not self.head and not self.rest:
            return middle
        return "-".join(part for part in (self.head.lower(), middle, self.rest.lower()) if part)


class Words:
    """The words of a text that stand whole in it, counted when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts: Counter[str] | None = None

    def count(self, word: str) -> int:
        """How often the text has the word."""
        if self._counts is None:
            self._counts = Counter(word.strip(_AROUND) for word in self._text.lower().replace("’", "'").split())
            for compound in [word for word in self._counts if "'" in word]:
                self._counts[compound.rpartition("'")[2]] += self._counts[compound]
        return self._counts[word.replace("’", "'")]


def part(left: str, right: str) -> Cut | None:
    """The halves of the word that a line end cuts; none where there is no letter on one of the sides.

    >>> cut = part("dans l’en-", "semble du")
    >>> cut.left, cut.right, cut.joined
    ('en', 'semble', 'ensemble')
    """
    before, after = _last_word(left), _WORD.match(right)
    if not before or after is None:
        return None
    head, _, last = before.rpartition("-")
    first, _, rest = after[0].partition("-")
    last, first = last[max(last.rfind("’"), last.rfind("'")) + 1 :], first.replace("’", "'")
    return Cut(head, last, first, rest, (last + first).lower(), f"{last}-{first}".lower())


def _last_word(line: str) -> str:
    """The word that touches the hyphen at the end of a line."""
    token = line[-_LONGEST:-1].rsplit(None, 1)[-1:]
    if not token or token[0].isalpha():
        return token[0] if token else ""
    match = _LAST.search(token[0])
    return match[0] if match else ""


class _Case(NamedTuple):
    """A cut word with all that is asked about it; `known` says that dictionaries have the joined form."""

    cut: Cut
    words: Words
    rules: CleanRules
    known: bool


def decide(cut: Cut, words: Words, rules: CleanRules) -> Verdict:
    """One word or two, by the first evidence that knows.

    The joined form is asked first, for « el- | le » is no inversion.
    """
    case = _Case(cut, words, rules, cut.joined in rules.join or rules.lexicon.knows(cut.joined))
    for evidence in _EVIDENCE:
        verdict = evidence(case)
        if verdict is not None:
            return verdict
    return _by_halves(case)


def _listed(case: _Case) -> Verdict | None:
    cut, rules = case.cut, case.rules
    if cut.joined in rules.join:
        return Verdict(True, True, "listed as one word")
    if {cut.hyphened, cut.whole("-"), f"{cut.hyphened}-{cut.rest.lower()}"} & rules.keep:
        return Verdict(False, True, "listed as a compound")
    return None


def _inversion(case: _Case) -> Verdict | None:
    """« a- | t-elle », « a-t- | elle », « est- | il », « celui- | ci »."""
    cut, rules = case.cut, case.rules
    left, right = cut.left.lower(), cut.right.lower()
    if (right == "t" and cut.rest.lower() in rules.clitics) or (left == "t" and cut.head and right in rules.clitics):
        return Verdict(False, True, "inversion")
    if case.known or (right not in rules.clitics and right not in rules.particles):
        return None
    if case.words.count(cut.whole("")) or rules.lexicon.frequency(cut.joined) > _COMMON:  # « Char- | les »
        return None
    if rules.lexicon.knows(left) or rules.lexicon.frequency(left) > 1e-6:
        return Verdict(False, True, "clitic")
    return None


def _digits(case: _Case) -> Verdict | None:
    """Print cuts no figures, and no single letters off a word."""
    cut = case.cut
    if cut.left[-1].isdigit() or cut.right[0].isdigit():
        return Verdict(False, True, "digits")
    if len(cut.right) == 1 or (len(cut.left) == 1 and not case.known):
        return Verdict(False, True, "a letter by itself")
    return None


def _capitals(case: _Case) -> Verdict | None:
    """« Jean- | Louis », but « DÉVELOP- | PEMENT »."""
    cut, lexicon = case.cut, case.rules.lexicon
    if not cut.right[0].isupper():
        return None
    if cut.left.isupper() and cut.right.isupper():
        if case.known or case.words.count(cut.whole("")):
            return Verdict(True, True, "a word in capitals")
        if lexicon.frequency(cut.joined) > lexicon.frequency(cut.right.lower()):
            return Verdict(True, False, "a word in capitals")
    return Verdict(False, True, "capital behind the hyphen")


def _seen(case: _Case) -> Verdict | None:
    """The word, or the part of it that the line end cut, stands whole elsewhere."""
    cut, count = case.cut, case.words.count
    joined, kept = count(cut.whole("")), count(cut.whole("-"))
    if cut.head or cut.rest:
        joined, kept = joined + count(cut.joined), kept + count(cut.hyphened)
    if joined != kept:
        return Verdict(joined > kept, True, "seen whole in this text")
    return None


def _in_lexicon(case: _Case) -> Verdict | None:
    cut, lexicon = case.cut, case.rules.lexicon
    compound = lexicon.knows(cut.hyphened) or (bool(cut.rest) and lexicon.knows(f"{cut.hyphened}-{cut.rest.lower()}"))
    if case.known and compound:  # print is cut at a hyphen rather than anywhere else
        return Verdict(lexicon.frequency(cut.joined) > _EVERYDAY, False, "in the lexicon both ways")
    return Verdict(case.known, True, "in the lexicon") if case.known or compound else None


_EVIDENCE: tuple[Callable[[_Case], Verdict | None], ...] = (_listed, _inversion, _digits, _capitals, _seen, _in_lexicon)


def _by_halves(case: _Case) -> Verdict:
    """No dictionary has the word: what its halves are, and how common it is."""
    cut, rules = case.cut, case.rules
    left, right = cut.left.lower(), cut.right.lower()
    common = rules.lexicon.frequency(cut.joined)
    if common < _COMMON and (
        (cut.left in rules.links and cut.head) or (cut.right in rules.links and cut.rest and left[2:])
    ):
        return Verdict(False, True, "a small word between two others")
    halves = _is_word(right, rules) and (_is_word(left, rules) or left in rules.first_halves)
    if halves and left in rules.first_halves and common < _COMMON:
        return Verdict(False, True, "a first half that asks for a hyphen")
    if left.endswith("o") and left[3:] and right[4:] and common < _RARE and rules.lexicon.knows(right):
        return Verdict(False, False, "two peoples or two fields")
    if common > _RARE and common >= _together(left, right, rules):
        return Verdict(True, True, "common as one word")
    if halves and cut.left[0].islower() and len(left) > 2 and len(right) > 2:
        return Verdict(False, False, "two words")
    return Verdict(True, not halves or common > _RARE, "a name" if cut.left[0].isupper() else "no two words")


def _is_word(word: str, rules: CleanRules) -> bool:
    return len(word) > 1 and (rules.lexicon.knows(word) or rules.lexicon.frequency(word) > 3e-6)


def _together(left: str, right: str, rules: CleanRules) -> float:
    """How often the two would stand side by side if each stood anywhere."""
    a, b = rules.lexicon.frequency(left), rules.lexicon.frequency(right)
    return a * b / (a + b) if a and b else 0.0
