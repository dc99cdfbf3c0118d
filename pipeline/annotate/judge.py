"""The model's entities judged anew: trimmed, parted, relabelled or dropped."""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.annotate import people
from pipeline.annotate.page import Page, Span

STRENGTH = 50
_LEADING = re.compile(
    r"(?:(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es?|[Dd]u|[Aa]ux?|À|[Cc]e|[Cc]ette|[Ss]on|[Ss]a|[Ll]eurs?|[Ee]n|[Ee]t|[Nn]os|[Nn]otre|[Ss]elon|[Pp]ar|[Pp]our|[Dd]ans|[Ss]ur) |[LlDd]'|[^\w]+)"
)
_TRAILING = re.compile(
    r"(?:[ ,](?:de|du|des|d|la|le|les|l|et|en|à|au|aux|pour|sur|qui|a|est|par)'?|[^\w.)+]+|(?<=[a-zà-ÿ]{2})\.)$"
)
_PEOPLES = re.compile(r"[A-ZÉÎ]\w+(?:iens?|iennes?|ois|oises?|ais|aises?|ains|aines|éens?|éennes?|ards|asques)$")
_MANY = re.compile(
    r"(?:^|[\s'(«])(?:[Ll]es|[Dd]es|[Aa]ux|[Cc]es|[Nn]os|[Ll]eurs|[Dd]eux|[Tt]rois|[Cc]ertains|[Pp]lusieurs|[Uu]n|[Uu]ne|[Ll]') ?$"
)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}s?$")
_PARTS = re.compile(r"\n+| \|| ?/ ?| - | – |\s*[«»“”\"]\s*")
_WORDS = re.compile(r"\w+(?:[-'.]\w+)*")


def judged(page: Page) -> Iterator[Span]:
    """What of the model's entities stands as a name, with the label that most of its occurrences have."""
    spans = [span for start, end, label in page.model for span in _judge(page, start, end, label)]
    votes: dict[str, Counter[str]] = {}
    for span in spans:
        text = page.plain[span.start : span.end]
        votes.setdefault(page.lexicon.fold(text), Counter())[span.label] += 1
        if span.label == "PER" and " " in text:  # a surname alone is that person's
            votes.setdefault(page.lexicon.fold(text[text.rfind(" ") + 1 :]), Counter())["PER"] += 2
    for span in spans:
        counted = votes[page.lexicon.fold(page.plain[span.start : span.end])]
        label = max(counted, key=lambda name: (counted[name], name == span.label, name))
        yield Span(span.start, span.end, label, "model", STRENGTH)


def _judge(page: Page, start: int, end: int, label: str) -> Iterator[Span]:
    for a, b in _parted(page.plain, start, end):
        a, b = _trimmed(page, a, b, label)
        if a < b and not page.in_headline(a) and (found := _labelled(page, a, b, label)):
            yield Span(a, b, found, "model", STRENGTH)


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for cut in _PARTS.finditer(text, start, end):
        yield start, cut.start()
        start = cut.end()
    yield start, end


def _trimmed(page: Page, start: int, end: int, label: str) -> tuple[int, int]:
    """Without article, civility, office or dangling preposition."""
    text = page.plain
    while start < end and (match := _LEADING.match(text, start, end)) and not _titled(page, start, end, match[0]):
        start = match.end()
    while start < end and (tail := _TRAILING.search(text[max(start, end - 12) : end])):
        end -= len(tail[0])
    office = page.lexicon.office_pattern.match(page.lower, start, end)
    if (
        office
        and any(c.isupper() for c in text[office.end() : end])
        and not page.lexicon.is_given(page.plain[start : office.end()])
    ):
        return _trimmed(page, office.end(), end, label) if text[office.end()] == " " else (start, end)
    if start < end and not text[start].isupper() and not (label == "ORG" and _opens(page, start)):
        start = next((c.start for c in page.capitals[_index(page, start) :] if c.start < end), end)
    return start, end


def _opens(page: Page, start: int) -> bool:
    """« mairie de Brest »: a head noun without its capital."""
    word = _WORDS.match(page.lower, start)
    return word is not None and (word[0] in page.lexicon.heads or word[0] in page.lexicon.organisations.lower)


def _titled(page: Page, start: int, end: int, article: str) -> bool:
    """« La Havane », « Le Foyer »: the article belongs to the name."""
    if article not in ("Le ", "La ", "Les ") or (i := page.at.get(start)) is None:
        return False
    if not page.capitals[i].initial:
        return page.plain[start + len(article)].isupper()
    return any(p.name.startswith(article) for p in page.lexicon.gazetteer.find(page.plain[start:end]))


def _index(page: Page, start: int) -> int:
    low, high = 0, len(page.capitals)
    while low < high:
        middle = (low + high) // 2
        if page.capitals[middle].start < start:
            low = middle + 1
        else:
            high = middle
    return low


