"""Whose an office is where no word beside it says so: what else in the text decides it, or nothing does."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.annotate.names import link_places
from pipeline.annotate.names.offices import Office
from pipeline.annotate.names.page import Page, Span
from pipeline.annotate.names.roles import Held
from pipeline.records import Role

_OWN = re.compile(r"(?:\b(?:son|sa)|\bdont l[ea]) $")
_OPENING = re.compile(r"(?:^|[.!?»\n] ?)À (?P<town>[A-ZÀ-Ý][\w' -]{2,30}?), (?:l[ea] |l')$")
_TRAVELS = re.compile(
    r"(?:,[^.;,\n]{0,60},)? (?:a effectué|effectue|effectuera|s'est rendue?|se rend|se rendra|doit se rendre"
    r"|devrait se rendre|est reçue?|a été reçue?|sera reçue?|était reçue?|est attendue?|est arrivée?)(?: une)?"
    r"(?: (?:visite|officielle|d'[ÉE]tat|de travail|quant à (?:lui|elle)|\w{2,5}di|dimanche)){0,4} (?:à|en|au|aux) "
)
_VISIT = re.compile(
    r"visites? (?:(?:officielle|d'[ÉE]tat|de travail|historique) )?(?P<to>(?:à|en|au|aux) [A-ZÀ-Ý][\w'-]+ )?"
    r"(?:du |de la |de l'|de )$"
)
_HEADING = re.compile(r"^\W*(?:visites?|déplacements?) (?P<who>[\w-]+)(?: [\w-]+)? (?:en|au|aux|à) [^.;\n]{2,40}$")
_LINES_UNDER = 12
_TO = re.compile(r" (?:à|en|au|aux) ")
_STOPS = ".;!?\n"
_CLEARLY = 3


def settled(
    page: Page, spans: Sequence[Span], held: Sequence[Held], offices: Sequence[Office], spoken_of: Mapping[str, int]
) -> list[Held]:
    """The roles, with the country or the organisation that the rest of the text gives to their offices."""
    if not held:
        return []
    reader = _Reader(page, spans, spoken_of)
    found = [reader.completed(one) for one in held]
    return _by_demonym(page, spans, found, offices)


class _Reader:
    """Asks one sign after the other; the first that answers decides."""

    def __init__(self, page: Page, spans: Sequence[Span], spoken_of: Mapping[str, int]) -> None:
        self.page, self.spans, self.spoken_of = page, spans, spoken_of
        self.states = page.lexicon.rules.states
        self.signs = (self._only, self._opening, self._travels, self._ending, self._french, self._headed)

    def completed(self, one: Held) -> Held:
        """The same, with what the text says of its office elsewhere."""
        role, office = one.role, one.office
        if office is None or role.country or role.organisation:
            return one
        if office.town and (country := self._at(*office.town)):
            return replace(one, role=replace(role, country=country))
        if not office.plural and (owner := self._owner(one, office)):
            return replace(one, role=owner)
        if not self.states.offices.give(role.title):
            return one
        country = next((code for sign in self.signs if (code := sign(one, office))), None)
        return replace(one, role=replace(role, country=country)) if country else one

    def _at(self, start: int, end: int) -> str | None:
        """The country of the place that stands here."""
        form = self.page.plain[start:end]
        place = link_places.choose(self.page, form, Span(start, end, "LOC", "", 0), self.spoken_of)
        return place.country if place else None

    def _owner(self, one: Held, office: Office) -> Role | None:
        """« EDF et son PDG, X »: of the organisation named before; « les États-Unis, dont le président, X »."""
        own = _OWN.search(self.page.plain[max(0, office.start - 9) : office.start])
        if own is None:
            return None
        start = max(self.page.plain.rfind(stop, 0, office.start) for stop in _STOPS)
        before = [s for s in self.spans if start < s.start and s.end < office.start]
        owner = next((s for s in reversed(before) if s.label != "PER"), None)
        if owner is None or any(s.label == "PER" and s.start > owner.start for s in before):
            return None
        if owner.label == "LOC":
            country = owner.country if self.states.offices.give(one.role.title) else None
            return replace(one.role, country=country) if country else None
        return replace(one.role, organisation=self.page.text[owner.start : owner.end])

    def _only(self, one: Held, _office: Office) -> str | None:
        """A title that one state alone gives."""
        return self.states.only.get(one.role.title.replace("’", "'"))

    def _opening(self, _one: Held, office: Office) -> str | None:
        """« À Ottawa, la ministre … »: the capital is her state's."""
        opening = _OPENING.search(self.page.plain[max(0, office.start - 45) : office.start])
        if opening is None:
            return None
        place = max(self.page.lexicon.places(opening["town"]), key=lambda p: p.population, default=None)
        capital = place and place.country and self.page.lexicon.gazetteer.capital(place.country) == place.name
        return place.country if place and capital else None

    def _travels(self, one: Held, office: Office) -> str | None:
        """Who travels to one of the two states that a text is about comes from the other."""
        two = _two(self.spoken_of)
        span = self.spans[one.span]
        if not two or office.plural:
            return None
        there = self._destination(span, office)
        return next((code for code in two if code != there), None) if there in two else None

    def _destination(self, span: Span, office: Office) -> str | None:
        visit = _VISIT.search(self.page.plain[max(0, office.start - 60) : office.start])
        if visit and visit["to"]:
            return self._place_in(office.start - len(visit[0]), office.start)
        behind = _TRAVELS.match(self.page.plain, span.end) or (visit and _TO.match(self.page.plain, span.end))
        return self._place_in(behind.end(), behind.end() + 1) if behind else None

    def _place_in(self, start: int, end: int) -> str | None:
        place = next((s for s in self.spans if s.label == "LOC" and start <= s.start < end), None)
        return (place.country or self._at(place.start, place.end)) if place else None

    def _headed(self, one: Held, _office: Office) -> str | None:
        """« Visites françaises au Chili »: who stands first in a line below is the visitor."""
        span = self.spans[one.span]
        line = self.page.lower.rfind("\n", 0, span.start)
        if one.span and (last := self.spans[one.span - 1]).label == "PER" and last.start > line:
            return None
        for _ in range(_LINES_UNDER):
            above, line = line, self.page.lower.rfind("\n", 0, max(0, line))
            heading = _HEADING.match(self.page.lower[line + 1 : above][:100]) if above > 0 else None
            if heading or above <= 0:
                return self.page.lexicon.demonym(heading["who"]) if heading else None
        return None

    def _ending(self, one: Held, _office: Office) -> str | None:
        """A surname of the manner of one of the states spoken of, and of no other."""
        name = self.page.plain[self.spans[one.span].start : self.spans[one.span].end].lower()
        codes = {code for rule in self.states.endings if name.endswith(rule.words) for code in rule.countries}
        fit = sorted(((n, code) for code, n in self.spoken_of.items() if code in codes), reverse=True)
        clear = fit and (len(fit) == 1 or fit[0][0] >= _CLEARLY * sum(n for n, _ in fit[1:]))
        return fit[0][1] if clear else None

    def _french(self, one: Held, _office: Office) -> str | None:
        """A French given name, where all other states spoken of have none such."""
        given = self.page.plain[self.spans[one.span].start : self.spans[one.span].end].partition(" ")
        if not given[2] or given[0] not in self.states.french.given_names or "FR" not in self.spoken_of:
            return None
        return "FR" if self.spoken_of.keys() <= {"FR", *self.states.french.elsewhere} else None


