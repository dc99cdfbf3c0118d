import spacy
from spacy.tokens import Doc, Span

from pipeline.annotate.names.component import RecogniseNames
from pipeline.config import CONFIGS


def test_the_component_sets_names_as_spans_of_the_text():
    nlp = spacy.blank("xx")
    component = RecogniseNames(nlp, "names", french=str(CONFIGS / "fr"), gazetteer=str(CONFIGS / "gazetteer"))
    doc = Doc(nlp.vocab, ["Le", "groupe", "Okonko", "recrute", "."], [True, True, True, False, False])
    doc.ents = [Span(doc, 2, 3, "LOC")]
    names = component(doc)._.names
    assert [(doc.text[s.start : s.end], s.label, s.kind) for s in names.spans] == [("Okonko", "ORG", "company")]
    assert names.offices == ()
