"""What a rule may ask for of where, when and how a happening is told."""

from pipeline.annotate.events.drafts import Draft
from pipeline.annotate.events.finding.needs_who import Test, people
from pipeline.annotate.events.grammar import predicate
from pipeline.annotate.events.grammar.tokens import DATE, NAME, WORD
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.who.context import Context, is_country

MATCHES = 1946
"""Since when « les Danois ont battu les Suédois » is told of a match."""


def _place(draft: Draft, *_: object) -> bool:
    return bool(draft.places)


def _dated(draft: Draft, *_: object) -> bool:
    return draft.dated


def _detail(draft: Draft, *_: object) -> bool:
    return bool(draft.participants or draft.places or draft.dated or draft.within)


def _place_or_date(draft: Draft, *_: object) -> bool:
    return bool(draft.places or draft.dated)


def _goal(draft: Draft, _: Context, rules: EventRules) -> bool:
    """A place, or whatever stands behind a preposition of place."""
    if draft.places:
        return True
    end, sentence = draft.trigger.end, draft.sentence
    for k in range(end, end + 8):
        if sentence.low(k) in rules.words["at"]:
            return True
        passes = sentence.kind(k) == DATE or sentence.low(k) in rules.words["before goals"]
        if not (passes or sentence.low(k).endswith("ment")):
            return False
    return False


def _finite(draft: Draft, *_: object) -> bool:
    verb = draft.trigger.verb
    return verb is not None and verb.tense in ("present", "past", "imperfect") and not verb.negated


def _happening(draft: Draft, *_: object) -> bool:
    return bool(draft.around.happens or draft.dated or draft.places or draft.within or len(draft.participants) > 1)


def _named_or_placed(draft: Draft, *_: object) -> bool:
    return bool(draft.participants) or (draft.attached and bool(draft.places))


def _gathered(draft: Draft, context: Context, rules: EventRules) -> bool:
    """A verb of happening, a date of its own, a name in quotation marks or capitals."""
    sentence, trigger = draft.sentence, draft.trigger
    if draft.around.happens or draft.attached or draft.within or (trigger.head == 0 and draft.places):
        return True
    if sentence.kind(trigger.head) == "name" or sentence.low(trigger.end) in ("«", "“", '"'):
        return True
    if sentence.capital(trigger.head) and trigger.head > 0:
        return True
    of_it = [a for a in draft.around.slots.get("de", ()) if a.label == "LOC"]
    if not of_it:
        return bool(draft.places)
    return _of_city(draft, context, rules)


def _of_city(draft: Draft, context: Context, rules: EventRules) -> bool:
    """« le sommet d'Oslo », « la conférence de Metz »: known by its town."""
    head, sentence = draft.trigger.head, draft.sentence
    known = sentence.low(head) in rules.words["known by their town"]
    definite = not rules.words["definite or in"].isdisjoint(sentence.lows[max(0, head - 2) : head])
    return known and definite and any(not is_country(context.entities[e]) for e in draft.places)


def _attached(draft: Draft, *_: object) -> bool:
    """A date in the same noun phrase, and someone who takes part; or a very day: « l'accord du 7 mai 2012 »."""
    return draft.attached and (bool(draft.participants) or draft.days[0] == draft.days[1])


def _joint_or_named(draft: Draft, _: Context, rules: EventRules) -> bool:
    """« déclaration conjointe », or « Déclaration d'Oslo »: capitalised, with a place or a date."""
    if not rules.words["joint"].isdisjoint(draft.sentence.lows[draft.trigger.start : draft.trigger.end]):
        return bool(draft.participants or draft.places or draft.dated)
    if draft.sentence.kind(draft.trigger.head) == "name":
        return True
    of_place = any(a.label == "LOC" and not a.proxy for a in draft.around.slots.get("de", ()))
    return draft.sentence.capital(draft.trigger.head) and (of_place or draft.attached)


def _attached_or_placed(draft: Draft, *_: object) -> bool:
    return draft.attached or bool(draft.places)


def _dated_place(draft: Draft, *_: object) -> bool:
    return draft.attached and bool(draft.places)


def _opens(draft: Draft, _: Context, rules: EventRules) -> bool:
    """Nothing but an article stands before: a line of a diary, a heading."""
    return draft.trigger.start <= 1 or draft.sentence.low(draft.trigger.start - 1) in rules.words["before entries"]


def _somewhere(draft: Draft, _: Context, rules: EventRules) -> bool:
    """A place right behind, and at its side a day or the end of the clause."""
    k, sentence = draft.trigger.end, draft.sentence
    if sentence.kind(k) != NAME or not draft.places:
        return False
    dated = DATE in (sentence.kind(k + 1), sentence.kind(k + 2))
    return dated or sentence.low(k + 1) in rules.words["behind a stay"]


def _once(draft: Draft, *_: object) -> bool:
    """Not « chaque mardi », « tous les deux ans »."""
    sentence = draft.sentence
    return not any(sentence.low(k).startswith(("chaque", "tous ", "toutes ")) for k in sentence.dates)


def _took_place(draft: Draft, *_: object) -> bool:
    """A verb says that it did, or will."""
    return draft.around.happens


def _told_past(draft: Draft, *_: object) -> bool:
    """An auxiliary and a participle: « a vendu », not « vend »."""
    verb = draft.trigger.verb
    return verb is not None and verb.end - verb.start > 1 and draft.status == "occurred" and not verb.negated


