"""What label one of the model's entities deserves, if any: what its own words say, then what stands around it."""

import re
from typing import NamedTuple

from pipeline.annotate.names import people
from pipeline.annotate.names.lexicon import Lexicon
from pipeline.annotate.names.page import Page

_WORDS = re.compile(r"\w+(?:[-'.]\w+)*")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}s?$")
_ROMAN = re.compile(r"[IVXLCDM]+$")
_INITIALS = re.compile(r"(?:\w\.[ -]*)+$")
_PEOPLES = re.compile(
    r"[A-ZÉÎ]\w+(?:iens?|iennes?|ois|oises?|ais|aises?|ains?|aines|ins|ines|éens?|éennes?|ards|asques)$"
)
_MANY = re.compile(
    r"(?:^|[\s'(«])(?:[Ll]es|[Dd]es|[Aa]ux|[Cc]es|[Nn]os|[Ll]eurs|[Dd]eux|[Tt]rois|[Cc]ertains|[Pp]lusieurs"
    r"|[Uu]ne?|[Ll]'|Le|La) ?$"
)
_CODE = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,2}$|[IVXL]+(?:e|er|ère|ème)(?!\w)")
_VERB = re.compile(
    r" (?!(?:et|ou|de|du|des|dans|en|où|à|au|aux|puis|sur|près|sous|par|avec|entre|vers|comme|pour)\b)[a-zéê]"
)
_LEADS_TO = re.compile(r"(\w+) à $")
_POINTS = frozenset(("ce", "cet", "cette", "ces", "notre", "nos", "votre", "vos", "leur", "leurs"))
_LARGE, _SHORT = 100_000, 5


class Candidate(NamedTuple):
    """An entity of the model without its surroundings: its text, its words, and the model's label."""

    lexicon: Lexicon
    text: str
    label: str
    words: list[str]

    @classmethod
    def of(cls, lexicon: Lexicon, text: str, label: str) -> "Candidate":
        """A text that the model gave this label."""
        return cls(lexicon, text, label, [text] if text.isalpha() else _WORDS.findall(text))

    def common(self, word: str) -> bool:
        """A common noun that the press capitalises."""
        return self.lexicon.fold(word) in self.lexicon.plain_nouns


class Reading(NamedTuple):
    """What a candidate's own words say of it, the same wherever it stands.

    `label` is what it deserves unless its surroundings say otherwise, null if it is no name; `seen` is the model's.
    The rest says which surroundings have to be looked at: `small` is its first word where none behind has a capital,
    `single` is one word, `inhabitants` has the ending of a people, `capitals` those of an acronym, `personal` looks
    like a person's name though the model saw a place.
    """

    seen: str
    label: str | None = None
    small: str | None = None
    single: bool = False
    inhabitants: bool = False
    capitals: bool = False
    personal: bool = False


def read(candidate: Candidate) -> Reading:
    """All that can be said of a candidate before its surroundings are seen."""
    words = candidate.words
    if not words or len(candidate.text) < 2 or any(no_name(candidate, words) for no_name in NO_NAMES):
        return Reading(candidate.label)
    single, capitals = len(words) == 1, bool(_ACRONYM.match(candidate.text))
    label = _label(candidate, words, capitals)
    small = words[0] if single or not any(word[0].isupper() for word in words[1:]) else None
    personal = candidate.label == "LOC" and not capitals and _like_a_person(candidate, words)
    inhabitants = single and (bool(_PEOPLES.match(candidate.text)) or _common_plural(candidate))
    return Reading(candidate.label, label, small, single, inhabitants, capitals, personal)


def label(page: Page, start: int, end: int, reading: Reading) -> str | None:
    """The label that the candidate which starts here deserves; nothing if it is no name."""
    i = page.at.get(start)
    found = reading.label
    if found and reading.small and i is not None and (page.capitals[i].initial or _quoted(page, start)):
        found = _opening(page.lexicon, reading)
    if found is None or (i is None and reading.seen != "ORG") or _office(page, start, reading.seen):
        return None
    if reading.inhabitants and _MANY.search(page.plain[max(0, start - 12) : start]):
        return None  # « les Lensois »: the ending and the article of a people that no list knows
    if i is None or reading.capitals:
        return found
    if reading.seen == "PER":
        if people.hosted(page, i):
            return None
        return "LOC" if reading.single and _led_to(page, start) else found
    if reading.personal and (
        _acts(page, start, end) or not people.TOWARDS.search(page.plain[max(0, start - 8) : start])
    ):
        return "PER"
    return found


def _quoted(page: Page, start: int) -> bool:
    """« Valeur sentimentale »: what is quoted begins with a capital, as a sentence does."""
    return page.plain[max(0, start - 2) : start].rstrip(" ").endswith(("«", '"', "“"))


def _acts(page: Page, start: int, end: int) -> bool:
    """« Au Monténégro, Milojko Spajić vise… »: behind a comma, with a verb."""
    return page.plain[max(0, start - 2) : start] == ", " and _VERB.match(page.plain, end) is not None


def _label(candidate: Candidate, words: list[str], capitals: bool) -> str | None:
    if capitals:
        return _acronym(candidate)
    if candidate.label == "PER":
        return _person(candidate, words)
    return None if candidate.label == "MISC" else candidate.label


def _abbreviation(candidate: Candidate, words: list[str]) -> bool:
    """« TVA », « J. »."""
    return words[0] in candidate.lexicon.no_acronyms or bool(_INITIALS.match(candidate.text))


