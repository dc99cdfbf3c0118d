"""PDF pages for tests, set line by line, so that the truth stands in the test."""

import io

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

SIZE, LEADING = 10, 12


class Sheets:
    """A document under the pen; lines are given as they shall stand."""

    def __init__(self, **properties):
        self._stream = io.BytesIO()
        self.canvas = Canvas(self._stream, pagesize=(595, 842), invariant=1, encrypt=properties.get("encrypt"))
        self.canvas.setTitle(properties.get("title", "untitled"))

    def line(self, text, x, y, font="Times-Roman", size=SIZE):
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def column(self, lines, x, y, width=150, leading=LEADING, font="Times-Roman", size=SIZE):
        """Lines one below the other, stretched to the column's width but for those that end with a bar.

        A line is set in by a blank in front of it, and has white above it by an empty one. Gives the next height.
        """
        for line in lines:
            if not line:
                y -= leading / 2
                continue
            indent = 12 if line.startswith(" ") else 0
            words = line.strip(" |").split(" ")
            gap = stringWidth(" ", font, size)
            if not line.endswith("|") and len(words) > 1:
                gap = (width - indent - sum(stringWidth(word, font, size) for word in words)) / (len(words) - 1)
            at = x + indent
            for word in words:
                self.line(word, at, y, font, size)
                at += stringWidth(word, font, size) + gap
            y -= leading
        return y

    def turn(self):
        self.canvas.showPage()

    def bytes(self):
        self.canvas.save()
        return self._stream.getvalue()
