"""`check`: everything wrong at once."""

import shutil

import pytest

from pipeline import config
from pipeline.check import check
from pipeline.errors import ConfigError
from pipeline.tables import TABLES
from pipeline.write import write


def test_what_ships_is_sound(tmp_path):
    assert list(check(config.load(), tmp_path)) == [
        "settings and rules: sound",
        f"{tmp_path}: there are no tables yet",
    ]


def test_mistakes_in_two_files_of_rules_are_both_said(tmp_path):
    shutil.copytree(config.CONFIGS / "fr", tmp_path / "fr")
    for name in ("clean.toml", "offices.toml"):
        with (tmp_path / "fr" / name).open("a", encoding="utf-8") as file:
            file.write("\n[nonsense]\nx = 1\n")
    (tmp_path / "own.toml").write_text('[files]\nfrench = "fr"\n', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        list(check(config.load(tmp_path / "own.toml"), tmp_path))
    assert "clean.toml: nonsense" in str(caught.value)
    assert "offices.toml: nonsense" in str(caught.value)


def test_tables_as_a_run_writes_them_are_sound(tmp_path):
    write(tmp_path, {table.name: table.schema.empty_table() for table in TABLES})
    assert list(check(config.load(), tmp_path))[1] == f"{tmp_path}: 8 tables, 0 rows: sound"


def test_an_example_that_its_rule_does_not_read_is_said(tmp_path):
    shutil.copytree(config.CONFIGS / "fr", tmp_path / "fr")
    text = (tmp_path / "fr" / "dates.toml").read_text(encoding="utf-8")
    (tmp_path / "fr" / "dates.toml").write_text(text.replace('"il y a 25 ans" = "1992"', '"il y a 25 ans" = "1993"'))
    (tmp_path / "own.toml").write_text('[files]\nfrench = "fr"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"dates\.toml: rule [\w-]+: examples: « il y a 25 ans » should be 1993"):
        list(check(config.load(tmp_path / "own.toml"), tmp_path))


def test_a_sentence_in_which_its_rule_finds_no_event_is_said(tmp_path):
    shutil.copytree(config.CONFIGS / "fr", tmp_path / "fr")
    with (tmp_path / "fr" / "events" / "visit.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[rule]]\nname = "naviguer"\ntype = "visit"\nframe = "visit"\nverbs = ["naviguer"]\n'
            'examples = ["[Anne Roux](PER) dort à [Brest](LOC)."]\n'
            'others = ["[Anne Roux](PER) navigue à [Brest](LOC)."]\n'
        )
    (tmp_path / "own.toml").write_text('[files]\nfrench = "fr"\n', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        list(check(config.load(tmp_path / "own.toml"), tmp_path))
    assert [problem.partition("visit.toml: ")[2].partition(" « ")[0] for problem in caught.value.problems] == [
        "rule naviguer: examples:",
        "rule naviguer: others:",
    ]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [("frame", '"visite"', "frame: 'visite'"), ("object", '"pakt"', "object: 'pakt'"), ("needs", '["who"]', "'who'")],
)
def test_a_rule_that_speaks_of_what_there_is_not_is_said(tmp_path, key, value, said):
    shutil.copytree(config.CONFIGS / "fr", tmp_path / "fr")
    rule = {"name": '"naviguer"', "type": '"visit"', "frame": '"visit"', "verbs": '["naviguer"]', key: value}
    with (tmp_path / "fr" / "events" / "visit.toml").open("a", encoding="utf-8") as file:
        file.write("\n[[rule]]\n" + "".join(f"{name} = {of}\n" for name, of in rule.items()))
    (tmp_path / "own.toml").write_text('[files]\nfrench = "fr"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        list(check(config.load(tmp_path / "own.toml"), tmp_path))
