"""The rules of `configs/fr/events/`, read and made ready: which word starts which rule."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from pipeline.annotate.events.knowledge import status_words
from pipeline.annotate.events.knowledge.inflection import Conjugation
from pipeline.annotate.events.knowledge.status_words import StatusFile, StatusWords
from pipeline.annotate.events.knowledge.words import Words
from pipeline.records import TypeOfEvent

Voice = Literal["active", "passive", "pronominal", "reduced"]
Need = str
"""The name of a test in `needs`."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Slot(_Strict):
    """What a place in the sentence makes of the names there: their role, if they are of these labels.

    Of places only states act; with `capitals` theirs do so for them, with `cities` any may.
    """

    role: str
    labels: tuple[Literal["PER", "ORG", "LOC"], ...]
    cities: bool = False
    capitals: bool = False


class Rule(_Strict):
    """One way in which French tells of one sort of happening.

    `verbs` are infinitives, `nouns` phrases whose first word may carry « (s) ». `object` names the class of
    nouns that must be the verb's object, the passive's subject or the noun's complement. `before` and `after`
    must match what stands around the trigger in the sentence, `not_before` and `not_after` must not. All of
    `needs` must be there. `frame` says what the sentence's parts are in the happening; the places in the slots
    `places` are where it took place. `plain` says that the event is called by its `head` alone. Of an
    `intransitive` verb the `object` is the subject: « un consulat ouvrira ».
    """

    name: str
    type: TypeOfEvent
    frame: str
    head: str = ""
    verbs: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ("active", "passive", "pronominal", "reduced")
    nouns: tuple[str, ...] = ()
    object: str = ""
    before: str = ""
    not_before: str = ""
    after: str = ""
    not_after: str = ""
    needs: tuple[Need, ...] = ()
    status: str = ""
    places: tuple[str, ...] = ()
    intransitive: bool = False
    subject: bool = False
    chronicle: bool = False
    listed: bool = False
    plain: bool = False
    topic: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class SharedFile(_Strict):
    """All of `events.toml`: what the rules of every type stand on.

    `entries` are the rules that need nothing more where their noun opens a line that its layout dates.
    """

    entries: frozenset[str]
    classes: Mapping[str, tuple[str, ...]]
    frames: Mapping[str, Mapping[str, Slot]]
    places: Mapping[str, frozenset[str]]


class RuleFile(_Strict):
    """All of a file in `events/`: the rules of one type, and the classes and frames that only they use."""

    classes: Mapping[str, tuple[str, ...]] = {}
    frames: Mapping[str, Mapping[str, Slot]] = {}
    rule: tuple[Rule, ...] = Field(min_length=1)


_PERSONAL = {"person": 1, "traveller": 1, "host-place": 1, "two-people": 2}
"""The needs that ask for people, and for how many."""
_NOT_FINITE = ("infinitive", "gerund", "subjunctive", "future", "conditional")
"""The tenses that the need `finite` leaves out."""
_DATED = frozenset({"attached-date", "dated-place", "own-date"})
"""The needs that ask for a date in the same sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word that may start a rule: a verb's form with its tense, or a noun and what must follow it."""

    rule: Rule
    tense: str = ""
    rest: re.Pattern[str] | None = None
    plural: bool = False

    @property
    def reflexive(self) -> bool:
        """Whether « se » must go with the word."""
        return bool(self.tense) and self.rule.voices == ("pronominal",)


@dataclass(frozen=True)
class Patterns:
    """A rule's expressions, compiled once."""

    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None


@dataclass(frozen=True)
class EventRules:
    """What the finding of events knows. `nationalities` and `prefixes` give the country of an adjective, `capitals`
    the capital of a country."""

    rules: tuple[Rule, ...]
    frames: Mapping[str, Mapping[str, Slot]]
    places: Mapping[str, tuple[str, ...]]
    words: Words
    status: StatusWords
    index: Mapping[str, tuple[Entry, ...]]
    phrasal: frozenset[str]
    patterns: Mapping[str, Patterns]
    people: Mapping[str, int]
    dated: frozenset[str]
    chronicle: tuple[Entry, ...]
    listed: tuple[Entry, ...]
    entries: frozenset[str]
    objects: Mapping[str, Mapping[str, tuple[re.Pattern[str] | None, ...]]]
    happening: frozenset[str]
    tenses: Mapping[str, str]
    intransitive: frozenset[str]
    telling: Mapping[str, Mapping[str, str]]
    shown: Mapping[str, str]
    said: Mapping[str, str]
    told: frozenset[str]
    governors: Mapping[str, str]
    nationalities: Mapping[str, str] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)
    capitals: Mapping[str, str] = field(default_factory=dict)


