"""What the README says is so."""

import re
from pathlib import Path

from pipeline.readme import with_dictionary

README = Path(__file__).parents[2] / "README.md"


def test_the_data_dictionary_is_that_of_the_tables():
    text = README.read_text(encoding="utf-8")
    assert with_dictionary(text) == text, "stale: run `make docs`"


def test_every_file_of_french_is_described():
    french = README.parent / "configs" / "fr"
    described = set(re.findall(r"^\| `([\w.]+)`", (french / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert described == {file.name for file in french.glob("*.toml")}


def test_every_file_that_the_readme_names_is_there():
    named = re.findall(r"\b(?:data/raw|configs|pipeline|tests)/[\w./-]*\w", README.read_text(encoding="utf-8"))
    assert [path for path in named if not (README.parent / path).exists()] == []
