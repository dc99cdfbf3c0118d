"""A store in memory, filled by hand: what the front half would have remembered of a few texts."""

import datetime
import hashlib
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa

from pipeline import config
from pipeline.interim.schema import TABLES, VIEWS
from pipeline.resolve import resolve


@dataclass
class Text:
    """A text with its entities: (label, forms, what is said of it); every form is mentioned once, in order."""

    path: str
    entities: list[tuple] = field(default_factory=list)
    text: str = ""
    day: datetime.date | None = None


def per(*forms, gender=None, roles=()):
    return (
        "PER",
        forms,
        {"gender": gender, "roles": [dict(zip(("title", "organisation", "country"), r, strict=False)) for r in roles]},
    )


def org(*forms, acronym=None, kind="other", country=None):
    return ("ORG", forms, {"acronym": acronym, "kind": kind, "country": country})


def loc(*forms, place=None, kind=None, country=None):
    return ("LOC", forms, {"place": place, "kind": kind, "country": country})


class Store:
    """What `resolve` needs of the store, and the order in which texts came."""

    def __init__(self):
        self.connection = duckdb.connect()
        self.connection.execute(TABLES)
        self.connection.execute(VIEWS)
        self._ordinals = {}

    def hold(self, *texts):
        """These texts are there now; new ones arrive in this order."""
        run = self.connection.execute
        for table in ("present", "results", "result_entities", "result_mentions"):
            run(f"DELETE FROM {table}")
        for result, text in enumerate(texts):
            ordinal = self._ordinals.setdefault(text.path, len(self._ordinals))
            body = text.text or f"{text.path} " + ". ".join(form for _, forms, _ in text.entities for form in forms)
            digest = hashlib.sha256(body.encode()).hexdigest()
            run("INSERT INTO present VALUES (?, ?, ?, ?, ?)", [text.path, f"d-{text.path}", ordinal, digest, result])
            run(
                "INSERT INTO results VALUES (?, ?, 'txt', NULL, ?, NULL, NULL, ?, 1)",
                [result, str(result), text.day, body],
            )
            at = 0
            for number, (label, forms, said) in enumerate(text.entities):
                self._entity(result, number, label, forms, said)
                for form in forms:
                    at = body.find(form, at)
                    run(
                        "INSERT INTO result_mentions VALUES (?, ?, ?, ?, ?, ?, ?, 'rule', ?)",
                        [result, at, at + len(form), at, at + len(form), form, label, number],
                    )
        return self

    def _entity(self, result, number, label, forms, said):
        roles = [{"title": None, "organisation": None, "country": None} | role for role in said.get("roles", [])]
        columns = ("acronym", "gender", "kind", "country", "place")
        self.connection.execute(
            """INSERT INTO result_entities BY NAME SELECT ? AS result, ? AS entity, ? AS label, ? AS name, ? AS forms,
            ? AS acronym, ? AS gender, ? AS kind, ? AS country, ? AS place, []::VARCHAR[] AS reasons,
            ?::STRUCT(title VARCHAR, organisation VARCHAR, country VARCHAR)[] AS roles""",
            [result, number, label, forms[0], list(forms), *(said.get(c) for c in columns), roles],
        )

    def tables(self, corrections=None):
        settings = config.load()
        if corrections:
            settings = config.Config(settings.settings, settings.french, settings.gazetteer, corrections)
        return resolve(self, settings)


def rows(table: pa.Table):
    return table.to_pylist()


def names(table: pa.Table):
    return sorted(table.column("name").to_pylist())
