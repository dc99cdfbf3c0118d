"""People: a civility, an office or a given name before capitalised words."""

import re
from collections.abc import Iterator

from pipeline.annotate.names.lexicon import Lexicon
from pipeline.annotate.names.page import Capital, Page, Span
from pipeline.annotate.names.plain import alternatives

STRENGTH, ALONE, OVER_PLACE = 80, 44, 52
_MOST = 5
_BESIDE = (" ", "-", "'", " & ", "/")
_LED = ("de ", "d'", "à ", "en ", "et ", "À ")
_HELD = ("la ", "le ", "les ", "l'", "du ", "au ", "des ", "une ", "un ", "« ", '"', "#", "@")
PARTICLE = re.compile(r"(?:de |d'|von |van |al-|el-|ben |da |di )(?=[A-Z])")
_MORE_NAME = re.compile(r"(?: (?:d[eu]s? |d'|de la )?\w[\w'-]*){1,2}")
TOWARDS = re.compile(
    r"(?:\b(?:[Àà]|[Dd]e|[Dd]u|[Dd]es|[Ee]n|[Aa]ux?|[Ll]es?|[Ll]a|[Vv]ers|[Dd]ans|[Dd]epuis|[Ee]ntre|[Ss]ur|via|et|ou|près)"
    r" |['’]|[,(/–-] ?)$"
)
"""What leads to a place rather than to a person."""
_NUMERAL = re.compile(r"[IVX]+(?:er)?$")
_HOST = re.compile(r"(\w+(?:-\w+)?)( d[eu]| de la| d')? ?$")
_NOBLE = ("de ", "du ", "des ", "d'", "de la ", "de l'", "la ", "le ")
_COORDINATED = re.compile(r" et |, |,? puis ")


def civility_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Every civility, with the space behind it."""
    return re.compile(rf"(?<![\w.])({alternatives(lexicon.civility_gender)}) (?:(?:le |la |l')?(?=\w))")


def person(page: Page, i: int, titled: bool = False) -> int | None:
    """End of the person's name that starts with the i-th capitalised word, if it can be one.

    Goes on over capitalised words and particles: « Ursula von der Leyen », « Charles de Gaulle ». Behind a
    civility (`titled`) a common noun is a surname: « M. Petit ».
    """
    if not (_surname(page, i) if titled else _begins(page, i)):
        return None
    end = page.capitals[i].end
    for j in range(i, min(i + _MOST, len(page.capitals) - 1)):
        gap, after = page.gap(j), page.capitals[j + 1]
        if gap == " " and _NUMERAL.match(after.word):
            return after.end
        if not _joins(page, gap) or not _continues(page, page.capitals[j], gap, after, j + 1):
            break
        end = after.end
    return end


def _begins(page: Page, i: int) -> bool:
    word = page.capitals[i].entry
    if word.civility or word.demonym or word.noun:
        return False
    return not (len(word.word) < 2 or word.word in page.lexicon.no_acronyms)


def _surname(page: Page, i: int) -> bool:
    """« M. Petit », not « Madame la Ministre » or « M. Président »."""
    word = page.capitals[i].entry
    return len(word.word) > 1 and not word.office and not word.demonym


def _joins(page: Page, gap: str) -> bool:
    return gap == " " or (gap[:1] == " " and gap[1:] in page.lexicon.particles)


def _continues(page: Page, before: Capital, gap: str, after: Capital, i: int) -> bool:
    found = page.form(after.start)
    if found and found[0].label == "ORG" and found[0].length > 2 and gap != " ":
        return False
    if gap != " ":
        if gap[1:] in _NOBLE and not (before.entry.given or before.entry.initials or _seen(page, before, after)):
            return False
        return not (found and found[0].label == "LOC") and not after.entry.demonym and _begins(page, i)
    if found and found[0].code and not before.entry.given:
        return False
    if after.entry.demonym or after.word in page.lexicon.no_acronyms or after.word == "M.":
        return False
    return not (after.word.isupper() and len(after.word) < 4 and not after.entry.initials and not before.word.isupper())


def _seen(page: Page, before: Capital, after: Capital) -> bool:
    return any(a <= before.start and after.end <= b and label == "PER" for a, b, label in page.model_at(after.end))


def back_from(page: Page, end: int) -> int | None:
    """Start of the two or three unknown capitalised words that end here, if they can be a person's name."""
    words = page.capitals_in(max(0, end - 60), end)
    if not words or words[-1].end != end:
        return None
    first = len(words) - 1
    while first > 0 and len(words) - first < 3 and page.plain[words[first - 1].end : words[first].start] == " ":
        first -= 1
    name = words[first:]
    if len(name) < 2 or not all(_unknown(page, word) for word in name):
        return None
    return None if TOWARDS.search(page.plain[max(0, name[0].start - 8) : name[0].start]) else name[0].start


def _unknown(page: Page, capital: Capital) -> bool:
    word, entry = capital.word, capital.entry
    if word.isupper() or entry.demonym or entry.office or entry.noun or entry.head or page.form(capital.start):
        return False
    return not page.lexicon.is_common(word)


