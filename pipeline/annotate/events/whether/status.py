"""Whether a happening took place: what its verb, or the verb and the words around its noun, say of it.

`status_of_verb` reads a trigger that is a verb, `status_of_noun` one that is a noun; here is what the whole sentence
makes of either: a condition, a question, hearsay, a day that lies ahead or long ago, a plan called off behind.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import Sentence
from pipeline.annotate.events.grammar.verbgroup import VerbGroup
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.knowledge.status_words import (
    CALLS_OFF,
    CANCELLED,
    FORETOLD,
    OCCURRED,
    PAST_PLAN,
    PLANNED,
    UNCERTAIN,
    Said,
)
from pipeline.annotate.events.whether import status_of_noun, status_of_verb
from pipeline.records import Days

if TYPE_CHECKING:
    from datetime import date

    from pipeline.annotate.events.drafts import Draft

_LONG_AGO = timedelta(days=366)
"""So far back a future is the historian's: « il signera le traité en 1998 »."""


def status(
    sentence: Sentence, trigger: Trigger, verb: VerbGroup | None, days: Days, own: "date | None", rules: EventRules
) -> Said:
    """The status, and whether the text denies the event; `own` is the text's day."""
    if trigger.verb:
        said = status_of_verb.read(sentence, trigger.verb, rules)
    else:
        said = status_of_noun.read(sentence, trigger, verb, rules)
    if trigger.rule.status and said.status == OCCURRED:
        off = trigger.rule.status == PLANNED and _gives_it_up(sentence, trigger.end, rules)
        return Said(CANCELLED if off else trigger.rule.status)
    found = _at_its_time(said.status, days, own)
    if found == PAST_PLAN:
        last = (trigger.verb or verb or trigger).end
        found = CANCELLED if _called_off_behind(sentence, last, rules) else _after_all(days, own)
    if found == OCCURRED and said.told and status_of_verb.is_hearsay(sentence, rules):
        found = UNCERTAIN
    return Said(found, said.negated, said.told, said.day)


def belies(said: Said, days: Days, trigger: Trigger, own: "date | None") -> bool:
    """« la prochaine ouverture du bureau a été annoncée le 4 mai »: that was before, and is not the opening's day."""
    return said.status == PLANNED and not trigger.verb and bool(own and days[1] and days[1] < own)


def _at_its_time(found: str, days: Days, own: "date | None") -> str:
    """What lies ahead of the text is planned; a future of long ago took place."""
    if not own:
        return PLANNED if found == FORETOLD else found
    if found == OCCURRED and days[0] and days[0] > own:
        return PLANNED
    if found == FORETOLD:
        return OCCURRED if days[1] and days[1] < own - _LONG_AGO else PLANNED
    return found


def _after_all(days: Days, own: "date | None") -> str:
    """« devait se rendre à Oslo mardi »: on Wednesday nobody knows whether he did."""
    return UNCERTAIN if own and days[1] and days[1] < own else PLANNED


def _called_off_behind(sentence: Sentence, start: int, rules: EventRules) -> bool:
    """« devait se rendre à Oslo, mais a annulé ce voyage », « …, mais il n'a jamais eu lieu »."""
    words, lows = rules.status, sentence.lows
    turn = next((k for k in range(start, len(lows)) if lows[k] in words["turns"]), len(lows))
    for k in range(turn, len(lows)):
        kind = "held" if lows[k] in ("lieu", "venu", "venue") else words.verbs.get(lows[k], ("", ""))[0]
        if kind in _COMES_TO_NOTHING and not status_of_verb.is_denied(sentence, k, rules):
            return True
        if kind == "held" and status_of_verb.is_denied(sentence, k, rules):
            return True
    return False


def _gives_it_up(sentence: Sentence, start: int, rules: EventRules) -> bool:
    """« attendu à Oslo, a dû renoncer à son voyage », « …, a annulé sa visite »."""
    lows = sentence.lows
    for k in range(start, len(lows)):
        if rules.status.verbs.get(lows[k], ("", ""))[0] not in _GIVES_UP:
            continue
        own = not rules.words["possessives"].isdisjoint(lows[k + 1 : k + 4]) or "y" in lows[max(start, k - 4) : k]
        if own and not status_of_verb.is_denied(sentence, k, rules):
            return True
    return False


_GIVES_UP = frozenset({"cancelled", "postponed", "renounced"})
_COMES_TO_NOTHING = CALLS_OFF - {"prevented", "interrupted"}


def is_nothing(draft: "Draft", rules: EventRules) -> bool:
    """« n'a toujours pas signé », « sans accord »; « refuse de signer », « la signature n'a pas eu lieu » are news."""
    if not draft.negated:
        return False
    head, verb = draft.trigger.head, draft.trigger.verb
    if verb:
        return verb.tense not in ("infinitive", "future", "conditional")
    return not rules.status["nothing"].isdisjoint(draft.sentence.lows[max(0, head - 4) : head])


_RANK = (OCCURRED, CANCELLED, PLANNED, UNCERTAIN)


def of_all(drafts: Sequence["Draft"]) -> str:
    """What the mentions of one happening come to.

    That it took place or was called off says more than a plan; a noun that is merely spoken of says least.
    """
    told = [d.status for d in drafts if d.told] or [d.status for d in drafts]
    return min(told, key=_RANK.index)
