import spacy
from spacy.tokens import Doc, Span

from pipeline.annotate.names.component import RecogniseNames, entities
from pipeline.config import CONFIGS


def test_the_component_sets_names_as_spans_of_the_text():
    nlp = spacy.blank("xx")
    component = RecogniseNames(nlp, "names", french=str(CONFIGS / "fr"), gazetteer=str(CONFIGS / "gazetteer"))
    doc = Doc(nlp.vocab, ["Le", "groupe", "Okonko", "recrute", "."], [True, True, True, False, False])
    doc.ents = [Span(doc, 2, 3, "LOC")]
    names = component(doc)._.names
    assert [(doc.text[s.start : s.end], s.label, s.kind) for s in names.spans] == [("Okonko", "ORG", "company")]
    assert names.offices == ()


def test_the_entities_are_those_of_the_document():
    doc = Doc(spacy.blank("xx").vocab, ["Le", "Sud", "Est", "Brest", "et", "Lyon"], [True] * 5 + [False])
    doc.ents = [Span(doc, 1, 3, "LOC"), Span(doc, 3, 4, "LOC"), Span(doc, 5, 6, "ORG")]
    assert entities(doc) == tuple((e.start_char, e.end_char, e.label_) for e in doc.ents)
