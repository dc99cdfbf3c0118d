"""Corrections: an analyst's own decisions about names, obeyed by every run.

They stand in `configs/corrections.toml` and name things as any text prints them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import duckdb
from pydantic import BaseModel, ConfigDict, Field, model_validator

from pipeline.config import load_rules
from pipeline.resolve.clusters import Tie
from pipeline.spelling import fold

Name = Annotated[str, Field(min_length=1)]
Table = Literal["people", "organisations", "places"]
TABLE_OF: dict[str, Table] = {"PER": "people", "ORG": "organisations", "LOC": "places"}


class _Decision(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    table: Table


class Same(_Decision):
    """These names are one."""

    names: Annotated[list[Name], Field(min_length=2)]


class Different(_Decision):
    """These names are as many as they are."""

    names: Annotated[list[Name], Field(min_length=2)]


class Call(_Decision):
    """What `name` names is called `as`."""

    name: Name
    as_: Name = Field(alias="as")


class Ignore(_Decision):
    """This is no name."""

    name: Name


class Corrections(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    same: list[Same] = []
    different: list[Different] = []
    call: list[Call] = []
    ignore: list[Ignore] = []

    @model_validator(mode="after")
    def _agree(self) -> "Corrections":
        for one in self.same:
            folded = {fold(name) for name in one.names}
            for other in self.different:
                both = folded & {fold(name) for name in other.names}
                if one.table == other.table and len(both) > 1:
                    raise ValueError(f"{', '.join(sorted(both))} stand both under `same` and under `different`")
        return self


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions about one table, by folded name; `forms` are those of each profile that a decision names."""

    same: tuple[frozenset[str], ...] = ()
    different: tuple[frozenset[str], ...] = ()
    called: Mapping[str, str] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()
    forms: Mapping[int, frozenset[str]] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """Every name that a decision about more than one text's row names."""
        return frozenset().union(*self.same, *self.different, self.called)

    def told(self, profiles: Iterable[int]) -> frozenset[tuple[int, str]]:
        """What `different` says of some profiles: the decision's number and the form, for each that it names."""
        if not self.different:
            return frozenset()
        forms = self._forms(profiles)
        return frozenset((n, form) for n, names in enumerate(self.different) for form in names & forms)

    def ties(self, nodes: Sequence[tuple[str, Iterable[int]]]) -> Iterator[Tie]:
        """What `same` says of nodes, given by what they are called and their profiles."""
        if not self.same:
            return
        forms = [self._forms(profiles) for _, profiles in nodes]
        for names in self.same:
            alike = sorted((nodes[n][0], n) for n in range(len(nodes)) if names & forms[n])
            for name, node in alike[1:]:
                yield Tie(99.0, alike[0][1], node, f"{alike[0][0]} = {name}: corrections.toml says so")

    def call(self, profiles: Iterable[int]) -> str | None:
        """What the profiles' cluster is to be called."""
        return next((self.called[form] for form in sorted(self._forms(profiles)) if form in self.called), None)

    def _forms(self, profiles: Iterable[int]) -> frozenset[str]:
        return frozenset().union(*(self.forms[p] for p in profiles if p in self.forms)) if self.forms else frozenset()


def read(path: Path) -> Corrections:
    """The file's decisions; raises `ConfigError` with everything that is wrong with them."""
    return load_rules(path, Corrections)


def about(corrections: Corrections, table: Table) -> Decisions:
    """The decisions about one table."""

    def folded(decisions: Sequence[Same] | Sequence[Different]) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(fold(name) for name in d.names) for d in decisions if d.table == table)

    return Decisions(
        same=folded(corrections.same),
        different=folded(corrections.different),
        called={fold(d.name): d.as_ for d in corrections.call if d.table == table},
        ignored=frozenset(fold(d.name) for d in corrections.ignore if d.table == table),
    )


def told_apart(a: frozenset[tuple[int, str]], b: frozenset[tuple[int, str]]) -> str | None:
    """Whether a decision says that two sides are different."""
    for number, form in sorted(a):
        for other, name in sorted(b):
            if number == other and form != name:
                return f"corrections.toml: {form} and {name} are different"
    return None


def unheeded(connection: duckdb.DuckDBPyConnection, corrections: Corrections) -> Iterator[str]:
    """A sentence for every name that a decision names and that no text prints: most likely it is misspelt."""
    groups: list[Same | Different] = [*corrections.same, *corrections.different]
    singles: list[Call | Ignore] = [*corrections.call, *corrections.ignore]
    named = {(d.table, name) for d in groups for name in d.names} | {(d.table, d.name) for d in singles}
    if not named:
        return
    printed = {(TABLE_OF[label], fold(form)) for label, form in connection.execute(_PRINTED).fetchall()}
    for table, name in sorted(named):
        if (table, fold(name)) not in printed:
            yield f"nothing among the {table} is called « {name} »"


_PRINTED = "SELECT DISTINCT label, unnest(list_append(forms, name)) FROM entities"
