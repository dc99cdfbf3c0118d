from tests.resolve.stores import Store, Text, per, rows

STORY = "\n\n".join(
    f"Le {n}e paragraphe raconte la visite de Roza Kim avec assez de mots pour qu'une autre rédaction ne l'ait pas "
    "écrit de la même façon par hasard, et rien de plus."
    for n in range(12)
)


def documents(*texts):
    return {row["path"]: row["duplicate_of"] for row in rows(Store().hold(*texts).tables()["documents"])}


def test_texts_of_the_same_words_repeat_the_first_by_path_whichever_came_first():
    shouting = Text("b.txt", text=STORY.upper().replace(",", " –"))
    plain = Text("a.txt", text=STORY)
    assert documents(plain, shouting) == documents(shouting, plain) == {"a.txt": None, "b.txt": "d-a.txt"}


def test_a_reprint_under_another_headline_repeats_the_first():
    reprint = Text("b.txt", text=f"UN AUTRE TITRE\n\n{STORY}")
    again = Text("c.txt", text=f"{STORY}\n\nLire aussi : la météo")
    assert documents(Text("a.txt", text=STORY), reprint, again) == {
        "a.txt": None,
        "b.txt": "d-a.txt",
        "c.txt": "d-a.txt",
    }


def test_texts_that_share_a_paragraph_are_two():
    other = Text("b.txt", text=STORY.split("\n\n")[0] + "\n\n" + "Tout autre chose. " * 40)
    assert documents(Text("a.txt", text=STORY), other) == {"a.txt": None, "b.txt": None}


def test_a_reprint_without_the_last_paragraph_repeats_the_whole_story():
    story = STORY.replace("'", "’").replace("Le 0e", "ROME, 3 mai (Lac Infos) – Le 0e")
    cut = "\n\n".join(STORY.split("\n\n")[:-3])
    for texts in (
        (Text("a.txt", text=cut), Text("b.txt", text=story)),
        (Text("b.txt", text=story), Text("a.txt", text=cut)),
    ):
        assert documents(*texts) == {"a.txt": "d-b.txt", "b.txt": None}


def test_a_newsletter_that_prints_a_story_among_others_is_no_copy():
    letter = STORY + "".join(
        f"\n\nUne autre nouvelle du port numéro {n} occupe la lettre, où elle tient sa place." for n in range(30)
    )
    assert documents(Text("a.txt", text=STORY), Text("b.txt", text=letter)) == {"a.txt": None, "b.txt": None}


def test_articles_that_quote_the_same_sentences_are_two():
    quotes = [
        f"« Nous tiendrons le {n}e engagement pris devant les pêcheurs du lac et leurs familles »" for n in range(4)
    ]
    texts = [
        Text(
            f"{paper}.txt",
            text="\n\n".join(
                f"{quote}, a dit Roza Kim. {paper} y voit {n} raisons de plus de craindre la {paper} suite."
                for n, quote in enumerate(quotes)
            ),
        )
        for paper in ("aube", "soir")
    ]
    assert documents(*texts) == {"aube.txt": None, "soir.txt": None}


def test_a_set_of_duplicates_counts_once_and_keeps_its_mentions():
    texts = [Text(f"{n}.txt", [per("Roza Kim", "Kim")], text=f"{STORY} Kim") for n in range(3)]
    other = Text("z.txt", [per("Roza Kim")])
    tables = Store().hold(*texts, other).tables()
    (row,) = rows(tables["people"])
    assert (row["n_mentions"], row["n_documents"]) == (3, 2)
    assert tables["mentions"].num_rows == 7
