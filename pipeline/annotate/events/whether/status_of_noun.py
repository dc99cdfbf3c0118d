"""Whether what a noun names took place.

The nearest word that speaks of it decides: what it hangs on (« l'annulation de la visite », « a renoncé à sa visite »),
the finite verb whose subject it is, insertions between commas skipped (« la visite, prévue mardi, a été annulée »), the
verb that says that it takes place, and then the adjectives and participles beside it.
"""

from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar import verbgroup
from pipeline.annotate.events.grammar.lead import Lead, lead, opens
from pipeline.annotate.events.grammar.predicate import Predicate, finite_tense, last_tense, next_tense, predicate
from pipeline.annotate.events.grammar.tokens import DATE, NAME, WORD, Sentence
from pipeline.annotate.events.grammar.verbgroup import ACTIVE, PRONOMINAL, REDUCED, VerbGroup
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
from pipeline.annotate.events.whether import status_of_verb

_SPOKEN_OF = Said(OCCURRED, told=False)


def read(sentence: Sentence, trigger: Trigger, verb: VerbGroup | None, rules: EventRules) -> Said:
    """What the sentence says of the happening; `verb` is the one found to say that it takes place."""
    left = lead(sentence, trigger.head, rules)
    said = _determined(sentence, trigger.head, left, rules) or _governed(sentence, trigger, left, rules)
    if said:
        return said
    subject = not left.preposition and opens(sentence, left.at, rules)
    main = predicate(sentence, trigger.end, rules) if subject else None
    said = _predicated(sentence, trigger, main, rules) if main else None
    said = said or _happens(sentence, trigger, verb, rules)
    if said:
        return said
    if status_of_verb.is_asked(sentence, trigger.end, trigger.end + 12, rules):
        return Said(UNCERTAIN)
    said = _beside(sentence, trigger, left, rules) or _by_tense(sentence, trigger, main, left, rules)
    return said or _in_reach_of_modal(sentence, left, trigger.head, rules) or _SPOKEN_OF


def _determined(sentence: Sentence, head: int, left: Lead, rules: EventRules) -> Said | None:
    """« aucune visite », « sans visite », « n'a pas eu de visite »."""
    lows, words = sentence.lows, rules.status
    inside = lows[left.at + 1 : head]
    if not words["none"].isdisjoint((*inside, sentence.low(left.at))):
        return Said(CANCELLED, negated=True)
    if sentence.low(left.at) == "sans" and rules.words["definite"].isdisjoint(inside):
        return Said(CANCELLED, negated=True)
    bare = left.preposition in ("de", "d'") and rules.words["articles"].isdisjoint(inside)
    near = lows[max(0, left.at - 2) : head]
    if bare and not rules.words["negators"].isdisjoint(near) and status_of_verb.is_denied(sentence, left.at, rules):
        return Said(CANCELLED, negated=True)
    return None


def _governed(sentence: Sentence, trigger: Trigger, left: Lead, rules: EventRules) -> Said | None:
    """What the noun hangs on: a noun (« l'annulation de »), or a verb whose object it is (« a annulé »)."""
    if left.at < 0 or sentence.kinds[left.at] != WORD:
        return None
    low = sentence.lows[left.at]
    kind = rules.status.nouns.get(low, "")
    if kind and (left.preposition or low == "attendant"):
        if low in rules.status.behind and sentence.low(left.at - 1) not in rules.status.behind[low]:
            return None
        return _of_name(sentence, left.at, kind, rules)
    kind, tense = rules.status.verb(low, trigger.rule.type)
    if not kind or kind in _NO_GOVERNORS or (left.preposition in ("à", "au", "aux")) != (kind == "renounced"):
        return None
    group = verbgroup.read(sentence, left.at, tense, rules.words)
    if group.voice not in (ACTIVE, PRONOMINAL):
        return None
    return _object(sentence, group, kind, rules)


_NO_GOVERNORS = frozenset({"held", "begun", "failed"})


def _of_name(sentence: Sentence, at: int, kind: str, rules: EventRules) -> Said:
    """« l'annulation de la visite », which somebody may only ask for."""
    if kind == "denied":
        return Said(CANCELLED, negated=True)
    if kind == CANCELLED:
        above = lead(sentence, at, rules).at
        asks = rules.status.verbs.get(sentence.low(above), ("",))[0] == UNCERTAIN
        return Said(UNCERTAIN if asks else CANCELLED)
    return Said(kind, told=False)


def _object(sentence: Sentence, group: VerbGroup, kind: str, rules: EventRules) -> Said:
    """« a annulé sa visite », « n'exclut pas une visite », « pourrait annuler sa visite »."""
    at = group.end - 1
    if group.tense == "infinitive":
        modal, does = status_of_verb.modal(sentence, group.start, rules)
        denied = group.negated or (
            modal >= 0 and (status_of_verb.is_denied(sentence, modal, rules) != (does == CANCELLED))
        )
        doubted = does == UNCERTAIN
    else:
        denied = group.negated
        doubted = group.tense == "conditional" or status_of_verb.in_condition(sentence, group.start)
    if kind in CALLS_OFF and doubted and not denied:
        return Said(UNCERTAIN)
    if kind == "postponed" and not denied and (day := _to_a_day(sentence, at + 1, rules)) >= 0:
        return Said(PLANNED, day=day)
    if sentence.low(at) in rules.status["awaited"]:
        return Said(PLANNED, told=False)  # « sans attendre le sommet »
    return _verdict(kind, group.tense, denied, yet=False)


