"""Characters: mojibake, decomposed accents, ligatures, spaces of every width, what can't be seen.

Takes and gives an aligned text. Apostrophes, quotation marks and dashes stay as printed; line ends stay,
for they are what the next steps read.
"""

import re
import unicodedata

from pipeline.aligned import AlignedText, Edit
from pipeline.clean.mojibake import mend_mojibake

SPACES = dict.fromkeys(
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
"""No-break and thin spaces: printed, they keep words on one line; in a table they only hide that two are alike."""
HYPHENS = dict.fromkeys("\u2010\u2011", "-")
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

_SAME_LENGTH = SPACES | HYPHENS
_LIGATURE = re.compile("[" + "".join(LIGATURES) + "]")
_NEVER_SEEN = (
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\uffff"
    "\x00\x01\x03-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"
)
_MAYBE_UNSEEN = re.compile(f"[{_NEVER_SEEN}\u00ad\ufffe\x02]")
_UNSEEN = re.compile(
    f"[{_NEVER_SEEN}]+"
    "|\u00ad(?![ \t]*(?:[\r\n\f]|$))"  # a soft hyphen at a line end is a cut word
    "|(?<![^\\W_])[\u00ad\ufffe\x02]"  # so is what PDF readers put for a printed hyphen, behind a letter
)
_MARK = re.compile("[\u0300-\u036f]")
_MARKS = re.compile("([\u0300-\u036f]{30})[\u0300-\u036f]+")
_NOT_LATIN = re.compile("[^\x00-\u02ff]+")


def mend_characters(text: AlignedText) -> AlignedText:
    r"""Write every character as it was meant.

    >>> str(mend_characters(AlignedText.of("Mise a\u0300 jour\u00a0:\u200b l’of\ufb01ce franÃ§ais")))
    'Mise à jour : l’office français'
    """
    if str(text).isascii():
        return drop_unseen(fold_spaces(text))
    return compose_accents(part_ligatures(drop_unseen(fold_spaces(mend_mojibake(text)))))


def fold_spaces(text: AlignedText) -> AlignedText:
    """Make every space a plain one and every hyphen the keyboard's, one for one."""
    plain = str(text)
    for character, new in _SAME_LENGTH.items():
        plain = plain.replace(character, new)
    return AlignedText(plain, text.runs())


def drop_unseen(text: AlignedText) -> AlignedText:
    """Take out zero-width, directional and control characters, and soft hyphens inside a line."""
    return text.sub(_UNSEEN, "") if _MAYBE_UNSEEN.search(str(text)) else text


def part_ligatures(text: AlignedText) -> AlignedText:
    """Write a typesetter's ligature as its letters; œ and æ are letters of French."""
    return text.sub(_LIGATURE, lambda match: LIGATURES[match[0]]) if _LIGATURE.search(str(text)) else text


def compose_accents(text: AlignedText) -> AlignedText:
    """Compose accents (Unicode NFC), a base letter and its marks at a time.

    More than thirty marks on one letter are no writing, and are cut to thirty.
    """
    text = text.sub(_MARKS, r"\1") if _MARK.search(str(text)) else text
    if unicodedata.is_normalized("NFC", str(text)):
        return text
    return text.replace(_compositions(str(text)))


def _compositions(text: str) -> list[Edit]:
    edits: list[Edit] = []
    for match in _NOT_LATIN.finditer(text):
        start = max(match.start() - 1, 0)
        for at in range(match.start(), match.end()):
            if unicodedata.combining(text[at]) or "\u1160" <= text[at] <= "\u11ff":
                continue
            edits += _composed(text, start, at)
            start = at
        edits += _composed(text, start, match.end())
    return edits


def _composed(text: str, start: int, end: int) -> list[Edit]:
    new = unicodedata.normalize("NFC", text[start:end])
    return [(start, end, new)] if new != text[start:end] else []
