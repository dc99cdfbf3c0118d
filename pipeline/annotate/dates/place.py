"""A match in its text, and the words beside it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_NEXT = re.compile(r"[^\S\n]*(?:\n(?!\s*\n))?[^\S\n]*([^\W\d_]+|\S)?")
_LONGEST = 30
_DATELINE = 80
_MARKS = " \t\u00a0*_>([-–—•"
_FULL_DAY = re.compile(r"(?<!\d)\d\d?(?:er|ᵉʳ)?\s+[^\W\d_]{3,9}\.?\s+\d{4}$")
_WHOSE = (
    r"(?:\s+n[°o]\s*\d+)?(?:\s+\w+)?(?:\s+(?:de\s+la\s+|de\s+l['’]|d['’]|des?\s+|du\s+)\w+){0,2}"
    r"(?:\s*[,(]?\s*(?:(?:à|au|aux|en)\s+)?(?-i:[A-ZÉÈÎÔ])[\w'’-]+,?)?"
)
"""Between the noun of a genre and its day: a number, an adjective, a complement or two, a place."""


def plain(word: str) -> str:
    """A word without case and apostrophe; accents stay, for « des » is not « dès »."""
    return word.casefold().rstrip("'’")


def starts_free(text: str, start: int) -> bool:
    """Whether no longer word, number or code has begun before: « A2018 », « 3,9 », « 133-03-03-2020 »."""
    if not start or not text[start].isalnum():
        return True
    before = text[start - 1]
    if before == " ":
        return True
    if before.isalnum() or before == "_":
        return False
    if before in "-‑" and text[start].islower() and start > 1 and text[start - 2].isalpha():
        return False
    return not (text[start].isdigit() and before in ".,/-:+#@&=$€£°'’" and _joins(text, start - 2, before))


def ends_free(text: str, end: int) -> bool:
    """Whether none goes on behind: « 3,9 », « 40 % », « mai-68tards »."""
    if end >= len(text) or not text[end - 1].isalnum():
        return True
    after = text[end]
    if after == " ":
        return True
    if after.isalnum() or after == "_":
        return False
    if text[end - 1].isdigit() and after in ".,/-:&@" and end + 1 < len(text):
        return not text[end + 1].isdigit()
    if after in "-‑" and text[end - 1].isalpha() and end + 1 < len(text) and text[end + 1].islower():
        return False
    return not (text[end - 1].isdigit() and after in "%‰€$£°")


def _joins(text: str, at: int, sign: str) -> bool:
    if sign in "+#@=$€£&°":
        return True
    if at < 0:
        return False
    return text[at].isdigit() or (sign in "-/" and text[at].isalpha() and at > 0 and text[at].isupper())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Words around a match that make it a date or no date; all of them `plain`."""

    sets: Mapping[str, frozenset[str]]
    published: re.Pattern[str]
    dateline: re.Pattern[str]
    genre: re.Pattern[str]
    technical: re.Pattern[str]
    periodical: re.Pattern[str]
    issue: re.Pattern[str]
    act: re.Pattern[str]
    beside: re.Pattern[str]

    @classmethod
    def of(cls, words: Mapping[str, Sequence[str]]) -> "Surroundings":
        """Take the lists of `dates_words.toml`."""
        sets = {key: frozenset(map(plain, entries)) for key, entries in words.items()}
        published = re.compile("|".join(words["published"]), re.IGNORECASE)
        technical = re.compile("|".join(words["technical"]), re.IGNORECASE)
        issue = re.compile(rf"(?<!\w)(?:{'|'.join(words['issue'])})$", re.IGNORECASE)
        return cls(
            sets,
            published,
            re.compile("|".join(words["dateline"])),
            _noun_and_complements(words["genres"]),
            technical,
            _noun_and_complements(words["periodicals"]),
            issue,
            re.compile(rf"\b(?:{_either(words['numbered_acts'])})s?\b", re.IGNORECASE),
            re.compile("|".join(words["beside"]), re.IGNORECASE),
        )

    def announces(self, line: str) -> bool:
        """Whether a line says when the text was published or brought up to date."""
        return self.published.match(line.strip()) is not None

    def is_dateline(self, head: str) -> bool:
        """Whether what stands before a date at the start of a line is a place and an agency, as in a dateline."""
        return len(head) <= _DATELINE and self.dateline.fullmatch(head.strip()) is not None

    def is_technical(self, field: str) -> bool:
        """Whether a field of a line is about the print: its page, how long reading it takes."""
        return self.technical.fullmatch(field.strip()) is not None

    def is_genre(self, head: str) -> bool:
        """Whether what stands before a date in a title is the noun of a genre: « Compte rendu de la séance du »."""
        return self.genre.fullmatch(head.strip()) is not None

    def is_periodical(self, head: str) -> bool:
        """Whether what stands before a period is the noun of what comes out regularly: « Édition du »."""
        return self.periodical.fullmatch(head.strip()) is not None

    def ends_with_issue(self, head: str) -> bool:
        """Whether it ends with the number of an issue, « La Lettre du port n° 12 », and not with that of an act."""
        return self.issue.search(head.rstrip()) is not None and self.act.search(head) is None

    def is_beside(self, line: str) -> bool:
        """Whether a line is about a picture or further reading."""
        return self.beside.match(line.lstrip(_MARKS)) is not None


def _either(nouns: Sequence[str]) -> str:
    return "|".join(re.escape(noun).replace("'", "['’]") for noun in nouns)


def _noun_and_complements(nouns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_either(nouns)}){_WHOSE}\s*(?:\bdu|\bde(?:\s+l['’])?|\bd['’]|[,:(|·–—-])?\s*(?:\ble)?", re.IGNORECASE
    )


class Place:
    """A match in its text."""

    __slots__ = ("_before", "_next", "end", "start", "text", "words")

    def __init__(self, text: str, start: int, end: int, words: Surroundings) -> None:
        self.text, self.start, self.end, self.words = text, start, end, words
        self._before: str | None = None
        self._next: str | None = None

    @property
    def says_full_day(self) -> bool:
        """Whether it ends with a day, its month and its year: what comes then is not counted by the year."""
        return _FULL_DAY.search(self.text, self.start, self.end) is not None

    @property
    def next(self) -> str:
        """The next word or sign of the same paragraph, as printed."""
        if self._next is None:
            found = _NEXT.match(self.text, self.end)
            self._next = (found[1] or "") if found else ""
        return self._next

    @property
    def before(self) -> str:
        """The word or sign before in the same paragraph, as printed; a word with its apostrophe."""
        if self._before is None:
            self._before = self._word_before()
        return self._before

    def _word_before(self) -> str:
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
