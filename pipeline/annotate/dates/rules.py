"""`configs/fr/dates*.toml` → rules that can be run."""

import inspect
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from pipeline import config as configuration
from pipeline.annotate.dates import readers
from pipeline.annotate.dates.context import Tenses
from pipeline.annotate.dates.grammar import Grammar, Production
from pipeline.annotate.dates.guards import GUARDS
from pipeline.annotate.dates.neighbours import Neighbours
from pipeline.annotate.dates.numbers import KINDS, NumberWords, romans
from pipeline.annotate.dates.patterns import expand
from pipeline.annotate.dates.place import Surroundings
from pipeline.annotate.dates.tokens import Scanner, fold
from pipeline.config import Config
from pipeline.errors import ConfigError

RULES, WORDS = "dates.toml", "dates_words.toml"
Constant = str | int | float | bool


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Rule(_Part):
    """One rule as it stands in the file: see `configs/fr/dates.toml`."""

    name: str
    pattern: str | list[str]
    makes: str
    reads: str
    given: dict[str, Constant] = Field(default_factory=dict, alias="with")
    guard: list[str] = Field(default_factory=list)
    examples: dict[str, str] = Field(default_factory=dict)
    others: list[str] = Field(default_factory=list)

    def patterns(self) -> list[str]:
        """The pattern, or each of several."""
        return [self.pattern] if isinstance(self.pattern, str) else self.pattern


class RuleFile(_Part):
    """`dates.toml`: the rules, which kinds they make, and which of these are mentions."""

    kinds: dict[str, list[str]]
    mentions: list[str]
    silent: list[str] = Field(default_factory=list)
    triggers: list[str]
    rule: list[Rule]


class Number(_Part):
    """Number words."""

    cardinals: dict[str, int]
    ordinals: dict[str, int]
    endings: list[str]
    first: list[str]


class Feast(_Part):
    """A holiday: its names and when it is."""

    names: list[str]
    month: int = 0
    day: int = 0
    easter: int | None = None
    weekday: int | None = None
    nth: int = 0
    offset: int = 0


class Words(_Part):
    """`dates_words.toml`: the words that fill slots."""

    number: Number
    words: dict[str, dict[str, list[str]]]
    feast: dict[str, Feast]
    around: dict[str, list[str]]
    tense: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class DateRules:
    """All that finding and reading time expressions needs; made once, then shared."""

    grammar: Grammar
    scanner: Scanner
    surroundings: Surroundings
    tenses: Tenses
    rules: tuple[Rule, ...] = field(repr=False, default=())


def load_rules(config: Config) -> DateRules:
    """Read `dates.toml` and `dates_words.toml` of the folder of French; raises `ConfigError`."""
    return read_rules(config.french)


def read_rules(folder: Path) -> DateRules:
    """The rules of a folder; raises `ConfigError`."""
    file = configuration.load_rules(folder / RULES, RuleFile)
    words = configuration.load_rules(folder / WORDS, Words)
    numbers = NumberWords(
        {fold(w): n for w, n in words.number.cardinals.items()},
        {fold(w): n for w, n in words.number.ordinals.items()},
        frozenset(map(fold, words.number.endings)),
        frozenset(map(fold, words.number.first)),
    )
    grammar = Grammar(numbers.read, file.mentions)
    problems = [*_add_words(grammar, words, file), *_add_rules(grammar, file)]
    if problems:
        raise ConfigError(f"{folder / RULES}: {problem}" for problem in problems)
    known = {*grammar.words(), *numbers.words()}
    first, last = grammar.outermost()
    neighbours = Neighbours(grammar.made, numbers.first_words(), numbers.last_words(), numbers.words())
    common = frozenset(map(fold, words.around["common"]))
    triggers = {fold(word) for word in words.around["triggers"]}
    for forms in (
        *(forms for name in file.triggers for forms in words.words.get(name, {}).values()),
        *(feast.names for feast in words.feast.values()),
    ):
        triggers.update(_telling(forms, triggers, common))
    return DateRules(
        grammar=grammar,
        scanner=Scanner(known, triggers, first | numbers.first_words(), last | numbers.last_words(), neighbours),
        surroundings=Surroundings.of(words.around),
        tenses=Tenses.of(words.tense),
        rules=tuple(file.rule),
    )