def _two(spoken_of: Mapping[str, int]) -> tuple[str, ...]:
    """The two states that a text is about: any other is spoken of far less."""
    most = sorted(((n, code) for code, n in spoken_of.items()), reverse=True)
    if len(most) < 2 or (len(most) > 2 and most[2][0] * 2 > most[1][0]):
        return ()
    return most[0][1], most[1][1]


def _by_demonym(page: Page, spans: Sequence[Span], held: list[Held], offices: Sequence[Office]) -> list[Held]:
    """« le président belge », said of nobody, is the president of the text whose country nothing else tells."""
    taken = {one.office.start for one in held if one.office}
    for office in offices:
        if office.start in taken or office.plural or office.relation or len(office.countries) != 1:
            continue
        if office.organisation or not page.lexicon.rules.states.offices.give(office.title):
            continue
        held = _given(page, spans, held, office)
    return held


def _given(page: Page, spans: Sequence[Span], held: list[Held], office: Office) -> list[Held]:
    same = [one for one in held if one.role.title.lower() == office.title.lower() and not one.role.organisation]
    if any(one.role.country == office.countries[0] for one in same):
        return held
    names = {_last_word(page, spans[one.span]) for one in same if one.role.country is None}
    known = {_last_word(page, spans[one.span]) for one in same if one.role.country}
    before = [one for one in same if one.role.country is None and spans[one.span].start < office.start]
    if len(names - known) != 1 or not before:
        return held
    country = office.countries[0]
    return [replace(one, role=replace(one.role, country=country)) if one in before else one for one in held]


def _last_word(page: Page, span: Span) -> str:
    text = page.plain[span.start : span.end]
    return page.lexicon.fold(text[text.rfind(" ") + 1 :])
