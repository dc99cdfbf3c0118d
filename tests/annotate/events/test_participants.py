"""Who takes part where a sentence does not say so in the plainest way: groups, lists, far and inserted names."""

from datetime import date

import pytest

from tests.annotate.events.test_find import told

GROUPS = [  # « les trois présidents », « les deux pays »
    (
        "[Anne Roux](PER), [Paul Durand](PER) et [Eva Lind](PER) dînaient hier à [Oslo](LOC). Les trois présidents ont "
        "signé un accord le [7 mai 2012](2012-05-07).",
        ["agreement | Anne Roux, Eva Lind, Paul Durand |  | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "La [Suède](LOC:SE), la [Norvège](LOC:NO) et le [Danemark](LOC:DK) hésitaient. Les trois pays ont signé un "
        "accord le [7 mai 2012](2012-05-07).",
        ["agreement | Danemark, Norvège, Suède |  | 2012-05-07/2012-05-07 | occurred"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), GROUPS)
def test_those_are_found_who_take_part(marked, expected, rules):
    assert told(marked, rules, date(2026, 1, 1))[-len(expected) :] == expected
