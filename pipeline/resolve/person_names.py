"""A person's name taken to pieces: given names, surname, and how sure the parting is."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.spelling import skeleton, sound, surname_sound, words


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as printed, parted into folded words.

    `family` is a key of the surname; `marked` says that capitals mark it; `short` that the given name is open:
    a surname alone, or behind initials.
    """

    printed: str
    given: tuple[str, ...]
    surname: tuple[str, ...]
    family: str
    marked: bool
    short: bool


@lru_cache(maxsize=200_000)
def parted(name: str, particles: frozenset[str]) -> PersonName:
    """The name's pieces; `particles` open a surname.

    >>> de = frozenset({"d", "de", "le"})
    >>> parted("Charles de Gaulle", de).surname, parted("TOKAÏEV Kassym-Jomart", de).given
    (('de', 'gaulle'), ('kassym', 'jomart'))
    >>> [parted(name, de).short for name in ("K.-J. Tokaïev", "D. Bekov", "Le Drian", "LI Wang", "Roza Kim")]
    [True, True, True, False, False]
    """
    tokens = [token for token in name.replace("’", "'").split() if _folded(token)]
    given, surname, marked = _by_capitals(tokens) or _by_particles(tokens, particles)
    while given and surname and _is_particle(given[-1], particles):
        surname.insert(0, given.pop())
    return PersonName(
        printed=name,
        given=_words(given),
        surname=(last := _words(surname)),
        family=_family(last, particles),
        marked=marked,
        short=all(_INITIALS.fullmatch(token) for token in given),
    )


_folded = lru_cache(maxsize=65_536)(words)
"""`words`, remembered: given names and particles come again and again."""

_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+|[A-ZÀ-Þ]-?[A-ZÀ-Þ]?")

_SYLLABLE = re.compile("[B-DF-HJ-NP-TV-XZ][AEIOUY]")
"""Two letters that are a surname, « LI », rather than initials."""

Pieces = tuple[list[str], list[str], bool]


def _by_capitals(tokens: list[str]) -> Pieces | None:
    """« TOKAÏEV Kassym-Jomart »: what is in capitals is the surname, unless all is."""
    capitals = [_shouted(token) for token in tokens]
    if not any(capitals) or all(token.isupper() for token in tokens):
        return None
    pairs = list(zip(tokens, capitals, strict=True))
    return [t for t, c in pairs if not c], [t for t, c in pairs if c], True


def _shouted(token: str) -> bool:
    if not token.isupper() or "." in token:
        return False
    return sum(c.isalpha() for c in token) > 2 or _SYLLABLE.fullmatch(token) is not None


def _by_particles(tokens: list[str], particles: frozenset[str]) -> Pieces:
    cut = max(len(tokens) - 1, 0)
    while cut > 0 and _is_particle(tokens[cut - 1], particles):
        cut -= 1
    return tokens[:cut], tokens[cut:], False


def _is_particle(token: str, particles: frozenset[str]) -> bool:
    return _folded(token) in particles and "." not in token


def _family(surname: tuple[str, ...], particles: frozenset[str]) -> str:
    """A key of the surname without its particles, in any transliteration."""
    telling = [word for word in surname if word not in particles]
    return " ".join(surname_sound(word) for word in telling or surname)


def _words(tokens: list[str]) -> tuple[str, ...]:
    return tuple(word for token in tokens for word in _folded(token).split())


@lru_cache(maxsize=65_536)
def sounds(name: PersonName) -> tuple[str, ...]:
    """The sounds of all its words, in their own order."""
    return (*(sound(word) for word in name.given), *(surname_sound(word) for word in name.surname))


def bones(name: PersonName) -> tuple[str, str]:
    """A key of the first given name's consonants and the surname: « Alexandre » is « Aleksander »."""
    return skeleton(name.given[0]), name.family


def any_order(name: PersonName) -> tuple[str, ...]:
    """A key of the name's words in any order and transliteration."""
    return tuple(sorted(surname_sound(word) for word in (*name.given, *name.surname)))


def given_agree(one: PersonName, other: PersonName) -> bool:
    """Whether the given names can be the same ones, an initial standing for its name.

    >>> given_agree(parted("K.-J. Tokaïev", frozenset()), parted("Kassym-Jomart Tokayev", frozenset()))
    True
    >>> given_agree(parted("Jean Martin", frozenset()), parted("Pierre Martin", frozenset()))
    False
    """
    if one.short or other.short:
        initials, full = (one, other) if one.short else (other, one)
        return all(word.startswith(i) for i, word in zip("".join(initials.given), full.given, strict=False))
    return all(_same_given(a, b) for a, b in zip(one.given, other.given, strict=False))


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) if len(short) == 1 else sound(one) == sound(other)
