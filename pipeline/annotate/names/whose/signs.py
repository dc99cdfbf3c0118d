"""Signs of whose an office is, other than the words beside it: each answers with a country, or not at all."""

import re
from bisect import bisect_right
from functools import cached_property

from pipeline.annotate.names.offices import Office
from pipeline.annotate.names.page import Span
from pipeline.annotate.names.roles import Held
from pipeline.annotate.names.whose.phrases import phrases
from pipeline.annotate.names.whose.setting import Setting

_OPENING = re.compile(r"(?:^|[.!?»\n] ?)À (?P<town>[A-ZÀ-Ý][\w' -]{2,30}?), (?:l[ea] |l')$")
_OPENS = frozenset(("", "L'", "La", "Le", "Les"))
_IN = ("à ", "en ", "au ", "aux ", "À ", "En ", "Au ")
_TO = re.compile(r" (?:à|en|au|aux) ")
_HEADING = re.compile(r"^\W*(?:visites?|déplacements?) (?P<who>[\w-]+)(?: [\w-]+)? (?:en|au|aux|à) [^.;\n]{2,40}$")
_LINES_UNDER = 12
_SIDE = re.compile(r"\bcôté (?P<who>\w+)")
_SLUG = re.compile(r"(?m)^\W{0,4}(?:\d{1,2}[.)] ?)?(?P<place>[A-ZÀ-Ý][^\n:.–|;,]{2,40}?)(?: ?:(?= )| – |$)")
_SHORT_LINE = re.compile(r"(?m)^[^\n]{2,70}(?<![.;,:!?…»])$")
_CLEARLY = 3
_BODIES = frozenset(("ministry", "parliament", "government"))


