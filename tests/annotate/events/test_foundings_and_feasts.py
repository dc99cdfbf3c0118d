"""What was founded, held and celebrated: whose it is, where, and when, in prose and in lines."""

import pytest

from tests.annotate.events.test_find import told

FOUNDED = [
    (
        "Depuis sa création à [Oslo](LOC) en [1863](1863), le [Comité Vega](ORG) est partout.",
        ["establishment | Comité Vega | Oslo | 1863-01-01/1863-12-31 | occurred"],
    ),
    (
        "C'est en [1949](1949) que naît le [Conseil Vega](ORG).",
        ["establishment | Conseil Vega |  | 1949-01-01/1949-12-31 | occurred"],
    ),
    (
        "L'usine de batteries de [Metz](LOC), inaugurée le [30 mai 2023](2023-05-30), emploie mille personnes.",
        ["establishment |  | Metz | 2023-05-30/2023-05-30 | occurred"],
    ),
    (
        "[Volvo](ORG) lance une ligne [Lyon](LOC)–[Oslo](LOC) le [3 mai 2012](2012-05-03).",
        ["establishment | Volvo |  | 2012-05-03/2012-05-03 | occurred"],
    ),
    (
        "[1960](1960) : indépendance de la [Suède](LOC:SE)",
        ["establishment | Suède |  | 1960-01-01/1960-12-31 | occurred"],
    ),
    (
        "Ouverture du lycée d'[Oslo](LOC) : [5 mai 2012](2012-05-05)",
        ["establishment |  | Oslo | 2012-05-05/2012-05-05 | occurred"],
    ),
    ("L'entreprise, dont le siège est installé à [Metz](LOC), embauche.", []),
]

HELD = [
    (
        "[Metz](LOC) a réuni, [du 3 au 5 juin 2019](2019-06-03/2019-06-05), le deuxième Forum de l'eau.",
        ["gathering |  | Metz | 2019-06-03/2019-06-05 | occurred"],
    ),
    (
        "[Oslo](LOC) a été l'hôte du sommet du [3 mai 2012](2012-05-03).",
        ["gathering |  | Oslo | 2012-05-03/2012-05-03 | occurred"],
    ),
    (
        "Les Jeux olympiques, que [Oslo](LOC) accueillera en [2030](2030), coûteront cher.",
        ["gathering |  | Oslo | 2030-01-01/2030-12-31 | planned"],
    ),
    (
        "[2005](2005) – année de la [Norvège](LOC:NO) en [Suède](LOC:SE)",
        ["gathering | Norvège | Suède | 2005-01-01/2005-12-31 | occurred"],
    ),
    (
        "[Anne Roux](PER) a ouvert, à [Oslo](LOC), les Rencontres numériques.",
        ["gathering | Anne Roux | Oslo |  | occurred"],
    ),
]

CELEBRATED = [
    (
        "Une gerbe a été déposée par [Anne Roux](PER) le [7 mai 2012](2012-05-07).",
        ["commemoration | Anne Roux |  | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "Une cérémonie marquant les 80 ans de la libération d'[Oslo](LOC) a eu lieu le [7 mai 2012](2012-05-07).",
        ["commemoration |  |  | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "Une messe en mémoire de [Paul Durand](PER) a été célébrée à [Oslo](LOC).",
        ["commemoration | Paul Durand | Oslo |  | occurred"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), [*FOUNDED, *HELD, *CELEBRATED])
def test_what_was_founded_held_or_celebrated_has_its_people_place_and_day(marked, expected, rules):
    assert told(marked, rules) == expected


def test_a_heading_over_a_list_of_visits_may_have_another_under_it(rules):
    marked = (
        "Visites\n\nEn [Suède](LOC:SE) :\n\n– M. [Paul Durand](PER), ministre (le [3 mai 2012](2012-05-03)) ;\n\n"
        "– Mme [Anne Roux](PER), ministre (le [5 mai 2013](2013-05-05))."
    )
    assert told(marked, rules) == [
        "visit | Paul Durand | Suède | 2012-05-03/2012-05-03 | occurred",
        "visit | Anne Roux | Suède | 2013-05-05/2013-05-05 | occurred",
    ]
