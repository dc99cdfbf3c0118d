"""Events: paired by type, dates that can be one, and a shared sentence, participant or place; then part by part."""

from dataclasses import dataclass

from pipeline.evaluate.found import ENTITIES, Found, Row, days, forms
from pipeline.evaluate.gold import Gold, GoldEvent
from pipeline.evaluate.spans import locate, meets, sentence_of
from pipeline.evaluate.tally import Tallies, pair_up
from pipeline.spelling import fold

Ids = dict[tuple[str, str], str]
"""The id found for each (table, gold name or title)."""


@dataclass(frozen=True)
class _Row:
    """A row as this text has it: who and where by their gold names, without those that only another text names."""

    row: Row
    who: frozenset[str]
    where: frozenset[str]
    evidence: list[Row]

    @property
    def days(self) -> tuple[str | None, str | None]:
        return days(self.row["earliest"], self.row["latest"])

    @property
    def merged(self) -> bool:
        """Another text tells of it too, and may know better."""
        return len({piece["doc_id"] for piece in self.row["evidence"]}) > 1


def score(gold: Gold, found: Found, ids: Ids, tallies: Tallies) -> Ids:
    """Count a text's events; gives the id found for each gold title."""
    rows = _rows(gold, found, ids)
    pairs = pair_up(
        (rank, i, key)
        for i, event in enumerate(gold.events)
        for key, row in rows.items()
        if (rank := _rank(event, row, found.text, gold)) is not None
    )
    optional = {e.name for table in ENTITIES for e in getattr(gold, table) if e.optional}
    for i, event in enumerate(gold.events):
        if not event.optional:
            tallies["events"].count(i in pairs, f"{event.type}: {event.title}")
            if i in pairs:
                _parts(event, rows[pairs[i]], optional, tallies)
    for key in sorted(rows.keys() - pairs.values()):
        tallies["events"].too_much(f"{rows[key].row['type']}: {rows[key].row['title']}")
    return {("events", gold.events[i].title): key for i, key in pairs.items()}


def _rows(gold: Gold, found: Found, ids: Ids) -> dict[str, _Row]:
    here = {key for rows in found.entities.values() for key in rows}
    by_id = {key: name for (_, name), key in ids.items()}
    by_form = {
        form: e.name for table in ENTITIES for e in getattr(gold, table) for form in forms(e.name, e.acronym, e.aliases)
    }
    rows: dict[str, _Row] = {}
    for row in found.events:
        said = [(p["entity_id"], fold(p["name"])) for p in row["participants"]]
        rows[row["event_id"]] = _Row(
            row,
            frozenset(by_id.get(k) or by_form.get(form, k) for k, form in said if k in here or form in by_form),
            frozenset(by_id.get(k, k) for k in row["places"] if k in here),
            [piece for piece in row["evidence"] if piece["doc_id"] == found.document["doc_id"]],
        )
    return rows


def _rank(event: GoldEvent, row: _Row, text: str, gold: Gold) -> float | None:
    """How well a row tells of an event; None where it can't be the same."""
    true = days(event.earliest, event.latest)
    dated = any(true) and any(row.days)
    apart = (true[0] or "0") > (row.days[1] or "9") or (row.days[0] or "0") > (true[1] or "9")
    trigger = locate(text, event.trigger)
    around = trigger and sentence_of(text, trigger)
    near, at = (any(meets(span, v["start"], v["end"]) for v in row.evidence) for span in (around, trigger))
    shared = (row.who | row.where) & {*event.participants, *event.places}
    own = shared - {place.name for place in gold.places if place.kind == "country"}
    types = {event.type, *event.alt_types}
    if (row.row["type"] not in types and "*" not in types) or apart or not (near or own or (shared and dated)):
        return None
    exact = 4 * near + 2 * at + 3 * dated + 2 * (true == row.days) + (row.row["type"] == event.type)
    return float(exact + len(shared) - event.optional)


def _parts(event: GoldEvent, row: _Row, optional: set[str], tallies: Tallies) -> None:
    true, own = days(event.earliest, event.latest), row.days
    if any(true):
        within = (true[0] or "0") <= (own[0] or "0") and (own[1] or "9") <= (true[1] or "9")
        tallies["event dates"].count(own == true or (row.merged and within), f"{event.title}: {own}")
    if event.certain is not None:
        occurred = row.row["status"] == "occurred" and not row.row["negated"]
        told = row.row["status"] + (", denied" if row.row["negated"] else "")
        tallies["event status"].count(occurred == event.certain or row.merged, f"{event.title}: {told}")
    if where := {*event.places} - (optional - row.where):
        tallies["event places"].count(bool(where & row.where), f"{event.title}: {sorted(row.where)}")
    if who := {*event.participants} - (optional - row.who):
        for name in sorted(who):
            tallies["participants"].count(name in row.who, f"{event.title}: {name}")
        for name in sorted(row.who - who):
            tallies["participants"].too_much(f"{event.title}: {name}")
