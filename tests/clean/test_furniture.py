PAGE = (
    "Les deux ministres ont parlé du port et de la pêche, sans rien\nconclure ce jour-là ; ils se reverront bientôt. "
)


def gone(document):
    return [dropped.text for dropped in document.dropped]


def test_a_running_head_leaves_the_sentence_it_interrupts(read):
    first = f"Le Bulletin du port\n\nLa pêche\n\n{PAGE * 4}\nOn a conclu des rela-\n\n– 1 –\n\n"
    document = read(first + "Le Bulletin du port\n\ntions durables.\n\n– 2 –\n")
    assert gone(document) == ["Le Bulletin du port", "– 1 –", "Le Bulletin du port", "– 2 –"]
    assert str(document.text).endswith("On a conclu des relations durables.")
    assert document.title == "La pêche"


def test_a_head_with_the_page_number_in_it_goes_with_the_bare_one(read):
    document = read(f"La Lettre\n\nLe port\n\n{PAGE}\n\n1 | La Lettre\n\n{PAGE}\n\n2 | La Lettre\n")
    assert gone(document) == ["La Lettre", "1 | La Lettre", "2 | La Lettre"]


def test_form_feeds_tell_where_pages_end(read):
    first = "Le port est ouvert toute la nuit à\ntous les bateaux du lac, et à ceux du\n12\n\f"
    document = read(
        first + "Rapport\npays voisin. Un phare les guide, que\nla ville a fait bâtir en\n13\n\fRapport\nmars."
    )
    assert gone(document) == ["12", "Rapport", "13", "Rapport"]
    assert "et à ceux du pays voisin. Un phare" in str(document.text)


def test_a_periodicals_number_and_its_name_are_no_text(read):
    document = read("Les Nouvelles du lac\n\nN° 7 – Printemps\n\nLe lac\n\nLe lac a gelé cette année, comme toujours.")
    assert gone(document) == ["Les Nouvelles du lac", "N° 7 – Printemps"]


def test_a_heading_that_comes_back_is_no_running_head(read):
    first = f"Le port\n\nLes bateaux\n\n{PAGE * 5}\n\nVoir aussi\n\nLa glace.\n\n"
    second = "Le lac\n\nLes bateaux\n\nIls sont tous au port.\n\nVoir aussi\n\nLa pêche.\n\n"
    assert gone(read(first + second)) == []


def test_numbers_that_count_nothing_stay(read):
    text = (
        "Les chiffres\n\nOn a compté les bateaux.\n\n12\n\nOn a compté les ports.\n\n7\n\nOn n’a rien compté d’autre.\n"
    )
    assert gone(read(text)) == []
