"""The words of a page with their places, as pdfium sees them.

The only module that asks pdfium about text: plain calls in one loop, because a page has thousands of
characters and an object for each would cost more than all the rest.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

UNREADABLE = "\ufffd"
_READ_AS = {2: "-", 0xFFFE: "-", 0: UNREADABLE, 0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓"}
"""What pdfium puts for a hyphen at a line end and a letter that the font doesn't name, and symbol fonts for bullets."""
_SPACES = frozenset((*range(1, 33), 0x7F, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0xFEFF)) - {2}
_BOLD = ("bold", "black", "heavy", "demi", "cmbx", "sfbx")
_ITALIC = ("ital", "obli", "slant", "cmti", "sfti", "cmsl", "sfsl")
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 1 << 6, 1 << 18
_HEAVY = 520
_SHIFT, _RAISED, _DROP = 0.15, 0.6, 0.45
_LEAST_SIZE = 0.1
_LARGEST_PAGE = 20_000


@dataclass(frozen=True, slots=True)
class Font:
    """What tells one kind of letters from another."""

    name: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them on the baseline `y`, from `x0` to `x1`; points, `y` grows upwards.

    `angle` is in quarter turns; `hyphens` are the widths of its hyphens, as shares of the size.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: Font
    angle: int = 0
    hyphens: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page's words in the order in which the file draws them, turned upright."""

    words: tuple[Word, ...]


def read_page(page: "PdfPage") -> Page:
    """Take the words out of a page; the caller closes it."""
    bounds = page.get_bbox()
    text = page.get_textpage()
    try:
        return Page(tuple(_upright([word for word in _Characters(text).words() if _is_on(word, bounds)])))
    finally:
        text.close()


class _Characters:
    """A page's characters, asked for one by one through values that pdfium fills in."""

    def __init__(self, text: "PdfTextPage") -> None:
        import pypdfium2.raw as pdfium

        self._pdfium: Any = pdfium
        self._raw = text.raw
        self._count: int = text.count_chars()
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()

    def words(self) -> Iterator[Word]:
        """The words in the file's order; a new one starts at a space and wherever the pen jumps."""
        unicode_of, origin_of, raw = self._pdfium.FPDFText_GetUnicode, self._pdfium.FPDFText_GetCharOrigin, self._raw
        x_value, y_value = ctypes.c_double(), ctypes.c_double()
        x_at, y_at = ctypes.byref(x_value), ctypes.byref(y_value)
        letters: list[str] = []
        last_x = last_y = size = 0.0
        quarters = 0
        start: tuple[float, float, float, int, Font] | None = None
        for i in range(self._count):
            code = unicode_of(raw, i)
            if code in _SPACES:
                if start:
                    yield self._word(letters, start, i - 1)
                    letters, start = [], None
                continue
            origin_of(raw, i, x_at, y_at)
            x, y = x_value.value, y_value.value
            if quarters:
                x, y = _turned(x, y, quarters)
            if start and (
                x < last_x - 0.3 * size or (abs(y - last_y) > _SHIFT * size and self._leaves(i, y, last_y, size))
            ):
                yield self._word(letters, start, i - 1)
                letters, start = [], None
            if start is None:
                size, quarters, font = self._look(i)
                x, y = _turned(x_value.value, y_value.value, quarters)
                start = (x, y, size, quarters, font)
            letters.append(_READ_AS.get(code) or (chr(code) if not 0xD800 <= code < 0xE000 else UNREADABLE))
            last_x, last_y = x, y
        if start:
            yield self._word(letters, start, self._count - 1)

    def _leaves(self, i: int, y: float, last_y: float, size: float) -> bool:
        """A shift of the baseline is more than that of a raised letter: another line, or one beside a drop cap."""
        return abs(y - last_y) > _RAISED * size or self._look(i)[0] < _DROP * size

    def _word(self, letters: list[str], start: tuple[float, float, float, int, Font], last: int) -> Word:
        x, y, size, angle, font = start
        self._pdfium.FPDFText_GetLooseCharBox(self._raw, last, ctypes.byref(self._box))
        corners = ((self._box.left, self._box.bottom), (self._box.right, self._box.top))
        x1 = max(_turned(left, bottom, angle)[0] for left, bottom in corners)
        hyphens = tuple(self._width(last + 1 + at - len(letters)) / size for at, c in enumerate(letters) if c == "-")
        return Word(_shown("".join(letters)), x, max(x, x1), y, size, font, angle, hyphens)

    def _width(self, i: int) -> float:
        self._pdfium.FPDFText_GetLooseCharBox(self._raw, i, ctypes.byref(self._box))
        return float(abs(self._box.right - self._box.left))

    def _look(self, i: int) -> tuple[float, int, Font]:
        """Size on the page, quarter turns and font of a character."""
        size = self._pdfium.FPDFText_GetFontSize(self._raw, i)
        angle = 0
        if self._pdfium.FPDFText_GetMatrix(self._raw, i, ctypes.byref(self._matrix)):
            m = self._matrix
            size *= math.hypot(m.c, m.d)
            angle = round(math.atan2(m.b, m.a) / (math.pi / 2)) % 4 if m.b or m.a < 0 else 0
        self._pdfium.FPDFText_GetFontInfo(self._raw, i, self._name, 128, ctypes.byref(self._flags))
        weight = self._pdfium.FPDFText_GetFontWeight(self._raw, i)
        return max(size, _LEAST_SIZE), angle, _font(self._name.value, self._flags.value, weight)


@lru_cache(maxsize=1024)
def _font(raw_name: bytes, flags: int, weight: int) -> Font:
    name = raw_name.decode("utf-8", "replace")
    low = name.lower()
    bold = any(part in low for part in _BOLD) or bool(flags & _FORCE_BOLD_FLAG) or weight >= _HEAVY
    return Font(name, bold, any(part in low for part in _ITALIC) or bool(flags & _ITALIC_FLAG))


def _shown(text: str) -> str:
    """A soft hyphen that has a glyph is a hyphen; at the end it may be one that cuts the word.

    >>> _shown("vice\u00adprésident"), _shown("diplo\u00ad") == "diplo\u00ad"
    ('vice-président', True)
    """
    return text[:-1].replace("\u00ad", "-") + text[-1:] if "\u00ad" in text else text


def _is_on(word: Word, bounds: tuple[float, float, float, float]) -> bool:
    """It starts on the page: what printers note beside it, and what has no place at all, is no text."""
    x, y = _turned(word.x0, word.y, -word.angle % 4)
    left, bottom, right, top = bounds
    return left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1 and abs(word.x1) < _LARGEST_PAGE


def _turned(x: float, y: float, quarters: int) -> tuple[float, float]:
    """A point after the page has been turned so that what ran at `quarters` runs to the right."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarters]


def _upright(words: list[Word]) -> list[Word]:
    """The words that run as most of the page does; those that run across it (a margin's legend) are left out."""
    if not words:
        return []
    angle = Counter(word.angle for word in words).most_common(1)[0][0]
    return [word for word in words if word.angle == angle]
