"""From one sentence with triggers to its drafts: actors, ellipses, dates, places, participants, status."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.annotate.events import drafts as drafting
from pipeline.annotate.events import naming
from pipeline.annotate.events.around import around_noun, around_verb, beside, window
from pipeline.annotate.events.around.scene import Scene, scene
from pipeline.annotate.events.around.surroundings import Surroundings
from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.finding import apiece, needs, talk
from pipeline.annotate.events.finding.ellipsis import completed
from pipeline.annotate.events.finding.hits import Hit
from pipeline.annotate.events.finding.triggers import Trigger, triggers
from pipeline.annotate.events.grammar.tokens import NAME, Sentence
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.once import discourse
from pipeline.annotate.events.when_where import days as time
from pipeline.annotate.events.when_where import scenes, setting, stays, when, where
from pipeline.annotate.events.when_where.setting import Before
from pipeline.annotate.events.whether import status
from pipeline.annotate.events.who import actors as acting
from pipeline.annotate.events.who import context as meaning
from pipeline.annotate.events.who import leaning, parties
from pipeline.annotate.events.who.actors import Actor
from pipeline.annotate.events.who.collectives import capitals, collectives
from pipeline.annotate.events.who.context import Context
from pipeline.annotate.events.who.holders import holders
from pipeline.records import DateMention, Evidence, Mention

_CAPITALS = re.compile(r" ((?:(?:[A-ZÀ-ÖØ-Þ][\w’'-]*|(?:19|20)\d\d)[ ]?){1,5})")
"""« Expo 2027 Oslo »: what follows the noun in a name."""

_MADE = frozenset({"agreement", "establishment", "vote", "appointment", "statement"})


@dataclass(frozen=True, slots=True)
class Text:
    """One text with all that was found in it before."""

    text: str
    low: str
    published_on: date | None
    mentions: Sequence[Mention]
    dates: Sequence[DateMention]
    context: Context
    rules: EventRules


@dataclass(frozen=True)
class Read:
    """A sentence with its triggers; everyone in it is sought when first asked for."""

    sentence: Sentence
    triggers: Sequence[Trigger]
    text: Text

    @cached_property
    def actors(self) -> list[Actor]:
        """Everyone and everything that the sentence names or means."""
        sentence, text = self.sentence, self.text
        heads = frozenset(t.head for t in self.triggers)
        named = acting.named(sentence, text.mentions, heads, text.rules.words)
        taken = {k for a in named for k in range(a.start, a.end)}
        meant = [
            g for g in meaning.groups(sentence, text.context, text.rules) if taken.isdisjoint(range(g.start, g.end))
        ]
        taken |= {k for g in meant for k in range(g.start, g.end)}
        held = holders(sentence, taken | heads, text.mentions, text.context, text.rules)
        if "capitale" in sentence.lows:
            held += capitals(sentence, taken | heads, text.mentions, text.context, text.rules)
        held += collectives(sentence, taken | heads, text.context, text.rules)
        everyone = sorted([*named, *meant, *held], key=lambda a: (a.start, a.end))
        return acting.joined(sentence, everyone, text.rules.words)

    @cached_property
    def subject(self) -> tuple[Actor, ...]:
        """Whom « il » or « ils » in the next sentence means."""
        agents = [a for a in self.actors if a.preposition == "par" and a.label == "PER"]
        return leaning.subject_of(self.actors) or tuple(agents if len(agents) == 1 else ())

    @property
    def people(self) -> tuple[Actor, ...]:
        """Everyone whom the sentence names."""
        return tuple([a for a in self.actors if a.label == "PER"])


def read(sentence: Sentence, hits: Sequence[Hit], text: Text) -> Read:
    """The triggers of a sentence."""
    return Read(sentence, triggers(text.text, sentence, hits, text.mentions, text.rules), text)


def drafts(read: Read, before: Before) -> list[Draft]:
    """The drafts of a sentence that meet their rules' needs."""
    sentence, actors, text = read.sentence, read.actors, read.text
    found = completed(sentence, window.without_inner(sentence, read.triggers), actors, text.rules.words)
    around_it = scene(sentence, found, actors, text.rules)
    around = [_around(around_it, t, text, before) for t in found]
    dated = when.attached(sentence, found, around, text.dates, text.rules.words)
    made = [_draft(sentence, t, s, w, text) for t, s, w in zip(found, around, dated, strict=True)]
    drafting.open_with_place(sentence, actors, made, text.rules)
    where.behind_colon(sentence, actors, made)
    where.cleft(sentence, actors, made)
    stays.call_back(made, before.aside or before.setting, text.rules.words["during"])
    discourse.tell_each_other(sentence, made, actors, text.rules.words)
    if len(made) > 1:
        stays.tell(made)
    setting.settle(made, before, text.rules)
    scenes.go_on(made, before.scene, text.context)
    scenes.in_the_news(made, before.news)
    scenes.with_host(made, before.other)
    if "où" in sentence.lows:
        scenes.relative_days(made, text.dates, text.rules)
    if len(made) > 1:
        discourse.carry_dates(made)
        discourse.among_them(made)
    kept = [(d, w) for d, w in zip(made, dated, strict=True) if _holds(d, text)]
    beside.taken_in([d for d, _ in kept], around_it)
    kept = discourse.shared_out(_first_readings(kept), text.dates)
    return [copy for d, w in kept for copy in apiece.one_each(_told(d, text), w, text.dates, text.rules)]


