"""The lines of a document in reading order, and what interrupts them."""

from dataclasses import dataclass, replace

from pipeline.ingest.pdf.columns import Column
from pipeline.ingest.pdf.lines import Line
from pipeline.ingest.pdf.measures import Edges, Measures

_CAP = 1.8
"""A drop cap is at least so many times as high as the text."""
_ALONE = frozenset("ÀÔ")
"""Capitals that are words; no French word starts with one of them and a small letter that follows it closely."""


@dataclass(slots=True)
class Placed:
    """A line in its column; `starts` where it is the column's first, `resumes` where something stood before it."""

    line: Line
    page: int
    column: int
    edges: Edges
    starts: bool = False
    resumes: bool = False


def flow(columns: list[Column], sides: list[Edges], measures: Measures) -> list[Placed]:
    """Every line, drop caps put back to their words."""
    placed: list[Placed] = []
    for number, (column, side) in enumerate(zip(columns, sides, strict=True)):
        lines = _with_drop_caps(list(column.lines), measures)
        placed += [Placed(line, column.page, number, side, starts=at == 0) for at, line in enumerate(lines)]
    return placed


def _with_drop_caps(lines: list[Line], measures: Measures) -> list[Line]:
    for cap in [line for line in lines if _is_drop_cap(line, measures)]:
        beside = [line for line in lines if line is not cap and _is_beside(line, cap)]
        if beside:
            lines = [line for line in lines if line is not cap]
            for at, line in enumerate(lines):
                if line is beside[0]:
                    lines[at] = _headed(cap, line)
                elif any(line is other for other in beside):
                    lines[at] = _moved(line, cap.x0)
    return lines


def _is_drop_cap(line: Line, measures: Measures) -> bool:
    text = line.words[0].text
    is_letter = len(line.words) == 1 and len(text.strip("«“\"'’ ")) == 1 and text.strip("«“\"'’")[0].isalpha()
    return is_letter and line.style.size >= _CAP * measures.size


def _is_beside(line: Line, cap: Line) -> bool:
    return cap.x1 - 2 <= line.x0 < cap.x1 + 2 * line.style.size and cap.y - 2 < line.y < cap.y + 0.9 * cap.style.size


def _headed(cap: Line, line: Line) -> Line:
    letter, first = cap.words[0].text, line.words[0]
    head = replace(first, text=letter + first.text, x0=cap.x0)
    if letter in _ALONE:
        return Line((replace(first, text=letter, x0=cap.x0, x1=first.x0), *line.words))
    return Line((head, *line.words[1:]), line.cells)


def _moved(line: Line, x0: float) -> Line:
    return Line((replace(line.words[0], x0=x0), *line.words[1:]), line.cells)
