"""How a verb's clause is built: participles that open, relatives, inversion, restriction; whatever the type."""

import pytest

from tests.annotate.events.test_find import told

FRONTED = [  # a participle that opens tells of the main clause's subject
    (
        "Reçu à [Oslo](LOC) le [12 mai 2012](2012-05-12) par [Paul Durand](PER), le ministre suédois [Nils Berg](PER) "
        "a plaidé pour la paix.",
        ["meeting | Nils Berg, Paul Durand | Oslo | 2012-05-12/2012-05-12 | occurred"],
    ),
    (
        "Reçue à [Oslo](LOC) par son homologue [Paul Durand](PER), [Anne Roux](PER) et [Eva Lind](PER) ont souri.",
        ["meeting | Anne Roux, Eva Lind, Paul Durand | Oslo |  | occurred"],
    ),
    (
        "Arrivée [mardi](2012-05-08) à [Metz](LOC), la ministre [Anne Roux](PER) doit y rester deux jours.",
        ["visit | Anne Roux | Metz | 2012-05-08/2012-05-08 | occurred"],
    ),
    (
        "À peine arrivé à [Metz](LOC), [Paul Durand](PER) a rencontré [Anne Roux](PER).",
        ["visit | Paul Durand | Metz |  | occurred", "meeting | Anne Roux, Paul Durand | Metz |  | occurred"],
    ),
    (
        "Créée en [1994](1994) à [Metz](LOC), l'[Agence de l'eau](ORG) emploie cent personnes.",
        ["establishment | Agence de l'eau | Metz | 1994-01-01/1994-12-31 | occurred"],
    ),
    (
        "Élue en [2012](2012) et réélue en [2017](2017), la députée [Anne Roux](PER) préside le groupe.",
        [
            "vote | Anne Roux |  | 2012-01-01/2012-12-31 | occurred",
            "vote | Anne Roux |  | 2017-01-01/2017-12-31 | occurred",
        ],
    ),
    ("Le traité signé à [Oslo](LOC), [Paul Durand](PER) chante.", ["agreement |  | Oslo |  | occurred"]),
    ("Formé à [Metz](LOC), [Paul Durand](PER) chante.", []),
]
RELATIVE = [  # the object stands before « que », the subject behind its verb
    (
        "[Anne Roux](PER), que [Paul Durand](PER) recevait à [Oslo](LOC) le [3 mai 2020](2020-05-03), a souri.",
        ["meeting | Anne Roux, Paul Durand | Oslo | 2020-05-03/2020-05-03 | occurred"],
    ),
    (
        "[Paul Durand](PER) a dit à [Anne Roux](PER) qu'il recevrait [Eva Lind](PER) à [Oslo](LOC).",
        ["meeting | Eva Lind, Paul Durand | Oslo |  | planned"],
    ),
    (
        "La visite que devait effectuer [Paul Durand](PER) à [Oslo](LOC) le [3 mai 2020](2020-05-03) a été annulée.",
        ["visit | Paul Durand | Oslo | 2020-05-03/2020-05-03 | cancelled"],
    ),
    (
        "C'est à [Metz](LOC) que se sont retrouvés, le [3 mai 2020](2020-05-03), [Anne Roux](PER) et "
        "[Paul Durand](PER).",
        ["meeting | Anne Roux, Paul Durand | Metz | 2020-05-03/2020-05-03 | occurred"],
    ),
    ("[Anne Roux](PER), arrivée à [Metz](LOC), chante.", ["visit | Anne Roux | Metz |  | occurred"]),
]
RESTRICTED = [  # « ne … que » is no negation
    (
        "[Paul Durand](PER) ne s'est rendu qu'à [Oslo](LOC), le [3 mai 2020](2020-05-03).",
        ["visit | Paul Durand | Oslo | 2020-05-03/2020-05-03 | occurred"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), [*FRONTED, *RELATIVE, *RESTRICTED])
def test_a_clause_gives_its_verb_whom_it_stands_far_from(marked, expected, rules):
    assert told(marked, rules) == expected


BY_NOUN = [  # whose verb says who, and where it led
    (
        "[Paul Durand](PER) aura un entretien avec [Anne Roux](PER) le [3 mai 2020](2020-05-03).",
        ["meeting | Anne Roux, Paul Durand |  | 2020-05-03/2020-05-03 | planned"],
    ),
    (
        "[Paul Durand](PER) a eu des entretiens avec [Anne Roux](PER).",
        ["meeting | Anne Roux, Paul Durand |  |  | occurred"],
    ),
    (
        "[Paul Durand](PER) a quitté la salle après un entretien avec [Anne Roux](PER).",
        ["meeting | Anne Roux, Paul Durand |  |  | occurred"],
    ),
    (
        "[Oslo](LOC) a reçu la visite de [Paul Durand](PER) en [mai 2012](2012-05).",
        ["visit | Paul Durand | Oslo | 2012-05-01/2012-05-31 | occurred"],
    ),
    (
        "[Paul Durand](PER) achève une tournée qui l'aura conduit à [Oslo](LOC) et à [Metz](LOC).",
        ["visit | Paul Durand | Metz, Oslo |  | occurred"],
    ),
    (
        "Le ministre a reçu [Anne Roux](PER) à [Oslo](LOC) le [3 mai 2020](2020-05-03).",
        ["meeting | Anne Roux | Oslo | 2020-05-03/2020-05-03 | occurred"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), BY_NOUN)
def test_a_noun_takes_who_and_where_from_its_verb(marked, expected, rules):
    assert told(marked, rules) == expected


CLITICS = [  # who stands before its verb as a small word
    (
        "[Paul Durand](PER) dirigeait [Volvo](ORG). [Anne Roux](PER) lui a succédé en [2012](2012).",
        ["appointment | Anne Roux, Paul Durand |  | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "[Paul Durand](PER) était président. [Anne Roux](PER) l'a remplacé en [2012](2012).",
        ["appointment | Anne Roux, Paul Durand |  | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "Invité à [Oslo](LOC) par [Nils Berg](PER), [Paul Durand](PER) y est arrivé le [3 mai 2020](2020-05-03).",
        [
            "visit | Nils Berg, Paul Durand | Oslo |  | planned",
            "visit | Paul Durand | Oslo | 2020-05-03/2020-05-03 | occurred",
        ],
    ),
]
WAYS = [  # the manner of a meeting is no second one; a second place with its own day is a second visit
    (
        "[Paul Durand](PER) s'est entretenu par visioconférence, le [3 mai 2020](2020-05-03), avec [Anne Roux](PER).",
        ["meeting | Anne Roux, Paul Durand |  | 2020-05-03/2020-05-03 | occurred"],
    ),
    (
        "[Paul Durand](PER) a été reçu à déjeuner par [Anne Roux](PER) le [3 mai 2020](2020-05-03).",
        ["meeting | Anne Roux, Paul Durand |  | 2020-05-03/2020-05-03 | occurred"],
    ),
    (
        "[Paul Durand](PER) s'est rendu à [Oslo](LOC), le [3 mai 2020](2020-05-03), et à [Metz](LOC), le "
        "[5 mai 2020](2020-05-05).",
        [
            "visit | Paul Durand | Oslo | 2020-05-03/2020-05-03 | occurred",
            "visit | Paul Durand | Metz | 2020-05-05/2020-05-05 | occurred",
        ],
    ),
    (
        "[Paul Durand](PER) a accordé une audience, le [3 mai 2020](2020-05-03), au ministre [Nils Berg](PER).",
        ["meeting | Nils Berg, Paul Durand |  | 2020-05-03/2020-05-03 | occurred"],
    ),
    (
        "[Paul Durand](PER) effectuait là son dernier déplacement à [Oslo](LOC), le [3 mai 2020](2020-05-03).",
        ["visit | Paul Durand | Oslo | 2020-05-03/2020-05-03 | occurred"],
    ),
]
SINCE = [  # « la première depuis » says when the one before was
    (
        "Première visite de [Paul Durand](PER) à [Oslo](LOC) [depuis 2011](2011/).",
        ["visit | Paul Durand | Oslo |  | occurred"],
    ),
    (
        "Le Premier ministre [Paul Durand](PER) est en visite à [Oslo](LOC) [depuis lundi](2024-05-06/).",
        ["visit | Paul Durand | Oslo | 2024-05-06/ | occurred"],
    ),
]
PARTED = [  # where and when, between the auxiliary and its verb or before them
    (
        "[Paul Durand](PER) a, le [3 mai 2020](2020-05-03), à [Oslo](LOC), inauguré le siège de [Volvo](ORG).",
        ["establishment | Paul Durand, Volvo | Oslo | 2020-05-03/2020-05-03 | occurred"],
    ),
    (
        "À [Oslo](LOC) s'est tenu, le [3 mai 2020](2020-05-03), le forum de [Volvo](ORG).",
        ["gathering | Volvo | Oslo | 2020-05-03/2020-05-03 | occurred"],
    ),
    (
        "Organisé à [Oslo](LOC) le [3 mai 2020](2020-05-03), le forum a réuni cent élus.",
        ["gathering |  | Oslo | 2020-05-03/2020-05-03 | occurred"],
    ),
    (
        "[Un mois plus tard](), le [9 juin 2021](2021-06-09), [Paul Durand](PER) retrouvait à [Oslo](LOC) "
        "[Anne Roux](PER).",
        ["meeting | Anne Roux, Paul Durand | Oslo | 2021-06-09/2021-06-09 | occurred"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), [*CLITICS, *WAYS, *SINCE, *PARTED])
def test_small_words_and_insertions_part_nobody_from_a_verb(marked, expected, rules):
    assert told(marked, rules) == expected
