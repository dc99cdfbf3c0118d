"""What of French the linking of names needs: `configs/fr/linking.toml` and `organisations.toml`."""

from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from pipeline.config import load_rules
from pipeline.spelling import fold
from pipeline.tables import KINDS_OF_ORGANISATION

Words = frozenset[str]
Kind = Annotated[str, Field(pattern="|".join(KINDS_OF_ORGANISATION))]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class People(_Section):
    """How people's names are made."""

    particles: Words
    surname_first: Words


class Offices(_Section):
    """What of a title tells one office from another."""

    passing: Words
    also: dict[str, str]
    feminine: dict[str, str]
    highest: Words


class Organisations(_Section):
    """What of an organisation's name tells it from others."""

    function_words: Words
    heads: Words
    companies: Words
    of_a_state: Words
    common: Words


class Centres(_Section):
    """What makes a centre one of research."""

    words: Words


class Abroad(_Section):
    """How bodies begin that are called after a place abroad."""

    openings: tuple[str, ...]


class Kinds(_Section):
    """What organisations are by their names; words stand folded."""

    openings: dict[str, Kind]
    centres: Centres
    endings: dict[str, Kind]
    abroad: Abroad


class Linking(_Section):
    """`linking.toml`."""

    people: People
    offices: Offices
    organisations: Organisations
    kinds: Kinds


class Known(_Section):
    """A well-known organisation: its French name, every other form, what and whose it is, where that stands."""

    name: str
    forms: tuple[str, ...] = ()
    acronym: str | None = None
    kind: Kind
    country: Annotated[str | None, Field(pattern="[A-Z]{2}")] = None
    source: str


class WellKnown(_Section):
    """`organisations.toml`."""

    organisation: tuple[Known, ...]

    @cached_property
    def by_form(self) -> dict[str, Known]:
        """Every folded form with the organisation; a form that two share is of neither."""
        owners: dict[str, set[int]] = {}
        for number, known in enumerate(self.organisation):
            for form in (known.name, *known.forms, *([known.acronym] if known.acronym else [])):
                owners.setdefault(fold(form), set()).add(number)
        return {form: self.organisation[min(who)] for form, who in owners.items() if len(who) == 1}


def linking(french: Path) -> Linking:
    """Read `linking.toml`; raises `ConfigError`."""
    return load_rules(french / "linking.toml", Linking)


def well_known(french: Path) -> WellKnown:
    """Read `organisations.toml`; raises `ConfigError`."""
    return load_rules(french / "organisations.toml", WellKnown)