def compiled(
    shared: SharedFile,
    files: Sequence[RuleFile],
    words: Words,
    status: StatusFile,
    verbs: Conjugation,
    nationalities: Mapping[str, str],
    prefixes: Mapping[str, str],
    capitals: Mapping[str, str],
) -> EventRules:
    """Everything made ready."""
    rules = tuple(rule for file in files for rule in file.rule)
    frames = {**shared.frames, **{name: frame for file in files for name, frame in file.frames.items()}}
    classes = {**shared.classes, **{name: nouns for file in files for name, nouns in file.classes.items()}}
    index: dict[str, list[Entry]] = {}
    for rule in rules:
        for word, entry in _entries(rule, verbs):
            index.setdefault(word, []).append(entry)
    tenses = _tenses(words.happen["verbs"], verbs)
    return EventRules(
        rules=rules,
        frames={name: {**frame, **frames["any"], **frame} for name, frame in frames.items()},
        places={
            type_: (*sorted(shared.places.get(type_, shared.places["default"])), "où")
            for type_ in get_args(TypeOfEvent)
        },
        words=words,
        status=status_words.compiled(status, verbs),
        index={word: tuple(entries) for word, entries in index.items()},
        phrasal=frozenset(word for word, entries in index.items() if all(entry.rest for entry in entries)),
        chronicle=tuple(Entry(rule) for rule in rules if rule.chronicle),
        listed=tuple(Entry(rule) for rule in rules if rule.listed),
        patterns={rule.name: _patterns(rule, words.between if rule.verbs else "") for rule in rules},
        dated=frozenset(rule.name for rule in rules if not _DATED.isdisjoint(rule.needs)),
        people={rule.name: max([_PERSONAL.get(need, 0) for need in rule.needs], default=0) for rule in rules},
        entries=shared.entries,
        objects={name: _nouns(phrases) for name, phrases in classes.items()},
        happening=frozenset(tenses),
        tenses=tenses,
        governors=dict.fromkeys(words["had"], "")
        | dict.fromkeys(words["hosts"], "host")
        | {f: role for role, infinitives in words.governors.items() for v in infinitives for f in verbs.forms(v)},
        intransitive=frozenset(f for v in words.happen["intransitive"] for f in verbs.forms(v)),
        telling={type_: _tenses(words.happen.get(type_, ()), verbs) for type_ in get_args(TypeOfEvent)},
        shown=_tenses(words.happen["shown"], verbs),
        told=frozenset().union(*(_tenses(words.happen.get(type_, ()), verbs) for type_ in get_args(TypeOfEvent))),
        said=tenses | _tenses(words.happen["shown"], verbs),
        nationalities=nationalities,
        prefixes=prefixes,
        capitals=capitals,
    )


def _tenses(infinitives: tuple[str, ...], verbs: Conjugation) -> dict[str, str]:
    return {form: tense for verb in infinitives for form, tense in verbs.forms(verb).items()}


def _entries(rule: Rule, verbs: Conjugation) -> Iterator[tuple[str, Entry]]:
    for verb in rule.verbs:
        forms = verbs.forms(verb).items()
        unwanted = _NOT_FINITE if "finite" in rule.needs else ()
        yield from ((form, Entry(rule, tense)) for form, tense in forms if tense not in unwanted)
    for phrase in rule.nouns:
        yield from ((word, Entry(rule, rest=rest, plural=plural)) for word, rest, plural in _phrase(phrase))


def _phrase(phrase: str) -> Iterator[tuple[str, re.Pattern[str] | None, bool]]:
    """« prise(s) de fonctions »: its first word in each number, and what must follow."""
    first, _, rest = phrase.partition(" ")
    pattern = re.compile(r"\s+" + _loose(rest), re.IGNORECASE) if rest else None
    singular, mark, _ = first.partition("(")
    for ending in dict.fromkeys(("", mark and first[first.index("(") + 1 : -1])):
        yield singular + ending, pattern, bool(ending)


def _loose(phrase: str) -> str:
    pattern = re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")
    return re.sub(r"\\\((\w+)\\\)", r"(?:\1)?", pattern) + r"(?!\w)"


def _nouns(phrases: tuple[str, ...]) -> dict[str, tuple[re.Pattern[str] | None, ...]]:
    found: dict[str, list[re.Pattern[str] | None]] = {}
    for phrase in phrases:
        for word, rest, _ in _phrase(phrase):
            found.setdefault(word, []).append(rest)
    return {word: tuple(rests) for word, rests in found.items()}


def _patterns(rule: Rule, between: str) -> Patterns:
    return Patterns(
        before=_compiled(rule.before, r"(?:{})\s*$"),
        not_before=_compiled(rule.not_before, r"(?:{})\s*$"),
        after=_compiled(rule.after, rf"\s*{between}(?:{{}})"),
        not_after=_compiled(rule.not_after, r"\s*(?:{})"),
    )


def _compiled(pattern: str, around: str) -> re.Pattern[str] | None:
    return re.compile(around.replace("{}", pattern).replace("'", "['’]"), re.IGNORECASE) if pattern else None
