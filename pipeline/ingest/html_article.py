"""Where the article of a page begins and ends.

Trafilatura finds the sentences that are surely the article's, and leaves out more than menus: headings,
short list items, the line that tells the day. So its finds only say where the article lies; what stands
between them belongs to it, unless it is there to be clicked.
"""

from typing import TYPE_CHECKING

from pipeline.ingest.html_blocks import Block

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_ELEMENTS = 100_000
_ENOUGH = 0.4
"""The article holds at least this share of the page's running text, or the page is taken whole."""
_RUNNING = 60
_ABOVE = 12
"""A title stands no more blocks above the first sentence."""


def article(tree: "_Element", blocks: list[Block]) -> list[Block]:
    """The blocks of a page's article; all of them where it can't be told."""
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return blocks
    found = _found(tree)
    known = [at for at, block in enumerate(blocks) if any(_squeezed(line) in found for line in block.text.split("\n"))]
    if sum(_running(blocks[at]) for at in known) < max(1, _ENOUGH * sum(map(_running, blocks))):
        return blocks
    first, sure = next(at for at in known if _running(blocks[at])), set(known)
    span = range(_start(blocks, first), known[-1] + 1)
    return [blocks[at] for at in span if at in sure or not blocks[at].is_link]


def _running(block: Block) -> int:
    return len(block.text) if len(block.text) >= _RUNNING and not block.is_link else 0


def _start(blocks: list[Block], first: int) -> int:
    """The page's title, or else the headings right above the first sentence."""
    above = range(first, max(-1, first - _ABOVE - 1), -1)
    title = next((at for at in above if blocks[at].kind == "title"), None)
    if title is not None:
        return title
    while first and blocks[first - 1].kind == "heading" and not blocks[first - 1].is_link:
        first -= 1
    return first


def _found(tree: "_Element") -> set[str]:
    """What trafilatura takes for the article, block by block and line by line, without its spaces."""
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(tree, fast=True, favor_precision=True, include_comments=False)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, AssertionError):
        return set()  # the page will be taken whole
    body = getattr(found, "body", None)
    if body is None:
        return set()
    for line_break in body.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    texts = ("".join(element.itertext()) for element in body.iter("p", "head", "item", "quote", "row", "ab"))
    return {_squeezed(line) for text in texts for line in text.split("\n")} - {""}


def _squeezed(text: str) -> str:
    return "".join(text.replace("|", " ").split())
