"""A tree of elements into blocks of text: headings, paragraphs, list items, table rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    (
        *("script", "style", "template", "noscript", "svg", "math", "canvas", "iframe", "object", "embed", "audio"),
        *("video", "button", "select", "option", "textarea", "input", "datalist", "dialog", "map"),
    )
)
_AROUND = frozenset(("nav", "aside", "footer"))
"""What stands around the text of a page."""
_KINDS = {f"h{level}": "heading" for level in range(2, 7)} | {
    "h1": "title",
    "p": "paragraph",
    "li": "list_item",
    "dt": "list_item",
    "dd": "list_item",
    "tr": "table_row",
    "figcaption": "caption",
    "caption": "caption",
}
_BREAKING = frozenset(
    (
        *("html", "head", "title", "body", "div", "section", "article", "main", "header", "footer", "aside", "nav"),
        *("blockquote", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "form", "fieldset", "figure"),
        *("address", "details", "summary", "hr", "pre", "center"),
    )
)
_CELLS = frozenset(("td", "th"))
_IN_LAYOUT = ("p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text, the kind of its mark, and how many of its letters are links."""

    text: str
    kind: str | None = None
    linked: int = 0

    @property
    def is_link(self) -> bool:
        """Mostly there to be clicked."""
        return 2 * self.linked > len(self.text)


def body_blocks(tree: "_Element") -> list[Block]:
    """Everything that a page shows, menus, scripts and what stands at its margins aside."""
    body = tree.find("body")
    body = tree if body is None else body
    return list(_Flow(_SKIPPED | _AROUND).blocks(body)) or list(_Flow(_SKIPPED).blocks(body))


@dataclass(slots=True)
class _Flow:
    """Text met on the way down a tree, given out whenever a block starts or ends."""

    skipped: frozenset[str]
    pieces: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    links: int = 0
    linked: int = 0

    def blocks(self, tree: "_Element") -> Iterator[Block]:
        """Walk the tree without recursion, for it may be deep."""
        waiting: list[tuple[_Element, Iterator[_Element], str | None]] = []
        child: _Element | None = tree
        while True:
            if child is None:
                element, _, kind = waiting.pop()
                yield from self._leave(element, kind)
                if not waiting:
                    break
                self._add(element.tail)
            elif isinstance(child.tag, str) and child.tag not in self.skipped:
                kind = _kind(child)
                yield from self._enter(child, kind)
                waiting.append((child, iter(child), kind))
            else:
                self._add(f" {child.tail or ''}")
            child = next(waiting[-1][1], None)

    def _enter(self, element: "_Element", kind: str | None) -> Iterator[Block]:
        yield from self._turn(element, kind)
        if kind:
            self.within.append(kind)
        self.links += element.tag == "a"
        if element.tag == "br":
            self.pieces.append("\n")
        elif element.tag in _CELLS and self._in_row() and any(piece.strip() for piece in self.pieces):
            self.pieces.append(" | ")
        self._add(element.text)

    def _leave(self, element: "_Element", kind: str | None) -> Iterator[Block]:
        yield from self._turn(element, kind)
        if kind:
            self.within.pop()
        self.links -= element.tag == "a"

    def _add(self, text: str | None) -> None:
        """Line ends of the markup mean no more than a space."""
        if text:
            self.pieces.append(text.replace("\n", " ").replace("\r", " "))
            self.linked += len(text.strip()) if self.links else 0

    def _turn(self, element: "_Element", kind: str | None) -> Iterator[Block]:
        """A block starts or ends here, unless a table row holds it together."""
        if not (kind or element.tag in _BREAKING or element.tag in _KINDS or element.tag in _CELLS):
            return
        if self._in_row() and element.tag != "tr":
            self.pieces.append(" ")
        else:
            yield from self._out()

    def _in_row(self) -> bool:
        return "table_row" in self.within[-4:]

    def _out(self) -> Iterator[Block]:
        lines = "".join(self.pieces).split("\n")
        linked = self.linked
        self.pieces.clear()
        self.linked = 0
        kind = self.within[-1] if self.within else None
        for paragraph in _paragraphs([" ".join(line.split()) for line in lines]):
            yield Block(paragraph, kind, min(linked, len(paragraph)))


def _kind(element: "_Element") -> str | None:
    kind = _KINDS.get(element.tag)
    return None if kind == "table_row" and _is_layout(element) else kind


def _is_layout(row: "_Element") -> bool:
    """Its cells hold whole paragraphs: no table, but a page laid out by one."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    return any(len(list(islice(cell.iter(*_IN_LAYOUT), 2))) > 1 or cell.find("table") is not None for cell in cells)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Two line breaks in a row part paragraphs, one doesn't."""
    block: list[str] = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
        elif block:
            yield "\n".join(block)
            block = []
