"""What metadata say of a text, and the names under which they say it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.ingest.content import tidy
from pipeline.ingest.dates import read_date

NAMES = {
    "file": ("file", "path", "filename", "file_name", "fichier", "chemin", "nom_du_fichier", "nom_de_fichier"),
    "title": ("title", "titre", "headline"),
    "date": (
        "date",
        "published",
        "published_on",
        "publication_date",
        "pubdate",
        "date_de_publication",
        "date_publication",
        "publie_le",
        "publié_le",
        "paru_le",
        "date_de_parution",
    ),
    "publisher": (
        "publisher",
        "publication",
        "site",
        "site_name",
        "journal",
        "media",
        "média",
        "editeur",
        "éditeur",
        "organisme",
        "publié_par",
        "publie_par",
    ),
    "url": ("url", "link", "lien", "adresse", "permalink", "canonical", "uri"),
    "source": ("source",),
}
"""What a column or key means → how it may be called; `source` is a URL or a publisher, as its value is."""
_MEANING = {alias: meaning for meaning, aliases in NAMES.items() for alias in aliases}


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """What a row of `metadata.csv`, or a front matter, says of a text; null where it says nothing."""

    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    url: str | None = None


def meaning(name: str) -> str | None:
    """What a column or key of that name means, or null.

    >>> meaning("Date de publication"), meaning("Auteur")
    ('date', None)
    """
    return _MEANING.get("_".join(name.casefold().replace("-", " ").replace("_", " ").split()))


def row(pairs: Iterable[tuple[str, str]]) -> MetadataRow:
    """A row of (meaning, value); the first value that says something counts."""
    said: dict[str, str] = {}
    for name, value in pairs:
        if clean := tidy(value):
            said.setdefault(name, clean)
    source = said.get("source", "")
    is_url = "://" in source
    return MetadataRow(
        title=said.get("title"),
        published_on=read_date(said.get("date")),
        publisher=said.get("publisher") or (None if is_url else source or None),
        url=said.get("url") or (source if is_url else None),
    )
