"""One text's tables against its gold."""

from collections.abc import Sequence

from pipeline.evaluate import dates, events
from pipeline.evaluate.events import Ids
from pipeline.evaluate.found import ENTITIES, Found, Row, days, forms
from pipeline.evaluate.gold import Gold, GoldEntity, GoldRole
from pipeline.evaluate.tally import Tallies, Tally, pair_up
from pipeline.spelling import fold


def score(gold: Gold, found: Found, tallies: Tallies) -> Ids:
    """Add one text to the tallies; gives the id found for each (table, gold name or title)."""
    ids: Ids = {}
    for table in ENTITIES:
        ids |= _entities(table, getattr(gold, table), found.entities[table], tallies[table])
    _roles(gold, found, ids, tallies)
    dates.score(gold.dates, found, tallies)
    ids |= events.score(gold, found, ids, tallies)
    _document(gold, found, tallies["document"])
    return ids


def _entities(table: str, gold: Sequence[GoldEntity], rows: dict[str, Row], tally: Tally) -> Ids:
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


def _roles(gold: Gold, found: Found, ids: Ids, tallies: Tallies) -> None:
    """Whether each office is told, and whether one so called has its organisation and country."""
    for person in gold.people:
        row = found.entities["people"].get(ids.get(("people", person.name), ""), {})
        given = [r for r in row.get("roles", ()) if r["doc_id"] == found.document["doc_id"]]
        for role in person.roles:
            if not (person.optional or role.optional):
                near = [r for r in given if _same_office(role.title, r["title"])]
                tallies["roles"].count(bool(near), f"{person.name}: {role.title}")
                told = [(r["organisation"], r["country"]) for r in near]
                note = f"{person.name}: {role.title} of {role.organisation or '–'}, {role.country or '–'}: {told}"
                tallies["roles of"].count(any(_same_whose(role, r) for r in near), note)


def _same_office(one: str, other: str) -> bool:
    """One title may say more than the other."""
    words, others = set(fold(one).split()), set(fold(other).split())
    return bool(others) and (words <= others or others <= words)


def _same_whose(role: GoldRole, row: Row) -> bool:
    """What the gold leaves open may be anything."""
    same = not role.organisation or fold(row["organisation"] or "") == fold(role.organisation)
    return same and (not role.country or row["country"] == role.country)


def _document(gold: Gold, found: Found, tally: Tally) -> None:
    want, row = gold.document, found.document
    there = row["doc_id"] is not None
    same_day = days(row["published_on"], None)[0] == days(want.published_on, None)[0]
    tally.count(there and same_day, f"date {want.published_on}: {row['published_on']}")
    if want.title:
        tally.count(fold(row["title"] or "") == fold(want.title), f"title {want.title}: {row['title']}")
    lines = {" ".join(line.split()) for line in found.text.splitlines()}
    for piece in want.boilerplate:
        tally.count(there and " ".join(piece.split()) not in lines, f"left in the text: {piece}")
