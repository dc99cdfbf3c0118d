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


def write(processed, name, rows):
    (schema,) = (table.schema for table in tables.TABLES if table.name == name)
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), processed / f"{name}.parquet")


@pytest.fixture
def folders(tmp_path):
    gold, processed = tmp_path / "gold", tmp_path / "processed"
    gold.mkdir()
    processed.mkdir()
    (gold / "visite.json").write_text(json.dumps(GOLD), encoding="utf-8")
    for table in tables.TABLES:
        write(processed, table.name, FOUND.get(table.name, []))
    return gold, processed


def test_what_is_found_missed_and_optional_is_told_apart(folders):
    tallies = evaluate(*folders).tallies
    people = tallies["people"]
    assert (people.right, people.spurious, people.missed) == (1, 0, 1)
    assert (tallies["roles"].right, tallies["roles"].missed) == (1, 0)


@pytest.fixture
def changed(folders):
    """Writes the gold, or a table, with something changed, and gives the tallies."""
    gold, processed = folders

    def changed(gold_of=None, **tables_of):
        (gold / "visite.json").write_text(json.dumps({**GOLD, **(gold_of or {})}), encoding="utf-8")
        for name, rows in tables_of.items():
            write(processed, name, rows)
        return evaluate(gold, processed).tallies

    return changed


def counts(tally):
    return tally.right, tally.spurious, tally.missed


def test_everything_of_a_text_without_a_document_is_missed(changed):
    tallies = changed(documents=[], mentions=[], dates=[], events=[], people=[], places=[])
    assert [counts(tallies[name]) for name in ("people", "dates", "events", "document")] == [
        (0, 0, n) for n in (2, 1, 1, 1)
    ]


def test_an_office_is_of_its_country_and_organisation_too(changed):
    of = {"title": "ministre", "organisation": "Sénat", "country": "FR"}
    people = [{"name": "Aldo Ferri", "roles": [of]}, {"name": "Ida Roux", "optional": True}]

    def told(**role):
        found = person("p1", "Aldo Ferri")
        found["roles"][0] |= role
        tallies = changed({"people": people}, people=[found, person("p2", "Ida Roux")])
        assert counts(tallies["roles"]) == (1, 0, 0)
        return counts(tallies["roles of"])

    assert told(organisation="le Sénat", country="FR") == (1, 0, 0)
    assert told(organisation="Sénat", country="IT") == (0, 0, 1)
    assert told(country="FR") == (0, 0, 1)


def test_a_longer_or_a_shorter_title_is_the_same_office(changed):
    def told(title):
        return counts(changed({"people": [{"name": "Aldo Ferri", "roles": [{"title": title}]}]})["roles"])[0]

    assert told("premier ministre") == told("ministre") == 1
    assert told("maire") == 0


def test_a_date_with_other_words_is_missed_and_one_too_much(changed):
    longer = {**GOLD["dates"][0], "text": "le 3 mai 2021. Il"}
    tallies = changed({"dates": [longer]})
    assert counts(tallies["dates"]) == (0, 1, 1)
    assert counts(tallies["date values"]) == (1, 0, 0)


def test_of_a_length_of_time_the_value_counts_alone(changed):
    length = {"text": "3 mai 2021", "type": "DURATION", "value": "P3D"}
    assert counts(changed({"dates": [length]})["date values"]) == (0, 1, 1)
    assert counts(changed({"dates": [{**length, "value": "2021-05-03"}]})["date values"]) == (1, 0, 0)


def test_a_plan_told_as_done_is_wrong_and_so_is_what_was_denied(changed):
    def told(certain, **row):
        event = {**GOLD["events"][0], "certain": certain}
        return counts(changed({"events": [event]}, events=[{**VISIT, **row}])["event status"])

    assert told(True) == told(False, status="cancelled") == told(False, negated=True) == (1, 0, 0)
    assert told(False) == told(True, status="planned") == told(True, negated=True) == (0, 0, 1)


