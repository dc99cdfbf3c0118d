def test_markdown_reads_as_it_is_shown(read):
    document = read(
        "# Le traité\n\nLe **Sénat** a [voté](https://exemple.fr) *hier*.\n\n---\n\n## La suite\n\nDemain.\n", "md"
    )
    assert str(document.text) == "Le traité\n\nLe Sénat a voté hier.\n\nLa suite\n\nDemain."
    assert [p.kind for p in document.paragraphs] == ["title", "body", "heading", "body"]
    assert document.title == "Le traité"


def test_signs_that_mark_nothing_stay(read):
    assert str(read("Il gagne 3 * 4 euros [sic] et a_b_c.", "md").text) == "Il gagne 3 * 4 euros [sic] et a_b_c."


def test_what_is_shown_knows_its_raw_place(read):
    document = read("Le **Sénat** a voté.", "md")
    assert document.raw_span(3, 8) == (5, 10)


def test_quotations_and_tables_lose_their_signs_and_rules(read):
    document = read("> Le traité\n> est signé.\n\n| An | Prises |\n|----|----|\n| 2019 | 120 |\n", "md")
    assert str(document.text) == "Le traité est signé.\n\n| An | Prises |\n\n| 2019 | 120 |"
