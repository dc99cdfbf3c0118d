import csv
import shutil

import pytest

from pipeline.config import CONFIGS
from pipeline.errors import ConfigError
from pipeline.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def known():
    return Gazetteer.load(CONFIGS / "gazetteer")


@pytest.mark.parametrize(
    ("form", "place_id"),
    [
        ("France", "FR"),
        ("République du Kazakhstan", "KZ"),
        ("la République française", "FR"),
        ("RFA", "DE"),
        ("R.D.C.", "CD"),
        ("Etats-Unis", "US"),
        ("ÉTATS-UNIS D’AMÉRIQUE", "US"),
        ("Côte d’Ivoire", "CI"),
        ("Birmanie", "MM"),
        ("Grande-Bretagne", "GB"),
        ("Viêt Nam", "VN"),
        ("Asie centrale", "region:asie-centrale"),
        ("l'Europe de l'Ouest", "region:europe-occidentale"),
        ("Afrique du Nord", "region:maghreb"),
        ("Caspienne", "site:mer-caspienne"),
        ("Union soviétique", "state:urss"),
        ("Europe", "geonames:6255148"),
        ("Pékin", "geonames:1816670"),
        ("Moscou", "geonames:524901"),
        ("LONDRES", "geonames:2643743"),
        ("Nour-Soultan", "geonames:1526273"),
        ("Alma-Ata", "geonames:1526384"),
        ("Baïkonour", "geonames:1521368"),
        ("La Haye", "geonames:2747373"),
        ("Kyiv", "geonames:703448"),
        ("Singapour", "SG"),
        ("Luxembourg", "LU"),
    ],
)
def test_every_french_form_finds_its_place_first(known, form, place_id):
    assert known.find(form)[0].id == place_id


@pytest.mark.parametrize("form", ["Le", "Lire", "chef d'État", "ministère", "Union européenne", ""])
def test_what_is_no_place_finds_nothing(known, form):
    assert known.find(form) == ()


def test_namesakes_come_the_most_populous_first(known):
    assert [place.country for place in known.find("Vienne")] == ["AT", "FR"]


@pytest.mark.parametrize("capital", ["Washington", "Bichkek", "N'Djamena", "Canberra", "Vienne"])
def test_capitals_are_cities_of_the_gazetteer(known, capital):
    assert known.find(capital)[0].kind == "city"


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("français", "FR"),
        ("françaises", "FR"),
        ("Françaises", "FR"),
        ("kazakhe", "KZ"),
        ("kazakhstanais", "KZ"),
        ("turques", "TR"),
        ("grecque", "GR"),
        ("sud-coréenne", "KR"),
        ("indienne", "IN"),
        ("malgache", "MG"),
        ("nigériane", "NG"),
        ("nigérienne", "NE"),
        ("mexicaine", "MX"),
        ("franc", None),
        ("européen", None),
        ("grand", None),
    ],
)
def test_adjectives_know_their_country_in_every_inflection(known, word, code):
    assert known.demonym(word) == code


@pytest.mark.parametrize(("word", "code"), [("franco", "FR"), ("sino", "CN"), ("kazako", "KZ"), ("euro", None)])
def test_first_halves_of_compounds_know_their_country(known, word, code):
    assert known.prefix(word) == code


def test_an_entry_is_found_again_by_its_id(known):
    for form in ("Moscou", "Kazakhstan", "Asie centrale", "Europe"):
        place = known.find(form)[0]
        assert known.by_id(place.id) == place
    assert known.by_id("geonames:0") is None
    with pytest.raises(KeyError):
        known.country("XX")


def test_a_linked_city_has_its_coordinates_and_number(known):
    place = known.find("Moscou")[0]
    assert (place.country, place.geonames_id, round(place.latitude), round(place.longitude)) == ("RU", 524901, 56, 38)


def test_no_form_of_a_country_or_region_means_two_of_them(known):
    owners = {}
    for form, place in known.names():
        assert owners.setdefault(form, place) == place


def test_ids_and_names_are_unique_and_countries_are_iso_codes(known):
    ids = {}
    for _, place in known.names():
        assert ids.setdefault(place.id, place) == place
        assert place.country is None or (len(place.country) == 2 and known.by_id(place.country).kind == "country")


def test_a_folder_without_its_files_says_so(tmp_path):
    with pytest.raises(ConfigError, match="gazetteer"):
        Gazetteer.load(tmp_path)


def test_a_row_that_is_too_short_is_named_with_file_and_line(tmp_path):
    folder = shutil.copytree(CONFIGS / "gazetteer", tmp_path / "gazetteer")
    lines = len((folder / "regions.csv").read_text(encoding="utf-8").splitlines())
    with (folder / "regions.csv").open("a", encoding="utf-8") as file:
        file.write("site:brunoy,Brunoy,site\n")
    with pytest.raises(ConfigError, match=rf"regions\.csv: line {lines + 1}: site:brunoy.*3 cells .* 5 should"):
        Gazetteer.load(folder)


def test_every_french_name_of_a_city_found_its_city(known):
    with (CONFIGS / "gazetteer" / "exonyms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["country"] in {place.country for place in known.find(row["name"].split(" (")[0])}, row
