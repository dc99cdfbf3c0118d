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
LISTS = [  # those whom a list names, before the verb, behind it, behind a colon
    (
        "Trois pays – la [Suède](LOC:SE), la [Norvège](LOC:NO) et le [Danemark](LOC:DK) – ont signé un accord le "
        "[7 mai 2012](2012-05-07).",
        ["agreement | Danemark, Norvège, Suède |  | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "Ont signé l'accord, le [7 mai 2012](2012-05-07) à [Oslo](LOC) : [Anne Roux](PER) et [Paul Durand](PER).",
        ["agreement | Anne Roux, Paul Durand | Oslo | 2012-05-07/2012-05-07 | occurred"],
    ),
]
PARTIES = [  # those of an agreement
    (
        "Signature à [Oslo](LOC), le [7 mai 2012](2012-05-07), d'un contrat portant sur cinq navires entre "
        "[Vega](ORG:company) et le groupe [Altair](ORG:company).",
        ["agreement | Altair, Vega | Oslo | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "Le [7 mai 1858](1858-05-07), le baron [Petit](PER) signait le traité qui ouvrait les relations entre la "
        "[Suède](LOC:SE) et la [Norvège](LOC:NO).",
        ["agreement | Norvège, Petit, Suède |  | 1858-05-07/1858-05-07 | occurred"],
    ),
    (
        "Le contrat a été signé à [Oslo](LOC) par [Anne Roux](PER), directrice générale de [Vega](ORG:company), et "
        "[Paul Durand](PER), ministre.",
        ["agreement | Anne Roux, Paul Durand, Vega | Oslo |  | occurred"],
    ),
    (
        "[Vega](ORG:company) et [Altair](ORG:company) ont, elles, scellé en [mai 2012](2012-05) un accord "
        "de livraison, signé à [Oslo](LOC) par [Anne Roux](PER) et [Paul Durand](PER).",
        ["agreement | Altair, Anne Roux, Paul Durand, Vega | Oslo | 2012-05-01/2012-05-31 | occurred"],
    ),
    (  # whose company is none that signs
        "Le contrat a été signé à [Oslo](LOC) par l'ambassadeur auprès de l'[Union](ORG:international), "
        "[Anne Roux](PER).",
        ["agreement | Anne Roux | Oslo |  | occurred"],
    ),
    (  # what is built between two countries concerns them, but they sign nothing
        "[Vega](ORG:company) et [Altair](ORG:company) ont signé en [2012](2012) un contrat portant sur un gazoduc "
        "entre la [Suède](LOC:SE) et la [Norvège](LOC:NO).",
        ["agreement | Altair, Vega |  | 2012-01-01/2012-12-31 | occurred"],
    ),
]
BESIDE = [  # those who are there, but neither subject nor object
    (
        "[Anne Roux](PER) a présidé à [Oslo](LOC) le défilé du centenaire de la bataille, en présence du Suédois "
        "[Paul Durand](PER).",
        ["commemoration | Anne Roux, Paul Durand | Oslo |  | occurred"],
    ),
    (
        "[Anne Roux](PER), qu'accompagnait [Paul Durand](PER), est arrivée à [Oslo](LOC).",
        ["visit | Anne Roux, Paul Durand | Oslo |  | occurred"],
    ),
    (
        "[Anne Roux](PER) a été reçue par son successeur, [Paul Durand](PER), à [Oslo](LOC).",
        ["meeting | Anne Roux, Paul Durand | Oslo |  | occurred"],
    ),
    (
        "[Anne Roux](PER) a rencontré à [Oslo](LOC) plusieurs ministres, dont [Paul Durand](PER) et [Eva Lind](PER).",
        ["meeting | Anne Roux, Eva Lind, Paul Durand | Oslo |  | occurred"],
    ),
    (
        "[Anne Roux](PER) était à [Oslo](LOC) le [7 mai 2012](2012-05-07), où l'attendait le roi [Paul](PER).",
        ["visit | Anne Roux, Paul | Oslo | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "L'accord, conclu à [Oslo](LOC), a été signé par leurs recteurs, [Anne Roux](PER) et [Paul Durand](PER).",
        ["agreement | Anne Roux, Paul Durand | Oslo |  | occurred"],
    ),
    (  # « , X » closes no apposition where X acts
        "Entourée du gouverneur de la région, [Anne Roux](PER) a signé un accord à [Oslo](LOC).",
        ["agreement | Anne Roux | Oslo |  | occurred"],
    ),
    (
        "[Anne Roux](PER), au nom de la [Suède](LOC:SE), et [Paul Durand](PER) ont signé un accord à [Oslo](LOC).",
        ["agreement | Anne Roux, Paul Durand | Oslo |  | occurred"],
    ),
    (
        "[Anne Roux](PER), ainsi que la ministre [Eva Lind](PER), ont assisté au forum d'[Oslo](LOC) en [2012](2012).",
        ["gathering | Anne Roux, Eva Lind | Oslo | 2012-01-01/2012-12-31 | occurred"],
    ),
    (  # the visit is no kin
        "Lors de sa visite, [Anne Roux](PER) a rencontré [Paul Durand](PER).",
        ["meeting | Anne Roux, Paul Durand |  |  | occurred"],
    ),
]
GATHERED = [  # at a gathering, by the verb that governs it
    (
        "[Anne Roux](PER) a inauguré, le [7 mai 2012](2012-05-07) à [Oslo](LOC), une exposition consacrée à "
        "[Paul Petit](PER).",
        ["gathering | Anne Roux | Oslo | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "Le festival a réuni à [Oslo](LOC), en [mai 2012](2012-05), [Anne Roux](PER) et l'[Orchestre du Nord](ORG).",
        ["gathering | Anne Roux, Orchestre du Nord | Oslo | 2012-05-01/2012-05-31 | occurred"],
    ),
    (
        "L'[Union](ORG), dont la présidente, [Anne Roux](PER), a inauguré à [Oslo](LOC) le musée le "
        "[7 mai 2012](2012-05-07), est petite.",
        ["establishment | Anne Roux | Oslo | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "La [Suède](LOC:SE) est représentée au sommet du [7 mai 2012](2012-05-07) à [Oslo](LOC) par [Eva Lind](PER).",
        ["gathering | Eva Lind, Suède | Oslo | 2012-05-07/2012-05-07 | occurred"],
    ),
]
LEANING = [  # on the sentence before
    (
        "Le [Conseil](ORG) a élu [Anne Roux](PER) en [2012](2012). Elle succédera le [7 mai 2012](2012-05-07) à "
        "[Paul Durand](PER).",
        ["appointment | Anne Roux, Paul Durand |  | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "Le coup d'envoi a été donné à [Oslo](LOC) par [Paul Durand](PER) en visite. Il s'est entretenu avec "
        "[Anne Roux](PER) le [7 mai 2012](2012-05-07).",
        ["meeting | Anne Roux, Paul Durand |  | 2012-05-07/2012-05-07 | occurred"],
    ),
    (  # « il » is no X of its own sentence
        "[Anne Roux](PER) a salué [Paul Durand](PER) en visite à [Metz](LOC). Elle partira pour [Oslo](LOC), où "
        "elle rencontrera [Eva Lind](PER), puis pour [Riga](LOC), où [Paul Petit](PER) la recevra le "
        "[7 mai 2030](2030-05-07).",
        ["meeting | Anne Roux, Paul Petit | Riga | 2030-05-07/2030-05-07 | planned"],
    ),
    (
        "Sur la route d'[Oslo](LOC), où elle avait participé au sommet du [G7](ORG), [Anne Roux](PER) se repose.",
        ["gathering | Anne Roux, G7 | Oslo |  | occurred"],
    ),
    (
        "[Anne Roux](PER) préside. Elle avait été élue présidente le [7 mai 2012](2012-05-07).",
        ["vote | Anne Roux |  | 2012-05-07/2012-05-07 | occurred"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), GROUPS + LISTS + PARTIES + BESIDE + GATHERED + LEANING)
def test_those_are_found_who_take_part(marked, expected, rules):
    assert told(marked, rules, date(2026, 1, 1))[-len(expected) :] == expected
