import pytest

from pipeline.aligned import AlignedText
from pipeline.clean.spaces import part_glued_words


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("On vota la paix.Le ministre", "On vota la paix. Le ministre"),
        ("On attend…Personne ne vient", "On attend… Personne ne vient"),
        ("les relationsLes deux pays", "les relations Les deux pays"),
        ("la finance.Demain on verra", "la finance. Demain on verra"),
    ],
)
def test_a_lost_space_is_put_back_where_it_is_sure(rules, glued, parted):
    assert str(part_glued_words(AlignedText.of(glued), rules)) == parted


@pytest.mark.parametrize(
    "text", ["M.Morin", "www.exemple.Com/page", "S.N.C.F.", "GitHub", "McKinsey", "LeMonde.fr", "iPhone", "Airbus.Com"]
)
def test_what_is_written_so_stays(rules, text):
    assert str(part_glued_words(AlignedText.of(text), rules)) == text


def test_a_space_put_back_moves_no_place(rules):
    text = part_glued_words(AlignedText.of("la paix.Le ministre"), rules)
    assert text.raw_span(9, 11) == (8, 10)


def test_no_two_blanks_stay_in_a_line_that_ends_in_a_cut_word(read):
    assert str(read("Le  port\ufffe").text) == "Le port-"
