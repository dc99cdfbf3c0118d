"""Whose an office is where no word beside it says so: what else in the text decides it, or nothing does."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.annotate.names.offices import Office
from pipeline.annotate.names.page import Page, Span
from pipeline.annotate.names.roles import Held
from pipeline.annotate.names.whose.described import described
from pipeline.annotate.names.whose.setting import Setting
from pipeline.annotate.names.whose.signs import Signs
from pipeline.annotate.names.whose.together import together
from pipeline.records import Role

_OWN = re.compile(r"(?:\b(?:son|sa)|\bdont l[ea]) $")
_RUN_IN = re.compile(r"(?:[*_ ]{0,3}[.:]|[*_]{0,3} [–—-] |[*_]{0,3}\n)")


def settled(
    page: Page, spans: Sequence[Span], held: Sequence[Held], offices: Sequence[Office], spoken_of: Mapping[str, int]
) -> list[Held]:
    """The roles, with the country or the organisation that the rest of the text gives to their offices."""
    if not held and not any(office.countries for office in offices):
        return []
    setting = Setting(page, spans, spoken_of)
    reader = _Reader(setting)
    found = [reader.completed(one) for one in held]
    found = together(setting, found)
    return described(setting, found, [office for office in offices if setting.states.offices.give(office.title)])


class _Reader:
    """Says whose an office is: of the place in its complement, of whom it is said, or by the signs of the text."""

    def __init__(self, setting: Setting) -> None:
        self.setting, self.page, self.signs = setting, setting.page, Signs(setting)

    def completed(self, one: Held) -> Held:
        """The same, with what the text says of its office elsewhere."""
        role, office = one.role, one.office
        if office is None or role.country:
            return one
        if role.organisation:
            return replace(one, role=replace(role, country=self._body(role.organisation)))
        if office.town and (country := self._seat(office.town[0]) or self.setting.at(*office.town)):
            return replace(one, role=replace(role, country=country))
        if not office.plural and (owner := self._owner(one, office) or self._headed(one, office)):
            return replace(one, role=owner)
        country = self._country(one, office)
        return replace(one, role=replace(role, country=country)) if country else one

    def _country(self, one: Held, office: Office) -> str | None:
        title = one.role.title
        if country := self.signs.by_title(one):
            return country
        if self.setting.states.offices.give(title):
            return self.signs.of_state(one, office)
        return (
            self.signs.of_envoy(one, office) if title.lower().startswith(self.setting.states.offices.envoys) else None
        )

    def _body(self, organisation: str) -> str | None:
        """The country of the body; of a chamber, the one state spoken of that has one of its name."""
        lexicon = self.page.lexicon
        chambers = lexicon.rules.parliaments.bodies.get(lexicon.fold(organisation), ())
        having = [code for code in chambers if code in self.setting.spoken_of]
        return self.setting.bodies.get(organisation) or (having[0] if len(having) == 1 else None)

    def _seat(self, at: int) -> str | None:
        """« la porte-parole du Kremlin »."""
        seats = self.setting.states.seats
        return next((code for seat, code in seats.items() if self.page.plain.startswith(seat, at)), None)

    def _owner(self, one: Held, office: Office) -> Role | None:
        """« EDF et son PDG, X »: of the organisation named before; « les États-Unis, dont le président, X »."""
        own = _OWN.search(self.page.plain[max(0, office.start - 9) : office.start])
        if own is None:
            return None
        start, _ = self.setting.sentence(office.start)
        before = self.setting.inside(max(start, office.start - 300), office.start - len(own[0]), "PER", "ORG", "LOC")
        owner = before[-1] if before else None
        if owner is None or owner.label == "PER":
            return None
        if owner.label == "LOC":
            country = self.setting.of(owner) if self.setting.states.offices.give(one.role.title) else None
            return replace(one.role, country=country) if country else None
        return replace(one.role, organisation=self.page.text[owner.start : owner.end])

    def _headed(self, one: Held, office: Office) -> Role | None:
        """« Sabatier. … Anna Berg, directrice générale, … »: of the firm whose name heads the paragraph."""
        if not one.role.title.lower().startswith(self.setting.states.offices.of_firms):
            return None
        start, _ = self.setting.paragraph(office.start)
        above, _ = self.setting.paragraph(max(0, start - 3))
        for begin in (start, above):
            first = next(iter(self.setting.inside(begin, office.start, "PER", "ORG", "LOC")), None)
            if first is None or first.label != "ORG" or self.page.plain[begin : first.start].strip("*_#- "):
                continue
            if _RUN_IN.match(self.page.plain, first.end):
                return replace(one.role, organisation=self.page.text[first.start : first.end])
        return None
