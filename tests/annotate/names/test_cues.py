"""Words before an unknown name, lists of one kind, and forms that tell an organisation."""

import pytest


@pytest.mark.parametrize(
    ("text", "seen", "wanted"),
    [
        ("La ville a fêté, près de Tolbo, la récolte.", {"Tolbo": "PER"}, [("Tolbo", "PER")]),
        ("Hier, l'attaque de Tolbo a tué.", {"Tolbo": "PER"}, [("Tolbo", "LOC")]),
        ("Ils ont livré douze Tolbo, et le Tolbo vole.", {"Tolbo": "ORG"}, []),
        ("Elle a lu le roman « Tolbo » hier.", {"Tolbo": "PER"}, []),
        ("Selon le chinois Tolbor, tout va bien.", {"Tolbor": "LOC"}, [("Tolbor", "ORG")]),
        ("« Faux », a pesté Tolbov.", {"Tolbov": "LOC"}, [("Tolbov", "PER")]),
        ("Il lance Tolbor et gagne.", {"Tolbor": "ORG"}, [("Tolbor", "ORG")]),
        ("Tolbor, acteur du solaire, recrute.", {"Tolbor": "PER"}, [("Tolbor", "ORG")]),
        (
            "Hier, le rachat de Tolbor a surpris. Tolbor recrute.",
            {"Tolbor": "PER"},
            [("Tolbor", "ORG"), ("Tolbor", "ORG")],
        ),
        ("La taxe Tolbov fâche ; Ivan Tolbov sourit.", {"Tolbov": "PER"}, [("Ivan Tolbov", "PER")]),
    ],
)
def test_the_word_before_a_name_tells_what_it_names(text, seen, wanted, names):
    assert names(text, **seen) == wanted


def test_the_address_of_a_site_is_its_name(names):
    assert names("Selon Tolbo.kz, tout va bien.Il pleut à Brest.En mer aussi.", Brest="LOC") == [
        ("Tolbo.kz", "ORG"),
        ("Brest", "LOC"),
    ]


def test_one_list_holds_one_kind(names):
    found = names("autour de Airbus, Tolbo et Thales", Tolbo="PER")
    assert found == [("Airbus", "ORG"), ("Tolbo", "ORG"), ("Thales", "ORG")]


def test_a_member_of_a_list_that_nothing_saw_is_found(names):
    assert ("Tolbo", "ORG") in names("autour de Airbus, Tolbo et Thales")


def test_the_same_preposition_leads_to_the_same_kind(names):
    assert names("les chefs de Tolbo et de Thales", Tolbo="LOC") == [("Tolbo", "ORG"), ("Thales", "ORG")]


def test_a_country_beside_an_organisation_stays_a_country(names):
    assert names("l'avenir de la Suède et de Thales") == [("Suède", "LOC"), ("Thales", "ORG")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Au 27e BCA, on s'entraîne.", [("27e BCA", "ORG")]),
        ("Une 2e IRM est prévue.", []),
        ("les Wolvers de Toulouse gagnent", [("Wolvers de Toulouse", "ORG")]),
        ("les Français de Toulouse votent", []),
        ("Renault Maroc recrute.", [("Renault Maroc", "ORG")]),
        ("le sommet entre ONU et Maroc", [("ONU", "ORG"), ("Maroc", "LOC")]),
        ("Anne Duval (TDX - Orne) a voté.", [("Anne Duval", "PER"), ("TDX", "ORG"), ("Orne", "LOC")]),
    ],
)
def test_the_form_of_a_name_tells_an_organisation(text, wanted, names):
    assert [name for name in names(text) if name != ("Toulouse", "LOC")] == wanted


@pytest.mark.parametrize(
    ("text", "seen", "wanted"),
    [
        ("Ils ont vu un A350 passer.", {"A350": "ORG"}, []),
        ("Sous la IVe République, tout change.", {"IVe République": "ORG"}, []),
        ("Une faute sur André coûte cher.", {}, [("André", "PER")]),
        ("On fête la Sainte-Anne.", {}, []),
        ("Pour les Rhônalpins, rien ne change.", {"Rhônalpins": "LOC"}, []),
    ],
)
def test_what_looks_like_a_name_and_is_none(text, seen, wanted, names):
    assert names(text, **seen) == wanted
