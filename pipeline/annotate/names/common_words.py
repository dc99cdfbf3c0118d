"""The words of the model's own dictionary, which are no names."""

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np
import srsly  # type: ignore[import-untyped]
from spacy.strings import get_string_id

if TYPE_CHECKING:
    from spacy.language import Language


class CommonWords:
    """The inflected words of the model's own dictionary, by their hashes: `"maisons" in words`."""

    def __init__(self, hashes: "np.ndarray") -> None:
        self._hashes = memoryview(np.sort(hashes).data)

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
        key = get_string_id(str(word))
        at = bisect_left(self._hashes, key)
        return at < len(self._hashes) and self._hashes[at] == key
