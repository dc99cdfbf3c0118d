"""How long resolve takes, and how much memory, on stores of growing size.

    python benchmarks/resolve.py [1000 10000 100000]

Fills a store with made-up results, 50 mentions a text, whose people, organisations and places recur by a Zipf
law: new names keep coming, as in real text. Spellings vary, surnames stand alone with an office, acronyms without
their long form, and one text in a hundred repeats another. Each size is measured in a process of its own.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import duckdb
import numpy as np
import pyarrow as pa

from pipeline import config
from pipeline.gazetteer import Gazetteer
from pipeline.interim.schema import TABLES, VIEWS
from pipeline.resolve import resolve

MENTIONS, ENTITIES = 50, 28
BATCH = 5_000
MADE_OF = """
    ba be bou cha da dji fa go ha ja ka kha la li lou ma mi na nou pa ra ri sa sou ta tcha va vi yé za
    ev ov in ski aï bek ian enko i o a er ard et ou
    Anna Boris Claire Daniyar Élise Farid Georges Hélène Igor Jeanne Karim Lucie Marc Nadia Olga Pierre
"""
SYLLABLES, ENDINGS, GIVEN = (line.split() for line in MADE_OF.strip().splitlines())
HEADS = ["Institut", "Groupe", "Université de", "Société", "Agence", "Fondation", "Association", "Chambre"]
OFFICES = ["président", "ministre des Affaires étrangères", "ambassadeur", "directeur général", "porte-parole"]


@dataclass
class World:
    """What there is to name; how often follows from the place in the list."""

    people: list[str]
    organisations: list[str]
    places: list[tuple[str, str | None, str | None]]
    words: list[str]


def world(texts: int) -> World:
    """As many names as so many texts bring, growing with their square root and a bit."""
    rnd = random.Random(1)
    known = int(400 * texts**0.55)
    made = [_made(rnd) for _ in range(known * 2)]
    people = [f"{rnd.choice(GIVEN)} {made[i % len(made)]}" for i in range(known)]
    organisations = [f"{rnd.choice(HEADS)} {made[-1 - i % len(made)]}" for i in range(known // 3)]
    gazetteer = Gazetteer.load(config.load().gazetteer)
    countries = [place for _, place in gazetteer.names() if place.kind == "country"]
    linked = [(place.name, place.id, place.country) for place in dict.fromkeys(countries)]
    unlinked = [(f"vallée de {_made(rnd)}", None, None) for _ in range(known // 8)]
    return World(people, organisations, linked + unlinked, [_made(rnd).lower() for _ in range(5000)])


def _made(rnd: random.Random) -> str:
    return ("".join(rnd.choice(SYLLABLES) for _ in range(rnd.randint(1, 3))) + rnd.choice(ENDINGS)).capitalize()


def spelled(name: str, rnd: random.Random) -> str:
    """The name as another newspaper writes it, now and then."""
    chance = rnd.random()
    if chance < 0.05:
        return name.replace("ou", "u").replace("tch", "ch").replace("aï", "ay")
    return name.upper() if chance < 0.08 else name


def fill(connection: duckdb.DuckDBPyConnection, texts: int) -> None:
    """Write the results of so many texts into an empty store."""
    connection.execute(TABLES)
    connection.execute(VIEWS)
    them = world(texts)
    for first in range(0, texts, BATCH):
        _fill(connection, them, range(first, min(first + BATCH, texts)))


def _fill(connection: duckdb.DuckDBPyConnection, them: World, numbers: range) -> None:
    present, results, entities, mentions, events = [], [], [], [], []
    for number in numbers:
        rnd = random.Random(number - number % 100 if number % 100 == 1 else number)
        body = " ".join(rnd.choices(them.words, k=90)) + "\n\n" + " ".join(rnd.choices(them.words, k=90))
        body = "\n\n".join(f"{body} {n}" for n in range(4))
        present.append((f"{number:06}.txt", f"t{number:06}-0123abcd", number, "0" * 64, number))
        results.append((number, str(number), "txt", None, None, None, None, body, 800))
        drawn = np.random.default_rng(rnd.randrange(2**32))
        made = _entities(them, rnd, drawn)
        entities += [(number, n, *entity) for n, entity in enumerate(made)]
        owners = sorted([*range(len(made)), *(rnd.randrange(len(made)) for _ in range(MENTIONS - len(made)))])
        for place, owner in enumerate(owners):
            form = made[owner][2][place % len(made[owner][2])]
            start = place * 80
            mentions.append(
                (number, start, start + len(form), start, start + len(form), form, made[owner][0], "rule", owner)
            )
        events += [(number, n, *event) for n, event in enumerate(_events(made, rnd))]
    for table, rows in (
        ("result_events", events),
        ("present", present),
        ("results", results),
        ("result_entities", entities),
        ("result_mentions", mentions),
    ):
        _insert(connection, table, rows)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[object, ...]]) -> None:
    schema = connection.sql(f"FROM {table} LIMIT 0").to_arrow_table().schema
    arrays = [pa.array(column, field.type) for column, field in zip(zip(*rows, strict=True), schema, strict=True)]
    batch = pa.Table.from_arrays(arrays, schema=schema)
    connection.register("batch", batch)
    connection.execute(f"INSERT INTO {table} FROM batch")
    connection.unregister("batch")


def _entities(them: World, rnd: random.Random, drawn: np.random.Generator) -> list[tuple[object, ...]]:
    def some(things: list, share: float) -> list:
        ranks = drawn.zipf(1.15, size=int(ENTITIES * share)) - 1
        return [things[int(rank) % len(things)] for rank in dict.fromkeys(int(r) for r in ranks)]

    made: list[tuple[object, ...]] = []
    for name in some(them.people, 0.4):
        printed, country = spelled(name, rnd), ("FR", "KZ", "DE", None)[len(name) % 4]
        surname = printed.split()[-1]
        forms = [surname] if rnd.random() < 0.1 else [printed, surname]
        role = {"title": OFFICES[len(name) % len(OFFICES)], "organisation": None, "country": country}
        roles = [role] if rnd.random() < 0.5 else []
        made.append(("PER", forms[0], forms, None, None, roles, None, None, None, []))
    for name in some(them.organisations, 0.25):
        acronym = "".join(word[0] for word in name.split()) + name[-2:].upper()
        forms = [name] if rnd.random() < 0.7 else [name, acronym]
        forms = [acronym] if rnd.random() < 0.1 else forms
        tied = acronym if len(forms) > 1 else None
        made.append(("ORG", forms[0], forms, tied, None, [], "other", None, None, ["« a » stands beside « b »"]))
    for name, place, country in some(them.places, 0.35):
        made.append(("LOC", name, [name], None, None, [], "country" if place else "site", country, place, []))
    return made


def _events(made: list[tuple[object, ...]], rnd: random.Random) -> list[tuple[object, ...]]:
    """Three happenings of the text's people and places, on days that other texts name too."""
    by_label: dict[object, list[int]] = {}
    for number, entity in enumerate(made):
        by_label.setdefault(entity[0], []).append(number)
    events: list[tuple[object, ...]] = []
    for kind, topic in (("visit", []), ("meeting", []), ("agreement", [rnd.choice(SYLLABLES)])):
        day = date(2020, 1, 1) + timedelta(days=rnd.randrange(1500)) if rnd.random() < 0.8 else None
        who = [{"entity": rnd.choice(by_label["PER"]), "role": "participant"} for _ in range(2)]
        seen = [{"start": 0, "end": 100, "trigger_start": 10, "trigger_end": 20}]
        place = [rnd.choice(by_label["LOC"])]
        days = (day, day, "day" if day else "unknown")
        events.append((kind, "Visite", topic, *days, "occurred", False, who, place, seen, ["rule"], None, []))
    return events


def measure(texts: int) -> None:
    """One size: time on the clock and of the processor, peak memory and what came out, on one line."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "store.duckdb"
        subprocess.run([sys.executable, __file__, "--fill", str(texts), str(file)], check=True)
        settings = config.load()
        with duckdb.connect(str(file)) as connection:
            connection.execute(f"SET memory_limit = '{settings.settings.resolve.memory_mb}MB'")
            started, worked = time.perf_counter(), time.process_time()
            connection.execute("BEGIN")
            tables = resolve(SimpleNamespace(connection=connection), settings)
            connection.execute("COMMIT")
            seconds, cpu = time.perf_counter() - started, time.process_time() - worked
            sizes = {name: table.num_rows for name, table in tables.items()}
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{texts:>8} texts  {seconds:8.1f} s  {cpu:8.1f} s of CPU  {peak:7.0f} MB  {sizes}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--fill"]:
        with duckdb.connect(sys.argv[3]) as store:
            fill(store, int(sys.argv[2]))
    elif sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        for size in sys.argv[1:] or ("1000", "10000", "100000"):
            subprocess.run([sys.executable, __file__, "--one", size], check=True)
