"""From bytes to text: the encodings of French files.

In order: a byte-order mark, UTF-16 that betrays itself by its zero bytes, UTF-8, UTF-8 with a few bad
bytes, and of the old one-byte encodings the one in which the high bytes read as French.
"""

import re
from collections import Counter

from pipeline.errors import Reject

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_LONE_SURROGATE = re.compile(rb"(?:\xed[\xa0-\xbf][\x80-\xbf])+")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LATIN_9_LETTER = re.compile(rb"[A-Za-z][\xbc\xbd]|[\xbc\xbd][A-Za-z]|\d[ \xa0]?\xa4")
_LETTERS = "éèàùçêîôûâëïüœæ"
_WEIGHTS = dict.fromkeys(_LETTERS, 2) | dict.fromkeys(_LETTERS.upper() + "«»’‘“”…–—€°\xa0§·•", 1)
"""What stands in French texts: the more high bytes read so, the likelier the encoding."""


def decode(data: bytes, declared: str | None = None) -> str:
    r"""The text in `data`, without byte-order mark; raises `Reject` where there is none.

    `declared` is the one-byte encoding that the file itself names, if it does.

    >>> decode("Été à Orléans, déjà".encode("mac_roman")), decode("C’est l’été".encode("cp1252"))
    ('Été à Orléans, déjà', 'C’est l’été')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _without_nulls(data[len(mark) :].decode(encoding, "replace"))
    if b"\0" in data:
        return _without_nulls(data.decode(_wide(data), "replace"))
    _refuse_controls(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _lenient(data) if _is_nearly_utf8(data) else _one_byte(data, declared)


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: text has nearly all its zero bytes on one side."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if max(even, odd) > 0.6 * len(data) / 2 and min(even, odd) < 0.01 * len(data):
        return "utf-16-be" if even > odd else "utf-16-le"
    raise Reject("binary", "it has zero bytes, which no text has")


def _without_nulls(text: str) -> str:
    if "\0" in text or text.count("\ufffd") > 0.1 * len(text):
        raise Reject("binary", "what follows the byte-order mark is no text")
    return text


def _refuse_controls(data: bytes) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > 8 and controls > 0.005 * len(data):
        raise Reject("binary", f"{controls:,} of its {len(data):,} bytes are control characters")


def _is_nearly_utf8(data: bytes) -> bool:
    """The sequences that only UTF-8 makes outnumber the places that break its rules."""
    rest, good = _SEQUENCE.subn(b"", _LONE_SURROGATE.sub(b"", data))
    bad = len(re.findall(rb"[\x80-\xff]+", rest))
    return good > 0 and good >= bad


def _lenient(data: bytes) -> str:
    """UTF-8; a bad byte among plain letters is taken for what Windows means by it."""
    pieces = re.split(rb"((?<![\x80-\xff])[\xa0-\xff](?![\x80-\xff]|\Z))", data)
    return "".join(piece.decode("cp1252" if i % 2 else "utf-8", "replace") for i, piece in enumerate(pieces))


def _one_byte(data: bytes, declared: str | None) -> str:
    counts = Counter(data.translate(None, bytes(range(128))))
    encoding = declared or _likeliest(data, counts)
    high, score = counts.total(), _score(counts, encoding)
    if not declared and (score < 0 or (high > 0.3 * len(data) and score < high)):
        raise Reject("undecodable", f"{high:,} of its {len(data):,} bytes fit no encoding of French")
    return data.decode(encoding, "replace")


def _likeliest(data: bytes, counts: Counter[int]) -> str:
    if _score(counts, "mac_roman") > _score(counts, "cp1252"):
        return "mac_roman"
    has_windows = any(128 <= byte < 160 for byte in counts)
    return "iso8859-15" if not has_windows and _LATIN_9_LETTER.search(data) else "cp1252"


def _score(counts: Counter[int], encoding: str) -> int:
    """How French the high bytes read: a mark that French doesn't use counts against it."""
    read = ((bytes([byte]).decode(encoding, "replace"), n) for byte, n in counts.items())
    return sum(_WEIGHTS.get(character, -2) * n for character, n in read)
