from datetime import date
from pathlib import Path

import pytest

from pipeline.annotate.dates import rules as rules_module

FRENCH = Path(__file__).parents[3] / "configs" / "fr"
SEEN_FROM = date(2017, 1, 25)


@pytest.fixture(scope="session")
def rules():
    return rules_module.read_rules(FRENCH)
