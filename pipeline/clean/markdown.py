"""Markdown's signs, taken out so that a text reads as it is shown: emphasis, links, headings, rules."""

import re

from pipeline.aligned import AlignedText, Edit

_LINK = re.compile(r"(!?\[)[^\[\]\n]{0,500}(\](?:\([^()\n]{0,1000}\)|\[[^\[\]\n]{0,100}\]))")
_STRONG = re.compile(r"(\*\*|__)(?=\S)[^*_\n]{1,1000}(?<=\S)(\1)")
_STRESS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])[^*_\n]{1,1000}(?<=\S)(\1)(?![\w*])")
HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
RULE = re.compile(r"(?:[*_=-] ?){3,}|```.{0,40}|\|?(?: ?:?-{3,}:? ?\|){1,40}(?: ?:?-{3,}:?)?")
QUOTE = re.compile(r"(?:> ?)+(?=\S)")


def drop_signs(text: AlignedText) -> AlignedText:
    """Take out what marks emphasis and links; their words stay.

    >>> str(drop_signs(AlignedText.of("Le **Sénat** a [voté](https://exemple.fr) *hier*.")))
    'Le Sénat a voté hier.'
    """
    for pattern in (_LINK, _STRONG, _STRESS):
        edits: list[Edit] = []
        for match in pattern.finditer(str(text)):
            edits += [(*match.span(1), ""), (*match.span(2), "")]
        text = text.replace(edits) if edits else text
    return text
