import pytest

BODY = "Le ministre est arrivé à Rome, où il reste deux jours pour parler de la pêche et du port avec son hôte. " * 2


def gone(document):
    return [dropped.text for dropped in document.dropped]


@pytest.mark.parametrize(
    "line",
    ["LIRE AUSSI : LE PORT RESTE FERMÉ", "Partager sur Facebook", "Loading...", "Tout accepter", "PLAN DU SITE"],
)
def test_what_is_no_text_anywhere_goes(read, line):
    document = read(f"Une visite\n\n{BODY}\n\n{line}\n\n{BODY}")
    assert gone(document) == [line]
    assert document.dropped[0].step == "drop_site_chrome"


@pytest.mark.parametrize("line", ["Contact", "Recherche", "Informations complémentaires", "Retour"])
def test_what_may_be_a_heading_goes_only_at_the_pages_edge(read, line):
    assert gone(read(f"Une visite\n\n{BODY}\n\n{line}\n\n{BODY}")) == []
    assert gone(read(f"Une visite\n\n{BODY}\n\n{line}")) == [line]


def test_a_links_own_line_goes_with_it(read):
    document = read(f"Une visite\n\n{BODY}\n\nLire aussi\n\nLe port reste fermé aux grands bateaux\n\n{BODY}")
    assert gone(document) == ["Lire aussi", "Le port reste fermé aux grands bateaux"]


def test_an_address_goes_with_the_contact_above_it(read):
    lines = ["Nous contacter", "12, rue du Port", "Tél. : 01 02 03 04 05"]
    assert gone(read("\n\n".join(["Une visite", BODY, *lines]))) == lines


def test_a_contact_block_in_english_goes(read):
    document = read(f"Une visite\n\n{BODY}\n\nContact Us\n\nSend us an email and we will get back to you.")
    assert str(document.text).endswith(BODY.strip())


def test_a_repeated_headline_is_kept_once_and_not_in_capitals(read):
    document = read(f"LE ROI REÇOIT LE PRÉSIDENT\n\nLe roi reçoit le président\n\n{BODY}")
    assert document.title == "Le roi reçoit le président"
    assert gone(document) == ["LE ROI REÇOIT LE PRÉSIDENT"]


def test_a_speakers_name_comes_back(read):
    text = "Le débat à la Chambre\n\n" + f"Jeanne Morin, députée de Lyon\n\n{BODY}\n\n" * 2
    assert gone(read(text)) == []


def test_the_sites_name_goes_where_the_dateline_has_it_again(read):
    document = read(f"Lavoixdulac\n\nLe port ferme ses portes pour un an\n\nGenève / La Voix du lac\n\n{BODY}")
    assert gone(document) == ["Lavoixdulac"]
    assert document.title == "Le port ferme ses portes pour un an"


def test_initials_below_a_wire_story_go(read):
    assert gone(read(f"{BODY}\n\nab-cd/efg")) == ["ab-cd/efg"]
    assert gone(read(f"{BODY}\n\nab-cd/efg\n\nEnsuite, {BODY}")) == []


def test_an_address_and_a_page_number_go_from_below_the_last_line_of_a_column(read):
    column = "Le port de Riga ouvre ses bureaux\nà la presse étrangère cette se-\nmaine, et le maire s'en réjouit.\n"
    feet = ["Cercle des ports - 14, rue du Phare - 17000 La Rochelle", "Page 2"]
    assert gone(read(column * 3 + "\n".join(feet))) == feet
