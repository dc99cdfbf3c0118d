"""Every rule of configs/fr/dates.toml proves itself: what it reads, and what it leaves alone."""

import inspect
import tomllib
from datetime import date

import pytest

from pipeline.annotate.dates import find, readers
from pipeline.annotate.dates import rules as rules_module
from pipeline.annotate.dates.numbers import KINDS
from pipeline.annotate.dates.patterns import expand
from pipeline.errors import ConfigError
from tests.annotate.dates.conftest import FRENCH, SEEN_FROM

FILE = tomllib.loads((FRENCH / "dates.toml").read_text(encoding="utf-8"))
RULES = FILE["rule"]
WORDS = tomllib.loads((FRENCH / "dates_words.toml").read_text(encoding="utf-8"))
PROVEN = [(r["name"], text, value) for r in RULES for text, value in r.get("examples", {}).items()]
COUNTERED = [(r["name"], text) for r in RULES for text in r.get("others", [])]
NUMERALS = {*KINDS, "roman", "feast"}


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


def test_every_slot_is_made_by_something_and_taken_by_its_reader():
    made = {r["makes"] for r in RULES} | {k for kinds in FILE["kinds"].values() for k in kinds}
    made |= {*WORDS["words"], *NUMERALS}
    for rule in RULES:
        reader = inspect.signature(readers.READERS[rule["reads"]])
        patterns = rule["pattern"] if isinstance(rule["pattern"], list) else [rule["pattern"]]
        for steps in (steps for pattern in patterns for steps in expand(pattern)):
            slots = tuple(step.name for step in steps if step.is_slot)
            assert set(slots) <= made, rule["name"]
            read = [slot for slot in rules_module._numbered(slots) if slot.rstrip("0123456789") not in FILE["silent"]]
            reader.bind(**dict.fromkeys(read), **rule.get("with", {}))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('reads = "nothing_known"', "nothing_known"),
        ('reads = "a_day"\nguard = ["no_such_guard"]', "no_such_guard"),
        ('reads = "a_day"\ncolour = "red"', "colour: unknown key"),
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


def test_rules_are_the_same_for_whatever_order_texts_come_in(rules):
    texts = ["le 3 mai 2012", "la veille", "en 2014 et 2015", "il y a deux ans"]
    forth = [find(text, date(2017, 1, 25), rules) for text in texts]
    back = [find(text, date(2017, 1, 25), rules) for text in reversed(texts)]
    assert forth == back[::-1]
