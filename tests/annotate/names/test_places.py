import pytest


def test_a_country_is_one_place_in_all_its_forms(entity):
    place = entity("Chili", "LE CHILI ET LA FRANCE SIGNENT UN ACCORD\n\nLa République du Chili et le Chili.")
    assert place.place == "CL"
    assert place.forms == ("CHILI", "République du Chili", "Chili")


def test_among_namesakes_the_countries_spoken_of_decide(entity):
    here = entity("Cordoue", "L'Espagne accueille à Cordoue un sommet.", Cordoue="LOC")
    assert here.country == "ES"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("À Vienne, dans l'Isère, il pleut.", "FR"),
        ("À Vienne, il pleut. Paris attend.", "AT"),
        ("À Grenade, en Andalousie, il pleut.", "ES"),
        ("Il va à Valence, en Italie et en Suisse.", "ES"),
        ("À Laval, près de Rennes, il pleut.", "FR"),
        ("À Laval, il pleut.", "CA"),
    ],
)
def test_among_namesakes_what_stands_behind_and_the_neighbours_decide(text, country, entity):
    town = text[text.index("à ") + 2 : text.index(",")] if text.startswith("Il") else text[2 : text.index(",")]
    towns = {name: "LOC" for name in (town, "Paris", "Rennes") if name in text}
    assert entity(town, text, **towns).country == country


def test_half_a_name_is_no_far_town(entity):
    assert entity("Palma", "L'attaque de Palma, au Gabon, a surpris Oslo.", Palma="LOC").place is None


def test_a_place_without_an_entry_stays_unlinked(entity):
    assert entity("Muyunqum", "Le gisement de Muyunqum est riche.", Muyunqum="LOC").place is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("La coopération Vietnam-France avance.", ["Vietnam", "France"]),
        ("Le sommet UE-CELAC s'ouvre.", ["UE", "CELAC"]),
        ("Jean-Baptiste Petit est là.", ["Jean-Baptiste Petit"]),
        ("L'ouverture de la Sorbonne-Kazakhstan est proche.", ["Sorbonne-Kazakhstan"]),
        ("Les relations franco-kazakhstanaises sont bonnes.", []),
        ("L'Afrique du Sud et la Côte d'Ivoire votent.", ["Afrique du Sud", "Côte d'Ivoire"]),
    ],
)
def test_names_glued_by_a_hyphen_are_parted_where_they_are_two(text, wanted, names):
    assert [name for name, _ in names(text)] == wanted


def test_inhabitants_are_no_names(names):
    assert names("Les Lensois et les Français sont là.", Lensois="LOC", Français="MISC") == []


def test_the_town_at_the_head_of_a_story_is_found(names):
    assert names("Rabat - Le roi est arrivé.") == [("Rabat", "LOC")]


def test_small_letters_make_no_island(names):
    assert names("La réunion a eu lieu.") == []
