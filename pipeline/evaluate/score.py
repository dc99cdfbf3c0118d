"""Pairing what was found with what is true, and counting."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.evaluate.found import Found, Row, days, forms
from pipeline.evaluate.gold import Gold, GoldDate, GoldEntity, GoldEvent
from pipeline.spelling import fold

INTRODUCTION = re.compile(r"^(?:(?:les?|la|en|aux?|à|du|de|des|dans|mois|période|pour)\s+|[ld]['’]\s*)+", re.IGNORECASE)
ENTITIES = ("people", "organisations", "places")


@dataclass
class Tally:
    """How many were right, too much, missed; `notes` say which were not right."""

    right: int = 0
    spurious: int = 0
    missed: int = 0
    notes: list[str] = field(default_factory=list)

    def count(self, right: bool, note: str) -> None:
        """One true thing, found rightly or not."""
        self.right += right
        self.missed += not right
        if not right:
            self.notes.append(f"missed    {note}")

    def too_much(self, note: str) -> None:
        """One thing found that is none."""
        self.spurious += 1
        self.notes.append(f"too much  {note}")


Tallies = dict[str, Tally]
Pairs = dict[int, str]


def score(gold: Gold, found: Found, tallies: Tallies) -> dict[tuple[str, str], str]:
    """Add one text to the tallies; gives the id found for each (table, gold name or title)."""
    ids: dict[tuple[str, str], str] = {}
    for table in ENTITIES:
        ids |= _entities(table, getattr(gold, table), found.entities[table], tallies[table])
    _roles(gold, found, ids, tallies["roles"])
    _dates(gold.dates, found, tallies)
    ids |= _events(gold, found, ids, tallies)
    _document(gold, found, tallies["document"])
    return ids


def pair_up(candidates: Iterable[tuple[float, int, str]]) -> Pairs:
    """One to one, best first: {number of the true one: key of the found one}."""
    pairs: Pairs = {}
    taken: set[str] = set()
    for _, true, key in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if true not in pairs and key not in taken:
            pairs[true] = key
            taken.add(key)
    return pairs


def _entities(table: str, gold: Sequence[GoldEntity], rows: dict[str, Row], tally: Tally) -> dict[tuple[str, str], str]:
    true = [forms(g.name, g.acronym, g.aliases) for g in gold]
    seen = {key: forms(r["name"], r.get("acronym"), r["aliases"]) for key, r in rows.items()}
    pairs = pair_up(
        (1 + (fold(g.name) == fold(rows[key]["name"])), i, key)
        for i, g in enumerate(gold)
        for key in rows
        if true[i] & seen[key]
    )
    for i, g in enumerate(gold):
        if not g.optional:
            tally.count(i in pairs, g.name)
    for key in sorted(rows.keys() - pairs.values()):
        tally.too_much(rows[key]["name"])
    return {(table, gold[i].name): key for i, key in pairs.items()}


def _roles(gold: Gold, found: Found, ids: dict[tuple[str, str], str], tally: Tally) -> None:
    for person in gold.people:
        row = found.entities["people"].get(ids.get(("people", person.name), ""), {})
        given = [r for r in row.get("roles", ()) if r["doc_id"] == found.document["doc_id"]]
        for role in person.roles:
            if not (person.optional or role.optional):
                words = set(fold(role.title).split())
                titles = [set(fold(r["title"]).split()) for r in given]
                right = any(title and (title <= words or words <= title) for title in titles)
                tally.count(right, f"{person.name}: {role.title}")


def _dates(gold: Sequence[GoldDate], found: Found, tallies: Tallies) -> None:
    places = _places_of(gold, found.text)
    pairs = pair_up(
        (2 * _same_words(g.text, r["text"]) + 1 / (1 + abs(len(g.text) - len(r["text"]))), i, str(j))
        for i, g in enumerate(gold)
        for j, r in enumerate(found.dates)
        if _meets(places[i], r["start"], r["end"])
    )
    for i, g in enumerate(gold):
        row = found.dates[int(pairs[i])] if i in pairs else None
        if not g.optional:
            tallies["dates"].count(row is not None and _same_words(g.text, row["text"]), f"{g.text}")
            tallies["date values"].count(row is not None and _same_days(g, row), f"{g.text}: {_told(row)}")
    optional = [places[i] for i, g in enumerate(gold) if g.optional]
    for j, row in enumerate(found.dates):
        if str(j) not in pairs.values() and not any(_meets(p, row["start"], row["end"]) for p in optional):
            tallies["dates"].too_much(row["text"])
            tallies["date values"].too_much(row["text"])


def _told(row: Row | None) -> str:
    return "not found" if row is None else f"{row['value']} {days(row['earliest'], row['latest'])}"


def _same_words(one: str, other: str) -> bool:
    return fold(INTRODUCTION.sub("", one)) == fold(INTRODUCTION.sub("", other))


def _same_days(gold: GoldDate, row: Row) -> bool:
    same_value: bool = (row["value"] or "").upper() == (gold.value or "").upper()
    if gold.type in ("DURATION", "SET") and gold.value:
        return same_value
    true = days(gold.earliest, gold.latest)
    return days(row["earliest"], row["latest"]) == true or (same_value and None not in true)


def _places_of(gold: Sequence[GoldDate], text: str) -> list[tuple[int, int] | None]:
    places: list[tuple[int, int] | None] = []
    cursor = 0
    for date in gold:
        place = locate(text, date.text, cursor) or locate(text, date.text)
        places.append(None if place in places else place)
        cursor = max(cursor, place[1]) if place else cursor
    return places


def locate(text: str, needle: str, start: int = 0) -> tuple[int, int] | None:
    """Where `needle` stands in the text from `start` on, whatever its spaces and apostrophes; else None."""
    parts = (r"\s*" if c.isspace() else "['’]" if c in "'’" else re.escape(c) for c in needle)
    found = re.compile(r"(?<!\w)" + "".join(parts) + r"(?!\w)").search(text, start)
    return found and found.span()


def _meets(place: tuple[int, int] | None, start: int, end: int) -> bool:
    return place is not None and start < place[1] and place[0] < end


def _events(gold: Gold, found: Found, ids: dict[tuple[str, str], str], tallies: Tallies) -> dict[tuple[str, str], str]:
    names = {key: name for (_, name), key in ids.items()}
    rows = {row["event_id"]: row for row in found.events}
    who = {k: {names.get(p["entity_id"], p["entity_id"]) for p in r["participants"]} for k, r in rows.items()}
    where = {k: {names.get(p, p) for p in r["places"]} for k, r in rows.items()}
    countries = {place.name for place in gold.places if place.kind == "country"}
    candidates = []
    for i, event in enumerate(gold.events):
        around = _sentence_of(event, found.text)
        for key, row in rows.items():
            near = any(_meets(around, e["start"], e["end"]) for e in _evidence(row, found))
            shared = (who[key] | where[key]) & {*event.participants, *event.places}
            dated = bool(event.earliest or event.latest) and bool(row["earliest"] or row["latest"])
            if _may_be(event, row) and (near or shared - countries or (shared and dated)):
                exact = days(row["earliest"], row["latest"]) == days(event.earliest, event.latest)
                rank = 4 * near + 3 * dated + 2 * exact + len(shared) - event.optional
                candidates.append((float(rank), i, key))
    pairs = pair_up(candidates)
    for i, event in enumerate(gold.events):
        if not event.optional:
            tallies["events"].count(i in pairs, f"{event.type}: {event.title}")
            if i in pairs:
                _parts(event, rows[pairs[i]], who[pairs[i]], where[pairs[i]], tallies)
    for key in sorted(rows.keys() - pairs.values()):
        tallies["events"].too_much(f"{rows[key]['type']}: {rows[key]['title']}")
    return {("events", gold.events[i].title): key for i, key in pairs.items()}


def _evidence(row: Row, found: Found) -> list[Row]:
    return [e for e in row["evidence"] if e["doc_id"] == found.document["doc_id"]]


def _sentence_of(event: GoldEvent, text: str) -> tuple[int, int] | None:
    place = locate(text, event.trigger)
    if place is None:
        return None
    cuts = [m.end() for m in re.finditer(r"(?<!\b[A-Z])[.!?…][»”\"]?\s+(?=[A-ZÀ-Ý«“\"])|\n\s*\n", text)]
    return max((c for c in cuts if c <= place[0]), default=0), min(
        (c for c in cuts if c >= place[1]), default=len(text)
    )


def _may_be(event: GoldEvent, row: Row) -> bool:
    types = {event.type, *event.alt_types}
    first, last = days(event.earliest, event.latest)
    start, end = days(row["earliest"], row["latest"])
    apart = (first or "0") > (end or "9") or (start or "0") > (last or "9")
    return (row["type"] in types or "*" in types) and not apart


def _parts(event: GoldEvent, row: Row, who: set[str], where: set[str], tallies: Tallies) -> None:
    true, own = days(event.earliest, event.latest), days(row["earliest"], row["latest"])
    if any(true):
        merged = len({e["doc_id"] for e in row["evidence"]}) > 1  # another text may know the day better
        within = (true[0] or "0") <= (own[0] or "0") and (own[1] or "9") <= (true[1] or "9")
        tallies["event dates"].count(own == true or (merged and within), f"{event.title}: {own}")
    if event.places:
        tallies["event places"].count(bool(where & set(event.places)), f"{event.title}: {sorted(where)}")
    if event.participants:
        for name in event.participants:
            tallies["participants"].count(name in who, f"{event.title}: {name}")
        for name in sorted(who - set(event.participants)):
            tallies["participants"].too_much(f"{event.title}: {name}")


def _document(gold: Gold, found: Found, tally: Tally) -> None:
    want, row = gold.document, found.document
    tally.count(days(row["published_on"], None)[0] == days(want.published_on, None)[0], f"date {want.published_on}")
    if want.title:
        tally.count(fold(row["title"] or "") == fold(want.title), f"title {want.title}: {row['title']}")
    lines = {" ".join(line.split()) for line in found.text.splitlines()}
    for piece in want.boilerplate:
        tally.count(" ".join(piece.split()) not in lines, f"left in the text: {piece}")
