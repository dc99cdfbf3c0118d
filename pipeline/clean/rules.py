"""What cleaning knows of French pages and words: `configs/fr/clean.toml` and `configs/fr/compounds.toml`."""

import re
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from pipeline.clean.lexicon import French, Lexicon
from pipeline.config import Config
from pipeline.config import load_rules as load_toml

WHERE = ("anywhere", "edge", "tail", "masthead", "caption", "credit", "byline", "label", "press", "house")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class LineRule(_Model):
    """A line that is no part of the text."""

    name: str
    where: Literal["anywhere", "edge", "tail", "masthead", "caption", "credit", "byline", "label", "press", "house"]
    pattern: str
    examples: list[str]
    others: list[str]


class LineRules(_Model):
    """All of `clean.toml`."""

    line: list[LineRule]


class Compounds(_Model):
    """All of `compounds.toml`."""

    keep: list[str]
    join: list[str]
    clitics: list[str]
    particles: list[str]
    links: list[str]
    small_words: list[str]
    first_halves: list[str]
    peoples: list[str]


@dataclass(frozen=True, slots=True, repr=False)
class CleanRules:
    """The rules, ready for use: one pattern for each place where a line may stand, sets of words, a lexicon."""

    lines: dict[str, re.Pattern[str]]
    keep: frozenset[str]
    join: frozenset[str]
    clitics: frozenset[str]
    particles: frozenset[str]
    links: frozenset[str]
    small_words: frozenset[str]
    first_halves: frozenset[str]
    lexicon: Lexicon


def load_rules(config: Config) -> CleanRules:
    """Read the rules of a configuration; raises `ConfigError`."""
    lines = load_toml(config.french / "clean.toml", LineRules)
    words = load_toml(config.french / "compounds.toml", Compounds)
    return CleanRules(
        lines={where: together(lines.line, where) for where in WHERE},
        keep=frozenset(words.keep),
        join=frozenset(words.join),
        clitics=frozenset(words.clitics),
        particles=frozenset(words.particles),
        links=frozenset(words.links),
        small_words=frozenset(words.small_words),
        first_halves=frozenset(words.first_halves + words.peoples),
        lexicon=French(config.settings.annotate.model),
    )


def together(rules: list[LineRule], where: str) -> re.Pattern[str]:
    """One pattern of all rules for a place; it names the rule that matched."""
    here = [f"(?P<{rule.name.replace('-', '_')}>{rule.pattern})" for rule in rules if rule.where == where]
    return re.compile("|".join(here) or r"(?!)", re.IGNORECASE)
