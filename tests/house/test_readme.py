"""What the README says is so."""

from pathlib import Path

from pipeline.readme import with_dictionary

README = Path(__file__).parents[2] / "README.md"


def test_the_data_dictionary_is_that_of_the_tables():
    text = README.read_text(encoding="utf-8")
    assert with_dictionary(text) == text, "stale: run `make docs`"
