import pytest

from tests.resolve.stores import Store, Text, loc, names, org, per, rows


def people_of(*texts, corrections=None):
    return Store().hold(*texts).tables(corrections)["people"]


def one_row(*people):
    """Whether people of as many texts are one row."""
    return people_of(*(Text(f"{n}.txt", [person]) for n, person in enumerate(people))).num_rows == 1


PRESIDENT = [("président", None, "KZ")]


@pytest.mark.parametrize(
    "people",
    [
        (per("Kassym-Jomart Tokaïev"), per("Kassym-Jomart Tokayev"), per("Kassym-Jomart Tokaev")),
        (per("Noursoultan Nazarbaïev"), per("Nursultan Nazarbayev")),
        (per("Élise Le Guen"), per("ELISE LE GUEN")),
        (per("Vladimir Poutine"), per("Vladimir Putin")),
        (per("OMAROV Daniyar"), per("Daniyar Omarov")),
        (per("Viktor Orbán Mihály"), per("Mihály Viktor Orbán")),
        (per("Askar Bekov", roles=PRESIDENT), per("Bekov", roles=PRESIDENT)),
        (per("Askar Bekov", roles=PRESIDENT), per("A. Bekov", roles=[("ancien président", None, "KZ")])),
        (
            per("Claire Hamon", gender="f", roles=[("ministre de la Santé", None, "FR")]),
            per("Hamon", roles=[("ministre de la Santé", None, "FR")]),
        ),
        (per("Ivan Petrov", roles=PRESIDENT), per("Ivan Sergueïevitch Petrov", roles=PRESIDENT)),
        (
            per("Fahd ben Nasser", roles=PRESIDENT),
            per("Fahd ben Nasser al Thani", roles=[("ancien président", None, "KZ")]),
        ),
        (per("Wang Li", roles=[("ambassadeur", None, "CN")]), per("Li Wang", roles=[("ambassadeur", None, "CN")])),
        (per("Omar el-Masri"), per("Omar al-Masri")),
        (per("Omar ben Souleymane"), per("Omar bin Suleyman")),
        (per("LI Wang"), per("Li Wang")),
        (per("Alexandre Bekov", roles=PRESIDENT), per("Aleksander Bekov", roles=PRESIDENT)),
        (per("Anton Marek Bekov", roles=PRESIDENT), per("Marek Bekov", roles=PRESIDENT)),
        (per("João Pedro Tito dos Santos", roles=PRESIDENT), per("Tito", roles=PRESIDENT)),
    ],
)
def test_one_person_is_one_row(people):
    assert one_row(*people)


@pytest.mark.parametrize(
    "people",
    [
        (per("Jean Martin"), per("Pierre Martin")),
        (per("Claude Martin", gender="m"), per("Claude Martin", gender="f")),
        (per("Ali Hassan"), per("Hassan Ali")),
        (per("Askar Bekov", roles=PRESIDENT), per("Bekov")),
        (per("Askar Bekov", roles=PRESIDENT), per("Bekov", roles=[("président", None, "UZ")])),
        (per("Askar Bekov", roles=PRESIDENT), per("Bekov", gender="f", roles=[("ministre", None, "KZ")])),
        (per("Askar Bekov", roles=PRESIDENT), per("D. Bekov", roles=PRESIDENT)),
        (per("Timour Aliev", roles=PRESIDENT), per("Rouslan Aliev", roles=PRESIDENT), per("Aliev", roles=PRESIDENT)),
        (per("Anna Ivanova"), per("Anna Ivanov")),
        (per("Jean Martin"), per("Jean Martineau")),
        (per("Alexandre Bekov"), per("Aleksander Bekov")),
        (per("Raúl Bekov", roles=PRESIDENT), per("Farid Bekov", roles=PRESIDENT)),
        (per("João Pedro Tito dos Santos", roles=PRESIDENT), per("Tito", roles=[("président", None, "UZ")])),
        (per("Jean Martin"), per("Jean Claude Martin")),
        (per("Jean Martin", roles=PRESIDENT), per("Jean Claude Martin", roles=[("député", None, "KZ")])),
    ],
)
def test_two_people_are_two_rows(people):
    assert people_of(*(Text(f"{n}.txt", [person]) for n, person in enumerate(people))).num_rows == len(people)


