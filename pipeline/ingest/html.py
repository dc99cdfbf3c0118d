"""Web pages: the article where one is found, or the whole body.

The tree is built by lxml from text that is decoded here, after what would make it slow or too deep has
been taken off. Scripts and styles never reach the text, and nothing is fetched.
"""

import re
from html import unescape
from typing import TYPE_CHECKING

from pipeline.errors import Reject
from pipeline.ingest.content import Content, Writer, tidy
from pipeline.ingest.encoding import decode
from pipeline.ingest.html_article import article
from pipeline.ingest.html_blocks import Block, body_blocks
from pipeline.ingest.html_metadata import read_metadata
from pipeline.ingest.text import refuse_empty

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^<>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_LATIN_1 = {"iso8859-1", "ascii"}
_ONE_BYTE = ("cp", "iso8859", "mac-", "koi8")
_LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]{0,40})[^<>]{4000,}>")
_UNWANTED = ("script", "style", "template", "svg", "noscript")
_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>")
_CONTROLS = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DEEPEST = 500
_LARGE = 2
"""A page of so many times the characters that are allowed is looked at before it is parsed."""


def read_html(data: bytes, max_characters: int) -> Content:
    """What a web page says; raises `Reject`."""
    source = _CONTROLS.sub("", decode(data, declared_encoding(data)))
    if len(source) > _LARGE * max_characters and len(_stripped(source)) > max_characters:
        raise Reject("too_long", f"more than {max_characters:,} characters")
    tree = _tree(source)
    blocks = [] if tree is None else article(tree, body_blocks(tree))
    if not blocks:
        blocks = [Block(line) for line in _stripped(source).splitlines()]
    writer = Writer()
    for block in blocks:
        writer.add(block.text, block.kind)
    refuse_empty(writer.text)
    page = read_metadata(tree)
    return Content(
        writer.text,
        tuple(writer.marks),
        title=tidy(page.title),
        published_on=page.published_on,
        publisher=tidy(page.publisher),
        url=tidy(page.url),
    )


def declared_encoding(data: bytes) -> str | None:
    """The one-byte encoding that the page names; browsers take Latin-1 for Windows-1252, and so does this.

    >>> declared_encoding(b'<meta charset="iso-8859-1">'), declared_encoding(b'<meta charset="utf-8">')
    ('cp1252', None)
    """
    import codecs

    found = _CHARSET.search(data[:4096])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except (LookupError, ValueError):
        return None
    if name in _LATIN_1:
        return "cp1252"
    return name if name.startswith(_ONE_BYTE) and name != "cp65001" else None


def _tree(source: str) -> "_Element | None":
    """The parsed page, without what parses slowly; null where it is too deep for a tree."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(_LONG_TAG.sub(r"<\1>", source).encode("utf-8", "ignore"), parser)
    except (etree.LxmlError, ValueError):
        return None
    return tree if tree is not None and _depth(tree) < _DEEPEST else None


def _depth(tree: "_Element") -> int:
    from lxml import etree

    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _stripped(source: str) -> str:
    """The page without its tags, for pages that make no tree; linear in their length."""
    kept = source
    for name in _UNWANTED:
        kept = _without(kept, f"<{name}", f"</{name}")
    kept = _without(kept, "<!--", "-->")
    text = unescape(_TAG.sub("\n", kept))
    return _CONTROLS.sub("", "\n".join(line for line in (" ".join(part.split()) for part in text.splitlines()) if line))


def _without(source: str, opening: str, closing: str) -> str:
    """Cut out every stretch between two strings; one that never closes goes to the end."""
    lower, pieces, at = source.lower(), [], 0
    if len(lower) != len(source):
        lower = source
    while (start := lower.find(opening, at)) >= 0:
        pieces.append(source[at:start])
        end = lower.find(closing, start + len(opening))
        at = lower.find(">", end) + 1 if end >= 0 else 0
        if not at:
            return "".join(pieces)
    return "".join([*pieces, source[at:]])