def _verdict(kind: str, tense: str, denied: bool, yet: bool) -> Said:
    """What a verb makes of the happening that it calls off, plans, wishes or disclaims."""
    if kind in CALLS_OFF or kind == "failed":
        return Said(PLANNED if denied else CANCELLED)
    if kind == "disclaimed":
        return Said(UNCERTAIN, negated=not denied)
    if denied:
        return Said(UNCERTAIN if yet else CANCELLED, negated=True)
    if kind == UNCERTAIN:
        return Said(UNCERTAIN)
    return Said(PAST_PLAN if tense in ("imperfect", "participle", "past") else PLANNED)


def _to_a_day(sentence: Sentence, start: int, rules: EventRules) -> int:
    """The day of « a été reporté au 3 juin », « a repoussé sa visite à juin », or -1."""
    for k in sentence.dates:
        if start <= k <= start + 12:
            moved = sentence.low(k - 1) in rules.status["to a day"] and "," not in sentence.lows[start:k]
            return k if moved else -1
    return -1


def _predicated(sentence: Sentence, trigger: Trigger, main: Predicate, rules: EventRules) -> Said | None:
    """« la visite est annulée », « reste incertaine », « n'a pas pu avoir lieu », « a capoté »."""
    kind, tense = rules.status.verb(main.word, trigger.rule.type)
    if kind in ("held", "begun") or main.word == "lieu":
        return _takes_place(sentence, trigger.end, main, rules) if main.passive or kind != "held" else None
    if kind and ((main.passive and tense == "participle") or kind == "failed"):
        if kind in CALLS_OFF and main.tense == "conditional":
            return Said(UNCERTAIN)
        if main.modal and rules.words.modal.get(main.modal) == UNCERTAIN:
            return Said(UNCERTAIN)
        if kind == "postponed" and not main.denied and (day := _to_a_day(sentence, main.head + 1, rules)) >= 0:
            return Said(PLANNED, day=day)
        return _verdict(kind, main.tense, main.denied, main.yet)
    return _described(main, rules) if main.passive else None


def _described(main: Predicate, rules: EventRules) -> Said | None:
    """« reste possible », « n'est pas exclue », « n'est pas encore confirmée »."""
    kind = rules.status.beside.get(main.word) or rules.status.underway.get(main.word, "")
    if kind == "impossible":
        return Said(UNCERTAIN) if main.denied else Said(CANCELLED, negated=True)
    if kind == "sure":
        return Said(UNCERTAIN) if main.denied else None
    if kind in (UNCERTAIN, PLANNED):
        return Said(UNCERTAIN if main.denied else kind)
    return None


def _takes_place(sentence: Sentence, start: int, main: Predicate, rules: EventRules) -> Said:
    """« a eu lieu », « doit se tenir », « n'a pas pu être organisée »."""
    if main.denied:
        return Said(UNCERTAIN if main.yet else CANCELLED, negated=True)
    if main.modal in rules.status["past_plans"]:
        return Said(OCCURRED if _held_before(sentence, start, main.at, rules) else PAST_PLAN)
    if main.modal and main.modal not in ("pu", "dû"):
        return Said(rules.words.modal.get(main.modal, UNCERTAIN))
    if status_of_verb.in_condition(sentence, main.at):
        return Said(UNCERTAIN)
    return Said(status_of_verb.OF_TENSE.get(main.tense, OCCURRED), day=_held_on(sentence, main))


def _held_before(sentence: Sentence, start: int, end: int, rules: EventRules) -> bool:
    """« le vote, qui s'est tenu en juin, devait avoir lieu en mai »."""
    lows = sentence.lows
    if "qui" not in lows[start:end]:
        return False
    for k in range(lows.index("qui", start, end) + 1, end):
        kind, tense = rules.status.verbs.get(lows[k], ("", ""))
        if (kind == "held" and tense == "participle") or lows[k - 1 : k + 1] == ("eu", "lieu"):
            return rules.words.auxiliaries.get(lows[k - 1], ("", ""))[1] == "present" or lows[k] == "lieu"
    return False


def _held_on(sentence: Sentence, main: Predicate) -> int:
    """The day of « la visite, qui devait avoir lieu en mai, s'est tenue *en juin* », or -1."""
    inside = [k for k in sentence.dates if k < main.at and "," in sentence.lows[k + 1 : main.at]]
    behind = [k for k in sentence.dates if main.head < k <= main.head + 6]
    if not inside or not behind or "," in sentence.lows[main.head : behind[0]]:
        return -1
    return behind[0]