def test_a_surname_alone_goes_to_the_one_whose_office_its_text_names():
    texts = (
        Text("a.txt", [per("Nadia Bekova", roles=[("porte-parole", None, "KZ")])]),
        Text("b.txt", [per("Roza Bekova", roles=[("ministre de la Culture", None, "KZ")])]),
        Text("c.txt", [per("Bekova", roles=[("ministre kazakhe de la Culture", None, None)])]),
    )
    assert names(people_of(*texts)) == ["Nadia Bekova", "Roza Bekova"]


def test_the_fullest_form_is_the_name_and_every_other_one_an_alias():
    (row,) = rows(people_of(Text("a.txt", [per("Roza Kim", "Kim")]), Text("b.txt", [per("ROZA KIM")])))
    assert (row["name"], row["aliases"]) == ("Roza Kim", ["Kim", "ROZA KIM"])


def test_every_text_that_states_a_role_has_an_entry():
    (row,) = rows(people_of(*(Text(f"{n}.txt", [per("Roza Kim", roles=PRESIDENT)]) for n in range(2))))
    assert [role["doc_id"] for role in row["roles"]] == ["d-0.txt", "d-1.txt"]


def test_a_country_left_open_is_that_of_the_same_office_in_another_text():
    texts = (
        Text("a.txt", [per("Roza Kim", roles=[("ministre kazakhe de la Culture", None, "KZ")])]),
        Text("b.txt", [per("Roza Kim", roles=[("ministre démissionnaire de la Culture", None, None)])]),
        Text("c.txt", [per("Roza Kim", roles=[("présidente du jury", None, None)])]),
    )
    (row,) = rows(people_of(*texts))
    assert {role["doc_id"]: role["country"] for role in row["roles"]} == {
        "d-a.txt": "KZ",
        "d-b.txt": "KZ",
        "d-c.txt": None,
    }


def test_an_office_of_a_parliament_is_of_its_country():
    there = [per("Roza Kim", roles=[("présidente", "Sénat", None)]), org("Sénat", kind="parliament", country="KZ")]
    (row,) = rows(people_of(Text("a.txt", there)))
    assert row["roles"][0]["country"] == "KZ"


def test_every_merge_says_why():
    (row,) = rows(
        people_of(Text("a.txt", [per("Askar Bekov", roles=PRESIDENT)]), Text("b.txt", [per("Bekov", roles=PRESIDENT)]))
    )
    assert row["reasons"] == [
        "Bekov = Askar Bekov: the same surname, nobody else of that surname in office, both president of KZ, "
        "both hold an office of KZ"
    ]


BEKOV = per("Askar Bekov", roles=PRESIDENT)
ON_KAZAKHSTAN = loc("Kazakhstan", place="KZ")


def test_a_bare_surname_is_the_president_of_the_country_that_its_text_speaks_of():
    (row,) = rows(people_of(Text("a.txt", [BEKOV]), Text("b.txt", [per("Bekov"), ON_KAZAKHSTAN])))
    assert row["aliases"] == ["Bekov"]
    assert row["reasons"] == [
        "Bekov = Askar Bekov: the same surname, nobody else of that surname in office, president of KZ, "
        "the text speaks of KZ"
    ]


@pytest.mark.parametrize(
    "others",
    [
        [Text("b.txt", [per("Bekov"), loc("France", place="FR")])],
        [Text("b.txt", [per("Bekov", gender="f"), ON_KAZAKHSTAN])],
        [
            Text("b.txt", [per("Bekov"), ON_KAZAKHSTAN]),
            Text("c.txt", [per("Timour Bekov", roles=[("député", None, "KZ")])]),
        ],
        [Text("b.txt", [per("T. Bekov"), ON_KAZAKHSTAN])],
    ],
)
def test_a_bare_surname_is_nobody_known_where_anything_speaks_against_it(others):
    men = Text("a.txt", [per("Askar Bekov", gender="m", roles=PRESIDENT)])
    assert people_of(men, *others).num_rows == 1 + len(others)


def test_one_bare_surname_can_be_two_people_in_two_texts():
    texts = (
        Text("a.txt", [BEKOV]),
        Text("b.txt", [per("Bekov"), ON_KAZAKHSTAN]),
        Text("c.txt", [per("Bekov"), loc("France", place="FR")]),
    )
    assert sorted(row["n_documents"] for row in rows(people_of(*texts))) == [1, 2]
