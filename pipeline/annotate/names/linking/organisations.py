"""Long forms, short forms and acronyms of organisations, inside one text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.annotate.names.page import Page, Span
from pipeline.annotate.names.whose.setting import Setting
from pipeline.records import Entity

_BRACKET = re.compile(r" ?\($")
_COUNTRY_BEHIND = re.compile(r" \((?=\w)")
_ENDS = (". ", "! ", "? ", "\n", "… ")
_TOGETHER = re.compile(r"(?: et|,| ou| comme)(?: d[eu])?(?: le | la | l'| au | à l'| à la | )")
_SINGLE = ("groupe d amitie",)
_NAMESAKES = 40


@dataclass
class Organisation:
    """An organisation of the text."""

    name: str
    folded: str
    spans: list[int]
    acronym: str | None = None
    kind: str | None = None
    country: str | None = None
    reasons: list[str] = field(default_factory=list)


def link(page: Page, spans: Sequence[Span], spoken_of: Mapping[str, int]) -> Iterator[tuple[Entity, list[int]]]:
    """Every organisation of the text with the places where it is named."""
    groups = _by_form(page, spans)
    _parliaments(page, spans, groups, spoken_of)
    found = _acronyms(page, spans, groups)
    found = _short_forms(found)
    for organisation in found:
        organisation.spans.sort()
        yield _entity(page, spans, organisation), organisation.spans


def _by_form(page: Page, spans: Sequence[Span]) -> dict[str, Organisation]:
    groups: dict[str, Organisation] = {}
    for i, span in enumerate(spans):
        if span.label != "ORG":
            continue
        text = page.text[span.start : span.end]
        folded = without_article(page.lexicon.fold(page.plain[span.start : span.end]))
        group = groups.setdefault(folded, Organisation(text, folded, []))
        group.spans.append(i)
        group.kind = group.kind or span.kind
        group.country = group.country or span.country or _bracketed_country(page, span) or _country_before(page, span)
    return groups


def _parliaments(
    page: Page, spans: Sequence[Span], groups: Mapping[str, Organisation], spoken_of: Mapping[str, int]
) -> None:
    """A chamber is that of the only country spoken of that has one of its name, or of the chamber named beside it."""
    bodies = page.lexicon.rules.parliaments.bodies
    chambers = {i: group for group in groups.values() if group.folded in bodies for i in group.spans}
    for group in groups.values():
        having = [code for code in bodies.get(group.folded, ()) if code in spoken_of]
        if group.country is None and len(having) == 1:
            group.country = having[0]
    _at_home(page, spans, [group for group in chambers.values() if group.country is None], spoken_of)
    for i, group in sorted(chambers.items()):
        other = chambers.get(i + 1)
        if other is not None and _TOGETHER.fullmatch(page.plain[spans[i].end : spans[i + 1].start]):
            group.country = group.country or other.country
            other.country = other.country or group.country


def _at_home(page: Page, spans: Sequence[Span], open_: Sequence[Organisation], spoken_of: Mapping[str, int]) -> None:
    """« PARIS, 3 mai - Le Sénat … »: the chamber of the state in whose capital the text was written."""
    home = Setting(page, spans, spoken_of).written_in if open_ else None
    for group in open_:
        if home in spoken_of and home in page.lexicon.rules.parliaments.bodies[group.folded]:
            group.country = home


def without_article(folded: str) -> str:
    """« le monde » is « monde »."""
    first, _, rest = folded.partition(" ")
    return rest if rest and first in ("le", "la", "les", "l") else folded


def _country_before(page: Page, span: Span) -> str | None:
    """« En France, le Sénat… »: a parliament without a country is that of the one named just before."""
    if span.kind != "parliament":
        return None
    start = max(page.plain.rfind(stop, 0, span.start) for stop in _ENDS)
    named = [form[0].code for c in page.capitals_in(start + 1, span.start) if (form := page.form(c.start))]
    return next((code for code in reversed(named) if code), None)


def _bracketed_country(page: Page, span: Span) -> str | None:
    """« Rosatom (Russie) »."""
    bracket = _COUNTRY_BEHIND.match(page.plain, span.end)
    found = page.form(bracket.end()) if bracket else None
    return found[0].code if found and page.plain[found[1] : found[1] + 1] == ")" else None


def _acronyms(page: Page, spans: Sequence[Span], groups: dict[str, Organisation]) -> list[Organisation]:
    """« Agence française de développement (AFD) », and the other way round."""
    folded = {i: group.folded for group in groups.values() for i in group.spans}
    for i in range(len(spans) - 1):
        a, b = spans[i], spans[i + 1]
        if a.label != "ORG" or b.label != "ORG" or not _BRACKET.match(page.plain[a.end : b.start]):
            continue
        if page.plain[b.end : b.end + 1] != ")":
            continue
        long, short = (a, b) if b.end - b.start <= a.end - a.start else (b, a)
        k, m = (i, i + 1) if long is a else (i + 1, i)
        acronym = page.text[short.start : short.end]
        whole, part = groups.get(folded[k]), groups.get(folded[m])
        if whole is None or part is None or whole is part or not _other_name(acronym):
            continue
        whole.acronym = whole.acronym or (acronym if _abbreviates(acronym) else None)
        _merge(whole, part, f"« {acronym} » stands in brackets beside « {whole.name} »")
        groups.pop(part.folded, None)
        folded |= dict.fromkeys(part.spans, whole.folded)
    return list(groups.values())


def _other_name(text: str) -> bool:
    """« Inalco », « KTZ »: one word."""
    return " " not in text


def _abbreviates(text: str) -> bool:
    return " " not in text and sum(c.isupper() for c in text) >= 2


def _merge(whole: Organisation, part: Organisation, why: str) -> None:
    whole.spans += part.spans
    whole.kind = whole.kind or part.kind
    whole.country = whole.country or part.country
    whole.acronym = whole.acronym or part.acronym
    whole.reasons.append(why)


def _short_forms(found: list[Organisation]) -> list[Organisation]:
    """« Conseil de sécurité » is the « Conseil de sécurité des Nations unies », where only one can be meant."""
    kept: list[Organisation] = []
    by_beginning: dict[str, list[Organisation]] = {}
    for short in sorted(found, key=lambda o: -len(o.folded)):
        longer = [o for o in by_beginning.get(_key(short.folded), ())[:_NAMESAKES] if _shortens(short, o)]
        if len(longer) == 1:
            _merge(longer[0], short, f"« {short.name} » is the beginning of « {longer[0].name} »")
            continue
        kept.append(short)
        for beginning in _beginnings(short.folded):
            by_beginning.setdefault(beginning, []).append(short)
    return sorted(kept, key=lambda o: min(o.spans))


def _key(folded: str) -> str:
    """What it may be short for begins so; of a group of friends there is one in a text."""
    return next((head for head in _SINGLE if folded.startswith(head)), folded)


def _beginnings(folded: str) -> Iterator[str]:
    """Every form that may be short for it."""
    words = folded.split(" ")
    yield from (" ".join(words[:k]) for k in range(1, min(len(words), 12)))


def _shortens(short: Organisation, long: Organisation) -> bool:
    if short.country and long.country and short.country != long.country:
        return False
    if any(short.folded.startswith(head) and long.folded.startswith(head) for head in _SINGLE):
        return True
    return long.folded.startswith(f"{short.folded} ") and (" " in short.folded or short.kind == "parliament")


def _entity(page: Page, spans: Sequence[Span], organisation: Organisation) -> Entity:
    forms = tuple(dict.fromkeys(page.text[spans[i].start : spans[i].end] for i in organisation.spans))
    name = max(forms, key=lambda form: (not form.isupper() or form == organisation.name, len(form)))
    return Entity(
        "ORG",
        name,
        forms,
        acronym=organisation.acronym,
        kind=organisation.kind or "other",
        country=organisation.country,
        reasons=tuple(organisation.reasons),
    )
