"""When an event took place: which of a sentence's dates is whose, and how precise it is."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.annotate.events.around.surroundings import Surroundings
from pipeline.annotate.events.finding.triggers import Trigger
from pipeline.annotate.events.grammar.tokens import DATE, Sentence
from pipeline.annotate.events.grammar.verbgroup import REDUCED
from pipeline.annotate.events.knowledge.words import Words
from pipeline.annotate.events.when_where import opening
from pipeline.records import DateMention, Days

INITIAL = opening.INITIAL
BEFORE = 16
"""How many tokens a date may stand before its trigger."""

_STARTING = ("establishment", "appointment", "agreement")


class When(NamedTuple):
    """The dates of one trigger, as tokens in order; `shared` are those that hold for the whole sentence."""

    own: tuple[int, ...] = ()
    shared: tuple[int, ...] = ()


def attached(
    sentence: Sentence,
    found: Sequence[Trigger],
    surroundings: Sequence[Surroundings],
    dates: Sequence[DateMention],
    words: Words,
) -> list[When]:
    """Each trigger's dates."""
    own: dict[int, list[int]] = {i: [] for i in range(len(found))}
    early: dict[int, list[int]] = {i: [] for i in range(len(found))}
    shared: list[int] = []
    cleft = opening.cleft(sentence)
    for k in sentence.dates:
        if not _tells_when(sentence, k, dates[sentence.refs[k]], words) or _of_words(sentence, k, found, words):
            continue
        if k < cleft:
            shared.append(k)
            continue
        if _opens_line(sentence, k, found):
            for i in early:
                early[i].append(k)
        titled = _title(sentence, k, found)
        if titled is not None:
            own[titled].append(k)
            continue
        behind = [i for i, s in enumerate(surroundings) if s.window[0] <= k < s.window[1] or _inside(found[i], k)]
        ahead = [
            i for i, t in enumerate(found) if 0 < t.start - k <= BEFORE and _reaches(sentence, k, t.start, found, words)
        ]
        chosen = _nearest(sentence, k, found, behind, ahead)
        if k <= INITIAL and not behind:
            shared.append(k)
        elif chosen is not None:
            (early if k < found[chosen].start else own)[chosen].append(k)
    dated: dict[int, tuple[int, ...]] = {}
    for i, trigger in enumerate(found):  # readings of one word have one date
        before = () if _remembered(sentence, trigger, words) else early[i][-1:]
        mine = tuple(own[i] or before)
        dated[trigger.head] = dated.get(trigger.head) or mine
    apart = [
        _reacted_to(t, found) or _remembered(sentence, t, words) or opening.told_aside(sentence, t, s, cleft)
        for t, s in zip(found, surroundings, strict=True)
    ]
    return [When(dated[t.head], () if other else tuple(shared)) for t, other in zip(found, apart, strict=True)]


def _remembered(sentence: Sentence, trigger: Trigger, words: Words) -> bool:
    """« 2024 marque le 75e anniversaire de *l'établissement* … »: that was long before."""
    at = trigger.head - 1
    if trigger.verb or trigger.rule.type == "commemoration":
        return False
    while at > 0 and sentence.low(at) in words["of the"]:
        at -= 1
    return at < trigger.head - 1 and sentence.low(at).rpartition(" ")[2] in words["remembered"]


