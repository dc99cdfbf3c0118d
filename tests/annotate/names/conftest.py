from collections.abc import Callable

import pytest

from pipeline.annotate.names import entities, roles
from pipeline.annotate.names.lexicon import Lexicon
from pipeline.annotate.names.page import Page
from pipeline.annotate.names.recognise import Recogniser
from pipeline.config import CONFIGS
from pipeline.records import Entity, Mention

COMMON = frozenset(
    ("selon", "eau", "réforme", "coopération", "les", "le", "la", "dans", "grève", "paris", "visites", "pierre")
)
"""In the tests, all of the dictionary that the model brings."""


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.load(CONFIGS / "fr", CONFIGS / "gazetteer", COMMON)


@pytest.fixture(scope="session")
def recogniser(lexicon: Lexicon) -> Recogniser:
    return Recogniser(lexicon)


@pytest.fixture
def page(lexicon: Lexicon) -> Callable[..., Page]:
    """A page on which the model saw what stands in `seen`: `{"Orano": "ORG"}`, wherever it stands."""

    def make(text: str, **seen: str) -> Page:
        return Page(text, tuple(sorted(_spans(text, seen))), lexicon)

    return make


def _spans(text: str, seen: dict[str, str]) -> list[tuple[int, int, str]]:
    found = []
    for name, label in seen.items():
        at = text.find(name)
        while at >= 0:
            found.append((at, at + len(name), label))
            at = text.find(name, at + 1)
    return found


@pytest.fixture
def names(page: Callable[..., Page], recogniser: Recogniser) -> Callable[..., list[tuple[str, str]]]:
    """The names of a text and their labels."""

    def find(text: str, **seen: str) -> list[tuple[str, str]]:
        return [(text[s.start : s.end], s.label) for s in recogniser(page(text, **seen)).spans]

    return find


@pytest.fixture
def read(page: Callable[..., Page], recogniser: Recogniser) -> Callable[..., tuple[tuple[Mention, ...], list[Entity]]]:
    """Mentions and entities of a text."""

    def make(text: str, **seen: str) -> tuple[tuple[Mention, ...], list[Entity]]:
        sheet = page(text, **seen)
        found = recogniser(sheet)
        held = roles.held(sheet, found.spans, found.offices)
        mentions, known = entities.resolve(sheet, found.spans, held, found.offices)
        return mentions, list(known)

    return make


@pytest.fixture
def entity(read: Callable[..., tuple[tuple[Mention, ...], list[Entity]]]) -> Callable[..., Entity]:
    """The one entity of a text that is printed so."""

    def find(form: str, text: str, **seen: str) -> Entity:
        (found,) = [e for e in read(text, **seen)[1] if form in e.forms]
        return found

    return find
