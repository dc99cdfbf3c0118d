"""From one sentence with triggers to its drafts: actors, ellipses, dates, places, participants, status."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.annotate.events import actors as acting
from pipeline.annotate.events import context as meaning
from pipeline.annotate.events import drafts as drafting
from pipeline.annotate.events import merging, naming, needs, slots, status, when
from pipeline.annotate.events.actors import Actor
from pipeline.annotate.events.context import Context
from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.ellipsis import completed
from pipeline.annotate.events.holders import holders
from pipeline.annotate.events.rules import EventRules
from pipeline.annotate.events.slots import Surroundings
from pipeline.annotate.events.tokens import Sentence
from pipeline.annotate.events.triggers import Hit, Trigger, triggers
from pipeline.records import DateMention, Evidence, Mention

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Text:
    """One text with all that was found in it before."""

    text: str
    published_on: date | None
    mentions: Sequence[Mention]
    dates: Sequence[DateMention]
    context: Context
    rules: EventRules


def actors_of(sentence: Sentence, found: Sequence[Trigger], text: Text) -> list[Actor]:
    """Everyone and everything that a sentence names or means."""
    heads = frozenset(t.head for t in found)
    named = acting.named(sentence, text.mentions, heads, text.rules.words)
    taken = {k for a in named for k in range(a.start, a.end)}
    meant = [g for g in meaning.groups(sentence, text.context, text.rules) if not taken & set(range(g.start, g.end))]
    taken |= {k for g in meant for k in range(g.start, g.end)}
    held = holders(sentence, taken | heads, text.mentions, text.context, text.rules)
    everyone = sorted([*named, *meant, *held], key=lambda a: (a.start, a.end))
    return acting.joined(sentence, everyone, text.rules.words)


def read(
    sentence: Sentence, hits: Sequence[Hit], text: Text, before: "Before"
) -> tuple[list[Draft], tuple[Actor, ...]]:
    """The drafts of a sentence that meet their rules' needs, and its subject."""
    found = triggers(text.text, sentence, hits, text.mentions, text.rules)
    actors = actors_of(sentence, found, text)
    return _drafts(sentence, found, actors, text, before) if found else [], subject_of(actors)


def _drafts(
    sentence: Sentence, found: list[Trigger], actors: Sequence[Actor], text: Text, before: "Before"
) -> list[Draft]:
    found = completed(sentence, found, actors)
    around = [
        _inherited(slots.around(sentence, t, found, actors, text.rules), _own_subject(t, actors) or before.subject)
        for t in found
    ]
    dated = when.attached(sentence, found, around, text.dates)
    first = drafting.initial_places(sentence, actors, found)
    drafts = [_draft(sentence, t, s, w, first, text) for t, s, w in zip(found, around, dated, strict=True)]
    _tie(sentence, drafts)
    _where_it_is(drafts)
    _there_again(drafts)
    _carry_dates(drafts)
    _settle(drafts, before)
    kept = [(d, w) for d, w in zip(drafts, dated, strict=True) if _holds(d, text)]
    return [copy for d, w in _shared_out(_first_readings(kept), text) for copy in _one_each(d, w, text)]


def _first_readings(drafts: Sequence[tuple[Draft, when.When]]) -> list[tuple[Draft, when.When]]:
    """Where several rules read one word, the first whose needs are met."""
    found: dict[tuple[int, int], tuple[Draft, when.When]] = {}
    for draft, dated in drafts:
        key = draft.trigger.start, draft.trigger.head
        if key not in found or (draft.complete and not found[key][0].complete):
            found[key] = draft, dated
    return list(found.values())


def _holds(draft: Draft, text: Text) -> bool:
    if _is_wished(draft, text.rules) and not draft.attached:
        return False
    draft.complete = needs.met(draft, text.context, text.rules)
    return draft.complete or draft.anaphor


def _is_wished(draft: Draft, rules: EventRules) -> bool:
    """« leur soutien à la normalisation », « la signature rapide d'un traité »: talk, not an event."""
    if draft.trigger.verb:
        return False
    at = draft.trigger.head
    near = range(max(0, at - 4), at + 4 if draft.type in ("agreement", "establishment") else at)
    return any(draft.sentence.low(k) in rules.words.wishes["words"] for k in near)


def _where_it_is(drafts: Sequence[Draft]) -> None:
    """« s'est rendu au forum d'Oslo »: the visit is where the forum is."""
    for visit in drafts:
        for event in drafts:
            behind = 0 <= event.trigger.start - visit.trigger.end <= 8
            if visit.type == "visit" and event.type == "gathering" and behind and not visit.places:
                visit.places = event.places


