"""An organisation's name taken to pieces: what sort of body, whose, and what tells it from its likes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.gazetteer import Gazetteer
from pipeline.resolve.rules import Linking
from pipeline.spelling import words


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A name's telling words in their order, in the singular, and the countries that it names.

    `head` says what sort of body it is, where that may be left out; `rest` are the other words.
    """

    core: tuple[str, ...]
    countries: frozenset[str]
    head: str | None
    rest: tuple[str, ...]


class OrganisationNames:
    """Reads names; knows the countries' names and adjectives."""

    def __init__(self, linking: Linking, gazetteer: Gazetteer) -> None:
        self._rules = linking.organisations
        self._gazetteer = gazetteer
        countries = [(words(form), p.country) for form, p in gazetteer.names() if p.kind == "country" and p.country]
        self._countries: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for form, code in sorted(countries, key=lambda named: -named[0].count(" ")):
            self._countries[form.partition(" ")[0]].append((form.split(), code))

    def read(self, name: str) -> OrganisationName:
        """The name's pieces: « Sénat du Kazakhstan » is (« senat »), KZ."""
        core: list[str] = []
        countries: set[str] = set()
        for word, country in self._pieces(words(name).split()):
            if country:
                countries.add(country)
            elif word not in self._rules.function_words:
                core.append(singular(word))
        head = core[0] if len(core) > 1 and core[0] in self._rules.heads else None
        return OrganisationName(tuple(core), frozenset(countries), head, tuple(core[1:] if head else core))

    def is_common(self, name: OrganisationName) -> bool:
        """Whether every country may have one of that name."""
        return all(word in self._rules.common for word in name.core)

    def is_place(self, name: str) -> bool:
        """Whether a place is called so."""
        return bool(self._gazetteer.find(name))

    def _pieces(self, tokens: list[str]) -> Iterator[tuple[str, str | None]]:
        at = 0
        while at < len(tokens):
            length, country = self._country(tokens, at)
            yield " ".join(tokens[at : at + length]), country
            at += length

    def _country(self, tokens: list[str], at: int) -> tuple[int, str | None]:
        for form, country in self._countries.get(tokens[at], ()):
            if tokens[at : at + len(form)] == form:
                return len(form), country
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if self._gazetteer.demonym_folded(following) and (code := self._gazetteer.prefix_folded(tokens[at])):
            return 1, code
        return 1, self._gazetteer.demonym_folded(tokens[at])


def singular(word: str) -> str:
    """A word without the plural's mark, right or not: only to compare by."""
    if len(word) > 3 and word.endswith("aux"):
        return word[:-3] + "al"
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
