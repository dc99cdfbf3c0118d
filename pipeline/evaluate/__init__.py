"""Score tables against gold: precision, recall and F1 by table, and the list of misses.

Takes a folder of gold files and a folder of tables, gives a `Report`. Optional gold counts neither way,
and a text without a document is missed with all that is in it.
Entities match by a shared folded form; dates by overlap, then words and days are compared; events by
type, dates that can be one, and a shared sentence, participant or place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.evaluate.links import Item, Links, links
from pipeline.evaluate.tally import Tallies, Tally

ORDER = (
    "people",
    "organisations",
    "places",
    "roles",
    "roles of",
    "dates",
    "date values",
    "events",
    "event dates",
    "event status",
    "event places",
    "participants",
    "document",
)
SHARES = ("roles", "roles of", "event dates", "event status", "event places", "document")
"""Asked only of what there is: nothing can be too much, and there is no precision."""


@dataclass(frozen=True)
class Report:
    """Tallies by what is counted, the same of each text, the links across texts by table, texts without a document."""

    tallies: Tallies
    by_text: dict[str, Tallies]
    links: dict[str, Links]
    absent: tuple[str, ...]

    def table(self) -> Iterator[str]:
        """Lines: precision, recall, F1, and the counts behind them."""
        yield f"{'':14}{'precision':>10}{'recall':>8}{'F1':>7}{'right':>7}{'missed':>8}{'too much':>10}"
        for name in ORDER:
            tally = self.tallies[name]
            p, r, f = (f"{100 * share:.1f}" for share in shares(tally))
            if name in SHARES:
                yield f"{name:14}{'–':>10}{r:>8}{'–':>7}{tally.right:7}{tally.missed:8}{'–':>10}"
            else:
                yield f"{name:14}{p:>10}{r:>8}{f:>7}{tally.right:7}{tally.missed:8}{tally.spurious:10}"
        for name, link in self.links.items():
            yield f"across texts, {name}: {link.linked} of {link.pairs} pairs linked, {len(link.false)} false"
        if self.absent:
            yield f"no document, all of it missed: {', '.join(self.absent)}"

    def misses(self) -> Iterator[str]:
        """Lines: what was missed or too much, text by text, then across texts."""
        for text, tallies in self.by_text.items():
            notes = [f"  {name:14} {note}" for name in ORDER for note in tallies[name].notes]
            if notes:
                yield from ("", text, *notes)
        for table, link in self.links.items():
            yield from ("", f"across texts, {table}") if link.split or link.false else ()
            yield from (f"  not linked   {_both(pair)}" for pair in link.split)
            yield from (f"  linked, but two   {_both(pair)}" for pair in link.false)


def _both(pair: tuple[Item, Item]) -> str:
    return " = ".join(f"{name} ({text})" for text, name in pair)


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
    rows = tables.read(processed, texts)
    by_text: dict[str, Tallies] = {name: {key: Tally() for key in ORDER} for name in texts}
    ids: dict[str, dict[Item, str]] = {table: {} for table in cross}
    for name, tallies in by_text.items():
        for (table, entity), key in score(texts[name], rows.get(name, tables.Found.nothing()), tallies).items():
            ids.setdefault(table, {})[name, entity] = key
    linked = {table: links(table, groups, texts, ids[table]) for table, groups in cross.items() if groups}
    return Report(_summed(by_text), by_text, linked, tuple(sorted(texts.keys() - rows.keys())))


def _summed(by_text: dict[str, Tallies]) -> Tallies:
    return {
        name: Tally(
            sum(t[name].right for t in by_text.values()),
            sum(t[name].spurious for t in by_text.values()),
            sum(t[name].missed for t in by_text.values()),
        )
        for name in ORDER
    }
