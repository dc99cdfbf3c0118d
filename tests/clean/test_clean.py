import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean import STEPS, clean
from pipeline.records import Mark, Source

PIECES = st.sampled_from(
    [
        *"aeéLÉ.,;:!?-–«»’'12 \t\n\r\f",
        "\n\n",
        "\u00a0",
        "\u00ad",
        "\u00ad\n",
        "-\n",
        "\ufffe",
        "\u200b",
        "e\u0301",
        "\r\n",
        "le mot ",
        "La Lettre\n\n",
        "1\n\n",
        "« Un mot »\n",
        "# ",
        "Photo : ici\n",
        "rela-\ntions ",
        "une ligne de la colonne qui va jusqu’au bord\n",
    ]
)
FOLDED = {"-": "-\u2010\u2011\u00ad\ufffe\x02", " ": "\t\u00a0 \n\r\f\u00ad\u200b", "é": "é"}


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from(["txt", "md"]))
def test_every_code_point_that_was_kept_stands_at_its_raw_place(rules, raw, kind):
    document = clean(Source(f"a.{kind}", "", kind, raw), rules)
    text = str(document.text)
    for i, character in enumerate(text):
        if character in " \n":
            continue
        start, end = document.raw_span(i, i + 1)
        assert unicodedata.normalize("NFC", raw[start:end]) == character or raw[start:end] in FOLDED.get(character, "")


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_a_text_is_paragraphs_parted_by_one_blank_line(rules, raw):
    document = clean(Source("a.txt", "", "txt", raw), rules)
    text = str(document.text)
    assert unicodedata.is_normalized("NFC", text)
    paragraphs = [text[p.start : p.end] for p in document.paragraphs]
    assert "\n\n".join(paragraphs) == text
    assert not [p for p in paragraphs if not p or p != p.strip() or re.search(r"[\n\r\t\f]|  ", p)]


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_nothing_is_lost(rules, raw):
    """What is not in the text was dropped by name, cut out of a word, or is not seen."""
    document = clean(Source("a.txt", "", "txt", raw), rules)
    kept = str(document.text) + "".join(dropped.text for dropped in document.dropped)
    assert sorted(filter(str.isalnum, kept)) == sorted(filter(str.isalnum, unicodedata.normalize("NFC", raw)))


def test_a_well_made_text_comes_through_untouched(read):
    text = (
        "Le ministre à Rome\n\nRome, le 3 mai 2021\n\nLe ministre est arrivé à Rome. Il y reste deux jours.\n\n"
        "Une visite attendue\n\nIl a vu le maire, puis les « sages » de la ville – ou ce qu’il en reste."
    )
    assert str(read(text).text) == text


def test_each_line_is_a_paragraph_where_none_is_blank(read):
    lines = ["Le port s’étend vers le sud. " * 6, "Un projet ancien", "Les travaux ont commencé hier. " * 5, "La suite"]
    document = read("\n".join(lines))
    assert [str(document.text)[p.start : p.end] for p in document.paragraphs] == [line.strip() for line in lines]
    assert [p.kind for p in document.paragraphs] == ["body", "heading", "body", "body"]


def test_front_matter_is_no_text(rules):
    raw = "---\ntitle: T\n---\nLe texte."
    document = clean(Source("a.txt", "", "txt", raw, body_start=17, title="T"), rules)
    assert str(document.text) == "Le texte."
    assert document.raw_span(0, 2) == (17, 19)
    assert document.title == "T"


def test_marks_are_trusted(read):
    text = "Tête\n\nLe titre\n\nune ligne.\nUne autre\n\n« Une phrase »\n\nFin."
    kinds = [("running_head", "Tête"), ("title", "Le titre"), ("paragraph", "une ligne.\nUne autre")]
    kinds += [("pull_quote", "« Une phrase »"), ("paragraph", "Fin.")]
    marks = tuple(Mark(text.index(words), text.index(words) + len(words), kind) for kind, words in kinds)
    document = read(text, "pdf", marks)
    assert str(document.text) == "Le titre\n\nune ligne. Une autre\n\nFin.\n\n« Une phrase »"
    assert [p.kind for p in document.paragraphs] == ["title", "body", "body", "pull_quote"]
    assert [d.step for d in document.dropped] == ["drop_page_furniture"]
    assert document.raw_span(0, 8) == (None, None)


def test_table_rows_stay_apart(read):
    text = "Année | Visites\n2019 | 3"
    marks = (Mark(0, 15, "table_row"), Mark(16, 24, "table_row"))
    assert str(read(text, "docx", marks).text) == "Année | Visites\n\n2019 | 3"


@pytest.mark.parametrize("text", ["", " \n\f\n", "\u200b", "-", "«", "\ufffe", "\u00ad\n"])
def test_a_text_of_nothing_is_no_trouble(read, text):
    read(text)


def test_steps_have_a_sentence_of_their_own():
    assert not [step.__name__ for step in STEPS if not step.__doc__]
