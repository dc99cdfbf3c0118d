"""Two words of one sentence that tell one happening: the fuller stays and takes what the other adds."""

from collections.abc import Callable, Iterator, Sequence

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.grammar.tokens import MARK, NAME, WORD
from pipeline.annotate.events.grammar.verbgroup import PASSIVE, REDUCED

NEXT = 4
"""With how many of the next drafts one is compared; several rules may read one word."""
Both = tuple[Draft, Draft]
"""The draft that stays, and the one that it takes in."""


def brought_together(drafts: Sequence[Draft]) -> None:
    """Every pair of drafts that tells one happening, in order."""
    for first, again in _pairs(drafts):
        both = next((found for rule in _RULES if (found := rule(first, again))), None)
        if both:
            _take_in(*both)
            for draft in drafts:  # other readings of that word
                draft.name_only = draft.name_only or draft.trigger.head == both[1].trigger.head


def _pairs(drafts: Sequence[Draft]) -> Iterator[Both]:
    for i, first in enumerate(drafts):
        for again in drafts[i + 1 : i + 1 + NEXT]:
            if not first.name_only and not again.name_only and first.trigger.head != again.trigger.head:
                yield first, again


def _take_in(kept: Draft, other: Draft) -> None:
    other.name_only = True
    kept.participants |= {e: role for e, role in other.participants.items() if e not in kept.participants}
    kept.places = kept.places or other.places
    if not kept.attached and other.days != (None, None):
        kept.days, kept.dated, kept.attached = other.days, other.dated, other.attached
    if other.told and not kept.told:
        kept.status, kept.negated, kept.told = other.status, other.negated, True


def _named_in_brackets(first: Draft, again: Draft) -> Both | None:
    """« la 28e conférence sur le climat (COP28) », « l'exposition universelle Expo 2025 »: the second is its name."""
    if first.type != "gathering" or again.type != "gathering" or not again.sentence.capital(again.trigger.head):
        return None
    sentence, start, end = again.sentence, first.trigger.end, again.trigger.start
    if sentence.low(end - 1) == "(":
        return first, again
    name = sentence.kind(again.trigger.head) == NAME or sentence.low(again.trigger.end)[:4].isdigit()  # « Expo 2027 »
    named = name and sentence.kind(first.trigger.head) == WORD
    beside = named and end - start <= 2 and all(sentence.kind(k) == WORD for k in range(start, end))
    return (again, first) if beside and (_PARTS | _LINKS).isdisjoint(sentence.lows[start:end]) else None


def _agreed_to_sign(first: Draft, again: Draft) -> Both | None:
    """« sont convenus de signer un accord »: one agreement, and that one is planned."""
    one, other = first.trigger.verb, again.trigger.verb
    if one is None or other is None or first.type != "agreement" or again.type != "agreement":
        return None
    planned = other.tense == "infinitive" and one.tense != "infinitive" and 0 < other.start - one.end <= 2
    return (again, first) if planned else None


def _founding_words(first: Draft, again: Draft) -> Both | None:
    """« ont signé une charte instituant une alliance »: what the charter says is no second happening."""
    verb, named = again.trigger.verb, first.trigger.object
    if first.type != "agreement" or again.type != "establishment" or verb is None or named is None:
        return None
    behind = 0 <= verb.start - named[1] <= 3 and MARK not in again.sentence.kinds[named[1] : verb.start]
    return (first, again) if behind and verb.tense == "gerund" else None


def _its_own_clause(first: Draft, again: Draft) -> Both | None:
    """« le coup d'État qui a renversé X »."""
    if first.trigger.verb or again.trigger.verb is None or first.type != "conflict" or again.type != "conflict":
        return None
    sentence, end = first.sentence, first.trigger.end
    who = next((k for k in range(end, min(end + 4, again.trigger.start)) if sentence.low(k) == "qui"), -1)
    return (first, again) if who >= 0 and again.trigger.verb.start - who <= 3 else None


def _met_for(first: Draft, again: Draft) -> Both | None:
    """« se sont retrouvés pour un sommet »: that meeting is the summit. « lors d'un entretien »: that is it."""
    if first.type != "meeting" or first.trigger.verb is None or again.trigger.verb:
        return None
    way, article = _by_way_of(again)
    if again.type == "gathering" and way == "pour" and article:
        return again, first
    return (first, again) if again.type == "meeting" and way and article in _A else None


def _on_that_journey(first: Draft, again: Draft) -> Both | None:
    """« est arrivé à Oslo pour une visite », « …, où il a été accueilli par X »; « visite de X, arrivé lundi »."""
    if first.type != "visit" or again.type != "visit" or _contradicts(first, again):
        return None
    if first.trigger.verb and not again.trigger.verb:
        way, article = _by_way_of(again)
        return (again, first) if (way and article in _A) or _there(again) else None
    verb = again.trigger.verb
    if verb and verb.voice == PASSIVE and _there(again):
        return first, again
    arrived = verb and verb.voice == REDUCED and again.sentence.low(verb.start - 1) == ","
    return (first, again) if arrived and set(first.participants) & set(again.participants) else None


def _contradicts(first: Draft, again: Draft) -> bool:
    """Other places, or a day for each: two journeys."""
    apart = first.places and again.places and not set(first.places) & set(again.places)
    return bool(apart) or (first.attached and again.attached and first.days != again.days)


