"""One row for one happening, however many texts tell of it."""

import datetime

import pytest

from tests.resolve.stores import Store, Text, loc, org, per, rows

FRANCE = loc("France", place="FR", kind="country", country="FR")
KAZAKHSTAN = loc("Kazakhstan", place="KZ", kind="country", country="KZ")
ASTANA = loc("Astana", place="geonames:1526273", kind="city", country="KZ")
PARIS = loc("Paris", place="geonames:2988507", kind="city", country="FR")
MACRON = per("Emmanuel Macron", gender="m", roles=[("président", None, "FR")])
TOKAIEV = per("Kassym-Jomart Tokaïev", gender="m", roles=[("président", None, "KZ")])


def day(value):
    return datetime.date.fromisoformat(value)


def event(type_, head="Visite", who=(), where=(), days=(None, None), topic=(), precision="day", **more):
    """An event of a text: `who` are (entity, role), `where` entities, both counted in the text's list."""
    first, last = (day(d) if d else None for d in (days if isinstance(days, tuple) else (days, days)))
    said = {
        "type": type_,
        "head": head,
        "topic": sorted(topic),
        "earliest": first,
        "latest": last,
        "precision": precision if first or last else "unknown",
        "status": "occurred",
        "negated": False,
        "participants": [{"entity": e, "role": role} for e, role in who],
        "places": list(where),
        "evidence": [{"start": 0, "end": 5, "trigger_start": 0, "trigger_end": 3}],
        "rules": ["rule"],
        "part_of": None,
        "reasons": [],
    }
    return said | more


def resolved(*texts, store=None):
    """The events' rows; a text is (path, entities, events) and the day it was published, if known."""
    store = store or Store()
    store.hold(*(Text(path, entities, day=day(when[0]) if when else None) for path, entities, _, *when in texts))
    store.connection.execute("DELETE FROM result_events")
    for result, (_, _, events, *_) in enumerate(texts):
        for number, said in enumerate(events):
            _insert(store, result, number, said)
    return rows(store.tables()["events"])


def _insert(store, result, number, said):
    store.connection.execute(
        """INSERT INTO result_events SELECT ?, ?, ?, ?, ?::VARCHAR[], ?, ?, ?, ?, ?,
        ?::STRUCT(entity INTEGER, role VARCHAR)[], ?::INTEGER[],
        ?::STRUCT(start INTEGER, "end" INTEGER, trigger_start INTEGER, trigger_end INTEGER)[],
        ?::VARCHAR[], ?, ?::VARCHAR[]""",
        [result, number, *said.values()],
    )


def visit(days=(None, None), who=0, where=(1,), **more):
    return event("visit", who=[(who, "visitor")], where=where, days=days, **more)


def test_the_same_visit_in_two_texts_is_one_row_of_the_more_precise_day():
    (row,) = resolved(
        ("a", [TOKAIEV, PARIS], [visit(("2024-11-01", "2024-11-30"), precision="month")]),
        ("b", [TOKAIEV, PARIS], [visit("2024-11-05")]),
    )
    assert (row["earliest"], row["precision"], row["n_documents"]) == (day("2024-11-05"), "day", 2)
    assert [proof["doc_id"] for proof in row["evidence"]] == ["d-a", "d-b"]
    assert row["title"] == "Visite de Kassym-Jomart Tokaïev à Paris"
    assert any("participants in common" in why for why in row["reasons"])


def test_other_days_other_people_and_other_places_keep_apart():
    assert (
        len(resolved(("a", [TOKAIEV, PARIS], [visit("2022-11-29")]), ("b", [TOKAIEV, PARIS], [visit("2024-11-05")])))
        == 2
    )
    assert (
        len(resolved(("a", [TOKAIEV, PARIS], [visit("2022-11-29")]), ("b", [MACRON, PARIS], [visit("2022-11-29")])))
        == 2
    )
    assert (
        len(resolved(("a", [MACRON, PARIS], [visit("2022-11-29")]), ("b", [MACRON, ASTANA], [visit("2022-11-29")])))
        == 2
    )


def test_what_one_text_tells_as_two_is_two():
    told = ("a", [TOKAIEV, PARIS], [visit("2024-11-05"), visit(("2024-11-01", "2024-11-30"))])
    assert len(resolved(told, ("b", [TOKAIEV, PARIS], [visit("2024-11-05")]))) == 2


def test_a_visit_without_a_day_is_the_only_one_it_can_be():
    undated = ("b", [TOKAIEV, FRANCE], [visit(head="Visite officielle")])
    one = ("a", [TOKAIEV, PARIS], [visit("2024-11-05")])
    other = ("c", [TOKAIEV, PARIS], [visit("2022-11-29")])
    assert len(resolved(one, undated)) == 1
    assert len(resolved(one, undated, other)) == 3


def test_a_denied_visit_is_no_visit():
    assert (
        len(
            resolved(
                ("a", [MACRON, ASTANA], [visit("2023-11-01")]),
                ("b", [MACRON, ASTANA], [visit("2023-11-01", negated=True)]),
            )
        )
        == 2
    )


