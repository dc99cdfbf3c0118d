"""What is told by the way of somebody's stay says where and when the main clause took place.

« En visite à Oslo le 5 mai, X a signé … », « Attendu à Oslo, X … », « X a reçu Y, en visite à Oslo »; and what is
only called back, « Lors de cette visite, … », has the place and the day that it was told with.
"""

from collections.abc import Collection, Sequence

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.grammar.verbgroup import REDUCED

_APART = frozenset({";", ":", "qui", "dont", "que", "qu'", "où", "lorsque", "lorsqu'", "avant", "après"})
_FRONT = 3
_DONE = ("agreement", "meeting", "statement", "establishment", "appointment", "commemoration", "vote")


def tell(drafts: Sequence[Draft]) -> None:
    """Where a sentence's events took place, by the stays it tells of."""
    for stay in drafts:
        if (stay.places or stay.dated) and _by_the_way(stay):
            for draft in drafts:
                _told(stay, draft)


def _by_the_way(stay: Draft) -> bool:
    """« en visite à Oslo », « de passage à Oslo »; « Arrivé à Oslo, … », « Reçu à l'Élysée, … »."""
    verb = stay.trigger.verb
    if verb is None:
        low = stay.sentence.low(stay.trigger.head - 1)
        return stay.type == "visit" and low in ("en", "de", "d'")
    before = stay.sentence.low(stay.trigger.start - 1)
    opens = stay.trigger.start <= _FRONT or before == ":" or _assembled(stay)
    return verb.voice == REDUCED and opens and stay.type in ("visit", "meeting")


def _assembled(stay: Draft) -> bool:
    """« Le conseil, réuni à Oslo le 5 mai, a élu X »."""
    sentence, at = stay.sentence, stay.trigger.start
    return sentence.low(at - 1) == "," and sentence.low(stay.trigger.head).startswith("réuni")


def _told(stay: Draft, draft: Draft) -> None:
    """« X, en visite à Oslo, signe … »; and only of a meeting: « X a reçu Y, en visite à Oslo »."""
    if draft is stay or draft.type not in _DONE:
        return
    if draft.trigger.start >= stay.trigger.end:
        between = draft.sentence.lows[stay.trigger.end : draft.trigger.start]
        if not _APART.isdisjoint(between):
            return
    elif draft.type != "meeting" or not _of_the_guest(stay, draft):
        between = draft.sentence.lows[draft.trigger.end : stay.trigger.start]
        if len(between) <= _FRONT and _APART.isdisjoint(between):
            _then(stay, draft)  # « a déclaré lundi, en visite à Oslo, … »
        return
    draft.places = draft.places or stay.places
    draft.within = draft.within or (stay if stay.type == "visit" else None)
    _then(stay, draft)


def _then(stay: Draft, draft: Draft) -> None:
    """« Reçu à Oslo le 5 mai, X a signé »: that day; « a déclaré lundi, en visite à Oslo »: that Monday."""
    if stay.status != draft.status or draft.negated:
        return
    if not draft.dated and stay.days != (None, None):
        draft.days, draft.dated = stay.days, True
    elif not stay.dated and stay.trigger.verb is None and draft.attached and draft.days[0] == draft.days[1]:
        stay.days, stay.dated = draft.days, True


def _of_the_guest(stay: Draft, draft: Draft) -> bool:
    """A comma and the stay stand right behind whom one meets."""
    sentence = stay.sentence
    at = stay.trigger.start - 2
    if sentence.low(at) != "," or sentence.low(at + 1) != "en":
        return False
    between = sentence.lows[draft.trigger.end : at]
    return _APART.isdisjoint(between) and any(a.end == at for s in draft.around.slots.values() for a in s)


def call_back(drafts: Sequence[Draft], told: Draft | None, during: Collection[str]) -> None:
    """« Lors de cette visite, … », « À l'issue de l'entretien, … »: the one told of before."""
    for draft in drafts:
        if told is None or draft.type != told.type or draft.trigger.verb or draft.dated or draft.places:
            continue
        if draft.anaphor or (not draft.participants and _definite(draft, during)):
            draft.days, draft.dated, draft.places = told.days, told.dated, told.places


def _definite(draft: Draft, during: Collection[str]) -> bool:
    at = draft.trigger.head
    before = " " + " ".join(draft.sentence.lows[max(0, at - 5) : at]) + " "
    plain = not draft.sentence.capital(at) and draft.sentence.low(draft.trigger.end) in _NOTHING_MORE
    return plain and draft.sentence.low(at - 1) in _DEFINITE and any(f" {words} " in before for words in during)


_DEFINITE = ("la", "l'", "le", "du", "cette", "ce", "cet")
_NOTHING_MORE = (",", ".", ";", "")
