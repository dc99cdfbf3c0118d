"""What must hold around a match, where its own words don't settle it. Every public function is a guard."""

import re
from collections.abc import Callable
from types import FunctionType

from pipeline.annotate.dates.place import Place, plain

_PERCENT = re.compile(r"\s*pour\s?(?:cent|mille)\b")
_ANOTHER = re.compile(r"\s*(?:,|et|ou)\s+le\s+\d")
_SOMEWHERE = re.compile(r"[^\S\n]+(?:à|au)[^\S\n]+[A-ZÀ-ÖØ-Þ]")
_COORDINATED = re.compile(r"(?<!\d)(\d{4})\s*(?:,|et|ou)\s*$")
_ISSUE = re.compile(r"(?:\bn[°oº]|\bn\.|\bvol\.?|\bvolume|\btome|\bnum[ée]ro|#)\s*$", re.IGNORECASE)
_LOOK_BACK = 40


def no_noun_after(place: Place) -> bool:
    """No counted thing follows: « 1992 places », « 12 mars % »."""
    word = place.next
    if not word:
        return True
    if word in "%‰€$£°²" or _PERCENT.match(place.text, place.end) or place.said(word, "counted"):
        return False
    if not word[0].islower() or place.said(word, "goes_on"):
        return True
    return not (len(word) > 3 and word[-1] in "sx" and not word.endswith(("és", "ées", "ois", "ais", "ers", "ès")))


def year_alone(place: Place) -> bool:
    """A bare number of four figures that is a year."""
    if in_column(place):
        return True
    earlier = _COORDINATED.search(place.text, max(0, place.start - _LOOK_BACK), place.start)
    if earlier and not year_alone(Place(place.text, earlier.start(1), earlier.end(1), place.words)):
        return False
    if place.said(place.before, "never_before_year"):
        return False
    if place.said(place.before, "before_year") and plain(place.before) not in ("et", "ou"):
        return no_noun_after(place) or plain(place.before) == "en"
    if not no_noun_after(place):
        return False
    before, following = place.before, place.next
    if before and before[-1].isalpha() and before[0].isupper():
        return False
    if following[:1].isupper() and place.text[place.end : place.end + 1] == " ":
        return False  # « 1050 Bruxelles »
    return not (before[:1].isdigit() and place.text[place.start - 1].isspace()) and not following[:1].isdigit()


def in_column(place: Place) -> bool:
    """« 2003 Visite … », line under line: the years of a chronology, which never go back."""
    text, start, end = place.text, place.start, place.end
    own = _COLUMN.match(text, start, end + 3) if not start or text[start - 1] == "\n" else None
    if own is None:
        return False
    line_end = text.find("\n", end, end + _LINE)
    below = _NEXT.match(text, line_end) if line_end >= 0 else None
    lines = text[max(0, start - _LINE) : start].rstrip("\n")
    above = _COLUMN.match(lines, lines.rfind("\n") + 1) if "\n" in lines else None
    return bool((below and below[1] >= own[1]) or (above and above[1] <= own[1]))


_LINE = 300
_COLUMN = re.compile(r"((?:1[5-9]|20)\d\d)[ \t]+[A-ZÀ-ÖØ-Þ]")
_NEXT = re.compile(r"\n{1,3}((?:1[5-9]|20)\d\d)[ \t]+[A-ZÀ-ÖØ-Þ]")


def _begins(place: Place) -> bool:
    """Whether the word before is the first of its line or sentence, and so may have a capital for that."""
    head = place.text[max(0, place.start - _LOOK_BACK) : place.start].rstrip()
    head = head[: len(head) - len(place.before)].rstrip(" \u00a0\u202f")
    return not head or head[-1] in ".!?:\n•-–—«("


def no_acronym_before(place: Place) -> bool:
    """« BWV 1007 à 1012 » is a catalogue."""
    return not (len(place.before) > 1 and place.before.isupper() and place.text[place.start].isdigit())


def month_alone(place: Place) -> bool:
    """A month's name that is no one's, and no planet."""
    before, following = place.before, place.next
    if place.said(before, "before_month"):
        return True
    text = place.text[place.start : place.end]
    if text[0].isupper() and (
        place.said(before, "titles") or following[:1].isupper() or (before[:1].isupper() and not _begins(place))
    ):
        return False
    if plain(text) in place.words.sets["doubtful_months"]:
        return place.said(before, "before_doubtful_month") or not before
    return True


def day_alone(place: Place) -> bool:
    """« le 15 », where nothing counted follows and nothing numbered goes before."""
    following = place.next
    if place.said(place.before, "numbered") or place.text[place.start : place.end].endswith("ier"):
        return False
    if _ANOTHER.match(place.text, place.end):
        return True
    if not following or following in ".,;:!?)»…-":
        return True
    return place.said(following, "after_day") or _SOMEWHERE.match(place.text, place.end) is not None


def no_name(place: Place) -> bool:
    """Not part of a name: no capitalised word stands beside one with a capital (« Noël Martin »)."""
    if not place.text[place.start].isupper():
        return True
    if place.said(place.before, "titles"):
        return False
    following = place.next
    if following[:1].isupper() and "\n" not in place.text[place.end : place.end + 2]:
        return False
    return not place.before[:1].isupper() or place.said(place.before, "before_name")


def singular(place: Place) -> bool:
    """« le mois à venir », not « les mois à venir »."""
    return not place.said(place.before, "plurals")


