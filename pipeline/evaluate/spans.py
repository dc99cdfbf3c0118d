"""Where the words of the gold stand in a text."""

import re

Span = tuple[int, int]


def locate(text: str, needle: str, start: int = 0) -> Span | None:
    """Where `needle` stands in the text from `start` on, whatever its spaces and apostrophes; else None.

    >>> locate("Reçu à l’aube, le 3  mai", "l'aube"), locate("Reçu à l’aube, le 3  mai", "3 mai")
    ((7, 13), (18, 24))
    """
    parts = (r"\s*" if c.isspace() else "['’]" if c in "'’" else re.escape(c) for c in needle)
    found = re.compile(r"(?<!\w)" + "".join(parts) + r"(?!\w)").search(text, start)
    return found and found.span()


def meets(span: Span | None, start: int, end: int) -> bool:
    """Whether a span shares a character with another; none meets nothing."""
    return span is not None and start < span[1] and span[0] < end


def sentence_of(text: str, span: Span) -> Span:
    """The sentence around a span, as far as full stops and blank lines tell."""
    cuts = [m.end() for m in re.finditer(r"(?<!\b[A-Z])[.!?…][»”\"]?\s+(?=[A-ZÀ-Ý«“\"])|\n\s*\n", text)]
    first = max((cut for cut in cuts if cut <= span[0]), default=0)
    return first, min((cut for cut in cuts if cut >= span[1]), default=len(text))
