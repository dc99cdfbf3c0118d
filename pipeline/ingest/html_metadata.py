"""What a page says of itself: `<meta>`, JSON-LD, `<time>`, the canonical link, its headline.

Only what is said of the page as a whole counts; a date in its sentences is for those who read them.
"""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pipeline.ingest.dates import read_date
from pipeline.ingest.fields import MetadataRow

if TYPE_CHECKING:
    from lxml.etree import _Element

_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.published",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "citation_publication_date",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_SITES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "citation_journal_title",
)
_ARTICLES = re.compile(r"(?:News|Blog|Web|Scholarly|Opinion)?.{0,20}(?:Article|Posting|Page|Report)$")
_PUBLISHED = re.compile(r"publi|entry-date|post-date")
_LONGEST_JSON = 500_000
_SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " : ")


def read_metadata(tree: "_Element | None") -> MetadataRow:
    """Title, day of publication, site and address of a page; nulls where it doesn't say."""
    if tree is None:
        return MetadataRow()
    metas = _metas(tree)
    linked = next(_linked_data(tree), {})
    site = _first(metas, _SITES) or _name(linked.get("publisher"))
    title = _first(metas, _TITLES) or _string(linked.get("headline")) or _headline(tree)
    days = (read_date(day) for day in (*_all(metas, _DATES), _string(linked.get("datePublished")), *_times(tree)))
    return MetadataRow(
        title=_without_site(title, site) if title else None,
        published_on=next((day for day in days if day), None),
        publisher=site,
        url=_address(tree) or _first(metas, ("og:url",)),
    )


def _metas(tree: "_Element") -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _all(metas: dict[str, str], names: tuple[str, ...]) -> Iterator[str]:
    return (metas[name] for name in names if name in metas)


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next(_all(metas, names), None)


def _linked_data(tree: "_Element") -> Iterator[dict[str, Any]]:
    """The articles that JSON-LD describes."""
    for script in tree.iter("script"):
        text = script.text or ""
        if (script.get("type") or "").lower() != "application/ld+json" or len(text) > _LONGEST_JSON:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict) and _ARTICLES.match(_name(item.get("@type")) or ""):
                yield item


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _name(value: object) -> str | None:
    """A name given as such, as the first of a list, or as a thing that has one."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _times(tree: "_Element") -> Iterator[str]:
    """The elements that say that they are the day of publication; a `<time>` that is the only one is it."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    for element in tree.iter():
        is_time = element.tag == "time" and (
            "pubdate" in element.attrib or _PUBLISHED.search(element.get("class") or "")
        )
        if is_time or element.get("itemprop") == "datePublished":
            yield element.get("datetime") or element.get("content") or "".join(element.itertext())[:80]
    if len(times) == 1:
        yield times[0].get("datetime") or ""


def _headline(tree: "_Element") -> str | None:
    headlines = [" ".join("".join(h1.itertext()).split()) for _, h1 in zip(range(3), tree.iter("h1"), strict=False)]
    if len(headlines) == 1 and headlines[0]:
        return headlines[0]
    title = tree.find(".//title")
    return None if title is None else title.text


def _without_site(title: str, site: str | None) -> str:
    """
    >>> _without_site("Une visite à Oran | La Gazette", "La Gazette")
    'Une visite à Oran'
    """
    for separator in _SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and site and tail.strip().casefold() == site.casefold():
            return head
    return title


def _address(tree: "_Element") -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and "://" in (link.get("href") or ""):
            return str(link.get("href"))
    return None
