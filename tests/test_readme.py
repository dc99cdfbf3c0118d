"""What the README shows of the tables."""

from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.readme import with_sample
from pipeline.tables import TABLES

README = """<!-- table: written by `make docs` -->
old
<!-- end of table -->
python -m pipeline why evt-old   # why
"""
DAY = date(2021, 5, 3)
SENTENCE = "Le maire Aldo Ferri a effectué une visite de travail à Lyon le 3 mai."
UNDATED = "Le maire Aldo Ferri a effectué la 3 e visite de travail à Lyon lundi."
PLACE = {"kind": "city", "aliases": [], "n_mentions": 1, "n_documents": 1, "reasons": []}


def event(key, **changed):
    evidence = [{"doc_id": "d", "start": 0, "end": 9, "text": changed.pop("text", SENTENCE)}]
    who = [{"entity_id": "p", "name": "Aldo Ferri", "role": "visitor"}]
    own = {"event_id": key, "type": "visit", "title": f"Visite d’Aldo Ferri à Lyon ({key})", "precision": "day"}
    days = {"earliest": DAY, "latest": DAY, "status": "occurred", "negated": False, "n_documents": 2, "reasons": []}
    return {**own, **days, "places": ["lyon"], "participants": who, "evidence": evidence, **changed}


@pytest.fixture
def shown(tmp_path):
    def shown(*events):
        rows = {"events": events, "places": [{"place_id": "lyon", "name": "Lyon", **PLACE}]}
        for table in TABLES:
            some = pa.Table.from_pylist(list(rows.get(table.name, [])), table.schema)
            pq.write_table(some, tmp_path / f"{table.name}.parquet")
        return with_sample(README, tmp_path)

    return shown


def test_an_event_stands_with_day_people_place_and_sentence_and_its_id_below(shown):
    text = shown(event("evt-new"))
    assert (
        f"| **Visite d’Aldo Ferri à Lyon (evt-new)** | 2021-05-03 | Aldo Ferri (visitor) | Lyon | 2 | « {SENTENCE} » |"
        in text
    )
    assert "pipeline why evt-new   # why" in text
    assert "old" not in text


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Visite"},
        {"title": "Visite d’Aldo Ferri"},
        {"status": "planned"},
        {"negated": True},
        {"latest": None},
        {"latest": date(2021, 6, 3)},
        {"n_documents": 1},
        {"text": "Aldo Ferri à Lyon"},
        {"text": "| Aldo Ferri | Lyon | visite de travail | lundi 3 mai 2021 | maire de la ville |"},
        {"text": "Le ministre a effectué une longue visite de travail à Lyon lundi."},
        {"participants": []},
        {"places": []},
    ],
)
def test_what_says_too_little_is_not_shown(shown, changed):
    assert "evt-b" not in shown(event("evt-a"), event("evt-b", **changed))


def test_every_type_comes_before_a_second_of_one(shown):
    visits = [event(f"evt-{n}", n_documents=9) for n in range(7)]
    text = shown(*visits, event("evt-m", type="meeting"))
    assert text.count("| **") == 6
    assert "(evt-m)" in text
    assert "(evt-5)" not in text


def test_what_the_most_texts_tell_of_comes_first(shown):
    text = shown(event("evt-a", earliest=date(2021, 5, 1)), event("evt-b", n_documents=5))
    assert text.index("(evt-b)") < text.index("(evt-a)")
    assert "pipeline why evt-b   # why" in text


def test_the_sentence_is_one_with_the_day(shown):
    proof = [{"doc_id": "d", "start": 0, "end": 9, "text": text} for text in (UNDATED, SENTENCE)]
    assert f"« {SENTENCE} »" in shown(event("evt-a", evidence=proof))
    assert "| **" not in shown(event("evt-a", text=UNDATED))
