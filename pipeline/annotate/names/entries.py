"""What the lexicon says of one word, and the names that a word can start."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.annotate.names.plain import plain
from pipeline.gazetteer import Gazetteer
from pipeline.spelling import words

_CAMEL = re.compile(
    r"(?!Mac[A-Z]|Mc[A-Z]|Le[A-Z]|La[A-Z]|De[A-Z]|Di[A-Z]|Van[A-Z]|[A-Z]+s?$)\w*[a-z][A-Z]\w*|[A-Z]{2,}[a-z]{3,}$"
)
_INITIALS = re.compile(r"(?:\wh?\.-?)+$")


@dataclass(frozen=True, slots=True)
class Form:
    """A place's or organisation's name that is read wherever it stands: its words folded, and what it names."""

    text: str
    folded: str
    label: str
    code: str | None
    kind: str
    length: int

    @classmethod
    def of(cls, text: str, label: str, code: str | None, kind: str) -> "Form":
        """The form as the rules match it.

        >>> Form.of("Côte d’Ivoire", "LOC", "CI", "country").folded
        'cote d ivoire'
        """
        written = plain(text)
        return cls(written, words(text), label, code, kind, len(written))


class Entry(NamedTuple):
    """A word, whatever stands beside it: asked once for all the places where a text has it.

    `key` is what a name that starts with it is looked up by, `forms` the known names that do, longest first.
    `given` proves a person, `noun` is a common noun that the press capitalises, `ending` ends organisations' names,
    `camel` has capitals inside as firms have them.
    """

    word: str
    lower: str
    folded: str
    key: str
    forms: tuple[Form, ...]
    given: bool
    demonym: bool
    noun: bool
    office: bool
    head: bool
    civility: bool
    ending: bool
    initials: bool
    camel: bool


def known_forms(
    gazetteer: Gazetteer, sites: Iterable[str], organisations: Mapping[str, Iterable[str]]
) -> Iterator[Form]:
    """Countries, regions and waters, sites, and organisations by their kinds."""
    for text, place in gazetteer.names():
        yield Form.of(text, "LOC", place.country if place.kind == "country" else None, place.kind)
    for name in sites:
        yield Form.of(name, "LOC", None, "site")
    for kind, names in organisations.items():
        yield from (Form.of(name, "ORG", None, kind) for name in names)


def index(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    """Folded first word → the names that start with it, longest first."""
    found: dict[str, dict[Form, None]] = {}
    for form in forms:
        first = words(first_word(form.text)) if form.folded else ""
        if first and form.text[0].isupper():
            found.setdefault(first, {})[form] = None
    return {first: tuple(sorted(same, key=lambda form: (-form.length, form.label))) for first, same in found.items()}


def first_word(text: str) -> str:
    """Up to the first space, hyphen or apostrophe.

    >>> first_word("Nord-Kivu"), first_word("L'Île")
    ('Nord', 'L')
    """
    return text.replace("-", " ").replace("'", " ").replace("’", " ").partition(" ")[0]


def initials(word: str) -> bool:
    """« J. », « J.-P. »."""
    return bool(_INITIALS.match(word))


def camel(word: str) -> bool:
    """« OVHcloud », not « MacDonald »."""
    return "-" not in word and bool(_CAMEL.match(word))
