from pathlib import Path

import pytest

from pipeline.annotate.dates import rules as rules_module
from pipeline.annotate.dates.proof import SEEN_FROM as SEEN_FROM

FRENCH = Path(__file__).parents[3] / "configs" / "fr"


@pytest.fixture(scope="session")
def rules():
    return rules_module.read_rules(FRENCH)
