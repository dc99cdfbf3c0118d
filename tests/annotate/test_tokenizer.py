import pytest
import spacy
from spacy.tokens import Doc

from pipeline.annotate.tokenizer import LONGEST, PIECE, BoundedTokenizer, text_of


@pytest.fixture(scope="module")
def tokenizer():
    nlp = spacy.blank("fr")
    return BoundedTokenizer(nlp.tokenizer, nlp.vocab)


@pytest.mark.parametrize("before", ["", "Le mot ", "x" * 57 + " ", "Un\u00a0deux\n" * 20])
@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1, 3 * LONGEST])
def test_a_run_is_cut_where_it_is_longer_than_any_word(before, length, tokenizer):
    doc = tokenizer(f"{before}{'(' * length} fin")
    assert any(len(token) == PIECE for token in doc) == (length > LONGEST)
    assert doc.text == text_of(doc) == f"{before}{'(' * length} fin"


def test_a_document_of_another_tokenizer_has_its_text():
    assert text_of(Doc(spacy.blank("xx").vocab, ["Le", "Sud", "."], [True, False, False])) == "Le Sud."
