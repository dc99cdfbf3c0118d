"""An event's title: its head with the names of who took part and where, in short French."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from pipeline.spelling import fold

MOST = 3
"""So many names a title shows."""
_VOWELS = "aeiouyàâéèêëîïôûœh"


class Directed(BaseModel):
    """How a title says who did it to whom, by their roles."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: str
    of: str
    words: str


class TitleRules(BaseModel):
    """All of `configs/fr/events_titles.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: Mapping[str, str]
    roles: Mapping[str, tuple[str, ...]]
    single: Mapping[str, str]
    directed: Mapping[str, Directed]
    instead: Mapping[str, Mapping[str, str]]
    alone: Mapping[str, Mapping[str, str]]
    taken: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]
    countries: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Named:
    """A name as a title needs it: `kind` is `country`, `city` … for places, else the label."""

    name: str
    kind: str
    role: str = ""


def title(type_: str, head: str, people: Sequence[Named], places: Sequence[Named], rules: TitleRules) -> str:
    """The head, then the names that it doesn't hold yet, then the place.

    A head without names and places stands alone.
    """
    said = f" {fold(head)} "
    who = [p for role in rules.roles[type_] for p in people if p.role == role and not _is_said(p, said)]
    who = _of_one_role(type_, who, places, rules)
    words = [head or "Événement"]
    if directed := _directed(type_, who, rules):
        words.append(directed)
    elif who:
        words.append(_among(type_, who[:MOST], rules, " entre " in said))
    elif other := next((p for p in people if p.role in rules.instead.get(type_, {})), None):
        words = [rules.instead[type_][other.role], contracted(f"de {_called(other, rules)}")]
    where = [p for p in places if not _is_said(p, said) and p.name not in {w.name for w in who}]
    if where and not who and fold(words[0]) in rules.taken["words"]:
        words.append(contracted(f"de {_called(where[0], rules)}"))
    elif where:
        words.append(_at(where[0], rules))
    return " ".join(words)


def _of_one_role(type_: str, who: Sequence[Named], places: Sequence[Named], rules: TitleRules) -> list[Named]:
    """The winner, not those who lost; who attacked and who was attacked where both are known.

    A country that votes at home is shown as the place.
    """
    alone = rules.alone.get(type_)
    if alone is None or _directed(type_, who, rules):
        return list(who)
    there = {p.name for p in places}
    shown = [w for w in who if w.role != "voter" or w.name not in there]
    return [w for w in shown if w.role == shown[0].role]


def _is_said(named: Named, said: str) -> bool:
    return f" {fold(named.name)} " in said


def _directed(type_: str, who: Sequence[Named], rules: TitleRules) -> str:
    """« de la Mongolie par la France », where both are known."""
    pattern = rules.directed.get(type_)
    if pattern is None:
        return ""
    by, of = ([p for p in who if p.role == role][:MOST] for role in (pattern.by, pattern.of))
    if not by or not of:
        return ""
    return contracted(pattern.words.format(by=_listed(by, rules), of=_listed(of, rules)))


def _listed(who: Sequence[Named], rules: TitleRules) -> str:
    names = [_called(w, rules) for w in who]
    return ", ".join(names[:-1]) + " et " + names[-1] if len(names) > 1 else names[0]


def _among(type_: str, who: Sequence[Named], rules: TitleRules, already: bool) -> str:
    pattern = rules.names[type_] if len(who) > 1 else rules.single.get(type_, rules.names[type_])
    pattern = rules.alone.get(type_, {}).get(who[0].role, pattern)
    if already:
        pattern = "et {}"
    return contracted(pattern.format(_listed(who, rules)))


def _called(named: Named, rules: TitleRules) -> str:
    if named.kind == "country":
        return _with_article(named, rules)
    word = fold(named.name).split()[:1]
    head = word[0] if named.kind == "ORG" and word else ""
    if head in rules.heads["plural"]:
        return f"les {named.name}"
    if head not in rules.heads["masculine"] | rules.heads["feminine"]:
        return named.name
    if head[0] in "aeiou":
        return f"l’{named.name}"
    return f"{'le' if head in rules.heads['masculine'] else 'la'} {named.name}"


def contracted(text: str) -> str:
    """« de le » is « du », « de Emmanuel » « d’Emmanuel ».

    >>> contracted("de Emmanuel Macron"), contracted("de le Kazakhstan"), contracted("de Tokaïev")
    ('d’Emmanuel Macron', 'du Kazakhstan', 'de Tokaïev')
    """
    if text.startswith("de le "):
        return "du " + text[6:]
    if text.startswith("de les "):
        return "des " + text[7:]
    if text.startswith("de ") and text[3:4].lower() in _VOWELS.replace("h", "").replace("y", ""):
        return "d’" + text[3:]
    return text


def _with_article(country: Named, rules: TitleRules) -> str:
    name = country.name
    if name in rules.countries["islands"] | rules.countries["bare"]:
        return name
    if name in rules.countries["plural"]:
        return f"les {name}"
    if name[:1].lower() in _VOWELS and name[:1].lower() != "h":
        return f"l’{name}"
    return f"la {name}" if _is_feminine(name, rules) else f"le {name}"


def _is_feminine(name: str, rules: TitleRules) -> bool:
    return name.split()[0].endswith("e") and name not in rules.countries["masculine"]


def _at(place: Named, rules: TitleRules) -> str:
    name = place.name
    if place.kind == "city":
        return f"à {name}" if not name.startswith("Le ") else f"au {name[3:]}"
    if place.kind == "country":
        if name in rules.countries["islands"]:
            return f"à {name}"
        if name in rules.countries["plural"]:
            return f"aux {name}"
        return f"en {name}" if _is_feminine(name, rules) or name[:1].lower() in "aeiouéî" else f"au {name}"
    if place.kind in ("region", "continent"):
        return f"en {name}" if name.split()[0].endswith("e") or name[:1].lower() in "aeiou" else f"({name})"
    return f"({name})"
