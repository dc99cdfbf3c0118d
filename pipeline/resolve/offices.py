"""Offices compared: what of a printed title tells one office from another."""

from pipeline.gazetteer import Gazetteer
from pipeline.resolve.clusters import Evidence
from pipeline.resolve.profiles import Office
from pipeline.resolve.rules import Linking
from pipeline.spelling import words

Post = tuple[str, str | None]
"""An office without what changes from text to text, and its country."""


class Posts:
    """Reads printed titles; remembers those it has read."""

    def __init__(self, linking: Linking, gazetteer: Gazetteer) -> None:
        self._rules = linking.offices
        self._function_words = linking.organisations.function_words
        self._gazetteer = gazetteer
        self._titles: dict[str, Post] = {}

    def of(self, office: Office) -> Post:
        """The post: « ancienne ministre kazakhe de la Santé » is (« ministre sante », KZ)."""
        if office.title not in self._titles:
            self._titles[office.title] = self._read(office.title)
        title, country = self._titles[office.title]
        return title, office.country or country

    def _read(self, title: str) -> Post:
        kept, country = [], None
        for word in words(title).split():
            if demonym := self._gazetteer.demonym_folded(word):
                country = demonym
            elif word not in self._function_words and word not in self._rules.passing:
                kept.append(self._masculine(word))
        plain = " ".join(kept)
        return self._rules.also.get(plain, plain), country

    def _masculine(self, word: str) -> str:
        singular = word[:-1] if word.endswith("s") and len(word) > 3 else word
        for ending, other in self._rules.feminine.items():
            if singular.endswith(ending):
                return singular.removesuffix(ending) + other
        return singular


def same_post(one: frozenset[Post], other: frozenset[Post]) -> Evidence | None:
    """Both hold the same office; the country counts where both texts give it."""
    for weight, countries in ((2.0, "both"), (1.5, "one")):
        for title, country in sorted(one, key=repr):
            for other_title, other_country in sorted(other, key=repr):
                if title != other_title or not title:
                    continue
                if countries == "both" and country and country == other_country:
                    return Evidence(weight, f"both {title} of {country}")
                if countries == "one" and None in (country, other_country):
                    return Evidence(weight, f"both {title}")
    return None


def same_country(one: frozenset[Post], other: frozenset[Post]) -> Evidence | None:
    """Both hold some office of one country."""
    shared = sorted({c for _, c in one if c} & {c for _, c in other if c})
    return Evidence(1.0, f"both hold an office of {shared[0]}") if shared else None


def impossible(one: frozenset[Post], other: frozenset[Post], highest: frozenset[str]) -> str | None:
    """One person does not hold the highest offices of two countries."""
    mine = {country for title, country in one if title in highest and country}
    others = {country for title, country in other if title in highest and country}
    return "the highest offices of two countries" if mine and others and not mine & others else None