class Signs:
    """Asks one sign after the other; the first that answers decides."""

    def __init__(self, setting: Setting) -> None:
        self.setting, self.page, self.states = setting, setting.page, setting.states
        self._phrases = phrases(setting.states.signs)
        self._of_state = (
            self._led_france,
            self._governed_france,
            self._opening,
            self._sent,
            self._received,
            self._receives,
            self._travels,
            self._headed,
            self._french,
            self._ending,
            self._side,
            self._slug,
            self._appointed,
            self._not_of_france,
            self._not_french,
            self._bodies,
        )

    def by_title(self, one: Held) -> str | None:
        """A title that one state alone gives, or one of those spoken of."""
        title = one.role.title.replace("’", "'")
        if code := self.states.only.get(title):
            return code
        lower = f" {title.lower()} ".replace("-", " ")
        for part, codes in self.states.some.items():
            if f" {part.replace('-', ' ')} " in lower:
                having = [code for code in codes if code in self.setting.countries]
                return having[0] if len(having) == 1 else None
        return None

    def of_state(self, one: Held, office: Office) -> str | None:
        """The country of a state's office."""
        return next((code for sign in self._of_state if (code := sign(one, office))), None)

    def of_envoy(self, one: Held, office: Office) -> str | None:
        """The country of a member of parliament, an ambassador, an envoy: only the name tells."""
        return self._french(one, office) or self._ending(one, office)

    def _led_france(self, one: Held, _office: Office) -> str | None:
        """« le président Pompidou »: one of those who led France."""
        return "FR" if self._is_head(one) else None

    def _not_of_france(self, one: Held, office: Office) -> str | None:
        """« la France et le Chili … le président Rojas »: a leader of one of two states who never led France."""
        span = self.setting.spans[one.span]
        if office.plural or self.setting.is_french(span) or not self._led(one) or self._is_head(one):
            return None
        return self.setting.other("FR")

    def _governed_france(self, one: Held, _office: Office) -> str | None:
        """« la ministre de la Culture, Rachida Dati »: one of those who were of a French government."""
        return "FR" if self._folded(one) in self.states.french.governed and "FR" in self.setting.countries else None

    def _not_french(self, one: Held, office: Office) -> str | None:
        """« la France et le Chili … le ministre Pedro Rojas »: no French name, where nobody else is spoken of."""
        span, other = self.setting.spans[one.span], self.setting.other("FR")
        if office.plural or " " not in self.setting.name(span) or self.setting.is_french(span):
            return None
        return other if other and {"FR", other}.issuperset(self.setting.near(office.start)) else None

    def _is_head(self, one: Held) -> bool:
        return self._folded(one) in self.states.french.leaders and self._led(one)

    def _folded(self, one: Held) -> str:
        return self.page.lexicon.fold(self.setting.name(self.setting.spans[one.span]))

    def _led(self, one: Held) -> bool:
        return one.role.title.replace("’", "'").lower() in self.states.french.offices

    def _opening(self, _one: Held, office: Office) -> str | None:
        """« À Ottawa, la ministre … »: the capital is her state's."""
        opening = _OPENING.search(self.page.plain[max(0, office.start - 45) : office.start])
        return self.setting.capital(opening["town"]) if opening else None

    def _sent(self, _one: Held, office: Office) -> str | None:
        """« La Norvège y a dépêché le ministre X »: the country that opens the sentence sends its own."""
        start, _ = self.setting.sentence(office.start)
        first = next(iter(self.setting.inside(start, min(start + 12, office.start), "LOC")), None)
        if first is None or not first.country or office.start - first.end > 250:
            return None
        opens = self.page.plain[start : first.start].strip(' -–«»"') in _OPENS
        return first.country if opens and self._phrases.sent.search(self.page.plain, first.end, office.start) else None

    def _received(self, one: Held, office: Office) -> str | None:
        """« à Oslo, elle a été reçue par le ministre X »: the host is at home."""
        at = min(self.setting.spans[one.span].start, office.start)
        start = max(self.setting.sentence(office.start)[0], at - 250)
        before = self.page.plain[max(start, at - 90) : at]
        if not self._phrases.received.search(before) and not self._phrases.met.search(before):
            return None
        entered = [p for p in self.setting.inside(start, at, "LOC") if self.page.plain.endswith(_IN, 0, p.start)]
        there = {self.setting.of(place) for place in entered}
        return there.pop() if len(there) == 1 else None

    def _receives(self, one: Held, _office: Office) -> str | None:
        """« X a reçu à Oslo »: a host receives in his own capital."""
        found = self._phrases.receives.match(self.page.plain, self.setting.spans[one.span].end)
        if found is None:
            return None
        return self.states.seats.get(found["town"]) or self.setting.capital(found["town"])

    def _travels(self, one: Held, office: Office) -> str | None:
        """Who travels to one of the two states that a text is about comes from the other."""
        if not self.setting.two or office.plural:
            return None
        return self.setting.other(self._destination(one, office))

    def _destination(self, one: Held, office: Office) -> str | None:
        span = self.setting.spans[one.span]
        visit = self._phrases.visit.search(self.page.plain[max(0, office.start - 60) : office.start])
        if visit and visit["to"]:
            return self._place_in(office.start - len(visit[0]), office.start)
        behind = self._phrases.travels.match(self.page.plain, span.end) or (
            visit and _TO.match(self.page.plain, span.end)
        )
        return self._place_in(behind.end(), behind.end() + 1) if behind else None

    def _place_in(self, start: int, end: int) -> str | None:
        place = next(iter(self.setting.inside(start, end, "LOC")), None)
        return self.setting.of(place) if place else None

    def _headed(self, one: Held, _office: Office) -> str | None:
        """« Visites françaises au Chili »: who stands first in a line below is the visitor."""
        span = self.setting.spans[one.span]
        line = self.page.lower.rfind("\n", 0, span.start)
        if one.span and (last := self.setting.spans[one.span - 1]).label == "PER" and last.start > line:
            return None
        for _ in range(_LINES_UNDER):
            above, line = line, self.page.lower.rfind("\n", 0, max(0, line))
            heading = _HEADING.match(self.page.lower[line + 1 : above][:100]) if above > 0 else None
            if heading or above <= 0:
                return self.page.lexicon.demonym(heading["who"]) if heading else None
        return None

    def _ending(self, one: Held, _office: Office) -> str | None:
        """A surname of the manner of one of the states spoken of, and of no other."""
        span, spoken_of = self.setting.spans[one.span], self.setting.spoken_of
        name = self.setting.name(span).lower()
        codes = {code for rule in self.states.endings if name.endswith(rule.words) for code in rule.countries}
        fit = sorted(((n, code) for code, n in spoken_of.items() if code in codes), reverse=True)
        if len(fit) < 2:
            return fit[0][1] if fit else None
        if fit[0][0] >= _CLEARLY * sum(n for n, _ in fit[1:]):
            return fit[0][1]
        near = [code for code in self.setting.near(span.start) if code in codes]
        return near[0] if near == [fit[0][1]] and fit[0][0] > fit[1][0] else None

    def _french(self, one: Held, _office: Office) -> str | None:
        """A French given name, where all other states spoken of have none such."""
        span, french, countries = self.setting.spans[one.span], self.states.french, self.setting.countries
        if not self.setting.is_french(span) or "FR" not in countries:
            return None
        if self.setting.spoken_of.keys() <= {"FR", *french.elsewhere}:
            return "FR"
        at_home = {code: countries[code] for code in french.home if code in countries}
        if self._shared(span) and not self.setting.spoken_of.keys() <= {"FR", *french.elsewhere, *at_home}:
            return None
        return "FR" if countries["FR"] >= 2 * sum(at_home.values()) else None

    def _shared(self, span: Span) -> bool:
        """A given name that is French and others' too."""
        return self.setting.name(span).partition(" ")[0] in self.states.french.shared_names

    def _side(self, _one: Held, office: Office) -> str | None:
        """« côté français, A et B »: these are French; who stands before is of the other state."""
        start, end = self.setting.sentence(office.start)
        side = _SIDE.search(self.page.lower, max(start, office.start - 200), min(end, office.end + 200))
        country = self.page.lexicon.demonym(side["who"]) if side else None
        if side is None or country is None:
            return None
        return country if office.start > side.end() else self.setting.other(country)

    def _slug(self, one: Held, office: Office) -> str | None:
        """« Kirghizstan : le Premier ministre … », or a heading that is a country's name alone."""
        k = bisect_right(self._slugs, (office.start, "~")) - 1
        if k < 0:
            return None
        start, code = self._slugs[k]
        after = bisect_right(self._short_lines, start + 1)
        ended = start and after < len(self._short_lines) and self._short_lines[after] < office.start
        span = self.setting.spans[one.span]
        french = self.setting.is_french(span) and not self._shared(span)
        abroad = french and code not in ("FR", *self.states.french.home)
        return None if ended or abroad else code

    @cached_property
    def _slugs(self) -> list[tuple[int, str]]:
        found = []
        for match in _SLUG.finditer(self.page.plain):
            places = self.page.lexicon.places(match["place"])
            if places and places[0].kind == "country" and places[0].country:
                found.append((match.start(), places[0].country))
        return found

    @cached_property
    def _short_lines(self) -> list[int]:
        """Where lines begin that can be headings."""
        return [match.start() for match in _SHORT_LINE.finditer(self.page.plain)]

    def _appointed(self, _one: Held, office: Office) -> str | None:
        """« nommé Premier ministre » in a paragraph that speaks of one country only."""
        if not self._phrases.appointed.search(self.page.plain[max(0, office.start - 20) : office.start]):
            return None
        near = self.setting.near(office.start)
        return near[0] if len(near) == 1 else None

    def _bodies(self, _one: Held, _office: Office) -> str | None:
        """The country of the text's parliament and ministries, where it is written there or speaks most of it."""
        return self._home

    @cached_property
    def _home(self) -> str | None:
        countries = self.setting.countries
        bodies = {
            (s.country, self.setting.name(s)) for s in self.setting.spans if s.label == "ORG" and s.kind in _BODIES
        }
        could = [codes for country, name in bodies if (codes := self._having(country, name))]
        fitting = set(countries).intersection(*could) if could else set()
        if len(fitting) != 1:
            return None
        (code,) = fitting
        rest = sum(countries.values()) - countries[code]
        return code if self.setting.written_in == code or countries[code] >= 2 * rest else None

    def _having(self, country: str | None, name: str) -> set[str]:
        """The countries that a body can be of."""
        bodies = self.page.lexicon.rules.parliaments.bodies
        return {country} if country else set(bodies.get(self.page.lexicon.fold(name), ()))
