COLUMN = [
    "Les bateaux du port ne sortent plus depuis que la",
    "mer a gelé, et les pêcheurs attendent au café que",
    "le vent tourne. On joue aux cartes, on parle peu,",
    "on regarde la glace qui craque le long du quai et",
    "les mouettes qui cherchent leur part. Le maire de",
]
AFTER = ["la ville a promis du charbon aux familles, et les", "premiers sacs sont arrivés par le train de midi."]


def column(*between: str) -> str:
    return "\n".join([*COLUMN, *between, *AFTER])


def test_a_pull_quote_leaves_the_sentence_it_interrupts(read):
    document = read(column("", "« Les pêcheurs attendent", "que le vent tourne »", ""))
    text = str(document.text)
    assert "Le maire de la ville a promis" in text
    assert text.endswith("\n\n« Les pêcheurs attendent que le vent tourne »")
    assert document.paragraphs[-1].kind == "pull_quote"


def test_it_may_leave_words_out_and_lack_its_marks(read):
    document = read(column("", "Les bateaux ne sortent plus", "depuis que la mer", ""))
    assert document.paragraphs[-1].kind == "pull_quote"


def test_a_quotation_set_apart_is_one_too(read):
    document = read("\n".join([*COLUMN, "la ville dort.", "« Rien ne bouge", "avant mars »", "", "Demain, on verra."]))
    assert str(document.text).endswith("« Rien ne bouge avant mars »")


def test_a_quotation_in_the_text_stays_there(read):
    lines = [
        *COLUMN,
        "la ville le répète :",
        "« Nous avons du charbon pour tout l’hiver, et du",
        "pain. » On le croit.",
    ]
    assert {p.kind for p in read("\n".join(lines)).paragraphs} == {"body"}


def test_a_caption_goes_to_the_end(read):
    document = read(column("Photo : archives"))
    assert "Le maire de la ville a promis" in str(document.text)
    assert document.paragraphs[-1].kind == "caption"


def test_a_credit_leaves_the_line_that_it_shares(read):
    document = read(
        "\n".join([*COLUMN[:4], "on attend. Les rela-", "Photo : archives tions avec la ville restent", *AFTER])
    )
    assert "Les relations avec la ville restent la ville" in str(document.text)
    assert str(document.text).endswith("\n\nPhoto : archives")


def test_the_big_first_letter_begins_its_word(read):
    document = read("L’hiver\n\nes bateaux ne sortent plus depuis que la\nmer a gelé.\n\nL\n\nOn attend.\n")
    assert str(document.text) == "L’hiver\n\nLes bateaux ne sortent plus depuis que la mer a gelé.\n\nOn attend."
    assert document.raw_span(9, 12)[1] == 11


def test_a_letter_that_no_word_lacks_stays(read):
    assert "\n\nA\n\n" in str(read("Les groupes\n\nA\n\nLe premier groupe est complet.\n\nB\n\nLe second aussi.").text)
