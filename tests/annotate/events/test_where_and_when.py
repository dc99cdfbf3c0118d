"""Where and when: what a stay told by the way, a cleft, a relative or a name says of the event beside it."""

import pytest

from tests.annotate.events.test_find import told

STAYS = [
    (
        "En visite officielle à [Oslo](LOC) les [6 et 7 mai 2012](2012-05-06/2012-05-07), [Anne Roux](PER) a signé un "
        "traité avec [Paul Durand](PER).",
        [
            "visit | Anne Roux | Oslo | 2012-05-06/2012-05-07 | occurred",
            "agreement | Anne Roux, Paul Durand | Oslo | 2012-05-06/2012-05-07 | occurred",
        ],
    ),
    (
        "[Paul Durand](PER) a reçu [Anne Roux](PER), en visite à [Metz](LOC).",
        ["meeting | Anne Roux, Paul Durand | Metz |  | occurred", "visit | Anne Roux | Metz |  | occurred"],
    ),
    (
        "En visite à [Oslo](LOC), [Anne Roux](PER) a rencontré [Paul Durand](PER), qui avait reçu [Eva Lind](PER).",
        [
            "visit | Anne Roux | Oslo |  | occurred",
            "meeting | Anne Roux, Paul Durand | Oslo |  | occurred",
            "meeting | Eva Lind, Paul Durand |  |  | occurred",
        ],
    ),
]
CALLED_BACK = [
    (
        "[Anne Roux](PER) s'est rendue à [Oslo](LOC) le [6 mai 2012](2012-05-06). Lors de cette visite, elle a signé "
        "un traité avec [Paul Durand](PER).",
        [
            "visit | Anne Roux | Oslo | 2012-05-06/2012-05-06 | occurred",
            "agreement | Anne Roux, Paul Durand | Oslo | 2012-05-06/2012-05-06 | occurred",
        ],
    ),
    (
        "Lors d'une conférence de presse à [Oslo](LOC) le [6 mai 2012](2012-05-06), [Anne Roux](PER) a annoncé "
        "son départ.",
        ["statement | Anne Roux | Oslo | 2012-05-06/2012-05-06 | occurred"],
    ),
]
ASIDE = [
    (
        "C'est en [1971](1971) que la [Suède](LOC:SE) a ouvert son ambassade à [Dakar](LOC).",
        ["establishment | Suède | Dakar | 1971-01-01/1971-12-31 | occurred"],
    ),
    (
        "Le [6 mai 2012](2012-05-06), de retour d'[Oslo](LOC), où elle avait rencontré [Eva Lind](PER), "
        "[Anne Roux](PER) a reçu [Paul Durand](PER).",
        ["2012-05-06/2012-05-06", "", "2012-05-06/2012-05-06"],
    ),
    (
        "[Anne Roux](PER) s'est entretenue avec le maire, revenu aux affaires en [2010](2010), à [Metz](LOC).",
        [""],
    ),
    (
        "[Anne Roux](PER) a visité l'usine d'[Alstom](ORG), fondée à [Metz](LOC) en [1909](1909).",
        ["", "1909-01-01/1909-12-31"],
    ),
]
NAMES = [
    (
        "Le Sommet pour un nouveau pacte financier s'est tenu à [Metz](LOC) le [6 mai 2012](2012-05-06).",
        ["gathering |  | Metz | 2012-05-06/2012-05-06 | occurred"],
    ),
    (
        "La [Suède](LOC:SE) participera à l'Exposition universelle Expo 2027 [Oslo](LOC), qui aura lieu en "
        "[mai 2027](2027-05).",
        ["gathering | Suède | Oslo | 2027-05-01/2027-05-31 | planned"],
    ),
    (
        "Les promesses faites à [Metz](LOC) en [juin 2012](2012-06), lors du Sommet pour le climat, sont loin.",
        ["gathering |  | Metz | 2012-06-01/2012-06-30 | occurred"],
    ),
    (
        "[Anne Roux](PER) rentre d'[Oslo](LOC), où elle avait participé au sommet du [G7](ORG).",
        ["visit | Anne Roux | Oslo |  | occurred", "gathering | Anne Roux, G7 | Oslo |  | occurred"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), [*STAYS, *CALLED_BACK, *NAMES, ASIDE[0]])
def test_an_event_is_where_and_when_the_words_beside_it_say(marked, expected, rules):
    assert told(marked, rules) == expected


@pytest.mark.parametrize(("marked", "days"), ASIDE[1:])
def test_a_day_of_something_else_is_not_taken(marked, days, rules):
    assert [row.split(" | ")[3] for row in told(marked, rules)] == days


PLACES = [
    ("Les bureaux de [Metz](LOC) ont été inaugurés en [mai 2012](2012-05).", ["Metz"]),
    ("L'ambassade de [Suède](LOC:SE) a été ouverte en [mai 2012](2012-05).", [""]),
    ("Une exposition consacrée à l'[Islande](LOC:IS) s'est ouverte à [Metz](LOC) en [mai 2012](2012-05).", ["Metz"]),
    (
        "Une conférence sur l'avenir de la [Libye](LOC:LY) s'est tenue à [Metz](LOC) le [6 mai 2012](2012-05-06).",
        ["Metz"],
    ),
    (
        "Les relations diplomatiques avec la [Suède](LOC:SE) ont été établies en [mai 2012](2012-05) et l'ambassade à "
        "[Oslo](LOC) a ouvert ses portes en [mai 2013](2013-05).",
        ["", "Oslo"],
    ),
    (
        "Le conseil de l'[Union africaine](ORG) a tranché : le [6 mai 2012](2012-05-06), à [Metz](LOC), il a nommé "
        "[Anne Roux](PER) ambassadrice.",
        ["Metz"],
    ),
    (
        "L'ambassadrice de [Suède](LOC:SE) s'est rendue à [Metz](LOC). Dans cette ville, [Anne Roux](PER) a "
        "inauguré un lycée le [6 mai 2012](2012-05-06).",
        ["Metz", "Metz"],
    ),
]
DAYS = [
    (
        "La visite d'[Anne Roux](PER) à [Oslo](LOC), prévue en [mai 2023](2023-05) puis reportée à "
        "[juin 2024](2024-06), n'aura pas lieu.",
        ["2024-06-01/2024-06-30"],
    ),
    (
        "[Anne Roux](PER) a déclaré [vendredi](2012-05-04), en déplacement à [Metz](LOC), que tout allait bien.",
        ["2012-05-04/2012-05-04", "2012-05-04/2012-05-04"],
    ),
    (
        "[Oslo](LOC), [5 mai 2012](2012-05-05) ([Agence nordique](ORG)) – Une attaque a fait dix morts à [Metz](LOC).",
        [""],
    ),
    (
        "Le lycée avait ouvert à [Metz](LOC) [trois ans auparavant](2006), en [octobre 2006](2006-10).",
        ["2006-10-01/2006-10-31"],
    ),
]


@pytest.mark.parametrize(("marked", "places"), PLACES)
def test_a_place_that_something_is_about_is_not_where_it_was(marked, places, rules):
    assert [row.split(" | ")[2] for row in told(marked, rules)] == places


@pytest.mark.parametrize(("marked", "days"), DAYS)
def test_of_two_days_the_one_that_counts_is_taken(marked, days, rules):
    assert [row.split(" | ")[3] for row in told(marked, rules)] == days


PARTED = [
    (
        "La conférence, à laquelle [Anne Roux](PER) a été conviée, devrait se tenir à [Metz](LOC) le "
        "[6 mai 2030](2030-05-06).",
        ["gathering |  | Metz | 2030-05-06/2030-05-06 | planned"],
    ),
    (
        "L'[Agence de l'eau](ORG) a organisé le [6 mai 2012](2012-05-06) un débat consacré à la guerre en "
        "[Libye](LOC:LY).",
        [],
    ),
    ("Selon un rapport de [2020](2020), la [Suède](LOC:SE) a signé le traité.", ["agreement | Suède |  |  | occurred"]),
    (
        "Le parlement a adopté la loi du [4 mars 2015](2015-03-04) à [Metz](LOC).",
        ["vote |  | Metz | 2015-03-04/2015-03-04 | occurred"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), PARTED)
def test_what_is_put_in_between_parts_nothing_and_a_paper_keeps_its_day(marked, expected, rules):
    assert told(marked, rules) == expected


def test_a_cleft_says_where_and_a_month_holds_for_the_stay_too(rules):
    cleft = "C'est au palais d'[Oslo](LOC), en [mai 2012](2012-05), que s'est tenu le premier sommet nordique."
    assert told(cleft, rules) == ["gathering |  | Oslo | 2012-05-01/2012-05-31 | occurred"]
    stay = "Le traité a été conclu à [Oslo](LOC) en [mai 2012](2012-05) lors de la visite d'[Anne Roux](PER)."
    assert told(stay, rules)[1] == "visit | Anne Roux | Oslo | 2012-05-01/2012-05-31 | occurred"
