"""What events of one sentence tell each other: that one lies within another, when, and where."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.finding.announced import with_announcer
from pipeline.annotate.events.grammar.tokens import DATE, Sentence
from pipeline.annotate.events.knowledge.words import Words
from pipeline.annotate.events.once.one_telling import brought_together
from pipeline.annotate.events.when_where import when
from pipeline.annotate.events.when_where.setting import SETTINGS, told_back
from pipeline.annotate.events.who.actors import Actor
from pipeline.records import DateMention


def tell_each_other(sentence: Sentence, drafts: Sequence[Draft], actors: Sequence[Actor], known: Words) -> None:
    """All of this, in order."""
    if len(drafts) > 1:
        brought_together(drafts)
        one_day_apart(sentence, drafts)
        tie(sentence, drafts, known)
        with_announcer(drafts)
        in_its_course(sentence, drafts, known)
    place_before(sentence, drafts, actors, known)
    if len(drafts) > 1:
        where_it_is(drafts)
        there_again(drafts)
        carry_dates(drafts)


def where_it_is(drafts: Sequence[Draft]) -> None:
    """« s'est rendu au forum d'Oslo »: the visit is where the forum is."""
    for visit in drafts:
        for event in drafts:
            behind = 0 <= event.trigger.start - visit.trigger.end <= 8
            apart = {"avant", "après"} & set(visit.sentence.lows[visit.trigger.end : event.trigger.start])
            if visit.type == "visit" and event.type == "gathering" and behind and not visit.places and not apart:
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
        if draft.dated or not before.dated or not verb or verb.tense in ("participle", "infinitive", "gerund"):
            continue
        between = [draft.sentence.low(k) for k in range(before.trigger.end, verb.start)]
        going_on = between[-1:] in (["et"], ["puis"]) or _adverbial(before)
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


def tie(sentence: Sentence, drafts: Sequence[Draft], known: Words) -> None:
    """« signé lors de la visite »: the one happened within the other, and then. « avant le forum »: not later."""
    for outer in drafts:
        words = "" if outer.trigger.verb else _introduction(sentence, outer, known)
        for inner in drafts if words else ():
            if inner is outer or inner.within is not None or outer.within is inner:
                continue
            if not (_right_before(inner, outer, drafts) if words == "avant" else _main(inner, outer, drafts)):
                continue
            if words == "avant":
                _not_later(inner, outer)
            elif words == "lors":
                _during(inner, outer)


def place_before(sentence: Sentence, drafts: Sequence[Draft], actors: Sequence[Actor], known: Words) -> None:
    """« promis en mai 2012 à Oslo, lors du forum »: the forum was there."""
    for draft in drafts:
        if draft.places or draft.trigger.verb or _introduction(sentence, draft, known) != "lors":
            continue
        near = range(draft.trigger.head - 1, max(draft.trigger.head - 7, 0), -1)
        at = next((k for k in near if sentence.low(k) in _DURING), 0)
        for a in actors:
            if (
                a.label == "LOC"
                and a.preposition in ("à", "en")
                and 0 <= at - a.end <= 5
                and _right_behind(draft, a, at)
            ):
                draft.places = a.entities


def _right_behind(draft: Draft, place: Actor, at: int) -> bool:
    """Nothing but a day stands between the place and « lors de »."""
    sentence = draft.sentence
    return all(sentence.kinds[k] == DATE or sentence.lows[k] in _SMALL for k in range(place.end, at))


_DURING = frozenset({"lors", "marge", "cours", "pendant", "durant", "occasion", "issue"})
_SMALL = frozenset({",", "en", "le", "au", "à", "l'", "les", "ce", "fin", "début"})


def _not_later(inner: Draft, outer: Draft) -> None:
    near = outer.trigger.start - inner.trigger.end < 12
    if near and not inner.dated and inner.days == (None, None):
        inner.days, inner.dated = (None, outer.days[1]), outer.days[1] is not None


def _during(inner: Draft, outer: Draft) -> None:
    """The inner one has the outer one's day, and each the other's place, where it has none of its own."""
    inner.within = outer
    if inner.days == (None, None) and not inner.dated:
        inner.days, inner.dated = outer.days, outer.dated
    month = inner.attached and None not in inner.days and inner.days[0] != inner.days[1]
    if month and not outer.dated and inner.status == outer.status and outer.type in SETTINGS:
        outer.days, outer.dated = inner.days, True  # « conclu en mai 2012 lors de la visite »; a day is not all of it
    if not outer.places and outer.participants and outer.type in SETTINGS:
        outer.places = inner.places
    if not inner.places and inner.type in ("agreement", "meeting", "statement"):
        inner.places = outer.places


def in_its_course(sentence: Sentence, drafts: Sequence[Draft], known: Words) -> None:
    """« une visite au cours de laquelle … », « s'est rendu à Oslo, où … »: within that visit, then and there."""
    for inner in drafts:
        at = _relative(sentence, inner, known)
        before = [d for d in drafts if at >= 0 and d.trigger.end <= at and d.type in SETTINGS]
        if not before or before[-1] is inner:
            continue
        outer = before[-1]
        there = {e for a in inner.around.slots.get("où", ()) for e in a.entities}
        if sentence.low(at) == "où" and not there & set(outer.places):
            continue
        inner.within = inner.within or outer
        if not inner.dated and outer.status == inner.status and not (told_back(inner) and _leaves(outer)):
            inner.days, inner.dated = outer.days, outer.dated
        if not inner.places and inner.type != "visit" and sentence.low(at) not in known["when"]:
            inner.places = outer.places


