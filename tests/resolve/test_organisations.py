import pytest

from tests.resolve.stores import Store, Text, loc, org, rows


def organisations_of(*organisations):
    texts = (Text(f"{n}.txt", [organisation]) for n, organisation in enumerate(organisations))
    return Store().hold(*texts).tables()["organisations"]


@pytest.mark.parametrize(
    "organisations",
    [
        (org("Organisation des Nations unies"), org("ONU"), org("Nations unies"), org("NATIONS UNIES")),
        (org("Conseil de sécurité des Nations unies"), org("Conseil de Sécurité des Nation Unies")),
        (org("Office des eaux du Béarn", "OEB", acronym="OEB"), org("OEB")),
        (
            org("ministère de la Santé du Kenya", kind="ministry", country="KE"),
            org("ministère kényan de la Santé", kind="ministry", country="KE"),
        ),
        (
            org("ministère de la Santé", kind="ministry", country="KE"),
            org("ministère de la Santé du Kenya", kind="ministry", country="KE"),
        ),
        (org("Sénat", kind="parliament", country="FR"), org("Sénat français", kind="parliament", country="FR")),
        (org("groupe Lanoix", kind="company"), org("Lanoix", kind="company")),
        (org("Institut Bellevue Kenya"), org("Bellevue-Kenya")),
        (org("Uzgazdobytcha"), org("Uzgazdobycha")),
        (org("Fonderies du Nord", country="FR"), org("fonderie du Nord")),
    ],
)
def test_one_organisation_is_one_row(organisations):
    assert organisations_of(*organisations).num_rows == 1


@pytest.mark.parametrize(
    "organisations",
    [
        (
            org("ministère de la Santé", kind="ministry", country="KE"),
            org("ministère de la Santé", kind="ministry", country="FR"),
        ),
        (org("ministère de la Santé", kind="ministry", country="KE"), org("ministère de la Santé", kind="ministry")),
        (org("Sénat", kind="parliament", country="FR"), org("Sénat du Chili", kind="parliament", country="CL")),
        (org("Bellevue"), org("Bellevue-Kenya")),
        (org("Institut Bellevue"), org("Fondation Bellevue")),
        (org("Institut Bellevue"), org("Fondation Bellevue"), org("Bellevue")),
        (org("Banque centrale", country="KE"), org("Banque centrale", country="CL")),
        (
            org("Office des eaux du Béarn", acronym="OEB"),
            org("Organisation écologiste bulgare", acronym="OEB"),
            org("OEB"),
        ),
        (org("Conseil de sécurité des Nations unies"), org("Organisation des Nations unies")),
        (org("Université de Lorraine"), org("Université de Bretagne")),
        (org("Université de Leeds"), org("Leeds")),
        (org("Union des potiers"), org("UDP")),
        (org("Académie de France"), org("Académie française")),
    ],
)
def test_two_organisations_are_two_rows(organisations):
    assert organisations_of(*organisations).num_rows == len(organisations)


def test_what_is_well_known_has_its_kind_and_country():
    (row,) = rows(organisations_of(org("EDF")))
    assert (row["kind"], row["country_code"]) == ("company", "FR")


def test_what_no_text_and_no_list_says_stays_open():
    (row,) = rows(organisations_of(org("Lanoix Frères")))
    assert (row["kind"], row["country_code"], row["acronym"]) == ("other", None, None)


def test_the_acronym_is_the_one_that_texts_print():
    (row,) = rows(organisations_of(org("Office des eaux du Béarn", "OEB", acronym="OEB"), org("OEB")))
    assert (row["name"], row["acronym"], row["aliases"]) == ("Office des eaux du Béarn", "OEB", ["OEB"])


@pytest.mark.parametrize(("country", "count"), [("KE", 1), ("CL", 2)])
def test_a_body_of_an_unnamed_state_is_one_with_those_of_texts_on_the_same_country(country, count):
    def text(name, place):
        return Text(name, [org("Parlement", kind="parliament"), loc("ici", place=place)])

    tables = Store().hold(text("a.txt", "KE"), text("b.txt", country)).tables()
    assert tables["organisations"].column("country_code").to_pylist() == [None] * count


@pytest.mark.parametrize(
    ("hosts", "count"),
    [
        ((("à", "Quito", "EC"), ("à", "Lima", "PE")), 2),
        ((("à", "Quito", "EC"), ("en", "Équateur", "EC")), 1),
        ((("que dit", "Quito", "EC"), ("que dit", "Lima", "PE")), 1),
    ],
)
def test_a_country_has_an_embassy_in_every_other(hosts, count):
    texts = [
        Text(
            f"{n}.txt",
            [org("ambassade du Kenya", kind="embassy", country="KE"), loc(place, country=country)],
            text=f"Hier, l'ambassade du Kenya {link} {place} est restée fermée.",
        )
        for n, (link, place, country) in enumerate(hosts)
    ]
    assert Store().hold(*texts).tables()["organisations"].num_rows == count


@pytest.mark.parametrize(
    ("organisation", "kind", "country"),
    [
        (org("Université de Nantes", kind="university"), "university", "FR"),
        (org("Centre Lanoix", kind="university"), "other", None),
        (org("Centre Lanoix de recherche", kind="university"), "university", None),
        (org("Lanoix Airlines"), "company", None),
        (org("maison de Kyoto", kind="company"), "other", "JP"),
        (org("Forum de Kyoto"), "other", None),
        (org("Agence de presse Lanoix", kind="agency"), "media", None),
        (org("Université de Valence", kind="university"), "university", None),
    ],
)
def test_a_name_tells_kind_and_country(organisation, kind, country):
    (row,) = rows(organisations_of(organisation))
    assert (row["kind"], row["country_code"]) == (kind, country)
