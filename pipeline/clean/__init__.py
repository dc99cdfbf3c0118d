"""Clean: from what the file holds to what its author wrote.

Takes a `Source`, gives a `Document`: Unicode NFC, paragraphs parted by one blank line, no line break and no
double space inside them. Adds nothing, and moves whole blocks only: every code point of the text still
knows which raw one it was. What was left out stands in `dropped` with the step that did it; captions and
pull quotes come as paragraphs of their own at the end; cut words that nothing settles are `doubts`.
"""

from collections.abc import Callable

from pipeline.aligned import AlignedText
from pipeline.clean.assembly import assemble
from pipeline.clean.characters import mend_characters
from pipeline.clean.chrome import drop_repeated_headline, drop_site_chrome
from pipeline.clean.draft import Draft, read
from pipeline.clean.furniture import drop_page_furniture
from pipeline.clean.headings import find_headings
from pipeline.clean.inserts import park_captions, park_pull_quotes, restore_first_letters
from pipeline.clean.markdown import drop_signs
from pipeline.clean.order import order_blocks
from pipeline.clean.paragraphs import join_lines, see_wrapping
from pipeline.clean.rules import CleanRules, load_rules
from pipeline.clean.spaces import part_glued_words
from pipeline.clean.titles import find_title
from pipeline.records import Document, Source

__all__ = ["STEPS", "CleanRules", "clean", "load_rules"]

STEPS: tuple[Callable[[Draft], None], ...] = (
    drop_page_furniture,  # a page foot can stand inside a cut word
    park_captions,  # so can the line below a picture
    see_wrapping,  # what a line end means, now that only the text is left
    drop_site_chrome,
    drop_repeated_headline,
    park_pull_quotes,  # stands inside a sentence, and only what goes around it shows that
    restore_first_letters,
    find_headings,
    find_title,  # never a part of what follows
    order_blocks,  # a cut word tells where a column goes on
    join_lines,
)


def clean(source: Source, rules: CleanRules) -> Document:
    """Read a text as its author wrote it."""
    body = source.text[source.body_start :]
    text = part_glued_words(mend_characters(AlignedText.of(body, source.body_start)), rules)
    draft = read(source, drop_signs(text) if source.format == "md" else text, rules)
    for step in STEPS:
        step(draft)
    text, paragraphs, doubts = assemble(draft)
    title = next((str(text)[p.start : p.end] for p in paragraphs if p.kind == "title"), None)
    return Document(source, text, source.title or title, paragraphs, tuple(draft.dropped), doubts)
