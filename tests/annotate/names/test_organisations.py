def test_an_acronym_in_brackets_is_the_long_form(entity):
    text = "L'Agence française de développement (AFD) prête. L'AFD a signé."
    agency = entity("AFD", text)
    assert (agency.name, agency.acronym, agency.kind) == ("Agence française de développement", "AFD", "agency")
    assert agency.country == "FR"


def test_a_country_in_brackets_is_the_company_s(entity):
    assert entity("Rosatom", "Rosatom (Russie) est candidat.").country == "RU"


def test_the_chambers_of_two_countries_are_two(read):
    _, known = read("Le Sénat du Chili et le Sénat français coopèrent. En France, le Sénat y tient.")
    assert [(e.name, e.country) for e in known if e.label == "ORG"] == [
        ("Sénat du Chili", "CL"),
        ("Sénat français", "FR"),
    ]


def test_a_chamber_stays_open_where_two_countries_have_one(entity):
    assert entity("Sénat", "La France et le Chili s'accordent. Le Sénat vote.").country is None


def test_a_chamber_is_that_of_the_capital_where_the_text_was_written(entity):
    assert entity("Sénat", "SANTIAGO, 3 mai - La France et le Chili s'accordent. Le Sénat vote.").country == "CL"


def test_a_name_goes_on_up_to_its_acronym(names):
    text = "La Société des pétroles du Sénégal (Petrosen) et l'Union des industries du bois (UIB)."
    assert names(text)[:2] == [("Société des pétroles du Sénégal", "ORG"), ("Petrosen", "ORG")]
    assert names(text)[2:] == [("Union des industries du bois", "ORG"), ("UIB", "ORG")]


def test_a_minister_s_portfolio_is_no_organisation(names):
    assert names("Le ministre de l'Industrie, Paul Petit, part.", Industrie="ORG") == [("Paul Petit", "PER")]


def test_what_the_model_calls_a_place_may_be_an_institution(names):
    assert names("L'Université de Liège ouvre.", **{"Université de Liège": "LOC"}) == [("Université de Liège", "ORG")]


def test_a_common_noun_with_a_capital_is_no_name(names):
    assert names("Les Parties et le chef de l'État saluent l'Agence.", Parties="ORG", État="LOC", Agence="ORG") == []
