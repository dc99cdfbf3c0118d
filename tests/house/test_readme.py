"""What the README says is so."""

from pathlib import Path

from pipeline.dictionary import written_into

README = Path(__file__).parents[2] / "README.md"


def test_the_data_dictionary_is_that_of_the_tables():
    text = README.read_text(encoding="utf-8")
    assert written_into(text) == text, "stale: run `make docs`"
