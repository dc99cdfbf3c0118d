"""`french_dates` in a blank pipeline."""

from datetime import date

import pytest
import spacy

import pipeline.annotate.dates.component  # noqa: F401 - makes the factory known


@pytest.fixture(scope="module")
def nlp():
    blank = spacy.blank("fr")
    blank.add_pipe("french_dates")
    return blank


def test_spans_carry_what_they_stand_for(nlp):
    doc = nlp("Signé le 25 janvier 1992, en vigueur depuis 2009.")
    spans = doc.spans["dates"]
    assert [(span.text, span.label_, span._.timex.value) for span in spans] == [
        ("25 janvier 1992", "DATE", "1992-01-25"),
        ("depuis 2009", "DATE", "2009"),
    ]


def test_relative_dates_lean_on_the_day_of_publication(nlp):
    doc = nlp.make_doc("arrivé hier")
    doc._.published_on = date(2017, 1, 25)
    doc = nlp(doc)
    assert doc.spans["dates"][0]._.timex.earliest == date(2017, 1, 24)


def test_without_one_they_stay_unresolved(nlp):
    doc = nlp("arrivé hier")
    assert doc.spans["dates"][0]._.timex.earliest is None
