"""Whether the tables that stand are those that a run would write again."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from pipeline.interim.digests import Looks, looks, sha256_of


def described(processed: Path, state: str, rows: dict[str, int]) -> dict[str, Any]:
    """What to note of the tables just written: of which state they are, how many rows, how their files look."""
    files = {file.name: [asdict(looks(file)), sha256_of(file)] for file in _tables(processed)}
    return {"state": state, "rows": rows, "files": files}


def stands(note: dict[str, Any], processed: Path, state: str) -> bool:
    """Whether `note` is of this state and its files are still there, untouched and no others."""
    if note.get("state") != state:
        return False
    there = {file.name: file for file in _tables(processed)}
    return there.keys() == note["files"].keys() and all(_same(there[name], *note["files"][name]) for name in there)


def _same(file: Path, look: dict[str, int], sha256: str) -> bool:
    return looks(file) == Looks(**look) or sha256_of(file) == sha256


def _tables(processed: Path) -> list[Path]:
    return sorted(file for file in processed.glob("*.parquet") if file.is_file())
