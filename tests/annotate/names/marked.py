"""Truth written into the text: « le [Sénat](ORG) », « [Marie Lanoix](PER=directrice) »."""

import re

_MARK = re.compile(r"\[([^\[\]]+)\]\((PER|ORG|LOC)(?:=([^()]+))?\)")

Name = tuple[str, str]


def parse(marked: str) -> tuple[str, list[Name], dict[str, str]]:
    """The text, its names in order with their labels, and the title of every person that has one."""
    names = [(m[1], m[2]) for m in _MARK.finditer(marked)]
    return _MARK.sub(r"\1", marked), names, {m[1]: m[3] for m in _MARK.finditer(marked) if m[3]}
