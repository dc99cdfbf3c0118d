"""What an organisation is, and in which country, as far as its name alone tells."""

import re

from pipeline.gazetteer import Gazetteer
from pipeline.resolve.rules import Kinds
from pipeline.spelling import fold

_OF = re.compile(r"^(?P<what>\w.*?) (?:de la|de l[’']|du|des|de|d[’'])[ ]?(?P<place>[A-ZÀ-Þ][\w’' -]*)$")
_CLEARLY = 20
"""So many times as large is the town that is meant where nothing else is said."""
_OF_NO_COUNTRY = frozenset(("international", "embassy", "ministry", "parliament"))


class OrganisationKinds:
    """Reads names for what they say besides what the texts say."""

    def __init__(self, rules: Kinds, gazetteer: Gazetteer) -> None:
        self._rules = rules
        self._gazetteer = gazetteer

    def kind(self, name: str, said: str) -> str:
        """The kind: what the name tells, else what the texts `said`."""
        folded = fold(name)
        first, _, rest = folded.partition(" ")
        last = folded[folded.rfind(" ") + 1 :]
        if rest and said in ("other", "company", "international") and last in self._rules.endings:
            return self._rules.endings[last]
        if first == "centre" and said == "university":
            return said if self._rules.centres.words & set(rest.split()) else "other"
        return self._opening(folded) or said

    def _opening(self, folded: str) -> str | None:
        parts = folded.split(" ")
        starts = (" ".join(parts[:k]) for k in range(min(len(parts), 4), 0, -1))
        return next((self._rules.openings[start] for start in starts if start in self._rules.openings), None)

    def country(self, name: str, kind: str) -> str | None:
        """The country of the town or region that the name ends with: « université de Strasbourg »."""
        if kind in _OF_NO_COUNTRY or fold(name).startswith(self._rules.abroad.openings):
            return None
        of = _OF.match(name)
        places = self._gazetteer.find(of["place"]) if of else ()
        if not places or places[0].kind == "country":
            return None
        sure = len(places) == 1 or places[0].population > _CLEARLY * places[1].population
        return places[0].country if sure else None
