"""The draft: a text as lines, on which the steps write what each line is and how it follows the one before.

A step changes no text. It gives a line a role, takes it out of the flow, or moves it; the text is put
together once, at the end (`assembly`), so that its places in the raw text are counted once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.aligned import AlignedText
from pipeline.clean import markdown
from pipeline.clean.hyphens import Words
from pipeline.clean.rules import CleanRules
from pipeline.records import Doubt, Dropped, Mark, Source

BREAK, SPACE, GLUE, HYPHEN = "break", "space", "glue", "hyphen"
"""How a line follows the one before: new paragraph, a space, nothing between, nothing but the printed hyphen."""

CUT = "-\u00ad\ufffe\x02"
"""What a line that ends in a cut word ends in; PDFs use the last two."""
ENDS = ".!?…:;"
BULLET = re.compile(r"(?:[-–—•●▪◦*‣·]|\d{1,2}[.)°]|[a-z]\))\s+\S")
_PART = re.compile("[^\ufffe]+\ufffe?")
_CLOSERS = "»\")]”’'* "
_OPENERS = "«\"([“‘'’-–—•* "


@dataclass(slots=True)
class Line:
    """A line that is not blank: `string[start:end]`, without the blanks around it.

    `gap` counts the blank lines before it, `page` says that a page begins with it (where the file tells),
    `indent` how far it stands in. `role` is `""` for the text itself, else a `Paragraph.kind`. `unit` is the
    number of the mark that says it belongs to one paragraph with its neighbours. `follows` is one of the four
    above. `cut` says that it ends in a hyphen that touches a letter.
    """

    start: int
    end: int
    text: str
    gap: int = 0
    page: bool = False
    indent: int = 0
    role: str = ""
    unit: int = -1
    follows: str = BREAK
    cut: bool = field(init=False)

    def __post_init__(self) -> None:
        text = self.text
        self.cut = text[-1:] in CUT and text[-2:-1].isalnum()


@dataclass(slots=True)
class Draft:
    """What the steps work on. `lines` is the flow, in order; `parked` what goes to the end of the text."""

    source: Source
    rules: CleanRules
    text: AlignedText
    string: str
    lines: list[Line]
    marked: bool = False
    wrapped: bool = False
    parked: list[list[Line]] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.words = Words(self.string)

    def drop(self, lines: Iterable[Line], step: str) -> None:
        """Take lines out of the text; they are remembered with the step's name."""
        gone = {line.start for line in lines}
        if not gone:
            return
        for line in self.lines:
            if line.start in gone:
                self.dropped.append(Dropped(step, line.text, *self.text.raw_span(line.start, line.end)))
        self._leave(gone)

    def park(self, groups: list[list[Line]], kind: str) -> None:
        """Move groups of lines to the end of the text, each as a paragraph of its own."""
        for line in (line for group in groups for line in group):
            line.role = kind
        self.parked += groups
        if groups:
            self._leave({line.start for group in groups for line in group})

    def _leave(self, gone: set[int]) -> None:
        kept: list[Line] = []
        gap, page = 0, False
        for line in self.lines:
            if line.start in gone:
                gap, page = max(gap, line.gap), page or line.page
                continue
            if gap or page:
                line.gap, line.page = max(gap, line.gap), page or line.page
                gap, page = 0, False
            kept.append(line)
        self.lines = kept


def read(source: Source, text: AlignedText, rules: CleanRules) -> Draft:
    """Split a text into lines and give them what the file's format says of them."""
    draft = Draft(source, rules, text, str(text), list(_lines(str(text))))
    if any(line.page for line in draft.lines):
        draft.lines[0].page = True
    if source.format == "md":
        _show(draft)
    if source.marks:
        draft.marked = _apply(source.marks, draft)
    return draft


def _lines(text: str) -> Iterator[Line]:
    at = gap = 0
    page = False
    for printed in text.splitlines(keepends=True):
        content = printed.strip()
        if content:
            indent = len(printed) - len(printed.lstrip())
            start = at + indent
            if "\ufffe" in content[:-1]:
                yield from _parted(content, start, gap, page)
            else:
                yield Line(start, start + len(content), content, gap, page, indent)
            gap, page = 0, printed.endswith("\f")
        else:
            gap += 1
            page = page or "\f" in printed
        at += len(printed)


def _parted(content: str, start: int, gap: int, page: bool) -> Iterator[Line]:
    """A line in which the PDF reader has already put cut words' lines behind one another."""
    for match in _PART.finditer(content):
        piece = match[0].strip()
        at = start + match.start() + len(match[0]) - len(match[0].lstrip())
        if piece:
            yield Line(at, at + len(piece), piece, gap, page)
            gap, page = 0, False


def _show(draft: Draft) -> None:
    """Markdown's headings and quotations without their signs, its table rows by themselves, its rules gone."""
    shown: list[Line] = []
    gap = 0
    for line in draft.lines:
        line.gap, gap = max(line.gap, gap), 0
        if markdown.RULE.fullmatch(line.text):
            gap = 1
            continue
        if match := markdown.HEADING.match(line.text):
            line = Line(line.start + match.end(), line.end, line.text[match.end() :], line.gap, role="heading")
            gap = 1
        elif match := markdown.QUOTE.match(line.text):
            line = Line(line.start + match.end(), line.end, line.text[match.end() :], line.gap)
        elif line.text[0] == "|":
            line.role = "table_row"
        shown.append(line)
    if shown and shown[0].role == "heading":
        shown[0].role = "title"
    draft.lines = shown


def _apply(marks: tuple[Mark, ...], draft: Draft) -> bool:
    """Write the marks on the lines they cover; true where they cover most of them."""
    covered = n = 0
    for line in draft.lines:
        raw = draft.text.raw_span(line.start, line.start + 1)[0]
        while n < len(marks) and marks[n].end <= raw:
            n += 1
        if n < len(marks) and marks[n].start <= raw:
            line.unit = n
            line.role = "" if marks[n].kind == "paragraph" else marks[n].kind
            covered += 1
    return covered * 2 > len(draft.lines)


def blocks(lines: list[Line]) -> list[list[Line]]:
    """The lines in groups that no blank line, page end or mark parts."""
    found: list[list[Line]] = []
    for line in lines:
        if not found or line.gap or line.page or line.role != found[-1][-1].role or line.unit != found[-1][-1].unit:
            found.append([])
        found[-1].append(line)
    return found


def ends_sentence(text: str) -> bool:
    """Whether a line can be the last of a sentence.

    >>> [ends_sentence(t) for t in ("la fin.", "dit-il. »", "la fin", "diplo-")]
    [True, True, False, False]
    """
    return text.rstrip(_CLOSERS)[-1:] in ENDS


def starts_low(text: str) -> bool:
    """Whether a line begins as only the middle of a sentence does.

    >>> [starts_low(t) for t in ("mates et", "’automobile", "Les", "« La", "25 ans")]
    [True, True, False, False, False]
    """
    return text[0].islower() or (text[0] in "’'" and text[1:2].islower()) or text[0] in ",;.)"


def starts_high(text: str) -> bool:
    """Whether a line can begin a sentence: a capital or a digit, behind quotes and dashes."""
    bare = text.lstrip(_OPENERS)
    return bare[:1].isupper() or bare[:1].isdigit()
