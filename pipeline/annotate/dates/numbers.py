"""Numbers in digits and in words, and what they can count as: a day, a month, a year, an hour."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Found = tuple[str, int, object]

KINDS = frozenset({
    "number", "ordinal", "day", "day_number", "month_number", "two_digits", "tens", "year", "short_year",
    "thousands", "hour", "minute",
})  # fmt: skip
"""What a number can count as."""
FIRST_YEAR, LAST_YEAR = 1000, 2199
_HYPHEN, _AND, _HUNDRED, _THOUSAND = "-", "et", 100, 1000


@dataclass(frozen=True, slots=True)
class NumberWords:
    """French number words: `cardinals` and `ordinals` by folded word, and what may follow a figure (« 2e »)."""

    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    endings: frozenset[str]
    first: frozenset[str]

    def words(self) -> set[str]:
        """Every word that can stand in a number."""
        return {*self.cardinals, *self.ordinals, *self.endings, *self.first, "et", "-", ",", ".", "'"}

    def first_words(self) -> set[str]:
        """The words that a number can begin with."""
        return {*self.cardinals, *self.ordinals, *self.first}

    def last_words(self) -> set[str]:
        """The words that a number can end with."""
        return {*self.cardinals, *self.ordinals, *self.endings, *self.first}

    def read(self, forms: tuple[str, ...], glued: tuple[bool, ...], at: int) -> Iterator[Found]:
        """Every number that starts at a token, as (kind, end, value)."""
        form = forms[at]
        if form[0] in "0123456789":
            yield from self._figures(forms, glued, at)
        elif form in self.cardinals:
            yield from self._spelled(forms, at)
        elif form in self.ordinals:
            yield "ordinal", at + 1, self.ordinals[form]
        if form in self.first:
            yield "day", at + 1, 1

    def _figures(self, forms: tuple[str, ...], glued: tuple[bool, ...], at: int) -> Iterator[Found]:
        form = forms[at]
        if len(form) > 4:
            return
        value, next_at = int(form), at + 1
        following = forms[next_at] if next_at < len(forms) else ""
        joined = bool(following) and glued[next_at]
        yield from _kinds(form, value, next_at)
        if joined and following in self.endings:
            yield "ordinal", next_at + 1, value
            if 1 <= value <= 31:
                yield "day", next_at + 1, value
        elif joined and following in ",." and next_at + 1 < len(forms) and glued[next_at + 1]:
            decimals = forms[next_at + 1]
            if decimals.isdecimal() and len(decimals) < 4:
                yield "number", next_at + 2, float(f"{form}.{decimals}")
        elif len(following) == 3 and following.isdecimal() and not joined and len(form) < 4:
            yield "number", next_at + 1, int(form + following)

    def _spelled(self, forms: tuple[str, ...], at: int) -> Iterator[Found]:
        """Every beginning of a row of number words that is itself a number."""
        total, group, last, index = 0, 0, 0, at
        while index < len(forms):
            word = forms[index]
            if index > at and word in (_HYPHEN, _AND):
                index += 1
                continue
            unit = self.cardinals.get(word)
            if unit is None or not _fits(group, last, unit, total, forms[index - 1] if index > at else ""):
                ordinal = self.ordinals.get(word)
                if ordinal and group and ordinal < 10 <= last % 100:
                    yield "ordinal", index + 1, total + group + ordinal
                return
            total, group = _added(total, group, unit, last)
            last, index = unit, index + 1
            yield from _counts(total + group, index, alone=index == at + 1)


def romans() -> dict[str, int]:
    """Roman numerals as they stand before « siècle », with and without their ending.

    >>> romans()["xxie"], romans()["xix"], romans()["ier"]
    (21, 19, 1)
    """
    tens, ones = ("", "x", "xx"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    plain = {tens[n // 10] + ones[n % 10]: n for n in range(1, 30)}
    return {form + ending: n for form, n in plain.items() for ending in ("", "e", "eme", "er", "ieme")}


def _counts(value: int, end: int, *, alone: bool) -> Iterator[Found]:
    yield "number", end, value
    if 1 <= value <= 31 and not (alone and value == 1):
        yield "day", end, value
    if value <= 24:
        yield "hour", end, value
    if value < 60:
        yield "minute", end, value
    if not alone and FIRST_YEAR <= value <= LAST_YEAR:
        yield "year" if value % _THOUSAND else "thousands", end, value
    if 10 <= value < 100 and value % 10 == 0:
        yield "tens", end, value


def _kinds(form: str, value: int, end: int) -> Iterator[Found]:
    yield "number", end, value
    if len(form) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        yield "year", end, value
    elif len(form) == 3:
        yield "short_year", end, value
    elif len(form) <= 2:
        if 1 <= value <= 31:
            yield "day", end, value
            yield "day_number", end, value
        if 1 <= value <= 12:
            yield "month_number", end, value
        if value <= 24:
            yield "hour", end, value
        if len(form) == 2:
            yield "two_digits", end, value
            if value % 10 == 0 and value:
                yield "tens", end, value
        if value < 60:
            yield "minute", end, value


def _fits(group: int, last: int, unit: int, total: int, before: str) -> bool:
    """Whether a number word goes on from those before it: « quatre-vingt-dix », not « deux trois »."""
    if not last:
        return unit != 0 or not group
    if before == _AND:
        return unit in (1, 11) and last >= 20
    if unit == _THOUSAND:
        return not total and group < _THOUSAND
    if unit == _HUNDRED:
        return 2 <= group % 1000 <= 19
    if unit == 20 and last == 4:
        return True
    if last in (_HUNDRED, _THOUSAND):
        return 0 < unit < last
    if last == 10:
        return 7 <= unit <= 9
    tens = group % 100
    return tens >= 20 and tens % 10 == 0 and 0 < unit < (20 if tens in (60, 80) else 10)


def _added(total: int, group: int, unit: int, last: int) -> tuple[int, int]:
    if unit == _THOUSAND and last:
        return total + max(group, 1) * _THOUSAND, 0
    if unit == _THOUSAND:
        return _THOUSAND, 0
    if unit == _HUNDRED and last and last != _THOUSAND:
        return total, group * _HUNDRED
    if unit == 20 and last == 4:
        return total, group - 4 + 80
    return total, group + unit
