"""The words of a sample text, whatever its format, without any of the pipeline."""

import re
import shutil
import sys
from html import unescape
from pathlib import Path, PurePosixPath

import docx

HERE = Path(__file__).parent
RAW = HERE.parents[1] / "data" / "raw"
ENCODINGS = {"ceta_senat": "cp1252"}  # all others are UTF-8


PATHS = {PurePosixPath(path).stem: path for path in (HERE / "texts.txt").read_text("utf-8").split()}
"""The texts that have gold, by stem; whatever else lies in `data/raw` is a user's own."""


def file_of(stem: str) -> Path:
    """The file of `data/raw` that the gold of this name is of."""
    return RAW / PATHS[stem]


def gather(folder: Path) -> None:
    """Copy the texts that have gold, and what is said of them, into an empty folder: what is scored."""
    shutil.rmtree(folder, ignore_errors=True)
    for path in (*PATHS.values(), "metadata.csv"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(RAW / path, folder / path)


def _docx(file: Path) -> str:
    document = docx.Document(str(file))
    blocks = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            blocks += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            blocks.append(block.text)
    return "\n\n".join(blocks)


def _html(file: Path) -> str:
    page = re.sub(r"(?s)<(script|style)\b.*?</\1>|<!--.*?-->", "", file.read_text("utf-8"))
    return unescape(re.sub(r"<[^>]+>", "", page))


def text(stem: str) -> str:
    """All that the file says, menus and footers too; a newsletter as its source has it.

    >>> "Samarcande" in text("samarcande_depeche")
    True
    """
    file = file_of(stem)
    source = HERE / "newsletter" / f"{stem}.txt"
    if source.exists():
        return source.read_text("utf-8")
    if file.suffix == ".docx":
        return _docx(file)
    if file.suffix == ".html":
        return _html(file)
    return file.read_text(ENCODINGS.get(stem, "utf-8-sig"))


if __name__ == "__main__":
    gather(Path(sys.argv[1]))
