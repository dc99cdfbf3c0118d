"""A text as the rules on names see it: its capitalised words, and what the lexicon says where they stand."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from pipeline.annotate.names.lexicon import Form, Lexicon
from pipeline.annotate.names.plain import lowered, plain

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(c) for c in range(0x100, 0x250) if chr(c).isupper())
_CAPITAL = re.compile(
    rf"(?<!\w)(?:(?:(?:[{UPPER}]|[PCT]h)\.-?){{1,6}}(?!\w)|(?:[OMN]'(?=[{UPPER}]))?[{UPPER}]\w*(?:[-&]\w+)*)"
)
_ELIDED = frozenset(("L", "D", "C", "J", "M", "N", "S", "T", "Qu", "Jusqu", "Lorsqu", "Puisqu", "Aujourd", "Quelqu"))
_LEADING = ' "«“”(‘[–—-•*\t'
_STOPS = ".!?:;…\n»|"
_ARTICLE = re.compile(r"(?:[Ll]es? |[Ll]a |[LlDd]'|[Dd]es |[Dd]u |[Aa]ux? )")
_PARAGRAPH = re.compile(r"[^\n]+")

DIRECTION = re.compile(r" \w+(?:ale?|aux|ales|iale?|entale?|ique)(?!\w)")
"""What may follow a region's name: « Afrique équatoriale », « mer de Chine orientale »."""


@dataclass(frozen=True, slots=True)
class Span:
    """A name that a rule or the model proposes for `text[start:end]`.

    `strength` settles overlaps. `kind`, `country` and `place` are what the rule knows of the thing named.
    """

    start: int
    end: int
    label: str
    source: str
    strength: int
    kind: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Capital:
    """A capitalised word; `initial` where any word would have its capital: a sentence or a line starts."""

    start: int
    end: int
    word: str
    initial: bool


class Page:
    """The text, its capitalised words in order, its lines in capitals, and the model's entities."""

    def __init__(self, text: str, model: tuple[tuple[int, int, str], ...], lexicon: Lexicon) -> None:
        self.text = text
        self.plain = plain(text)
        self.lower = lowered(self.plain)
        self.model = model
        self.lexicon = lexicon
        self.headlines = [m.span() for m in _PARAGRAPH.finditer(self.plain) if _shouts(m[0])]
        self.capitals = [_capital(self.plain, m) for m in _CAPITAL.finditer(self.plain) if not _elided(self.plain, m)]
        self.at = {c.start: i for i, c in enumerate(self.capitals)}
        self._seen = {_without_article(self.plain, a): (b, label) for a, b, label in model}
        self._forms: dict[int, tuple[Form, int] | None] = {}

    def gap(self, i: int) -> str:
        """What stands between a capitalised word and the next."""
        return self.plain[self.capitals[i].end : self.capitals[i + 1].start]

    def form(self, start: int) -> tuple[Form, int] | None:
        """The known place or organisation that a capitalised word starts, and its end."""
        if start not in self._forms:
            self._forms[start] = self._form(start)
        return self._forms[start]

    def _form(self, start: int) -> tuple[Form, int] | None:
        i = self.at.get(start)
        if i is None:
            return None
        capital = self.capitals[i]
        for form in self.lexicon.forms.get(self.lexicon.key(capital.word), ()):
            end = start + form.length
            if self._stands(start, end, form, capital):
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
        return self.lexicon.fold(written) == form.folded and _capitals_kept(written, form.text)

    def model_at(self, at: int) -> list[tuple[int, int, str]]:
        """The model's entity that reaches over the code point before `at`, if there is one."""
        k = bisect_right(self.model, (at - 1, len(self.plain) + 1, "")) - 1
        return [self.model[k]] if k >= 0 and self.model[k][1] >= at else []

    def capitals_in(self, start: int, end: int) -> list[Capital]:
        """The capitalised words that start in the stretch."""
        low = bisect_left(self.capitals, start, key=_start)
        return self.capitals[low : bisect_left(self.capitals, end, key=_start)]

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
        k = bisect_right(self.headlines, (start, len(self.plain))) - 1
        return k >= 0 and start < self.headlines[k][1]

    def known_place(self, start: int) -> int | None:
        """End of the country, continent or region that starts here."""
        found = self.form(start)
        return found[1] if found and found[0].label == "LOC" else None


def _capitals_kept(written: str, form: str) -> bool:
    """« La réunion » is not « La Réunion »."""
    return all(w.isupper() for w, f in zip(written, form, strict=True) if f.isupper())


def _start(capital: Capital) -> int:
    return capital.start


def _without_article(text: str, start: int) -> int:
    article = _ARTICLE.match(text, start)
    return article.end() if article else start


def _shouts(line: str) -> bool:
    return line.isupper() and len(line) > 12 and " " in line


def _elided(text: str, match: re.Match[str]) -> bool:
    return text[match.end() : match.end() + 1] == "'" and match[0] in _ELIDED


def _capital(text: str, match: re.Match[str]) -> Capital:
    start = match.start()
    k = start - 1
    if k >= 1 and text[k] == "'":  # « L'accord »: the article stands at the start
        k = max(k - 2, -1) if text[k - 1].isupper() else k
    for _ in range(4):
        if k < 0 or text[k] not in _LEADING:
            break
        k -= 1
    return Capital(start, match.end(), match[0], k < 0 or text[k] in _STOPS)
