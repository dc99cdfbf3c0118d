"""."""

from pipeline.ingest.pdf.words import Page
from pipeline.records import Mark


def lay_out(pages: list[Page]) -> tuple[str, tuple[Mark, ...]]:
    """."""
    out = []
    for page in pages:
        lines = []
        y = x = None
        for word in page.words:
            if y is None or abs(word.y - y) > 0.4 * word.size or word.x0 < x - 2:
                if (y is not None and y - word.y > 1.45 * word.size) or (y is not None and word.y > y + 20):
                    lines.append([])
                lines.append([])
            lines[-1].append(word.text)
            y, x = word.y, word.x1
        out.append("\n".join(" ".join(line) for line in lines))
    return "\f".join(out), ()
