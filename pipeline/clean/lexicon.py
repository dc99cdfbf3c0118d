"""What is a French word: the lemma table of the spaCy model's package, and the word counts of wordfreq.

Both install with the project, and both are read once, on the first word asked for: a text without cut
words pays nothing. Without the model's package the word counts answer alone.
"""

import gc
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

_MASK = (1 << 64) - 1
_FACTOR = 0xC6A4A7935BD1E995


class Lexicon(Protocol):
    """What the hyphens ask: is it a word, and how common is it."""

    def knows(self, word: str) -> bool:
        """Whether dictionaries have the word."""

    def frequency(self, word: str) -> float:
        """Its share of all words in running text, 0 for one never seen."""


class French:
    """The lexicon of a model's package.

    `knows` is asked in lower case.
    """

    def __init__(self, model: str) -> None:
        self._model = model

    def knows(self, word: str) -> bool:
        """Whether the lemma table has the word, as a form or as a lemma; without a table, whether it is common."""
        return _knows(self._model, word)

    def frequency(self, word: str) -> float:
        """The word's frequency as wordfreq counts it; a word with a hyphen is not counted as one."""
        return _frequencies().get(word, 0.0)


@lru_cache(maxsize=50_000)
def _knows(model: str, word: str) -> bool:
    keys, words = _lemma_table(model)
    if not words:
        return _frequencies().get(word, 0.0) > 1e-6
    return word in words or string_key(word) in keys


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict

    frequencies: dict[str, float] = get_frequency_dict("fr", "large")
    return frequencies


@lru_cache(maxsize=2)
def _lemma_table(model: str) -> tuple[frozenset[int], frozenset[str]]:
    """The forms (as spaCy's string keys) and the words written out; both empty without the model's package."""
    spec = find_spec(model)
    if spec is None or spec.origin is None:
        return frozenset(), frozenset()
    files = sorted(Path(spec.origin).parent.glob("*/lemmatizer/lookups/lookups.bin"))
    if not files:
        return frozenset(), frozenset()
    return _read_tables(files[0])


def _read_tables(file: Path) -> tuple[frozenset[int], frozenset[str]]:
    import srsly  # type: ignore[import-untyped]

    collecting = gc.isenabled()
    gc.disable()  # half a million small objects, none of them garbage
    try:
        tables: dict[str, dict[Any, Any]] = srsly.read_msgpack(file)
    finally:
        if collecting:
            gc.enable()
    forms = tables.get("lemma_lookup", {})
    words = {word for lemmas in forms.values() for word in lemmas}
    for name in ("lemma_index", "lemma_exc"):
        words.update(word for entries in tables.get(name, {}).values() for word in entries)
    return frozenset(forms), frozenset(words)


def string_key(word: str) -> int:
    """The 64-bit key under which spaCy stores a string (MurmurHash64A, seed 1).

    >>> string_key("avoir")
    11059948118366003969
    """
    data = word.encode()
    whole = len(data) // 8 * 8
    key = 1 ^ (len(data) * _FACTOR & _MASK)
    for i in range(0, whole, 8):
        block = int.from_bytes(data[i : i + 8], "little") * _FACTOR & _MASK
        block = (block ^ block >> 47) * _FACTOR & _MASK
        key = (key ^ block) * _FACTOR & _MASK
    if whole < len(data):
        key = (key ^ int.from_bytes(data[whole:], "little")) * _FACTOR & _MASK
    key = (key ^ key >> 47) * _FACTOR & _MASK
    return key ^ key >> 47
