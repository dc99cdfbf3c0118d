"""What is known of French names: `configs/fr` and the gazetteer, made ready to be asked word by word."""

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from pipeline.annotate.names.entries import Entry, Form, camel, first_word, index, initials, known_forms
from pipeline.annotate.names.office_words import OfficeForm, office_forms
from pipeline.annotate.names.openings import Openings
from pipeline.annotate.names.plain import alternatives, plain
from pipeline.annotate.names.rules import (
    CivilityRules,
    InstitutionRule,
    NameParts,
    OfficeRules,
    OrganisationNames,
    Rules,
)
from pipeline.gazetteer import Gazetteer, Place
from pipeline.spelling import words

_ARTICLES = ("le ", "la ", "les ", "l ")
"""What the gazetteer leaves out of a name."""
_MEMORY = 50_000
"""So many words are remembered; a text has few thousand different ones."""


@dataclass(frozen=True)
class Head:
    """A head noun and the rules that it opens, in order."""

    rules: tuple[InstitutionRule, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything that the rules ask, by word."""

    fold = staticmethod(lru_cache(_MEMORY)(words))
    """`spelling.words`, remembered."""

    rules: Rules
    gazetteer: Gazetteer
    common: Container[str] = frozenset()

    @classmethod
    def load(cls, french: Path, gazetteer: Path, common: Container[str] = frozenset()) -> "Lexicon":
        """Read the rules and the gazetteer; raises `ConfigError`. `common` are the words of any dictionary."""
        return cls(Rules.load(french), Gazetteer.load(gazetteer), common)

    @cached_property
    def entry(self) -> Callable[[str], Entry]:
        """What is known of a word; remembered."""
        return lru_cache(_MEMORY)(self._entry)

    def _entry(self, word: str) -> Entry:
        plain = word.isalpha() and word[1:].islower()
        lower, folded, first = word.lower(), self.fold(word), word if plain else first_word(word)
        first_folded = folded if first == word else self.fold(first)
        return Entry(
            word,
            lower,
            folded,
            first_folded,
            self.forms.get(first_folded, ()),
            self._gives(word),
            self._is_demonym(lower),
            folded in self.plain_nouns,
            lower in self.office_forms,
            lower in self.heads,
            word in self.civility_words,
            word in self.endings,
            not plain and initials(word),
            not plain and camel(word),
        )

    @cached_property
    def is_common(self) -> Callable[[str], bool]:
        """An ordinary French word, in any inflection; remembered."""
        return lru_cache(_MEMORY)(self._is_common)

    def _is_common(self, word: str) -> bool:
        lower = word.lower()
        if lower in self.common:
            return True
        return "-" in lower and all(part in self.common for part in lower.split("-"))

    @cached_property
    def places(self) -> Callable[[str], tuple[Place, ...]]:
        """`gazetteer.find`, remembered."""
        return lru_cache(_MEMORY)(self._find)

    def _find(self, form: str) -> tuple[Place, ...]:
        folded = self.fold(form)
        return self.gazetteer.find(form) if folded.startswith(_ARTICLES) else self.gazetteer.find_folded(folded)

    @property
    def names(self) -> NameParts:
        """What names of people are made of."""
        return self.rules.names

    @property
    def civilities(self) -> CivilityRules:
        """« M. », « Mme »."""
        return self.rules.civilities

    @property
    def offices(self) -> OfficeRules:
        """« président », « ministre »."""
        return self.rules.offices

    @property
    def organisations(self) -> OrganisationNames:
        """Organisations known by name."""
        return self.rules.organisations

    @cached_property
    def demonyms(self) -> dict[str, str]:
        """Adjective or people's name in lower case → country."""
        return {word.lower(): code for word, code in reversed(list(self.gazetteer.demonyms()))}

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """First half of an adjective → country: « franco »."""
        return {word.lower(): code for word, code in self.gazetteer.prefixes()}

    @cached_property
    def demonym_pattern(self) -> re.Pattern[str]:
        """Every adjective of a country, in lower-case text."""
        return re.compile(rf"\b{alternatives(self.demonyms)}(?!\w)")

    def is_demonym(self, word: str) -> bool:
        """« kazakhs », « Français », « franco-kazakhstanaises »."""
        return self._is_demonym(word.lower())

    def _is_demonym(self, lower: str) -> bool:
        if lower in self.demonyms:
            return True
        first, hyphen, last = lower.rpartition("-")
        return bool(hyphen) and (last in self.demonyms or last == "américain" or first in self.prefixes)

    def demonym(self, word: str) -> str | None:
        """The one country of an adjective."""
        return self.demonyms.get(word.lower())

    @cached_property
    def male(self) -> frozenset[str]:
        """Men's given names, folded."""
        return frozenset(words(name) for name in self.names.male.split())

    @cached_property
    def female(self) -> frozenset[str]:
        """Women's given names, folded."""
        return frozenset(words(name) for name in self.names.female.split())

    @cached_property
    def weak(self) -> frozenset[str]:
        """Given names that prove nothing alone, folded."""
        return frozenset(words(name) for name in self.names.weak.split())

    def is_given(self, word: str) -> bool:
        """A given name that proves a person; compounds too: « Jean-Baptiste », « Kassym-Jomart »."""
        return self.entry(word).given

    def _gives(self, word: str) -> bool:
        key = self.fold(word)
        if key in self.weak:
            return False
        if key in self.male or key in self.female:
            return True
        first, _, rest = key.partition(" ")
        return bool(rest) and "-" in word and first in self.either_gender and not word.isupper()

    @cached_property
    def either_gender(self) -> frozenset[str]:
        """All given names, folded."""
        return self.male | self.female

    def gender(self, given: str) -> str | None:
        """`m` or `f` by the given name, where it tells."""
        key = self.fold(given)
        for name in (key, key.partition(" ")[0]):
            man, woman = name in self.male, name in self.female
            if man != woman:
                return "m" if man else "f"
        return None

    @cached_property
    def forms(self) -> dict[str, tuple[Form, ...]]:
        """Folded first word → the places and organisations that start with it, longest first."""
        return index(known_forms(self.gazetteer, self.names.sites, self.organisations.names))

    @cached_property
    def exact(self) -> frozenset[str]:
        """Organisations' names as written: their capitals tell « Orange » from « ORANGE »."""
        return frozenset(plain(name) for names in self.organisations.names.values() for name in names)

    @cached_property
    def endings(self) -> frozenset[str]:
        """Last words that make a name an organisation's."""
        return frozenset(word for words in self.organisations.shapes.values() for word in words)

    @cached_property
    def no_acronyms(self) -> frozenset[str]:
        """Capitals that name no organisation, and products."""
        return frozenset((*self.organisations.acronyms["others"], *self.organisations.acronyms["products"]))

    @cached_property
    def plain_nouns(self) -> frozenset[str]:
        """Common nouns, months and days that the press capitalises, folded."""
        return frozenset(words(w) for w in (*self.names.capitalised_nouns, *self.names.months_and_days))

    @cached_property
    def heads(self) -> dict[str, Head]:
        """Head noun in lower case → its rules."""
        found: dict[str, list[InstitutionRule]] = {}
        for rule in self.rules.institutions.rule:
            for head in rule.heads:
                found.setdefault(plain(head).lower(), []).append(rule)
        return {head: Head(tuple(rules)) for head, rules in found.items()}

    @cached_property
    def head_pattern(self) -> re.Pattern[str]:
        """Every head noun, in lower-case text."""
        return re.compile(rf"\b(?<!\w-){alternatives(self.heads)}\b")

    @cached_property
    def complement_nouns(self) -> frozenset[str]:
        """Lower-case nouns inside institutions' names."""
        return frozenset(self.organisations.complements["nouns"])

    @cached_property
    def complement_adjectives(self) -> frozenset[str]:
        """Adjectives inside institutions' names."""
        return frozenset(self.organisations.complements["adjectives"])

    @cached_property
    def portfolios(self) -> frozenset[str]:
        """What a ministry is for, folded."""
        return frozenset(words(p) for p in self.offices.portfolios)

    @cached_property
    def particles(self) -> frozenset[str]:
        """What may stand between the words of a person's name, as the gap between them."""
        return frozenset(p if p.endswith(("'", "-")) else f"{p} " for p in self.names.particles)

    @cached_property
    def civility_gender(self) -> dict[str, str | None]:
        """Civility → gender."""
        rule = self.civilities.rule[0]
        genders: dict[str, str | None] = dict.fromkeys(rule.either)
        return {**genders, **dict.fromkeys(rule.masculine, "m"), **dict.fromkeys(rule.feminine, "f")}

    @cached_property
    def civility_words(self) -> frozenset[str]:
        """The capitalised words of civilities: « Mesdames », « Excellence »."""
        words_of = (word.rstrip(".") for form in self.civility_gender for word in form.split(" "))
        return frozenset(word for word in words_of if word[:1].isupper())

    @cached_property
    def work_pattern(self) -> re.Pattern[str]:
        """A quoted title behind what it is the title of."""
        works = alternatives(self.names.works)
        return re.compile(rf"\b{works}(?: \w+){{0,4}},? [«“\"] ?(?P<title>[^«»“”\"\n]{{2,90}}?) ?[»”\"]")

    @cached_property
    def office_forms(self) -> dict[str, OfficeForm]:
        """Every form of an office in lower case, the relations of people among them."""
        return dict(office_forms(self.offices))

    @cached_property
    def office_pattern(self) -> re.Pattern[str]:
        """Every office, in lower-case text."""
        return re.compile(rf"\b{alternatives(self.office_forms)}\b")

    @cached_property
    def titles(self) -> frozenset[str]:
        """Words of titles that are no office of their own, in lower case as they stand."""
        return frozenset((*self.offices.before, *self.offices.of_state, *self.offices.adjectives))

    @cached_property
    def hosting(self) -> tuple[str, ...]:
        """How the words before a name end where it may be inside another."""
        return (" de", " du", " de la", " d'", *self.names.hosts)

    @cached_property
    def openings(self) -> Openings:
        """Where the expressions on offices, head nouns, adjectives, civilities and works have to be tried."""
        forms: dict[str, Iterable[str]] = {
            "office": self.office_forms,
            "head": self.heads,
            "demonym": self.demonyms,
            "civility": self.civility_gender,
            "work": self.names.works,
        }
        return Openings(forms)
