"""What holds of every answer, whatever the text."""

import random
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.annotate.dates import find
from pipeline.annotate.dates.rules import read_rules
from tests.annotate.dates.conftest import FRENCH, SEEN_FROM
from tests.annotate.dates.derived import derived

RULES = read_rules(FRENCH)
ROW = (
    "le la les l' du de des d' en au à et ou , . - / ( ) 1 2 3 4 5 12 15 31 32 98 1er 2e 2017 2018 0 9999 1000 "
    "janvier mars mai août lundi dimanche semaine mois année ans jours siècle XXe vingt cent mille premier "
    "dernier prochaine dernières hier demain veille lendemain depuis jusqu' avant après entre il y a dans "
    "d'ici fin début mi milieu moitié chaque tous Pâques Noël été hiver trimestre semestre matin soir "
    "heures h 30 quatre-vingt-dix plus tard cette ce qui \n\n « » % €"
)
WORDS = ROW.split(" ")


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.dates() | st.none())
@settings(max_examples=400, deadline=None, derandomize=True)
def test_any_row_of_words_gives_possible_ordered_mentions(text, reference):
    last = 0
    for mention in find(text, reference, RULES):
        assert text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end
        last = mention.end
        if mention.earliest and mention.latest:
            assert mention.earliest <= mention.latest
        if mention.type in ("DURATION", "SET"):
            assert mention.earliest is mention.latest is None
        if reference is None:
            assert mention.anchor is None or mention.anchor < date.max


@given(st.text(max_size=60), st.dates() | st.none())
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_text_at_all_is_survived(text, reference):
    find(text, reference, RULES)


def test_whatever_a_rule_allows_is_read():
    chance = random.Random(4)
    sequences = [one for made in RULES.grammar.made.values() for one in sorted(made)]
    for sequence in sequences[::15]:
        text = derived(sequence, RULES, chance)
        for mention in find(text, SEEN_FROM, RULES):
            assert text[mention.start : mention.end] == mention.text
            assert not mention.earliest or not mention.latest or mention.earliest <= mention.latest


def test_a_reference_with_a_time_counts_as_its_day():
    assert find("hier", datetime(2017, 1, 25, 23, 59), RULES) == find("hier", SEEN_FROM, RULES)


def test_without_a_reference_nothing_is_guessed():
    text = "Hier, en juin dernier, il y a 25 ans, ce mardi, cette année, la semaine prochaine, dans deux mois, le 3 mai"
    found = find(text, None, RULES)
    assert len(found) == 8
    assert not [m for m in found if m.earliest or m.latest or m.anchor]


def test_the_anchor_is_the_day_leant_on_and_null_where_none_is_needed():
    named, leaning, after = find("En 2014, puis l'an dernier, enfin le 3 mai 2012.", SEEN_FROM, RULES)
    assert (named.anchor, leaning.anchor, after.anchor) == (None, SEEN_FROM, None)


def test_the_day_before_leans_on_the_day_named_last():
    _, eve = find("Le 3 mai 2012, le président part. La veille, il avait voté.", SEEN_FROM, RULES)
    assert (eve.earliest, eve.anchor) == (date(2012, 5, 2), date(2012, 5, 3))


def test_a_paragraph_ends_every_expression():
    assert [m.text for m in find("le 3\n\nmai 2012", SEEN_FROM, RULES)] == ["le 3", "mai 2012"]


def test_a_line_end_does_not():
    (mention,) = find("le 3 mai\n2012", SEEN_FROM, RULES)
    assert mention.text == "3 mai\n2012"


def test_no_break_spaces_typographic_apostrophes_and_hyphens_are_read():
    text = "Jusqu’au 4\u00a0mai\u202f2012, d’ici à 2025, du 10\u00a0juin\u00a0– 12\u00a0juin\u00a02017, après‑demain"
    values = [m.value for m in find(text, SEEN_FROM, RULES)]
    assert values == ["2012-05-04", "2025", "2017-06-10/2017-06-12", "2017-01-27"]


@pytest.mark.parametrize("text", ["le 30 février 2019", "le 31 avril", "le 29 février 2018"])
def test_a_day_that_no_calendar_has_stays_without_days(text):
    (mention,) = find(text, SEEN_FROM, RULES)
    assert mention.earliest is None


@pytest.mark.parametrize(
    "text", ["il y a 9999 ans", "dans 100000 jours", "dans 9999 siècles", "depuis il y a 5000 ans"]
)
def test_what_lies_beyond_the_calendar_stays_without_days(text):
    assert all(m.earliest is None or m.earliest.year > 0 for m in find(text, SEEN_FROM, RULES))


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        ",",
        "-",
        "mai ",
        "1,",
        "1/2/",
        "12 mars 2018",
        "du 1 au 2 ",
        "les 4 et 5 et 6 ",
        "premier deuxième ",
        "fin de la ",
    ],
)
def test_long_rows_are_read_in_linear_time(piece):
    """By the count of steps, not by the clock: each token is looked at from a bounded stretch of others."""
    short, long = (len(find(piece * n, SEEN_FROM, RULES)) for n in (200, 400))
    assert long <= 2 * short + 2


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("Le 3 mai 2012, il part. " + "Il a plu. " * 40 + "La veille, il avait voté.", "La veille", "2012-05-02"),
        (
            "Reçu le 23 janvier 2017, il sera à Rome le 3 mars. La veille de son départ n'a pas été dite ; "
            "le lendemain, il avait parlé.",
            "le lendemain",
            "2017-01-24",
        ),
        ("Devant les élus réunis lundi par la ville, M. Diop avait réclamé un délai.", "lundi", "2017-01-23"),
        ("- 2 mai 2012 : mort du roi. Ministre depuis 2003, Awa est élue le 4 août.", "4 août", "2012-08-04"),
        ("Du 14 au 17 mai 2012, la ville a brûlé. Une trêve fut conclue le 16.", "le 16", "2012-05-16"),
        ("Les ministres l'ont reçu le 12 à Versailles.", "le 12", "2017-01-12"),
        ("Réélu le 3 mai 2012, il a démissionné au printemps suivant.", "printemps suivant", "2013-SP"),
        ("Elle est invitée à Thiès en janvier.", "janvier", "2017-01"),
        (
            "Il a dirigé la ville de 2003 à 2014. Le maire déclare, le 9 janvier, que tout va.",
            "9 janvier",
            "2017-01-09",
        ),
    ],
)
def test_what_names_no_year_or_day_leans_on_what_was_named_before(text, expression, value):
    assert (expression, value) in [(m.text, m.value) for m in find(text, SEEN_FROM, RULES)]


TRAVELS = "Voyage au Tchad du 9 au 14 avril 2012\n\nLundi 10 avril\n\nEntretien avec le maire. Retour le 2 mars.\n"


def test_a_period_in_the_title_gives_its_year_where_the_text_has_no_day_of_its_own():
    assert [m.value for m in find(TRAVELS, None, RULES)][1:] == ["2012-04-10", "2012-03-02"]


def test_but_a_sentence_gives_none():
    sentence = TRAVELS.replace("2012\n", "2012 fut long.\n")
    assert [m.value for m in find(sentence, None, RULES)][1:] == ["XXXX-04-10", "XXXX-03-02"]
