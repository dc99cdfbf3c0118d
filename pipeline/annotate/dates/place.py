"""A match in its text, and the words beside it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_NEXT = re.compile(r"[^\S\n]*(?:\n(?!\s*\n))?[^\S\n]*([^\W\d_]+|\S)?")
_LONGEST = 30
_WHOSE = r"(?:\s+n[°o]\s*\d+)?(?:\s+\w+)?(?:\s+(?:de\s+la\s+|de\s+l['’]|d['’]|des?\s+|du\s+)\w+){0,2}"
"""Between the noun of a genre and its day: a number, an adjective, a complement or two."""


def plain(word: str) -> str:
    """A word without case and apostrophe; accents stay, for « des » is not « dès »."""
    return word.casefold().rstrip("'’")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Words around a match that make it a date or no date; all of them `plain`."""

    sets: Mapping[str, frozenset[str]]
    published: re.Pattern[str]
    dateline: re.Pattern[str]
    genre: re.Pattern[str]

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> "Surroundings":
        """Take the lists of `dates_words.toml`."""
        sets = {key: frozenset(map(plain, entries)) for key, entries in words.items()}
        published = re.compile("|".join(words["published"]), re.IGNORECASE)
        genres = "|".join(re.escape(noun).replace("'", "['’]") for noun in words["genres"])
        genre = re.compile(rf"(?:{genres}){_WHOSE}\s*(?:\bdu|[,:–—-])?\s*(?:\ble)?", re.IGNORECASE)
        return cls(sets, published, re.compile("|".join(words["dateline"])), genre)

    def announces(self, line: str) -> bool:
        """Whether a line says when the text was published or brought up to date."""
        return self.published.match(line.strip()) is not None

    def is_dateline(self, head: str) -> bool:
        """Whether what stands before a date at the start of a line is a place and an agency, as in a dateline."""
        return self.dateline.fullmatch(head.strip()) is not None

    def is_genre(self, head: str) -> bool:
        """Whether what stands before a date in a title is the noun of a genre: « Compte rendu de la séance du »."""
        return self.genre.fullmatch(head.strip()) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """A match in its text."""

    text: str
    start: int
    end: int
    words: Surroundings

    @property
    def next(self) -> str:
        """The next word or sign of the same paragraph, as printed."""
        found = _NEXT.match(self.text, self.end)
        return (found[1] or "") if found else ""

    @property
    def before(self) -> str:
        """The word or sign before in the same paragraph, as printed; a word with its apostrophe."""
        text, end = self.text, self.start
        while end and text[end - 1].isspace():
            end -= 1
        if not end or (self.start - end > 1 and text.count("\n", end, self.start) > 1):
            return ""
        start = end - (text[end - 1] in "'’")
        while start and text[start - 1].isalnum() and end - start < _LONGEST:
            start -= 1
        return text[min(start, end - 1) : end]

    def said(self, word: str, among: str) -> bool:
        """Whether a word is in one of the lists."""
        return bool(word) and plain(word) in self.words.sets[among]
