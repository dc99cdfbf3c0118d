"""The French knowledge about names, as it stands in `configs/fr`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from pipeline.config import load_rules
from pipeline.spelling import words


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NameParts(_Table):
    """`names.toml`: what names of people are made of, and what names nothing."""

    particles: tuple[str, ...]
    male: str
    female: str
    weak: str
    months_and_days: tuple[str, ...]
    capitalised_nouns: tuple[str, ...]
    hosts: tuple[str, ...]
    streets: tuple[str, ...]
    to_people: tuple[str, ...]
    sites: tuple[str, ...]
    works: tuple[str, ...]
    contests: frozenset[str]


class CivilityRule(_Table):
    """Civilities by gender."""

    name: str
    masculine: tuple[str, ...]
    feminine: tuple[str, ...]
    either: tuple[str, ...]
    plural: tuple[str, ...]
    examples: tuple[str, ...]
    others: tuple[str, ...]


class CivilityRules(_Table):
    """`civilities.toml`."""

    rule: tuple[CivilityRule, ...]


class OfficeRule(_Table):
    """Offices, « masculine,feminine,plural »."""

    name: str
    heads: tuple[str, ...]
    examples: tuple[str, ...]
    others: tuple[str, ...]


class OfficeRules(_Table):
    """`offices.toml`."""

    before: tuple[str, ...]
    kept_before: tuple[str, ...]
    adjectives: tuple[str, ...]
    portfolios: tuple[str, ...]
    relations: tuple[str, ...]
    of_state: tuple[str, ...]
    no_title: tuple[str, ...]
    ranks: tuple[str, ...]
    honorifics: tuple[str, ...]
    rule: tuple[OfficeRule, ...]


class InstitutionRule(_Table):
    """A sort of institution: its head nouns, and what makes them a name."""

    name: str
    heads: tuple[str, ...]
    kind: str
    label: Literal["ORG", "LOC"] = "ORG"
    lower: Literal["of", "direct", "outside", "never"] = "direct"
    alone: tuple[str, ...] = ()
    of_place: tuple[str, ...] = ()
    of_water: tuple[str, ...] = ()
    of_country: tuple[str, ...] = ()
    of_unknown: tuple[str, ...] = ()
    only_capital: tuple[str, ...] = ()
    never_direct: tuple[str, ...] = ()
    adjective: bool = False
    outside: bool = False
    country_only: bool = False
    examples: tuple[str, ...]
    others: tuple[str, ...]


class InstitutionRules(_Table):
    """`institutions.toml`."""

    rule: tuple[InstitutionRule, ...]


class OrganisationNames(_Table):
    """`organisation_names.toml`: organisations known by name, and what their names are made of."""

    names: dict[str, tuple[str, ...]]
    acronyms: dict[str, tuple[str, ...]]
    shapes: dict[str, tuple[str, ...]]
    complements: dict[str, tuple[str, ...]]
    no_complements: frozenset[str]
    teams: frozenset[str]
    domains: frozenset[str]
    lower: tuple[str, ...]


class CueRule(_Table):
    """Words right before an unknown name, and what they say it is."""

    name: str
    label: Literal["ORG", "LOC", "PER", "none"]
    link: Literal["", "de", "par", ","]
    heads: tuple[str, ...]
    keeps: tuple[str, ...] = ()
    examples: tuple[str, ...]
    others: tuple[str, ...]


class CueRules(_Table):
    """`cues.toml`."""

    cue: tuple[CueRule, ...]


class Parliaments(_Table):
    """`parliaments.toml`: which countries have a chamber of this name."""

    bodies: dict[str, tuple[str, ...]]


class StateOffices(_Table):
    """Titles that only states give."""

    whole: tuple[str, ...]
    opening: tuple[str, ...]
    envoys: tuple[str, ...]
    of_firms: tuple[str, ...]

    @cached_property
    def _lower(self) -> tuple[frozenset[str], tuple[str, ...]]:
        return frozenset(title.lower() for title in self.whole), tuple(opening.lower() for opening in self.opening)

    def give(self, title: str) -> bool:
        """« Premier ministre » is a state's, « président du jury » is not.

        >>> offices = StateOffices(whole=("Premier ministre",), opening=("ministre d",), envoys=(), of_firms=())
        >>> offices.give("premier ministre"), offices.give("ministre de l’Économie"), offices.give("président du jury")
        (True, True, False)
        """
        plain = title.replace("’", "'").lower()
        whole, opening = self._lower
        return plain in whole or plain.startswith(opening)


class SurnameEndings(_Table):
    """How surnames end, and in which states."""

    words: tuple[str, ...]
    countries: tuple[str, ...]


class FrenchNames(_Table):
    """French given names, those that others share, who led France, and where such names are not at home, or are."""

    given: str
    shared: str
    heads: tuple[str, ...]
    ministers: tuple[str, ...]
    held: tuple[str, ...]
    elsewhere: tuple[str, ...]
    home: tuple[str, ...]

    @cached_property
    def given_names(self) -> frozenset[str]:
        """The given names, one by one."""
        return frozenset(self.given.split())

    @cached_property
    def leaders(self) -> frozenset[str]:
        """Who led France, by full name and by surname, folded."""
        return frozenset(words(name) for head in self.heads for name in (head, head.partition(" ")[2]))

    @cached_property
    def governed(self) -> frozenset[str]:
        """Who was of a French government and has no French name, folded."""
        return frozenset(words(name) for name in (*self.heads, *self.ministers))

    @cached_property
    def offices(self) -> frozenset[str]:
        """What they held, in lower case."""
        return frozenset(title.lower() for title in self.held)

    @cached_property
    def shared_names(self) -> frozenset[str]:
        """Those of them that others share, one by one."""
        return frozenset(self.shared.split())


class SignWords(_Table):
    """Verbs and phrases that tell whose an office is; `whose` says what each list is a sign of."""

    sent: tuple[str, ...]
    received: tuple[str, ...]
    met: tuple[str, ...]
    receives: tuple[str, ...]
    travels: tuple[str, ...]
    visits: tuple[str, ...]
    manner: tuple[str, ...]
    appointed: tuple[str, ...]
    beside: tuple[str, ...]
    along: tuple[str, ...]


class StateRules(_Table):
    """`states.toml`: whose an office is where no word beside it says so."""

    offices: StateOffices
    only: dict[str, str]
    some: dict[str, tuple[str, ...]]
    signs: SignWords
    seats: dict[str, str]
    endings: tuple[SurnameEndings, ...]
    french: FrenchNames


@dataclass(frozen=True)
class Rules:
    """All of it."""

    names: NameParts
    civilities: CivilityRules
    offices: OfficeRules
    institutions: InstitutionRules
    organisations: OrganisationNames
    parliaments: Parliaments
    states: StateRules
    cues: CueRules

    @classmethod
    def load(cls, french: Path) -> "Rules":
        """Read the files; raises `ConfigError`."""
        return cls(
            load_rules(french / "names.toml", NameParts),
            load_rules(french / "civilities.toml", CivilityRules),
            load_rules(french / "offices.toml", OfficeRules),
            load_rules(french / "institutions.toml", InstitutionRules),
            load_rules(french / "organisation_names.toml", OrganisationNames),
            load_rules(french / "parliaments.toml", Parliaments),
            load_rules(french / "states.toml", StateRules),
            load_rules(french / "cues.toml", CueRules),
        )

    def proofs(self) -> Sequence[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
        """File, rule, examples and counter-examples of every rule."""
        tables = (
            ("civilities", self.civilities.rule),
            ("offices", self.offices.rule),
            ("institutions", self.institutions.rule),
            ("cues", self.cues.cue),
        )
        return [(file, rule.name, rule.examples, rule.others) for file, rules in tables for rule in rules]
