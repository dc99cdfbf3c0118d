"""Every rule of `configs/fr` on names finds what its examples mark, and nothing in its counter-examples."""

import pytest

from pipeline.annotate.names.rules import Rules
from pipeline.config import CONFIGS
from tests.annotate.names.marked import parse

PROOFS = Rules.load(CONFIGS / "fr").proofs()
EXAMPLES = [(rule, text) for _, rule, examples, _ in PROOFS for text in examples]
OTHERS = [(rule, text) for _, rule, _, others in PROOFS for text in others]


@pytest.mark.parametrize(("rule", "marked"), EXAMPLES)
def test_a_rule_finds_its_examples(rule, marked, names, read):
    text, wanted, titles = parse(marked)
    assert names(text) == wanted
    held = {form: role.title for e in read(text)[1] for form in e.forms for role in e.roles}
    assert {name: held.get(name) for name in titles} == titles


@pytest.mark.parametrize(("rule", "text"), OTHERS)
def test_a_rule_leaves_the_others_alone(rule, text, names):
    assert [name for name, label in names(text) if name not in PLACES] == []


PLACES = ("Lyon", "Brest", "Paris", "Finlande")
"""Places that stand in the counter-examples beside what is no name."""


def test_every_rule_has_its_proof():
    assert [rule for _, rule, examples, others in PROOFS if not (examples and others)] == []