RELATIONS = {
    "head": "Établissement des relations diplomatiques",
    "topic": ["diplomatiques", "etablissement", "relations"],
}


@pytest.mark.parametrize("other", [("1992-01-01", "1992-03-31"), (None, None), ("1992-01-25", "1992-01-25")])
def test_relations_are_established_once(other):
    parties = [(0, "party"), (1, "party")]
    (row,) = resolved(
        ("a", [FRANCE, KAZAKHSTAN], [event("establishment", who=parties, days="1992-01-25", **RELATIONS)]),
        ("b", [FRANCE, KAZAKHSTAN], [event("establishment", who=parties, days=other, **RELATIONS)]),
    )
    assert row["earliest"] == day("1992-01-25")
    assert row["title"] == "Établissement des relations diplomatiques entre la France et le Kazakhstan"
    assert row["plover"] == "SUPPORT"


def test_agreements_of_the_same_states_are_told_apart_by_their_subject():
    parties = [(0, "signatory"), (1, "signatory")]
    space = event(
        "agreement", "Accord spatial", who=parties, days=("2012-01-01", "2012-12-31"), topic=["satellite", "espace"]
    )
    health = event(
        "agreement", "Accord de santé", who=parties, days=("2012-01-01", "2012-12-31"), topic=["sante", "hopital"]
    )
    assert len(resolved(("a", [FRANCE, KAZAKHSTAN], [space]), ("b", [FRANCE, KAZAKHSTAN], [health]))) == 2
    assert len(resolved(("a", [FRANCE, KAZAKHSTAN], [space]), ("b", [FRANCE, KAZAKHSTAN], [space]))) == 1


def test_a_part_refers_to_the_whole_of_another_text():
    signing = event("agreement", "Signature d’accords", who=[(1, "party")], where=(1,), topic=["accord"], part_of=0)
    entities = [TOKAIEV, PARIS, FRANCE]
    found = resolved(("a", entities, [visit("2024-11-05"), signing]), ("b", entities, [visit("2024-11-05")]))
    by_type = {row["type"]: row for row in found}
    assert len(found) == 2
    assert by_type["agreement"]["part_of"] == by_type["visit"]["event_id"]


def test_the_order_of_arrival_changes_nothing_but_identifiers():
    texts = [
        ("a", [TOKAIEV, PARIS], [visit(("2024-11-01", "2024-11-30"), precision="month")]),
        ("b", [TOKAIEV, PARIS], [visit("2024-11-05")]),
        ("c", [TOKAIEV, FRANCE], [visit()]),
        ("d", [MACRON, ASTANA], [visit("2023-11-01")]),
    ]

    def content(found):
        return sorted((r["title"], r["earliest"], r["n_documents"], r["status"], tuple(r["reasons"])) for r in found)

    assert content(resolved(*texts)) == content(resolved(*reversed(texts)))


def test_an_event_keeps_its_identifier_when_texts_come():
    store = Store()
    first = ("a", [TOKAIEV, PARIS], [visit("2024-11-05")])
    (before,) = resolved(first, store=store)
    after = resolved(
        ("0", [MACRON, ASTANA], [visit("2023-11-01")]),
        first,
        ("b", [TOKAIEV, PARIS], [visit("2024-11-05")]),
        store=store,
    )
    assert before["event_id"] in {row["event_id"] for row in after if row["n_documents"] == 2}


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (FRANCE, "en France"),
        (KAZAKHSTAN, "au Kazakhstan"),
        (ASTANA, "à Astana"),
        (loc("États-Unis", place="US", kind="country", country="US"), "aux États-Unis"),
        (loc("Iran", place="IR", kind="country", country="IR"), "en Iran"),
    ],
)
def test_titles_are_french(place, words):
    (row,) = resolved(("a", [MACRON, place], [visit("2023-11-01")]))
    assert row["title"] == f"Visite d’Emmanuel Macron {words}"


def test_an_organisation_founded_is_one_event_under_its_two_names():
    institute = org("Institut Sorbonne Kazakhstan", kind="university")
    house = org("Sorbonne", kind="university")
    founded = event(
        "establishment", "Inauguration", who=[(0, "founded")], days=("2014-12-01", "2014-12-31"), topic=["institut"]
    )
    opened = event(
        "establishment", "Ouverture", who=[(0, "founded")], days=("2014-01-01", "2014-12-31"), topic=["filiale"]
    )
    assert len(resolved(("a", [institute], [founded]), ("b", [house], [opened]))) == 1


NAMED = [TOKAIEV, PARIS, MACRON]
BELOW = [{"start": 20, "end": 30, "trigger_start": 21, "trigger_end": 25}]


