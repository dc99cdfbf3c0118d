import pytest

from pipeline.errors import ConfigError
from tests.resolve.stores import Store, Text, loc, names, org, per, rows


@pytest.fixture
def decide(tmp_path):
    def write(text):
        file = tmp_path / "corrections.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def texts(*entities):
    return [Text(f"{n}.txt", [entity]) for n, entity in enumerate(entities)]


def test_what_is_the_same_becomes_one(decide):
    file = decide('[[same]]\ntable = "people"\nnames = ["Roza Kim", "R. Kim"]')
    (row,) = rows(Store().hold(*texts(per("Roza Kim"), per("R. Kim"))).tables(file)["people"])
    assert row["reasons"] == ["R. Kim = Roza Kim: corrections.toml says so"]


def test_a_short_form_can_be_named_too(decide):
    file = decide('[[same]]\ntable = "organisations"\nnames = ["ODB", "Office du Béarn"]')
    store = Store().hold(*texts(org("Office des eaux du Béarn", "ODB"), org("Office du Béarn")))
    assert store.tables(file)["organisations"].num_rows == 1


def test_what_is_different_stays_two(decide):
    file = decide('[[different]]\ntable = "people"\nnames = ["Kassym Tokaïev", "Kassym Tokayev"]')
    store = Store().hold(*texts(per("Kassym Tokaïev"), per("Kassym Tokayev")))
    assert names(store.tables(file)["people"]) == ["Kassym Tokayev", "Kassym Tokaïev"]


def test_names_that_a_text_took_for_one_are_parted(decide):
    file = decide('[[different]]\ntable = "people"\nnames = ["Roza Kim", "Kim"]')
    president = [("présidente", None, "KZ")]
    store = Store().hold(Text("a.txt", [per("Roza Kim", "Kim", roles=president), loc("Kazakhstan", place="KZ")]))
    tables = store.tables(file)
    assert [(row["name"], row["aliases"], len(row["roles"])) for row in rows(tables["people"])] == [
        ("Kim", [], 0),
        ("Roza Kim", [], 1),
    ]
    assert len(set(tables["mentions"].column("entity_id").to_pylist())) == 3
    assert names(store.tables()["people"]) == ["Roza Kim"]


def test_what_is_called_otherwise_keeps_its_forms(decide):
    file = decide('[[call]]\ntable = "organisations"\nname = "ODB"\nas = "Office du Béarn"')
    (row,) = rows(Store().hold(*texts(org("ODB"))).tables(file)["organisations"])
    assert (row["name"], row["aliases"]) == ("Office du Béarn", ["ODB"])


def test_a_linked_place_can_be_called_otherwise(decide):
    file = decide('[[call]]\ntable = "places"\nname = "Birmanie"\nas = "Myanmar"')
    (row,) = rows(Store().hold(*texts(loc("Birmanie", place="MM"))).tables(file)["places"])
    assert (row["place_id"], row["name"], row["aliases"]) == ("MM", "Myanmar", ["Birmanie"])


def test_two_names_of_places_become_one(decide):
    file = decide('[[same]]\ntable = "places"\nnames = ["val Tarnoy", "Moscou"]')
    (row,) = rows(
        Store().hold(*texts(loc("Moscou", place="geonames:524901"), loc("val Tarnoy"))).tables(file)["places"]
    )
    assert (row["place_id"], row["aliases"]) == ("geonames:524901", ["val Tarnoy"])


def test_what_is_ignored_has_neither_row_nor_mentions(decide):
    file = decide('[[ignore]]\ntable = "places"\nname = "Lire"')
    tables = Store().hold(*texts(loc("LIRE"), org("Lire"))).tables(file)
    assert (tables["places"].num_rows, tables["organisations"].num_rows, tables["mentions"].num_rows) == (0, 1, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[same]]\ntable = "people"\nname = ["a"]', "unknown key"),
        ('[[same]]\ntable = "persons"\nnames = ["a", "b"]', "persons"),
        ('[[same]]\ntable = "people"\nnames = ["a"]', "names"),
        ('[[sames]]\ntable = "people"', "sames: unknown key"),
        ('[[call]]\ntable = "people"\nname = "a"', "as"),
        (
            '[[same]]\ntable = "people"\nnames = ["A", "B"]\n[[different]]\ntable = "people"\nnames = ["a", "b"]',
            "both under",
        ),
    ],
)
def test_what_cannot_be_used_is_reported(decide, text, message):
    with pytest.raises(ConfigError, match=message):
        Store().tables(decide(text))


def test_a_name_that_no_text_prints_is_said(decide, caplog):
    file = decide(
        '[[same]]\ntable = "people"\nnames = ["roza kim", "R. Kimm"]\n[[ignore]]\ntable = "places"\nname = "Roza Kim"\n'
    )
    Store().hold(*texts(per("Roza Kim"), per("R. Kim"))).tables(file)
    assert [record.message for record in caplog.records] == [
        f"{file}: nothing among the people is called « R. Kimm »",
        f"{file}: nothing among the places is called « Roza Kim »",
    ]
