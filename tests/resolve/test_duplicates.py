from tests.resolve.stores import Store, Text, per, rows

STORY = "\n\n".join(
    f"Le {n}e paragraphe raconte la visite de Roza Kim avec assez de mots pour qu'une autre rédaction ne l'ait pas "
    "écrit de la même façon par hasard, et rien de plus."
    for n in range(12)
)


def documents(*texts):
    return {row["path"]: row["duplicate_of"] for row in rows(Store().hold(*texts).tables()["documents"])}


def test_a_text_of_the_same_words_repeats_the_first_arrived():
    shouting = Text("b.txt", text=STORY.upper().replace(",", " –"))
    assert documents(Text("a.txt", text=STORY), shouting) == {"a.txt": None, "b.txt": "d-a.txt"}
    assert documents(shouting, Text("a.txt", text=STORY)) == {"a.txt": "d-b.txt", "b.txt": None}


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


def test_a_set_of_duplicates_counts_once_and_keeps_its_mentions():
    texts = [Text(f"{n}.txt", [per("Roza Kim", "Kim")], text=f"{STORY} Kim") for n in range(3)]
    other = Text("z.txt", [per("Roza Kim")])
    tables = Store().hold(*texts, other).tables()
    (row,) = rows(tables["people"])
    assert (row["n_mentions"], row["n_documents"]) == (3, 2)
    assert tables["mentions"].num_rows == 7