def _there_again(drafts: Sequence[Draft]) -> None:
    """« s'est rendu à Oslo en 2018, puis de nouveau en 2022 »: to Oslo."""
    for before, draft in zip(drafts, drafts[1:], strict=False):
        if draft.trigger.again and not draft.places and draft.type == before.type:
            draft.places = before.places


def _carry_dates(drafts: Sequence[Draft]) -> None:
    """« de passage à Oslo le 17 octobre, X a reçu Y et a visité Z »: all of that day."""
    for before, draft in zip(drafts, drafts[1:], strict=False):
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


def _shared_out(drafts: Sequence[tuple[Draft, when.When]], text: Text) -> list[tuple[Draft, when.When]]:
    """« décollage et atterrissage en mai et juin »: the first day to the first, the second to the second."""
    found = list(drafts)
    for i, ((a, _), (b, dated)) in enumerate(zip(drafts, drafts[1:], strict=False)):
        side_by_side = not a.trigger.verb and not b.trigger.verb and 0 < b.trigger.start - a.trigger.end <= 2
        if side_by_side and a.type == b.type and not a.attached and len(dated.own) == 2:
            for j, draft in enumerate((a, b)):
                draft.days = when.span(text.dates[draft.sentence.tokens[dated.own[j]].at], draft.type)
                draft.dated = draft.attached = True
                found[i + j] = (draft, when.When())
    return found


@dataclass(frozen=True, slots=True)
class Before:
    """What the paragraph has told: the last sentence's subject, the last place named, the last gathering or visit."""

    subject: tuple[Actor, ...] = ()
    places: tuple[int, ...] = ()
    setting: Draft | None = None


SETTINGS = ("visit", "meeting", "gathering")
_SET = ("agreement", "statement")


def _settle(drafts: Sequence[Draft], before: Before) -> None:
    """« Onze accords y ont été signés »: there, and where nothing else is said, then."""
    for draft in drafts:
        verb = draft.trigger.verb
        if verb and not draft.places and "y" in (draft.sentence.low(k) for k in range(verb.start, verb.end)):
            draft.places = before.places
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


