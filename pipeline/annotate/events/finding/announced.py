"""What a body announces of itself: « Volvo annonce la signature d'un accord avec Renault » has two parties."""

from collections.abc import Sequence

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import MARK, NAME, Sentence
from pipeline.annotate.events.who.actors import Actor

NEAR = 6
"""How many tokens behind « annonce » the agreement may stand."""


def with_announcer(drafts: Sequence[Draft]) -> None:
    """The body that announces an agreement *with* another, and names no third, has made it."""
    for said in drafts:
        if said.type != "statement" or said.trigger.rule.head != "Annonce":
            continue
        speakers = [a for a in said.around.slots.get("subject", ()) if a.label != "PER"]
        for made in drafts:
            near = 0 <= made.trigger.start - said.trigger.end <= NEAR and not made.trigger.verb
            if near and made.type == "agreement" and _open_ended(made):
                made.participants |= {e: "signatory" for a in speakers for e in a.entities if e in said.participants}


def _open_ended(draft: Draft) -> bool:
    theirs = draft.around.slots
    return bool(theirs.get("avec")) and not theirs.get("entre") and not theirs.get("par")


def headed_by(sentence: Sentence, trigger: Trigger, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """« Volvo : accord avec Renault », « Suède et Norvège : signature »: the names before a heading's colon."""
    at = trigger.start - 1
    if trigger.rule.type != "agreement" or sentence.low(at) != ":" or at > NEAR:
        return ()
    before = [a for a in actors if a.end <= at and not a.preposition]
    inside = {k for a in before for k in range(a.start, a.end)}
    rest = [k for k in range(at) if k not in inside and sentence.low(k) not in ("et", ",", "-", "–")]
    return tuple(before) if before and not rest and sentence.kind(0) in (NAME, MARK) else ()
