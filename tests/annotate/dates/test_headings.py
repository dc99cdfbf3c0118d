"""The year that heads a stretch: in the title, or right before in the story; where no day of the text's own tells."""

from datetime import date

import pytest

from pipeline.annotate.dates import find
from pipeline.annotate.dates.rules import read_rules
from pipeline.config import CONFIGS

RULES = read_rules(CONFIGS / "fr")

FEAST = (
    "LUMIÈRES 2012 : DIX MOIS DE FÊTES À METZ\n\n"
    "La saison, ouverte le 3 février 2012, a plu. Elle fut close au printemps.\n\n{}\n"
)


@pytest.mark.parametrize(
    ("told", "expression", "value"),
    [
        ("Le maire est venu le 12 mai.", "12 mai", "2012-05-12"),
        ("L'automne fut gris.", "automne", "2012-FA"),
        ("Elle a vu Lille entre le 7 et le 15 juin ; le maire l'a reçue le 12 à Metz.", "le 12", "2012-06-12"),
        ("Il revint en juin 2013, alors que Zoé était élue depuis peu, le 1er mai.", "1er mai", "2013-05-01"),
        ("Né le 3 mai 1950, il est venu le 12 mai.", "12 mai", "2012-05-12"),
    ],
)
def test_the_year_of_the_title_holds_where_a_day_below_proves_it(told, expression, value):
    assert (expression, value) in [(m.text, m.value) for m in find(FEAST.format(told), None, RULES)]


@pytest.mark.parametrize(
    "text",
    [
        FEAST.format("Le maire est venu le 12 mai.").replace("février 2012", "février 2010"),
        FEAST.format("Le maire est venu le 12 mai.").replace("À METZ", "À METZ ET EN 2014"),
    ],
)
def test_but_not_a_number_that_nothing_proves_or_one_of_two(text):
    assert "XXXX-05-12" in [m.value for m in find(text, None, RULES)]


def test_a_day_goes_on_from_the_sentence_before_and_never_back():
    story = "Le 3 mai 2012, Zoé fut élue. Le 5 juin, elle vit Metz.\n\n"
    story += "Le 2 mars, il plut. En avril 2011, rien. Le 2 mars, il plut."
    assert [m.value for m in find(story, None, RULES)] == [
        "2012-05-03",
        "2012-06-05",
        "XXXX-03-02",
        "2011-04",
        "XXXX-03-02",
    ]


@pytest.mark.parametrize("reference", [None, date(2024, 7, 24)])
def test_what_a_news_item_says_is_seen_from_the_day_over_it(reference):
    text = "Nouvelles\n\n15 juillet 2024 – On a dansé hier. Elle vient le 12 octobre.\n\nHier, il a plu."
    found = [m.value for m in find(text, reference, RULES)]
    assert found == ["2024-07-15", "2024-07-14", "2024-10-12", "2024-07-23" if reference else "XXXX-XX-XX"]


def test_but_not_from_a_day_in_its_midst():
    text = "Nouvelles\n\nLe bal du 15 juillet 2024 – le seul – a plu. On a dansé hier."
    assert [m.value for m in find(text, date(2024, 9, 3), RULES)] == ["2024-07-15", "2024-09-02"]


def test_a_year_in_the_first_cell_holds_for_the_rows_below():
    text = "Dates\n\n1826 | 3 mai | Traité\n\noctobre | Accord\n\n1964 | 25 mai | Visite\n\n26 mai | Bal\n\nLe 3 juin"
    found = [m.value for m in find(text, None, RULES)]
    assert found == ["1826", "1826-05-03", "1826-10", "1964", "1964-05-25", "1964-05-26", "XXXX-06-03"]


def test_a_year_and_a_dash_hold_for_their_line():
    found = [m.value for m in find("Dates\n\n1972 – Convention, signée le 5 mai.\n\nLe 6 mai, rien.\n", None, RULES)]
    assert found == ["1972", "1972-05-05", "XXXX-05-06"]


def test_a_day_alone_lies_in_the_stretch_that_the_title_gives():
    text = "Mission au Chili\n8 – 13 septembre 2024\n\nLe 8, elle vit Oslo. Le 10, il plut. Le lendemain, rien."
    found = [m.value for m in find(text, date(2024, 10, 14), RULES)]
    assert found == ["2024-09-08/2024-09-13", "2024-09-08", "2024-09-10", "2024-09-11"]


def test_a_day_alone_goes_on_in_the_month_of_the_day_told_before():
    text = "Le 9 septembre, elle vit Oslo et la mer, belle et grise. Le 11, il plut. Elle reviendra le 20."
    assert [m.value for m in find(text, date(2024, 10, 14), RULES)] == ["2024-09-09", "2024-09-11", "2024-10-20"]


def test_years_that_open_line_under_line_are_a_chronology_and_a_postcode_is_none():
    found = [m.value for m in find("Dates\n\n2003 Visite à Metz\n\n2005 Traité\n\nAdresse\n\n1950 Sion\n", None, RULES)]
    assert found == ["2003", "2005"]
