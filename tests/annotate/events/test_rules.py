"""Every rule's own examples and counter-examples."""

import pytest

from pipeline import config
from pipeline.annotate import events
from pipeline.annotate.events.knowledge.marked import Marked

RULES = events.load_rules(config.load()).rules


@pytest.mark.parametrize(
    ("rule", "example"), [(r, e) for r in RULES for e in r.examples], ids=lambda x: getattr(x, "name", x)
)
def test_a_rule_finds_what_its_examples_tell(rule, example, rules):
    found = events.find(*Marked(example).arguments(), rules)
    assert [e for e in found if rule.name in e.rules and e.type == rule.type]


@pytest.mark.parametrize(
    ("rule", "other"), [(r, o) for r in RULES for o in r.others], ids=lambda x: getattr(x, "name", x)
)
def test_a_rule_finds_nothing_in_its_counter_examples(rule, other, rules):
    found = events.find(*Marked(other).arguments(), rules)
    assert not [e for e in found if rule.name in e.rules]


def test_every_rule_brings_its_proof():
    assert [r.name for r in RULES if not r.examples or not r.others] == []
