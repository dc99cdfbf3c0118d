from tests.resolve.stores import Store, Text, loc, rows


def places_of(*places):
    return Store().hold(*(Text(f"{n}.txt", [place]) for n, place in enumerate(places))).tables()["places"]


def test_every_name_of_a_place_of_the_gazetteer_is_one_row():
    (row,) = rows(places_of(loc("Astana", place="geonames:1526273"), loc("Nour-Soultan", place="geonames:1526273")))
    assert (row["place_id"], row["name"], row["aliases"]) == ("geonames:1526273", "Astana", ["Nour-Soultan"])
    assert (row["kind"], row["country_code"], row["geonames_id"]) == ("city", "KZ", 1526273)


def test_a_country_has_its_code_and_french_name():
    (row,) = rows(places_of(loc("République du Kazakhstan", place="KZ"), loc("KAZAKHSTAN", place="KZ")))
    assert (row["place_id"], row["name"]) == ("KZ", "Kazakhstan")
    assert row["aliases"] == ["KAZAKHSTAN", "République du Kazakhstan"]


def test_a_place_without_an_entry_keeps_its_row():
    (row,) = rows(places_of(loc("vallée de Tarnoy", kind="site"), loc("Vallée de Tarnoy", kind="site", country="KZ")))
    assert row["place_id"].startswith("loc-vallee-de-tarnoy-")
    assert (row["geonames_id"], row["latitude"], row["country_code"]) == (None, None, "KZ")


def test_namesakes_of_two_countries_are_two():
    assert places_of(loc("Saint-Roch", country="FR"), loc("Saint-Roch", country="CA"), loc("Saint-Roch")).num_rows == 3
    assert places_of(loc("Vienne", place="geonames:2761369"), loc("Vienne", place="geonames:2969284")).num_rows == 2


def test_an_id_that_the_gazetteer_has_not_is_no_link():
    (row,) = rows(places_of(loc("Tarnoy", place="geonames:1", kind="city")))
    assert (row["name"], row["geonames_id"]) == ("Tarnoy", None)
    assert row["place_id"].startswith("loc-tarnoy-")


def test_an_unlinked_place_is_one_in_every_spelling():
    (row,) = rows(places_of(loc("lac de Tarnouch"), loc("lac Tarnoush")))
    assert row["reasons"] == ["lac tarnoush = lac de tarnouch: the same name"]
