"""Who is who among the texts of two runs, and what a new one is called.

A text keeps its identifier through edits and moves, and gets it back when it comes back. It is known by, in
this order: path and bytes; bytes alone, at a path where it wasn't (moved); path alone, with other bytes
(edited). Of several that would do, the one that was there in the last run, then the first to arrive.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

LONGEST_SLUG = 40


@dataclass(frozen=True, slots=True)
class Arrival:
    """A text that was seen: `ordinal` is its place in the order of arrival, `path` and `sha256` are its last ones."""

    doc_id: str
    ordinal: int
    path: str
    sha256: str


def arrive(
    texts: Sequence[tuple[str, str]], known: Iterable[Arrival], last_run: frozenset[str] = frozenset()
) -> dict[str, Arrival]:
    """Give each of `texts`, (path, SHA-256) in order of path, its arrival, by path.

    `known` is every text ever seen, `last_run` the identifiers of those that were there in the last run.

    >>> first = arrive([("a.txt", "1"), ("b.txt", "2")], [])
    >>> then = arrive([("b.txt", "3"), ("c.txt", "1")], first.values())
    >>> then["b.txt"].doc_id == first["b.txt"].doc_id, then["c.txt"].doc_id == first["a.txt"].doc_id
    (True, True)
    """
    everyone = sorted(known, key=lambda text: (text.doc_id not in last_run, text.ordinal))
    given: dict[str, Arrival] = {}
    taken: set[str] = set()
    for alike in (_whole, _bytes, _path):
        _match(texts, everyone, alike, given, taken)
    used = {text.doc_id for text in everyone}
    ordinal = max((text.ordinal for text in everyone), default=-1)
    for path, sha256 in texts:
        if path not in given:
            ordinal += 1
            given[path] = Arrival(_identifier(path, sha256, used), ordinal, path, sha256)
            used.add(given[path].doc_id)
    return given


def _whole(path: str, sha256: str) -> Hashable:
    return path, sha256


def _bytes(path: str, sha256: str) -> Hashable:  # noqa: ARG001 (of the shape of the others)
    return sha256


def _path(path: str, sha256: str) -> Hashable:  # noqa: ARG001
    return path


def _match(
    texts: Sequence[tuple[str, str]],
    everyone: Sequence[Arrival],
    alike: Callable[[str, str], Hashable],
    given: dict[str, Arrival],
    taken: set[str],
) -> None:
    """Give those of `texts` that have none yet an arrival that is alike and not yet taken."""
    free: dict[Hashable, list[Arrival]] = defaultdict(list)
    for arrival in reversed(everyone):  # so that the best one is the last, where `pop` takes it
        if arrival.doc_id not in taken:
            free[alike(arrival.path, arrival.sha256)].append(arrival)
    for path, sha256 in texts:
        if path not in given and (candidates := free.get(alike(path, sha256))):
            given[path] = replace(candidates.pop(), path=path, sha256=sha256)
            taken.add(given[path].doc_id)


def _identifier(path: str, sha256: str, used: set[str]) -> str:
    """Readable, and unlike any that was ever given."""
    slug, origin = _slug(PurePosixPath(path).stem), f"{path}\0{sha256}"
    while True:
        origin = hashlib.sha256(origin.encode()).hexdigest()
        if (identifier := f"{slug}-{origin[:8]}") not in used:
            return identifier


def _slug(name: str) -> str:
    """
    >>> _slug("Compte rendu du Sénat, 12 mars")
    'compte-rendu-du-senat-12-mars'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_SLUG].strip("-") or "text"
