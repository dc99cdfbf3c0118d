"""The forms in which French puts what happened: participles behind the noun, parted complements, nominal lines."""

import pytest

from tests.annotate.events.test_find import told

FORMS = [
    (
        "Nous saluons l'accord sur la délimitation de la frontière, signé à [Oslo](LOC) le [13 mars 2025](2025-03-13).",
        ["agreement |  | Oslo | 2025-03-13/2025-03-13 | occurred"],
    ),
    (
        "Un accord entre la [Suède](LOC:SE) et la [Norvège](LOC:NO), signé à [Oslo](LOC) le [13 mars 2025](2025-03-13), règle la pêche.",  # noqa: E501
        ["agreement | Norvège, Suède | Oslo | 2025-03-13/2025-03-13 | occurred"],
    ),
    (
        "Signature, par MM. [Durand](PER) et [Morel](PER), d'un protocole de coopération.",
        ["agreement | Durand, Morel |  |  | occurred"],
    ),
    (
        "La signature, ce [vendredi](2024-05-10), d'un accord-cadre entre l'[université de Metz](ORG) et l'[université de Nancy](ORG).",  # noqa: E501
        ["agreement | université de Metz, université de Nancy |  | 2024-05-10/2024-05-10 | occurred"],
    ),
    (
        "Paraphé par [Paul Durand](PER) et [Anne Roux](PER), le traité attend sa signature.",
        ["agreement | Anne Roux, Paul Durand |  |  | occurred"],
    ),
    (
        "Signé à [Oslo](LOC) le [30 octobre 2016](2016-10-30) par [Anne Roux](PER), le traité attend sa ratification.",
        ["agreement | Anne Roux | Oslo | 2016-10-30/2016-10-30 | occurred"],
    ),
    (
        "[Anne Roux](PER) a accueilli [mercredi](2024-05-08) à [Metz](LOC) M. [Paul Durand](PER).",
        ["meeting | Anne Roux, Paul Durand | Metz | 2024-05-08/2024-05-08 | occurred"],
    ),
    (
        "Le groupe d'amitié s'est réuni à [Oslo](LOC) le [7 juin 2023](2023-06-07).",
        ["meeting |  | Oslo | 2023-06-07/2023-06-07 | occurred"],
    ),
    (
        "La [Norvège](LOC:NO) accueillera la [COP30](ORG) en [novembre 2025](2025-11).",
        ["gathering | COP30, Norvège | Norvège | 2025-11-01/2025-11-30 | planned"],
    ),
    (
        "Il a évoqué la visite que le président [Paul Durand](PER) effectuera à [Oslo](LOC) en [mai 2030](2030-05).",
        ["visit | Paul Durand | Oslo | 2030-05-01/2030-05-31 | planned"],
    ),
    (
        "[Paul Durand](PER) est à [Oslo](LOC) depuis [mardi](2024-05-07/).",
        ["visit | Paul Durand | Oslo | 2024-05-07/ | occurred"],
    ),
    (
        "[Anne Roux](PER), présidente de [Volvo](ORG), était à [Oslo](LOC) le [3 mars 2024](2024-03-03).",
        ["visit | Anne Roux | Oslo | 2024-03-03/2024-03-03 | occurred"],
    ),
    (
        "Dîner de travail à la résidence autour de M. [Paul Durand](PER).",
        ["meeting | Paul Durand |  |  | occurred"],
    ),
    ("Dîner avec [Anne Roux](PER) à [Oslo](LOC).", ["meeting | Anne Roux | Oslo |  | occurred"]),
    (
        "[Metz](LOC) et [Oslo](LOC) sont jumelées depuis [1991](1991/).",
        ["agreement | Metz, Oslo |  | 1991-01-01/1991-12-31 | occurred"],
    ),
    ("Le coup d’État du [30 août 2023](2023-08-30) a surpris.", ["conflict |  |  | 2023-08-30/2023-08-30 | occurred"]),
    (
        "La résolution 1701 du [Conseil de sécurité](ORG), adoptée le [11 août 2006](2006-08-11), reste la base.",
        ["vote | Conseil de sécurité |  | 2006-08-11/2006-08-11 | occurred"],
    ),
    (
        "Une usine de batteries de [Volvo](ORG) sera construite à [Metz](LOC) en [2030](2030).",
        ["establishment | Volvo | Metz | 2030-01-01/2030-12-31 | planned"],
    ),
    (
        "La déclaration trilatérale d'[Oslo](LOC) du [31 mars 2025](2025-03-31) ouvre la voie.",
        ["statement |  | Oslo | 2025-03-31/2025-03-31 | occurred"],
    ),
    (
        "[Paul Durand](PER), maire d'[Oslo](LOC), et [Anne Roux](PER), maire de [Metz](LOC), se sont rencontrés.",
        ["meeting | Anne Roux, Paul Durand |  |  | occurred"],
    ),
    (
        "Les réunions à haut niveau tenues à [Oslo](LOC) le [27 octobre 2022](2022-10-27) et à [Metz](LOC) le "
        "[2 juin 2023](2023-06-02) ont réussi.",
        [
            "meeting |  | Oslo | 2022-10-27/2022-10-27 | occurred",
            "meeting |  | Metz | 2023-06-02/2023-06-02 | occurred",
        ],
    ),
    (
        "[Paul Durand](PER) et [Anne Roux](PER) se sont serré la main à [Oslo](LOC).",
        ["meeting | Anne Roux, Paul Durand | Oslo |  | occurred"],
    ),
    (
        "[Paul Durand](PER) s'est entretenu avec [Anne Roux](PER), revenue aux affaires en [janvier 2023](2023-01).",
        ["meeting | Anne Roux, Paul Durand |  |  | occurred"],
    ),
    (
        "Mme [Anne Roux](PER) est invitée à [Oslo](LOC) en [mai 2030](2030-05).",
        ["visit | Anne Roux | Oslo | 2030-05-01/2030-05-31 | planned"],
    ),
]
NONE = [
    "La [Suède](LOC:SE) n'a toujours pas signé l'accord avec [Volvo](ORG).",
    "[Paul Durand](PER) n'a jamais ratifié le traité.",
    "[Paul Durand](PER) est à la tête de [Volvo](ORG) depuis [2012](2012/).",
    "[Anne Roux](PER) est à l'origine du projet.",
    "[Oslo](LOC) accueille mille touristes en [mai 2012](2012-05).",
    "La [Lituanie](LOC:LT) prend ses quartiers d'automne en [France](LOC:FR).",
    "Dans la même journée, [Paul Durand](PER) a parlé du climat à [Oslo](LOC).",
    "Le musée est à [Oslo](LOC) depuis [1950](1950/).",
]


