"""Whose an office is, told by those who are named together with its holder."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotate.names.roles import Held
from pipeline.annotate.names.whose.phrases import phrases
from pipeline.annotate.names.whose.setting import Setting

_APART = 160


def together(setting: Setting, held: Sequence[Held]) -> list[Held]:
    """The roles; who travels with, or receives beside, somebody of a known state is of the same one."""
    found = list(held)
    known = {setting.last_word(setting.spans[one.span]): one.role.country for one in found if one.role.country}
    for n, one in enumerate(found):
        if one.role.country or one.role.organisation or not setting.states.offices.give(one.role.title):
            continue
        beside = _beside(setting, one)
        country = known.get(setting.last_word(setting.spans[beside])) if beside is not None else None
        if country:
            found[n] = _of(one, country)
            known.setdefault(setting.last_word(setting.spans[one.span]), country)
    return _pairs(setting, found)


def _beside(setting: Setting, one: Held) -> int | None:
    """« reçus par A, puis par B »; « A est venu. Le ministre B était du voyage »: the span of A."""
    span, words = setting.spans[one.span], phrases(setting.states.signs)
    before = next((n for n in range(one.span - 1, max(-1, one.span - 6), -1) if setting.spans[n].label == "PER"), None)
    if before is None or span.start - setting.spans[before].end > _APART:
        return None
    if setting.spans[before].start >= setting.sentence(span.start)[0]:
        joined = words.beside.search(setting.page.plain, setting.spans[before].end, span.start)
    else:
        joined = words.along.match(setting.page.plain, span.end)
    return before if joined else None


def _pairs(setting: Setting, held: list[Held]) -> list[Held]:
    """« les présidents A et B » of a text about two states: where one is known, the other is known too."""
    pairs: dict[int, list[int]] = defaultdict(list)
    for n, one in enumerate(held):
        if (
            one.office
            and one.office.plural
            and not one.office.countries
            and setting.states.offices.give(one.role.title)
        ):
            pairs[one.office.start].append(n)
    for pair in pairs.values():
        if len(pair) != 2 or held[pair[0]].span == held[pair[1]].span:
            continue
        for n, other in (pair, pair[::-1]):
            if held[n].role.country is None and (country := setting.other(held[other].role.country)):
                held[n] = _of(held[n], country)
    return held


def _of(one: Held, country: str | None) -> Held:
    return replace(one, role=replace(one.role, country=country))
