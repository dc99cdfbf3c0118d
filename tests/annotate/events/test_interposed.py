"""What may stand between a verb and the words that its rule asks for."""

import pytest

from pipeline.annotate import events
from pipeline.annotate.events.knowledge.marked import Marked


@pytest.mark.parametrize(
    "marked",
    [
        "[Anne Roux](PER) a pris [lundi](2024-05-06) ses fonctions.",
        "[Anne Roux](PER) a pris, le [7 mai 2012](2012-05-07), ses fonctions.",
        "[Anne Roux](PER) a officiellement pris en [mai 2012](2012-05) ses fonctions.",
        "[Anne Roux](PER) a pris à [Oslo](LOC) ses fonctions.",
    ],
)
def test_a_day_or_a_place_may_part_a_verb_from_its_object(marked, rules):
    assert [e.type for e in events.find(*Marked(marked).arguments(), rules)] == ["appointment"]


def test_a_clause_of_its_own_parts_them(rules):
    told = "[Anne Roux](PER) a pris [lundi](2024-05-06) un train qui mène à ses fonctions."
    assert events.find(*Marked(told).arguments(), rules) == ()
