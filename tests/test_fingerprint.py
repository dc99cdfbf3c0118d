"""What a result depends on is in its key, and nothing else."""

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

from pipeline import config as configuration
from pipeline import fingerprint
from pipeline.records import TypeOfEvent

ROOT = Path(fingerprint.__file__).parent


@pytest.fixture
def configs(tmp_path):
    return shutil.copytree(configuration.CONFIGS, tmp_path / "configs")


def prints(configs):
    config = configuration.load(configs / "default.toml")
    return fingerprint.front(config), fingerprint.back(config)


def test_a_copy_of_the_configuration_is_the_same(configs, tmp_path):
    assert prints(configs) == prints(shutil.copytree(configs, tmp_path / "elsewhere" / "configs"))


def edited(configs, name):
    """Which halves an edit of a file changes."""
    before = prints(configs)
    fingerprint.front.cache_clear()
    fingerprint.back.cache_clear()
    with (configs / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    after = prints(configs)
    return "front" * (before[0] != after[0]) + "back" * (before[1] != after[1])


@pytest.mark.parametrize("name", ["fr/dates.toml", "fr/offices.toml", "fr/events/visit.toml", "gazetteer/regions.csv"])
def test_a_rule_that_reads_a_text_has_the_texts_read_again(configs, name):
    assert edited(configs, name) == "front"


@pytest.mark.parametrize("name", [f"fr/{name}" for name in configuration.OF_ALL_TEXTS])
def test_a_rule_that_brings_texts_together_has_none_read_again(configs, name):
    assert edited(configs, name) == "back"


@pytest.mark.parametrize("name", ["fr/README.md", "fr/.dates.toml.swp", "gazetteer/SOURCES.md", "gazetteer/make.py"])
def test_what_no_run_reads_changes_nothing(configs, name):
    assert edited(configs, name) == ""


def test_each_half_reads_the_files_that_it_is_said_to():
    rooms = {"clean": set(), "annotate": set(), "resolve": set()}
    for room, names in rooms.items():
        for file in (ROOT / room).rglob("*.py"):
            names |= set(re.findall(r'"(\w+\.toml)"', file.read_text(encoding="utf-8")))
    french = {file.name for file in (configuration.CONFIGS / "fr").glob("*.toml")}
    assert {file.stem for file in (configuration.CONFIGS / "fr").glob("*/*.toml")} == set(get_args(TypeOfEvent))
    assert rooms["resolve"] == set(configuration.OF_ALL_TEXTS)
    assert rooms["clean"] | rooms["annotate"] == french - rooms["resolve"]


def test_a_correction_changes_the_back_half_alone(configs):
    assert edited(configs, "corrections.toml") == "back"


def test_the_number_of_workers_changes_nothing(configs, tmp_path):
    before = prints(configs)
    own = tmp_path / "own.toml"
    own.write_text("[read]\nworkers = 7\n")
    config = configuration.load(own)
    assert (fingerprint.front(config), fingerprint.back(config)) == before


@pytest.mark.parametrize("changed", [{"front": "g"}, {"sha256": "t"}, {"name": "b.txt"}, {"metadata": ("title",)}])
def test_each_part_of_a_key_counts(changed):
    parts = {"front": "f", "sha256": "s", "name": "a.txt", "metadata": None}
    assert fingerprint.key(**parts) != fingerprint.key(**(parts | changed))
