import pytest

BODY = "Le ministre est arrivé à Rome, où il reste deux jours pour parler de la pêche et du port. " * 2


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Une visite à Rome", "Une visite à Rome"),
        ("Tribune\n\nPourquoi Rome compte encore", "Pourquoi Rome compte encore"),
        ("COMMUNIQUÉ DE PRESSE\n\nLe ministre se rend à Rome", "Le ministre se rend à Rome"),
        ("Le Courrier du lac\n\nLe ministre passe deux jours à Rome", "Le ministre passe deux jours à Rome"),
        (
            "SÉNAT\n\nGROUPE D'AMITIÉ FRANCE – ITALIE\n\nCompte rendu d'une visite à Rome et à Ostie",
            "Compte rendu d'une visite à Rome et à Ostie",
        ),
        (
            "Commission européenne\n\nCommuniqué de presse\n\n4 avril 2021\n\n12/21\n\nUn lac partagé avec la Suisse",
            "Un lac partagé avec la Suisse",
        ),
        ("Ministère de la Pêche\n\nPrésentation", "Ministère de la Pêche"),
        ("NOUVELLES MARITIMES\n\nUn accord de pêche avec l'Italie et la Grèce", "NOUVELLES MARITIMES"),
        (
            "Conseil européen sous tension\n\nUn accord de pêche que personne n'attendait plus",
            "Conseil européen sous tension",
        ),
        ("Relations bilatérales\n\nPrésentation\n\nVisites", "Relations bilatérales"),
        ("Rome, le 3 mai 2021", None),
        ("Le ministre est à Rome.", None),
        ("Chers amis,", None),
    ],
)
def test_the_title_is_what_heads_the_text(read, above, title):
    assert read(f"{above}\n\n{BODY}").title == title


def test_a_text_may_have_none(read):
    assert read(BODY).title is None


def test_the_files_own_title_counts_more(read):
    document = read(f"Une visite à Rome\n\n{BODY}", title="Rome")
    assert document.title == "Rome"
    assert document.paragraphs[0].kind == "title"


def test_a_publications_name_is_dropped_by_name(read):
    document = read(f"La Gazette du lac\n\nLe ministre passe deux jours à Rome\n\n{BODY}")
    assert [(d.step, d.text) for d in document.dropped] == [("find_title", "La Gazette du lac")]


def test_a_rubric_above_a_signed_headline_is_no_title_but_stays(read):
    document = read(f"Europe\n\nLe ministre passe deux jours à Rome\nPublié le 3 mai 2021\n\n{BODY}")
    assert document.title == "Le ministre passe deux jours à Rome"
    assert [p.kind for p in document.paragraphs] == ["heading", "title", "body", "body"]


def test_a_headline_above_a_longer_one_is_the_title(read):
    document = read(
        f"Le ministre à Rome\n\nDeux jours pour parler de la pêche et du port\nPublié le 3 mai 2021\n\n{BODY}"
    )
    assert document.title == "Le ministre à Rome"


def test_an_agencys_name_that_its_dateline_says_again_is_no_title(read):
    story = f"MARINFORM\n\nLe ministre passe deux jours à Rome\n\nROME. 3 mai 2021. MARINFORM – {BODY}"
    document = read(story)
    assert document.title == "Le ministre passe deux jours à Rome"
    assert [p.kind for p in document.paragraphs] == ["heading", "title", "body"]
    assert read(story.replace("MARINFORM –", "Il pleut. –")).title == "MARINFORM"
