"""A text as the rules on names see it: its capitalised words, and what the lexicon says where they stand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from pipeline.annotate.names.entries import Entry, Form
from pipeline.annotate.names.lexicon import Lexicon
from pipeline.annotate.names.plain import lowered, plain

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(c) for c in range(0x100, 0x250) if chr(c).isupper())
_CAPITAL = re.compile(
    rf"[{UPPER}](?<!\w.)"
    rf"(?:(?:(?<=[PCT])h)?\.-?(?:(?:[{UPPER}]|[PCT]h)\.-?){{0,5}}(?!\w)|(?:(?<=[OMN])'[{UPPER}])?\w*(?:[-&]\w+)*)"
)
"""Starts with the capital, which is quickly looked for, and then looks back whether a word starts with it."""
_ELIDED = frozenset(("L", "D", "C", "J", "M", "N", "S", "T", "Qu", "Jusqu", "Lorsqu", "Puisqu", "Aujourd", "Quelqu"))
_LEADING = ' "«“”(‘[–—-•*\t'
_STOPS = ".!?:;…\n»|"
_ARTICLE = re.compile(r"(?:[Ll]es? |[Ll]a |[LlDd]'|[Dd]es |[Dd]u |[Aa]ux? )")
_SHORT = 3
_PARAGRAPH = re.compile(r"[^\n]+")

DIRECTION = re.compile(r" \w+(?:ale?|aux|ales|iale?|entale?|ique)(?!\w)")
"""What may follow a region's name: « Afrique équatoriale », « mer de Chine orientale »."""


class Span(NamedTuple):
    """A name that a rule or the model proposes for `text[start:end]`.

    `strength` settles overlaps. `kind` and `country` are what the rule knows of the thing named. A tuple, as
    most proposals are dropped again and a tuple is made in a third of the time.
    """

    start: int
    end: int
    label: str
    source: str
    strength: int
    kind: str | None = None
    country: str | None = None


class Capital(NamedTuple):
    """A capitalised word; `initial` where any word would have its capital: a sentence or a line starts."""

    start: int
    end: int
    word: str
    initial: bool
    entry: Entry


class Page:
    """The text, its capitalised words in order, its lines in capitals, and the model's entities."""

    def __init__(self, text: str, model: tuple[tuple[int, int, str], ...], lexicon: Lexicon) -> None:
        self.text = text
        self.plain = plain(text)
        self.lower = lowered(self.plain)
        self.model = model
        self.lexicon = lexicon
        self._openings = lexicon.openings.find(self.lower)
        self.headlines = [m.span() for m in _PARAGRAPH.finditer(self.plain) if _shouts(m[0])]
        self.capitals = list(_capitals(self.plain, lexicon))
        self.at = {c.start: i for i, c in enumerate(self.capitals)}
        self._seen = {_without_article(self.plain, a): (b, label) for a, b, label in model}
        forms = ((c.start, self._form(c)) for c in self.capitals if c.entry.forms)
        self._forms = {start: found for start, found in forms if found is not None}

    def opened(self, sort: str, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """`pattern.finditer(text)`, tried only where the lexicon knows an opening of this sort."""
        done = 0
        for start in self._openings[sort]:
            if start >= done and (match := pattern.match(text, start)):
                done = match.end()
                yield match

    def gap(self, i: int) -> str:
        """What stands between a capitalised word and the next."""
        return self.plain[self.capitals[i].end : self.capitals[i + 1].start]

    def form(self, start: int) -> tuple[Form, int] | None:
        """The known place or organisation that a capitalised word starts, and its end."""
        return self._forms.get(start)

    def _form(self, capital: Capital) -> tuple[Form, int] | None:
        for form in capital.entry.forms:
            end = capital.start + form.length
            if self._stands(capital.start, end, form, capital):
                return form, end
        return None

    def _stands(self, start: int, end: int, form: Form, capital: Capital) -> bool:
        """The words are those of the form, whole; an organisation has its capitals too."""
        if end > len(self.plain) or self.plain[end : end + 1].isalnum() or not self.plain[end - 1 : end].strip():
            return False
        written = self.plain[start:end]
        if form.label == "ORG":
            return written in self.lexicon.exact and (end >= capital.end or self.plain[end] != "-")
        if end < capital.end and self.plain[end] == "-":
            return False
        if len(written) <= _SHORT and written.isupper() and not form.text.isupper() and not self.in_headline(start):
            return False  # « le VAR » is not the Var
        return self.lexicon.fold(written) == form.folded and _capitals_kept(written, form.text)

    def model_at(self, at: int) -> list[tuple[int, int, str]]:
        """The model's entity that reaches over the code point before `at`, if there is one."""
        k = bisect_right(self.model, (at - 1, len(self.plain) + 1, "")) - 1
        return [self.model[k]] if k >= 0 and self.model[k][1] >= at else []

    def capitals_in(self, start: int, end: int) -> list[Capital]:
        """The capitalised words that start in the stretch."""
        low = bisect_left(self.capitals, start, key=by_start)
        return self.capitals[low : bisect_left(self.capitals, end, key=by_start)]

    def seen(self, start: int, *labels: str) -> int | None:
        """End of the model's entity of one of these labels that starts here, an article aside."""
        end, label = self._seen.get(start, (0, ""))
        if label not in labels or "\n" in self.plain[start:end]:
            return None
        while end > start and not self.plain[end - 1].isalnum() and self.plain[end - 1] not in ").":
            end -= 1
        return end

    def in_headline(self, start: int) -> bool:
        """The line is all in capitals."""
        if not self.headlines:
            return False
        k = bisect_right(self.headlines, (start, len(self.plain))) - 1
        return k >= 0 and start < self.headlines[k][1]

    def known_place(self, start: int) -> int | None:
        """End of the country, continent or region that starts here."""
        found = self.form(start)
        return found[1] if found and found[0].label == "LOC" else None


def _capitals_kept(written: str, form: str) -> bool:
    """« La réunion » is not « La Réunion »."""
    return all(w.isupper() for w, f in zip(written, form, strict=True) if f.isupper())


by_start = itemgetter(0)
"""Where a span or a capitalised word starts; quicker than its name."""


def _without_article(text: str, start: int) -> int:
    article = _ARTICLE.match(text, start)
    return article.end() if article else start


def _shouts(line: str) -> bool:
    return line.isupper() and len(line) > 12 and " " in line


def _capitals(text: str, lexicon: Lexicon) -> Iterator[Capital]:
    for match in _CAPITAL.finditer(text):
        start, end = match.span()
        word = match[0]
        if not (word in _ELIDED and text.startswith("'", end)):
            yield Capital(start, end, word, _initial(text, start), lexicon.entry(word))


def _initial(text: str, start: int) -> bool:
    k = start - 1
    if k > 0 and text[k] == " " and text[k - 1].isalnum():
        return False  # in mid-sentence, as most
    if k >= 1 and text[k] == "'":  # « L'accord »: the article stands at the start
        k = max(k - 2, -1) if text[k - 1].isupper() else k
    for _ in range(4):
        if k < 0 or text[k] not in _LEADING:
            break
        k -= 1
    return k < 0 or text[k] in _STOPS
