"""Time expressions: misses by class, speed beside other tools, growth on hostile text, fuzzing.

    python -m benchmarks.dates misses                  # the gold, class by class
    python -m benchmarks.dates speed [--texts FOLDER]  # beside eds.dates and dateparser.search, in one run
    python -m benchmarks.dates growth                  # seconds for 0.25, 0.5 and 1 MB of one thing over and over
    python -m benchmarks.dates fuzz --minutes 10       # no crash, no first day behind the last

Speed is CPU time of one process. EDS-NLP is no dependency: where it is not installed, it is left out.
"""

import argparse
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from pipeline.annotate.dates import find
from pipeline.annotate.dates.patterns import Sequence
from pipeline.annotate.dates.rules import DateRules, read_rules
from tests.annotate.dates.derived import derived
from tests.annotate.dates.marked import as_expected, as_found, unmark

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold" / "dates.txt"
SEEN_FROM = date(2018, 6, 30)
Finder = Callable[[str], int]


def gold() -> Iterator[tuple[str, date | None, str]]:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            kind, own, text = (part.strip() for part in line.split("|")[:3])
            yield kind, None if own == "-" else date.fromisoformat(own), text


def misses(rules: DateRules) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, own, marked in gold():
        text, truth = unmark(marked)
        expected = [as_expected(one) for one in truth]
        found = [as_found(one) for one in find(text, own, rules)]
        row = counts[kind]
        row["expected"] += len(expected)
        row["found"] += len(found)
        row["exact"] += sum(one[0] in [other[0] for other in found] for one in expected)
        row["right"] += sum(one in found for one in expected)
        row["spurious"] += sum(one[0] not in [other[0] for other in expected] for one in found)
    total = sum(counts.values(), Counter())
    print(f"{'class':20} expected  missed  value wrong  spurious")
    for kind, row in [*counts.items(), ("all", total)]:
        missed, wrong = row["expected"] - row["exact"], row["expected"] - row["right"]
        print(f"{kind:20} {row['expected']:8} {missed:7} {wrong:12} {row['spurious']:9}")
    print(f"exact F1 {2 * total['exact'] / (total['expected'] + total['found']):.3f}", end="  ")
    print(f"right {total['right'] / total['expected']:.3f}")


def news(folder: Path) -> list[str]:
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    return texts or [unmark(text)[0] for _, _, text in gold()] * 10


def speed(rules: DateRules, folder: Path) -> None:
    texts = news(folder)
    words, characters = sum(len(t.split()) for t in texts), sum(map(len, texts))
    print(f"{len(texts)} texts, {words} words, {characters} characters")
    print(f"{'tool':12} {'seconds':>8} {'found':>6} {'found/s':>9} {'characters/s':>13} {'µs/word':>8}")
    tools: list[tuple[str, Callable[[], Finder]]] = [
        ("depeche", lambda: lambda text: len(find(text, SEEN_FROM, rules))),
        ("eds.dates", eds),
        ("dateparser", dateparser),
    ]
    for name, load in tools:
        try:
            finder = load()
        except ImportError:
            print(f"{name:12} is not installed")
            continue
        finder(texts[0])
        start = time.process_time()
        found = sum(map(finder, texts))
        seconds = time.process_time() - start
        rates = f"{found / seconds:9.0f} {characters / seconds:13.0f} {seconds / words * 1e6:8.1f}"
        print(f"{name:12} {seconds:8.2f} {found:6} {rates}")


def eds() -> Finder:
    import edsnlp

    nlp = edsnlp.blank("eds")
    nlp.add_pipe("eds.dates")
    return lambda text: len(nlp(text).spans["dates"])


def dateparser() -> Finder:
    from dateparser.search import search_dates

    return lambda text: len(search_dates(text, languages=["fr"]) or ())


