"""Which named ones a text means by « les deux pays », « nos relations », « les deux présidents »."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.annotate.events.grammar.phrases import governed
from pipeline.annotate.events.grammar.tokens import WORD, Sentence
from pipeline.annotate.events.knowledge.rules import EventRules
from pipeline.annotate.events.who.actors import Actor
from pipeline.records import Entity, Mention
from pipeline.spelling import fold

_NEAR = 400


@dataclass(frozen=True)
class Context:
    """What the whole text says of its states and leaders.

    `states` and `leaders` are those that the text names together, with the place where; `pair` are the
    two states that the text is about, where it is about two; `people` and `bodies` where each person, each
    organisation is named; `delegations` those that sent one; `main` the country that it names far more than others;
    `entries` the paragraphs that their layout dates.
    """

    entities: Sequence[Entity]
    countries: Mapping[str, int]
    states: tuple[tuple[int, tuple[int, ...]], ...]
    leaders: tuple[tuple[int, tuple[int, ...]], ...]
    pair: tuple[int, ...]
    cities: tuple[tuple[int, tuple[int, ...]], ...] = ()
    people: tuple[tuple[int, int], ...] = ()
    bodies: tuple[tuple[int, int], ...] = ()
    delegations: tuple[tuple[int, int], ...] = ()
    main: tuple[int, ...] = ()
    entries: frozenset[int] = frozenset()

    def last_person(self, at: int) -> int | None:
        """Who was named last before a place in the text, within a sentence or two."""
        i = bisect_right(self.people, (at, -1))
        return self.people[i - 1][1] if i and at - self.people[i - 1][0] < _NEAR else None

    def last_named(self, among: Collection[int], at: int) -> int | None:
        """Which of some people was named last before a place in the text."""
        before = self.people[: bisect_right(self.people, (at, -1))]
        return next((entity for _, entity in reversed(before) if entity in among), None)

    def meant(self, group: str, at: int, number: int = 2) -> tuple[int, ...]:
        """Those whom « les deux … », « les trois … » at a place in the text stands for, or nobody."""
        named = {"states": self.states, "cities": self.cities}.get(group, self.leaders)
        before = named[: bisect_right(named, (at, (1 << 30,)))]
        found = next((row for _, row in reversed(before) if len(row) == number), ())
        return found or (self.pair if group == "states" and number == 2 else ())


def is_country(entity: Entity) -> bool:
    """States act; cities and regions don't."""
    return entity.label == "LOC" and entity.kind == "country"


def read(
    text: str,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    rules: EventRules,
) -> Context:
    """What can be known before any sentence is read."""
    countries = {e.place: i for i, e in reversed(list(enumerate(entities))) if is_country(e) and e.place}
    cities = tuple(sorted(_coordinated(text, mentions, entities, "LOC", "city")))
    together = _coordinated(text, mentions, entities, "LOC"), _bilateral(text, countries, rules)
    states = tuple(sorted([*together[0], *together[1], *_of_capitals(cities, entities, countries, rules)]))
    leaders = tuple(sorted(_coordinated(text, mentions, entities, "PER")))
    people = tuple([(m.start, m.entity) for m in mentions if m.label == "PER"])
    bodies = tuple([(m.start, m.entity) for m in mentions if m.label == "ORG"])
    pair, sent = _pair(mentions, entities, states), _sent(text, mentions)
    main = _main(mentions, entities)
    return Context(entities, countries, states, leaders, pair, cities, people, bodies, sent, main)


def _main(mentions: Sequence[Mention], entities: Sequence[Entity]) -> tuple[int, ...]:
    counted = Counter(m.entity for m in mentions if is_country(entities[m.entity])).most_common(2)
    clear = counted and counted[0][1] > 3 and (len(counted) == 1 or counted[0][1] >= 2 * counted[1][1])
    return (counted[0][0],) if clear else ()


_DELEGATION = re.compile(r"\bdélégation\b[^.;:!?\n]{0,60}")


