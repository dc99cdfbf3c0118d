"""Who, where and when: by what means a sentence says it, and what it must not be taken for."""

from datetime import date

import pytest

from pipeline.annotate import events
from pipeline.annotate.events.knowledge.marked import Marked
from tests.annotate.events.test_find import told

BESIDE = [  # those who take part without being subject or object
    (
        "Le musée a été inauguré le [8 mai 2017](2017-05-08) par M. [Durand](PER), en présence du roi [Paul Roux](PER) "
        "et de la Suédoise [Eva Lind](PER).",
        ["establishment | Durand, Eva Lind, Paul Roux |  | 2017-05-08/2017-05-08 | occurred"],
    ),
    (
        "À l'invitation de M. [Durand](PER), [Anne Roux](PER) a effectué une visite en [Suède](LOC:SE).",
        ["visit | Anne Roux, Durand | Suède |  | occurred"],
    ),
    (
        "La session s'est tenue à [Oslo](LOC), sous la coprésidence de la directrice, Mme [Roux](PER), et du ministre, "
        "M. [Durand](PER).",
        ["meeting | Durand, Roux | Oslo |  | occurred"],
    ),
    (
        "Le lycée [Vega](ORG) a été fondé en [2014](2014) avec l'aide de la [Banque du Nord](ORG).",
        ["establishment | Banque du Nord, Vega |  | 2014-01-01/2014-12-31 | occurred"],
    ),
    (
        "Le président [Paul Durand](PER), réélu le [26 mai 2012](2012-05-26) face à [Anne Roux](PER), voyage.",
        ["vote | Anne Roux, Paul Durand |  | 2012-05-26/2012-05-26 | occurred"],
    ),
    (
        "[Paul Durand](PER), accompagné de Mme [Roux](PER), s'est rendu à [Oslo](LOC).",
        ["visit | Paul Durand, Roux | Oslo |  | occurred"],
    ),
    (
        "Le Conseil a désigné M. [Saleh](PER) par 55 voix contre deux au Congolais [Paul Petit](PER) en [2012](2012).",
        ["appointment | Paul Petit, Saleh |  | 2012-01-01/2012-12-31 | occurred"],
    ),
]
OPENING = [  # the place with which a sentence opens
    (
        "Le [13 mars 2024](2024-03-13), à [Oslo](LOC), [Anne Roux](PER) et [Paul Durand](PER) ont signé un traité.",
        ["agreement | Anne Roux, Paul Durand | Oslo | 2024-03-13/2024-03-13 | occurred"],
    ),
    (
        "[Mercredi](2024-03-13), au palais royal de [Rabat](LOC), le roi [Paul](PER) a reçu [Anne Roux](PER).",
        ["meeting | Anne Roux, Paul | Rabat | 2024-03-13/2024-03-13 | occurred"],
    ),
    (
        "À [Oslo](LOC), [Anne Roux](PER) et [Paul Durand](PER) ont conclu un accord que le pays pourrait soumettre à "
        "référendum en [2025](2025).",
        [
            "agreement | Anne Roux, Paul Durand | Oslo |  | occurred",
            "vote |  |  | 2025-01-01/2025-12-31 | uncertain",
        ],
    ),
]
EACH_OTHER = [  # what events of one sentence tell each other
    (
        "Un traité a été conclu à [Oslo](LOC) le [26 janvier 1998](1998-01-26) lors de la visite de M. [Durand](PER).",
        [
            "agreement |  | Oslo | 1998-01-26/1998-01-26 | occurred",
            "visit | Durand | Oslo |  | occurred",  # as part of which it tells of its day
        ],
    ),
    (
        "Visite de M. [Durand](PER) à [Oslo](LOC) [les 13 et 14 mars 2017](2017-03-13/2017-03-14), au cours de "
        "laquelle il a rencontré Mme [Roux](PER).",
        [
            "visit | Durand | Oslo | 2017-03-13/2017-03-14 | occurred",
            "meeting | Durand, Roux | Oslo | 2017-03-13/2017-03-14 | occurred",
        ],
    ),
    (
        "[Paul Durand](PER) s'est rendu à [Oslo](LOC) le [7 mai 2012](2012-05-07), où il a rencontré [Anne Roux](PER).",
        [
            "visit | Paul Durand | Oslo | 2012-05-07/2012-05-07 | occurred",
            "meeting | Anne Roux, Paul Durand | Oslo | 2012-05-07/2012-05-07 | occurred",
        ],
    ),
    (
        "[Paul Durand](PER) a été reçu [jeudi](2012-05-10) à [Oslo](LOC) par [Anne Roux](PER), au lendemain d'une "
        "étape à [Metz](LOC).",
        [
            "meeting | Anne Roux, Paul Durand | Oslo | 2012-05-10/2012-05-10 | occurred",
            "visit | Paul Durand | Metz | 2012-05-09/2012-05-09 | occurred",
        ],
    ),
    (
        "Le sommet, qui se tiendra à [Oslo](LOC) le [9 octobre 2024](2024-10-09), réunira des élus.",
        ["gathering |  | Oslo | 2024-10-09/2024-10-09 | planned"],
    ),
    (
        "[Paul Durand](PER) doit se rendre en [Suède](LOC:SE) [du 10 au 12 avril 2024](2024-04-10/2024-04-12) ; il y "
        "rencontrera [Anne Roux](PER).",
        [
            "visit | Paul Durand | Suède | 2024-04-10/2024-04-12 | planned",
            "meeting | Anne Roux, Paul Durand | Suède | 2024-04-10/2024-04-12 | planned",
        ],
    ),
]
JOINED = [  # who was there, told in a sentence of its own
    (
        "[Paul Durand](PER) a rencontré [Anne Roux](PER) à [Oslo](LOC). Y ont également pris part MM. [Lind](PER) et "
        "[Berg](PER).",
        ["meeting | Anne Roux, Berg, Lind, Paul Durand | Oslo |  | occurred"],
    ),
    (
        "[Paul Durand](PER) s'est rendu à [Oslo](LOC). Il était accompagné de Mme [Roux](PER).",
        ["visit | Paul Durand, Roux | Oslo |  | occurred"],
    ),
    ("[Paul Durand](PER) chante. Il était accompagné de Mme [Roux](PER).", []),
]
BEFORE = [  # what a sentence leans on in those before it
    (
        "[Paul Durand](PER) a été reçu [jeudi](2012-05-10) à [Oslo](LOC) par [Anne Roux](PER), au lendemain d'une "
        "étape à [Metz](LOC).\n\n[Volvo](ORG) et [Renault](ORG) ont signé un contrat.",
        ["agreement | Renault, Volvo | Oslo | 2012-05-10/2012-05-10 | occurred"],
    ),
    (
        "[Paul Durand](PER) a été reçu [jeudi](2012-05-10) à [Oslo](LOC) par [Anne Roux](PER). [La veille](), "
        "[Volvo](ORG) et [Renault](ORG) avaient signé un contrat.",
        ["agreement | Renault, Volvo |  | 2012-05-09/2012-05-09 | occurred"],
    ),
    (
        "[Paul Durand](PER) s'était rendu à [Oslo](LOC) en [mai 2012](2012-05). [Volvo](ORG) et [Renault](ORG) ont "
        "signé un contrat.",
        ["agreement | Renault, Volvo |  |  | occurred"],
    ),
    (
        "La réunion s'est tenue à [Oslo](LOC) le [7 mai 2012](2012-05-07) ; vingt accords y ont été signés.",
        ["agreement |  | Oslo | 2012-05-07/2012-05-07 | occurred"],
    ),
    (
        "[Paul Durand](PER) s'est rendu à [Oslo](LOC) le [21 mai 2012](2012-05-21). Il y a inauguré un consulat.",
        ["establishment | Paul Durand | Oslo | 2012-05-21/2012-05-21 | occurred"],
    ),
    (
        "[Oulan-Bator](LOC) attend. Le [17 janvier 2025](2025-01-17), dans la capitale mongole, [Volvo](ORG) et "
        "[Renault](ORG) ont signé un accord.",
        ["agreement | Renault, Volvo | Oulan-Bator | 2025-01-17/2025-01-17 | occurred"],
    ),
    (
        "[12-13 mars 2025](2025-03-12/2025-03-13) : visite d'[Anne Roux](PER) à [Oslo](LOC). [Volvo](ORG) et "
        "[Renault](ORG) concluent des contrats.",
        ["agreement | Renault, Volvo | Oslo | 2025-03-12/2025-03-13 | occurred"],
    ),
]
MEANT = [  # who is meant without a name
    (
        "[Paul Durand](PER) a rencontré [Eva Lind](PER). [Paul Durand](PER) a été reçu à [Oslo](LOC) par son homologue "
        "[Anne Roux](PER) le [5 mai 2012](2012-05-05). Les deux présidents ont adopté une déclaration conjointe.",
        ["statement | Anne Roux, Paul Durand | Oslo | 2012-05-05/2012-05-05 | occurred"],
    ),
    (
        "[Paul Durand](PER) a rencontré à [Oslo](LOC) son homologue [Anne Roux](PER) le [5 mai 2012](2012-05-05). Ils "
        "ont signé un traité.",
        ["agreement | Anne Roux, Paul Durand | Oslo | 2012-05-05/2012-05-05 | occurred"],
    ),
    (
        "[Paul Durand](PER) a visité [Metz](LOC) en [mai 2012](2012-05) ; [Eva Lind](PER) et [Anne Roux](PER) l'ont "
        "reçu à [Oslo](LOC).",
        ["meeting | Anne Roux, Eva Lind, Paul Durand | Oslo |  | occurred"],
    ),
    (
        "[Volvo](ORG:company) recule. Le groupe a signé un accord avec [Renault](ORG:company) en [2012](2012).",
        ["agreement | Renault, Volvo |  | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "[Volvo](ORG:company) travaille avec [Scania](ORG:company). Le groupe et [Scania](ORG:company) ont signé un "
        "accord en [2012](2012).",
        ["agreement | Scania, Volvo |  | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "L'[Agence de l'eau](ORG) recrute. L'Agence a ouvert un bureau à [Oslo](LOC) en [2012](2012).",
        ["establishment | Agence de l'eau | Oslo | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "[Volvo](ORG:company) recule. Le groupe de travail s'est réuni à [Oslo](LOC) en [2012](2012).",
        ["meeting |  | Oslo | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "Une délégation du [Sénat](ORG) s'est rendue à [Oslo](LOC). La délégation a été reçue par M. [Durand](PER), "
        "puis par Mme [Roux](PER).",
        ["meeting | Durand, Roux, Sénat | Oslo |  | occurred"],
    ),
    (
        "[Nicolas Lind](PER) a écrit à [Paul Durand](PER). Le [26 mai 2009](2009-05-26), celui-ci inaugure à "
        "[Oslo](LOC) une base militaire.",
        ["establishment | Paul Durand | Oslo | 2009-05-26/2009-05-26 | occurred"],
    ),
    (
        "La [Norvège](LOC:NO) vote. Le [6 octobre 2024](2024-10-06) s'est tenu dans le pays un référendum.",
        ["vote |  | Norvège | 2024-10-06/2024-10-06 | occurred"],
    ),
    (
        "La [France](LOC:FR) est active. Elle a signé un accord avec la [Suède](LOC:SE) en [2012](2012).",
        ["agreement | France, Suède |  | 2012-01-01/2012-12-31 | occurred"],
    ),
]
PARTS = [  # which part of the clause a name is
    (
        "[Anne Roux](PER) a été réélue [dimanche](2022-11-20), a annoncé [lundi](2022-11-21) la [Commission](ORG).",
        [
            "vote | Anne Roux |  | 2022-11-20/2022-11-20 | occurred",
            "statement | Commission |  | 2022-11-21/2022-11-21 | occurred",
        ],
    ),
    (
        "[Paul Durand](PER) a reçu [Anne Roux](PER), informe l'[Agence de presse](ORG).",
        ["meeting | Anne Roux, Paul Durand |  |  | occurred"],
    ),
    (
        "[Paul Durand](PER) recevra le [11 avril](2024-04-11) ses homologues, [Eva Lind](PER) et [Anne Roux](PER), à "
        "[Metz](LOC).",
        ["meeting | Anne Roux, Eva Lind, Paul Durand | Metz | 2024-04-11/2024-04-11 | planned"],
    ),
    (
        "L'envoyé personnel du président, [Jean Roux](PER), s'est rendu au [Liban](LOC:LB) en [2012](2012).",
        ["visit | Jean Roux | Liban | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "La [Cédéao](ORG), réunie en sommet à [Abuja](LOC) le [10 août 2023](2023-08-10), avait menacé.",
        ["gathering | Cédéao | Abuja | 2023-08-10/2023-08-10 | occurred"],
    ),
    (
        "M. [Durand](PER) présidera la 28e conférence sur le climat ([COP28](ORG)), qui se tiendra à [Dubaï](LOC) en "
        "[décembre 2023](2023-12).",
        ["gathering | COP28, Durand | Dubaï | 2023-12-01/2023-12-31 | planned"],
    ),
    (
        "Son fondateur, [Paul Durand](PER), visite la [France](LOC:FR) dès [juillet 1975](1975-07).",
        ["visit | Paul Durand | France | 1975-07-01/1975-07-31 | occurred"],
    ),
    (
        "Une attaque attribuée au [GSIM](ORG) a fait 64 morts le [7 septembre 2023](2023-09-07).",
        ["conflict | GSIM |  | 2023-09-07/2023-09-07 | occurred"],
    ),
    (
        "Le sommet du [G20](ORG) s'est tenu à [Oslo](LOC) en [2012](2012).",
        ["gathering | G20 | Oslo | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "Ils ont salué la signature de l'accord de partenariat, conclu à [Paris](LOC) le [5 mai 2012](2012-05-05) par "
        "[Paul Durand](PER) et [Anne Roux](PER).",
        ["agreement | Anne Roux, Paul Durand | Paris | 2012-05-05/2012-05-05 | occurred"],
    ),
    (
        "Le président [Paul Durand](PER) a confirmé sa participation au sommet qui se tiendra à [Oslo](LOC) le "
        "[9 octobre 2024](2024-10-09).",
        ["gathering | Paul Durand | Oslo | 2024-10-09/2024-10-09 | planned"],
    ),
    (
        "Les villes de [Tours](LOC) et de [Takamatsu](LOC), jumelées depuis [1988](1988/), ont des projets.",
        ["agreement | Takamatsu, Tours |  | 1988-01-01/1988-12-31 | occurred"],
    ),
    (
        "Des élèves ont manifesté le [2 mai 2023](2023-05-02) devant la base française de [Niamey](LOC).",
        ["gathering |  | Niamey | 2023-05-02/2023-05-02 | occurred"],
    ),
]
WHERE_AND_WHEN = [  # a place or a day that does not stand right behind
    (
        "Elle a salué la tenue, du [5 au 8 août 2025](2025-08-05/2025-08-08), à [Oslo](LOC), de la troisième "
        "conférence des [Nations unies](ORG).",
        ["gathering | Nations unies | Oslo | 2025-08-05/2025-08-08 | occurred"],
    ),
    (
        "[Anne Roux](PER), nommée ministre en [janvier 2021](2021-01) après la démission d'[Eva Lind](PER), reste.",
        [
            "appointment | Anne Roux |  | 2021-01-01/2021-01-31 | occurred",
            "appointment | Eva Lind |  |  | occurred",
        ],
    ),
    (
        "[Anne Roux](PER) lui a rendu sa visite en [octobre 2023](2023-10), à [Paris](LOC), où les deux femmes ont "
        "conclu un protocole.",
        [
            "visit | Anne Roux | Paris | 2023-10-01/2023-10-31 | occurred",
            "agreement |  | Paris | 2023-10-01/2023-10-31 | occurred",
        ],
    ),
    (
        "Vingt accords ont été signés à [Oslo](LOC) le [5 mai 2012](2012-05-05), dont un contrat entre [Volvo](ORG) et "
        "[Renault](ORG).",
        [
            "agreement |  | Oslo | 2012-05-05/2012-05-05 | occurred",
            "agreement | Renault, Volvo | Oslo | 2012-05-05/2012-05-05 | occurred",
        ],
    ),
    (
        "[Anne Roux](PER) a été réélue [dimanche](2022-11-20) à la présidence du [Kazakhstan](LOC:KZ).",
        ["vote | Anne Roux | Kazakhstan | 2022-11-20/2022-11-20 | occurred"],
    ),
    (
        "[Paul Durand](PER) a inauguré à [Oslo](LOC), avec M. [Lind](PER), une exposition.",
        ["gathering | Lind, Paul Durand | Oslo |  | occurred"],
    ),
    (
        "[Paul Durand](PER) s'était rendu à [Oslo](LOC) [les 21 et 22 mai 2012](2012-05-21/2012-05-22), lorsqu'il "
        "avait rencontré [Anne Roux](PER).",
        [
            "visit | Paul Durand | Oslo | 2012-05-21/2012-05-22 | occurred",
            "meeting | Anne Roux, Paul Durand |  | 2012-05-21/2012-05-22 | occurred",
        ],
    ),
    (
        "Le [Conseil](ORG), réuni à [Oslo](LOC), a élu [jeudi](2025-11-06) M. [Durand](PER) président.",
        ["vote | Conseil, Durand | Oslo | 2025-11-06/2025-11-06 | occurred"],
    ),
    (
        "L'ambassade de [France](LOC:FR) à [Bakou](LOC) a été ouverte en [mars 1992](1992-03).",
        ["establishment |  | Bakou | 1992-03-01/1992-03-31 | occurred"],
    ),
    (
        "[5 mai 2012](2012-05-05) : visite à [Oslo](LOC) de [Paul Durand](PER) ; signature d'un accord avec "
        "[Volvo](ORG).",
        [
            "visit | Paul Durand | Oslo | 2012-05-05/2012-05-05 | occurred",
            "agreement | Volvo | Oslo | 2012-05-05/2012-05-05 | occurred",
        ],
    ),
    (
        "Les sommes promises à [Oslo](LOC), lors du Forum des investisseurs, ont été versées.",
        ["gathering |  | Oslo |  | occurred"],
    ),
]
OTHER_CLAUSE = [  # what belongs to another verb
    (
        "L'accord entre la [Suède](LOC:SE) et le [Vietnam](LOC:VN), signé à [Oslo](LOC) le [30 juin 2019](2019-06-30) "
        "et approuvé par le [Parlement européen](ORG), est bon.",
        [
            "agreement | Suède, Vietnam | Oslo | 2019-06-30/2019-06-30 | occurred",
            "vote | Parlement européen |  |  | occurred",
        ],
    ),
    (
        "Le discours prononcé [mardi](2024-10-29) devant les deux chambres du [Parlement](ORG) par le président "
        "[Paul Durand](PER) a surpris.",
        ["statement | Paul Durand |  | 2024-10-29/2024-10-29 | occurred"],
    ),
    (
        "La [Suède](LOC:SE) et la [Norvège](LOC:NO) sont en paix. Le traité signé en [1993](1993) par [Eva Lind](PER) "
        "est le socle des relations bilatérales.",
        ["agreement | Eva Lind |  | 1993-01-01/1993-12-31 | occurred"],
    ),
    (
        "Sa filiale [Vega](ORG) a fermé. La directrice était à [Oslo](LOC) en [2012](2012), où elle a été reçue par le "
        "général [Durand](PER).",
        ["meeting | Durand | Oslo | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "Pendant que les chefs d'État de l'[Union](ORG) ([UX](ORG)) dînaient à [Metz](LOC), l'artillerie attaquait "
        "[Oslo](LOC) en [2012](2012).",
        ["conflict |  | Oslo | 2012-01-01/2012-12-31 | occurred"],
    ),
    (
        "Issue d'un accord signé en [2009](2009), l'[Université de Metz](ORG) accueille 3000 étudiants.",
        ["agreement |  |  | 2009-01-01/2009-12-31 | occurred"],
    ),
]


@pytest.mark.parametrize(
    ("marked", "expected"), BESIDE + OPENING + EACH_OTHER + JOINED + PARTS + WHERE_AND_WHEN + OTHER_CLAUSE
)
def test_a_sentence_says_who_where_and_when(marked, expected, rules):
    assert told(marked, rules) == expected


@pytest.mark.parametrize(("marked", "expected"), BEFORE + MEANT)
def test_a_sentence_leans_on_those_before(marked, expected, rules):
    assert told(marked, rules, date(2026, 1, 1))[-1:] == expected


def test_who_was_outvoted_was_a_candidate(rules):
    text = Marked(
        "Le Conseil a désigné M. [Saleh](PER) par 9 voix contre deux au Congolais [Petit](PER) en [2012](2012)."
    )
    (event,) = events.find(*text.arguments(), rules)
    roles = {name: p.role for p in event.participants for name in text.names([p.entity])}
    assert roles == {"Saleh": "appointee", "Petit": "candidate"}
