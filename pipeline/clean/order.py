"""Blocks that the page's columns put out of order, brought back where a cut word tells where they belong.

An extractor that reads columns in a wrong order leaves a word's first half at the end of one block and its
second at the head of another, far away. Where the halves are a word together, the block is moved; where
then one sentence is left open and one block begins in mid-sentence, they belong together too.
"""

from pipeline.clean.columns import Columns
from pipeline.clean.draft import GLUE, Draft, Line, blocks, ends_sentence, starts_high, starts_low
from pipeline.clean.hyphens import decide, part

_MOST = 60
"""A text with more open ends than this was not set in columns."""

_STRANDED = 2
"""So few lines at a column's foot were left behind; more are where they belong."""

_FREE = 0.15

Block = list[Line]


def order_blocks(draft: Draft) -> None:
    """Bring halves of words, and of sentences, together; what a column left behind is moved to the rest."""
    if draft.marked or not draft.wrapped:
        return
    groups = blocks(draft.lines)
    ends = [i for i, group in enumerate(groups) if _is_open(group)]
    starts = [i for i, group in enumerate(groups) if i and _begins_inside(group)]
    if not 0 < len(ends) <= _MOST or len(starts) > _MOST:
        return
    follower = _followers(draft, groups, ends, starts)
    if any(j != i + 1 for i, j in follower.items()):
        draft.lines = [line for i in _new_order(groups, follower) for line in _parted(groups[i])]


def _parted(group: Block) -> Block:
    group[0].gap = max(group[0].gap, 1)
    return group


def _is_open(group: Block) -> bool:
    last = group[-1]
    return not last.role and not ends_sentence(last.text)


def _begins_inside(group: Block) -> bool:
    return not group[0].role and group[0].follows != GLUE and starts_low(group[0].text)


def _followers(draft: Draft, groups: list[Block], ends: list[int], starts: list[int]) -> dict[int, int]:
    """Which block goes on with which: half words first, then what is left open where nothing follows."""
    follower: dict[int, int] = {}
    free = set(starts)
    _match_half_words(draft, groups, ends, follower, free)
    for i in ends:
        if i not in follower and i + 1 in free and not groups[i][-1].cut:
            follower[i] = i + 1
            free.discard(i + 1)
    taken = set(follower.values())
    left = [i for i in ends if i not in follower and not groups[i][-1].cut and _is_stranded(groups, i, taken)]
    orphans = [j for j in free if _is_orphan(groups[j - 1])]
    if left and len(orphans) == 1:
        i = min(left, key=lambda i: abs(i - orphans[0]))
        if _is_full(draft.lines, groups[i][-1]):
            follower[i] = orphans[0]
    return follower


def _is_full(lines: list[Line], line: Line) -> bool:
    """Whether a line of justified print ends where its column does, and not because it says no more."""
    columns = Columns(lines)
    return columns.justified and columns.room(next(i for i, other in enumerate(lines) if other is line)) < _FREE


def _is_stranded(groups: list[Block], i: int, taken: set[int]) -> bool:
    """Whether what comes behind a block does not go on with it."""
    return i + 1 == len(groups) or i + 1 in taken or bool(groups[i + 1][0].role) or starts_high(groups[i + 1][0].text)


def _is_orphan(above: Block) -> bool:
    """Whether a sentence has ended, or the title stands, where the block below begins inside one."""
    return above[-1].role == "title" or (ends_sentence(above[-1].text) and above[-1].text[-1] not in ";:,")


def _match_half_words(
    draft: Draft, groups: list[Block], ends: list[int], follower: dict[int, int], free: set[int]
) -> None:
    """Each half word with the block below it, else with the nearest one that it makes a word with."""
    halves = [i for i in ends if groups[i][-1].cut]
    for below in (True, False):
        for i in halves:
            places = [i + 1] if below else sorted(free, key=lambda j: (_stands_alone(draft, groups[j][0]), abs(j - i)))
            for j in places if i not in follower else ():
                if j in free and j != i and _is_one_word(draft, groups[i][-1], groups[j][0]):
                    follower[i] = j
                    free.discard(j)
                    break


def _stands_alone(draft: Draft, line: Line) -> bool:
    """Whether the first word of a line is a word without another half."""
    word = line.text.split(None, 1)[0].lower()
    return draft.rules.lexicon.knows(word)


def _is_one_word(draft: Draft, before: Line, line: Line) -> bool:
    cut = part(before.text, line.text)
    if cut is None or cut.right.lower() in draft.rules.small_words:
        return False
    lexicon = draft.rules.lexicon
    if lexicon.knows(cut.joined) or lexicon.frequency(cut.joined) > 1e-7 or draft.words.count(cut.joined):
        return decide(cut, draft.words, draft.rules).join
    return False


def _new_order(groups: list[Block], follower: dict[int, int]) -> list[int]:
    """Chains of blocks that go on with one another, each where its longest part stands."""
    behind = {j: i for i, j in follower.items()}
    for i, group in enumerate(groups[:-1]):  # a heading goes with what stands below it
        if group[0].role == "heading" and i + 1 not in behind:
            follower[i], behind[i + 1] = i + 1, i
    chains: list[tuple[int, list[int]]] = []
    done: set[int] = set()
    for i in [i for i in range(len(groups)) if i not in behind] + list(range(len(groups))):
        chain: list[int] = []
        at: int | None = i
        while at is not None and at not in done:
            done.add(at)
            chain.append(at)
            at = follower.get(at)
        if chain:
            chains.append((_place(chain, groups), chain))
    return [i for _, chain in sorted(chains) for i in chain]


def _place(chain: list[int], groups: list[Block]) -> int:
    """Where a chain stands: where the first of its runs does that was neither left behind nor put below the title."""
    runs: list[list[int]] = []
    for i in chain:
        if runs and runs[-1][-1] + 1 == i:
            runs[-1].append(i)
        else:
            runs.append([i])
    for n, run in enumerate(runs):
        size = sum(len(groups[i]) for i in run if groups[i][0].role != "heading")
        below_title = n and groups[run[0] - 1][-1].role == "title"
        if size > _STRANDED and not below_title:
            return run[0]
    return runs[0][0]
