"""« Le sommet réunira aussi X », « La réunion s'est achevée tard »: the one told before, whatever it was called."""

from collections.abc import Sequence

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.grammar.tokens import MARK
from pipeline.annotate.events.once.happening import Happening
from pipeline.records import days_meet

NEAR = 300
"""So many code points back « la réunion » takes up any gathering; farther only one that was called a « réunion »."""
_GENERAL = frozenset({"réunion", "rencontre", "session", "séance", "événement", "cérémonie"})
_TYPES = ("gathering", "meeting", "commemoration")
_THE = frozenset({"le", "la", "l'", "du", "ce", "cet", "cette"})
_OPENING = _THE | {"lors", "de", "à", "issue", "au", "cours", "terme", "pendant", "durant", "occasion"}
_GOES_ON = frozenset({"a", "ont", "est", "sont", "avait", "était", "fut", "s'", "se", "n'", "doit", "devait", "qui"})
_FUTURE = ("ra", "ront")


def taken_up(draft: Draft, known: Sequence[Happening]) -> tuple[Happening, str] | None:
    """The happening that a bare noun with its article, opening a sentence, speaks of again, and why."""
    if draft.type not in _TYPES or draft.trigger.verb or draft.trigger.plural or not _bare(draft):
        return None
    noun = draft.sentence.low(draft.trigger.head)
    for happening in reversed(known):
        if happening.drafts[0].type in _TYPES and _fits(draft, happening):
            called = any(d.sentence.low(d.trigger.head) == noun for d in happening.drafts)
            if called or (noun in _GENERAL and _near(draft, happening) and _alike(noun, draft, happening)):
                return happening, f"« {noun} »: the one told before"
    return None


def _bare(draft: Draft) -> bool:
    sentence, head, end = draft.sentence, draft.trigger.head, draft.trigger.end
    if not 1 <= head <= 5 or end != head + 1 or sentence.low(head - 1) not in _THE:
        return False
    behind = sentence.low(end)
    goes_on = behind in _GOES_ON or behind.endswith(_FUTURE) or sentence.kind(end) == MARK
    return goes_on and behind not in ("«", "“", "(") and _OPENING.issuperset(sentence.lows[:head])


def _fits(draft: Draft, happening: Happening) -> bool:
    first = happening.drafts[0]
    if first.sentence is draft.sentence or first.trigger.plural or first.negated != draft.negated:
        return False
    if draft.places and happening.places and not set(draft.places) & set(happening.places):
        return False
    if draft.attached and happening.days == (None, None):
        return False  # a day of its own for what has none: perhaps another
    return not draft.dated or days_meet(draft.days, happening.days)


def _near(draft: Draft, happening: Happening) -> bool:
    return draft.sentence.start - happening.drafts[-1].sentence.end <= NEAR


def _alike(noun: str, draft: Draft, happening: Happening) -> bool:
    """A ceremony is a feast or a gathering; two who meet are no session, and keep their own company."""
    type_ = happening.drafts[0].type
    if draft.status != happening.drafts[0].status:
        return False
    return type_ in (("commemoration",) if noun == "cérémonie" else ("gathering", "meeting"))