def no_object(place: Place) -> bool:
    """« le mois suivant », not « le mois suivant la visite »."""
    return not place.said(place.next, "objects")


def ends_clause(place: Place) -> bool:
    """Nothing follows that it could belong to: « deux ans après, … », not « deux ans après sa mort »."""
    following = place.next
    return not following or not following[0].isalnum() or place.said(following, "new_clause")


def clause_goes_on(place: Place) -> bool:
    """No adjective makes something else of it: « la veille sanitaire »."""
    following = place.next
    if not following[:1].islower():
        return True
    return place.said(following, "goes_on") or place.said(following, "new_clause")


def after_within(place: Place) -> bool:
    """« dans les », « au cours des » goes before."""
    head = plain(place.text[max(0, place.start - _LOOK_BACK) : place.start]).split()
    return " ".join(head[-2:]) in place.words.sets["within"]


def no_clock_before(place: Place) -> bool:
    """« à 8 heures » is a time of day, not a length."""
    return not place.said(place.before, "before_clock")


def no_clock(place: Place) -> bool:
    """« 15h » is a length only behind « pendant », « pour »."""
    return place.text[place.end - 1] not in "hH" or place.said(place.before, "before_length")


def no_number_before(place: Place) -> bool:
    """« 32 janvier » is no month either."""
    return not (place.text[place.start].isalpha() and place.before[:1].isdigit())


def no_games(place: Place) -> bool:
    """« les Jeux olympiques d'été » name no summer."""
    head = place.text[max(0, place.start - _LOOK_BACK) : place.start].replace("'", " ").replace("’", " ").split()
    return not (len(head) > 1 and plain(head[-1]) == "d" and plain(head[-2]) in place.words.sets["games"])


def doubtful_feast(place: Place) -> bool:
    """« l'Ascension », not « l'ascension du col »; nor the feast of another calendar."""
    if place.said(place.next, "other_calendars"):
        return False
    word = place.text[place.start : place.end].split()[0]
    return word[0].isupper() or plain(word) not in place.words.sets["doubtful_feasts"]


def accented(place: Place) -> bool:
    """« la semaine passée », not « la semaine passe »."""
    return not any(plain(w) in place.words.sets["unaccented"] for w in place.text[place.start : place.end].split())


def no_possessive(place: Place) -> bool:
    """« sa dernière année » is of a life, not of the calendar."""
    return not place.said(place.before, "possessives")


def not_spent(place: Place) -> bool:
    """« les dix ans passés », not « dix ans passés à Rome »."""
    return plain(place.text[place.start : place.end])[-3:] not in ("sés", "ées") or not place.said(place.next, "spent")


def no_relative(place: Place) -> bool:
    """« dans les deux ans », not « dans les deux ans qui suivent »."""
    return not place.said(place.next, "relatives")


def not_numbered(place: Place) -> bool:
    """« la version 2.4.18 », « la note 18/20 » are none."""
    return not place.said(place.before, "numbered")


def no_issue(place: Place) -> bool:
    """« n° 2, 27 janvier » is a number and a day, not two days."""
    return _ISSUE.search(place.text, max(0, place.start - _LOOK_BACK), place.start) is None


def no_seventeen(place: Place) -> bool:
    """« dix-sept » is a number, not a day of September."""
    words = plain(place.text[place.start : place.end])
    return not words.endswith("sept") or any(c.isdigit() for c in words)


def starts_row(place: Place) -> bool:
    """No other number stands beside it."""
    return not place.before[:1].isdigit() and not place.next[:1].isdigit()


def no_fraction(place: Place) -> bool:
    """« les 3/4 des voix », « 24/7 » are none."""
    return place.text[place.start : place.end] != "24/7" and plain(place.next) not in ("de", "des", "du", "d")


def short_month(place: Place) -> bool:
    """« en nov. », « dans Jan »: a short form that its preposition, and a dot or a capital, show to be a month."""
    word = place.text[place.start : place.end]
    shows = word[0].isupper() or word.endswith(".") or place.text[place.end : place.end + 1] == "."
    return shows and place.said(place.before, "before_short_month") and not place.next[:1].isupper()


def short_unit(place: Place) -> bool:
    """« dans la semaine », not « dans le siècle »."""
    return place.said(place.text[place.start : place.end].split()[-1], "short_units")


def not_within(place: Place) -> bool:
    """No « dans les », « au cours des » goes before."""
    return not after_within(place)


def no_of_after(place: Place) -> bool:
    """It is not « la veille des élections »: no complement says of what."""
    return plain(place.next) not in ("de", "des", "du", "d")


def no_auxiliary(place: Place) -> bool:
    """« été » is the season, not the participle."""
    return not place.said(place.before, "auxiliary")


def season_alone(place: Place) -> bool:
    """A season's name behind its article or preposition, and no name of something."""
    text = place.text[place.start : place.end]
    return not text[0].isupper() and place.said(place.before, "before_season")


def long_enough(place: Place) -> bool:
    """« un jour », « une année » are lengths only where the word before says so."""
    words = plain(place.text[place.start : place.end])
    if words == "une seconde":
        return not place.next[:1].isalpha()
    if words in place.words.sets["vague_lengths"]:
        return place.said(place.before, "before_length")
    return place.text[place.end : place.end + 1] not in ("-", "‑")


Guard = Callable[[Place], bool]
GUARDS: dict[str, Guard] = {
    name: thing
    for name, thing in list(vars().items())
    if isinstance(thing, FunctionType) and thing.__module__ == __name__ and not name.startswith("_")
}