def _own_subject(trigger: Trigger, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Whom « il » means that stands behind a subject in the same sentence."""
    at = trigger.verb.start if trigger.verb else trigger.start
    return subject_of([a for a in actors if a.end < at - 1])


def _inherited(around: Surroundings, subject: Sequence[Actor]) -> Surroundings:
    """« Il a également rencontré… »: the subject of the sentence before."""
    if not around.inherits or not subject:
        return around
    people = tuple(a for a in subject if a.label == "PER") or tuple(subject)
    if around.inherits == "one" and sum(len(a.entities) for a in people) != 1:
        return around
    if around.inherits == "many" and sum(len(a.entities) for a in people) < 2:
        return around
    name = "subject" if around.verb and not around.slots.get("possessive") and around.verb.end else "possessive"
    return replace(around, slots={**around.slots, name: people})


def _draft(
    sentence: Sentence, trigger: Trigger, around: Surroundings, dated: when.When, first: tuple[int, ...], text: Text
) -> Draft:
    days = _days(sentence, trigger, dated, text)
    own = drafting.places(trigger, around, text.rules)
    if trigger.rule.type == "gathering" and not own:
        own = drafting.named_places(_own_name(sentence, trigger, text), text.context)
    found, negated = status.status(sentence, trigger, around.verb, days[0], text.published_on, text.rules)
    start, end = _span(sentence, trigger)
    return Draft(
        trigger=trigger,
        sentence=sentence,
        around=around,
        participants=drafting.participants(sentence, trigger, around, text.context, text.rules),
        places=own or first,
        days=days,
        dated=days != (None, None) or bool(dated.own or dated.shared),
        attached=bool(dated.own) and days != (None, None),
        status=trigger.rule.status or found,
        negated=negated,
        head=naming.head(text.text, sentence, trigger, text.rules),
        topic=naming.topic(sentence, trigger, text.rules),
        evidence=Evidence(sentence.start, sentence.end, start, end),
        anaphor=around.anaphor or _known_document(sentence, trigger),
        plural=trigger.plural,
    )


def _known_document(sentence: Sentence, trigger: Trigger) -> bool:
    """« ont paraphé le document »: the agreement told of before."""
    if not trigger.object:
        return False
    k = trigger.object[0]
    return sentence.low(k) in ("document", "texte") and sentence.low(k - 1) in ("le", "ce")


def _span(sentence: Sentence, trigger: Trigger) -> tuple[int, int]:
    last = max(trigger.end, trigger.start + 1, trigger.object[1] if trigger.object else 0)
    first = min(trigger.start, trigger.object[0] if trigger.object else trigger.start)
    return sentence.tokens[first].start, sentence.tokens[min(last, len(sentence.tokens)) - 1].end


def _days(sentence: Sentence, trigger: Trigger, dated: when.When, text: Text) -> when.Span:
    spans = [when.span(text.dates[sentence.tokens[k].at], trigger.rule.type) for k in dated.own]
    resolved = [s for s in spans if s != (None, None)]
    if resolved:
        return _neighbours(resolved) if trigger.rule.type == "gathering" else resolved[0]
    if spans:
        return None, None
    named = _year_in_name(sentence, trigger, text)
    if named != (None, None):
        return named
    shared = [when.span(text.dates[sentence.tokens[k].at], trigger.rule.type) for k in dated.shared]
    return shared[0] if shared else (None, None)


def _neighbours(spans: Sequence[when.Span]) -> when.Span:
    """Neighbouring years of one season are one interval."""
    first, last = spans[0]
    for earliest, latest in spans[1:]:
        if last and earliest and latest and (earliest - last).days == 1:
            last = latest
    return first, last


def _year_in_name(sentence: Sentence, trigger: Trigger, text: Text) -> when.Span:
    """« l'exposition « Vega 2017 » » took place in that year."""
    if trigger.rule.type != "gathering":
        return None, None
    end = min(sentence.end, sentence.tokens[trigger.head].end + 60)
    after = text.text[sentence.tokens[trigger.head].start : end]
    quoted = re.match(r"[^«“\".,;]{0,40}[«“\"]\s*([^»”\"]{1,50}?)\s*[»”\"]", after)
    year = _YEAR.search(quoted[1]) if quoted else None
    return (date(int(year[0]), 1, 1), date(int(year[0]), 12, 31)) if year else (None, None)


def _own_name(sentence: Sentence, trigger: Trigger, text: Text) -> str:
    """The gathering's name: the whole mention, and what stands in quotation marks behind."""
    head = sentence.tokens[trigger.head]
    after = text.text[head.end : min(sentence.end, head.end + 80)]
    quoted = re.match(r"[^«“\".,;]{0,40}[«“\"]\s*([^»”\"]{1,60}?)\s*[»”\"]", after)
    name = text.text[head.start : head.end] if head.kind == "name" else ""
    return f"{name} {quoted[1] if quoted else ''}"


def _tie(sentence: Sentence, drafts: Sequence[Draft]) -> None:
    """« signé lors de la visite »: the one happened within the other, and then. « avant le forum »: not later."""
    for outer in drafts:
        words = "" if outer.trigger.verb else _introduction(sentence, outer)
        for inner in drafts if words else ():
            if inner is outer or inner.within is not None or outer.within is inner or not _main(inner, outer, drafts):
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


_DURING = (
    "lors de", "lors du", "lors d'", "lors des", "à l' occasion", "au cours de", "au cours du", "au cours d'",
    "en marge de", "en marge du", "en marge d'", "pendant", "durant", "à l' issue",
)  # fmt: skip


def _introduction(sentence: Sentence, draft: Draft) -> str:
    at = draft.trigger.head
    before = " " + " ".join(sentence.low(k) for k in range(max(0, at - 7), at)) + " "
    if any(f" {words} " in before for words in _DURING):
        return "lors"
    return "avant" if " avant " in before and " avant de " not in before else ""


def _main(inner: Draft, outer: Draft, drafts: Sequence[Draft]) -> bool:
    """The one right before « lors de », or, where the sentence starts with it, all behind."""
    if outer.trigger.start <= 6:
        return inner.trigger.start > outer.trigger.start and inner.type != outer.type
    before = [d for d in drafts if d.trigger.start < outer.trigger.start]
    return bool(before) and inner is before[-1] and inner.type != outer.type


def _one_each(draft: Draft, dated: when.When, text: Text) -> list[Draft]:
    """« visites en 1993 et 1996 » are two; « six visites depuis 2009 » one statement."""
    if draft.type in ("gathering", "agreement", "statement") or len(dated.own) < 2:
        return [draft]
    spans = [when.span(text.dates[draft.sentence.tokens[k].at], draft.type) for k in dated.own]
    full = [s for s in spans if None not in s]
    apart = all(a[1] < b[0] for a, b in zip(full, full[1:], strict=False) if a[1] and b[0])
    tokens = dated.own
    listed = all(
        draft.sentence.low(j) in ("et", ",", "en", "puis", "le", "ou")
        for a, b in zip(tokens, tokens[1:], strict=False)
        for j in range(a + 1, b)
    )
    if len(full) < 2 or not apart or not listed:
        return [draft]
    return [replace(draft, days=days) for days in full]


def subject_of(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Whom « il » or « ils » in the next sentence means: the first free actors of this one."""
    free = [a for a in actors if not a.preposition and not a.adjective and a.label in ("PER", "ORG")]
    if not free:
        return ()
    first = free.index(free[0])
    last = first + 1
    while last < len(free) and free[last].joined:
        last += 1
    return tuple(free[first:last])