@pytest.mark.parametrize(
    ("first", "then", "status"),
    [
        (("planned", "2024-10-01"), ("occurred", "2024-11-06"), "occurred"),
        (("planned", "2024-10-01"), ("cancelled", "2024-11-01"), "cancelled"),
        (("occurred", "2024-10-01"), ("cancelled", "2024-11-01"), "cancelled"),
        (("cancelled", "2024-10-01"), ("occurred", "2024-11-06"), "occurred"),
        (("uncertain", "2024-10-01"), ("planned", "2024-11-01"), "planned"),
        (("occurred", "2024-10-01"), ("planned", "2024-11-01"), "planned"),
    ],
)
def test_the_later_text_knows_whether_it_took_place(first, then, status):
    texts = [
        (path, NAMED, [visit("2024-11-05", status=said)], when)
        for path, (said, when) in zip("ab", (first, then), strict=True)
    ]
    assert [row["status"] for row in resolved(*texts)] == [status]


def test_a_denied_event_stays_denied():
    (row,) = resolved(
        ("a", NAMED, [visit("2024-11-05", negated=True)]), ("b", NAMED, [visit("2024-11-05", negated=True)])
    )
    assert row["negated"]


def meeting(days, where=(1,), **more):
    return event("meeting", "Entretien", [(0, "guest"), (2, "host")], where, days, **more)


def test_a_meeting_on_a_visit_is_part_of_it_though_another_text_tells_it():
    found = resolved(
        ("a", NAMED, [visit(("2024-11-04", "2024-11-05"))]),
        ("b", NAMED, [meeting("2024-11-05")]),
        ("c", NAMED, [meeting("2024-11-07")]),
    )
    by_day = {(row["type"], row["earliest"]): row for row in found}
    home = by_day["visit", day("2024-11-04")]["event_id"]
    assert by_day["meeting", day("2024-11-05")]["part_of"] == home
    assert by_day["meeting", day("2024-11-07")]["part_of"] is None
    assert any("visit of Kassym-Jomart" in why for why in by_day["meeting", day("2024-11-05")]["reasons"])


def test_an_accord_of_the_visitor_s_state_and_his_host_s_is_part_of_the_visit():
    parties = [(0, "party"), (1, "party")]
    found = resolved(
        ("a", NAMED, [visit(("2024-11-04", "2024-11-05"))]),
        ("b", [FRANCE, KAZAKHSTAN, PARIS], [event("agreement", "Accord", parties, (2,), "2024-11-05", ["accord"])]),
        ("c", [FRANCE, KAZAKHSTAN, ASTANA], [event("agreement", "Accord", parties, (2,), "2024-11-05", ["uranium"])]),
    )
    outer = {row["title"]: row["part_of"] for row in found if row["type"] == "agreement"}
    assert [bool(home) for _, home in sorted(outer.items())] == [False, True], outer


def test_a_visit_has_the_day_of_what_was_signed_on_it_unless_a_text_says_its_days():
    signing = event("agreement", "Accord", [(1, "party")], (1,), "2024-11-05", ["accord"], part_of=0)
    told = ("a", NAMED, [visit(), signing])
    (alone,) = (row for row in resolved(told) if row["type"] == "visit")
    assert (alone["earliest"], alone["latest"], alone["precision"]) == (day("2024-11-05"), day("2024-11-05"), "day")
    other = ("b", NAMED, [visit(("2024-11-04", "2024-11-05"), precision="interval")])
    (both,) = (row for row in resolved(told, other) if row["type"] == "visit")
    assert (both["earliest"], both["precision"]) == (day("2024-11-04"), "interval")


def test_what_one_text_tells_first_in_short_and_then_at_length_is_one():
    in_short = event("agreement", "Signature d’une convention", (), (), "2024-11-05", ["convention"])
    at_length = event(
        "agreement", "Signature d’un accord", [(0, "signatory"), (2, "signatory")], (1,), "2024-11-05", ["accord"]
    )
    (row,) = resolved(("a", NAMED, [in_short, at_length | {"evidence": BELOW}]))
    assert {p["name"] for p in row["participants"]} == {"Kassym-Jomart Tokaïev", "Emmanuel Macron"}
    assert len(row["evidence"]) == 2


def test_what_one_sentence_tells_as_two_is_two():
    sign = event("agreement", "Signature d’un contrat", [(0, "signatory")], (), "2024-11-05", ["contrat"])
    again = event("agreement", "Signature d’un contrat", [(2, "signatory")], (), "2024-11-05", ["contrat"])
    assert len(resolved(("a", NAMED, [sign, again]))) == 2
    assert len(resolved(("a", NAMED, [sign, again | {"evidence": BELOW}]))) == 2


def test_a_sentence_printed_again_tells_the_same():
    entities = [per("Aïgoul Bek"), loc("Vallée Bleue")]
    strike = event("gathering", "Manifestation", topic=["manifestation"])
    body = "Une manifestation aura lieu. Aïgoul Bek. Vallée Bleue"

    def told(*bodies):
        store = Store()
        store.hold(*(Text(f"{n}.txt", entities, f"{text}{body}") for n, text in enumerate(bodies)))
        for result, text in enumerate(bodies):
            said = strike | {"evidence": [dict(zip(BELOW[0], (len(text), len(text) + 28, len(text), 5), strict=True))]}
            _insert(store, result, 0, said)
        return rows(store.tables()["events"])

    assert len(told("", "Une autre feuille. ")) == 1
