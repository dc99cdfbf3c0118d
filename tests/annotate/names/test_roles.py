import pytest

from pipeline.records import Role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Le président du Kenya, William Ruto, parle.", "William Ruto", Role("président", None, "KE")),
        ("Le président kényan, William Ruto, parle.", "William Ruto", Role("président", None, "KE")),
        ("William Ruto, président du Kenya, parle.", "William Ruto", Role("président", None, "KE")),
        ("Claire Lanoix, PDG d'EDF, parle.", "Claire Lanoix", Role("PDG", "EDF")),
        ("Claire Lanoix a été nommée ministre de la Culture.", "Claire Lanoix", Role("ministre de la Culture")),
        (
            "Le ministre des Affaires étrangères belge, M. Paul Petit, part.",
            "Paul Petit",
            Role("ministre des Affaires étrangères", None, "BE"),
        ),
        ("Paul Petit, enseignant à Sciences Po, parle.", "Paul Petit", Role("enseignant", "Sciences Po")),
        ("La ministre du Commerce, Son Altesse Anna Berg, parle.", "Anna Berg", Role("ministre du Commerce")),
        ("L'ex-ministre Paul Petit est là.", "Paul Petit", Role("ex-ministre")),
        (
            "La ministre du Commerce international, Mary Ng, parle.",
            "Mary Ng",
            Role("ministre du Commerce international"),
        ),
        (
            "Claire Lanoix, présidente de la Commission européenne, parle.",
            "Claire Lanoix",
            Role("présidente", "Commission européenne"),
        ),
    ],
)
def test_an_office_beside_a_name_becomes_a_role(text, name, role, entity):
    assert entity(name, text).roles == (role,)


def test_the_presidents_of_two_countries_have_one_each(read):
    _, known = read("Les présidents belge et tchadien, Paul Petit et Omar Saleh, ont signé.")
    assert {e.name: e.roles for e in known} == {
        "Paul Petit": (Role("président", None, "BE"),),
        "Omar Saleh": (Role("président", None, "TD"),),
    }


def test_an_office_between_commas_is_the_first_ones_who_has_none_before_him(read):
    _, known = read("Invité par M. Omar Saleh, président du Tchad, M. Paul Petit, président du Kenya, est parti.")
    assert {e.name: e.roles for e in known if e.label == "PER"} == {
        "Omar Saleh": (Role("président", None, "TD"),),
        "Paul Petit": (Role("président", None, "KE"),),
    }
    _, known = read("Le président, M. Omar Saleh, vice-président, M. Paul Petit, ont signé.")
    assert {e.name: e.roles for e in known if e.label == "PER"} == {
        "Omar Saleh": (Role("président"),),
        "Paul Petit": (Role("vice-président"),),
    }


def test_a_counterpart_holds_the_same_office(entity):
    text = "Le président français Paul Petit a reçu son homologue tchadien Omar Saleh."
    assert entity("Omar Saleh", text).roles == (Role("président", None, "TD"),)


def test_a_relation_is_no_office(entity):
    assert entity("Paul Petit", "Le frère de la ministre, Paul Petit, est là.", **{"Paul Petit": "PER"}).roles == ()


def test_an_office_without_a_name_is_nobody(names):
    assert names("Le président et l'Ambassadeur de France ont parlé.") == [("France", "LOC")]


def test_a_name_holds_no_office(entity):
    text = "Bruno Le Maire recevra ses homologues belge et chilien, Jan Mertens et Pedro Rojas."
    assert entity("Jan Mertens", text, **{"Bruno Le Maire": "PER"}).roles == ()


def test_the_head_of_a_title_governs(entity):
    assert entity("Paul Petit", "L'envoyé personnel du Président, Paul Petit, part.").roles == (
        Role("envoyé personnel"),
    )


def test_a_role_stands_behind_a_bracket(entity):
    assert entity("Claire Lanoix", "Mme Claire Lanoix (UC - Orne), vice-présidente ;").roles == (
        Role("vice-présidente"),
    )


def test_a_chain_of_offices_is_one_persons(entity):
    text = (
        "La vice-première ministre - ministre du Budget Claire Lanoix, le directeur de la « Sud » Paul Petit sont là."
    )
    assert {role.title for role in entity("Claire Lanoix", text).roles} == {
        "vice-première ministre",
        "ministre du Budget",
    }
