"""Which words can stand side by side."""

import pytest

from pipeline.annotate.dates.neighbours import Neighbours
from pipeline.annotate.dates.patterns import expand

MADE = {
    "month": {*expand("mai"), *expand("juin")},
    "date": {*expand("{day} {month}"), *expand("{date} à {date}")},
}
PAIRS = Neighbours(MADE, first={"deux"}, last={"deux", "er"}, inner={"deux", "er"})


@pytest.mark.parametrize(
    "pair", [("3", "mai"), ("deux", "juin"), ("mai", "à"), ("à", "12"), ("1", "er"), ("er", "mai")]
)
def test_what_a_rule_puts_side_by_side_can_stand_there(pair):
    assert PAIRS[pair]


@pytest.mark.parametrize("pair", [("mai", "juin"), ("à", "mai"), ("mai", "3"), ("à", "à"), ("mai", "unknown")])
def test_what_no_rule_does_can_not(pair):
    assert not PAIRS[pair]
