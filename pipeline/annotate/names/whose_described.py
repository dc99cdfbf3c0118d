"""Offices said of nobody: « le président belge » is somebody whom the text has named."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.annotate.names.offices import Office
from pipeline.annotate.names.page import Span
from pipeline.annotate.names.roles import Held
from pipeline.annotate.names.whose_setting import Setting
from pipeline.records import Role

_THE = ("le ", "la ", "l'", "du ", "au ")
_COUNTERPART = re.compile(r"[^.;:\n]{0,40}\bson homologue(?P<whose> \w+)?,? (?:M\. |Mme )?")
_MET = re.compile(
    r"\b(?:visites? (?:\w+ ){0,2}d(?:e |')|avec |[Rr]ecevant |[Rr]eçu |[Aa]ccueilli |[Aa]ccueillant )(?:M\. |Mme )?$"
)


def described(setting: Setting, held: list[Held], offices: Sequence[Office]) -> list[Held]:
    """The roles, with those that the text gives by description; `offices` are those of states."""
    taken = {one.office.start for one in held if one.office}
    pairs = _counterparts(setting, held)
    for office in offices:
        if office.start in taken or office.plural or office.relation or len(office.countries) != 1:
            continue
        if office.organisation or not setting.page.lower.endswith(_THE, 0, office.start):
            continue
        held = _given(setting, held, office)
        held = held + _new(setting, held, office, pairs)
    return held


def _given(setting: Setting, held: list[Held], office: Office) -> list[Held]:
    """The president of the text whose country nothing else tells."""
    same = [one for one in held if one.role.title.lower() == office.title.lower() and not one.role.organisation]
    if any(one.role.country == office.countries[0] for one in same):
        return held
    spans = setting.spans
    names = {setting.last_word(spans[one.span]) for one in same if one.role.country is None}
    known = {setting.last_word(spans[one.span]) for one in same if one.role.country}
    before = [one for one in same if one.role.country is None and spans[one.span].start < office.start]
    if len(names - known) != 1 or not before:
        return held
    country = office.countries[0]
    return [replace(one, role=replace(one.role, country=country)) if one in before else one for one in held]


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


def _new(
    setting: Setting, held: Sequence[Held], office: Office, pairs: Sequence[tuple[int, int, str | None]]
) -> list[Held]:
    """The role of somebody who has none yet."""
    country = office.countries[0]
    if any(one.role.title.lower() == office.title.lower() and one.role.country == country for one in held):
        return []
    for a, b, whose in pairs:
        if whose and setting.spans[b].start < office.start and country in (whose, *setting.two):
            first = country if country != whose else setting.other(whose)
            return [_role(office, a, first), _role(office, b, whose)] if first else []
    somebody = _just_named(setting, held, office)
    return [] if somebody is None else [_role(office, somebody, country)]


def _role(office: Office, span: int, country: str | None) -> Held:
    return Held(span, Role(office.title, None, country), None, office)


def _just_named(setting: Setting, held: Sequence[Held], office: Office) -> int | None:
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
    busy = {setting.last_word(setting.spans[one.span]) for one in held if one.role.country or one.role.organisation}
    return None if word in busy else span


def _foreign(setting: Setting, span: Span, country: str) -> bool:
    """A name that is not at home in the country."""
    name = setting.name(span).lower()
    codes = {code for rule in setting.states.endings if name.endswith(rule.words) for code in rule.countries}
    return (setting.is_french(span) and country in setting.states.french.elsewhere) or bool(
        codes and country not in codes
    )