def _numbered(candidate: Candidate, _words: list[str]) -> bool:
    """« A350 », « IVe République »."""
    return bool(_CODE.match(candidate.text))


def _bare_head(candidate: Candidate, words: list[str]) -> bool:
    """« les prêts de l'Agence », « la Cour »; the « Sénat » is a name."""
    head = candidate.lexicon.heads.get(words[0].lower()) if len(words) == 1 else None
    return head is not None and not any(words[0].lower() in rule.alone for rule in head.rules)


def _organ(candidate: Candidate, words: list[str]) -> bool:
    """« Conseil d'administration de la compagnie Orano », « Conférence de presse »: parts of others, and events."""
    heads = candidate.lexicon.heads
    opened = (heads.get(" ".join(words[:k]).lower()) for k in (2, 3))
    return any(head is not None and all(rule.country_only for rule in head.rules) for head in opened)


def _pointing(candidate: Candidate, words: list[str]) -> bool:
    """« Président-directeur général de cette société »: who is pointed at has no name there."""
    return candidate.label != "MISC" and not _POINTS.isdisjoint(words[1:])


def _plural_head(candidate: Candidate, words: list[str]) -> bool:
    """« Offices de tourisme », « Communautés »: more than one, of no name."""
    first = words[0].lower()
    return candidate.label == "LOC" and first not in candidate.lexicon.heads and first[:-1] in candidate.lexicon.heads


def _common_nouns(candidate: Candidate, words: list[str]) -> bool:
    """« Parties », « Journée Française », « Français »."""
    if candidate.lexicon.is_demonym(words[0]):
        return True
    return candidate.common(words[0]) and all(not w[0].isupper() or candidate.common(w) for w in words[1:])


NO_NAMES = (_abbreviation, _numbered, _bare_head, _organ, _pointing, _plural_head, _common_nouns)
"""Each says why a candidate names nothing."""


def _office(page: Page, start: int, seen: str) -> bool:
    """« ministre des Affaires étrangères » is an office, « Médecins du monde » an organisation."""
    match = page.lexicon.office_pattern.match(page.lower, start) if seen != "PER" else None
    if match is None:
        return False
    return not page.plain[start].isupper() or match[0].split(" ")[0] in page.lexicon.offices.of_state


def _common_plural(candidate: Candidate) -> bool:
    """« les Insoumis », « les Bleues »; places may be called so: « les Halles »."""
    return candidate.label != "LOC" and candidate.text[-1] in "sx" and candidate.lexicon.is_common(candidate.text)


def _opening(lexicon: Lexicon, reading: Reading) -> str | None:
    """A common word with the capital of its sentence, and nothing but small words behind, is no name."""
    if reading.small is None or not lexicon.is_common(reading.small):
        return reading.label
    return "LOC" if reading.seen == "LOC" and reading.single and _is_city(lexicon, reading.small) else None


def _acronym(candidate: Candidate) -> str | None:
    text, lexicon = candidate.text, candidate.lexicon
    if text.rstrip("0123456789") in lexicon.no_acronyms or _ROMAN.match(text):
        return None
    town = candidate.label == "LOC" or len(text) > _SHORT  # « ASTANA. 3 mai »
    return "LOC" if town and lexicon.places(text) else "ORG"


def _person(candidate: Candidate, words: list[str]) -> str | None:
    if not any(_personal(candidate, word) for word in words):
        return None
    return "LOC" if _is_town(candidate) else "PER"


def _personal(candidate: Candidate, word: str) -> bool:
    """« Ancien Premier » names nobody."""
    lexicon, lower = candidate.lexicon, word.lower()
    if not word[0].isupper() or word in lexicon.civility_words or lower in lexicon.titles or candidate.common(word):
        return False
    return "-" not in word or not all(part in lexicon.offices.before for part in lower.split("-"))


def _led_to(page: Page, start: int) -> bool:
    """« 500 cas à Omdourman », not « face à Poutine »."""
    if not page.lower.endswith(" à ", max(0, start - 3), start):
        return False
    before = _LEADS_TO.search(page.lower[max(0, start - 25) : start])
    if before is None or before[1].endswith("er"):
        return False
    return before[1] not in page.lexicon.names.to_people


def _is_town(candidate: Candidate) -> bool:
    """« Hô Chi Minh-Ville » is nobody; « Sydney » may be."""
    text, lexicon = candidate.text, candidate.lexicon
    places = lexicon.places(text)
    if " " in text or "-" in text:
        return any(place.population > _LARGE for place in places)
    return any(place.country and lexicon.gazetteer.capital(place.country) == place.name for place in places)


def _is_city(lexicon: Lexicon, word: str) -> bool:
    """« Paris » has the name of a town, accents and all; « Grève » has not."""
    return any(place.kind == "city" and place.name == word for place in lexicon.places(word))


def _like_a_person(candidate: Candidate, words: list[str]) -> bool:
    """Capitalised words that no gazetteer knows: « Aurélia Bouchez a… »."""
    if len(words) not in (2, 3) or not all(w[0].isupper() and not w.isupper() and len(w) > 2 for w in words):
        return False
    find, weak = candidate.lexicon.places, candidate.lexicon.weak
    if find(candidate.text) or any(candidate.common(word) for word in words):
        return False
    towns = [word for word in words if find(word)]
    return not towns or (towns == words[:1] and candidate.lexicon.fold(words[0]) in weak)  # « Madison Keys »
