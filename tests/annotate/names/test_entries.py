import pytest

from pipeline.annotate.names.entries import Form, index


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Sophie", ["given"]),
        ("Français", ["demonym"]),
        ("Ministre", ["office"]),
        ("Agence", ["head"]),
        ("Mme", ["civility"]),
        ("J.-P.", ["initials"]),
        ("OVHcloud", ["camel"]),
        ("MacDonald", []),
        ("Okonko", []),
    ],
)
def test_an_entry_says_what_a_word_is_wherever_it_stands(word, said, lexicon):
    entry = lexicon.entry(word)
    facts = ("given", "demonym", "office", "head", "civility", "initials", "camel")
    assert [fact for fact in facts if getattr(entry, fact)] == said


@pytest.mark.parametrize("form", ["la Haye", "La Haye", "l'Inde", "Le Caire", "Lens", "Leeds", "Les Abymes", "Okonko"])
def test_places_are_those_of_the_gazetteer(form, lexicon):
    assert lexicon.places(form) == lexicon.gazetteer.find(form)


def test_known_names_come_longest_first_and_else_as_the_files_have_them():
    names = ["Nil", "Nil bleu", "Nil vert", "nil", "Nil"]
    forms = index(Form.of(name, "LOC", None, "site") for name in names)
    assert [form.text for form in forms["nil"]] == ["Nil bleu", "Nil vert", "Nil"]


def test_expressions_are_tried_where_they_may_start_and_find_the_same(page):
    text = "Mme la ministre, M. Okonko ; le vice-président kazakh et l'ex-ministre franco-kazakh. L'Agence d'Okonko"
    sheet = page(text)
    lexicon = sheet.lexicon
    for sort, pattern in (
        ("office", lexicon.office_pattern),
        ("head", lexicon.head_pattern),
        ("demonym", lexicon.demonym_pattern),
    ):
        found = [match.span() for match in sheet.opened(sort, pattern, sheet.lower)]
        assert found == [match.span() for match in pattern.finditer(sheet.lower)] != []
