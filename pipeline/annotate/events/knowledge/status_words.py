"""The words of `configs/fr/events_status.toml`, ready to be asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from pipeline.annotate.events.knowledge.inflection import Conjugation

Words = frozenset[str]


class StatusFile(BaseModel):
    """All of `events_status.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    verbs: Mapping[str, tuple[str, ...]]
    not_of: Mapping[str, Words]
    nouns: Mapping[str, Words]
    light: Mapping[str, Words]
    behind: Mapping[str, Words]
    beside: Mapping[str, Words]
    underway: Mapping[str, Words]
    modals: Mapping[str, Words]
    words: Mapping[str, Words]


@dataclass(frozen=True)
class StatusWords:
    """`verbs` gives the kind and tense of a form, the others the kind of a word."""

    verbs: Mapping[str, tuple[str, str]]
    not_of: Mapping[str, Words]
    nouns: Mapping[str, str]
    light: Words
    behind: Mapping[str, Words]
    beside: Mapping[str, str]
    underway: Mapping[str, str]
    modals: Mapping[str, str]
    words: Mapping[str, Words]

    def __getitem__(self, key: str) -> Words:
        return self.words[key]

    def verb(self, form: str, type_: str) -> tuple[str, str]:
        """What a verb's form makes of a happening of a type, and the form's tense; nothing of most."""
        kind, tense = self.verbs.get(form, ("", ""))
        return ("", "") if type_ in self.not_of.get(kind, ()) else (kind, tense)


def compiled(file: StatusFile, verbs: Conjugation) -> StatusWords:
    """Every form of every verb."""
    return StatusWords(
        verbs=dict(reversed(list(_forms(file, verbs)))),
        not_of=file.not_of,
        nouns=_kinds(file.nouns),
        light=file.light["words"],
        behind=file.behind,
        beside=_kinds(file.beside),
        underway=_kinds(file.underway),
        modals=_kinds(file.modals),
        words=file.words,
    )


def _forms(file: StatusFile, verbs: Conjugation) -> Iterator[tuple[str, tuple[str, str]]]:
    for kind, infinitives in file.verbs.items():
        for infinitive in infinitives:
            yield from ((form, (kind, tense)) for form, tense in verbs.forms(infinitive).items())


def _kinds(lists: Mapping[str, Words]) -> dict[str, str]:
    return {word: kind for kind, words in lists.items() for word in words}


OCCURRED, PLANNED, CANCELLED, UNCERTAIN = "occurred", "planned", "cancelled", "uncertain"
FORETOLD, PAST_PLAN = "foretold", "past_plan"
"""A future, and a plan told in the past: what became of them depends on the day."""
CALLS_OFF = frozenset({"cancelled", "postponed", "interrupted", "renounced", "prevented"})


class Said(NamedTuple):
    """What a sentence says of a happening; `told` by a verb, not merely spoken of by a noun.

    `day` is the token of the day to which it was put off, whatever other days the sentence has; else -1.
    """

    status: str
    negated: bool = False
    told: bool = True
    day: int = -1