def _around(scene: Scene, trigger: Trigger, text: Text, before: Before) -> Surroundings:
    verb = trigger.verb
    around = around_verb.read(scene, trigger, verb) if verb else around_noun.read(scene, trigger)
    around = leaning.completed(around, scene, trigger, text.context, before)
    return parties.completed(around, scene, trigger, text.mentions, text.context)


def _told(draft: Draft, text: Text) -> Draft:
    """With what is wanted only of drafts that hold: what names it, what tells it from others."""
    sentence, trigger = draft.sentence, draft.trigger
    draft.head = naming.head(text.text, sentence, trigger, text.rules)
    draft.topic = naming.topic(sentence, trigger, text.rules)
    start, end = _span(sentence, trigger)
    draft.evidence = Evidence(sentence.start, sentence.end, start, end)
    draft.several = _several(sentence, trigger, text.rules)
    return draft


def _first_readings(drafts: Sequence[tuple[Draft, when.When]]) -> list[tuple[Draft, when.When]]:
    """Where several rules read one word, the first whose needs are met."""
    found: dict[tuple[int, int], tuple[Draft, when.When]] = {}
    for draft, dated in drafts:
        key = draft.trigger.start, draft.trigger.head
        if key not in found or (draft.complete and not found[key][0].complete):
            found[key] = draft, dated
    return list(found.values())


def _holds(draft: Draft, text: Text) -> bool:
    if draft.name_only or (_is_wished(draft, text.rules) and not draft.attached) or talk.is_talk(draft, text.rules):
        return False
    if status.is_nothing(draft, text.rules) and draft.type in _MADE and not draft.attached:
        return False  # « n'a toujours pas signé »
    draft.complete = needs.met(draft, text.context, text.rules)
    return draft.complete or draft.anaphor


def _is_wished(draft: Draft, rules: EventRules) -> bool:
    """« leur soutien à la normalisation », « la signature rapide d'un traité »: talk, not an event."""
    if draft.trigger.verb:
        return False
    at = draft.trigger.head
    near = range(max(0, at - 4), at + 4 if draft.type in ("agreement", "establishment") else at)
    return any(draft.sentence.low(k) in rules.words.wishes["words"] for k in near)


def _draft(sentence: Sentence, trigger: Trigger, around: Surroundings, dated: when.When, text: Text) -> Draft:
    days = time.of_event(sentence, trigger, dated, text.text, text.dates)
    there = where.of_places(sentence, trigger, around, text.rules)
    own = drafting.places(sentence, trigger, there, text.context, text.rules)
    if trigger.rule.type == "gathering" and not own:
        own = drafting.named_places(_own_name(sentence, trigger, text), text.context)
    said = status.status(sentence, trigger, around.verb, days, text.published_on, text.rules)
    if said.day >= 0:
        days = when.span(text.dates[sentence.refs[said.day]], trigger.rule.type)
        dated = when.When((said.day,))
    elif status.belies(said, days, trigger, text.published_on):
        days, dated = (None, None), when.When()
    return Draft(
        trigger=trigger,
        sentence=sentence,
        around=around,
        participants=drafting.participants(sentence, trigger, around, text.context, text.rules),
        places=own,
        days=days,
        dated=days != (None, None) or bool(dated.own or dated.shared),
        attached=bool(dated.own) and days != (None, None),
        status=said.status,
        negated=said.negated,
        told=said.told,
        anaphor=around.anaphor or _known_document(sentence, trigger),
        plural=trigger.plural,
    )


def _known_document(sentence: Sentence, trigger: Trigger) -> bool:
    """« ont paraphé le document »: the agreement told of before."""
    if not trigger.object:
        return False
    k = trigger.object[0]
    return sentence.low(k) in ("document", "texte") and sentence.low(k - 1) in ("le", "ce")


def _several(sentence: Sentence, trigger: Trigger, rules: EventRules) -> bool:
    """« 36 accords », « des contrats »: signed together, and not told apart."""
    low = sentence.low(trigger.object[0]) if trigger.object else ""
    return low.endswith("s") and low[:-1] in rules.words["generic"]


def _span(sentence: Sentence, trigger: Trigger) -> tuple[int, int]:
    last = max(trigger.end, trigger.start + 1, trigger.object[1] if trigger.object else 0)
    first = min(trigger.start, trigger.object[0] if trigger.object else trigger.start)
    return sentence.starts[first], sentence.ends[min(last, len(sentence.lows)) - 1]


def _own_name(sentence: Sentence, trigger: Trigger, text: Text) -> str:
    """The gathering's name: the whole mention, and what stands in quotation marks behind."""
    start, end = sentence.starts[trigger.head], sentence.ends[trigger.head]
    after = text.text[end : min(sentence.end, end + 80)]
    quoted = re.match(r"[^«“\".,;]{0,40}[«“\"]\s*([^»”\"]{1,60}?)\s*[»”\"]", after) or _CAPITALS.match(after)
    name = text.text[start:end] if sentence.kinds[trigger.head] == NAME else ""
    return f"{name} {quoted[1] if quoted else ''}"