def _labelled(page: Page, start: int, end: int, label: str) -> str | None:
    text, lexicon = page.plain[start:end], page.lexicon
    found = _WORDS.findall(text)
    i = page.at.get(start)
    if not found or len(text) < 2 or (i is None and label != "ORG"):
        return None
    if found[0] in lexicon.no_acronyms or _INITIALS.match(text):
        return None
    if len(found) == 1 and found[0].lower() in lexicon.heads and not _alone(page, found[0].lower()):
        return None  # « les prêts de l'Agence »
    if lexicon.is_demonym(found[0]) or (lexicon.fold(found[0]) in lexicon.plain_nouns and _plain(page, found)):
        return None
    if len(found) == 1 and _PEOPLES.match(text) and _MANY.search(page.plain[max(0, start - 12) : start]):
        return None
    if _office(page, start, label):
        return None
    if i is not None and page.capitals[i].initial and _common_start(page, found):
        return label if label == "LOC" and len(found) == 1 and _is_city(page, text) else None
    if _ACRONYM.match(text):
        return _acronym(page, text, label)
    if label == "MISC":
        return None
    if label == "PER":
        return _of_a_person(page, start, text, found)
    if label == "LOC" and _like_a_person(page, start, text, found):
        return "PER"
    return label


def _like_a_person(page: Page, start: int, text: str, found: list[str]) -> bool:
    """Two capitalised words that no gazetteer knows and nothing leads to as to a place: « Aurélia Bouchez a… »."""
    if len(found) not in (2, 3) or not all(w[0].isupper() and not w.isupper() and len(w) > 2 for w in found):
        return False
    lexicon = page.lexicon
    if lexicon.gazetteer.find(text) or any(
        lexicon.gazetteer.find(w) or lexicon.fold(w) in lexicon.plain_nouns for w in found
    ):
        return False
    return not _TOWARDS.search(page.plain[max(0, start - 8) : start])


def _alone(page: Page, head: str) -> bool:
    return any(head in rule.alone for rule in page.lexicon.heads[head].rules)


def _is_city(page: Page, text: str) -> bool:
    return any(place.kind == "city" for place in page.lexicon.gazetteer.find(text))


def _of_a_person(page: Page, start: int, text: str, found: list[str]) -> str | None:
    i = page.at[start]
    if people.hosted(page, i) or not any(_names(page, word) for word in found):
        return None
    if _is_town(page, text) or (" " not in text and _to_a_town(page, start)):
        return "LOC"
    return "PER"


def _names(page: Page, word: str) -> bool:
    """« Ancien Premier » names nobody."""
    lower = word.lower()
    titles = (page.lexicon.offices.before, page.lexicon.offices.of_state, page.lexicon.offices.adjectives)
    return (
        word[0].isupper()
        and page.lexicon.fold(word) not in page.lexicon.plain_nouns
        and not any(lower in t for t in titles)
    )


def _to_a_town(page: Page, start: int) -> bool:
    """« 500 cas à Omdourman », not « face à Poutine »."""
    before = _BEFORE_A.search(page.lower[max(0, start - 25) : start])
    return before is not None and before[1] not in page.lexicon.names.to_people and not before[1].endswith("er")


def _is_town(page: Page, text: str) -> bool:
    """« Hô Chi Minh-Ville » is nobody; « Sydney » may be."""
    places = page.lexicon.gazetteer.find(text)
    if " " in text or "-" in text:
        return any(place.population > 100_000 for place in places)
    return any(place.country and page.lexicon.gazetteer.capital(place.country) == place.name for place in places)


def _office(page: Page, start: int, label: str) -> bool:
    """« ministre des Affaires étrangères » is an office, « Médecins du monde » an organisation."""
    match = page.lexicon.office_pattern.match(page.lower, start)
    if match is None or label == "PER":
        return False
    return not page.plain[start].isupper() or match[0].split(" ")[0] in page.lexicon.offices.of_state


def _plain(page: Page, found: list[str]) -> bool:
    return not any(w[0].isupper() and page.lexicon.fold(w) not in page.lexicon.plain_nouns for w in found[1:])


def _common_start(page: Page, found: list[str]) -> bool:
    """A common word with the capital of its sentence, and nothing but small words behind."""
    return not any(w[0].isupper() for w in found[1:]) and page.lexicon.is_common(found[0])


def _acronym(page: Page, text: str, label: str) -> str | None:
    if text.rstrip("0123456789") in page.lexicon.no_acronyms or _ROMAN.match(text):
        return None
    return "LOC" if label == "LOC" and page.lexicon.gazetteer.find(text) else "ORG"


_TOWARDS = re.compile(
    r"(?:\b(?:[Àà]|[Dd]e|[Dd]u|[Dd]es|[Ee]n|[Aa]ux?|[Ll]es?|[Ll]a|[Vv]ers|[Dd]ans|[Dd]epuis|[Ee]ntre|[Ss]ur|via|et|ou|près)"
    r" |['’]|[,(/–-] ?)$"
)
_BEFORE_A = re.compile(r"(\w+) à $")
_INITIALS = re.compile(r"(?:\w\.[ -]*)+$")
_ROMAN = re.compile(r"[IVXLCDM]+$")
