"""The plan of the house, held by its imports."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline

ROOT = Path(pipeline.__file__).parent
ROOMS = ("ingest", "clean", "annotate", "resolve", "write")
AT_HOME = {
    "spacy": {"annotate"},
    "pyarrow": {"tables", "readme", "interim", "resolve", "write"},
    "duckdb": {"interim", "resolve"},
    "pypdfium2": {"ingest"},
    "docx": {"ingest"},
    "trafilatura": {"ingest"},
    "lxml": {"ingest"},
}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def room(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("file", modules(), ids=lambda f: f.relative_to(ROOT).as_posix())
def test_rooms_never_import_one_another(file):
    if room(file) in ("run", "cli", "check"):
        return
    others = {f"pipeline.{r}" for r in ROOMS if r != room(file)}
    assert not [name for name in imported(file) if ".".join(name.split(".")[:2]) in others]


@pytest.mark.parametrize("file", modules(), ids=lambda f: f.relative_to(ROOT).as_posix())
def test_libraries_stay_in_their_rooms(file):
    strays = [name for name in imported(file) if room(file) not in AT_HOME.get(name.split(".")[0], {room(file)})]
    assert not strays


@pytest.mark.parametrize("file", modules(), ids=lambda f: f.relative_to(ROOT).as_posix())
def test_only_the_command_line_prints_and_exits(file):
    if room(file) == "cli":
        return
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not [c for c in calls if isinstance(c, ast.Name) and c.id == "print"]
    assert not [c for c in calls if isinstance(c, ast.Attribute) and ast.unparse(c) == "sys.exit"]
