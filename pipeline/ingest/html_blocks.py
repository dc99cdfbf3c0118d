"""A tree of elements into blocks of text: headings, paragraphs, list items, table rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

Block = tuple[str, str | None]
"""Text, and the kind of its mark."""

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
_ARTICLE_KINDS = {"head": "heading", "p": "paragraph", "item": "list_item", "row": "table_row", "quote": "paragraph"}
_BREAKING = frozenset(
    (
        *("html", "head", "title", "body", "div", "section", "article", "main", "header", "footer", "aside"),
        *("blockquote", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "form", "fieldset", "figure"),
        *("address", "details", "summary", "hr", "pre", "center", "list", "graphic", "code"),
    )
)
_CELLS = frozenset(("td", "th", "cell"))
_LINE_BREAKS = frozenset(("br", "lb"))


def body_blocks(tree: "_Element") -> list[Block]:
    """Everything that a page shows, menus, scripts and what stands at its margins aside."""
    body = tree.find("body")
    body = tree if body is None else body
    return list(_Flow(_KINDS, _SKIPPED | _AROUND).blocks(body)) or list(_Flow(_KINDS, _SKIPPED).blocks(body))


def article_blocks(body: "_Element | None") -> list[Block]:
    """What trafilatura took for the article, out of its own tree."""
    return [] if body is None else list(_Flow(_ARTICLE_KINDS, _SKIPPED).blocks(body))


@dataclass(slots=True)
class _Flow:
    """Text met on the way down a tree, given out whenever a block starts or ends."""

    kinds: dict[str, str]
    skipped: frozenset[str]
    pieces: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)

    def blocks(self, tree: "_Element") -> Iterator[Block]:
        waiting = [(tree, iter(tree))]
        yield from self._enter(tree)
        while waiting:
            element, children = waiting[-1]
            child = next(children, None)
            if child is None:
                waiting.pop()
                yield from self._leave(element, tail=bool(waiting))
            elif not isinstance(child.tag, str) or child.tag in self.skipped:
                self.pieces.append(" " + (child.tail or ""))
            else:
                yield from self._enter(child)
                waiting.append((child, iter(child)))

    def _enter(self, element: "_Element") -> Iterator[Block]:
        yield from self._turn(element)
        if kind := self._kind(element):
            self.within.append(kind)
        if element.tag in _LINE_BREAKS:
            self.pieces.append("\n")
        elif element.tag in _CELLS and self._row_has_text():
            self.pieces.append(" | ")
        self.pieces.append(_spaces(element.text))

    def _leave(self, element: "_Element", tail: bool) -> Iterator[Block]:
        yield from self._turn(element)
        if self._kind(element):
            self.within.pop()
        if tail:
            self.pieces.append(_spaces(element.tail))

    def _kind(self, element: "_Element") -> str | None:
        kind = self.kinds.get(element.tag)
        return "title" if kind == "heading" and element.get("rend") == "h1" else kind

    def _turn(self, element: "_Element") -> Iterator[Block]:
        """A block starts or ends here, unless a table row holds it together."""
        in_row = "table_row" in self.within[-4:] and element.tag not in ("tr", "row")
        if in_row and (element.tag in _BREAKING or element.tag in self.kinds):
            self.pieces.append(" ")
        elif element.tag in _BREAKING or element.tag in self.kinds:
            yield from self._out()

    def _row_has_text(self) -> bool:
        return any(piece.strip() for piece in self.pieces)

    def _out(self) -> Iterator[Block]:
        lines = "".join(self.pieces).split("\n")
        self.pieces.clear()
        kind = self.within[-1] if self.within else None
        for paragraph in _paragraphs([" ".join(line.split()) for line in lines]):
            yield paragraph, kind


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Two line breaks in a row part paragraphs, one doesn't."""
    block: list[str] = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
        elif block:
            yield "\n".join(block)
            block = []


def _spaces(text: str | None) -> str:
    """Line ends of the markup mean no more than a space."""
    return text.replace("\n", " ").replace("\r", " ") if text else ""
