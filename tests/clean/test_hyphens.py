import pytest

from pipeline.clean.hyphens import Words, decide, part


def joined(rules, left, right, text=""):
    cut = part(left, right)
    assert cut is not None
    verdict = decide(cut, Words(text), rules)
    return left[:-1] + ("" if verdict.join else "-") + right


@pytest.mark.parametrize(
    "halves",
    [
        "nos rela-|tions",
        "l’éta-|blissement",
        "cel-|le",  # no inversion: the joined form is a word
        "DÉVELOPPE-|MENT",
        "aujour-|d’hui",
        "au-|jourd’hui",
        "quel-|qu’un",
        "à Samar-|cande",
        "M. Dupon-|tel",
    ],
)
def test_a_cut_word_is_joined(rules, halves):
    left, _, right = halves.partition("|")
    assert joined(rules, left, right) == halves.replace("-|", "")


@pytest.mark.parametrize(
    "halves",
    [
        "peut-|être",
        "États-|Unis",
        "est-|il",
        "avons-|nous",
        "a-|t-il",
        "a-t-|elle",
        "celles-|ci",
        "elle-|même",
        "Jean-|Louis",
        "RPR-|UDF",
        "CA-|14",
        "1939-|1945",
        "c’est-à-|dire",
        "vis-|à-vis",
        "Bar-le-|Duc",
        "Fontenay-|sous-Bois",
        "vice-|ministre",
        "franco-|allemand",
        "porte-|voix",
    ],
)
def test_a_compound_keeps_its_hyphen(rules, halves):
    left, _, right = halves.partition("|")
    assert joined(rules, left, right) == halves.replace("|", "")


def test_a_compound_cut_elsewhere_is_joined_there(rules):
    assert joined(rules, "vice-prési-", "dent") == "vice-président"
    assert joined(rules, "avons-nous ven-", "du") == "avons-nous vendu"


def test_the_text_itself_outranks_the_lexicon(rules):
    assert joined(rules, "contre-", "cœur", "à contrecœur") == "contrecœur"
    assert joined(rules, "à contre-", "cœur", "à contre-cœur, toujours à contre-cœur") == "à contre-cœur"


def test_what_nothing_settles_is_a_doubt(rules):
    cut = part("maison-", "finance")
    assert cut is not None
    assert not decide(cut, Words(""), rules).sure


@pytest.mark.parametrize(("left", "right"), [("", "tions"), ("rela-", "– oui"), ("« -", "tions"), ("rela-", "")])
def test_no_letters_no_cut_word(left, right):
    assert part(left, right) is None