def _reacted_to(trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """« Le 5 mai, X a condamné *l'attaque* »: that was the day of the words."""
    if trigger.verb:
        return False
    said = (t for t in found if t.verb and t.verb.voice != REDUCED and t.rule.type == "statement")
    return any(0 <= trigger.start - t.end <= 3 for t in said)


def _opens_line(sentence: Sentence, k: int, found: Sequence[Trigger]) -> bool:
    """« 1960 : indépendance … », « 1907 Création de la légation à Oslo », « Au programme du 3 au 5 mai : … »."""
    if k > 1:
        return k < _LINE and sentence.low(k + 1) == ":" and found[0].start > k
    runs_on = k == 0 and found[0].head == 1 and not found[0].verb and sentence.capital(1)
    return runs_on or sentence.low(k + 1) in _ENTRIES


_LINE = 8
_ENTRIES = (":", "–", "—", "|", "•")


def _title(sentence: Sentence, k: int, found: Sequence[Trigger]) -> int | None:
    """« Ouverture du lycée d'Oslo : 5 mai 2012 », « … (2012) » at the end of a line without a verb: its noun."""
    verbal = bool(found) and found[0].verb is not None and found[0].verb.voice != REDUCED
    if not found or verbal or found[0].start > 3 or sentence.low(k - 1) not in (":", "|", "–", "(", "le"):
        return None
    if len(sentence.lows) - k > 3 or not {":", "|", "–", "("} & set(sentence.lows[k - 2 : k]):
        return None
    return 0 if all(t.head == found[0].head or t.verb is None for t in found) else None


SINCE = 16
"""How many tokens before « depuis » the word « première » may stand."""
_FIRST = frozenset({"premier", "première", "premiers", "premières", "unique", "seule", "seul"})


def _tells_when(sentence: Sentence, k: int, mention: DateMention, words: Words) -> bool:
    """Not « à ce jour », and not what the matter is about: « une feuille de route pour 2024-2026 »."""
    if mention.type not in ("DATE", "TIME"):
        return False
    before = [sentence.low(j) for j in range(max([0, k - 3, *(j + 1 for j in sentence.names if j < k)]), k)]
    if mention.value == "PRESENT_REF" and before[-1:] in (["à"], ["jusqu'à"]):
        return False
    if "jour" in mention.text.lower() and before[-1:] == ["à"]:
        return False
    if mention.text.lower().startswith("depuis") and any(
        sentence.low(j) in _FIRST and sentence.low(j + 1) != "ministre" for j in range(max(0, k - SINCE), k)
    ):
        return False  # « la première visite d'un président depuis 2009 »
    if any(word in words["matter"] for word in before) and sentence.lows[:2] != ("au", "programme"):
        return any(sentence.low(j) in words["scheduled"] for j in range(max(0, k - 6), k))
    return True


def _of_words(sentence: Sentence, k: int, found: Sequence[Trigger], words: Words) -> bool:
    """« Selon un rapport *de 2020* », « la loi *du 4 mars* »: the paper's day, unless the event is about the paper."""
    if opening.heads_the_text(sentence, k):
        return True
    if sentence.low(k - 1) not in words["of"]:
        return False
    at = k - 2 if sentence.low(k - 2) in words["papers"] else k - 3
    if sentence.low(at) not in words["papers"]:
        return False
    return not any(t.head == at or (t.object and t.object[0] <= at <= t.object[1]) for t in found)


def _inside(trigger: Trigger, k: int) -> bool:
    """« a, le 5 mai, signé »; « la création en 1998 d'un musée »."""
    end = trigger.object[1] if trigger.object else trigger.end
    return trigger.start <= k < end


def _nearest(
    sentence: Sentence, k: int, found: Sequence[Trigger], behind: Sequence[int], ahead: Sequence[int]
) -> int | None:
    marked = [
        i for i in behind if found[i].rule.type == "commemoration" and sentence.low(found[i].end) in ("de", "des")
    ]
    if marked and "," in (sentence.low(k - 1), sentence.low(k - 2)):
        return marked[0]  # « l'anniversaire de l'ouverture du lycée, le 5 mai »
    after = max(behind, key=lambda i: (found[i].start, -i), default=None)
    before = min(ahead, key=lambda i: found[i].start, default=None)
    if after is None or before is None:
        return before if after is None else after
    if any(sentence.low(j) in ("tenue", "organisation") for j in range(max(0, k - 4), k)):
        return before  # « la tenue, le 5 mai, d'un forum »
    if _right_behind(sentence, k, found[after]):
        return after
    parted = any(sentence.low(j) in _PARTING for j in range(k + 1, found[before].start))
    return after if parted or found[before].start - k > 3 else before


def _right_behind(sentence: Sentence, k: int, trigger: Trigger) -> bool:
    """« les radars commandés *en 2012* sont arrivés »; « a condamné *le 5 mai* l'attaque »: the verb's own date."""
    verb = trigger.verb
    if verb is None or (verb.voice != REDUCED and trigger.rule.type != "statement"):
        return False
    if verb.voice == REDUCED:
        return "," not in sentence.lows[verb.end : k]
    return all(sentence.lows[j] in _BEFORE_DAY or sentence.kinds[j] == DATE for j in range(verb.end, k))


_BEFORE_DAY = frozenset({"le", "en", "ce", "dès", ",", "au", "fin", "début"})
_PARTING = frozenset({",", "et", "après", "avant", "lors"})


def _reaches(sentence: Sentence, k: int, start: int, found: Sequence[Trigger], words: Words) -> bool:
    if any(sentence.low(j) in words["breaks"] or sentence.low(j) == "pour" for j in range(k + 1, start)):
        return False  # « y était le 5 mai pour ouvrir … »: that is when he was there
    if any(sentence.low(j) == "," and sentence.low(j + 1).endswith("ant") for j in range(k + 1, start)):
        return False
    if sentence.low(k).startswith(("depuis", "jusqu")) and any(sentence.low(j) == "," for j in range(k + 1, start)):
        return False
    if any(sentence.low(j) in words["on"] for j in range(k + 1, start)):
        return False
    return not any(k < t.start < start for t in found)


def span(mention: DateMention, type_: str) -> Days:
    """The days of a date as those of an event: what began « depuis 2009 » began in 2009."""
    earliest, latest = mention.earliest, mention.latest
    if earliest and latest is None and type_ in _STARTING:
        return earliest, _end_of(mention.value or "", earliest)
    return earliest, latest


def _end_of(value: str, earliest: date) -> date:
    """The last day of the year, month or day that a TIMEX3 value names."""
    if len(value) == 4 and value.isdigit():
        return date(earliest.year, 12, 31)
    if len(value) == 7 and value[5:].isdigit():
        return date(earliest.year, earliest.month, monthrange(earliest.year, earliest.month)[1])
    return earliest


def precision(days: Days) -> str:
    """What `PRECISIONS` calls a span of days.

    >>> precision((date(2014, 12, 1), date(2014, 12, 31))), precision((None, None))
    ('month', 'unknown')
    """
    first, last = days
    if first is None and last is None:
        return "unknown"
    if first is None or last is None:
        return "interval"
    if first == last:
        return "day"
    if last == date.max:
        return "interval"
    after = last + timedelta(days=1)
    if first.day != 1 or after.day != 1:
        return "interval"
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 1:
        return "month"
    if months == 12 and first.month == 1:
        return "year"
    return "season" if months == 3 and first.month in (3, 6, 9, 12) else "interval"
