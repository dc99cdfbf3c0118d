import pytest


@pytest.mark.parametrize(
    ("text", "seen", "wanted"),
    [
        ("Selon Okonko, tout va bien.", {"Selon Okonko": "PER"}, [("Okonko", "PER")]),
        ("La réunion de l'Okonko.", {"l'Okonko": "LOC"}, [("Okonko", "LOC")]),
        ("Grève à Okonko.", {"Grève": "LOC"}, []),
        ("Visites\n\nOkonko est là.", {"Visites\n\nOkonko": "PER"}, [("Okonko", "PER")]),
        ("On a recensé 500 cas à Okonko.", {"Okonko": "PER"}, [("Okonko", "LOC")]),
        ("Le Chef de cette maison parle.", {"Chef de cette maison": "PER"}, []),
        ("Il fait face à Okonko.", {"Okonko": "PER"}, [("Okonko", "PER")]),
        ("La TVA augmente.", {"TVA": "ORG"}, []),
        ("Le KTZQ recrute.", {"KTZQ": "LOC"}, [("KTZQ", "ORG")]),
        ("Une œuvre, Okonko.", {"Okonko": "MISC"}, []),
    ],
)
def test_the_model_is_judged_by_the_words_around(text, seen, wanted, names):
    assert names(text, **seen) == wanted


def test_most_occurrences_decide_on_the_label(names):
    text = "Ils voient Okonko. Elles suivent Okonko. Okonko parle."
    assert {label for _, label in names(text, Okonko="PER")} == {"PER"}


def test_what_is_seen_surely_once_is_found_everywhere(names):
    text = "Le président Okonko parle. Chez les amis d'Okonko, on se tait.\n\nOKONKO REÇOIT SES AMIS CE MATIN"
    assert names(text) == [("Okonko", "PER"), ("Okonko", "PER"), ("OKONKO", "PER")]


def test_an_unknown_word_before_a_surname_is_another_person(names):
    text = "M. Okonko parle. Son père, Ifeanyi Okonko, écoute."
    assert names(text) == [("Okonko", "PER"), ("Ifeanyi Okonko", "PER")]
