"""Which tellings of all texts are one happening: candidates by block, judged by evidence, the surest first.

Nothing compares everything with everything: two tellings meet only where they share a type and a participant, a
place or a telling word, and there only with the few whose days are near. A telling that leaves out who took part,
or that is vague about its day, joins another only where no second one could be meant.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from pipeline.records import TOLD_BY_SUBJECT
from pipeline.resolve.clusters import Cluster, Joined, Tie, weigh
from pipeline.resolve.event_contrast import against
from pipeline.resolve.event_evidence import BETWEEN, all_for
from pipeline.resolve.event_told import Told, length, merged

NEIGHBOURS = 12
"""With how many of the next tellings by date one is compared in a block."""
RIVALS = 40
"""A block with more dated happenings than this is too common to tell which one an undated telling means."""
LEAD = 0.5
"""By so much the one that is meant must be likelier than the next."""
COMMON = 0.02
"""A word in more than this share of the tellings (and in more than fifty) tells nothing."""
ENOUGH = 3.0
LEAST = 2.5
"""So much is enough for a telling that leaves much out, where it is about something and nothing else can be meant."""
ALONE = 1.0
"""What it weighs that a telling without a day can mean one happening only."""
BY_NAME = frozenset({"gathering", "establishment", "commemoration"})
"""Types that a telling word alone may bring together: an exhibition has a name."""

Key = tuple[str, str | int]
Pair = tuple[int, int]


def cluster(tellings: Sequence[Told], titles: Sequence[str]) -> list[Cluster]:
    """The tellings that are one; `titles` name them in reasons. The tellings come in an order of their contents."""
    joined = Joined(tellings, merged, against)
    blocks = _blocks(tellings)
    pairs = sorted(_near(tellings, blocks))
    joined.tie(_ties((p for p in pairs if _both_whole(joined, p)), joined, titles), ENOUGH)
    joined.tie(list(_meant((p for p in pairs if not _both_whole(joined, p)), joined, titles)), ENOUGH)
    for wants, may_be in ((_vague_day, _dated), (_undated, _dated), (_undated, _undated)):
        joined.tie(list(_only(blocks, joined, titles, wants, may_be)), ENOUGH)
    return joined.clusters()


Test = Callable[[Told], bool]


def _vague_day(told: Told) -> bool:
    return told.dated and _vague(told)


def _dated(told: Told) -> bool:
    return told.dated


def _undated(told: Told) -> bool:
    return not told.dated


def _whole(told: Told) -> bool:
    """It says enough to be known again: who and whom, or what and where."""
    if told.type in ("visit", "appointment", "statement"):
        return bool(told.leading)
    if told.type == "meeting":
        return len(told.leading) > 1
    if told.type == "agreement":
        return len(told.leading) > 1 or bool(told.leading and told.topic)
    return bool(told.leading or told.places)


def _both_whole(joined: Joined[Told], pair: Pair) -> bool:
    a, b = joined.facts(pair[0]), joined.facts(pair[1])
    return _whole(a) and _whole(b) and not a.texts & b.texts


def _blocks(tellings: Sequence[Told]) -> list[list[int]]:
    """Tellings that share a type and a participant, a place or a word, each block sorted by date."""
    common = _common_words(tellings)
    wanted = {key for told in tellings if not told.leading for key in _days_of(told)}
    sides = {key for told in tellings if len(told.states) > 1 and not told.bodies for key in _months_of(told)}
    blocks: dict[Key, list[int]] = {}
    for number, told in enumerate(tellings):
        for key in _keys(told, common):
            blocks.setdefault(key, []).append(number)
        for key in wanted.intersection(_days_of(told)) if wanted else ():
            blocks.setdefault(key, []).append(number)
        for key in sides.intersection(_months_of(told)) if sides else ():
            blocks.setdefault(key, []).append(number)
    shared = [block for _, block in sorted(blocks.items(), key=lambda b: (b[0][0], str(b[0][1]))) if len(block) > 1]
    return [sorted(block, key=lambda n: (tellings[n].days[0] or date.max, n)) for block in shared]


def _keys(told: Told, common: frozenset[str]) -> Iterator[Key]:
    """Of a telling between states alone the set of them, else everyone; what it is about and where, if that can do."""
    leading = sorted(told.leading)
    if len(told.states) > 1 or (told.states and told.leading <= told.states):
        yield told.type, "states " + " ".join(str(s) for s in sorted(told.states))
    if not told.leading <= told.states:
        yield from ((told.type, who) for who in leading)
    if not leading or told.type in TOLD_BY_SUBJECT:
        yield from ((told.type, where) for where in sorted(told.places))
    if told.type in BY_NAME or not leading:
        yield from ((told.type, word) for word in sorted(told.words - common))


def _days_of(told: Told) -> Iterator[Key]:
    """Its days, with each of its places, countries and texts: where one without participants may find another."""
    first, last = told.days
    if told.told_on and not told.dated:  # a text of the day after
        first, last = told.told_on - timedelta(2), told.told_on
    if not first or not last or (last - first).days > 6:
        return
    for n in range((last - first).days + 1):
        day = (first + timedelta(n)).toordinal()
        for where in told.places | told.lands:
            yield told.type, f"{day} at {where}"
        for text in told.texts:
            yield told.type, f"{day} in {text}"


def _months_of(told: Told) -> Iterator[Key]:
    """Its months, with the states for which those who take part stand: where the states may find them."""
    first, last = told.days
    if told.type in BETWEEN and first and last and (last - first).days < 31 and len(told.sides) > 1:
        sides = " ".join(str(s) for s in sorted(told.sides))
        for month in {first.replace(day=1), last.replace(day=1)}:
            yield told.type, f"{month} between {sides}"


def _common_words(tellings: Sequence[Told]) -> frozenset[str]:
    said = Counter((told.type, word) for told in tellings for word in told.words)
    by_type = Counter(told.type for told in tellings)
    return frozenset(word for (type_, word), times in said.items() if times > max(50, COMMON * by_type[type_]))


def _near(tellings: Sequence[Told], blocks: Iterable[Sequence[int]]) -> set[Pair]:
    """Pairs of dated tellings whose days meet."""
    found: set[Pair] = set()
    for block in blocks:
        dated = [n for n in block if tellings[n].dated]
        for i, left in enumerate(dated):
            last = tellings[left].days[1] or date.max
            for right in dated[i + 1 : i + 1 + NEIGHBOURS]:
                if (tellings[right].days[0] or date.min) > last:
                    break
                found.add((min(left, right), max(left, right)))
    return found


def _ties(pairs: Iterable[Pair], joined: Joined[Told], titles: Sequence[str], least: float = ENOUGH) -> Iterator[Tie]:
    for left, right in pairs:
        a, b = joined.facts(left), joined.facts(right)
        if _vague(a) == _vague(b) and against(a, b) is None:
            tie = _tie(a, b, left, right, titles, least)
            if tie:
                yield tie


def _meant(pairs: Iterable[Pair], joined: Joined[Told], titles: Sequence[str]) -> Iterator[Tie]:
    """For each telling that leaves much out the one that is meant, where there is just one."""
    rivals: dict[int, dict[int, Tie]] = {}
    for tie in _ties(pairs, joined, titles, LEAST):
        for number, other in ((tie.left, tie.right), (tie.right, tie.left)):
            told = joined.facts(number)
            if not _whole(told) or told.texts & joined.facts(other).texts:
                rivals.setdefault(number, {})[joined.root(other)] = Tie(tie.weight, number, other, tie.reason)
    for _, ties in sorted(rivals.items()):
        best = _leading(list(ties.values()), joined)
        if best and joined.facts(best.left).type in TOLD_BY_SUBJECT:
            yield _alone(best, ENOUGH - LEAST)
        elif best:
            yield best


def _vague(told: Told) -> bool:
    """A year or more: another happening of the kind may lie in it."""
    return length(told.days) > 31


def _tie(a: Told, b: Told, left: int, right: int, titles: Sequence[str], least: float) -> Tie | None:
    found = all_for(a, b)
    if sum(piece.weight for piece in found) < least:
        return None
    names = min(titles[left], titles[right]), max(titles[left], titles[right])
    weight, reason = weigh(names, found)
    return Tie(weight, left, right, reason)


def _only(
    blocks: Sequence[Sequence[int]], joined: Joined[Told], titles: Sequence[str], wants: Test, may_be: Test
) -> Iterator[Tie]:
    """For each telling that `wants` a home the one happening that it can mean, where there is just one."""
    rivals: dict[int, dict[int, Tie]] = {}
    crowded: set[int] = set()
    for block in blocks:
        roots = dict.fromkeys(joined.root(n) for n in block)
        wanting = [n for n in roots if wants(joined.facts(n))]
        homes = [n for n in roots if may_be(joined.facts(n))]
        if len(homes) > RIVALS:
            crowded.update(wanting)
            continue
        for number in wanting:
            for root in homes:
                tie = _candidate(joined, number, root, titles) if root != number else None
                if tie:
                    rivals.setdefault(number, {})[root] = tie
    for number, ties in sorted(rivals.items()):
        best = _leading(list(ties.values()), joined)
        if best and number not in crowded:
            yield _alone(best, ALONE)
        elif best:
            yield best


def _candidate(joined: Joined[Told], number: int, root: int, titles: Sequence[str]) -> Tie | None:
    if joined.apart(number, root):
        return None
    return _tie(joined.facts(number), joined.facts(root), number, root, titles, ENOUGH - ALONE)


def _alone(tie: Tie, weight: float) -> Tie:
    return Tie(tie.weight + weight, tie.left, tie.right, f"{tie.reason}, the only one it can mean")


def _leading(ties: Sequence[Tie], joined: Joined[Told]) -> Tie | None:
    """The strongest, if it leads clearly; what may be one with it is no rival."""
    first, *rest = sorted(ties, key=lambda t: (-t.weight, t.reason, t.right))
    for tie in rest:
        if tie.weight > first.weight - LEAD and joined.apart(first.right, tie.right):
            return None
    return first
