"""Typeset the two sample newsletters in columns, as text (`lettre_12.txt`) and as PDF (`lettre_13.pdf`).

    python tests/gold/newsletter/make.py

Each source beside this script holds a running head, a title (`# `), paragraphs, and a pull quote (`> `) that is set
into the flow where it stands. Words are cut at line ends as French typesetters cut them.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A5
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
RAW = HERE.parents[2] / "data" / "raw"
VOWEL, CONSONANT = "[aeiouyéèêàâîôûï]", "[bcdfghjklmnpqrstvwxz]"
SYLLABLE = re.compile(
    f"(?<={VOWEL})(?=(?:[bcdfgptv][lr]|[cpst]h|gn|qu|{CONSONANT}){VOWEL})"  # di|plo|ma
    f"|(?<={VOWEL}[bcdfglmnprstx])(?![hlnr])(?={CONSONANT}{VOWEL})"  # con|ven
)
FONT, SIZE, LEADING, COLUMN, BOTTOM = "Times-Roman", 10.5, 12.5, 138, 70.0


def cuts(word: str) -> Iterator[tuple[str, str]]:
    """The places where a word may be cut, the longest head first; `word` may have a hyphen of its own.

    >>> [head for head, _ in cuts("diplomatiques")]
    ['diplomati-', 'diploma-', 'diplo-', 'di-']
    """
    first = word.find("’") + 2
    places = {m.start() for m in SYLLABLE.finditer(word.lower()) if first < m.start() < len(word) - 2}
    places |= {m.end() for m in re.finditer("-", word)}
    for place in sorted(places, reverse=True):
        head = word[:place]
        yield head if head.endswith("-") else head + "-", word[place:]


def lines(paragraph: str, width: float, font: str = FONT, size: float = SIZE, *, cut: bool = True) -> Iterator[str]:
    """Break a paragraph into lines no wider than `width` points."""
    line, words = "", re.sub(" (?=[»:;?!])|(?<=«) ", "\u00a0", paragraph).split(" ")
    while words:
        longer = f"{line} {words[0]}".strip()
        if stringWidth(longer, font, size) <= width:
            line, words = longer, words[1:]
            continue
        for head, tail in cuts(words[0]) if cut else ():
            if stringWidth(f"{line} {head}".strip(), font, size) <= width:
                line, words = f"{line} {head}".strip(), [tail, *words[1:]]
                break
        yield line
        line = ""
    yield line


def read(stem: str) -> tuple[str, list[tuple[str, str]]]:
    """The running head, and the blocks: (`title`, `quote` or `text`, words)."""
    head, *blocks = (HERE / f"{stem}.txt").read_text("utf-8").strip().split("\n\n")
    kinds = {"# ": "title", "> ": "quote"}
    return head, [(kinds[b[:2]], b[2:]) if b[:2] in kinds else ("text", b) for b in blocks]


def as_text(stem: str) -> str:
    """What a reader of PDF files makes of the columns: a line for a line, the pull quote in the midst."""
    head, blocks = read(stem)
    printed = [head, ""]
    for kind, words in blocks:
        narrow = 90 if kind == "quote" else COLUMN
        broken = lines(words, narrow, cut=kind == "text")
        printed += [line if kind != "text" or line.endswith("-") else f"{line} " for line in broken]
        printed += [""] * (kind != "text")
    return "\n".join(printed) + "\n"


def as_pdf(stem: str, file: Path) -> None:
    """Two columns on A5 pages under a running head, with page numbers; a pull quote is never parted."""
    head, ((_, title), *blocks) = read(stem)
    page = Canvas(str(file), pagesize=A5)
    page.setTitle(title)
    places = _places(page, head)
    left, height = next(places)
    page.setFont("Helvetica-Bold", 15)
    page.drawString(left, height + 28, title)
    for kind, words in blocks:
        font, size, indent = ("Helvetica-Oblique", 13.0, 15.0) if kind == "quote" else (FONT, SIZE, 0.0)
        broken = list(lines(words, COLUMN - 2 * indent, font, size, cut=kind == "text"))
        if kind == "quote" and height < BOTTOM + (len(broken) + 1) * 16:
            left, height = next(places)
        for line in broken:
            if height < BOTTOM:
                left, height = next(places)
            page.setFont(font, size)
            page.drawString(left + indent, height, line)
            height -= 16 if kind == "quote" else LEADING
        height -= 12 if kind == "quote" else 3
    page.save()


def _places(page: Canvas, head: str) -> Iterator[tuple[float, float]]:
    """Where each column begins: left edge and first base line; turns the page where it must."""
    for number in range(1, 100):
        if number > 1:
            page.showPage()
        page.setFont("Helvetica", 8)
        page.drawString(60, 555, head)
        page.drawCentredString(210, 35, str(number))
        for left in (60.0, 225.0):
            yield left, 505.0


if __name__ == "__main__":
    os.environ["SOURCE_DATE_EPOCH"] = "1736935200"  # the day it was typeset, 15 January 2025
    (RAW / "lettre_12.txt").write_text(as_text("lettre_12"), "utf-8")
    as_pdf("lettre_13", RAW / "lettre_13.pdf")
