"""Score tables against gold: precision, recall and F1 by table, and the list of misses.

Takes a folder of gold files and a folder of tables, gives a `Report`. Optional gold counts neither way.
Entities match by a shared folded form; dates by overlap, then words and days are compared; events by
type, dates that can be one, and a shared sentence, participant or place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from pipeline.evaluate.score import Tally

ORDER = (
    "people",
    "organisations",
    "places",
    "roles",
    "dates",
    "date values",
    "events",
    "event dates",
    "event places",
    "participants",
    "document",
)


@dataclass(frozen=True)
class Report:
    """Tallies by what is counted, each text's misses, and the links across texts by table."""

    tallies: dict[str, Tally]
    by_text: dict[str, dict[str, Tally]]
    links: dict[str, tuple[int, int]]
    absent: tuple[str, ...]

    def table(self) -> Iterator[str]:
        """Lines: precision, recall, F1, and the counts behind them."""
        yield f"{'':14}{'precision':>10}{'recall':>8}{'F1':>7}{'right':>7}{'missed':>8}{'too much':>10}"
        for name in ORDER:
            tally = self.tallies[name]
            p, r, f = (f"{100 * share:.1f}" for share in shares(tally))
            yield f"{name:14}{p:>10}{r:>8}{f:>7}{tally.right:7}{tally.missed:8}{tally.spurious:10}"
        for name, (linked, pairs) in self.links.items():
            yield f"across texts, {name}: {linked} of {pairs} pairs linked"
        if self.absent:
            yield f"no document for: {', '.join(self.absent)}"

    def misses(self) -> Iterator[str]:
        """Lines: what was missed or too much, text by text."""
        for text, tallies in self.by_text.items():
            notes = [f"  {name:14} {note}" for name in ORDER for note in tallies[name].notes]
            if notes:
                yield from ("", text, *notes)


def shares(tally: Tally) -> tuple[float, float, float]:
    """Precision, recall and F1, each from 0 to 1; 1 where there is nothing to find."""
    given, true = tally.right + tally.spurious, tally.right + tally.missed
    precision, recall = (tally.right / n if n else 1.0 for n in (given, true))
    return precision, recall, 2 * tally.right / (given + true) if given + true else 1.0


def evaluate(gold: Path, processed: Path) -> Report:
    """Compare the tables of `processed` with the gold files of `gold`; raises `ConfigError` for unusable folders."""
    from pipeline.evaluate import found as tables
    from pipeline.evaluate import gold as truth
    from pipeline.evaluate.score import score

    texts, cross = truth.read(gold)
    rows = tables.read(processed)
    by_text: dict[str, dict[str, Tally]] = {}
    ids: dict[tuple[str, str, str], str] = {}
    for name in sorted(texts.keys() & rows.keys()):
        by_text[name] = {key: Tally() for key in ORDER}
        here = score(texts[name], rows[name], by_text[name])
        ids |= {(table, name, entity): key for (table, entity), key in here.items()}
    links = {t: _linked(t, groups, ids, set(texts)) for t, groups in cross.items() if groups}
    return Report(_summed(by_text), by_text, links, tuple(sorted(texts.keys() - rows.keys())))


def _summed(by_text: dict[str, dict[str, Tally]]) -> dict[str, Tally]:
    return {
        name: Tally(
            sum(t[name].right for t in by_text.values()),
            sum(t[name].spurious for t in by_text.values()),
            sum(t[name].missed for t in by_text.values()),
        )
        for name in ORDER
    }


def _linked(
    table: str,
    groups: tuple[tuple[tuple[str, str], ...], ...],
    ids: dict[tuple[str, str, str], str],
    texts: set[str],
) -> tuple[int, int]:
    pairs = [pair for group in groups for pair in combinations(group, 2) if all(text in texts for text, _ in pair)]
    found = [tuple(ids.get((table, text, name)) for text, name in pair) for pair in pairs]
    return sum(one is not None and one == other for one, other in found), len(pairs)
