"""Scores: what counts as found, and what counts neither way."""

import json
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline import tables
from pipeline.errors import ConfigError
from pipeline.evaluate import evaluate

TEXT = "Aldo Ferri s'est rendu à Lyon le 3 mai 2021. Il y a rencontré Ida Roux."
DAY = date(2021, 5, 3)


def person(key, name, *aliases):
    roles = [{"title": "ministre", "organisation": None, "country": None, "doc_id": "d"}]
    counts = {"n_mentions": 1, "n_documents": 1, "reasons": []}
    return {"person_id": key, "name": name, "aliases": list(aliases), "roles": roles, **counts}


def mention(key, label, start, end):
    place = {"start": start, "end": end, "raw_start": start, "raw_end": end}
    return {"doc_id": "d", **place, "text": TEXT[start:end], "label": label, "entity_id": key, "source": "model"}


PLACE = {
    "place_id": "lyon",
    "name": "Lyon",
    "aliases": [],
    "kind": "city",
    "n_mentions": 1,
    "n_documents": 1,
    "reasons": [],
}
VISIT = {
    "event_id": "e",
    "type": "visit",
    "title": "Visite d'Aldo Ferri à Lyon",
    "earliest": DAY,
    "latest": DAY,
    "precision": "day",
    "status": "occurred",
    "negated": False,
    "places": ["lyon"],
    "participants": [{"entity_id": "p1", "name": "Aldo Ferri", "role": "visitor"}],
    "evidence": [{"doc_id": "d", "start": 0, "end": 44, "text": TEXT[:44]}],
    "n_documents": 1,
    "reasons": [],
}
FOUND = {
    "documents": [
        {"doc_id": "d", "path": "a/visite.txt", "sha256": "0", "format": "txt", "text": TEXT, "n_tokens": 20}
    ],
    "mentions": [mention("p1", "PER", 0, 10), mention("p2", "PER", 62, 70), mention("lyon", "LOC", 25, 29)],
    "dates": [
        {
            "doc_id": "d",
            "start": 33,
            "end": 43,
            "text": "3 mai 2021",
            "type": "DATE",
            "value": "2021-05-03",
            "earliest": DAY,
            "latest": DAY,
            "rule": "day",
        }
    ],
    "people": [person("p1", "Aldo Ferri"), person("p2", "Ida Roux")],
    "places": [PLACE],
    "events": [VISIT],
}
GOLD = {
    "document": {"title": None, "published_on": None},
    "people": [
        {"name": "Aldo Ferri", "roles": [{"title": "ministre"}]},
        {"name": "Ida Roux", "optional": True},
        {"name": "Personne d'autre"},
    ],
    "places": [{"name": "Lyon", "kind": "city"}],
    "dates": [
        {"text": "3 mai 2021", "type": "DATE", "value": "2021-05-03", "earliest": "2021-05-03", "latest": "2021-05-03"}
    ],
    "events": [
        {
            "type": "visit",
            "trigger": "s'est rendu",
            "title": "Visite",
            "earliest": "2021-05-03",
            "latest": "2021-05-03",
            "participants": ["Aldo Ferri"],
            "places": ["Lyon"],
        }
    ],
}


@pytest.fixture
def folders(tmp_path):
    gold, processed = tmp_path / "gold", tmp_path / "processed"
    gold.mkdir()
    processed.mkdir()
    (gold / "visite.json").write_text(json.dumps(GOLD), encoding="utf-8")
    for table in tables.TABLES:
        rows = pa.Table.from_pylist(FOUND.get(table.name, []), schema=table.schema)
        pq.write_table(rows, processed / f"{table.name}.parquet")
    return gold, processed


def test_what_is_found_missed_and_optional_is_told_apart(folders):
    tallies = evaluate(*folders).tallies
    people = tallies["people"]
    assert (people.right, people.spurious, people.missed) == (1, 0, 1)
    assert (tallies["roles"].right, tallies["roles"].missed) == (1, 0)


def test_dates_and_events_are_compared_part_by_part(folders):
    tallies = evaluate(*folders).tallies
    for name in ("places", "dates", "date values", "events", "event dates", "event places", "participants"):
        tally = tallies[name]
        assert (tally.right, tally.spurious, tally.missed) == (1, 0, 0), name


def test_misses_name_the_text_and_what_was_missed(folders):
    assert any("Personne d'autre" in line for line in evaluate(*folders).misses())


def test_links_across_texts_want_one_id(folders):
    gold, processed = folders
    (gold / "autre.json").write_text(json.dumps(GOLD), encoding="utf-8")
    same = {"people": [[["visite", "Aldo Ferri"], ["autre", "Aldo Ferri"]]]}
    (gold / "cross.json").write_text(json.dumps(same), encoding="utf-8")
    report = evaluate(gold, processed)
    assert report.links == {"people": (0, 1)}
    assert report.absent == ("autre",)


def test_a_folder_without_gold_is_said_to_have_none(tmp_path):
    with pytest.raises(ConfigError, match="no gold files"):
        evaluate(tmp_path, tmp_path)


def test_a_gold_file_that_is_wrong_is_named_with_its_key(folders):
    gold, processed = folders
    (gold / "visite.json").write_text('{"document": {}, "people": [{"nom": "x"}]}', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"visite\.json: people\.0\.name"):
        evaluate(gold, processed)
