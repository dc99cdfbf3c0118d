import pytest

from pipeline import config
from pipeline.annotate import events


@pytest.fixture(scope="session")
def rules():
    return events.load_rules(config.load())
