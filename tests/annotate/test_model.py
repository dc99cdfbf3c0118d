import pytest

from pipeline.annotate import model
from pipeline.errors import RunError


@pytest.fixture
def failing(monkeypatch):
    def fail(error):
        def load(*_, **__):
            raise error

        monkeypatch.setattr(model, "load_model", load)

    return fail


@pytest.mark.parametrize(
    "error", [OSError("[E050] Can't find model 'fr_model'."), ModuleNotFoundError("fr_model", name="fr_model")]
)
def test_a_model_that_is_not_installed_is_told_with_what_to_type(error, failing):
    failing(error)
    with pytest.raises(RunError, match="fr_model is not installed: type `make setup`"):
        model.load("fr_model")


@pytest.mark.parametrize(
    "error", [ModuleNotFoundError("numpy", name="numpy"), PermissionError(13, "Permission denied"), ImportError("ABI")]
)
def test_another_failure_is_told_as_it_is(error, failing):
    failing(error)
    with pytest.raises(type(error)):
        model.load("fr_model")
