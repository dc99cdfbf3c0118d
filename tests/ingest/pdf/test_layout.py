import random

import pytest

from pipeline.ingest.pdf import read_pdf
from tests.ingest.sheets import Sheets

LEFT = [
    "Le ministre a visité le port, où",
    "l'attendaient le wali et les élus",
    "de la région, venus nombreux|",
    " Deux accords ont été signés en",
    "présence des ambassadeurs, l'un",
    "sur la pêche, l'autre sur la forma-",
]
RIGHT = [
    "tion des ingénieurs des deux rives",
    "de la mer qui les sépare.|",
    " Le prochain rendez-vous se tien-",
    "dra à Marseille au printemps de",
    "l'année suivante, selon le minis-",
    "tère, qui n'a rien dit de plus.|",
]
TEXT = [
    "Le ministre a visité le port, où\nl'attendaient le wali et les élus\nde la région, venus nombreux",
    "Deux accords ont été signés en\nprésence des ambassadeurs, l'un\nsur la pêche, l'autre sur la forma-\n"
    "tion des ingénieurs des deux rives\nde la mer qui les sépare.",
    "Le prochain rendez-vous se tien-\ndra à Marseille au printemps de\nl'année suivante, selon le minis-\n"
    "tère, qui n'a rien dit de plus.",
]


def marked(sheets):
    content = read_pdf(sheets.bytes(), 1_000_000)
    return [(mark.kind, content.text[mark.start : mark.end]) for mark in content.marks]


def paragraphs(sheets):
    return [text for kind, text in marked(sheets) if kind == "paragraph"]


def test_columns_are_read_one_after_the_other_and_a_paragraph_goes_on_in_the_next():
    sheets = Sheets()
    sheets.column(LEFT, 50, 700)
    sheets.column(RIGHT, 220, 700)
    assert marked(sheets) == [("paragraph", text) for text in TEXT]


def test_the_order_in_which_the_file_draws_doesnt_matter():
    sheets = Sheets()
    for row, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        sheets.column([right], 220, 700 - 12 * row)
        sheets.column([left], 50, 700 - 12 * row)
    assert paragraphs(sheets) == TEXT


def test_a_paragraph_goes_on_over_the_page_and_its_heads_are_set_aside():
    sheets = Sheets()
    for number, lines in enumerate((LEFT, RIGHT), 1):
        sheets.line("La Lettre du large", 50, 800)
        sheets.column(lines, 50, 740)
        sheets.line(f"Page {number}", 120, 40)
        sheets.turn()
    found = marked(sheets)
    assert [text.replace("\f", "\n") for kind, text in found if kind == "paragraph"] == TEXT
    assert [item for item in found if item[0] != "paragraph"] == [
        ("running_head", "La Lettre du large"),
        ("page_number", "Page 1"),
        ("running_head", "La Lettre du large"),
        ("page_number", "Page 2"),
    ]


def test_a_single_page_has_a_head_that_fills_both_ends_and_a_foot_with_its_number():
    sheets = Sheets()
    sheets.line("La Lettre", 50, 800)
    sheets.line("N° 12", 345, 800)
    sheets.column(LEFT, 50, 740)
    sheets.column(RIGHT, 220, 740)
    sheets.line("1 | La Lettre", 180, 40)
    assert [kind for kind, _ in marked(sheets)] == ["paragraph"] * 3 + ["running_head", "running_head", "footer"]


def test_a_title_across_the_columns_stands_before_both():
    sheets = Sheets()
    sheets.line("Une visite au port d'Oran, en passant", 50, 750, "Times-Bold", 18)
    sheets.column(LEFT, 50, 700)
    sheets.column(RIGHT, 220, 700)
    assert marked(sheets) == [
        ("title", "Une visite au port d'Oran, en passant"),
        *(("paragraph", text) for text in TEXT),
    ]


def test_two_articles_one_above_the_other_keep_their_columns_apart():
    sheets = Sheets()
    for top, title in ((760, "Le premier article du numéro présent"), (500, "Le second, sur toute la largeur aussi")):
        sheets.line(title, 50, top, "Times-Bold", 18)
        sheets.column(LEFT, 50, top - 40)
        sheets.column(RIGHT, 220, top - 40)
    assert [kind for kind, _ in marked(sheets)] == ["title", *["paragraph"] * 3, "heading", *["paragraph"] * 3]


def test_white_parts_paragraphs_where_nothing_is_set_in():
    sheets = Sheets()
    lines = [line.strip() for line in [*LEFT[:3], "", *LEFT[3:]]]
    sheets.column(lines, 50, 700)
    assert [len(text.splitlines()) for text in paragraphs(sheets)] == [3, 3]


def test_a_pull_quote_in_the_middle_of_a_word_is_taken_out():
    sheets = Sheets()
    y = sheets.column(LEFT, 50, 700)
    y = sheets.column(["« Deux accords|", "ont été signés »|"], 70, y - 10, font="Times-Italic", size=14, leading=18)
    sheets.column(RIGHT, 50, y - 10)
    found = marked(sheets)
    assert [text for kind, text in found if kind == "paragraph"] == TEXT
    assert found[-1] == ("pull_quote", "« Deux accords\nont été signés »")