def _sent(text: str, mentions: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    """« une délégation du Sénat », « une délégation conduite par X »: where, and whose."""
    if "délégation" not in text:
        return ()
    found = []
    starts = [m.start for m in mentions]
    for match in _DELEGATION.finditer(text):
        i = bisect_right(starts, match.start())
        if i < len(mentions) and mentions[i].start < match.end() and mentions[i].label in ("ORG", "PER"):
            found.append((match.start(), mentions[i].entity))
    return tuple(found)


def _coordinated(
    text: str, mentions: Sequence[Mention], entities: Sequence[Entity], label: str, kind: str = "country"
) -> list[tuple[int, tuple[int, ...]]]:
    """Names of one sort, places of one kind, in a row that « et » closes: « A et B », « A, B et C »."""
    found: list[tuple[int, tuple[int, ...]]] = []
    row: list[Mention] = []
    for mention in mentions:
        wanted = mention.label == label and (label != "LOC" or entities[mention.entity].kind == kind)
        between = text[row[-1].end : mention.start] if row else ""
        linked = row and wanted and len(between) < _FAR[label] and mention.entity not in {m.entity for m in row}
        if linked and _joins(between, label):
            found.append((mention.end, (*(m.entity for m in row), mention.entity)))
            row = [mention]
        elif linked and _goes_on(between, label):
            row.append(mention)
        else:
            row = [mention] if wanted else []
    return found


def _goes_on(between: str, label: str) -> bool:
    """« A, B »: more of them will follow."""
    if label == "LOC":
        return between.strip() in (",", ", la", ", le", ", les", ", l’", ", l'")
    return between.startswith(",") and not any(stop in between for stop in _STOPS)


def _of_capitals(
    cities: Sequence[tuple[int, tuple[int, ...]]],
    entities: Sequence[Entity],
    countries: Mapping[str, int],
    rules: EventRules,
) -> list[tuple[int, tuple[int, ...]]]:
    """« Rabat et Madrid » are two states as well, where the text names these."""
    found = []
    for at, row in cities:
        codes = [code for e in row if (code := entities[e].country or "") and is_capital(entities[e], code, rules)]
        states = tuple([countries[code] for code in codes if code in countries])
        if len(set(states)) == len(row):
            found.append((at, states))
    return found


def is_capital(city: Entity, code: str, rules: EventRules) -> bool:
    """« Rabat », where a capital may act for its state."""
    name = fold(rules.capitals.get(code, ""))
    return bool(name) and name in map(fold, (city.name, *city.forms))


_LETTERS_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]+\Z")
_LETTERS = re.compile(r"[^\W\d_]+(?!\w)")
_HALF = 24
"""Half of a bilateral adjective has so many letters at most."""
_FAR = {"LOC": 24, "PER": 110}
_STOPS = (".", ";", ":", "\n\n", " a ", " ont ", " est ", " qui ")


def _joins(between: str, label: str) -> bool:
    words = f" {between} ".replace(",", " , ").split()
    if any(stop in between for stop in _STOPS):
        return False
    if label == "LOC":
        return (
            "et" in words and not (set(words) - {"et", "la", "le", "les", "l’", "l'", "République", "de", "du", ","})
        ) or (between.strip() in ("-", "–", "—") or between.lower().strip() in ("et l’", "et l'"))
    return "et" in words or "avec" in words


def _bilateral(text: str, countries: Mapping[str, int], rules: EventRules) -> list[tuple[int, tuple[int, ...]]]:
    """« franco-kazakh » names both states."""
    found: list[tuple[int, tuple[int, ...]]] = []
    at = text.find("-")
    while at >= 0 and len(countries) > 1:
        before, after = _LETTERS_BEFORE.search(text, max(0, at - _HALF), at), _LETTERS.match(text, at + 1)
        both = pair_of(f"{before[0]}-{after[0]}", countries, rules) if before and after else ()
        if both and after:
            found.append((after.end(), both))
        at = text.find("-", at + 1)
    return found


