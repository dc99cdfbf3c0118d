FIRST = "Le lac\n\nLes pêcheurs attendent que la glace fonde, et\nles marchands aussi, car ils ont de bonnes rela-\n\n"
SECOND = "tions avec la ville, qui leur achète leur\npoisson chaque semaine.\n\n"
OTHER = "Les marchands viennent de loin, du sud et de\nl’est du pays, avec leurs voitures.\n\n"


def test_a_column_that_finishes_a_cut_word_is_brought_to_it(read):
    text = str(read(FIRST + OTHER + SECOND).text)
    assert "de bonnes relations avec la ville" in text
    assert text.endswith("leurs voitures.")


def test_columns_in_order_stay(read):
    text = str(read(FIRST + SECOND + OTHER).text)
    assert text.index("relations") < text.index("Les marchands viennent")


def test_a_small_word_is_no_second_half(read):
    wrong = "des bateaux arrivent du sud et de l’est du\npays.\n\n"
    text = str(read(FIRST.replace("rela-", "an-") + OTHER + wrong).text)
    assert text.index("Les marchands viennent") < text.index("des bateaux")


def test_lines_brought_together_know_their_raw_places(read):
    raw = FIRST + OTHER + SECOND
    document = read(raw)
    at = str(document.text).index("relations")
    assert document.raw_span(at, at + 4) == (raw.index("rela-"), raw.index("rela-") + 4)
    assert document.raw_span(at + 4, at + 9) == (raw.index("tions"), raw.index("tions") + 5)
