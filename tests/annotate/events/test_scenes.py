"""One scene, one day: what the same people did, and what a relative clause says of a stay."""

import pytest

from tests.annotate.events.test_find import told

MET = "[Anne Roux](PER) et [Paul Durand](PER) se sont rencontrés le [7 mai 2012](2012-05-07) à [Oslo](LOC). "
TOLD = "meeting | Anne Roux, Paul Durand | Oslo | 2012-05-07/2012-05-07 | occurred"
SCENES = [
    (  # the same people, no other day in between
        "[Anne Roux](PER) et [Paul Durand](PER) ont signé un accord le [7 mai 2012](2012-05-07) à [Oslo](LOC). "
        "Les deux présidents s'y sont entretenus longuement.",
        [
            "agreement | Anne Roux, Paul Durand | Oslo | 2012-05-07/2012-05-07 | occurred",
            "meeting | Anne Roux, Paul Durand | Oslo | 2012-05-07/2012-05-07 | occurred",
        ],
    ),
    (  # another year in between, and others who act
        MET + "En [1990](1990), la [Suède](LOC:SE) hésitait. [Vega](ORG) a conclu un contrat avec [Altair](ORG).",
        [TOLD, "agreement | Altair, Vega |  |  | occurred"],
    ),
    (  # told in the pluperfect
        MET + "[Vega](ORG) avait signé un contrat avec [Altair](ORG).",
        [TOLD, "agreement | Altair, Vega |  |  | occurred"],
    ),
    (  # « son hôte »
        MET + "[Anne Roux](PER) visitera [demain](2012-05-08) en compagnie de son hôte le musée d'[Oslo](LOC).",
        [TOLD, "visit | Anne Roux, Paul Durand | Oslo | 2012-05-08/2012-05-08 | planned"],
    ),
    (  # the stay is when its relative clause says
        "[Anne Roux](PER) se rendra à [Oslo](LOC), où elle prononcera [vendredi](2012-05-11) quelques mots.",
        ["visit | Anne Roux | Oslo | 2012-05-11/2012-05-11 | planned"],
    ),
    (  # what was there before says nothing of it
        "[Anne Roux](PER) se rendra à [Oslo](LOC), où elle a vécu en [1990](1990).",
        ["visit | Anne Roux | Oslo |  | planned"],
    ),
]


@pytest.mark.parametrize(("marked", "wanted"), SCENES)
def test_one_scene_has_one_day(marked, wanted, rules):
    assert told(marked, rules) == wanted


def test_an_agreement_with_an_armed_group_is_not_between_the_states_of_the_page(rules):
    page = (
        "La [Suède](LOC:SE) et la [Norvège](LOC:NO) sont voisines. La [Suède](LOC:SE) aide la [Norvège](LOC:NO). "
        "La signature, le [7 mai 2012](2012-05-07) à [Oslo](LOC), d'un accord entre le gouvernement et les rebelles "
        "a mis fin à la guerre."
    )
    assert [row.split(" | ")[1] for row in told(page, rules) if row.startswith("agreement")] == [""]
