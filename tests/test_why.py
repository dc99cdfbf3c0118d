"""What a person sees of one row."""

from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.errors import ConfigError
from pipeline.tables import TABLES
from pipeline.why import why

TEXT = "Aldo Ferri s'est rendu à Lyon."
DAY = date(2021, 5, 3)
FOUND = {"aliases": [], "n_mentions": 1, "n_documents": 1, "reasons": []}
ROLE = {"title": "maire", "organisation": None, "country": "IT", "doc_id": "d"}
EVENT = {
    "event_id": "e1",
    "type": "visit",
    "title": "Visite d'Aldo Ferri",
    "earliest": DAY,
    "latest": None,
    "precision": "day",
    "status": "planned",
    "negated": False,
    "places": ["lyon"],
    "participants": [{"entity_id": "p", "name": "Aldo Ferri", "role": "visitor"}],
    "evidence": [{"doc_id": "d", "start": 0, "end": 30, "text": TEXT}],
    "part_of": "e2",
    "n_documents": 1,
    "reasons": ["same day"],
}
ROWS = {
    "documents": [{"doc_id": "d", "path": "a/visite.txt", "sha256": "0", "format": "txt", "text": TEXT, "n_tokens": 7}],
    "mentions": [
        {
            "doc_id": "d",
            "start": 0,
            "end": 10,
            "text": "Aldo Ferri",
            "label": "PER",
            "entity_id": "p",
            "source": "model",
        }
    ]
    * 41,
    "people": [{"person_id": "p", "name": "Aldo Ferri", "roles": [ROLE, ROLE], **FOUND, "aliases": ["A. Ferri"]}],
    "places": [{"place_id": "lyon", "name": "Lyon", "kind": "city", **FOUND}],
    "events": [EVENT, {**EVENT, "event_id": "e2", "title": "Tournée", "part_of": None}],
}


@pytest.fixture
def processed(tmp_path):
    for table in TABLES:
        pq.write_table(pa.Table.from_pylist(ROWS.get(table.name, []), table.schema), tmp_path / f"{table.name}.parquet")
    return tmp_path


def test_of_an_event_day_people_place_whole_and_sentence_are_said(processed):
    assert list(why("e1", processed)) == [
        "e1: Visite d'Aldo Ferri (events)",
        "  when   2021-05-03 to … (day), planned",
        "  who    Aldo Ferri (visitor), p",
        "  where  Lyon, lyon",
        "  within Tournée, e2",
        "  because same day",
        f"  a/visite.txt [0, 30) {TEXT}",
    ]


def test_an_event_that_is_part_of_none_is_said_beside_one_that_is(processed):
    lines = list(why("e2", processed))
    assert lines[0] == "e2: Tournée (events)"
    assert not [line for line in lines if "within" in line]


def test_of_a_person_names_offices_and_the_first_mentions_are_said(processed):
    lines = list(why("p", processed))
    assert lines[:3] == ["p: Aldo Ferri (people)", "  also A. Ferri", "  maire · IT"]
    assert lines[3:-1] == ["  a/visite.txt [0, 10) Aldo Ferri   (model)"] * 40
    assert lines[-1] == "  and 1 mentions more"


def test_an_identifier_that_is_nowhere_and_a_broken_table_are_said(processed):
    with pytest.raises(ConfigError, match="no table has the identifier 'x'"):
        list(why("x", processed))
    (processed / "places.parquet").write_bytes(b"none")
    with pytest.raises(ConfigError, match=r"places\.parquet: can't be read as a table"):
        list(why("x", processed))
