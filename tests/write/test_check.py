"""Tables that contradict what `tables.py` says are never written."""

import pyarrow as pa
import pytest

from pipeline.errors import ConfigError
from pipeline.tables import TABLES
from pipeline.write import problems, write
from pipeline.write.parquet import load

TEXT = "Anne Roux est à Metz. Léa aussi."
EMPTY = {"aliases": [], "reasons": []}
ROWS = {
    "documents": [
        {"doc_id": "a", "path": "a.txt", "sha256": "0", "format": "txt", "text": TEXT, "n_tokens": 9},
        {"doc_id": "b", "path": "b.txt", "sha256": "1", "format": "txt", "text": "Anne Roux.", "n_tokens": 3},
    ],
    "mentions": [
        {"doc_id": "a", "start": 0, "end": 9, "text": "Anne Roux", "label": "PER", "entity_id": "p", "source": "model"},
        {"doc_id": "a", "start": 16, "end": 20, "text": "Metz", "label": "LOC", "entity_id": "l", "source": "model"},
        {"doc_id": "b", "start": 0, "end": 9, "text": "Anne Roux", "label": "PER", "entity_id": "p", "source": "model"},
    ],
    "people": [
        {
            "person_id": "p",
            "name": "Anne Roux",
            "n_mentions": 2,
            "n_documents": 2,
            "roles": [{"title": "maire", "doc_id": "b"}],
            **EMPTY,
        }
    ],
    "places": [{"place_id": "l", "name": "Metz", "kind": "city", "n_mentions": 1, "n_documents": 1, **EMPTY}],
    "events": [
        {
            "event_id": "e",
            "type": "visit",
            "title": "Visite",
            "precision": "unknown",
            "status": "occurred",
            "negated": False,
            "places": ["l"],
            "participants": [{"entity_id": "p", "name": "Anne Roux", "role": "visitor"}],
            "evidence": [
                {"doc_id": "b", "start": 0, "end": 10, "text": "Anne Roux."},
                {"doc_id": "a", "start": 0, "end": 21, "text": TEXT[:21]},
            ],
            "n_documents": 2,
            "reasons": [],
        }
    ],
}


def tables(**changed: object) -> dict[str, pa.Table]:
    """All tables; `changed` sets fields: `mentions_0_start=4`."""
    rows = {name: [dict(row) for row in some] for name, some in ROWS.items()}
    for place, value in changed.items():
        name, row, field = place.split("_", 2)
        rows[name][int(row)][field] = value
    return {table.name: pa.Table.from_pylist(rows.get(table.name, []), schema=table.schema) for table in TABLES}


def test_what_tables_py_describes_is_right():
    assert problems(tables()) == []


def test_no_rows_are_right():
    assert problems({table.name: table.schema.empty_table() for table in TABLES}) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"documents_0_text": None}, "documents.text: 1 nulls"),
        ({"documents_1_doc_id": "a"}, "documents.doc_id: 'a' stands twice"),
        ({"documents_0_duplicate_of": "x"}, "documents.duplicate_of: 'x' is in none of documents"),
        ({"documents_0_format": "rtf"}, "documents.format: 'rtf' is none of txt, md, html, pdf, docx"),
        ({"mentions_0_entity_id": "x"}, "mentions.entity_id: 'x' is in none of people, organisations, places"),
        ({"mentions_0_label": None}, "mentions.label: 1 nulls"),
        ({"mentions_0_start": 1}, "mentions: a has 'nne Roux' at [1, 9), not 'Anne Roux'"),
        ({"mentions_0_end": 99}, "mentions: a has"),
        ({"mentions_1_start": 0}, "mentions: a has"),
        ({"mentions_0_doc_id": "b"}, "mentions: the rows are not in the order of doc_id, start, end"),
        ({"mentions_0_start": 17}, "mentions: the rows are not in the order of doc_id, start, end"),
        ({"people_0_roles": [{"doc_id": "x"}]}, "people.roles.doc_id: 'x' is in none of documents"),
        ({"people_0_aliases": None}, "people.aliases: 1 nulls"),
        ({"events_0_places": ["l", "x"]}, "events.places: 'x' is in none of places"),
        ({"events_0_participants": [{"entity_id": "x"}]}, "events.participants.entity_id: 'x' is in none of people"),
        (
            {"events_0_evidence": [{"doc_id": "a", "start": 0, "end": 4, "text": "Léa"}]},
            "events.evidence: a has 'Anne'",
        ),
        ({"events_0_part_of": "x"}, "events.part_of: 'x' is in none of events"),
        ({"events_0_type": "party"}, "events.type: 'party' is none of visit"),
    ],
)
def test_each_thing_that_is_wrong_is_said(change, said):
    assert any(problem.startswith(said) for problem in problems(tables(**change)))


def test_a_missing_and_an_unknown_column_are_said():
    wrong = tables()
    wrong["dates"] = wrong["dates"].rename_columns({"value": "days"})
    wrong["people"] = wrong["people"].append_column("age", pa.array([44], pa.int32()))
    assert problems(wrong) == [
        "dates.days: unknown column",
        "dates.value: the column is missing",
        "people.age: unknown column",
    ]


def test_another_type_is_said():
    wrong = tables()
    start = wrong["mentions"].schema.get_field_index("start")
    wrong["mentions"] = wrong["mentions"].set_column(start, "start", wrong["mentions"]["start"].cast(pa.int64()))
    assert problems(wrong)[0].startswith("mentions.start: its type is")


def test_a_missing_and_an_unknown_table_are_said():
    wrong = tables()
    wrong["persons"] = wrong.pop("people")
    assert problems(wrong) == ["persons: unknown table", "people: the table is missing"]


def test_what_was_written_is_read_again_and_is_right(tmp_path):
    write(tmp_path, tables())
    found = load(tmp_path)
    assert list(found) == [table.name for table in TABLES]
    assert problems(found) == []


def test_a_nullable_item_of_a_list_is_another_type():
    wrong = tables()
    aliases = wrong["people"].schema.get_field_index("aliases")
    field = wrong["people"].schema.field("aliases").with_type(pa.list_(pa.string()))
    wrong["people"] = wrong["people"].set_column(aliases, field, wrong["people"]["aliases"].cast(field.type))
    assert problems(wrong)[0].startswith("people.aliases: its type is")


def test_a_parquet_file_of_ones_own_is_left_alone(tmp_path):
    write(tmp_path, tables())
    (tmp_path / "notes.parquet").write_bytes(b"mine")
    assert problems(load(tmp_path)) == []


def test_every_broken_table_is_named_in_a_sentence(tmp_path):
    write(tmp_path, tables())
    (tmp_path / "people.parquet").write_bytes(b"no table")
    (tmp_path / "events.parquet").write_bytes(b"")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    assert [problem.split(": ")[0] for problem in caught.value.problems] == [
        str(tmp_path / "people.parquet"),
        str(tmp_path / "events.parquet"),
    ]
