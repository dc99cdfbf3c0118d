"""Where in a text something may start that an expression reads: one search for all of them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from pipeline.annotate.names.plain import alternatives

_FIRST = re.compile(r"\w+")
_NO_WORD_BEHIND = re.compile(r"\W+$")


class Openings:
    """Sorts of forms; where a text has a form of any sort, it may have one of all sorts that begin alike.

    The search begins with what parts two words, as the expression is then tried once for a word and not once
    for a letter. Its places are for the expressions of each sort to judge.

    >>> openings = Openings({"office": ["ministre", "premier ministre"], "head": ["ministère"], "people": ["première"]})
    >>> openings.find("le premier ministre et son ministère")
    {'office': [3, 11], 'head': [27], 'people': []}
    """

    def __init__(self, forms: Mapping[str, Iterable[str]]) -> None:
        sorts: dict[str, dict[str, None]] = {}
        whole: dict[str, str] = {}
        for sort, form in _lower(forms):
            if first := _FIRST.match(form):
                whole[form] = first[0]
                sorts.setdefault(first[0], {})[sort] = None
        self._sorts = {form: tuple(sorts[first]) for form, first in whole.items()}
        self._pattern = re.compile(rf"\W(?=({alternatives(whole)})\b)")
        self._empty = tuple(forms)

    def find(self, lower: str) -> dict[str, list[int]]:
        """The places of each sort in a text in lower case, in order."""
        places: dict[str, list[int]] = {sort: [] for sort in self._empty}
        for match in self._pattern.finditer(f"\n{lower}"):  # one before the word, so that it is the word's own place
            for sort in self._sorts[match[1]]:
                places[sort].append(match.start())
        return places


def _lower(forms: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    return ((sort, _NO_WORD_BEHIND.sub("", form.lower())) for sort, same in forms.items() for form in same)
