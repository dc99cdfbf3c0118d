"""PDF: text in reading order from where each character stands on its page.

Words come with their places (`words`), make lines (`lines`), lines columns (`columns`), columns blocks
(`blocks`); running heads, captions and pull quotes are told from the text that they interrupt.
"""

from pipeline.ingest.pdf.document import read_pdf

__all__ = ["read_pdf"]
