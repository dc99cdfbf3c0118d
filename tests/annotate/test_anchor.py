"""The text's own date, from whatever states it."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.aligned import AlignedText
from pipeline.annotate.anchor import own_date
from pipeline.annotate.dates.rules import read_rules
from pipeline.records import Document, Source

RULES = read_rules(Path(__file__).parents[2] / "configs" / "fr")
BODY = "\n\nLe ministre a reçu en 1998 une délégation venue le 3 mai 2001.\n\n" + "Rien de plus. " * 80


def document(text, path="text.txt", published_on=None):
    source = Source(path, "0" * 64, "txt", text, published_on=published_on)
    return Document(source, AlignedText.of(text), None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Titre\n\nPublié le 12 mars 2018" + BODY, date(2018, 3, 12)),
        ("Titre\n\nPublié le 12/03/2018 à 10h12 - Mis à jour le 14/03/2018" + BODY, date(2018, 3, 12)),
        ("Titre" + BODY + "\n\nMise à jour : 13.03.18", date(2018, 3, 13)),
        ("Titre" + BODY + "\n\nDernière mise à jour le 13 mars 2018", date(2018, 3, 13)),
        ("Titre\n\nDakar, le 4 mai 2016" + BODY, date(2016, 5, 4)),
        ("Titre\n\nDAKAR, 4 mai 2016 (AFP) – Le ministre" + BODY, date(2016, 5, 4)),
        ("Titre\n\nmardi 4 mai 2016" + BODY, date(2016, 5, 4)),
        ("7 Mai 2016 19:41\n\nTitre" + BODY, date(2016, 5, 7)),
        ("Titre" + BODY, None),
        ("Titre\n\nLe 4 mai 2016, tout a changé pour la délégation." + BODY, None),
        ("Titre\n\nRéunis à Dakar le 4 mai 2016, les ministres ont signé." + BODY, None),
        ("Titre\n\nPublié hier" + BODY, None),
        ("Titre\n\nmai 2016" + BODY, None),
    ],
)
def test_a_text_states_its_day(text, day):
    assert own_date(document(text), RULES) == day


def test_the_metadata_goes_before_the_text():
    stated = document("Publié le 12 mars 2018" + BODY, published_on=date(2018, 3, 11))
    assert own_date(stated, RULES) == date(2018, 3, 11)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2018-03-12_visite.txt", date(2018, 3, 12)),
        ("presse/20180312.txt", date(2018, 3, 12)),
        ("2018-03-12/visite.txt", None),
        ("visite_20181399.txt", None),
        ("3201803124.txt", None),
    ],
)
def test_else_the_file_may_be_named_for_it(name, day):
    assert own_date(document("Titre" + BODY, path=name), RULES) == day


def test_the_text_goes_before_the_name():
    assert own_date(document("Titre\n\nPublié le 12 mars 2018" + BODY, "2019-01-01.txt"), RULES) == date(2018, 3, 12)