def test_a_bold_heading_is_no_pull_quote_and_may_go_on_in_the_next_column():
    sheets = Sheets()
    y = sheets.column(LEFT[:3], 50, 700)
    sheets.column(["Deux accords pour les|"], 50, y - 8, font="Times-Bold")
    y = sheets.column(["deux rives|"], 220, 700, font="Times-Bold")
    sheets.column(LEFT[3:] + RIGHT, 220, y - 4)
    assert ("heading", "Deux accords pour les\ndeux rives") in marked(sheets)


def test_a_lead_in_italics_below_the_title_is_text():
    sheets = Sheets()
    sheets.line("Une visite", 50, 760, "Times-Bold", 18)
    sheets.column(["Deux accords signés, et des|", "questions qui restent.|"], 50, 730, font="Times-Italic", size=12)
    sheets.column(LEFT + RIGHT, 50, 690)
    assert [kind for kind, _ in marked(sheets)] == ["title", *["paragraph"] * 4]


def test_a_caption_beside_the_lines_is_taken_out():
    sheets = Sheets()
    sheets.line("Photo : le port", 50, 690, size=7)
    sheets.column(LEFT[:2], 120, 700, width=130)
    sheets.column([line.strip() for line in LEFT[2:3]] + LEFT[3:] + RIGHT, 50, 676, width=200)
    found = marked(sheets)
    assert found[-1] == ("caption", "Photo : le port")
    assert [kind for kind, _ in found].count("paragraph") == 3


@pytest.mark.parametrize(
    ("cap", "rest", "word"), [("L", "e ministre a", "Le"), ("À", "la fin, deux", "À la"), ("«A", "près deux", "«Après")]
)
def test_a_drop_cap_is_put_back_to_its_word(cap, rest, word):
    sheets = Sheets()
    sheets.line(cap, 50, 688, size=26)
    sheets.column([rest + " visité le port", "où l'attendaient le wali et"], 82, 700, width=118)
    sheets.column(["les élus de la région, des deux", *LEFT[1:], *RIGHT], 50, 676)
    first = paragraphs(sheets)[0]
    assert first.startswith((word + " ", word + ","))
    assert first.count("\n") == 4


def test_rows_with_cells_below_one_another_are_a_table():
    sheets = Sheets()
    sheets.column(LEFT, 50, 700)
    for row, cells in enumerate((("Date", "Ville"), ("12 mars", "Oran"), ("3 avril", "Marseille"))):
        for x, cell in zip((50, 140), cells, strict=True):
            sheets.line(cell, x, 600 - 14 * row)
    assert [text for kind, text in marked(sheets) if kind == "table_row"] == [
        "Date | Ville",
        "12 mars | Oran",
        "3 avril | Marseille",
    ]


def test_a_raised_ordinal_stays_in_its_word():
    sheets = Sheets()
    sheets.line("le 1", 50, 700)
    sheets.line("er", 50 + 16.1, 704, size=6)
    sheets.line("mars", 78, 700)
    sheets.column(LEFT, 50, 688)
    assert paragraphs(sheets)[0].startswith("le 1er mars")


def test_what_stands_beside_the_page_is_no_text():
    sheets = Sheets()
    sheets.column(LEFT, 50, 700)
    sheets.line("imprimé le 12/03", 50, 900)
    assert "imprimé" not in "".join(paragraphs(sheets))


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_set_sideways_is_turned(angle):
    sheets = Sheets()
    sheets.canvas.translate(300, 400)
    sheets.canvas.rotate(angle)
    sheets.column(LEFT + RIGHT, -200, 100)
    assert paragraphs(sheets) == TEXT


def test_scattered_words_are_kept():
    dice = random.Random(1)
    sheets = Sheets()
    for _ in range(3_000):
        sheets.line("mot", dice.random() * 550, dice.random() * 800)
    # one that is drawn on top of its like is the same word in heavier print
    assert read_pdf(sheets.bytes(), 1_000_000).text.count("mot") > 2_990


def test_list_items_are_told_by_their_bullets_and_hang_together():
    sheets = Sheets()
    sheets.column(LEFT + RIGHT, 50, 700)
    for row, start in enumerate(("la pêche au thon et sa", "la formation des maîtres", "la langue des signes et son")):
        sheets.line("•", 50, 540 - 24 * row)
        sheets.line(start, 62, 540 - 24 * row)
        sheets.line("suite à la ligne", 62, 528 - 24 * row)
    items = [text for kind, text in marked(sheets) if kind == "list_item"]
    assert items[0] == "• la pêche au thon et sa\nsuite à la ligne"
    assert len(items) == 3


def test_dashes_start_items_only_behind_the_end_of_a_sentence():
    sheets = Sheets()
    sheets.column(
        [*LEFT[:3], "– un accord sur la pêche au thon ;", "– un autre, sur la formation des", "maîtres – ou presque|"],
        50,
        700,
    )
    assert [text.split("\n")[0] for text in paragraphs(sheets)][-2:] == [
        "– un accord sur la pêche au thon ;",
        "– un autre, sur la formation des",
    ]