def _seen(first: Draft, again: Draft) -> Both | None:
    """« a visité l'exposition « Vega » »: the exhibition; of one without a name the visit."""
    verb = first.trigger.verb
    if first.trigger.rule.frame != "tour" or verb is None or again.type != "gathering" or again.trigger.verb:
        return None
    between = range(first.trigger.end, again.trigger.head)
    near = len(between) <= 6 and all(again.sentence.low(k) not in _PARTS for k in between)
    return (again, first) if near and again.sentence.low(again.trigger.end) in _NAMED else None


def _elected_then(first: Draft, again: Draft) -> Both | None:
    """« a été élu lors du scrutin du 5 mai »."""
    if first.type != "vote" or again.type != "vote" or first.trigger.verb is None or again.trigger.verb:
        return None
    return (first, again) if _by_way_of(again)[0] not in ("", "pour") else None


def _in_a_ceremony(first: Draft, again: Draft) -> Both | None:
    """« a inauguré l'école lors d'une cérémonie »."""
    made = first.trigger.verb and first.type in ("establishment", "agreement")
    if not made or again.trigger.verb or again.sentence.low(again.trigger.start) != "cérémonie":
        return None
    way, article = _by_way_of(again)
    return (first, again) if way and article in _A else None


def _said_there(first: Draft, again: Draft) -> Both | None:
    """« Lors d'une conférence de presse à Oslo, X a annoncé … »: what was said there."""
    noun, verb = (again, first) if first.trigger.verb else (first, again)
    if noun.type != "statement" or verb.type != "statement" or noun.trigger.verb or not verb.trigger.verb:
        return None
    way = _by_way_of(noun)[0]
    if way == "dans":  # « Dans son discours du 5 mai, X a annoncé … »
        own = noun.attached or noun.places or (noun.participants and noun.participants == verb.participants)
        return (noun, verb) if own else None
    return (verb, noun) if way in _WAYS else None


def _told_twice(first: Draft, again: Draft) -> Both | None:
    """« L'accord, conclu sous l'égide de X, a été signé à Oslo »: one signature."""
    one, other = first.trigger, again.trigger
    if one.verb is None or other.verb is None or one.verb.voice != REDUCED or other.verb.voice != PASSIVE:
        return None
    same = one.rule.name == other.rule.name and one.object is not None and one.object == other.object
    return (again, first) if same and not _contradicts(first, again) else None


def _said_again(first: Draft, again: Draft) -> Both | None:
    """« la conclusion de l'accord, signé à Oslo par X et Y »: the participle tells more of the same agreement."""
    verb, one, other = again.trigger.verb, first.trigger.object, again.trigger.object
    if first.type == "vote" and not first.trigger.verb:  # « les élections du 5 mai, remportées par X »
        one = one or (first.trigger.start, first.trigger.end)
    if verb is None or verb.voice != REDUCED or again.type != first.type or not one or not other:
        return None
    rules = first.trigger.rule.name, again.trigger.rule.name
    if first.type == "agreement" and again.trigger.rule.head != "Signature" and rules[0] != rules[1]:
        return None  # « …, dénoncé en 2012 »
    if first.trigger.verb:  # « A et B ont scellé un accord, signé à Oslo par X et Y »
        same = one == other and verb.start >= one[1] and not _contradicts(first, again)
        return (first, again) if same else None
    if not one[0] <= other[0] <= one[1] + 3:
        return None
    first.participants = again.participants or first.participants
    return first, again


_RULES: tuple[Callable[[Draft, Draft], Both | None], ...] = (
    _named_in_brackets,
    _agreed_to_sign,
    _founding_words,
    _its_own_clause,
    _met_for,
    _on_that_journey,
    _seen,
    _elected_then,
    _in_a_ceremony,
    _said_there,
    _told_twice,
    _said_again,
)
_NAMED = ("«", "“", '"', "sur", "consacrée", "consacré", "intitulée", "intitulé")
_A = ("un", "une")
_WAYS = frozenset({"lors", "cours", "occasion", "issue", "cadre", "terme"})
_PARTS = frozenset({",", ";", ":", "et", "puis", "avec", "avant", "après", "pour", "lors", "pendant", "qui", "où"})
_LINKS = frozenset({"de", "d'", "du", "à", "au", "en", "sur"})
_DETERMINERS = frozenset({"un", "une", "le", "la", "l'", "leur", "son", "du"})


def _by_way_of(draft: Draft) -> tuple[str, str]:
    """« lors », « pour », with which a noun is brought in, and its determiner; not « pour préparer un forum »."""
    sentence, head = draft.sentence, draft.trigger.start
    for k in range(head - 1, max(head - 4, 0), -1):
        low = sentence.low(k)
        if low not in _DETERMINERS:
            continue
        before = sentence.low(k - 1)
        if low == "du":
            return (before, low) if before in _WAYS else ("", "")
        if before in ("pour", "par", "dans"):
            return before, low
        way = sentence.low(k - 2)
        return (way, low) if before in ("d'", "de") and way in _WAYS else ("", "")
    return "", ""


def _there(draft: Draft) -> bool:
    """Whether « où » opens its clause."""
    sentence, start = draft.sentence, draft.trigger.start
    verb = draft.trigger.verb or draft.around.verb
    first = min(start, verb.start) if verb else start
    for k in range(first - 1, max(first - 6, -1), -1):
        if sentence.low(k) == "où":
            return True
        if sentence.kind(k) == MARK:
            return False
    return False
