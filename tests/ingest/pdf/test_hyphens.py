from pipeline.ingest.pdf.hyphens import Hyphens
from pipeline.ingest.pdf.lines import Line
from pipeline.ingest.pdf.words import Font, Word

FONT = Font("Roman", bold=False, italic=False)
OTHER = Font("Sans", bold=False, italic=False)


def line(*words, font=FONT):
    return Line(tuple(Word(text, 0, 10, 0, 10, font, 0, widths) for text, widths in words))


AFTER = line(("mates", ()))
CUT = line(("les", ()), ("diplo-", (0.27,)))
COMPOUND = line(("vice-président", (0.33,)))
CUT_COMPOUND = line(("vice-", (0.33,)))


def test_a_hyphen_unlike_those_inside_lines_is_the_typesetters():
    hyphens = Hyphens.of([[CUT, CUT, CUT, COMPOUND]])
    assert hyphens.line_end(CUT, AFTER) == ""
    assert hyphens.line_end(CUT_COMPOUND, AFTER) == "-"


def test_without_a_difference_nothing_is_said():
    hyphens = Hyphens.of([[CUT_COMPOUND, CUT_COMPOUND, CUT_COMPOUND, COMPOUND]])
    assert hyphens.line_end(CUT_COMPOUND, AFTER) is None


def test_without_a_hyphen_inside_lines_nothing_is_said():
    assert Hyphens.of([[CUT, CUT, CUT]]).line_end(CUT, AFTER) is None


def test_a_font_that_is_stretched_a_little_makes_no_difference():
    stretched = line(("diplo-", (0.32,)))
    assert Hyphens.of([[stretched, stretched, stretched, COMPOUND]]).line_end(stretched, AFTER) is None


def test_another_font_has_hyphens_of_its_own():
    hyphens = Hyphens.of([[CUT, CUT, CUT, COMPOUND]])
    assert hyphens.line_end(line(("diplo-", (0.27,)), font=OTHER), AFTER) is None


def test_a_dash_is_no_cut_word():
    hyphens = Hyphens.of([[CUT, CUT, CUT, COMPOUND]])
    assert hyphens.line_end(line(("-", (0.27,))), AFTER) is None
    assert hyphens.line_end(CUT, line(("12", ()))) is None
