"""Nothing but identifiers depends on the order in which the texts came."""

import itertools

from tests.resolve.stores import Store, Text, loc, org, per, rows

OFFICE = [("président", None, "KZ")]
TEXTS = (
    Text("a.txt", [per("Askar Bekov", "Bekov", roles=OFFICE), org("Office des eaux du Béarn", "OEB", acronym="OEB")]),
    Text("b.txt", [per("Bekov", roles=OFFICE), org("OEB"), loc("val Tarnoy"), org("groupe Lanoix")]),
    Text(
        "c.txt",
        [per("BEKOV Askar"), org("Lanoix"), loc("Val Tarnoy", country="KZ"), loc("Astana", place="geonames:1526273")],
    ),
    Text(
        "d.txt", [per("Askar Békov"), per("Timour Bekov"), org("Sénat", country="FR", kind="parliament"), org("Sénat")]
    ),
)


def alike(texts):
    """The tables with every identifier replaced by its first mention."""
    tables = {name: rows(table) for name, table in Store().hold(*texts).tables().items()}
    first = {}
    for mention in tables["mentions"]:
        first.setdefault(mention["entity_id"], (mention["doc_id"], mention["start"]))
    for table in tables.values():
        for row in table:
            for key, value in row.items():
                if isinstance(value, str):
                    row[key] = first.get(value, value)
    return {name: sorted(map(repr, table)) for name, table in tables.items()}


def test_texts_in_any_order_make_the_same_tables():
    expected = alike(TEXTS)
    for texts in itertools.permutations(TEXTS):
        assert alike(texts) == expected


def test_one_text_after_another_makes_the_same_tables_as_all_at_once():
    store = Store()
    for count in range(1, len(TEXTS) + 1):
        last = store.hold(*TEXTS[:count]).tables()
    at_once = Store().hold(*TEXTS).tables()
    dropped = {"people": "person_id", "organisations": "organisation_id", "places": "place_id"}
    for name, key in dropped.items():
        assert rows(last[name].drop_columns([key])) == rows(at_once[name].drop_columns([key]))
