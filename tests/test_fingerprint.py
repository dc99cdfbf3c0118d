"""What a result depends on is in its key, and nothing else."""

import shutil

import pytest

from pipeline import config as configuration
from pipeline import fingerprint


@pytest.fixture
def configs(tmp_path):
    return shutil.copytree(configuration.CONFIGS, tmp_path / "configs")


def prints(configs):
    config = configuration.load(configs / "default.toml")
    return fingerprint.front(config), fingerprint.back(config)


def test_a_copy_of_the_configuration_is_the_same(configs, tmp_path):
    assert prints(configs) == prints(shutil.copytree(configs, tmp_path / "elsewhere" / "configs"))


def test_a_rule_changes_both_halves(configs):
    before = prints(configs)
    fingerprint.front.cache_clear()
    (configs / "fr" / "more.toml").write_text("# one more")
    assert prints(configs)[0] != before[0]


def test_a_correction_changes_the_back_half_alone(configs):
    before = prints(configs)
    fingerprint.back.cache_clear()
    with (configs / "corrections.toml").open("a") as file:
        file.write("\n# one more\n")
    after = prints(configs)
    assert after[0] == before[0]
    assert after[1] != before[1]


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
