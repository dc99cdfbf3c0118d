"""What a sentence speaks of without telling it: habits, periods, advice, what was left undone."""

import pytest

from tests.annotate.events.test_find import told

TALK = [
    "[Chaque année](), en [octobre](2012-10), une cérémonie marque la fin des vendanges à [Oslo](LOC).",
    "[Paul Durand](PER) ne visitait pas [Oslo](LOC) en touriste.",
    "Le maire [Paul Durand](PER) reçoit régulièrement l'ambassadeur [Nils Berg](PER) à [Oslo](LOC).",
    "Depuis l'entrée en vigueur du traité d'[Oslo](LOC), rien ne change.",
    "Recommandation n° 4 : soutenir la signature d'un traité entre la [Suède](LOC:SE) et la [Norvège](LOC:NO).",
    "Interrogé sur la signature d'un accord avec la [Suède](LOC:SE), [Paul Durand](PER) a souri.",
    "Entretien avec [Anne Roux](PER)",
    "S'il est élu, [Paul Durand](PER) dormira.",
    "La ministre chargée des partenariats internationaux et de la culture a ouvert en [2012](2012) un livre.",
    "Le conseil d'administration a adopté le budget.",
    "Le [Conseil](ORG) discute sans parvenir à adopter de résolution sur la [Suède](LOC:SE).",
]
TOLD = [
    ("La guerre de [2008](2008) a éclaté en [Suède](LOC:SE).", "conflict"),
    ("Avant la signature du traité par la [Suède](LOC:SE) et la [Norvège](LOC:NO), rien ne bougeait.", "agreement"),
    ("[Paul Durand](PER) a quitté [Porto](LOC) sans avoir rencontré [Anne Roux](PER).", "meeting"),
]


@pytest.mark.parametrize("marked", TALK)
def test_what_is_only_spoken_of_is_no_event(marked, rules):
    assert told(marked, rules) == []


@pytest.mark.parametrize(("marked", "type_"), TOLD)
def test_what_is_told_is_one_though_it_looks_alike(marked, type_, rules):
    assert type_ in [line.split(" | ")[0] for line in told(marked, rules)]


AGAIN = [
    (
        "Le sommet d'[Oslo](LOC) s'est tenu le [3 mai 2012](2012-05-03). Le sommet a réuni [Anne Roux](PER).",
        ["gathering | Anne Roux | Oslo | 2012-05-03/2012-05-03 | occurred"],
    ),
    (
        "Les ministres se sont réunis pour un sommet à [Oslo](LOC) le [3 mai 2012](2012-05-03). La réunion, à "
        "laquelle participait [Anne Roux](PER), s'est achevée tard.",
        ["gathering | Anne Roux | Oslo | 2012-05-03/2012-05-03 | occurred"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), AGAIN)
def test_a_bare_noun_that_opens_takes_up_what_was_told_before(marked, expected, rules):
    assert told(marked, rules) == expected
