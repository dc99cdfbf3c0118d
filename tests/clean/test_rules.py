import re

import pytest

from pipeline import config
from pipeline.clean.rules import LineRules, together
from pipeline.config import load_rules

RULES = load_rules(config.load().french / "clean.toml", LineRules).line


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_line_rule_matches_its_examples_and_nothing_else(rule):
    pattern = re.compile(rule.pattern, re.IGNORECASE)
    assert [line for line in rule.examples if not pattern.fullmatch(line)] == []
    assert [line for line in rule.others if pattern.fullmatch(line)] == []
    assert rule.examples
    assert rule.others


def test_rules_have_names_of_their_own():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_a_match_names_its_rule():
    match = together(RULES, "anywhere").fullmatch("Loading...")
    assert match is not None
    assert match.lastgroup == "chargement"


def test_a_place_without_rules_matches_nothing():
    assert together([], "anywhere").fullmatch("") is None
