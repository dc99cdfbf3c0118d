"""Every notebook runs, from anywhere, on tables made by hand; and on empty ones."""

import datetime
import runpy
from pathlib import Path

import matplotlib
import matplotlib.pyplot
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline import tables

matplotlib.use("Agg")
NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.py"))
MAY = datetime.date(2021, 5, 3)
COUNTS = {"n_mentions": 2, "n_documents": 1, "reasons": []}
SENTENCE = {"doc_id": "d", "start": 0, "end": 39, "text": "Aldo Ferri a reçu Ida Roux à Lyon."}


def _person(key, name, *titles):
    roles = [{"title": title, "organisation": None, "country": "FR", "doc_id": "d"} for title in titles]
    return {"person_id": key, "name": name, "aliases": [], "roles": roles, **COUNTS}


def _event(key, status="occurred", day=MAY, who=(), where=()):
    return {
        "event_id": key,
        "type": "meeting",
        "plover": None,
        "title": "Rencontre",
        "earliest": day,
        "latest": day,
        "precision": "day" if day else "unknown",
        "status": status,
        "negated": False,
        "places": list(where),
        "participants": [{"entity_id": i, "name": n, "role": "participant"} for i, n in who],
        "evidence": [SENTENCE],
        "part_of": None,
        "n_documents": 1,
        "reasons": [],
    }


DOCUMENT = {
    "doc_id": "d",
    "path": "a/lyon.txt",
    "sha256": "0" * 64,
    "format": "txt",
    "title": "Lyon",
    "published_on": MAY,
    "publisher": None,
    "url": None,
    "text": SENTENCE["text"],
    "n_tokens": 9,
    "duplicate_of": None,
}
LYON = {
    "place_id": "geonames:2996944",
    "name": "Lyon",
    "aliases": [],
    "kind": "city",
    "country_code": "FR",
    "latitude": 45.75,
    "longitude": 4.85,
    "geonames_id": 2996944,
    **COUNTS,
}
FERRI, ROUX = ("per-ferri", "Aldo Ferri"), ("per-roux", "Ida Roux")
ROWS = {
    "documents": [DOCUMENT],
    "people": [_person(*FERRI, "maire", "sénateur"), _person(*ROUX)],
    "places": [LYON],
    "events": [
        _event("e1", who=(FERRI, ROUX), where=[LYON["place_id"]]),
        _event("e2", day=None, who=(FERRI, ROUX)),
        _event("e3", status="planned", day=None),
    ],
}


def _write(folder, rows):
    for table in tables.TABLES:
        pq.write_table(pa.Table.from_pylist(rows.get(table.name, []), table.schema), folder / f"{table.name}.parquet")


@pytest.fixture
def run(tmp_path, monkeypatch):
    def run(notebook, rows):
        _write(tmp_path, rows)
        monkeypatch.setenv("PROCESSED", str(tmp_path))
        monkeypatch.chdir(tmp_path)
        try:
            return runpy.run_path(str(notebook))
        finally:
            matplotlib.pyplot.close("all")

    return run


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_runs_from_any_folder(notebook, run):
    assert run(notebook, ROWS)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_runs_on_empty_tables(notebook, run):
    assert run(notebook, {})


def test_those_who_met_are_paired_once_with_what_proves_it(run, capsys):
    names = run(NOTEBOOKS[0].with_name("rencontres.py"), ROWS)
    assert names["met"].reset_index()[["name", "name_other", "times"]].to_numpy().tolist() == [
        ["Aldo Ferri", "Ida Roux", 2]
    ]
    assert SENTENCE["text"] in capsys.readouterr().out
    assert names["spots"].name.tolist() == ["Lyon"]
    assert names["offices"].index.get_level_values("title").tolist() == ["maire", "sénateur"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_is_one_that_jupyter_opens(notebook):
    jupytext = pytest.importorskip("jupytext")
    cells = jupytext.read(notebook).cells
    assert cells[0].cell_type == "markdown"
    assert cells[0].source.startswith("# ")
