import pytest


def paragraphs(document):
    return [str(document.text)[p.start : p.end] for p in document.paragraphs]


WRAPPED = """Les pêcheurs du lac attendent que la glace fonde pour
sortir leurs bateaux. Ils ont réparé les filets pendant
l'hiver, et repeint les coques au printemps.
Cette année, le dégel est en retard de trois semaines,
ce qui inquiète la coopérative."""


def test_a_short_last_line_ends_a_paragraph(read):
    assert [p[:12] for p in paragraphs(read(WRAPPED))] == ["Les pêcheurs", "Cette année,"]


def test_a_full_line_ends_none(read):
    text = (
        "Le lac est grand, ses rives sont froides en hiver.\nIl gèle tôt. La pêche y est bonne, quand le vent a\ncessé."
    )
    assert len(paragraphs(read(text))) == 1


def test_a_blank_line_in_mid_sentence_ends_no_paragraph(read):
    text = "Les pêcheurs du lac attendent que la glace fonde\n\npour sortir leurs bateaux, qu'ils ont peints en\nvert."
    assert len(paragraphs(read(text))) == 1


def test_a_word_may_be_cut_by_a_blank_line(read):
    text = "Les pêcheurs du lac ont de bonnes rela-\n\ntions avec la coopérative, qui leur achète leur\npoisson."
    assert "de bonnes relations avec" in str(read(text).text)


@pytest.mark.parametrize("mark", ["-", "•", "–", "1."])
def test_items_stay_apart(read, mark):
    text = f"{WRAPPED}\nElle demande :\n{mark} du charbon ;\n{mark} des filets.\n"
    assert paragraphs(read(text))[-2:] == [f"{mark} du charbon ;", f"{mark} des filets."]


def test_an_address_stays_in_lines(read):
    text = f"{WRAPPED}\n\nAvec nos vœux,\n\nJeanne Morin\nCoopérative du lac\n12, rue du Port"
    assert paragraphs(read(text))[-3:] == ["Jeanne Morin", "Coopérative du lac", "12, rue du Port"]


def test_a_heading_above_its_paragraph_is_one(read):
    document = read(f"La saison\n\n{WRAPPED}\n\nLe dégel\n{WRAPPED}")
    assert [p.kind for p in document.paragraphs] == ["title", "body", "body", "heading", "body", "body"]


def test_a_heading_of_two_lines_is_one(read):
    document = read(f"La saison\n\n{WRAPPED}\n\nLe dégel tardif et ses suites pour la\ncoopérative\n\n{WRAPPED}")
    assert "Le dégel tardif et ses suites pour la coopérative" in paragraphs(document)


def test_a_verse_is_a_line(read):
    text = "Chanson\n\nLe lac est gris,\nLe vent se lève,\nOn rentre au port.\n"
    assert paragraphs(read(text)) == ["Chanson", "Le lac est gris,", "Le vent se lève,", "On rentre au port."]


def test_columns_of_a_table_keep_their_rows(read):
    text = "Les prises\n\nAnnée    Tonnes\n2019     120\n2020     90\n\nLa pêche baisse."
    assert paragraphs(read(text))[1:4] == ["Année Tonnes", "2019 120", "2020 90"]


def test_what_nothing_settles_is_told(read):
    document = read("Il y eut de longs débats, à la Chambre, sur la maison-\nfinance du lac et\nsur le port.")
    [doubt] = document.doubts
    assert str(document.text)[doubt.start : doubt.end] == doubt.text == "maison-finance"
    assert doubt.other == "maisonfinance"


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u00ad", "\ufffe", "\x02"])
@pytest.mark.parametrize("end", ["\n", "\r\n", " \n", "\n\n", "\f"])
def test_a_word_is_cut_by_any_hyphen_at_any_line_end(read, hyphen, end):
    text = (
        f"Les pêcheurs du lac ont de bonnes rela{hyphen}{end}tions avec la ville, et peut{hyphen}{end}être avec nous."
    )
    assert str(read(text).text) == "Les pêcheurs du lac ont de bonnes relations avec la ville, et peut-être avec nous."


def test_a_pdf_reader_may_have_put_the_halves_in_one_line(read):
    text = "Les pêcheurs ont de bonnes rela\ufffetions avec la ville.\nPeut\ufffeêtre aussi avec nous."
    assert str(read(text).text) == "Les pêcheurs ont de bonnes relations avec la ville.\n\nPeut-être aussi avec nous."


def test_a_dash_is_no_hyphen(read):
    text = (
        "Les pêcheurs du lac, que la glace retient au port -\net ils s’en plaignent -, attendent le printemps et\nrien."
    )
    assert "au port - et ils s’en plaignent -, attendent" in str(read(text).text)
