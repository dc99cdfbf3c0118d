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
