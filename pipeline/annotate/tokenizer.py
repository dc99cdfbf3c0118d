"""spaCy's tokenizer, kept linear on what is no language."""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc
from spacy.vocab import Vocab

LONGEST = 200
"""Characters without a blank; no French word or address comes near it."""
PIECE = 32
"""A longer run is cut into tokens of so many characters."""
_TEXT = "text"
_RUN = re.compile(rf"\S{{{LONGEST + 1},}}")


class BoundedTokenizer:
    """The tokenizer it is given, but for runs without a blank that are longer than `LONGEST`.

    The tokenizer takes affixes off one by one and looks at the rest each time: 100,000 brackets in a row would
    cost hours. `Doc.text` is the text in any case.

    >>> import spacy
    >>> nlp = spacy.blank("fr")
    >>> doc = BoundedTokenizer(nlp.tokenizer, nlp.vocab)("Voir " + "(" * 300 + " ici.")
    >>> len(doc), doc.text == "Voir " + "(" * 300 + " ici."
    (13, True)
    """

    def __init__(self, tokenizer: Callable[[str], Doc], vocab: Vocab) -> None:
        self._tokenizer = tokenizer
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Cut a text into tokens."""
        doc = self._bounded(text) if _may_run(text) and _RUN.search(text) else self._tokenizer(text)
        doc.user_data[_TEXT] = text
        return doc

    def _bounded(self, text: str) -> Doc:
        tokens = list(self._tokens(text))
        return Doc(self._vocab, words=[word for word, _ in tokens], spaces=[space for _, space in tokens])

    def _tokens(self, text: str) -> Iterator[tuple[str, bool]]:
        done = 0
        for run in _RUN.finditer(text):
            yield from self._plain(text[done : run.start()])
            *pieces, last = (run[0][i : i + PIECE] for i in range(0, len(run[0]), PIECE))
            blank = text[run.end() : run.end() + 1] == " "
            yield from ((piece, False) for piece in pieces)
            yield last, blank
            done = run.end() + blank
        yield from self._plain(text[done:])

    def _plain(self, text: str) -> Iterator[tuple[str, bool]]:
        return ((token.text, bool(token.whitespace_)) for token in self._tokenizer(text))


def text_of(doc: Doc) -> str:
    """`doc.text`, as the tokenizer was given it where it was ours: spaCy puts it together again, token by token."""
    written = doc.user_data.get(_TEXT)
    return written if isinstance(written, str) else doc.text


def _may_run(text: str) -> bool:
    """Some stretch of the text has no blank; a run that is longer than `LONGEST` covers one of them."""
    width = LONGEST // 2
    return any(" " not in text[start : start + width] for start in range(0, len(text) - width + 1, width))
