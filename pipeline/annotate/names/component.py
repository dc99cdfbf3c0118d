"""The rules on names as a component of a spaCy pipeline; nothing of spaCy leaves it."""

from pathlib import Path

from spacy.attrs import ENT_IOB, ENT_TYPE, IDX, LENGTH
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.names.common_words import CommonWords
from pipeline.annotate.names.lexicon import Lexicon
from pipeline.annotate.names.page import Page
from pipeline.annotate.names.recognise import Recogniser
from pipeline.annotate.tokenizer import text_of
from pipeline.config import CONFIGS

NAME = "recognise_names"
_INSIDE = 1

for _extension in ("page", "names"):
    if not Doc.has_extension(_extension):
        Doc.set_extension(_extension, default=None)


@Language.factory(
    NAME,
    requires=["doc.ents"],
    assigns=["doc._.page", "doc._.names"],
    default_config={"french": None, "gazetteer": None},
)
class RecogniseNames:
    """Judge the model's entities anew and add those that the rules find, as spans of the text.

    `doc._.names` are the names and offices, `doc._.page` the text as the rules saw it. `french` and
    `gazetteer` are folders; the project's own if null.
    """

    def __init__(self, nlp: Language, name: str, *, french: str | None, gazetteer: str | None) -> None:
        self.name = name
        folders = Path(french or CONFIGS / "fr"), Path(gazetteer or CONFIGS / "gazetteer")
        self.lexicon = Lexicon.load(*folders, CommonWords.of(nlp))
        self.recognise = Recogniser(self.lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its names beside it."""
        doc._.page = Page(text_of(doc), entities(doc), self.lexicon)
        doc._.names = self.recognise(doc._.page)
        return doc


def entities(doc: Doc) -> tuple[tuple[int, int, str], ...]:
    """`doc.ents` as start, end and label; read from the array, as `doc.ents` makes an object of every token."""
    columns = doc.to_array([ENT_IOB, ENT_TYPE, IDX, LENGTH])
    found: list[tuple[int, int, str]] = []
    for iob, label, start, length in columns[columns[:, 1] != 0].tolist():
        name = doc.vocab.strings[label]
        if iob == _INSIDE and found:
            found[-1] = (found[-1][0], start + length, name)
        else:
            found.append((start, start + length, name))
    return tuple(found)
