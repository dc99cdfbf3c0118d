"""The gold of news prose, sentence by sentence; what is known to fail says so."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.annotate.dates import find
from tests.annotate.dates.marked import as_expected, as_found, unmark

GOLD = Path(__file__).parents[2] / "gold" / "dates.txt"


def cases():
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            kind, own, text, *known = (part.strip() for part in line.split("|"))
            marks = [pytest.mark.xfail(strict=True, reason=known[0])] if known else []
            yield pytest.param(own, text, marks=marks, id=f"{kind}: {text[:50]}")


@pytest.mark.parametrize(("own", "marked"), list(cases()))
def test_every_marked_expression_is_found_and_read_and_nothing_else(rules, own, marked):
    text, expected = unmark(marked)
    found = find(text, None if own == "-" else date.fromisoformat(own), rules)
    assert [as_found(mention) for mention in found] == [as_expected(truth) for truth in expected]


def test_there_is_enough_of_it():
    sentences = [param.values[1] for param in cases()]
    assert sum(len(unmark(sentence)[1]) for sentence in sentences) >= 150
    assert sum(not unmark(sentence)[1] for sentence in sentences) >= 40
