"""Texts derived from the rules themselves: every slot filled with something that makes it."""

import random
from collections.abc import Iterator

from pipeline.annotate.dates.patterns import Sequence, Step
from pipeline.annotate.dates.rules import DateRules

_DEEPEST = 6
_NUMBERS = {
    "day": ("1er", "2", "12", "31", "vingt-deux"),
    "day_number": ("1", "02", "22", "31"),
    "month_number": ("1", "02", "12"),
    "two_digits": ("05", "68", "98"),
    "year": ("1000", "1789", "1992", "2018", "2199", "deux mille seize"),
    "short_year": ("800",),
    "thousands": ("deux mille",),
    "tens": ("20", "90", "soixante", "quatre-vingt-dix"),
    "hour": ("0", "8", "14", "24", "midi", "huit"),
    "minute": ("00", "30", "59"),
    "ordinal": ("1er", "2e", "troisième", "vingt et unième", "31e"),
    "number": ("0", "1", "2,5", "12", "999", "1 000", "cent", "deux mille", "une"),
}


def derived(sequence: Sequence, rules: DateRules, chance: random.Random) -> str:
    """One text that a row of steps allows."""
    return "".join(_pieces(sequence, rules, chance, 0)).lstrip(" ")


def _pieces(sequence: Sequence, rules: DateRules, chance: random.Random, depth: int) -> Iterator[str]:
    for step in sequence:
        yield ("" if step.glued else " ") + _filled(step, rules, chance, depth)


def _filled(step: Step, rules: DateRules, chance: random.Random, depth: int) -> str:
    if not step.is_slot:
        return step.name
    made = rules.grammar.made.get(step.name, ())
    if step.name in _NUMBERS and (not made or chance.random() < 0.8):
        return chance.choice(_NUMBERS[step.name])
    choices = sorted(made, key=lambda one: (sum(each.is_slot for each in one), one))
    if depth >= _DEEPEST:
        choices = choices[: max(1, len(choices) // 8)]
    return "".join(_pieces(chance.choice(choices), rules, chance, depth + 1)).lstrip(" ")