def _happens(sentence: Sentence, trigger: Trigger, verb: VerbGroup | None, rules: EventRules) -> Said | None:
    """What the verb that says so makes of it: « effectuera une visite », « n'a effectué aucune visite »."""
    if verb is None or verb.voice == REDUCED or verb.tense == "participle":
        return None
    kind, _ = rules.status.verb(sentence.low(verb.end - 1), trigger.rule.type)
    if kind and kind not in ("held", "begun"):
        return _verdict(kind, verb.tense, verb.negated, yet=False)
    if verb.negated and not kind and sentence.low(verb.end - 1) != "lieu":
        return Said(OCCURRED)  # « n'a pas marqué les esprits », « n'a pas participé au sommet »
    return status_of_verb.read(sentence, verb, rules)


def _beside(sentence: Sentence, trigger: Trigger, left: Lead, rules: EventRules) -> Said | None:
    """The adjectives and participles that go with the noun; nearest first."""
    before = [k for k in range(trigger.head - 1, left.at, -1) if sentence.kinds[k] == WORD]
    for k in (*before, *_behind(sentence, trigger, rules)):
        said = _adjective(sentence, k, trigger, rules)
        if said:
            return said
    if sentence.low(left.at) == ",":
        for k in range(min(2, left.at)):
            said = _adjective(sentence, k, trigger, rules)
            if said:
                return said
    return None


def _behind(sentence: Sentence, trigger: Trigger, rules: EventRules) -> list[int]:
    """Where an adjective of the noun may stand behind it: right there, behind a name, a date or a comma."""
    found: list[int] = []
    ends = {trigger.end, trigger.object[1] if trigger.object else 0}
    for k in range(trigger.end, min(trigger.end + 25, len(sentence.lows))):
        low = sentence.lows[k]
        if sentence.kinds[k] == WORD:
            last = sentence.lows[k - 1]
            own = k in ends or sentence.kinds[k - 1] in (NAME, DATE) or last == ","
            own = own or (k - 1 in found and (last.endswith("ment") or last in rules.status["between adjectives"]))
            if own:
                found.append(k)
            if low in rules.words["relatives"] or finite_tense(sentence, k, rules):
                break
            if not own and low in rules.index:
                break
        elif low in (";", ":", "."):
            break
    return found


def _adjective(sentence: Sentence, k: int, trigger: Trigger, rules: EventRules) -> Said | None:
    low = sentence.lows[k]
    kind = rules.status.beside.get(low, "")
    if kind in (PLANNED, UNCERTAIN):
        return Said(kind)
    if kind == "denied" and (
        low not in ("jamais", "non") or rules.index.get(sentence.low(k + 1)) or _is_pp(sentence.low(k + 1))
    ):
        return Said(CANCELLED, negated=True)
    kind, tense = rules.status.verb(low, trigger.rule.type)
    if tense != "participle" or kind in _NO_GOVERNORS:
        return None
    if kind == "postponed" and (day := _to_a_day(sentence, k + 1, rules)) >= 0:
        return Said(PLANNED, day=day)
    return _verdict(kind, "participle", denied=False, yet=False)


def _is_pp(low: str) -> bool:
    return low.endswith(("é", "ée", "és", "ées", "u", "ue", "ie", "i"))


def _by_tense(
    sentence: Sentence, trigger: Trigger, main: Predicate | None, left: Lead, rules: EventRules
) -> Said | None:
    """« la visite permettra … », « lors de sa visite, il signera … »: a future of the noun's clause."""
    lasting = sentence.low(left.at) in rules.status["while it lasts"]
    if lasting:
        ahead = "future" in (next_tense(sentence, trigger.end, rules), last_tense(sentence, left.at, rules))
        return Said(FORETOLD if ahead else OCCURRED)
    if main is None or main.word in rules.status["futures"]:
        return None
    if main.modal:
        kind = rules.words.modal.get(main.modal, "")
        return Said(kind) if kind in (PLANNED, UNCERTAIN) and not main.denied else None
    if main.tense in ("future", "conditional"):
        return Said(status_of_verb.OF_TENSE[main.tense])
    return Said(OCCURRED) if main.tense in ("past", "imperfect") else None


def _in_reach_of_modal(sentence: Sentence, left: Lead, head: int, rules: EventRules) -> Said | None:
    """« pourrait soumettre le texte à référendum », « doit obtenir une rencontre »: what is not there yet."""
    low, before = sentence.low(left.at), sentence.low(left.at - 1)
    if not low.endswith(_INFINITIVE) or before not in rules.status["finite modals"] or low in rules.happening:
        return None
    named = rules.words["definite"] | rules.words["possessives"]
    kind = rules.words.modal.get(before, "")
    new = named.isdisjoint(sentence.lows[left.at + 1 : head])
    return Said(kind) if new and kind in (PLANNED, UNCERTAIN) else None


_INFINITIVE = ("er", "ir", "re", "oir")
