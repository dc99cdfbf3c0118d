"""What a person sees of one text."""

from datetime import date

from pipeline.aligned import AlignedText
from pipeline.explain import explain
from pipeline.records import (
    AnnotatedDocument,
    DateMention,
    Document,
    Dropped,
    Entity,
    Event,
    Evidence,
    Mention,
    Paragraph,
    Participant,
    Role,
    Source,
)

TEXT = "Le ministre Aldo Ferri s'est rendu à Lyon le 3 mai 2021."


def annotated():
    source = Source("visite.txt", "0" * 64, "txt", TEXT + "\n\nPartager")
    document = Document(
        source,
        AlignedText.of(TEXT),
        "Une visite",
        (Paragraph(0, len(TEXT), "body"),),
        (Dropped("drop_menus", "Partager", 59, 67),),
    )
    day = date(2021, 5, 3)
    return AnnotatedDocument(
        document,
        day,
        14,
        (Mention(12, 22, "Aldo Ferri", "PER", "civility", 0), Mention(37, 41, "Lyon", "LOC", "model", 1)),
        (
            Entity("PER", "Aldo Ferri", ("Aldo Ferri", "Ferri"), roles=(Role("ministre"),), reasons=("same surname",)),
            Entity("LOC", "Lyon", ("Lyon",), kind="city", country="FR", place="geonames:2996944"),
        ),
        (DateMention(45, 55, "3 mai 2021", "DATE", "2021-05-03", day, day, None, "day-month-year"),),
        (
            Event(
                "visit",
                "Visite",
                (),
                day,
                day,
                "day",
                "occurred",
                False,
                (Participant(0, "visitor"),),
                (1,),
                (Evidence(0, len(TEXT), 23, 34),),
                ("se-rendre",),
            ),
        ),
    )


def test_every_finding_is_shown_with_what_found_it():
    shown = "\n".join(explain(annotated()))
    for piece in (
        "visite.txt (txt",
        "published  2021-05-03",
        TEXT,
        "drop_menus: 'Partager'",
        "[12, 22) PER Aldo Ferri   (civility)",
        "ministre",
        "because same surname",
        "2021-05-03 to 2021-05-03   (day-month-year)",
        "visit: Visite   (se-rendre)",
        "Aldo Ferri (visitor)",
        "where  Lyon",
    ):
        assert piece in shown


def test_a_section_without_content_is_left_out():
    assert "cut at a line end" not in "\n".join(explain(annotated()))
