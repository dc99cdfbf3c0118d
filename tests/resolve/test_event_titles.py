"""Titles of events, from a head, names and places."""

import pytest

from pipeline import config
from pipeline.resolve.event_titles import Named, TitleRules, title


@pytest.fixture(scope="module")
def rules():
    return config.load_rules(config.load().french / "events_titles.toml", TitleRules)


@pytest.mark.parametrize(
    ("type_", "head", "people", "words"),
    [
        (
            "statement",
            "Reconnaissance",
            [Named("Mongolie", "country", "recognised"), Named("France", "country", "speaker")],
            "Reconnaissance de la Mongolie par la France",
        ),
        ("statement", "Reconnaissance", [Named("Togo", "country", "recognised")], "Reconnaissance du Togo"),
        ("statement", "Annonce", [Named("Anne Roux", "PER", "speaker")], "Annonce d’Anne Roux"),
        (
            "conflict",
            "Attaque",
            [Named("Suède", "country", "attacker"), Named("Norvège", "country", "target")],
            "Attaque par la Suède contre la Norvège",
        ),
        ("conflict", "Attaque", [Named("Suède", "country", "attacker")], "Attaque par la Suède"),
        ("conflict", "Attaque", [Named("Israël", "country", "target")], "Attaque contre Israël"),
        ("conflict", "Assassinat", [Named("Omar Saleh", "PER", "victim")], "Assassinat d’Omar Saleh"),
        ("vote", "Vote de la loi", [Named("Sénat", "ORG", "voter")], "Vote de la loi par le Sénat"),
        (
            "vote",
            "Élection",
            [Named("Anne Roux", "PER", "candidate"), Named("Omar Saleh", "PER", "elected")],
            "Élection d’Omar Saleh",
        ),
        ("appointment", "Prise de fonctions", [Named("Anne Roux", "PER", "predecessor")], "Succession d’Anne Roux"),
        (
            "appointment",
            "Prise de fonctions",
            [Named("Anne Roux", "PER", "predecessor"), Named("Omar Saleh", "PER", "appointee")],
            "Prise de fonctions d’Omar Saleh",
        ),
    ],
)
def test_a_title_says_who_did_what_to_whom(rules, type_, head, people, words):
    assert title(type_, head, people, [], rules) == words


def test_a_town_taken_is_named_by_what_was_done_to_it(rules):
    assert title("conflict", "Prise", [], [Named("Narvik", "city")], rules) == "Prise de Narvik"
    assert title("conflict", "Combats", [], [Named("Narvik", "city")], rules) == "Combats à Narvik"


def test_a_country_that_votes_at_home_is_the_place(rules):
    norway = Named("Norvège", "country", "voter")
    assert title("vote", "Référendum", [norway], [Named("Norvège", "country")], rules) == "Référendum en Norvège"
    assert title("vote", "Veto", [norway], [], rules) == "Veto par la Norvège"
