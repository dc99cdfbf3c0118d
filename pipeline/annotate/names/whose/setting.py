"""What surrounds an office in its text: sentences, paragraphs, the places there, the countries spoken of."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from pipeline.annotate.names.linking import places as link_places
from pipeline.annotate.names.page import Page, Span
from pipeline.gazetteer import Place

_END = re.compile(r"[.!?…](?<!\bM.)(?<!\bMM.)(?<!\bMme.)(?<!\b[A-ZÀ-Ý].)['\"» ]*(?=\s)|[;\n]")

_DATELINE = re.compile(r"\W{0,3}([A-ZÀ-Ý][\w' -]{2,25}?)(?:, (?:le )?\d{1,2}(?:er)? [a-zéû]{3,9}| \(\w+\) [–-])")


class Setting:
    """A page with its spans, asked by place."""

    def __init__(self, page: Page, spans: Sequence[Span], spoken_of: Mapping[str, int]) -> None:
        self.page, self.spans, self.spoken_of = page, spans, spoken_of
        self.states = page.lexicon.rules.states
        self._starts = [span.start for span in spans]
        self._near: dict[int, tuple[str, ...]] = {}

    def at(self, start: int, end: int) -> str | None:
        """The country of the place that stands here."""
        return self._country_of(self.page.plain[start:end])

    def of(self, span: Span) -> str | None:
        """The country of a place."""
        return span.country or self.at(span.start, span.end)

    def _country_of(self, form: str) -> str | None:
        place = link_places.choose(self.page, form, Span(0, 0, "LOC", "", 0), self.spoken_of)
        return place.country if place else None

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the text speaks of each country, its towns and regions counted."""
        found = Counter(self.spoken_of)
        towns = Counter(self.name(span) for span in self.spans if span.label == "LOC" and not span.country)
        for form, n in towns.items():
            if country := self._country_of(form):
                found[country] += n
        return found

    @cached_property
    def two(self) -> tuple[str, ...]:
        """The two states that the text is about: any other is spoken of far less."""
        most = sorted(((n, code) for code, n in self.spoken_of.items()), reverse=True)
        if len(most) < 2 or (len(most) > 2 and most[2][0] * 2 > most[1][0]):
            return ()
        return most[0][1], most[1][1]

    def other(self, country: str | None) -> str | None:
        """Of the two states that the text is about, the one that this is not."""
        return next((code for code in self.two if code != country), None) if country in self.two else None

    def capital(self, town: str) -> str | None:
        """The country whose capital is called so."""
        place: Place | None = max(self.page.lexicon.places(town), key=lambda p: p.population, default=None)
        if place is None or place.country is None:
            return None
        return place.country if self.page.lexicon.gazetteer.capital(place.country) == place.name else None

    @cached_property
    def written_in(self) -> str | None:
        """The country of the capital where the text was written."""
        towns = (_DATELINE.match(line) for line in self.page.plain[:2000].split("\n"))
        return next((code for town in towns if town and (code := self.capital(town[1]))), None)

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence, or its part up to a semicolon, that stands here."""
        k = bisect_right(self._ends, at)
        start = self._ends[k - 1] if k else 0
        return start, self._ends[k] if k < len(self._ends) else len(self.page.plain)

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in _END.finditer(self.page.plain)]

    def paragraph(self, at: int) -> tuple[int, int]:
        """The line that stands here."""
        end = self.page.plain.find("\n", at)
        return self.page.plain.rfind("\n", 0, at) + 1, end if end >= 0 else len(self.page.plain)

    def inside(self, start: int, end: int, *labels: str) -> list[Span]:
        """The spans of these labels that start in the stretch."""
        found = self.spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [span for span in found if span.label in labels]

    def number(self, span: Span) -> int:
        """Which of the spans it is."""
        return bisect_left(self._starts, span.start)

    def near(self, at: int) -> tuple[str, ...]:
        """The countries that a paragraph speaks of, by name or adjective."""
        start, end = self.paragraph(at)
        if start not in self._near:
            lexicon = self.page.lexicon
            named = {span.country for span in self.inside(start, end, "LOC") if span.country}
            named |= {lexicon.demonyms[word] for word in lexicon.demonym_pattern.findall(self.page.lower, start, end)}
            self._near[start] = tuple(sorted(named))
        return self._near[start]

    def name(self, span: Span) -> str:
        """The name as printed, with plain apostrophes."""
        return self.page.plain[span.start : span.end]

    def last_word(self, span: Span) -> str:
        """The name's last word, folded."""
        name = self.name(span)
        return self.page.lexicon.fold(name[name.rfind(" ") + 1 :])

    def is_french(self, span: Span) -> bool:
        """Whether the given name is a French one."""
        first, _, rest = self.name(span).partition(" ")
        given = self.states.french.given_names
        return bool(rest) and (first in given or first.partition("-")[0] in given)

    @cached_property
    def bodies(self) -> dict[str, str | None]:
        """The organisations of the text as printed, with their countries."""
        found: dict[str, str | None] = {}
        for span in self.spans:
            if span.label == "ORG":
                name = self.page.text[span.start : span.end]
                found[name] = found.get(name) or span.country
        return found
