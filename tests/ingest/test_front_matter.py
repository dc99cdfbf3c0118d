from datetime import date

import pytest

from pipeline.ingest.fields import MetadataRow
from pipeline.ingest.front_matter import read_front_matter

FENCED = """---
title: "La visite : un bilan"
date: 12 mars 2015
tags: [a, b]
# une remarque
source: https://exemple.fr/visite
Publication: La Gazette
---

Le texte.
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_fenced_block_is_read_and_the_body_starts_behind_it(line_end):
    text = FENCED.replace("\n", line_end)
    start, row = read_front_matter(text)
    assert row == MetadataRow("La visite : un bilan", date(2015, 3, 12), "La Gazette", "https://exemple.fr/visite")
    assert text[start:].strip() == "Le texte."


def test_a_header_of_known_keys_is_read():
    text = "Titre : Une visite\nDate : 12/03/2015\nSource : La Gazette\n\nLe texte.\n"
    start, row = read_front_matter(text)
    assert row == MetadataRow("Une visite", date(2015, 3, 12), "La Gazette")
    assert text[start:] == "\nLe texte.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Titre : une seule ligne\n\nLe texte.",
        "Titre : La visite\nLieu : Oran\n\nLe texte.",
        "Date : 12 mars\nTitre : suivi du texte sans ligne vide\nLe texte.",
        "---\nun trait, puis du texte\n---\nLe texte.",
        "---\ntitre: jamais fermé\n\nLe texte.",
        "Le ministre a dit : bonjour.\nDate : demain\n\n",
        "Le texte.",
        "",
    ],
)
def test_anything_else_is_text(text):
    assert read_front_matter(text) == (0, MetadataRow())


@pytest.mark.parametrize("text", ["---\n" + "a: b\n" * 200_000, "a : b\n" * 200_000, "---\n" * 100_000, "-" * 100_000])
def test_a_front_matter_without_end_costs_little(text):
    assert read_front_matter(text)[0] in (0, 4)
