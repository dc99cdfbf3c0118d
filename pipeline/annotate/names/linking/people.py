"""Short forms of people to full ones, inside one text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.annotate.names.page import Page, Span
from pipeline.annotate.names.roles import Held
from pipeline.records import Entity, Role

_NAMESAKES = 40
"""A text that names more people of one surname than this is no text."""
_SHORT = 3
"""A word of so few letters alone is too little to tell whose inner name it is."""


@dataclass
class Person:
    """A person of the text: the full form, the spans, what speaks for it."""

    name: str
    words: tuple[str, ...]
    spans: list[int]
    gender: str | None = None
    reasons: list[str] = field(default_factory=list)


class _People:
    """The people found so far, by their last word: only those can be meant by a shorter form."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._by_last: dict[str, list[Person]] = {}
        self._whole: dict[tuple[str, ...], list[Person]] = {}
        self._inner: dict[str, list[Person]] = {}

    def add(self, person: Person) -> None:
        """One more."""
        self.all.append(person)
        self._by_last.setdefault(person.words[-1], []).append(person)
        self._whole.setdefault(person.words, []).append(person)
        for word in person.words[:-1]:
            self._inner.setdefault(word, []).append(person)

    def like(self, words: tuple[str, ...]) -> list[Person]:
        """Those of this name, then those whose name ends as it does."""
        longer = [p for p in self._by_last.get(words[-1], ())[-_NAMESAKES:] if short_for(words, p.words)]
        return [*self._whole.get(words, ()), *longer]

    def within(self, word: str) -> list[Person]:
        """« Lula » for « Luiz Inácio Lula da Silva », « Ménélik » for « Ménélik II »: where one alone is called so."""
        inner = self._inner.get(word, ())
        return list(inner) if len(inner) == 1 else []


def link(page: Page, spans: Sequence[Span], roles: Sequence[Held]) -> Iterator[tuple[Entity, list[int]]]:
    """Every person of the text with the places where it is named."""
    genders = {held.span: held.gender for held in roles if held.gender}
    genders |= _civil_genders(page, spans)
    people = _People()
    mine = [i for i, span in enumerate(spans) if span.label == "PER"]
    by_length = sorted(mine, key=lambda i: (*_fullness(page.plain[spans[i].start : spans[i].end].split(" ")), i))
    for i in by_length:
        _place(page, spans, i, genders.get(i), people)
    for person in people.all:
        person.spans.sort()
        yield _entity(page, spans, person, roles), person.spans


def _fullness(words: Sequence[str]) -> tuple[int, int]:
    """Fuller names first; an initial says less than a given name."""
    return -sum(not word.endswith(".") for word in words), -len(words)


def _words(page: Page, spans: Sequence[Span], i: int) -> tuple[str, ...]:
    """The words of the name; « Emmanuel » of « Emmanuel et Brigitte Macron » is a Macron too."""
    span = spans[i]
    words = tuple(page.lexicon.fold(page.plain[span.start : span.end]).split(" "))
    after = spans[i + 1] if i + 1 < len(spans) else span
    together = after.label == "PER" and page.plain[span.end : after.start] == " et "
    if together and page.lexicon.fold(page.plain[span.start : span.end]) in page.lexicon.either_gender:
        return (*words, *page.lexicon.fold(page.plain[after.start : after.end]).split(" ")[1:])
    return words


def _shared(page: Page, spans: Sequence[Span], i: int) -> str:
    """« Paul Petit » of « Paul et Claire Petit »."""
    text = page.text[spans[i].start : spans[i].end]
    after = spans[i + 1] if i + 1 < len(spans) else spans[i]
    joined = after.label == "PER" and page.plain[spans[i].end : after.start] == " et "
    return f"{text} {page.text[after.start : after.end].partition(' ')[2]}".strip() if joined else text


