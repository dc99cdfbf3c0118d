"""configs/*.toml → one frozen Config.

`default.toml` holds every setting with its default; a file of one's own need only hold what it changes.
Paths in a file are relative to it.
"""

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

    from pipeline.settings import Settings

    Model = TypeVar("Model", bound=BaseModel)

_HERE = Path(__file__).resolve().parent
CONFIGS = next(p for p in (_HERE / "configs", _HERE.parent / "configs") if p.is_dir() or p.parent != _HERE)
"""Inside the installed package, or beside it in a checkout."""
DEFAULT = CONFIGS / "default.toml"
PLOVER = CONFIGS / "plover.toml"
"""Which PLOVER type stands for which of ours; nobody's own, so no setting."""
OF_ALL_TEXTS = ("events_titles.toml", "events_topics.toml", "linking.toml", "organisations.toml")
"""The files of French that only the bringing together of all texts reads."""
GAZETTEER = ("countries.csv", "places.csv", "regions.csv")
"""What of the gazetteer a run reads; its other tables are what these are made from."""


@dataclass(frozen=True)
class Config:
    """The settings, and where the knowledge lies: `french` and `gazetteer` are folders, `corrections` a file."""

    settings: "Settings"
    french: Path
    gazetteer: Path
    corrections: Path

    def front(self) -> str:
        """Hash of all that the reading of one text depends on."""
        models = (self.settings.ingest, self.settings.annotate)
        french = (file for file in sorted(self.french.rglob("*.toml")) if file.name not in OF_ALL_TEXTS)
        return _digest(models, [*french, *(self.gazetteer / name for name in GAZETTEER)])

    def back(self) -> str:
        """Hash of all that bringing the texts together depends on besides."""
        french = (self.french / name for name in OF_ALL_TEXTS)
        return _digest([self.settings.resolve], [self.corrections, PLOVER, *french])


def load(path: Path | None = None) -> Config:
    """Read a configuration; raises `ConfigError` with everything that is wrong with it."""
    from pydantic import ValidationError

    from pipeline.settings import Settings

    path = path or DEFAULT
    values, origin = _read_toml(DEFAULT), DEFAULT
    files = {key: DEFAULT.parent / name for key, name in values.pop("files").items()}
    if path.resolve() != DEFAULT.resolve():
        values, own_files, origin = _overlaid(values, path), _own_files(path), path
        files |= own_files
    problems = [f"{origin}: files.{key}: there is no {file}" for key, file in files.items() if not file.exists()]
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        raise ConfigError([*problems, *explain(origin, error)]) from None
    if unknown := set(files) - {"french", "gazetteer", "corrections"}:
        problems += [f"{origin}: files.{key}: unknown key; known are french, gazetteer, corrections" for key in unknown]
    if problems:
        raise ConfigError(problems)
    return Config(settings, **files)


def load_rules(path: Path, model: "type[Model]") -> "Model":
    """Read a file of French knowledge into a pydantic model; raises `ConfigError`."""
    from pydantic import ValidationError

    try:
        return model.model_validate(_read_toml(path))
    except ValidationError as error:
        raise ConfigError(explain(path, error)) from None


def explain(path: Path, error: "ValidationError") -> list[str]:
    """One sentence a problem: file, key, what stands there, what may."""
    return [_sentence(path, problem) for problem in error.errors()]  # type: ignore[arg-type]


def _sentence(path: Path, problem: dict[str, Any]) -> str:
    key = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        return f"{path}: {key}: unknown key"
    return f"{path}: {key}: {problem['input']!r} stands there; {problem['msg']}"


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError([f"{path}: there is no such file"]) from None
    except OSError as error:
        raise ConfigError([f"{path}: can't be read: {error.strerror}"]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError([f"{path}: is no TOML: {error}"]) from None


def _own_files(path: Path) -> dict[str, Path]:
    files = _read_toml(path).get("files", {})
    if not isinstance(files, dict) or not all(isinstance(name, str) for name in files.values()):
        raise ConfigError([f"{path}: files: {files!r} stands there; a table of paths should"])
    return {key: path.parent / name for key, name in files.items()}


def _overlaid(values: dict[str, Any], path: Path) -> dict[str, Any]:
    own = {key: value for key, value in _read_toml(path).items() if key != "files"}
    both = {key: {**values[key], **own[key]} for key in own if isinstance(own[key], dict) and key in values}
    return {**values, **own, **both}


def _digest(settings: Iterable["BaseModel"], files: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for part in (section.model_dump_json().encode() for section in settings):
        whole.update(hashlib.sha256(part).digest())
    for file in files:
        content = file.read_bytes() if file.is_file() else b""
        whole.update(file.name.encode() + b"\0" + hashlib.sha256(content).digest())
    return whole.hexdigest()
