"""Which tellings of all texts are one happening: candidates by block, judged by evidence, the surest first.

Nothing compares everything with everything: two tellings meet only where they share a type and a participant, a
place or a telling word, and there only with the few whose days are near. A telling that is vague about its day
joins a dated one only where no second one could be meant.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from pipeline.resolve.clusters import Cluster, Evidence, Joined, Tie, weigh
from pipeline.resolve.event_evidence import BY_SUBJECT, Told, against, all_for, length, merged

NEIGHBOURS = 12
"""With how many of the next tellings by date one is compared in a block."""
RIVALS = 40
"""A block with more dated happenings than this is too common to tell which one an undated telling means."""
COMMON = 0.02
"""A word in more than this share of the tellings (and in more than fifty) tells nothing."""
ENOUGH = 3.0
BY_NAME = frozenset({"gathering", "establishment", "commemoration"})
"""Types that a telling word alone may bring together: an exhibition has a name."""

Key = tuple[str, str | int]


def cluster(tellings: Sequence[Told], titles: Sequence[str]) -> list[Cluster]:
    """The tellings that are one; `titles` name them in reasons. The tellings come in an order of their contents."""
    joined = Joined(tellings, merged, against)
    blocks = _blocks(tellings)
    joined.tie(_ties(_near(tellings, blocks), joined, titles), ENOUGH)
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


def _blocks(tellings: Sequence[Told]) -> list[list[int]]:
    """Tellings that share a type and a participant, a place or a word, each block sorted by date."""
    common = _common_words(tellings)
    blocks: dict[Key, list[int]] = {}
    for number, told in enumerate(tellings):
        for key in _keys(told, common):
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
    if not leading or told.type in BY_SUBJECT:
        yield from ((told.type, where) for where in sorted(told.places))
    if told.type in BY_NAME or not leading:
        yield from ((told.type, word) for word in sorted(told.words - common))


def _common_words(tellings: Sequence[Told]) -> frozenset[str]:
    counted = Counter(word for told in tellings for word in told.words)
    return frozenset(word for word, n in counted.items() if n > max(50, COMMON * len(tellings)))


def _near(tellings: Sequence[Told], blocks: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
    """Pairs of dated tellings whose days meet."""
    found: set[tuple[int, int]] = set()
    for block in blocks:
        dated = [n for n in block if tellings[n].dated]
        for i, left in enumerate(dated):
            last = tellings[left].days[1] or date.max
            for right in dated[i + 1 : i + 1 + NEIGHBOURS]:
                if (tellings[right].days[0] or date.min) > last:
                    break
                found.add((min(left, right), max(left, right)))
    return found


def _ties(pairs: Iterable[tuple[int, int]], joined: Joined[Told], titles: Sequence[str]) -> Iterator[Tie]:
    for left, right in sorted(pairs):
        a, b = joined.facts(left), joined.facts(right)
        if _vague(a) == _vague(b) and against(a, b) is None:
            tie = _tie(a, b, left, right, titles, ENOUGH)
            if tie:
                yield tie


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
        best = _best(list(ties.values()), number in crowded)
        if best:
            yield best


def _candidate(joined: Joined[Told], number: int, root: int, titles: Sequence[str]) -> Tie | None:
    if joined.apart(number, root):
        return None
    return _tie(joined.facts(number), joined.facts(root), number, root, titles, ENOUGH - _ALONE.weight)


_ALONE = Evidence(1.0, "the only one it can mean")


def _best(ties: Sequence[Tie], crowded: bool) -> Tie | None:
    """The strongest, if it leads clearly; alone it weighs more."""
    ranked = sorted(ties, key=lambda t: (-t.weight, t.reason, t.right))
    first = ranked[0]
    if len(ranked) > 1 and ranked[1].weight > first.weight - 0.5:
        return None
    if crowded:
        return first if first.weight >= ENOUGH else None
    return Tie(first.weight + _ALONE.weight, first.left, first.right, f"{first.reason}, {_ALONE.why}")
