"""A headline and the text below it tell one happening, where only one can be meant."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.annotate import events
from pipeline.annotate.events.knowledge.marked import Marked

OWN = date(2024, 12, 5)
BELOW = [
    (
        "Présidentielle au [Chili](LOC:CL)\n\n[Anne Roux](PER) a été élue présidente du [Chili](LOC:CL) le [1er décembre 2024](2024-12-01).",  # noqa: E501
        ["vote"],
    ),
    (
        "Présidentielle au [Chili](LOC:CL)\n\n[Anne Roux](PER) avait été élue présidente du [Chili](LOC:CL) le [1er mai 2019](2019-05-01).",  # noqa: E501
        ["vote", "vote"],
    ),
    (
        "Visite d'État au [Chili](LOC:CL)\n\n[Anne Roux](PER) s'est rendue au [Chili](LOC:CL) le [2 décembre 2024](2024-12-02). [Luc Petit](PER) est venu au [Chili](LOC:CL) le [3 décembre 2024](2024-12-03).",  # noqa: E501
        ["visit", "visit", "visit"],
    ),
    (
        "Visite d'[Anne Roux](PER) au [Chili](LOC:CL)\n\n[Anne Roux](PER) ne s'est pas rendue au [Chili](LOC:CL) le [2 décembre 2024](2024-12-02).",  # noqa: E501
        ["visit", "visit"],
    ),
    (
        "Visite de [Luc Petit](PER) au [Chili](LOC:CL)\n\n[Anne Roux](PER) s'est rendue au [Chili](LOC:CL) le [2 décembre 2024](2024-12-02).",  # noqa: E501
        ["visit", "visit"],
    ),
]


@pytest.mark.parametrize(("marked", "types"), BELOW)
def test_a_headline_is_told_again_below(marked, types, rules):
    document, own, *rest = Marked(marked, OWN).arguments()
    first, *others = document.paragraphs
    headed = replace(document, paragraphs=(replace(first, kind="title"), *others))
    found = events.find(headed, own, *rest, rules)
    assert [e.type for e in found] == types
