"""Agreements and statements: how contracts, treaties and solemn words are told."""

from dataclasses import replace

import pytest

from pipeline.annotate import events
from pipeline.annotate.events.knowledge.marked import Marked
from tests.annotate.events.test_find import told

AGREEMENTS = [
    (
        "L'accord que signaient à [Oslo](LOC), en [juin 1985](1985-06), les cinq ministres a tout changé.",
        ["agreement |  | Oslo | 1985-06-01/1985-06-30 | occurred"],
    ),
    (
        "La [Suède](LOC:SE) rejoint l'[Union](ORG) en [janvier 1995](1995-01).",
        ["agreement | Suède, Union |  | 1995-01-01/1995-01-31 | occurred"],
    ),
    (
        "Les radars commandés en [2012](2012) à [Volvo](ORG) sont arrivés à [Oslo](LOC).",
        ["agreement | Volvo |  | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "Signature d'un accord sur la pêche, [vendredi](2024-05-10), entre la [Suède](LOC:SE) et la [Norvège](LOC:NO).",
        ["agreement | Norvège, Suède |  | 2024-05-10/2024-05-10 | occurred"],
    ),
    (
        "La statue a été restituée par la [Suède](LOC:SE) à la [Norvège](LOC:NO) en [2012](2012).",
        ["agreement | Norvège, Suède |  | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "[Volvo](ORG) achète douze trains à [Renault](ORG) en [2012](2012).",
        ["agreement | Renault, Volvo |  | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "Un premier accord de défense est signé en [1977](1977), un second en [janvier 1995](1995-01).",
        [
            "agreement |  |  | 1977-01-01/1977-12-31 | occurred",
            "agreement |  |  | 1995-01-01/1995-01-31 | occurred",
        ],
    ),
    (
        "L'accord, conclu sous l'égide de l'[ONU](ORG), a été signé le [22 juillet 2022](2022-07-22) par la [Suède](LOC:SE).",  # noqa: E501
        ["agreement | ONU, Suède |  | 2022-07-22/2022-07-22 | occurred"],
    ),
    (
        "[Volvo](ORG) annonce la signature d'un contrat avec [Renault](ORG).",
        ["statement | Volvo |  |  | occurred", "agreement | Renault, Volvo |  |  | occurred"],
    ),
    (
        "[Volvo](ORG) : accord avec [Renault](ORG) le [7 mai 2012](2012-05-07)",
        ["agreement | Renault, Volvo |  | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "En signant le pacte en [novembre 2021](2021-11), la [Norvège](LOC:NO) s'est engagée.",
        ["agreement | Norvège |  | 2021-11-01/2021-11-30 | occurred"],
    ),
    (
        "Depuis son adhésion à l'[Union](ORG) en [2012](2012), la [Norvège](LOC:NO) a changé.",
        ["agreement | Norvège, Union |  | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "Un accord a été trouvé [mardi](2024-05-07), signé à [Oslo](LOC) par la [Suède](LOC:SE).",
        ["agreement | Suède | Oslo | 2024-05-07/2024-05-07 | occurred"],
    ),
    (
        "Par un accord du [7 mai 2012](2012-05-07), [Volvo](ORG) et [Renault](ORG) ont fixé leurs parts.",
        ["agreement | Renault, Volvo |  | 2012-05-07/2012-05-07 | occurred"],
    ),
]
STATEMENTS = [
    (
        "La [Suède](LOC:SE) a condamné [le 25 juin](2024-06-25) l'attaque.",
        ["statement | Suède |  | 2024-06-25/2024-06-25 | occurred"],
    ),
    (
        "[Le 25 juin](2024-06-25), [Anne Roux](PER) a dénoncé l'attaque.",
        ["statement | Anne Roux |  | 2024-06-25/2024-06-25 | occurred"],
    ),
    (
        "« Nous tiendrons », a déclaré [Anne Roux](PER) à [Oslo](LOC) [mardi](2024-05-07).",
        ["statement | Anne Roux | Oslo | 2024-05-07/2024-05-07 | occurred"],
    ),
    (
        "[Anne Roux](PER) a envoyé un message de félicitations à [Paul Durand](PER) le [7 mai 2012](2012-05-07).",
        ["statement | Anne Roux, Paul Durand |  | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "Le rapport a été remis à [Anne Roux](PER) le [7 mai 2012](2012-05-07).",
        ["statement | Anne Roux |  | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "Dans une lettre adressée le [3 mars](2024-03-03) à [Anne Roux](PER), [Paul Durand](PER) s'inquiète.",
        ["statement | Anne Roux, Paul Durand |  | 2024-03-03/2024-03-03 | occurred"],
    ),
    (
        "[Volvo](ORG) fermera son usine, a-t-il annoncé [mercredi](2024-05-08).",
        ["statement | Volvo |  | 2024-05-08/2024-05-08 | occurred"],
    ),
    (
        "[Anne Roux](PER) a salué « un exemple », dans un message, à [Oslo](LOC).",
        ["statement | Anne Roux | Oslo |  | occurred"],
    ),
    (
        "[Anne Roux](PER) a réaffirmé à [Oslo](LOC) son soutien.",
        ["statement | Anne Roux | Oslo |  | occurred"],
    ),
    (
        "[Anne Roux](PER) a dénoncé d'une voix forte, le [4 avril](2024-04-04), une ingérence.",
        ["statement | Anne Roux |  | 2024-04-04/2024-04-04 | occurred"],
    ),
    (
        "La [Suède](LOC:SE) s'est engagée, dans une déclaration commune publiée le [7 mai 2012](2012-05-07), à aider.",
        ["statement | Suède |  | 2012-05-07/2012-05-07 | occurred"],
    ),
    ("La [Suède](LOC:SE) appelle au calme.", ["statement | Suède |  |  | occurred"]),
]
NONE = [
    "La [Norvège](LOC:NO) rejoint sa voisine au classement en [2012](2012).",
    "Le cuirassé fut livré aux flammes en [1942](1942).",
    "[Volvo](ORG) et [Renault](ORG) ont échangé sur l'accord en [2012](2012).",
    "La [Suède](LOC:SE) réaffirme son soutien à un pays candidat depuis le [1er mars 2012](2012-03-01/).",
    "Les rebelles, qui ont dénoncé [mardi](2024-05-07) la trêve, sont à [Oslo](LOC).",
]


@pytest.mark.parametrize(("marked", "expected"), AGREEMENTS + STATEMENTS)
def test_contracts_treaties_and_words_are_told(marked, expected, rules):
    assert told(marked, rules) == expected


@pytest.mark.parametrize("marked", NONE)
def test_what_only_sounds_like_it_is_left_alone(marked, rules):
    assert told(marked, rules) == []


def _with_capitals(marked: str, capitals: dict[str, str]) -> Marked:
    text = Marked(marked)
    text.entities = [replace(e, kind="city", country=capitals.get(e.name)) for e in text.entities]
    return text


def test_a_capital_signs_for_its_state_and_another_town_does_not(rules):
    capitals = {"Oslo": "NO", "Varsovie": "PL"}
    both = _with_capitals("[Oslo](LOC) et [Varsovie](LOC) ont signé un accord.", capitals)
    (event,) = events.find(*both.arguments(), rules)
    assert both.names(p.entity for p in event.participants) == {"Oslo", "Varsovie"}
    town = _with_capitals("[Metz](LOC) a condamné l'attaque.", capitals)
    assert events.find(*town.arguments(), rules) == ()