def _telling(forms: Iterable[str], known: Container[str], common: Container[str]) -> Iterator[str]:
    """Of each form one word, where it doesn't stand, the form doesn't either: if none is known yet, the longest."""
    for form in forms:
        for steps in expand(form):
            if not any(step.name in known for step in steps):
                yield max((step.name for step in steps if step.name not in common), key=len)


def _add_words(grammar: Grammar, words: Words, file: RuleFile) -> list[str]:
    constants: list[tuple[str, object, str]] = [
        (kind, int(key) if key.lstrip("-").isdecimal() else key, form)
        for kind, entries in words.words.items()
        for key, forms in entries.items()
        for form in forms
    ]
    constants += [("roman", number, form) for form, number in romans().items()]
    for key, feast in words.feast.items():
        holiday = readers.points.feast(key, **feast.model_dump(exclude={"names"}))
        constants += [("feast", holiday, name) for name in feast.names]
    for kind, value, form in constants:
        makes = (kind, *file.kinds.get(kind, ()))
        grammar.add(expand(form), Production(0, kind, makes, partial(_constant, value)))
    return []


def _constant(value: object, values: tuple[object, ...]) -> object:
    del values
    return value


def _add_rules(grammar: Grammar, file: RuleFile) -> list[str]:
    made = {*KINDS, *grammar.made, *(kind for rule in file.rule for kind in _makes(rule, file))}
    problems: list[str] = []
    for rank, rule in enumerate(file.rule, start=1):
        try:
            sequences = [sequence for pattern in rule.patterns() for sequence in expand(pattern)]
        except ValueError as error:
            problems.append(f"rule {rule.name}: pattern: {error}")
            continue
        slots = [tuple(step.name for step in sequence if step.is_slot) for sequence in sequences]
        silent = frozenset(file.silent)
        if wrong := list(_wrong(rule, set(slots), made, silent)):
            problems += (f"rule {rule.name}: {problem}" for problem in wrong)
            continue
        for sequence, names in zip(sequences, slots, strict=True):
            build = _builder(readers.READERS[rule.reads], _numbered(names), rule.given, silent)
            grammar.add([sequence], Production(rank, rule.name, _makes(rule, file), build, tuple(rule.guard)))
    return problems


def _makes(rule: Rule, file: RuleFile) -> tuple[str, ...]:
    return (rule.makes, *file.kinds.get(rule.makes, ()))


def _wrong(rule: Rule, slots: set[tuple[str, ...]], made: Container[str], silent: frozenset[str]) -> Iterator[str]:
    """What of a rule can't be used: names of what is not there, slots that its reader doesn't take."""
    if unknown := sorted(set(rule.guard) - set(GUARDS)):
        yield f"guard: {unknown} unknown; known are {sorted(GUARDS)}"
    if unmade := sorted({slot for row in slots for slot in row if slot not in made}):
        yield f"pattern: nothing makes {', '.join(f'{{{slot}}}' for slot in unmade)}"
        return
    read: Callable[..., object] | None = readers.READERS.get(rule.reads)
    if read is None:
        yield f"reads: {rule.reads!r} is no reader; known are {sorted(readers.READERS)}"
        return
    signature = inspect.signature(read)
    for names in sorted({_handed_on(_numbered(row), silent) for row in slots}):
        try:
            signature.bind(**dict.fromkeys(names), **rule.given)
        except TypeError as error:
            yield f"reads: {rule.reads!r} can't read {', '.join(names) or 'nothing'}: {error}"


def _handed_on(names: tuple[str, ...], silent: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name.rstrip("0123456789") not in silent)


def _numbered(slots: tuple[str, ...]) -> tuple[str, ...]:
    """Slots as arguments: the second `{point}` is `point2`."""
    return tuple(s if slots[:i].count(s) == 0 else f"{s}{slots[:i].count(s) + 1}" for i, s in enumerate(slots))


def _builder(
    read: Callable[..., object], names: tuple[str, ...], given: Mapping[str, Constant], silent: frozenset[str]
) -> Callable[[tuple[object, ...]], object | None]:
    kept = tuple(i for i, name in enumerate(names) if name.rstrip("0123456789") not in silent)
    named = _handed_on(names, silent)

    def build(values: tuple[object, ...]) -> object | None:
        return read(**dict(zip(names, values, strict=True)), **given)

    def build_without_silent(values: tuple[object, ...]) -> object | None:
        return read(**dict(zip(named, [values[i] for i in kept], strict=True)), **given)

    return build if named == names else build_without_silent
