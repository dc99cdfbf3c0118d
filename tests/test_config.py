"""Settings: laid over the defaults, and everything wrong with them said at once."""

import pytest

from pipeline import config
from pipeline.errors import ConfigError


def written(tmp_path, text):
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_of_ones_own_holds_only_what_it_changes(tmp_path):
    own = config.load(written(tmp_path, "[ingest]\nmax_characters = 5000\n"))
    assert own.settings.ingest.max_characters == 5000
    assert own.settings.annotate == config.load().settings.annotate


def test_paths_are_relative_to_the_file_they_stand_in(tmp_path):
    (tmp_path / "mine.toml").write_text("", encoding="utf-8")
    own = config.load(written(tmp_path, '[files]\ncorrections = "mine.toml"\n'))
    assert own.corrections == tmp_path / "mine.toml"
    assert own.french == config.load().french


def test_everything_wrong_is_said_at_once_with_file_and_key(tmp_path):
    text = '[files]\ncorrections = "gone.toml"\n[ingest]\nmax_characters = "many"\nbogus = 1\n[nonsense]\n'
    with pytest.raises(ConfigError) as caught:
        config.load(written(tmp_path, text))
    said = str(caught.value)
    assert said.count("own.toml") == 4
    for piece in ("gone.toml", "ingest.max_characters", "'many'", "ingest.bogus", "nonsense"):
        assert piece in said


@pytest.mark.parametrize("text", ["= nope [", "a = [1\nb: {", "{nope"])
def test_what_is_no_toml_is_said_to_be_none(tmp_path, text):
    with pytest.raises(ConfigError, match=r"own\.toml: is no TOML"):
        config.load(written(tmp_path, text))


def test_reading_depends_on_rules_and_settings_but_not_on_corrections(tmp_path):
    (tmp_path / "mine.toml").write_text("# another\n", encoding="utf-8")
    own, default = config.load(written(tmp_path, '[files]\ncorrections = "mine.toml"\n')), config.load()
    assert own.front() == default.front()
    assert own.back() != default.back()
    changed = config.load(written(tmp_path, "[ingest]\nmax_characters = 5000\n"))
    assert changed.front() != default.front()
