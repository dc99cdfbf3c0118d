from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline import config
from pipeline.clean import CleanRules, clean, load_rules
from pipeline.records import Document, Mark, Source

Reader = Callable[..., Document]


class Known:
    """A lexicon of a few words, so that no test reads the real one."""

    def __init__(self, *words: str) -> None:
        self.words = frozenset(words)

    def knows(self, word: str) -> bool:
        return word in self.words

    def frequency(self, word: str) -> float:
        return 1e-5 if word in self.words else 0.0


WORDS = (
    "relations",
    "diplomates",
    "coopération",
    "établissement",
    "porte",
    "voix",
    "celle",
    "celles",
    "elle",
    "est",
    "il",
    "contre",
    "cœur",
    "ministre",
    "vice",
    "président",
    "commission",
    "nous",
    "vous",
    "avons",
    "allemand",
    "développement",
    "maison",
    "finance",
    "financement",
    "vient",
    "ment",
    "tête",
    "soleil",
    "annonce",
    "longtemps",
    "provinces",
    "voyageurs",
    "lendemain",
    "marchandises",
)


@pytest.fixture(scope="session")
def rules() -> CleanRules:
    return replace(load_rules(config.load()), lexicon=Known(*WORDS))


@pytest.fixture
def read(rules: CleanRules) -> Reader:
    """Clean a text as if it stood in a file."""

    def read(text: str, kind: str = "txt", marks: tuple[Mark, ...] = (), title: str | None = None) -> Document:
        return clean(Source(f"note.{kind}", "", kind, text, marks=marks, title=title), rules)

    return read
