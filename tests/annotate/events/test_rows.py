"""Rows that would not convince a reader: one body told twice, a name read as a founding, one journey told as two."""

import pytest

from pipeline.annotate import events
from pipeline.annotate.events.knowledge.marked import Marked
from tests.annotate.events.test_find import told

WHOLE = [
    (  # one body by two names
        "Le [Parlement norvégien](ORG), le [Storting](ORG), a ratifié le traité en [2012](2012).",
        ["agreement | Storting |  | 2012-01-01/2012-12-31 | occurred"],
    ),
    (  # but three bodies
        "Le [Sénat](ORG), l'[Assemblée](ORG) et le [Storting](ORG) ont ratifié le traité en [2012](2012).",
        ["agreement | Assemblée, Storting, Sénat |  | 2012-01-01/2012-12-31 | occurred"],
    ),
    (  # one journey
        "[Anne Roux](PER) a visité [Lyon](LOC), [Metz](LOC) puis [Oslo](LOC), "
        "du [3 au 5 mai 2012](2012-05-03/2012-05-05).",
        ["visit | Anne Roux | Lyon, Metz, Oslo | 2012-05-03/2012-05-05 | occurred"],
    ),
    (  # who takes somebody's place is not appointed with him
        "[Paul Durand](PER) a été nommé ministre le [7 mai 2012](2012-05-07). À l'[Institut](ORG), [Paul Durand](PER) "
        "est remplacé par [Anne Roux](PER).",
        [
            "appointment | Paul Durand |  | 2012-05-07/2012-05-07 | occurred",
            "appointment | Anne Roux, Paul Durand |  |  | occurred",
        ],
    ),
]


@pytest.mark.parametrize(("marked", "wanted"), WHOLE)
def test_one_happening_is_one_row(marked, wanted, rules):
    assert told(marked, rules) == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "La [Fondation d'Oslo](ORG) se chargea du programme, avec l'appui de l'[Institut Vega](ORG).",
        "[Volvo](ORG) attend une commande de deux navires, construits à [Oslo](LOC) avec [Vega](ORG).",
        "L'[Agence](ORG), qui ouvre le pays aux prêts de l'agence, a répondu le [7 mai 2012](2012-05-07).",
        "[Anne Roux](PER), venue à pied depuis sa réélection, sourit à [Oslo](LOC).",
    ],
)
def test_what_a_name_or_an_aside_says_is_no_event(marked, rules):
    assert [e for e in events.find(*Marked(marked).arguments(), rules) if e.type in ("establishment", "vote")] == []


def test_what_was_bought_names_the_purchase(rules):
    event = events.find(*Marked("Deux navires ont été achetés le [7 mai 2012](2012-05-07).").arguments(), rules)
    assert [e.head for e in event] == ["Achat de deux navires"]