def test_what_only_another_text_says_of_a_merged_event_is_no_mistake_here(changed):
    other = {"doc_id": "d2", "start": 0, "end": 4, "text": "Aldo"}
    guest = {"entity_id": "p9", "name": "Guy Lenoir", "role": "host"}
    row = {**VISIT, "evidence": [*VISIT["evidence"], other], "participants": [*VISIT["participants"], guest]}
    assert counts(changed(events=[row])["participants"]) == (1, 0, 0)


def test_another_text_may_know_the_day_of_a_merged_event_better(changed):
    month = {**GOLD["events"][0], "earliest": "2021-05-01", "latest": "2021-05-31"}
    other = {"doc_id": "d2", "start": 0, "end": 4, "text": "Aldo"}
    merged = {**VISIT, "evidence": [*VISIT["evidence"], other]}
    assert counts(changed({"events": [month]}, events=[VISIT])["event dates"]) == (0, 0, 1)
    assert counts(changed({"events": [month]}, events=[merged])["event dates"]) == (1, 0, 0)
    wider = {**merged, "earliest": date(2021, 4, 30)}
    assert counts(changed({"events": [month]}, events=[wider])["event dates"]) == (0, 0, 1)


def test_an_event_of_another_text_is_none_of_this(changed):
    other = {**VISIT, "event_id": "e2", "evidence": [{"doc_id": "d2", "start": 0, "end": 4, "text": "Aldo"}]}
    assert counts(changed(events=[VISIT, other])["events"]) == (1, 0, 0)


def test_there_is_no_precision_where_nothing_can_be_too_much(folders):
    (line,) = [line for line in evaluate(*folders).table() if line.startswith("event dates")]
    assert line.split() == ["event", "dates", "–", "100.0", "–", "1", "0", "–"]


def test_two_texts_of_one_name_are_said(folders):
    gold, processed = folders
    twin = {**FOUND["documents"][0], "doc_id": "d2", "path": "b/visite.md"}
    write(processed, "documents", [*FOUND["documents"], twin])
    with pytest.raises(ConfigError, match=r"either text: a/visite\.txt, b/visite\.md"):
        evaluate(gold, processed)


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
    same = {"people": [[["visite", who], ["autre", who]] for who in ("Aldo Ferri", "Personne d'autre")]}
    (gold / "cross.json").write_text(json.dumps(same), encoding="utf-8")
    report = evaluate(gold, processed)
    assert (report.links["people"].linked, report.links["people"].pairs) == (0, 2)  # two found nowhere are not one
    assert report.absent == ("autre",)


def test_two_that_share_an_id_and_are_not_one_are_a_false_link(folders):
    gold, processed = folders
    (gold / "autre.json").write_text(json.dumps(GOLD), encoding="utf-8")
    twin = {**FOUND["documents"][0], "doc_id": "d2", "path": "autre.txt"}
    write(processed, "documents", [*FOUND["documents"], twin])
    write(processed, "mentions", [*FOUND["mentions"], *({**row, "doc_id": "d2"} for row in FOUND["mentions"])])
    same = {"people": [], "places": [[["visite", "Lyon"], ["autre", "Lyon"]]]}
    (gold / "cross.json").write_text(json.dumps({**same, "people": [[["visite", "Personne d'autre"]]]}))
    report = evaluate(gold, processed)
    assert report.links["people"].false == ((("autre", "Aldo Ferri"), ("visite", "Aldo Ferri")),)
    assert (report.links["places"].linked, report.links["places"].false) == (1, ())
    assert any("Aldo Ferri (autre) = Aldo Ferri (visite)" in line for line in report.misses())


def test_a_folder_without_gold_is_said_to_have_none(tmp_path):
    with pytest.raises(ConfigError, match="no gold files"):
        evaluate(tmp_path, tmp_path)


def test_a_gold_file_that_is_wrong_is_named_with_its_key(folders):
    gold, processed = folders
    (gold / "visite.json").write_text('{"document": {}, "people": [{"nom": "x"}]}', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"visite\.json: people\.0\.name"):
        evaluate(gold, processed)
