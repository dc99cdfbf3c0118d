"""Every rule of configs/fr/dates.toml proves itself: what it reads, and what it leaves alone."""

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from pipeline.annotate.dates import find
from pipeline.annotate.dates import rules as rules_module
from pipeline.annotate.dates.proof import SEEN_FROM, unproven
from pipeline.errors import ConfigError
from tests.annotate.dates.conftest import FRENCH

FILE = tomllib.loads((FRENCH / "dates.toml").read_text(encoding="utf-8"))
RULES = FILE["rule"]
PROVEN = [(r["name"], text, value) for r in RULES for text, value in r.get("examples", {}).items()]
COUNTERED = [(r["name"], text) for r in RULES for text in r.get("others", [])]


@pytest.mark.parametrize(("name", "text", "value"), PROVEN, ids=lambda v: str(v))
def test_every_example_is_read_as_it_says(rules, name, text, value):
    found = {(mention.rule, mention.value) for mention in find(text, SEEN_FROM, rules)}
    assert (name, value) in found


@pytest.mark.parametrize(("name", "text"), COUNTERED, ids=lambda v: str(v))
def test_every_counter_example_is_left_alone(rules, name, text):
    assert name not in {mention.rule for mention in find(text, SEEN_FROM, rules)}


def test_names_are_given_once():
    names = [rule["name"] for rule in RULES]
    assert len(names) == len(set(names))


def test_every_mentioned_rule_has_an_example():
    mentions = set(FILE["mentions"])
    assert not [r["name"] for r in RULES if r["makes"] in mentions and not r.get("examples")]


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('reads = "nothing_known"', "nothing_known"),
        ('reads = "a_day"\nguard = ["no_such_guard"]', "no_such_guard"),
        ('reads = "a_day"\ncolour = "red"', "colour: unknown key"),
        ('reads = "a_day"\nwith = { colour = "red" }', "'a_day' can't read day: .*'colour'"),
    ],
)
def test_a_rule_that_cannot_be_used_is_a_config_error(tmp_path, broken, said):
    (tmp_path / "dates_words.toml").write_bytes((FRENCH / "dates_words.toml").read_bytes())
    head = 'mentions = ["daydate"]\ntriggers = ["month"]\n[kinds]\n'
    rule = f'[[rule]]\nname = "x"\npattern = "{{day}}"\nmakes = "daydate"\n{broken}\n'
    (tmp_path / "dates.toml").write_text(head + rule, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        rules_module.read_rules(tmp_path)


def test_a_pattern_that_is_none_is_a_config_error(tmp_path):
    (tmp_path / "dates_words.toml").write_bytes((FRENCH / "dates_words.toml").read_bytes())
    head = 'mentions = ["daydate"]\ntriggers = ["month"]\n[kinds]\n'
    rule = '[[rule]]\nname = "x"\npattern = "[{day}"\nmakes = "daydate"\nreads = "a_day"\n'
    (tmp_path / "dates.toml").write_text(head + rule, encoding="utf-8")
    with pytest.raises(ConfigError, match="bracket is not closed"):
        rules_module.read_rules(tmp_path)


def test_a_slot_that_nothing_makes_is_a_config_error(tmp_path):
    (tmp_path / "dates_words.toml").write_bytes((FRENCH / "dates_words.toml").read_bytes())
    text = (FRENCH / "dates.toml").read_text(encoding="utf-8")
    (tmp_path / "dates.toml").write_text(text.replace("{month}", "{mnoth}", 1), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"rule [\w-]+: pattern: nothing makes \{mnoth\}$"):
        rules_module.read_rules(tmp_path)


def test_an_example_that_does_not_hold_is_said(rules):
    wrong = rules_module.Rule(
        name="day-month-year",
        pattern="x",
        makes="x",
        reads="x",
        examples={"3 mai 2012": "2012-05-03", "4 mai 2012": "2012-05-03"},
        others=["en 2012", "3 mai 2012"],
    )
    assert list(unproven(replace(rules, rules=(wrong,)))) == [
        "rule day-month-year: examples: « 4 mai 2012 » should be 2012-05-03, "
        "and is read as 2012-05-04 by day-month-year",
        "rule day-month-year: others: « 3 mai 2012 » should be left alone",
    ]


def test_rules_are_the_same_for_whatever_order_texts_come_in(rules):
    texts = ["le 3 mai 2012", "la veille", "en 2014 et 2015", "il y a deux ans"]
    forth = [find(text, date(2017, 1, 25), rules) for text in texts]
    back = [find(text, date(2017, 1, 25), rules) for text in reversed(texts)]
    assert forth == back[::-1]
