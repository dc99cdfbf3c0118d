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
