"""How full a line is: by the width of its column, which the cut lines around it give.

A line that ends in a cut word is full, whatever its letters. Where no words are cut (a letter wrapped by a
mail program) the longest lines around give the width, in letters.
"""

from bisect import bisect_left

from pipeline.clean.draft import Line

_NARROW, _WIDE = "iîïjltfr'’.,;:!()[]|-I ", "mwœæMW…%—@"
_CAPITAL = "ABCDEFGHKNOPQRUVXYZÀÂÉÈÊËÎÏÔÙÛÇ"
_FEW = 3
_AROUND = 4
"""How many cut lines on either side tell a line's column."""
_NEAR = 8
"""How many lines on either side do where no words are cut."""


def _table() -> bytes:
    sizes = bytearray([50] * 256)
    for letters, size in ((_NARROW, 29), (_WIDE, 80), (_CAPITAL, 69), ("acesz", 43)):
        for byte in letters.encode("cp1252"):
            sizes[byte] = size
    return bytes(sizes)


_SIZES = _table()


def width(text: str) -> int:
    """Hundredths of the size of the type, by the letters of a common book face.

    >>> width("il tirait") < width("maman")
    True
    """
    return sum(text.encode("cp1252", "replace").translate(_SIZES))


class Columns:
    """The columns of a text's lines; all answers are shares of the column's width."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._cut = [i for i, line in enumerate(lines) if line.cut]
        self.justified = len(self._cut) >= _FEW
        self._columns: dict[int, int] = {}

    def room(self, i: int) -> float:
        """What line `i` leaves free; negative where it is wider than its neighbours."""
        return 1 - self._size(self._lines[i].text) / self._column(i)

    def word(self, i: int) -> float:
        """What the first word of line `i` takes, with the blank before it, in the column above."""
        return self._size(" " + self._lines[i].text.split(None, 1)[0]) / self._column(max(0, i - 1))

    def had_room(self, i: int) -> bool:
        """Whether the first word of line `i` would have had room above: the line ended on purpose."""
        return self.room(i - 1) >= self.word(i)

    def _size(self, text: str) -> int:
        return width(text) if self.justified else len(text)

    def _column(self, i: int) -> int:
        key = bisect_left(self._cut, i) if self.justified else i // _NEAR
        column = self._columns.get(key)
        if column is None:
            column = self._columns[key] = self._measure(key)
        return column

    def _measure(self, key: int) -> int:
        if self.justified:
            near = self._cut[max(0, key - _AROUND) : key + _AROUND]
            widths = sorted(width(self._lines[n].text) for n in near)
            return widths[len(widths) // 2]
        lines = self._lines[max(0, (key - 1) * _NEAR) : (key + 2) * _NEAR]
        return max(len(line.text) for line in lines)