def by_civility(page: Page, pattern: re.Pattern[str]) -> Iterator[Span]:
    """« M. Duval », « MM. Cazals, Petit et Hernu »."""
    plural = set(page.lexicon.civilities.rule[0].plural)
    for match in page.opened("civility", pattern, page.plain):
        start = match.end()
        particle = PARTICLE.match(page.plain, start) if match[1][0].isupper() else None
        i = page.at.get(particle.end() if particle else start)
        end = person(page, i, titled=True) if i is not None else None
        if match[1] == "M." and _given_before(page, match.start() - 1):
            continue  # « Russell M. Nelson »
        if end is None or i is None or page.capitals[i].word in ("M.", "MM.", "S.E."):
            continue
        yield Span(start, end, "PER", "civilities.civility", STRENGTH + 15)
        if match[1] in plural:
            yield from coordinated(page, end, "civilities.civility", titled=True)


def _given_before(page: Page, end: int) -> bool:
    words = page.capitals_in(max(0, end - 100), end)
    return bool(words) and words[-1].end == end and words[-1].entry.given


def coordinated(page: Page, end: int, source: str, titled: bool = False) -> Iterator[Span]:
    """The people that follow in a list: « , Petit et Hernu »."""
    for _ in range(30):
        joint = _COORDINATED.match(page.plain, end)
        i = page.at.get(joint.end()) if joint else None
        stop = person(page, i, titled) if i is not None else None
        if joint is None or stop is None or page.known_place(joint.end()):
            return
        yield Span(joint.end(), stop, "PER", source, STRENGTH + 5)
        end = stop


def by_given_name(page: Page) -> Iterator[Span]:
    """A given name before another capitalised word: « Marie Lanoix »."""
    done = 0
    for i, capital in enumerate(page.capitals):
        if not capital.entry.given or capital.start < done or (capital.initial and page.in_headline(capital.start)):
            continue
        end = person(page, i)
        if end is None or hosted(page, i):
            continue
        if end == capital.end:
            yield from _alone(page, i)
            continue
        if not _surnamed(page, i, end):
            continue
        end = max(end, _as_seen(page, capital.start, end))
        if i and page.gap(i - 1) == " " and page.capitals[i - 1].entry.initials and page.capitals[i - 1].word != "M.":
            capital = page.capitals[i - 1]
        yield Span(capital.start, end, "PER", "names.given", STRENGTH)
        done = end


def _alone(page: Page, i: int) -> Iterator[Span]:
    """A given name without surname: « une faute sur André », not « la Sainte-Anne » or « tempête Alex »."""
    capital = page.capitals[i]
    before = page.plain[max(0, capital.start - 4) : capital.start]
    beside = (i and page.gap(i - 1) in _BESIDE) or (i + 1 < len(page.capitals) and page.gap(i) in _BESIDE)
    if (
        capital.initial
        or beside
        or before.endswith(_HELD)
        or capital.word.isupper()
        or page.lexicon.is_common(capital.word)
    ):
        return
    unsaid = page.seen(capital.start, "ORG") is None and not page.lexicon.places(capital.word)
    if unsaid and page.plain[capital.end : capital.end + 1] not in ("-", "'"):
        place = page.seen(capital.start, "LOC") == capital.end and not before.endswith(_LED)
        yield Span(capital.start, capital.end, "PER", "names.given-alone", OVER_PLACE if place else ALONE)


def by_initial(page: Page) -> Iterator[Span]:
    """« J. Dupont », where the model sees a person in it."""
    for i, capital in enumerate(page.capitals[:-1]):
        if not capital.entry.initials or capital.word in ("M.", "S.E.") or page.gap(i) != " ":
            continue
        if i and page.gap(i - 1) == " ":
            continue  # « sous Dagobert I. Paris »
        end = person(page, i + 1)
        seen = any(label == "PER" for at in (capital.end - 1, end or capital.end) for _, _, label in page.model_at(at))
        if end is not None and seen:
            yield Span(capital.start, end, "PER", "names.initial", STRENGTH - 1)


def _as_seen(page: Page, start: int, end: int) -> int:
    """« Pierre Mendès France » where the model sees it so."""
    stop = page.seen(start, "PER") or 0
    return stop if _MORE_NAME.fullmatch(page.plain[end:stop]) else 0


def _surnamed(page: Page, i: int, end: int) -> bool:
    """The word behind is no common noun: « Pierre Présidente », and the last is no firm's: « Amaury Sport Group »."""
    after = page.capitals[i + 1]
    last = page.capitals_in(after.start, end)[-1] if after.end <= end else after
    return after.end <= end and not after.entry.office and not last.entry.ending


def hosted(page: Page, i: int) -> bool:
    """The name is inside another: « rue Marie Curie », « lycée Jean Moulin », « prix Albert-Londres »."""
    start = page.capitals[i].start
    window = page.lower[max(0, start - 30) : start]
    before = _HOST.search(window) if window.rstrip(" ").endswith(page.lexicon.hosting) else None
    if before is None or (before[1] == "place" and not before[2] and _puts(page, i, start - len("place "))):
        return False
    return before[1] in (page.lexicon.names.streets if before[2] else page.lexicon.names.hosts)


def _puts(page: Page, i: int, start: int) -> bool:
    """« Le sondage Ifop place Marie Lanoix en tête »: a verb, right behind a name."""
    return i > 0 and page.capitals[i - 1].end == start - 1
