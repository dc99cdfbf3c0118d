"""The statistical model: the tokenizer and the recogniser of names, nothing else of it."""

from typing import TYPE_CHECKING

import numpy as np
import srsly  # type: ignore[import-untyped]
from spacy.strings import get_string_id
from spacy.util import load_model

from pipeline.config import Config
from pipeline.errors import RunError

if TYPE_CHECKING:
    from spacy.language import Language

UNUSED = ("tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")
"""The recogniser has layers of its own; the parser alone would more than double the cost of a text."""


def load(name: str) -> "Language":
    """Load tokenizer and recogniser; raises `RunError` where the model is not installed."""
    try:
        return load_model(name, exclude=UNUSED)
    except (OSError, ImportError):
        hint = f"type `make setup` or `python -m spacy download {name}`"
        raise RunError(f"The model {name} is not installed: {hint}.") from None


def build(config: Config) -> "Language":
    """The model with the rules on names behind it."""
    from pipeline.annotate import components  # registers the factory
    from pipeline.annotate.tokenizer import BoundedTokenizer

    nlp = load(config.settings.annotate.model)
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer, nlp.vocab)
    folders = {"french": str(config.french), "gazetteer": str(config.gazetteer)}
    nlp.add_pipe(components.NAME, config=folders)
    return nlp


class CommonWords:
    """The inflected words of the model's own dictionary, by their hashes: `"maisons" in words`."""

    def __init__(self, hashes: "np.ndarray") -> None:
        self._hashes = np.sort(hashes)

    @classmethod
    def of(cls, nlp: "Language") -> "CommonWords":
        """Read the dictionary beside the model; without one no word is common."""
        file = nlp.path / "lemmatizer" / "lookups" / "lookups.bin" if nlp.path else None
        if file is None or not file.is_file():
            return cls(np.empty(0, dtype=np.uint64))
        tables = srsly.msgpack_loads(file.read_bytes())
        forms = set(tables.get("lemma_lookup", ()))
        for words in (*tables.get("lemma_index", {}).values(), *tables.get("lemma_exc", {}).values()):
            forms.update(map(get_string_id, words))
        return cls(np.fromiter(forms, dtype=np.uint64, count=len(forms)))

    def __contains__(self, word: object) -> bool:
        key = np.uint64(get_string_id(str(word)))
        at = int(np.searchsorted(self._hashes, key))
        return at < len(self._hashes) and bool(self._hashes[at] == key)
