from tests.resolve.stores import Store, Text, org, per, rows

A = Text("a.txt", [per("Askar Bekov"), org("Lanoix")])
B = Text("b.txt", [per("Askar Bekov"), per("Roza Kim")])
C = Text("c.txt", [per("Askar Bekov")])


def ids(store):
    return {row["name"]: row["person_id"] for row in rows(store.tables()["people"])}


def test_an_identifier_says_whom_it_names():
    assert ids(Store().hold(A))["Askar Bekov"].startswith("per-askar-bekov-")


def test_resolving_twice_changes_nothing():
    store = Store().hold(A, B)
    first = store.tables()
    assert store.tables() == first


def test_adding_texts_changes_no_identifier():
    store = Store().hold(B)
    before = ids(store)
    after = ids(store.hold(A, B, C))
    assert {name: after[name] for name in before} == before


def test_an_identifier_stays_when_its_founding_text_goes():
    store = Store().hold(A, B)
    before = ids(store)["Askar Bekov"]
    assert ids(store.hold(B))["Askar Bekov"] == before
    assert ids(store.hold(B, C))["Askar Bekov"] == before
    assert ids(store.hold(C))["Askar Bekov"] == before


def test_an_identifier_stays_when_an_earlier_text_is_edited_to_tell_of_it():
    store = Store().hold(A, B)
    before = ids(store)["Roza Kim"]
    edited = Text("a.txt", [*A.entities, per("Roza Kim")])
    assert ids(store.hold(edited, B))["Roza Kim"] == before


def test_an_identifier_stays_when_its_text_comes_to_name_it_in_full():
    store = Store().hold(Text("a.txt", [per("Kim")]))
    before = ids(store)["Kim"]
    assert ids(store.hold(Text("a.txt", [per("Roza Kim", "Kim")])))["Roza Kim"] == before


def test_what_comes_back_has_its_identifiers_again():
    store = Store().hold(A, B, C)
    first = store.tables()
    for texts in ((B, C), (C,), (), (Text("a.txt", [per("Roza Kim")]), B), (A, B, C)):
        last = store.hold(*texts).tables()
    assert last == first


def test_two_that_prove_to_be_one_have_the_earlier_identifier_and_part_again():
    office = [("ministre de la Mer", None, "FR")]
    apart = Text("a.txt", [per("Hamon", roles=office)]), Text("b.txt", [per("Claire Hamon")])
    store = Store().hold(*apart)
    first = store.tables()
    before = ids(store)
    proof = Text("c.txt", [per("Claire Hamon", roles=office)])
    assert ids(store.hold(*apart, proof)) == {"Claire Hamon": before["Hamon"]}
    assert store.hold(*apart).tables() == first


def test_two_namesakes_of_one_text_have_two_identifiers():
    store = Store().hold(
        Text("a.txt", [org("Sénat", kind="parliament", country="FR"), org("Sénat", kind="parliament", country="CL")])
    )
    first = store.tables()["organisations"]
    assert len(set(first.column("organisation_id").to_pylist())) == 2
    assert store.tables()["organisations"] == first


def test_every_mention_names_a_row():
    tables = Store().hold(A, B, C).tables()
    people = set(tables["people"].column("person_id").to_pylist())
    organisations = set(tables["organisations"].column("organisation_id").to_pylist())
    assert set(tables["mentions"].column("entity_id").to_pylist()) == people | organisations
