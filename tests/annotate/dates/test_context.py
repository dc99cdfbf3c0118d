"""What is told around an expression: `|` marks where it stands."""

import pytest

from pipeline.annotate.dates.reading import FUTURE, PAST, UNKNOWN


@pytest.mark.parametrize(
    ("clause", "tense"),
    [
        ("Le ministre est arrivé | à Lomé.", PAST),
        ("Le ministre s’est entretenu | avec elle.", PAST),
        ("Ils se sont vus | à Lomé.", PAST),
        ("Le vote a eu lieu |.", PAST),
        ("Le vote avait | été reporté.", PAST),
        ("Le vote aura lieu |.", FUTURE),
        ("Le ministre va recevoir | une délégation.", FUTURE),
        ("|, les élus voteront.", FUTURE),
        ("Des élections ont lieu |.", UNKNOWN),
        ("Le vote pourrait avoir lieu |.", FUTURE),
        ("Le maire, élu le | face à une rivale, devrait partir.", PAST),
        ("Le maire sera élu le |.", FUTURE),
        ("Un garde aurait été tué |.", PAST),
        ("|, troisième acte. Le ministre a rejoint le port.", PAST),
        ("|, troisième acte. Le ministre rejoindra le port.", FUTURE),
        ("Le port, |.", UNKNOWN),
    ],
)
def test_the_nearest_verb_of_the_sentence_tells_the_tense(rules, clause, tense):
    before, after = clause.split("|")
    assert rules.tenses.around(f"{before}lundi{after}", len(before), len(before) + 5)[0] == tense
