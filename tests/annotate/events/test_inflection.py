"""The spelling of verbs in -er before a mute e."""

import pytest

from pipeline import config
from pipeline.annotate.events.knowledge.inflection import Conjugation

VERBS = config.load_rules(config.load().french / "events_verbs.toml", Conjugation)


@pytest.mark.parametrize(
    ("infinitive", "present"),
    [("appeler", "appelle"), ("rejeter", "rejette"), ("acheter", "achète"), ("mener", "mène"), ("céder", "cède")],
)
def test_a_mute_ending_doubles_the_consonant_or_takes_an_accent(infinitive, present):
    assert VERBS.forms(infinitive)[present] == "present"
