"""Offices said of nobody: « le président belge » is somebody whom the text has named."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.annotate.names.offices import Office
from pipeline.annotate.names.page import Span
from pipeline.annotate.names.roles import Held
from pipeline.annotate.names.whose.setting import Setting
from pipeline.records import Role

_THE = ("le ", "la ", "l'", "du ", "au ")
_COUNTERPART = re.compile(r"[^.;:\n]{0,40}\bson homologue(?P<whose> \w+)?,? (?:M\. |Mme )?")
_MET = re.compile(
    r"\b(?:visites? (?:\w+ ){0,2}d(?:e |')|avec |[Rr]ecevant |[Rr]eçu |[Aa]ccueilli |[Aa]ccueillant )(?:M\. |Mme )?$"
)

_PAIRS = 8
"""So many counterparts named before are asked."""


def described(setting: Setting, held: list[Held], offices: Sequence[Office]) -> list[Held]:
    """The roles, with those that the text gives by description; `offices` are those of states."""
    taken = {one.office.start for one in held if one.office}
    told = _Told(setting, held)
    for office in offices:
        if office.start in taken or office.plural or office.relation or len(office.countries) != 1:
            continue
        if not office.organisation and setting.page.lower.endswith(_THE, 0, office.start):
            told.hear(office)
    return told.held


class _Told:
    """The roles told so far, and what descriptions add to them."""

    def __init__(self, setting: Setting, held: Sequence[Held]) -> None:
        self.setting, self.held = setting, list(held)
        self._pairs = _counterparts(setting, held)
        self._by_title: dict[str, list[int]] = defaultdict(list)
        self._known = {(one.role.title.lower(), one.role.country) for one in held if not one.role.organisation}
        self._vain: set[str] = set()
        self._busy = {self._word(one) for one in held if one.role.country or one.role.organisation}
        for n, one in enumerate(held):
            if not one.role.organisation:
                self._by_title[one.role.title.lower()].append(n)
        starts = {title: [setting.spans[held[n].span].start for n in those] for title, those in self._by_title.items()}
        self._first = {title: min(those) for title, those in starts.items()}

    def hear(self, office: Office) -> None:
        """Give the office to whom it is said of, if to anybody."""
        title, country = office.title.lower(), office.countries[0]
        if (title, country) not in self._known:
            self._give(title, country, office.start)
        if (title, country) not in self._known:
            for one in self._new(office, country):
                self.held.append(one)
                self._known.add((title, one.role.country))
                self._busy.add(self._word(one))

    def _word(self, one: Held) -> str:
        return self.setting.last_word(self.setting.spans[one.span])

    def _give(self, title: str, country: str, at: int) -> None:
        """The president of the text whose country nothing else tells."""
        if title in self._vain or at < self._first.get(title, at):
            return
        open_ = [n for n in self._by_title.get(title, ()) if self.held[n].role.country is None]
        if not open_:
            return
        known = {self._word(self.held[n]) for n in self._by_title[title] if self.held[n].role.country}
        if len({self._word(self.held[n]) for n in open_} - known) != 1:
            self._vain.add(title)
            return
        for n in open_:
            one = self.held[n]
            if self.setting.spans[one.span].start < at:
                self.held[n] = replace(one, role=replace(one.role, country=country))
                self._known.add((title, country))

    def _new(self, office: Office, country: str) -> list[Held]:
        """The role of somebody who has none yet."""
        k = bisect_right(self._pairs, office.start, key=lambda pair: self.setting.spans[pair[1]].start)
        for a, b, whose in self._pairs[max(0, k - _PAIRS) : k]:
            if whose and country in (whose, *self.setting.two):
                first = country if country != whose else self.setting.other(whose)
                return [_role(office, a, first), _role(office, b, whose)] if first else []
        somebody = _just_named(self.setting, self._busy, office)
        return [] if somebody is None else [_role(office, somebody, country)]


def _counterparts(setting: Setting, held: Sequence[Held]) -> list[tuple[int, int, str | None]]:
    """« A et son homologue chilien B », both without an office: their spans and the country of the second."""
    busy = {one.span for one in held}
    found = []
    people = [n for n, span in enumerate(setting.spans) if span.label == "PER"]
    for a, b in pairwise(people):
        one, other = setting.spans[a], setting.spans[b]
        joint = setting.page.plain[one.end : other.start] if other.start - one.end < 80 else ""
        match = _COUNTERPART.fullmatch(joint)
        if match and not {a, b} & busy:
            whose = match["whose"]
            found.append((a, b, setting.page.lexicon.demonym(whose.strip()) if whose else None))
    return found


def _role(office: Office, span: int, country: str | None) -> Held:
    return Held(span, Role(office.title, None, country), None, office)


def _just_named(setting: Setting, busy: set[str], office: Office) -> int | None:
    """« une visite de X à Oslo. … le Premier ministre chilien … »: the one person named just before."""
    start, _ = setting.sentence(office.start)
    before, _ = setting.sentence(max(0, start - 2))
    if start - before > 400 or office.start - start > 300:
        return None
    low = setting.paragraph(office.start)[0]
    country = office.countries[0]
    named = [s for s in setting.inside(max(low, before), office.start, "PER") if not _foreign(setting, s, country)]
    if len(named) != 1 or not _MET.search(setting.page.plain, max(0, named[0].start - 30), named[0].start):
        return None
    if any(setting.of(place) == country for place in setting.inside(before, start, "LOC")):
        return None
    span = setting.number(named[0])
    word = setting.last_word(named[0])
    return None if word in busy else span


def _foreign(setting: Setting, span: Span, country: str) -> bool:
    """A name that is not at home in the country."""
    name = setting.name(span).lower()
    codes = {code for rule in setting.states.endings if name.endswith(rule.words) for code in rule.countries}
    return (setting.is_french(span) and country in setting.states.french.elsewhere) or bool(
        codes and country not in codes
    )
