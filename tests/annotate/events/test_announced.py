"""Who announces an agreement with another has made it, unless somebody else is named who did."""

import pytest

from pipeline.annotate import events
from pipeline.annotate.events.knowledge.marked import Marked


@pytest.mark.parametrize(
    ("told", "signatories"),
    [
        ("[Volvo](ORG) annonce la signature d'un accord avec [Renault](ORG).", {"Volvo", "Renault"}),
        ("[Volvo](ORG) annonce la signature par [Saab](ORG) d'un accord avec [Renault](ORG).", {"Saab", "Renault"}),
    ],
)
def test_who_announces_an_agreement_with_another_has_made_it(told, signatories, rules):
    marked = Marked(told)
    made = [e for e in events.find(*marked.arguments(), rules) if e.type == "agreement"]
    assert [marked.names(p.entity for p in e.participants) for e in made] == [signatories]
