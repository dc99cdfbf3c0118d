"""The whole run with the model: what may depend on the order of arrival, and what may not."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline import config as configuration
from pipeline import run as whole
from pipeline.clean import clean, load_rules
from pipeline.records import Source
from pipeline.tables import EXAMPLES_OF_EVENTS, TYPES_OF_EVENT
from tests.gold.reading import PATHS, RAW

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def config():
    return configuration.load()


@pytest.fixture(scope="module")
def reading(config):
    return whole.Reading(config)


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch, reading):
    monkeypatch.setattr(whole, "Reading", lambda config: reading)


@pytest.fixture(scope="module")
def texts():
    some = [path for path in sorted(PATHS.values()) if path.endswith((".txt", ".md", ".html"))][:7]
    return {Path(path).name: (RAW / path).read_bytes() for path in some}


@pytest.fixture
def together(tmp_path, config, texts):
    """The tables of all texts read at once."""
    return tables(tmp_path / "together", config, texts)


def tables(folder: Path, config: configuration.Config, *runs: dict[str, bytes]) -> Path:
    """The folder of tables after some runs, each with more files."""
    raw, processed = folder / "raw", folder / "data" / "processed"
    raw.mkdir(parents=True)
    for files in runs:
        for name, content in files.items():
            (raw / name).write_bytes(content)
        whole.run(raw, processed, config)
    return processed


def bytes_of(processed: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in processed.iterdir()}


def test_every_table_but_rejects_has_rows(together):
    assert [name for name in bytes_of(together) if not pq.read_table(together / name).num_rows] == ["rejects.parquet"]


def test_two_full_runs_give_the_same_bytes(together, tmp_path, config, texts):
    assert bytes_of(together) == bytes_of(tables(tmp_path / "again", config, texts))


def test_one_by_one_in_another_order_gives_the_same_but_for_identifiers(together, tmp_path, config, texts):
    backwards = [{name: texts[name]} for name in reversed(texts)]
    one_by_one = tables(tmp_path / "one by one", config, *backwards)
    assert anonymous(together) == anonymous(one_by_one)


def test_identifiers_stay_when_texts_are_added(together, tmp_path, config, texts):
    some = dict(list(texts.items())[::2])
    raw = tmp_path / "some" / "raw"
    before = identifiers(tables(tmp_path / "some", config, some))
    for name, content in texts.items():
        (raw / name).write_bytes(content)
    whole.run(raw, tmp_path / "some" / "data" / "processed", config)
    after = identifiers(tmp_path / "some" / "data" / "processed")
    assert {table: before[table] - after[table] for table in before} == {table: set() for table in before}


def test_each_type_of_event_is_found_in_its_examples(reading):
    sentences = [(name, text) for name, both in EXAMPLES_OF_EVENTS.items() for text in both]
    sources = [Source(f"{n}.txt", "", "txt", text) for n, (_, text) in enumerate(sentences)]
    read = reading.annotated([clean(source, load_rules(configuration.load())) for source in sources])
    found = [{event.type for event in text.events} for text in read]
    assert [(name, text) for (name, text), types in zip(sentences, found, strict=True) if name not in types] == []
    assert set(EXAMPLES_OF_EVENTS) == set(TYPES_OF_EVENT)


def identifiers(processed: Path) -> dict[str, set[str]]:
    """Those that a further text can hardly prove to be one: an organisation's acronym may stand alone till then."""
    return {
        name: set(pq.read_table(processed / f"{name}.parquet")[0].to_pylist())
        for name in ("documents", "people", "places")
    }


def anonymous(processed: Path) -> dict[str, list[str]]:
    """The rows of every table with each identifier replaced by where what it names is first told of."""
    rows = {file.stem: pq.read_table(file).to_pylist() for file in processed.iterdir()}
    path = {row["doc_id"]: row["path"] for row in rows["documents"]}
    places: dict[str, list[object]] = defaultdict(list)
    for mention in rows["mentions"]:
        places[mention["entity_id"]].append((path[mention["doc_id"]], mention["start"]))
    for event in rows["events"]:
        places[event["event_id"]] += [
            (path[piece["doc_id"]], piece["start"], event["type"]) for piece in event["evidence"]
        ]
    first = path | {identifier: str(min(some, key=repr)) for identifier, some in places.items()}
    return {name: sorted(repr(_renamed(row, first)) for row in some) for name, some in rows.items()}


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted((_renamed(inner, names) for inner in value), key=repr)
    return names.get(value, value) if isinstance(value, str) else value
