"""What events of one sentence or paragraph tell each other: that one lies within another, when, and where."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.annotate.events import merging, when
from pipeline.annotate.events.actors import Actor
from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.tokens import Sentence
from pipeline.annotate.events.words import Words
from pipeline.records import DateMention


def where_it_is(drafts: Sequence[Draft]) -> None:
    """« s'est rendu au forum d'Oslo »: the visit is where the forum is."""
    for visit in drafts:
        for event in drafts:
            behind = 0 <= event.trigger.start - visit.trigger.end <= 8
            if visit.type == "visit" and event.type == "gathering" and behind and not visit.places:
                visit.places = event.places


def there_again(drafts: Sequence[Draft]) -> None:
    """« s'est rendu à Oslo en 2018, puis de nouveau en 2022 »: to Oslo."""
    for before, draft in pairwise(drafts):
        if draft.trigger.again and not draft.places and draft.type == before.type:
            draft.places = before.places


def carry_dates(drafts: Sequence[Draft]) -> None:
    """« de passage à Oslo le 17 octobre, X a reçu Y et a visité Z »: all of that day."""
    for before, draft in pairwise(drafts):
        verb = draft.trigger.verb
        if draft.dated or not before.attached or not verb or verb.tense in ("participle", "infinitive", "gerund"):
            continue
        between = [draft.sentence.low(k) for k in range(before.trigger.end, verb.start)]
        going_on = between[-1:] == ["et"] or _adverbial(before)
        if going_on and not {";", ":", "qui", "dont", "que", "où"} & set(between) and draft.status == before.status:
            draft.days, draft.dated = before.days, True


def _adverbial(draft: Draft) -> bool:
    low = draft.sentence.low(draft.trigger.head - 1)
    return draft.trigger.verb is None and draft.type == "visit" and low in ("en", "de", "d'")


def shared_out(
    drafts: Sequence[tuple[Draft, when.When]], dates: Sequence[DateMention]
) -> list[tuple[Draft, when.When]]:
    """« décollage et atterrissage en mai et juin »: the first day to the first, the second to the second."""
    found = list(drafts)
    for i, ((a, _), (b, dated)) in enumerate(pairwise(drafts)):
        side_by_side = not a.trigger.verb and not b.trigger.verb and 0 < b.trigger.start - a.trigger.end <= 2
        if side_by_side and a.type == b.type and not a.attached and len(dated.own) == 2:
            for j, draft in enumerate((a, b)):
                draft.days = when.span(dates[draft.sentence.refs[dated.own[j]]], draft.type)
                draft.dated = draft.attached = True
                found[i + j] = (draft, when.When())
    return found


class Before(NamedTuple):
    """What the paragraph has told: the last sentence's subject, the last place named, the last gathering or visit."""

    subject: Callable[[], tuple[Actor, ...]]
    places: Callable[[], tuple[int, ...]]
    setting: Draft | None


SETTINGS = ("visit", "meeting", "gathering")


_SET = ("agreement", "statement")


def settle(drafts: Sequence[Draft], before: Before) -> None:
    """« Onze accords y ont été signés »: there, and where nothing else is said, then."""
    for draft in drafts:
        verb = draft.trigger.verb
        if verb and not draft.places and "y" in (draft.sentence.low(k) for k in range(verb.start, verb.end)):
            draft.places = before.places()
        setting = before.setting
        alone = not draft.dated and draft.within is None and draft.type in _SET
        told = verb.tense in ("present", "past") if verb else draft.trigger.object is not None
        if setting and alone and told and setting.status == "occurred":
            if not draft.places or set(draft.places) & set(setting.places):
                draft.within = setting
                draft.days, draft.dated = setting.days, setting.dated
                draft.places = draft.places or setting.places
        elif setting and draft.type == "meeting" and not draft.places and _same_stay(draft, setting):
            draft.within, draft.places = setting, setting.places
            if not draft.dated and setting.days[0] and setting.days[0] == setting.days[1]:
                draft.days, draft.dated = setting.days, True


def _same_stay(draft: Draft, setting: Draft) -> bool:
    """Someone who meets is the one on the visit, and the days agree."""
    if setting.type != "visit" or not set(draft.participants) & set(setting.participants):
        return False
    if draft.status != setting.status or draft.negated or not draft.dated:
        return draft.status == setting.status and not draft.negated and not draft.dated
    return setting.days != (None, None) and merging.compatible(draft.days, setting.days)


def tie(sentence: Sentence, drafts: Sequence[Draft], known: Words) -> None:
    """« signé lors de la visite »: the one happened within the other, and then. « avant le forum »: not later."""
    for outer in drafts:
        words = "" if outer.trigger.verb else _introduction(sentence, outer, known)
        for inner in drafts if words else ():
            if inner is outer or inner.within is not None or outer.within is inner:
                continue
            if not (_right_before(inner, outer, drafts) if words == "avant" else _main(inner, outer, drafts)):
                continue
            unknown = inner.days == (None, None) and not inner.dated
            if words == "avant" and unknown and outer.trigger.start - inner.trigger.end < 12:
                inner.days, inner.dated = (None, outer.days[1]), outer.days[1] is not None
            elif words == "lors":
                inner.within = outer
                if unknown:
                    inner.days, inner.dated = outer.days, outer.dated
                if not inner.places and inner.type in ("agreement", "meeting", "statement"):
                    inner.places = outer.places


def _introduction(sentence: Sentence, draft: Draft, known: Words) -> str:
    at = draft.trigger.head
    before = " " + " ".join(sentence.low(k) for k in range(max(0, at - 7), at)) + " "
    if any(f" {words} " in before for words in known["during"]):
        return "lors"
    return "avant" if " avant " in before and " avant de " not in before else ""


def _right_before(inner: Draft, outer: Draft, drafts: Sequence[Draft]) -> bool:
    before = [d for d in drafts if d.trigger.start < outer.trigger.start]
    return bool(before) and inner is before[-1]


def _main(inner: Draft, outer: Draft, drafts: Sequence[Draft]) -> bool:
    """The one right before « lors de », or, where the sentence starts with it, all behind."""
    if outer.trigger.start <= 6:
        return inner.trigger.start > outer.trigger.start and inner.type != outer.type
    before = [d for d in drafts if d.trigger.start < outer.trigger.start]
    return bool(before) and inner is before[-1] and inner.type != outer.type
