import io
import zipfile
from datetime import date, datetime

import docx
import pytest
from docx.oxml import parse_xml

from pipeline.errors import Reject
from pipeline.ingest.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(document):
    return read_docx(saved(document), 100_000)


def marked(content):
    return [(mark.kind, content.text[mark.start : mark.end]) for mark in content.marks]


def package(body, head=""):
    """A Word file of as few parts as may be."""
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{types}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relations}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0"?>{head}<w:document {W}><w:body>{body}</w:body></w:document>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_headings_lists_and_table_rows_come_in_reading_order():
    document = docx.Document()
    document.add_heading("Une visite", 0)
    document.add_paragraph("Le ministre est venu.")
    document.add_heading("Accords", 1)
    document.add_paragraph("sur la pêche", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("Ville", "Date", "Oran", "12 mars"), strict=True
    ):
        cell.text = text
    document.add_paragraph("Il est reparti.")
    assert marked(read(document)) == [
        ("title", "Une visite"),
        ("paragraph", "Le ministre est venu."),
        ("heading", "Accords"),
        ("list_item", "sur la pêche"),
        ("table_row", "Ville | Date"),
        ("table_row", "Oran | 12 mars"),
        ("paragraph", "Il est reparti."),
    ]


def test_properties_give_title_and_day():
    document = docx.Document()
    document.add_paragraph("Texte")
    document.core_properties.title = "Une note"
    document.core_properties.created = datetime(2015, 3, 12, 8)
    content = read(document)
    assert (content.title, content.published_on) == ("Une note", date(2015, 3, 12))


def test_the_day_of_an_empty_template_is_nobodys():
    document = docx.Document()
    document.add_paragraph("Texte")
    assert read(document).published_on is None


def test_what_wraps_a_paragraph_doesnt_hide_it():
    document = docx.Document()
    document.add_paragraph("avant")
    held = f'<w:sdt {W}><w:sdtContent><w:p><w:ins w:id="1"><w:r><w:t>ajouté</w:t></w:r></w:ins>'
    held += '<w:del w:id="2"><w:r><w:delText>effacé</w:delText></w:r></w:del></w:p></w:sdtContent></w:sdt>'
    document.element.body.insert(1, parse_xml(held))
    assert read(document).text == "avant\n\najouté"


def test_tabs_line_breaks_and_hyphens_are_kept():
    body = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>"
    assert read_docx(package(body), 1000).text == "a\tb\nc\u2011d"


def table(*rows):
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def test_a_table_that_lays_out_paragraphs_is_no_table():
    left, right = paragraph("un") + paragraph("deux"), table([paragraph("Ville"), paragraph("Oran")]) + paragraph("")
    content = read_docx(package(table([left, right])), 1000)
    assert marked(content) == [("paragraph", "un"), ("paragraph", "deux"), ("table_row", "Ville | Oran")]


def test_tables_in_tables_have_no_end():
    body = paragraph("fond")
    for _ in range(60):
        body = table([body])
    assert read_docx(package(body), 1000).text == "fond"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\3\4 rien", "damaged"),
        (package(paragraph("Texte"))[:300], "damaged"),
        (package(paragraph("&x;"), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), "damaged"),
        (package(""), "empty"),
        (package(paragraph("a " * 3_000_000)), "too_long"),
        (package("<w:p>"), "damaged"),
    ],
    ids=["no zip", "cut short", "entity", "empty", "bomb", "no xml"],
)
def test_what_cant_be_used_is_rejected(data, reason):
    with pytest.raises(Reject) as raised:
        read_docx(data, 100_000)
    assert raised.value.reason == reason


def test_a_package_without_a_document_is_damaged():
    stream = io.BytesIO()
    zipfile.ZipFile(stream, "w").close()
    with pytest.raises(Reject, match="damaged"):
        read_docx(stream.getvalue(), 1000)


def test_deep_nesting_is_walked_without_recursion():
    body = (
        f"<w:sdt><w:sdtContent>{'<w:smartTag>' * 200}{paragraph('fond')}{'</w:smartTag>' * 200}</w:sdtContent></w:sdt>"
    )
    assert read_docx(package(body), 1000).text == "fond"