HOSTILE = (
    *(
        "1",
        ",",
        "-",
        ".",
        "janvier ",
        "1,",
        "1-",
        "1.",
        "1/2/",
        "mai-",
        "12 mars 2018",
        "du 1 au 2 ",
        "les 4 et 5 et 6 ",
    ),
    *(
        "premier deuxième ",
        "quatre-vingt-dix-neuf ",
        "lundi ",
        "2018 ",
        "2018-",
        "fin de la ",
        "de mai à ",
        "il y a deux ans ",
    ),
)


def growth(rules: DateRules) -> None:
    print(f"{'':24} {'0.25 MB':>9} {'0.5 MB':>9} {'1 MB':>9}")
    for piece in HOSTILE:
        seconds = []
        for size in (250_000, 500_000, 1_000_000):
            text = piece * (size // len(piece))
            start = time.process_time()
            find(text, SEEN_FROM, rules)
            seconds.append(time.process_time() - start)
        print(f"{piece!r:24} " + " ".join(f"{s:8.2f}s" for s in seconds))


def fuzz(rules: DateRules, minutes: float, seed: int) -> None:
    chance = random.Random(seed)
    words = vocabulary(rules)
    seeds = [unmark(text)[0] for _, _, text in gold()]
    sequences = [one for made in rules.grammar.made.values() for one in sorted(made)]
    end, count, mentions = time.monotonic() + minutes * 60, 0, 0
    while time.monotonic() < end:
        text = invented(chance, words, seeds) if chance.random() < 0.6 else allowed(chance, sequences, rules)
        reference = None if chance.random() < 0.2 else date.min + timedelta(days=chance.randrange(date.max.toordinal()))
        for one in find(text, reference, rules):
            mentions += 1
            if one.earliest and one.latest and one.earliest > one.latest:
                raise SystemExit(f"impossible: {one} in {text!r} seen from {reference}")
            if text[one.start : one.end] != one.text or one.start >= one.end:
                raise SystemExit(f"misplaced: {one} in {text!r}")
        count += 1
    print(f"{count} texts, {mentions} expressions, no crash and no impossible interval (seed {seed})")


def vocabulary(rules: DateRules) -> list[str]:
    signs = [",", "-", "/", ".", "'", "’", "(", ")", ":", "%", "«", "»", "\n", "\n\n", "\u00a0"]
    numbers = [
        str(n) for n in (0, 1, 2, 9, 11, 12, 15, 29, 30, 31, 32, 59, 60, 98, 365, 999, 1000, 1582, 1992, 2018, 9999)
    ]
    return sorted(rules.grammar.words()) + (signs + numbers) * 12


def allowed(chance: random.Random, sequences: list[Sequence], rules: DateRules) -> str:
    """What the rules themselves allow, one or several beside each other."""
    sign = chance.choice([" ", ", ", ". ", " et ", " – ", "\n"])
    return sign.join(derived(chance.choice(sequences), rules, chance) for _ in range(chance.randint(1, 3)))


def invented(chance: random.Random, words: list[str], seeds: list[str]) -> str:
    """A row of the grammar's words, or a sentence of the gold with pieces swapped, doubled and cut."""
    if chance.random() < 0.5:
        return chance.choice([" ", ""]).join(chance.choices(words, k=chance.randint(1, 14)))
    pieces = chance.choice(seeds).split(" ")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(pieces))
        pieces[at] = chance.choice([chance.choice(words), pieces[at] * 2, pieces[at][::-1], chance.choice(pieces)])
    return " ".join(pieces)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("misses", "speed", "growth", "fuzz"))
    parser.add_argument("--texts", type=Path, default=ROOT / "data" / "raw")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rules = read_rules(ROOT / "configs" / "fr")
    if options.what == "misses":
        misses(rules)
    elif options.what == "speed":
        speed(rules, options.texts)
    elif options.what == "growth":
        growth(rules)
    else:
        fuzz(rules, options.minutes, options.seed)


if __name__ == "__main__":
    main()
