"""A person's name taken to pieces: given names, surname, and how sure the parting is."""

from dataclasses import dataclass
from functools import lru_cache

from pipeline.spelling import sound, surname_sound, words


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as printed, parted into folded words.

    `family` is a key of the surname; `marked` says that capitals mark it.
    """

    printed: str
    given: tuple[str, ...]
    surname: tuple[str, ...]
    family: str
    marked: bool

    @property
    def short(self) -> bool:
        """Whether it leaves the given name open: a surname alone, or behind initials."""
        return all(len(word) < 3 for word in self.given)


@lru_cache(maxsize=200_000)
def parted(name: str, particles: frozenset[str]) -> PersonName:
    """The name's pieces; `particles` open a surname.

    >>> de = frozenset({"de", "le"})
    >>> parted("Charles de Gaulle", de).surname, parted("TOKAÏEV Kassym-Jomart", de).given
    (('de', 'gaulle'), ('kassym', 'jomart'))
    >>> parted("K.-J. Tokaïev", de).short, parted("Le Drian", de).short, parted("Roman Vassilenko", de).short
    (True, True, False)
    """
    tokens = [token for token in name.replace("’", "'").split() if words(token)]
    capitals = [_capital(token) for token in tokens]
    if any(capitals) and not all(capitals):
        surname = [t for t, c in zip(tokens, capitals, strict=True) if c]
        given = [t for t, c in zip(tokens, capitals, strict=True) if not c]
        while given and words(given[-1]) in particles:
            surname.insert(0, given.pop())
        return PersonName(name, _words(given), _words(surname), _family(surname, particles), True)
    cut = max(len(tokens) - 1, 0)
    while cut > 0 and words(tokens[cut - 1]) in particles:
        cut -= 1
    return PersonName(name, _words(tokens[:cut]), _words(tokens[cut:]), _family(tokens[cut:], particles), False)


def _family(surname: list[str], particles: frozenset[str]) -> str:
    """A key of the surname without its particles, in any transliteration."""
    every = _words(surname)
    return " ".join(surname_sound(word) for word in every if word not in particles or every == (word,))


def _words(tokens: list[str]) -> tuple[str, ...]:
    return tuple(word for token in tokens for word in words(token).split())


def _capital(token: str) -> bool:
    return token.isupper() and sum(c.isalpha() for c in token) > 2 and "." not in token


def sounds(name: PersonName) -> tuple[str, ...]:
    """The sounds of all its words, in their own order."""
    return (*(sound(word) for word in name.given), *(surname_sound(word) for word in name.surname))


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
    letters = "".join(one.given), "".join(other.given)
    if any(0 < len(text) < 3 for text in letters):
        initials, full = sorted((one.given, other.given), key=lambda given: len("".join(given)))
        return all(word.startswith(i) for i, word in zip("".join(initials), full, strict=False))
    return all(_same_given(a, b) for a, b in zip(one.given, other.given, strict=False))


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) if len(short) == 1 else sound(one) == sound(other)