def _visited(draft: Draft, *_: object) -> bool:
    """Visits in the plural are talk, unless somebody makes them or a day tells when."""
    return not draft.plural or draft.dated or bool(draft.participants)


def _finite_or_reduced(draft: Draft, context: Context, rules: EventRules) -> bool:
    verb = draft.trigger.verb
    return _finite(draft, context, rules) or (verb is not None and verb.voice == "reduced")


def _of_place(draft: Draft, *_: object) -> bool:
    """« la prise de Narvik »: the name stands right behind « de »."""
    end = draft.trigger.end
    return any(a.label == "LOC" and a.bare and a.start - end <= 2 for a in draft.around.slots.get("de", ()))


def _verbless(draft: Draft, _: Context, rules: EventRules) -> bool:
    """A headline that ends with its names: « Anne Roux à la tête de Volvo »."""
    sentence = draft.sentence
    said = max([*sentence.names, *sentence.dates], default=0)
    if any(sentence.kind(k) == WORD for k in range(said + 1, len(sentence.lows))):
        return False
    return not any(predicate.finite_tense(sentence, k, rules) for k in range(len(sentence.lows)))


def says_something(draft: Draft, rules: EventRules) -> bool:
    """A verb behind the noun: « Le contrat devrait porter sur … » is no bare entry."""
    sentence = draft.sentence
    for k in range(draft.trigger.end, len(sentence.lows)):
        if sentence.low(k) in (";", ":", ".", "|") or sentence.low(k) in rules.words["relatives"]:
            return False
        if predicate.finite_tense(sentence, k, rules):
            return True
    return False


def _of_a_place(draft: Draft, *_: object) -> bool:
    """« ont pris le contrôle de la ville de Narvik »: the place stands behind « de »."""
    return any(a.label == "LOC" and a.start - draft.trigger.end <= 9 for a in draft.around.slots.get("de", ()))


def _attacked_or_dated(draft: Draft, *_: object) -> bool:
    return bool(draft.participants) or draft.attached


def _indefinite(draft: Draft, rules: EventRules) -> bool:
    """« un entretien », « des négociations »: told for the first time, not spoken of again."""
    head = draft.trigger.head
    before = draft.sentence.lows[max(0, head - 2) : head]
    return draft.plural or not rules.words["indefinite"].isdisjoint(before)


def _met(draft: Draft, _: Context, rules: EventRules) -> bool:
    """Somebody; or « un entretien a eu lieu lundi »."""
    told = draft.around.happens and _indefinite(draft, rules)
    return bool(draft.participants) or (told and bool(draft.dated or draft.places))


def _met_or_placed(draft: Draft, _: Context, rules: EventRules) -> bool:
    return _named_or_placed(draft) or (draft.around.happens and draft.attached and _indefinite(draft, rules))


def _opens_or_person(draft: Draft, context: Context, rules: EventRules) -> bool:
    return people(draft, context) > 0 or _opens(draft, context, rules)


def _done(draft: Draft, *_: object) -> bool:
    """« a été installé », « installé en 2012 »; « le siège est installé à Oslo » is how things stand."""
    verb = draft.trigger.verb
    if verb is None or verb.voice != "passive" or verb.tense != "present" or draft.attached:
        return True
    return "été" in draft.sentence.lows[verb.start : verb.end]


def _lower(draft: Draft, *_: object) -> bool:
    """« une rencontre », not « les Rencontres d'Oslo », which are a gathering's name."""
    head = draft.trigger.head
    return head == 0 or not draft.plural or not draft.sentence.capital(head)


def _named_or_own_date(draft: Draft, *_: object) -> bool:
    """Somebody; or « Relations diplomatiques établies le 5 mai 1992 », of whoever the text is about."""
    return bool(draft.participants) or draft.attached


def _public(draft: Draft, *_: object) -> bool:
    """A day of its own, and where it was or who was there: small gatherings are not told of otherwise."""
    return draft.attached and bool(draft.places or draft.participants)


def _own_date(draft: Draft, *_: object) -> bool:
    return draft.attached


def _long_ago(draft: Draft, *_: object) -> bool:
    """Before most « battirent les Suédois » were told of matches."""
    return draft.days[1] is not None and draft.days[1].year < MATCHES


TESTS: dict[str, Test] = {
    "attached-date": _attached,
    "attached-or-placed": _attached_or_placed,
    "attacked-or-dated": _attacked_or_dated,
    "date": _dated,
    "dated-place": _dated_place,
    "detail": _detail,
    "detail-of-place-or-date": _place_or_date,
    "done": _done,
    "finite": _finite,
    "finite-or-reduced": _finite_or_reduced,
    "gathered": _gathered,
    "goal": _goal,
    "happening": _happening,
    "joint-or-named": _joint_or_named,
    "met": _met,
    "met-or-dated-place": _met_or_placed,
    "of-a-place": _of_a_place,
    "of-place": _of_place,
    "long-ago": _long_ago,
    "lower": _lower,
    "own-date": _own_date,
    "once": _once,
    "opens": _opens,
    "opens-or-person": _opens_or_person,
    "participants-or-dated-place": _named_or_placed,
    "participants-or-own-date": _named_or_own_date,
    "dated-public": _public,
    "place": _place,
    "place-or-date": _place_or_date,
    "somewhere": _somewhere,
    "told-past": _told_past,
    "verbless": _verbless,
    "took-place": _took_place,
    "visited": _visited,
}
