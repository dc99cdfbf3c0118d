"""The words of `states.toml` that are signs of whose an office is, made expressions of."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.annotate.names.rules import SignWords

_TOWN = r"(?P<town>[A-ZÀ-Ý][\w-]*(?: d'[A-ZÀ-Ý]\w+)?)"
_APART = r"(?:,[^.;,\n]{0,60},)?"
"""What may stand between a name and its verb: « X, qui préside l'Union, a reçu … »."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """One expression a sign."""

    sent: re.Pattern[str]
    received: re.Pattern[str]
    met: re.Pattern[str]
    receives: re.Pattern[str]
    travels: re.Pattern[str]
    visit: re.Pattern[str]
    appointed: re.Pattern[str]
    beside: re.Pattern[str]
    along: re.Pattern[str]


@lru_cache
def phrases(words: SignWords) -> Phrases:
    """Compiled once for all texts."""
    manner = any_of(words.manner)
    travels = rf"{any_of(words.travels)}(?: une)?(?: (?:{manner}|\w{{2,5}}di|dimanche)){{0,4}} (?:à|en|au|aux)"
    return Phrases(
        sent=re.compile(rf"\b{any_of(words.sent)}\b"),
        received=re.compile(rf"\b{any_of(words.received)}\b[^.;\n]{{0,30}}\bpar\b[^.;,\n]{{0,25}}$"),
        met=re.compile(rf", où [^.;\n]{{1,40}}\b{any_of(words.met)}[^.;,\n]{{0,25}}$"),
        receives=re.compile(rf"{_APART} {any_of(words.receives)}(?: \w+){{0,2}} (?:à |au |à l'){_TOWN}"),
        travels=re.compile(rf"{_APART} (?:{travels}|{any_of(words.visits)}(?: l[ea]| les)?) "),
        visit=re.compile(rf"visites? (?:{manner} )?(?P<to>(?:à|en|au|aux) [A-ZÀ-Ý][\w'-]+ )?(?:du |de la |de l'|de )$"),
        appointed=re.compile(rf"\b{any_of(words.appointed)} (?:le |la )?$"),
        beside=re.compile(rf",? {any_of(words.beside)}(?: |(?<='))"),
        along=re.compile(rf",? {any_of(words.along)}"),
    )


def any_of(words: tuple[str, ...]) -> str:
    """One group of them all.

    >>> any_of(("reçu(e)(s)", "reste"))
    '(?:reçu(?:e)?(?:s)?|reste)'
    """
    return (
        "(?:"
        + "|".join(re.sub(r"\\\((\w+)\\\)", r"(?:\1)?", re.escape(word).replace("\\ ", " ")) for word in words)
        + ")"
    )