@pytest.mark.parametrize(("marked", "expected"), FORMS)
def test_a_form_tells_its_event(marked, expected, rules):
    assert told(marked, rules) == expected


@pytest.mark.parametrize("marked", NONE)
def test_what_looks_like_one_tells_none(marked, rules):
    assert told(marked, rules) == []


LAYOUTS = [
    (
        "[Lundi 10 avril 2023](2023-04-10)\n\nEntretien avec M. [Paul Durand](PER). Rencontre avec [Anne Roux](PER)."
        "\n\nVisite de l'[Université d'Oslo](ORG).\n\n[Mardi 11 avril](2023-04-11)\n\nEntretien avec [Paul Durand](PER).",  # noqa: E501
        [
            "meeting | Paul Durand |  | 2023-04-10/2023-04-10 | occurred",
            "meeting | Anne Roux |  | 2023-04-10/2023-04-10 | occurred",
            "visit | Université d'Oslo |  | 2023-04-10/2023-04-10 | occurred",
            "meeting | Paul Durand |  | 2023-04-11/2023-04-11 | occurred",
        ],
    ),
    (
        "Visites norvégiennes en [Suède](LOC:SE) :\n\n- [2 octobre 2011](2011-10-02) : M. [Paul Durand](PER), président ;"  # noqa: E501
        "\n\n- [11-12 mai 2014](2014-05-11/2014-05-12) : Mme [Anne Roux](PER), accompagnée de M. [Jean Morel](PER) ;\n\n"  # noqa: E501
        "- M. [Luc Petit](PER), vice-président ([9 octobre 2019](2019-10-09)).",
        [
            "visit | Paul Durand | Suède | 2011-10-02/2011-10-02 | occurred",
            "visit | Anne Roux, Jean Morel | Suède | 2014-05-11/2014-05-12 | occurred",
            "visit | Luc Petit | Suède | 2019-10-09/2019-10-09 | occurred",
        ],
    ),
    (
        "Visites en [Suède](LOC:SE)\n\n- visite officielle de M. [Paul Durand](PER) en [mai 2012](2012-05).\n\n"
        "Un long paragraphe dit tout autre chose du pays, de ses lacs, de ses forêts et de son climat.\n\n"
        "[Anne Roux](PER) ([9 octobre 2019](2019-10-09)).",
        ["visit | Paul Durand | Suède | 2012-05-01/2012-05-31 | occurred"],
    ),
    (
        "[1957](1957) : convention fiscale.\n\n[1961](1961) : ouverture d'un lycée.\n\n[1964](1964) : bonnes récoltes.",
        [
            "agreement |  |  | 1957-01-01/1957-12-31 | occurred",
            "establishment |  |  | 1961-01-01/1961-12-31 | occurred",
        ],
    ),
    (
        "[1958](1958)\n\nCréation d'un consulat à [Bergen](LOC). Un hiver froid.\n\n[1960](1960)\n\n"
        "Signature d'un accord fiscal.\n\n[Paul Durand](PER) reçu à [Oslo](LOC) par [Anne Roux](PER).",
        [
            "establishment |  | Bergen | 1958-01-01/1958-12-31 | occurred",
            "agreement |  |  | 1960-01-01/1960-12-31 | occurred",
            "meeting | Anne Roux, Paul Durand | Oslo | 1960-01-01/1960-12-31 | occurred",
        ],
    ),
    (
        "[1964](1964) | [25 septembre](1964-09-25) | Visite de [Paul Durand](PER) à [Oslo](LOC)",
        ["visit | Paul Durand | Oslo | 1964-09-25/1964-09-25 | occurred"],
    ),
    (
        "[1990](1990) Traité fiscal\n\n[1992](1992) Le contrat devrait porter sur un port.\n\n"
        "[1994](1994) Inauguration d'une exposition à [Oslo](LOC)",
        [
            "agreement |  |  | 1990-01-01/1990-12-31 | occurred",
            "gathering |  | Oslo | 1994-01-01/1994-12-31 | occurred",
        ],
    ),
    (
        "[12 mai 1983](1983-05-12) | [Oslo](LOC) | Signature d'un traité",
        ["agreement |  | Oslo | 1983-05-12/1983-05-12 | occurred"],
    ),
    (
        "[2007](2007) : visite de [Anne Roux](PER) ([Oslo](LOC), [Bergen](LOC)).",
        ["visit | Anne Roux | Bergen, Oslo | 2007-01-01/2007-12-31 | occurred"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), LAYOUTS)
def test_a_layout_dates_and_places_what_stands_under_it(marked, expected, rules):
    assert told(marked, rules) == expected
