"""The forms of an office: feminine, plural, and what each says of its holder."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.annotate.names.plain import plain
from pipeline.annotate.names.rules import OfficeRules

_BENT = (
    "général",
    "générale",
    "ministre",
    "ministres",
    "spécial",
    "spéciale",
    "représentant",
    "représentante",
    "commissaire",
)
"""Second words that take the plural too: « secrétaires généraux », « hauts représentants »."""


@dataclass(frozen=True, slots=True)
class OfficeForm:
    """A form, its singular, and the gender that it tells; a relation (« homologue ») is no office."""

    singular: str
    plural: bool
    gender: str | None
    relation: bool = False


def office_forms(rules: OfficeRules) -> Iterator[tuple[str, OfficeForm]]:
    """Every form in lower case."""
    for relation in rules.relations:
        yield relation, OfficeForm(relation, False, None, True)
        yield plural(relation), OfficeForm(relation, True, None, True)
    for rule in rules.rule:
        for head in rule.heads:
            masculine, _, rest = plain(head).partition(",")
            feminine, _, irregular = rest.partition(",")
            yield from _forms(masculine, irregular, None)
            if feminine:
                yield from _forms(feminine, "", "f")


def _forms(singular: str, irregular: str, gender: str | None) -> Iterator[tuple[str, OfficeForm]]:
    yield (irregular or plural(singular)).lower(), OfficeForm(singular, True, gender)
    yield singular.lower(), OfficeForm(singular, False, gender)


def plural(singular: str) -> str:
    """The plural of an office.

    >>> plural("ministre"), plural("secrétaire général"), plural("haut représentant"), plural("chef d'État")
    ('ministres', 'secrétaires généraux', 'hauts représentants', "chefs d'État")
    """
    first, space, rest = singular.partition(" ")
    second, gap, more = rest.partition(" ")
    if second == "général":
        second = "généraux"
    elif second in _BENT:
        second += "s"
    return (first if first.endswith(("s", "x", "G")) else f"{first}s") + space + second + gap + more
