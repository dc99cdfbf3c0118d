"""Plain text and Markdown: the decoded file itself, its front matter read and left in place."""

from pipeline.errors import Reject
from pipeline.ingest.content import Content
from pipeline.ingest.encoding import decode
from pipeline.ingest.front_matter import read_front_matter


def read_text(data: bytes, max_characters: int) -> Content:  # noqa: ARG001 - what is too long is told by its bytes
    """The whole of a `.txt` or `.md`, line ends as they stand; raises `Reject`."""
    text = decode(data)
    body_start, fields = read_front_matter(text)
    refuse_empty(text[body_start:])
    return Content(text, (), body_start, fields.title, fields.published_on, fields.publisher, fields.url)


def refuse_empty(text: str) -> None:
    """Raise the reject `empty` where nothing is to be seen."""
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise Reject("empty", "there is no text in it")