def _leaves(draft: Draft) -> bool:
    """« de retour d'Oslo »: what the day is of is the way back, not the stay."""
    return draft.type == "visit" and "de" in draft.trigger.rule.places


def _relative(sentence: Sentence, draft: Draft, known: Words) -> int:
    """The « laquelle » or « où » that opens the clause of a trigger, or -1."""
    for k in range(draft.trigger.start - 1, max(draft.trigger.start - 16, 0), -1):
        low = sentence.low(k)
        if low == "où" or low in known["when"]:
            return k
        if low in known["in which"]:
            said = " ".join(sentence.low(j) for j in range(max(0, k - 5), k)) + " "
            return k if any(f"{words} " in said for words in known["during"]) else -1
        if low in (";", ":", "qui", "que", "dont"):
            return -1
    return -1


def among_them(drafts: Sequence[Draft]) -> None:
    """« Onze accords ont été signés, parmi lesquels un contrat entre X et Y »: then and there."""
    for part in drafts:
        whole = next((d for d in reversed(drafts) if d.trigger.head < part.trigger.head), part)
        between = {part.sentence.low(k) for k in range(whole.trigger.end, part.trigger.start)}
        one_of_them = not between.isdisjoint(_AMONG) or (whole.listed and "et" in between)
        if part.type != "agreement" or whole.type != "agreement" or part.trigger.verb or part.dated or not one_of_them:
            continue
        part.listed = True
        part.within = whole
        part.days, part.dated = whole.days, whole.dated
        part.places = part.places or whole.places


_AMONG = ("lesquels", "lesquelles", "dont", "notamment", "compris")


def one_day_apart(sentence: Sentence, drafts: Sequence[Draft]) -> None:
    """« X a été reçu jeudi, au lendemain d'une visite à Oslo »: that was on Wednesday."""
    for draft in drafts:
        before = sentence.lows[max(0, draft.trigger.head - 5) : draft.trigger.head]
        lag = -1 if "lendemain" in before else 1 if "veille" in before else 0
        other = next((d for d in reversed(drafts) if d.trigger.end <= draft.trigger.start and d.attached), None)
        if not lag or draft.trigger.verb or draft.dated or other is None or None in other.days:
            continue
        first, last = other.days
        if first and first == last:
            draft.days = first + timedelta(days=lag), first + timedelta(days=lag)
            draft.dated = True


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