def _place(page: Page, spans: Sequence[Span], i: int, gender: str | None, people: _People) -> None:
    """Give the span to the person it names, or make a new one."""
    words, text = _words(page, spans, i), page.text[spans[i].start : spans[i].end]
    fits = [p for p in people.like(words) if not _apart(gender, p)]
    if not fits and len(words) == 1 and words[0] not in page.lexicon.either_gender and len(words[0]) > _SHORT:
        fits = [p for p in people.within(words[0]) if not _apart(gender, p)]
    if not fits:
        name = _shared(page, spans, i) if len(words) > 1 and " " not in text and "-" not in text else text
        given = page.lexicon.gender(name.split(" ")[0]) if " " in name else None
        people.add(Person(name, words, [i], gender or given))
        return
    person = max(fits, key=lambda p: (p.words == words, _nearness(i, p)))
    if (
        text != person.name
        and (why := f"« {text} » = « {person.name} »: {_why(words, person)}, same text") not in person.reasons
    ):
        person.reasons.append(why)
    person.spans.append(i)
    person.gender = person.gender or gender


def _apart(gender: str | None, person: Person) -> bool:
    return bool(gender and person.gender and gender != person.gender)


def _nearness(i: int, person: Person) -> tuple[bool, int]:
    """Named before, and as late as can be."""
    lately = person.spans[-_NAMESAKES:]
    before = [j for j in lately if j < i]
    return bool(before), max(before, default=-min(lately))


def short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """The end of the full name, perhaps behind initials of its beginning.

    >>> short_for(("le", "drian"), ("jean", "yves", "le", "drian")), short_for(("j", "chirac"), ("jacques", "chirac"))
    (True, True)
    >>> short_for(("bernadette", "chirac"), ("jacques", "chirac")), short_for(("jacques",), ("jacques", "chirac"))
    (False, False)
    """
    if len(short) < len(full) and full[-len(short) :] == short:
        return True
    initials = 0
    for word, whole in zip(short[:-1], full, strict=False):
        if len(word) > 1 or not whole.startswith(word):
            break
        initials += 1
    return initials > 0 and len(short) - initials < len(full) and full[-(len(short) - initials) :] == short[initials:]


def _why(words: tuple[str, ...], person: Person) -> str:
    return "same name" if words == person.words else "same surname"


def _civil_genders(page: Page, spans: Sequence[Span]) -> dict[int, str]:
    """What the civility before a name says."""
    found = {}
    for i, span in enumerate(spans):
        if span.label == "PER" and page.plain[span.start - 1 : span.start] == " ":
            before = page.plain[max(0, span.start - 15) : span.start - 1]
            word = before[before.rfind(" ") + 1 :].split("\n")[-1]
            if gender := page.lexicon.civility_gender.get(word):
                found[i] = gender
    return found


def _entity(page: Page, spans: Sequence[Span], person: Person, roles: Sequence[Held]) -> Entity:
    forms = tuple(dict.fromkeys([person.name, *(page.text[spans[i].start : spans[i].end] for i in person.spans)]))
    mine = set(person.spans)
    return Entity(
        "PER",
        person.name,
        forms,
        gender=person.gender,
        roles=tuple(merged([held.role for held in roles if held.span in mine])),
        reasons=tuple(person.reasons),
    )


def merged(roles: Sequence[Role]) -> list[Role]:
    """One role per office: « vice-ministre » after « vice-ministre des Affaires étrangères » says nothing new."""
    kept: list[Role] = []
    for role in roles:
        same = next((k for k, r in enumerate(kept) if _same_office(role, r)), None)
        if same is None:
            kept.append(role)
        else:
            kept[same] = _fuller(kept[same], role)
    return kept


def _same_office(a: Role, b: Role) -> bool:
    one, other = a.title.lower(), b.title.lower()
    if a.organisation and b.organisation and a.organisation != b.organisation:
        return False
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _fuller(a: Role, b: Role) -> Role:
    title = max(a.title, b.title, key=len)
    return Role(title, a.organisation or b.organisation, a.country or b.country)
