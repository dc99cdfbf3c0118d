"""Whole sentences: what is told, by whom, where and when; and what is no event."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.annotate import events
from pipeline.annotate.events.knowledge.marked import Marked


def told(marked: str, rules, published_on: date | None = None) -> list[str]:
    """Each event as « type | who | where | when | status », for easy reading."""
    text = Marked(marked, published_on)
    return [_line(text, event) for event in events.find(*text.arguments(), rules)]


def _line(text: Marked, event) -> str:
    who = ", ".join(sorted(text.names(p.entity for p in event.participants)))
    where = ", ".join(sorted(text.names(event.places)))
    days = "/".join(str(day) if day else "" for day in (event.earliest, event.latest))
    status = ("not " if event.negated else "") + event.status
    return f"{event.type} | {who} | {where} | {'' if days == '/' else days} | {status}"


VISITS = [
    (
        "Le président [Paul Durand](PER) s’est rendu à [Oslo](LOC) [les 4 et 5 décembre 2014](2014-12-04/2014-12-05) et "  # noqa: E501
        "la chancelière [Anne Roux](PER) à [Paris](LOC) [du 4 au 6 novembre 2015](2015-11-04/2015-11-06).",
        [
            "visit | Paul Durand | Oslo | 2014-12-04/2014-12-05 | occurred",
            "visit | Anne Roux | Paris | 2015-11-04/2015-11-06 | occurred",
        ],
    ),
    (
        "[Paul Durand](PER) s'est rendu à [Oslo](LOC) en [octobre 2018](2018-10), puis de nouveau [les 21 et 22 novembre "  # noqa: E501
        "2022](2022-11-21/2022-11-22).",
        [
            "visit | Paul Durand | Oslo | 2018-10-01/2018-10-31 | occurred",
            "visit | Paul Durand | Oslo | 2022-11-21/2022-11-22 | occurred",
        ],
    ),
    (
        "Les visites de [Paul Durand](PER) en [1993](1993) et [1996](1996) ont marqué les esprits.",
        [
            "visit | Paul Durand |  | 1993-01-01/1993-12-31 | occurred",
            "visit | Paul Durand |  | 1996-01-01/1996-12-31 | occurred",
        ],
    ),
    (
        "Elle fait suite à la visite de [Paul Durand](PER) à [Oslo](LOC) en [2023](2023) et à celle d'[Anne Roux](PER) "
        "à [Paris](LOC) en [2022](2022).",
        [
            "visit | Paul Durand | Oslo | 2023-01-01/2023-12-31 | occurred",
            "visit | Anne Roux | Paris | 2022-01-01/2022-12-31 | occurred",
        ],
    ),
    (
        "En visite à [Oslo](LOC) le [18 janvier 2024](2024-01-18), M. [Durand](PER) avait parlé du climat.",
        ["visit | Durand | Oslo | 2024-01-18/2024-01-18 | occurred"],
    ),
    (
        "[Anne Roux](PER) ne se rendra pas à [Oslo](LOC).",
        ["visit | Anne Roux | Oslo |  | not cancelled"],
    ),
    (
        "Une délégation du [Parlement européen](ORG) se rendra en [Norvège](LOC:NO).",
        ["visit | Parlement européen | Norvège |  | planned"],
    ),
    (
        "[Paul Durand](PER) aurait visité [Oslo](LOC) en [mai 2012](2012-05).",
        ["visit | Paul Durand | Oslo | 2012-05-01/2012-05-31 | uncertain"],
    ),
    (
        "La visite d'[Anne Roux](PER) à [Oslo](LOC) a été annulée.",
        ["visit | Anne Roux | Oslo |  | cancelled"],
    ),
]
MEETINGS = [
    (
        "Le vice-ministre des Transports de la [République de Norvège](LOC:NO), [Paul Durand](PER), a rencontré "
        "l'ambassadeur de [Suède](LOC:SE) en [Norvège](LOC:NO), [Anne Roux](PER).",
        ["meeting | Anne Roux, Paul Durand |  |  | occurred"],
    ),
    (
        "[Anne Roux](PER) a été reçue à [Oslo](LOC) par [Paul Durand](PER).",
        ["meeting | Anne Roux, Paul Durand | Oslo |  | occurred"],
    ),
    (
        "[Paul Durand](PER) a parlé du climat. Il a également rencontré [Anne Roux](PER).",
        ["meeting | Anne Roux, Paul Durand |  |  | occurred"],
    ),
    (
        "Lors de sa visite à [Oslo](LOC), [Paul Durand](PER) a rencontré [Anne Roux](PER).",
        ["visit | Paul Durand | Oslo |  | occurred", "meeting | Anne Roux, Paul Durand | Oslo |  | occurred"],
    ),
]
AGREEMENTS = [
    (
        "La [Suède](LOC:SE) et la [Norvège](LOC:NO) ont négocié. Un accord de pêche a été signé par les deux pays à "
        "[Oslo](LOC) en [mai 2012](2012-05).",
        ["agreement | Norvège, Suède | Oslo | 2012-05-01/2012-05-31 | occurred"],
    ),
    (
        "Un partenariat entre la [France](LOC:FR) et le [Kazakhstan](LOC:KZ) existe. La coopération "
        "franco-kazakhstanaise est ancienne. Un traité franco-kazakhstanais a été signé en [2008](2008).",
        ["agreement | France, Kazakhstan |  | 2008-01-01/2008-12-31 | occurred"],
    ),
    (
        "Les accords furent signés lors de la visite de [Paul Durand](PER) à [Oslo](LOC) en [septembre 1993](1993-09).",
        [
            "agreement |  | Oslo | 1993-09-01/1993-09-30 | occurred",
            "visit | Paul Durand | Oslo | 1993-09-01/1993-09-30 | occurred",
        ],
    ),
    (
        "[Volvo](ORG) et [Renault](ORG) devraient signer un contrat à [Lyon](LOC).",
        ["agreement | Renault, Volvo | Lyon |  | planned"],
    ),
    (
        "La [Suède](LOC:SE) et la [Norvège](LOC:NO) ont signé une feuille de route pour la [période "
        "2024-2026](2024/2026).",
        ["agreement | Norvège, Suède |  |  | occurred"],
    ),
]
OTHERS = [
    (
        "Le calendrier comprend le prochain forum à [Lyon](LOC) avant la Conférence d'[Oslo](LOC) prévue le "
        "[28 mai 2025](2025-05-28), en [Norvège](LOC:NO).",
        [
            "gathering |  | Lyon | /2025-05-28 | planned",
            "gathering |  | Norvège, Oslo | 2025-05-28/2025-05-28 | planned",
        ],
    ),
    (
        "L'ouverture d'une filiale de [Volvo](ORG) à [Lyon](LOC) en [2014](2014), du centre [Vega](ORG) piloté par "
        "l'[Université de Metz](ORG) en [2009](2009).",
        [
            "establishment | Volvo | Lyon | 2014-01-01/2014-12-31 | occurred",
            "establishment | Université de Metz, Vega |  | 2009-01-01/2009-12-31 | occurred",
        ],
    ),
    (
        "Les saisons croisées entre la [Suède](LOC:SE) et la [Norvège](LOC:NO) ont eu lieu en [2013](2013) et [2014](2014).",  # noqa: E501
        ["gathering | Norvège, Suède |  | 2013-01-01/2014-12-31 | occurred"],
    ),
    (
        "Le ministre [Paul Durand](PER) a participé le [29 mars 2017](2017-03-29) au 25e anniversaire des relations entre "  # noqa: E501
        "la [Suède](LOC:SE) et la [Norvège](LOC:NO).",
        ["commemoration | Norvège, Paul Durand, Suède |  | 2017-03-29/2017-03-29 | occurred"],
    ),
    (
        "La [Norvège](LOC:NO) a validé par référendum la construction de son métro.",
        ["vote | Norvège | Norvège |  | occurred"],
    ),
    (
        "La guerre en [Norvège](LOC:NO) et les rivalités en [Asie](LOC) inquiètent.",
        ["conflict |  | Norvège |  | occurred"],
    ),
    (
        "Dans une déclaration conjointe, [Paul Durand](PER) et [Anne Roux](PER) ont parlé du climat.",
        ["statement | Anne Roux, Paul Durand |  |  | occurred"],
    ),
    (
        "[Paul Durand](PER) a été nommé directeur de [Volvo](ORG) le [7 mai 2012](2012-05-07).",
        ["appointment | Paul Durand, Volvo |  | 2012-05-07/2012-05-07 | occurred"],
    ),
]
NONE = [
    "[Paul Durand](PER) et [Anne Roux](PER) ont souligné l'importance de la coopération à [Oslo](LOC).",
    "Les deux parties ont discuté de l'état de la coopération en [Norvège](LOC:NO).",
    "La [Suède](LOC:SE) soutient la normalisation des relations entre la [Norvège](LOC:NO) et la [Russie](LOC:RU), et "
    "appelle à leur soutien à la normalisation de ces relations.",
    "Le volume des échanges entre la [Suède](LOC:SE) et la [Norvège](LOC:NO) a augmenté en [2012](2012).",
    "[Volvo](ORG) emploie mille personnes à [Lyon](LOC) depuis [2012](2012/).",
    "[Paul Durand](PER) est né à [Oslo](LOC) en [1950](1950).",
]


@pytest.mark.parametrize(("marked", "expected"), VISITS + MEETINGS + AGREEMENTS + OTHERS)
def test_a_sentence_tells_its_events(marked, expected, rules):
    assert told(marked, rules) == expected


@pytest.mark.parametrize("marked", NONE[:2] + NONE[3:])
def test_general_talk_is_no_event(marked, rules):
    assert told(marked, rules) == []


def test_what_lies_after_the_texts_own_date_is_planned(rules):
    marked = "Le forum d'[Oslo](LOC) se tient le [28 mai 2025](2025-05-28)."
    assert told(marked, rules, date(2025, 5, 7)) == ["gathering |  | Oslo | 2025-05-28/2025-05-28 | planned"]
    assert told(marked, rules) == ["gathering |  | Oslo | 2025-05-28/2025-05-28 | occurred"]


def test_mentions_of_one_happening_are_one_row(rules):
    text = Marked(
        "La visite de [Paul Durand](PER) à [Oslo](LOC) a commencé. Cette visite durera deux jours.\n\n"
        "[Paul Durand](PER) est arrivé à [Oslo](LOC) hier."
    )
    found = events.find(*text.arguments(), rules)
    assert len(found) == 1
    assert len(found[0].evidence) == 3


def test_what_contradicts_keeps_apart(rules):
    marked = (
        "[Paul Durand](PER) s'est rendu à [Oslo](LOC) en [2012](2012).\n\n"
        "[Paul Durand](PER) s'est rendu à [Oslo](LOC) en [2015](2015)."
    )
    assert len(told(marked, rules)) == 2


def test_a_signing_during_a_visit_is_a_part_of_it(rules):
    text = Marked(
        "Lors de la visite de [Paul Durand](PER) à [Oslo](LOC), [Volvo](ORG) et [Renault](ORG) ont signé un contrat."
    )
    visit, contract = events.find(*text.arguments(), rules)
    assert (visit.type, contract.type, contract.part_of) == ("visit", "agreement", 0)


def test_evidence_is_the_sentence_and_the_trigger_in_it(rules):
    text = Marked("Il pleut. [Paul Durand](PER) a rencontré [Anne Roux](PER). Il neige.")
    (proof,) = events.find(*text.arguments(), rules)[0].evidence
    assert text.text[proof.start : proof.end] == "Paul Durand a rencontré Anne Roux."
    assert text.text[proof.trigger_start : proof.trigger_end] == "a rencontré"


@pytest.mark.parametrize(
    ("marked", "head"),
    [
        (
            "Tout repose sur le traité d'amitié, d'entente et de coopération signé à [Oslo](LOC) en [1992](1992).",
            "Signature du traité d'amitié, d'entente et de coopération",
        ),
        ("Un accord de sécurité a été signé à [Oslo](LOC) en [1992](1992).", "Signature d’un accord de sécurité"),
        ("Un accord signé à [Oslo](LOC) en [1992](1992), de portée modeste, le dit.", "Signature d’un accord"),
    ],
)
def test_a_title_holds_the_whole_of_what_was_signed(marked, head, rules):
    assert [event.head for event in events.find(*Marked(marked).arguments(), rules)] == [head]


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("Le sommet du [G20](ORG)", "Sommet du G20"),
        ("Le sommet [Chine](LOC:CN) – [Afrique](LOC)", "Sommet Chine – Afrique"),
        ("Le sommet entre l'[Inde](LOC:IN) et la [Chine](LOC:CN)", "Sommet entre l'Inde et la Chine"),
        ("Le sommet pour une eau propre", "Sommet pour une eau propre"),
        (
            "La conférence des [Nations unies](ORG) sur les pays en développement",
            "Conférence des Nations unies sur les pays en développement",
        ),
        ("La COP30", "COP30"),
        ("Le sommet pour préparer la suite", "Sommet"),
    ],
)
def test_a_gathering_is_called_by_its_names_and_matter(said, head, rules):
    marked = Marked(f"{said} s'est tenu à [Oslo](LOC) le [7 mai 2012](2012-05-07).")
    assert [event.head for event in events.find(*marked.arguments(), rules)] == [head]


def test_a_row_of_a_table_tells_who_visited_where(rules):
    marked = Marked("[5 mai 2012](2012-05-05) | [Paul Durand](PER) | [Oslo](LOC) | Visite d'État")
    document, *rest = marked.arguments()
    rows = replace(document, paragraphs=tuple(replace(p, kind="table_row") for p in document.paragraphs))
    (visit,) = events.find(rows, *rest, rules)
    assert marked.names(p.entity for p in visit.participants) == {"Paul Durand"}
    assert marked.names(visit.places) == {"Oslo"}


@pytest.mark.parametrize(
    "text", ["", "visite " * 20000, "a signé un accord, " * 5000, "« " * 50000, "(" * 50000, "et " * 50000]
)
def test_hostile_texts_take_linear_time(text, rules):
    assert events.find(*Marked(text).arguments(), rules) is not None
