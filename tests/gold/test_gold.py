"""The gold itself: it says nothing that its text does not, and it says it in the words of the tables."""

import json
import unicodedata
from collections import Counter
from datetime import date
from itertools import chain

import pypdfium2
import pytest

from pipeline import tables
from pipeline.evaluate.gold import read
from pipeline.evaluate.spans import locate
from tests.gold import reading
from tests.gold.newsletter import make

GOLD, LINKS = read(reading.HERE)
STEMS = sorted(GOLD)
ENTITIES = ("people", "organisations", "places")
EVENTS = [event for gold in GOLD.values() for event in gold.events if not event.optional]


def entities(stem):
    return [entity for table in ENTITIES for entity in getattr(GOLD[stem], table)]


@pytest.fixture(scope="module", params=STEMS)
def stem(request):
    return request.param


@pytest.fixture(scope="module")
def text(stem):
    return reading.text(stem)


def test_every_text_has_its_gold_and_every_gold_its_text():
    assert sorted(reading.PATHS) == STEMS
    assert [path for path in reading.PATHS.values() if not (reading.RAW / path).is_file()] == []


def test_only_the_texts_that_have_gold_are_scored(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "mine.txt").touch()
    reading.gather(tmp_path / "raw")
    there = {file.relative_to(tmp_path / "raw").as_posix() for file in (tmp_path / "raw").rglob("*.*")}
    assert there == {*reading.PATHS.values(), "metadata.csv"}


def test_a_text_of_ones_own_is_none_of_the_gold(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "RAW", tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "samarcande_depeche.md").write_text("à moi")
    (tmp_path / "samarcande_depeche.txt").write_text("au Sénat")
    assert reading.text("samarcande_depeche") == "au Sénat"


def test_every_alias_stands_in_the_text_and_every_entity_by_one_form(stem, text):
    aliases = {alias for e in entities(stem) for alias in (e.acronym, *e.aliases) if alias}
    assert {alias for alias in aliases if not locate(text, alias)} == set()
    assert [e.name for e in entities(stem) if not (e.aliases or locate(text, e.name))] == []


def test_every_trigger_stands_in_the_text(stem, text):
    assert [event.trigger for event in GOLD[stem].events if not locate(text, event.trigger)] == []


def test_every_date_stands_in_the_text_in_the_order_given(stem, text):
    start = 0
    for mention in GOLD[stem].dates:
        found = locate(text, mention.text, start)
        assert found, mention.text
        start = found[1]


def test_boilerplate_stands_in_the_text(stem, text):
    if reading.file_of(stem).suffix != ".html":  # a page's line may be made of several elements
        assert [line for line in GOLD[stem].document.boilerplate if line not in text] == []


def test_who_takes_part_and_where_are_entities_of_the_same_text(stem):
    people, organisations, places = (
        {e.name for e in getattr(GOLD[stem], table)} for table in ("people", "organisations", "places")
    )
    who = {name for event in GOLD[stem].events for name in event.participants}
    where = {name for event in GOLD[stem].events for name in event.places}
    assert who <= people | organisations | places
    assert where <= places


def test_the_words_are_those_of_the_tables(stem):
    gold = GOLD[stem]
    types = set(tables.TYPES_OF_EVENT)
    assert {e.type for e in gold.events} <= types
    assert {t for e in gold.events for t in e.alt_types} <= types | {"*"}
    assert {e.kind for e in gold.organisations} <= set(tables.KINDS_OF_ORGANISATION)
    assert {e.kind for e in gold.places} <= set(tables.KINDS_OF_PLACE)
    assert {d.type for d in gold.dates} <= {"DATE", "TIME", "DURATION", "SET"}
    roles = [role for person in gold.people for role in person.roles]
    codes = {x.country for x in chain(roles, gold.organisations, gold.places) if x.country}
    assert [code for code in codes if not (len(code) == 2 and code.isalpha() and code.isupper())] == []


def test_no_interval_ends_before_it_begins(stem):
    spans = [(x.earliest or date.min, x.latest or date.max) for x in (*GOLD[stem].dates, *GOLD[stem].events)]
    assert [span for span in spans if span[0] > span[1]] == []


def test_a_length_of_time_and_a_recurrence_have_no_days(stem):
    lengths = [d for d in GOLD[stem].dates if d.type in ("DURATION", "SET")]
    assert [d.text for d in lengths if d.earliest or d.latest] == []


def test_no_two_entities_of_a_text_share_a_name(stem):
    counts = Counter((table, e.name) for table in ENTITIES for e in getattr(GOLD[stem], table))
    assert [name for name, n in counts.items() if n > 1] == []


def test_titles_of_events_are_told_apart(stem):
    assert [t for t, n in Counter(e.title for e in GOLD[stem].events).items() if n > 1] == []


def test_the_gold_is_composed_unicode():
    files = [*reading.HERE.glob("*.json")]
    assert [f.name for f in files if not unicodedata.is_normalized("NFC", f.read_text("utf-8"))] == []


def test_a_duplicate_names_a_text_that_is_there():
    documents = [json.loads((reading.HERE / f"{stem}.json").read_text("utf-8"))["document"] for stem in STEMS]
    assert {d["duplicate_of"] for d in documents if d.get("duplicate_of")} <= set(STEMS)


@pytest.mark.parametrize("table", [*ENTITIES, "events"])
def test_links_lead_from_one_text_to_another(table):
    for group in LINKS[table]:
        stems = [stem for stem, _ in group]
        assert len(set(stems)) == len(stems) > 1, group
        for stem, name in group:
            names = {e.title if table == "events" else e.name for e in getattr(GOLD[stem], table)}
            assert name in names, (stem, name)


def test_the_gold_is_wide_enough_to_measure_with():
    assert {event.type for event in EVENTS} == set(tables.TYPES_OF_EVENT)
    assert len(EVENTS) >= 120
    assert sum(not d.optional for gold in GOLD.values() for d in gold.dates) >= 150


def test_the_newsletters_are_as_their_script_makes_them():
    text = (reading.RAW / "lettre_12.txt").read_text("utf-8")
    assert text == make.as_text("lettre_12")
    pages = pypdfium2.PdfDocument(reading.RAW / "lettre_13.pdf")
    printed = "".join(page.get_textpage().get_text_range() for page in pages)
    assert len(pages) == 2
    assert "Fonds in\ufffeternational de sauvetage" in printed.replace("\r\n", "")


def test_a_newsletter_loses_no_word_of_its_source():
    _, blocks = make.read("lettre_12")
    lines = [line for kind, words in blocks for line in make.lines(words, make.COLUMN, cut=kind == "text")]
    whole = "".join(line.removesuffix("-") for line in lines)
    source = "".join(words for _, words in blocks)
    assert [c for c in whole if c.isalnum()] == [c for c in source if c.isalnum()]
