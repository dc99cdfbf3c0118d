"""What label one of the model's entities deserves, if any: reasons against it first, then corrections."""

import re
from dataclasses import dataclass

from pipeline.annotate.names import people
from pipeline.annotate.names.page import Page

_WORDS = re.compile(r"\w+(?:[-'.]\w+)*")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}s?$")
_ROMAN = re.compile(r"[IVXLCDM]+$")
_INITIALS = re.compile(r"(?:\w\.[ -]*)+$")
_PEOPLES = re.compile(r"[A-ZÉÎ]\w+(?:iens?|iennes?|ois|oises?|ais|aises?|ains|aines|éens?|éennes?|ards|asques)$")
_MANY = re.compile(
    r"(?:^|[\s'(«])(?:[Ll]es|[Dd]es|[Aa]ux|[Cc]es|[Nn]os|[Ll]eurs|[Dd]eux|[Tt]rois|[Cc]ertains|[Pp]lusieurs"
    r"|[Uu]ne?|[Ll]') ?$"
)
_LEADS_TO = re.compile(r"(\w+) à $")
_LARGE = 100_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity of the model, trimmed: `page.plain[start:end]`, its words, and the model's label."""

    page: Page
    start: int
    end: int
    label: str
    text: str
    words: list[str]

    @classmethod
    def of(cls, page: Page, start: int, end: int, label: str) -> "Candidate":
        """The stretch of the page that the model gave this label."""
        text = page.plain[start:end]
        return cls(page, start, end, label, text, _WORDS.findall(text))

    @property
    def initial(self) -> bool:
        """It stands where any word would have its capital."""
        i = self.page.at.get(self.start)
        return i is not None and self.page.capitals[i].initial

    def common(self, word: str) -> bool:
        """A common noun that the press capitalises."""
        return self.page.lexicon.fold(word) in self.page.lexicon.plain_nouns


def label(candidate: Candidate) -> str | None:
    """The label that the candidate deserves; nothing if it is no name."""
    words = candidate.words
    if not words or len(candidate.text) < 2 or any(no_name(candidate, words) for no_name in NO_NAMES):
        return None
    if candidate.initial and _common_start(candidate, words):
        known = candidate.label == "LOC" and len(words) == 1 and _is_city(candidate)
        return "LOC" if known else None
    if _ACRONYM.match(candidate.text):
        return _acronym(candidate)
    if candidate.label == "PER":
        return _person(candidate, words)
    if candidate.label == "LOC" and _like_a_person(candidate, words):
        return "PER"
    return None if candidate.label == "MISC" else candidate.label


def _without_capital(candidate: Candidate, _words: list[str]) -> bool:
    return candidate.start not in candidate.page.at and candidate.label != "ORG"


def _abbreviation(candidate: Candidate, words: list[str]) -> bool:
    """« TVA », « J. »."""
    return words[0] in candidate.page.lexicon.no_acronyms or bool(_INITIALS.match(candidate.text))


def _bare_head(candidate: Candidate, words: list[str]) -> bool:
    """« les prêts de l'Agence », « la Cour »; the « Sénat » is a name."""
    head = candidate.page.lexicon.heads.get(words[0].lower()) if len(words) == 1 else None
    return head is not None and not any(words[0].lower() in rule.alone for rule in head.rules)


def _common_nouns(candidate: Candidate, words: list[str]) -> bool:
    """« Parties », « Journée Française », « Français »."""
    if candidate.page.lexicon.is_demonym(words[0]):
        return True
    return candidate.common(words[0]) and all(not w[0].isupper() or candidate.common(w) for w in words[1:])


def _inhabitants(candidate: Candidate, words: list[str]) -> bool:
    """« les Lensois »: the ending and the article of a people that no list knows."""
    if len(words) != 1 or not _PEOPLES.match(candidate.text):
        return False
    return bool(_MANY.search(candidate.page.plain[max(0, candidate.start - 12) : candidate.start]))


def _office(candidate: Candidate, _words: list[str]) -> bool:
    """« ministre des Affaires étrangères » is an office, « Médecins du monde » an organisation."""
    page = candidate.page
    match = page.lexicon.office_pattern.match(page.lower, candidate.start)
    if match is None or candidate.label == "PER":
        return False
    return not candidate.text[0].isupper() or match[0].split(" ")[0] in page.lexicon.offices.of_state


NO_NAMES = (_without_capital, _abbreviation, _bare_head, _common_nouns, _inhabitants, _office)
"""Each says why a candidate names nothing."""


def _common_start(candidate: Candidate, words: list[str]) -> bool:
    """A common word with the capital of its sentence, and nothing but small words behind."""
    return not any(w[0].isupper() for w in words[1:]) and candidate.page.lexicon.is_common(words[0])


def _acronym(candidate: Candidate) -> str | None:
    text, lexicon = candidate.text, candidate.page.lexicon
    if text.rstrip("0123456789") in lexicon.no_acronyms or _ROMAN.match(text):
        return None
    return "LOC" if candidate.label == "LOC" and lexicon.gazetteer.find(text) else "ORG"


def _person(candidate: Candidate, words: list[str]) -> str | None:
    page = candidate.page
    if people.hosted(page, page.at[candidate.start]) or not any(_personal(candidate, word) for word in words):
        return None
    return "LOC" if _is_town(candidate) or (len(words) == 1 and _led_to(candidate)) else "PER"


def _personal(candidate: Candidate, word: str) -> bool:
    """« Ancien Premier » names nobody."""
    offices = candidate.page.lexicon.offices
    if word in candidate.page.lexicon.civility_words:
        return False
    titles = (offices.before, offices.of_state, offices.adjectives)
    parts = word.lower().split("-")
    office = any(word.lower() in title or all(part in offices.before for part in parts) for title in titles)
    return word[0].isupper() and not candidate.common(word) and not office


def _led_to(candidate: Candidate) -> bool:
    """« 500 cas à Omdourman », not « face à Poutine »."""
    before = _LEADS_TO.search(candidate.page.lower[max(0, candidate.start - 25) : candidate.start])
    if before is None or before[1].endswith("er"):
        return False
    return before[1] not in candidate.page.lexicon.names.to_people


def _is_town(candidate: Candidate) -> bool:
    """« Hô Chi Minh-Ville » is nobody; « Sydney » may be."""
    text, gazetteer = candidate.text, candidate.page.lexicon.gazetteer
    places = gazetteer.find(text)
    if " " in text or "-" in text:
        return any(place.population > _LARGE for place in places)
    return any(place.country and gazetteer.capital(place.country) == place.name for place in places)


def _is_city(candidate: Candidate) -> bool:
    """« Paris » has the name of a town, accents and all; « Grève » has not."""
    places = candidate.page.lexicon.gazetteer.find(candidate.text)
    return any(place.kind == "city" and place.name == candidate.text for place in places)


def _like_a_person(candidate: Candidate, words: list[str]) -> bool:
    """Capitalised words that no gazetteer knows, and nothing that leads to a place: « Aurélia Bouchez a… »."""
    if len(words) not in (2, 3) or not all(w[0].isupper() and not w.isupper() and len(w) > 2 for w in words):
        return False
    find = candidate.page.lexicon.gazetteer.find
    if find(candidate.text) or any(find(word) or candidate.common(word) for word in words):
        return False
    return not people.TOWARDS.search(candidate.page.plain[max(0, candidate.start - 8) : candidate.start])
