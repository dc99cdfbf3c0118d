import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.aligned import AlignedText, concat


def test_a_replacement_of_another_length_stands_for_the_whole_raw_stretch():
    text = AlignedText.of("l'oeuvre").sub("oe", "œ")
    assert str(text) == "l'œuvre"
    assert text.raw_span(2, 3) == (2, 4)
    assert text.raw_span(3, 7) == (4, 8)


def test_a_cut_word_spans_what_was_cut_out():
    text = AlignedText.of("nos diplo-\nmates").sub(r"-\n", "")
    assert text.raw_span(4, 13) == (4, 15)


def test_moved_blocks_keep_their_places():
    text = AlignedText.of("un\n\ndeux")
    moved = concat([text[4:], text[:2]], "\n\n")
    assert str(moved) == "deux\n\nun"
    assert moved.raw_span(0, 4) == (4, 8)
    assert moved.raw_span(6, 8) == (0, 2)


def test_an_empty_span_has_no_place():
    with pytest.raises(IndexError):
        AlignedText.of("un").raw_span(1, 1)


letters = st.text("ab-\n ", max_size=40)


@given(letters, st.sampled_from(["-\n", "a", "b+", " +", "\n"]), st.sampled_from(["", " ", "xy", "b"]))
def test_what_no_edit_touched_still_stands_at_its_raw_place(raw, pattern, new):
    text = AlignedText.of(raw).sub(pattern, new)
    again = concat([text[:5], text[5:9], text[9:]])
    assert str(again) == str(text)
    for i, character in enumerate(str(text)):
        start, end = text.raw_span(i, i + 1)
        assert again.raw_span(i, i + 1) == (start, end)
        assert raw[start:end] == character or new
