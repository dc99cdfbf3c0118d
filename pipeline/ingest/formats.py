"""The kinds of file that are read, by their suffix."""

FORMATS = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html", ".pdf": "pdf", ".docx": "docx"}
"""Suffix in lower case → `documents.format`."""
