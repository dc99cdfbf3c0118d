from pipeline.annotate.names.linking.people import merged, short_for
from pipeline.records import Role


def test_a_short_form_is_the_person_named_in_full(entity):
    person = entity("Sadyk", "Le ministre a reçu Roman Sadyk. M. Sadyk a remercié ses hôtes.", **{"Roman Sadyk": "PER"})
    assert person.name == "Roman Sadyk"
    assert person.forms == ("Roman Sadyk", "Sadyk")
    assert person.gender == "m"
    assert person.reasons == ("« Sadyk » = « Roman Sadyk »: same surname, same text",)


def test_two_people_of_one_surname_stay_apart(read):
    _, known = read("Paul Lanoix et Claire Lanoix sont là. M. Lanoix parle, puis Mme Lanoix.")
    assert [(e.name, e.forms, e.gender) for e in known] == [
        ("Paul Lanoix", ("Paul Lanoix", "Lanoix"), "m"),
        ("Claire Lanoix", ("Claire Lanoix", "Lanoix"), "f"),
    ]


def test_a_couple_shares_its_surname(entity):
    assert entity("Paul", "Paul et Claire Lanoix arrivent. Paul Lanoix parle.", Paul="PER").name == "Paul Lanoix"


def test_particles_belong_to_the_surname(names):
    assert names("L'héritage du général de Gaulle.", Gaulle="PER") == [("de Gaulle", "PER")]
    assert names("Ursula von der Leyen a parlé.") == [("Ursula von der Leyen", "PER")]


def test_a_particle_does_not_lead_into_a_place(names):
    assert names("Le président Ruto du Kenya est là.") == [("Ruto", "PER"), ("Kenya", "LOC")]


def test_a_street_named_for_a_person_names_nobody(names):
    assert names("Elle habite près du lycée Jean Moulin.") == [("lycée Jean Moulin", "ORG")]


def test_initials_and_surnames_shorten_a_name():
    assert short_for(("j", "b", "lemoine"), ("jean", "baptiste", "lemoine"))
    assert not short_for(("p", "lemoine"), ("jean", "lemoine"))
    assert not short_for(("j", "lemoine"), ("lemoine",))


def test_offices_of_one_text_are_told_once():
    short, full = Role("vice-ministre"), Role("vice-ministre des Transports", None, "BE")
    assert merged([full, short]) == [full]
    assert merged([Role("maire"), Role("député")]) == [Role("maire"), Role("député")]


def test_a_couple_is_two_people_in_full(read):
    _, known = read("Paul et Claire Lanoix arrivent. M. Lanoix parle.", Paul="PER")
    assert {e.name for e in known} == {"Paul Lanoix", "Claire Lanoix"}


def test_a_word_inside_one_full_name_is_that_person(entity):
    text = "Pedro Ramiro Zeca da Costa est là. Zeca parle."
    assert entity("Zeca", text, **{"Pedro Ramiro Zeca da Costa": "PER", "Zeca": "PER"}).name == (
        "Pedro Ramiro Zeca da Costa"
    )