def pair_of(word: str, countries: Mapping[str, int], rules: EventRules) -> tuple[int, ...]:
    """The two states of a bilateral adjective, as far as the text names both.

    A word of two halves of which one is no nationality gives nothing.
    """
    first, _, second = word.lower().rpartition("-")
    codes = rules.prefixes.get(first) or rules.nationalities.get(first), rules.nationalities.get(second)
    both = tuple(countries[code] for code in codes if code and code in countries)
    return both if len(set(both)) == 2 else ()


def _pair(
    mentions: Sequence[Mention], entities: Sequence[Entity], states: Sequence[tuple[int, tuple[int, ...]]]
) -> tuple[int, ...]:
    """The two states that a text is about: named together, and each far more often than any third."""
    counted = Counter(m.entity for m in mentions if is_country(entities[m.entity]))
    if len(counted) < 2:
        return ()
    ranked = sorted(counted.items(), key=lambda c: (-c[1], c[0]))
    (first, _), (second, n) = ranked[:2]
    third = ranked[2][1] if len(ranked) > 2 else 0
    together = any(set(pair) == {first, second} for _, pair in states)
    return tuple(sorted((first, second))) if together and n >= 2 and n >= 2 * third else ()


def groups(sentence: Sentence, context: Context, rules: EventRules) -> list[Actor]:
    """Actors that name nobody themselves: « les deux pays », « leurs deux présidents », « franco-kazakh »."""
    found: list[Actor] = []
    counted, both_sided = rules.words.group_of, rules.words["both sides"]
    for k, low in enumerate(sentence.lows):
        if low in counted:
            found += _counted(sentence, k, context, rules) if sentence.kinds[k] == WORD else []
        elif "-" in low and sentence.kinds[k] == WORD:
            both = pair_of(low, context.countries, rules)
            found += [_adjective(k, both)] if both else []
        elif low in both_sided:
            both = context.meant("states", sentence.starts[k])
            found += [_adjective(k, both)] if both else []
    return found


def _adjective(k: int, both: tuple[int, ...]) -> Actor:
    return Actor(k, k + 1, both, "LOC", "", group="states", adjective=True)


def _counted(sentence: Sentence, k: int, context: Context, rules: EventRules) -> list[Actor]:
    kind = rules.words.group_of.get(sentence.low(k), "")
    number = _number(sentence, k, kind, rules) if kind else 0
    meant = context.meant(kind, sentence.starts[k], number) if number else ()
    if number and not meant and kind == "leaders":
        meant = _all_with_office(sentence.low(k), number, context)
    if not meant:
        return []
    start, preposition = governed(sentence, k, rules.words)
    end = k + 1
    if kind == "leaders" and sentence.low(end) in rules.words["of"]:
        end += 2
    return [Actor(start, end, meant, "PER" if kind == "leaders" else "LOC", preposition, group=kind)]


def _all_with_office(office: str, number: int, context: Context) -> tuple[int, ...]:
    """« les trois présidents »: those whom the text calls one, if they are three."""
    title = {"chefs": "president"}.get(office, fold(office).removesuffix("s"))
    found = [
        i
        for i, entity in enumerate(context.entities)
        if any(fold(role.title).split()[:1] == [title] for role in entity.roles)
    ]
    return tuple(found) if len(found) == number else ()


def _number(sentence: Sentence, k: int, kind: str, rules: EventRules) -> int:
    """How many are meant: 2 of « les deux pays », « nos relations », 3 of « les trois présidents »; else 0."""
    low, before = sentence.low(k), sentence.low(k - 1)
    if kind == "states" and low in rules.words["ties"]:
        return 2 if before in rules.words["ours"] else 0
    if before in _NUMBERS and sentence.low(k - 2) in rules.words["before two"]:
        return _NUMBERS[before]
    return 2 if (low == "parties" and before == "les") or (before == "nos" and low in ("pays", "gouvernements")) else 0


_NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
