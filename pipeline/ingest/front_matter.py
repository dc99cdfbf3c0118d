"""Front matter: what stands above a text to describe it.

Either lines between two `---`, or, without them, a first block of which every line is a known key and
its value, two at least. Anything else is text.
"""

import re

from pipeline.ingest.fields import MetadataRow, meaning, row

_FENCE = re.compile(r"\s*?---[ \t]*(?:\r\n|\n|\r)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_PAIR = re.compile(r"([^\W\d][\w\- ]{1,30}?)[ \t\u00a0]*:[ \t\u00a0]+(\S.*)")
_LONGEST = 20_000
"""A front matter has no more characters than this: what looks for its end stops there."""


def read_front_matter(text: str) -> tuple[int, MetadataRow]:
    r"""Where the body starts, and what stands before it.

    >>> read_front_matter("---\ntitre: « Oran »\ndate: 2015-03-12\n---\nLe ministre…")
    (41, MetadataRow(title='« Oran »', published_on=datetime.date(2015, 3, 12), publisher=None, url=None))
    """
    if opening := _FENCE.match(text):
        end = _END.search(text[:_LONGEST].replace("\r\n", " \n").replace("\r", "\n"), opening.end())
        if end and (pairs := _pairs(text[opening.end() : end.start()])):
            return _skip_line_end(text, end.end()), row(pairs)
        return 0, MetadataRow()
    return _header(text)


def _skip_line_end(text: str, at: int) -> int:
    return at + 1 if text[at - 1 : at + 1] == "\r\n" else at


def _pairs(block: str) -> list[tuple[str, str]]:
    """The (meaning, value) of a fenced block; lists, comments and unknown keys are passed over."""
    found = (_PAIR.fullmatch(line.strip()) for line in block.splitlines() if not line.startswith((" ", "\t", "#")))
    named = ((meaning(pair[1]) or "", _unquoted(pair[2])) for pair in found if pair)
    return list(named)


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _header(text: str) -> tuple[int, MetadataRow]:
    """A first block of known keys only, up to a blank line."""
    at = len(text) - len(text[:_LONGEST].lstrip()) if len(text) < _LONGEST else 0
    pairs: list[tuple[str, str]] = []
    for line in text[at:_LONGEST].splitlines(keepends=True):
        pair = _PAIR.fullmatch(line.strip())
        known = meaning(pair[1]) if pair else None
        if not pair or not known or known == "file":
            break
        pairs.append((known, _unquoted(pair[2])))
        at += len(line)
    follows = text[at : at + 2]
    return (at, row(pairs)) if len(pairs) > 1 and follows[:1] in ("\n", "\r") else (0, MetadataRow())
