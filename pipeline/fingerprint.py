"""What results depend on besides the file: configuration, rules, model, libraries and the code itself.

Each fingerprint is a hash; where it differs from the one that something was remembered under, that is made anew.
"""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.config import Config

_HERE = Path(__file__).parent
_SHARED = ("records.py", "errors.py", "config.py", "settings.py", "gazetteer.py", "spelling.py")
_FRONT = (*_SHARED, "aligned.py", "ingest", "clean", "annotate", "interim/rows.py")
_BACK = (*_SHARED, "tables.py", "interim/schema.py", "resolve", "write")
_FRONT_LIBRARIES = (
    "spacy",
    "thinc",
    "babel",
    "charset-normalizer",
    "dateparser",
    "ftfy",
    "holidays",
    "lxml",
    "pypdfium2",
    "python-docx",
    "rapidfuzz",
    "trafilatura",
    "wordfreq",
)
_BACK_LIBRARIES = ("duckdb", "pyarrow", "rapidfuzz")


@cache
def front(config: Config) -> str:
    """What the reading of one text depends on besides the text."""
    model = config.settings.annotate.model
    return _digest([config.front(), *_versions(_FRONT_LIBRARIES), _model(model), *_sources(_FRONT)])


@cache
def back(config: Config) -> str:
    """What bringing the texts together depends on besides their results."""
    return _digest([config.back(), *_versions(_BACK_LIBRARIES), *_sources(_BACK)])


def key(front: str, sha256: str, name: str, metadata: object) -> str:
    """What the result of one file depends on: the above, its bytes, its name, what `metadata.csv` says of it.

    >>> key("f", "s", "2017-01-25.txt", None) == key("f", "s", "2017-01-26.txt", None)
    False
    """
    return hashlib.sha256(f"{front}\0{sha256}\0{name}\0{metadata!r}".encode()).hexdigest()


def _versions(libraries: Iterable[str]) -> list[str]:
    return [f"{sys.version_info[:2]}", *(f"{name} {_version(name)}" for name in libraries)]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "missing"


def _model(model: str) -> str:
    """A package by its version, a folder of one's own by its description."""
    described = Path(model) / "meta.json"
    return described.read_text(encoding="utf-8") if described.is_file() else f"{model} {_version(model)}"


def _sources(places: Iterable[str]) -> Iterator[str]:
    for place in places:
        path = _HERE / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            yield file.relative_to(_HERE).as_posix()
            yield hashlib.sha256(file.read_bytes()).hexdigest()


def _digest(parts: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode("utf-8", "surrogateescape")).digest())
    return whole.hexdigest()
