"""`python -m pipeline dates`, line by line."""

import json
import subprocess
import sys

import pytest

from pipeline.annotate.dates.filter import answer

COLUMNS = ["text", "start", "end", "type", "value", "earliest", "latest", "anchor", "rule"]


def ask(rules, *lines):
    return [json.loads(line) for line in answer(lines, rules)]


def test_a_line_is_answered_with_the_columns_of_the_table(rules):
    (found,) = ask(rules, json.dumps({"id": "a", "text": "depuis 2009", "reference": None}))
    assert found["id"] == "a"
    (row,) = found["dates"]
    assert list(row) == COLUMNS
    assert (row["text"], row["start"], row["end"]) == ("depuis 2009", 0, 11)
    assert (row["earliest"], row["latest"], row["anchor"]) == ("2009-01-01", None, None)


@pytest.mark.parametrize("reference", ["2017-01-25", "2017-01-25T16:12:00", "2017-01-25T17:25:54.3429518+08:00"])
def test_a_reference_may_be_a_date_or_a_date_time(rules, reference):
    (found,) = ask(rules, json.dumps({"id": 1, "text": "hier", "reference": reference}))
    assert found["dates"][0]["earliest"] == "2017-01-24"


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        "[1, 2]",
        '{"id": 1}',
        '{"id": 1, "text": 5}',
        '{"id": 1, "text": "hier", "reference": "yesterday"}',
        '{"id": 1, "text": "hier", "reference": 5}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_costs_its_answer_and_no_other(rules, line):
    bad, good = ask(rules, line, '{"id": 2, "text": "en 2014", "reference": null}')
    assert bad["error"]
    assert bad["dates"] == []
    assert (good["id"], good["dates"][0]["value"]) == (2, "2014")


def test_blank_lines_are_passed_over(rules):
    assert ask(rules, "", "  \n") == []


def test_dates_are_found_without_a_model_or_spacy():
    code = "import sys, pipeline.annotate.dates.filter; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
