"""The small words of `configs/fr/events_words.toml`, ready to be asked."""

import re
from collections.abc import Mapping
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from pipeline.spelling import fold

_ORDINAL = re.compile(r"(\d{1,4})(?:e|è|er|re|ère|ème|eme|ᵉ|ans)?$")


class Ordinals(BaseModel):
    """« premier » to « vingtième » in order, and round numbers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...]
    tens: Mapping[str, int]

    def number(self, word: str) -> int | None:
        """The number of an ordinal, in words or digits.

        >>> known = Ordinals(words=("premier", "deuxième"), tens={"trentième": 30})
        >>> known.number("25ème"), known.number("deuxième"), known.number("trentième"), known.number("beau")
        (25, 2, 30, None)
        """
        if word in self.words:
            return self.words.index(word) + 1
        digits = _ORDINAL.match(word)
        return int(digits[1]) if digits else self.tens.get(word)


class Words(BaseModel):
    """All of `events_words.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    prepositions: Mapping[str, tuple[str, ...]]
    compounds: Mapping[str, tuple[str, ...]]
    words: Mapping[str, frozenset[str]]
    groups: Mapping[str, frozenset[str]]
    avoir: Mapping[str, tuple[str, ...]]
    etre: Mapping[str, tuple[str, ...]]
    modals: Mapping[str, frozenset[str]]
    happen: Mapping[str, tuple[str, ...]]
    wishes: Mapping[str, frozenset[str]]
    governors: Mapping[str, tuple[str, ...]]
    bilateral: Mapping[str, frozenset[str]]
    ordinals: "Ordinals"
    abbreviations: Mapping[str, frozenset[str]]
    attended: Mapping[str, tuple[str, ...]]
    interposed: Mapping[str, tuple[str, ...]]

    def __getitem__(self, key: str) -> frozenset[str]:
        return self.words[key]

    @cached_property
    def preposition(self) -> dict[str, str]:
        """Each form of a preposition to the one it stands for."""
        return {form: name for name, forms in self.prepositions.items() for form in forms}

    @cached_property
    def compound(self) -> dict[tuple[str, ...], str]:
        """The words of a compound preposition, without its « de » or « à », to its name."""
        return {tuple(_words(form)[:-1]): name for name, forms in self.compounds.items() for form in forms}

    @cached_property
    def auxiliaries(self) -> dict[str, tuple[str, str]]:
        """Each form of avoir and être: the verb, and the tense."""
        verbs = {"avoir": self.avoir, "être": self.etre}
        return {f: (verb, tense) for verb, tenses in verbs.items() for tense, forms in tenses.items() for f in forms}

    @cached_property
    def finite(self) -> frozenset[str]:
        """Forms of avoir and être that start a clause's verb."""
        skipped = {"infinitive", "gerund"}
        return frozenset(f for f, (_, tense) in self.auxiliaries.items() if tense not in skipped)

    @cached_property
    def modal(self) -> dict[str, str]:
        """Each modal to what it makes of an infinitive."""
        return {word: status for status, words in self.modals.items() for word in words}

    @cached_property
    def clause_ends(self) -> frozenset[str]:
        """Words and marks behind which another clause begins."""
        return self.words["closers"] | self.words["relatives"]

    @cached_property
    def leaning(self) -> frozenset[str]:
        """Words for someone whom the sentence before names."""
        return (self.words["pronouns"] - {"y"}) | self.words["possessives"]

    @cached_property
    def attendance(self) -> re.Pattern[str]:
        """What says of those named in a sentence that they took part in what the one before tells of."""
        return re.compile(r"\b(?:" + "|".join(self.attended["verbs"]).replace(" ", r"\s+") + r")(?!\w)")

    @cached_property
    def between(self) -> str:
        """What may part a verb from the words that its rule asks for: « a pris *lundi* la tête »."""
        return rf"(?:,?\s*(?:{'|'.join(self.interposed['adverbials'])}),?\s+){{0,2}}"

    @cached_property
    def stand_ins(self) -> frozenset[str]:
        """Words by which somebody may be meant who is not named."""
        meant = self.words["holders"] | self.words["demonstratives"] | self.groups["leaders"]
        return self.leaning | meant

    @cached_property
    def collective(self) -> frozenset[str]:
        """Nouns that may mean a body named before."""
        return self.words["bodies"] | self.words["firms"] | self.words["delegates"]

    @cached_property
    def before_nouns(self) -> frozenset[str]:
        """Articles and what may stand between them and their noun: quotation marks."""
        return self.words["articles"] | self.words["quotation marks"]

    @cached_property
    def compound_ends(self) -> frozenset[str]:
        """The last words of compound prepositions, before « de »."""
        return frozenset(words[-1] for words in self.compound if words)

    @cached_property
    def group_of(self) -> dict[str, str]:
        """« pays » to `states`, « présidents » to `leaders`."""
        return {word: name for name, words in self.groups.items() for word in words}

    @cached_property
    def plain(self) -> frozenset[str]:
        """The closed words as `fold` writes them."""
        return frozenset(fold(word) for word in self.closed | self.words["articles"])

    @cached_property
    def closed(self) -> frozenset[str]:
        """Words that no noun phrase holds inside."""
        lists = ("coordinators", "clitics", "negations", "relatives", "subordinators", "pronouns", "speakers")
        return frozenset().union(*(self.words[key] for key in lists)) | set(self.preposition) | set(self.auxiliaries)


def _words(phrase: str) -> list[str]:
    return phrase.replace("'", "' ").split()
