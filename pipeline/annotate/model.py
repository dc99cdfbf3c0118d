"""The statistical model: the tokenizer and the recogniser of names, nothing else of it."""

from typing import TYPE_CHECKING

from spacy.attrs import IS_SPACE, NORM, PREFIX, SHAPE, SUFFIX
from spacy.util import load_model
from thinc.api import NumpyOps, set_current_ops

from pipeline.config import Config
from pipeline.errors import RunError

if TYPE_CHECKING:
    from spacy.language import Language

UNUSED = ("tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")
"""The recogniser has layers of its own; the parser alone would more than double the cost of a text."""

LOOKED_AT = (NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE)
"""What the recogniser looks at in a word; spaCy works out twenty more properties of every new one."""


def load(name: str) -> "Language":
    """Load tokenizer and recogniser; raises `RunError` where the model is not installed.

    NumPy multiplies its matrices: the library that spaCy brings for it takes a tenth longer over a text.
    """
    set_current_ops(NumpyOps(use_blis=False))
    try:
        return load_model(name, exclude=UNUSED)
    except (OSError, ModuleNotFoundError) as error:
        if not _is_missing(name, error):
            raise
        hint = f"type `make setup` or `python -m spacy download {name}`"
        raise RunError(f"The model {name} is not installed: {hint}.") from None


def _is_missing(name: str, error: OSError | ModuleNotFoundError) -> bool:
    """The model itself is, not a module that it needs; what the machine fails at has a number."""
    return error.name == name if isinstance(error, ModuleNotFoundError) else error.errno is None


def build(config: Config) -> "Language":
    """The model with the rules on names behind it."""
    from pipeline.annotate.names import component  # registers the factory
    from pipeline.annotate.tokenizer import BoundedTokenizer

    nlp = load(config.settings.annotate.model)
    nlp.vocab.lex_attr_getters = {key: nlp.vocab.lex_attr_getters[key] for key in LOOKED_AT}  # type: ignore[attr-defined]
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer, nlp.vocab)
    folders = {"french": str(config.french), "gazetteer": str(config.gazetteer)}
    nlp.add_pipe(component.NAME, config=folders)
    return nlp
