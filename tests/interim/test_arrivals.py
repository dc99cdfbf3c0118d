"""A text keeps its identifier whatever happens to its file."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.interim.arrivals import Arrival, arrive


class Folder:
    """A raw folder through several runs."""

    def __init__(self) -> None:
        self.known: dict[str, Arrival] = {}
        self.last: frozenset[str] = frozenset()

    def run(self, **texts: str) -> dict[str, str]:
        """Files by name with their bytes; gives their identifiers."""
        now = arrive(sorted(texts.items()), self.known.values(), self.last)
        assert list(now) and len({text.doc_id for text in now.values()}) == len(texts)
        self.known |= {text.doc_id: text for text in now.values()}
        assert len({text.ordinal for text in self.known.values()}) == len(self.known)
        self.last = frozenset(text.doc_id for text in now.values())
        return {path: text.doc_id for path, text in now.items()}

    def ordinal(self, doc_id: str) -> int:
        return self.known[doc_id].ordinal


def test_a_first_run_arrives_in_order_of_path():
    folder = Folder()
    ids = folder.run(b="1", a="2", c="3")
    assert [folder.ordinal(ids[path]) for path in "abc"] == [0, 1, 2]


def test_later_texts_arrive_later():
    folder = Folder()
    folder.run(m="1")
    ids = folder.run(a="2", m="1", z="3")
    assert [folder.ordinal(ids[path]) for path in "maz"] == [0, 1, 2]


def test_an_edited_text_keeps_the_place_of_its_path():
    folder = Folder()
    assert folder.run(a="1", b="2") == folder.run(a="1 and more", b="2")


def test_a_moved_text_keeps_the_place_of_its_bytes():
    folder = Folder()
    before, after = folder.run(a="1", b="2"), folder.run(b="2", z="1")
    assert after["z"] == before["a"]


def test_renumbered_files_keep_their_own():
    folder = Folder()
    before, after = folder.run(a="1", b="2", c="3"), folder.run(a="0", b="1", c="2", d="3")
    assert [after[path] for path in "bcd"] == [before[path] for path in "abc"]
    assert after["a"] not in before.values()


def test_two_files_that_change_names_keep_their_own():
    folder = Folder()
    before, after = folder.run(a="1", b="2"), folder.run(a="2", b="1")
    assert after == {"a": before["b"], "b": before["a"]}


def test_a_copy_is_a_text_of_its_own():
    folder = Folder()
    before, after = folder.run(b="1"), folder.run(a="1", b="1")
    assert after["b"] == before["b"] != after["a"]


def test_a_text_that_comes_back_gets_its_old_place():
    folder = Folder()
    before = folder.run(a="1", b="2", c="3")
    folder.run(b="2")
    assert folder.run(b="2", c="3, edited", z="1") == {"b": before["b"], "c": before["c"], "z": before["a"]}


def test_the_old_bytes_at_the_old_path_of_a_moved_text_are_a_new_text():
    folder = Folder()
    first = folder.run(a="1")
    folder.run(a="2")
    folder.run(z="2")
    last = folder.run(a="1", z="2")
    assert last["z"] == first["a"] != last["a"]


def test_of_two_that_had_a_path_the_last_one_keeps_it():
    folder = Folder()
    folder.run(a="1", b="2")
    folder.run(b="2")
    moved = folder.run(a="2")
    assert folder.run(a="3") == moved


def test_identifiers_are_readable():
    (text,) = arrive([("Presse/2017/Été à Almaty — visite d'État.txt", "1")], []).values()
    assert text.doc_id.startswith("ete-a-almaty-visite-d-etat-")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from("123"), min_size=1), max_size=6))
def test_whatever_happens_identifiers_are_unique(history):
    folder = Folder()
    for texts in history:
        folder.run(**texts)


@given(st.dictionaries(st.sampled_from("abcd"), st.sampled_from("123"), min_size=1))
def test_what_has_not_changed_keeps_everything(texts):
    folder = Folder()
    assert folder.run(**texts) == folder.run(**texts)
