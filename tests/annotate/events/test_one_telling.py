"""What two words of one sentence, or of two in a row, tell once, and what stays two."""

from datetime import date

import pytest

from pipeline.annotate import events
from pipeline.annotate.events.knowledge.marked import Marked

OWN = date(2024, 12, 5)
ONCE = [
    ("[Anne Roux](PER) et [Paul Durand](PER) se sont retrouvés à [Oslo](LOC) pour un sommet.", ["gathering"]),
    ("[Anne Roux](PER) et [Paul Durand](PER) se sont retrouvés à [Oslo](LOC) pour préparer un sommet.", ["meeting"]),
    (
        "[Anne Roux](PER) a rencontré [Paul Durand](PER) lors d'un entretien à [Oslo](LOC) [lundi](2024-12-02).",
        ["meeting"],
    ),
    (
        "[Anne Roux](PER) a rencontré [Paul Durand](PER) lors du sommet de [Porto](LOC) le [3 mai 2024](2024-05-03).",
        ["meeting", "gathering"],
    ),
    (
        "[Anne Roux](PER) est arrivée à [Oslo](LOC) le [3 mai 2024](2024-05-03), où elle effectue une visite d'État.",
        ["visit"],
    ),
    (
        "[Anne Roux](PER) a effectué en [mai 2024](2024-05) un déplacement à [Oslo](LOC), où elle a été accueillie par [Luc Petit](PER).",  # noqa: E501
        ["visit"],
    ),
    (
        "On commente la visite d'État d'[Anne Roux](PER), arrivée [lundi](2024-12-02) à [Oslo](LOC).",
        ["visit"],
    ),
    (
        "[Anne Roux](PER) s'est rendue à [Oslo](LOC) le [3 mai 2024](2024-05-03), puis à [Porto](LOC) le [5 mai 2024](2024-05-05).",  # noqa: E501
        ["visit", "visit"],
    ),
    ("Le coup d'État qui a renversé [Luc Petit](PER) à [Niamey](LOC) a surpris les voisins.", ["conflict"]),
    (
        "La [Suède](LOC:SE) et le [Mali](LOC:ML) ont signé [samedi](2024-11-30) une charte instituant une alliance de défense.",  # noqa: E501
        ["agreement"],
    ),
    ("La [Suède](LOC:SE) et le [Mali](LOC:ML) ont convenu de signer un accord.", ["agreement"]),
    ("[Anne Roux](PER) a visité à [Oslo](LOC) l'exposition « Vega ».", ["gathering"]),
    (
        "[Anne Roux](PER) a été élue présidente de la [Suède](LOC:SE) lors du scrutin du [3 mai 2024](2024-05-03).",
        ["vote"],
    ),
    (
        "[Anne Roux](PER) a inauguré en [mai 2024](2024-05) l'ambassade de la [Suède](LOC:SE), lors d'une cérémonie d'ouverture.",  # noqa: E501
        ["establishment"],
    ),
    (
        "La [France](LOC:FR) participera à l'Exposition spécialisée [Expo 2027 Oslo](ORG), qui aura lieu du [15 mai au 15 août 2027](2027-05-15/2027-08-15).",  # noqa: E501
        ["gathering"],
    ),
    (
        "La [Suède](LOC:SE) et le [Mali](LOC:ML) ont signé un accord de pêche le [3 mai 2024](2024-05-03). L'accord a été signé à [Bamako](LOC) par [Anne Roux](PER).",  # noqa: E501
        ["agreement"],
    ),
    (
        "La [Suède](LOC:SE) et le [Mali](LOC:ML) ont signé un accord de pêche en [mai 2024](2024-05). L'accord de paix a été signé à [Oslo](LOC) par [Anne Roux](PER) et [Luc Petit](PER).",  # noqa: E501
        ["agreement", "agreement"],
    ),
    (
        "La rencontre entre [Anne Roux](PER) et [Paul Durand](PER), qui se sont entretenus à [Oslo](LOC), a duré.",
        ["meeting"],
    ),
]


@pytest.mark.parametrize(("marked", "types"), ONCE)
def test_one_happening_is_told_once(marked, types, rules):
    assert [e.type for e in events.find(*Marked(marked, OWN).arguments(), rules)] == types


DAYS = [
    (
        "[Anne Roux](PER) et [Paul Durand](PER) doivent se retrouver à [Oslo](LOC) [mercredi](2024-12-11) et [jeudi prochains](2024-12-12).",  # noqa: E501
        [(date(2024, 12, 11), date(2024, 12, 12))],
    ),
    (
        "La ville se souvient des attaques informatiques d'[avril](2007-04) et [mai 2007](2007-05).",
        [(date(2007, 4, 1), date(2007, 5, 31))],
    ),
    (
        "Les visites de [Paul Durand](PER) à [Oslo](LOC) en [1993](1993) et [1996](1996) ont compté.",
        [(date(1993, 1, 1), date(1993, 12, 31)), (date(1996, 1, 1), date(1996, 12, 31))],
    ),
    (
        "[Anne Roux](PER) a rencontré [Paul Durand](PER) lors d'un entretien à [Oslo](LOC) [lundi](2024-12-02).",
        [(date(2024, 12, 2), date(2024, 12, 2))],
    ),
]


@pytest.mark.parametrize(("marked", "days"), DAYS)
def test_days_in_a_row_are_those_of_one_happening(marked, days, rules):
    assert [(e.earliest, e.latest) for e in events.find(*Marked(marked, OWN).arguments(), rules)] == days
