from datetime import date

import pytest

from pipeline.ingest.html import read_html

BODY = "<p>Le ministre a visité le port d'Oran, où l'attendaient le wali et les élus de la région.</p>" * 3


def page(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def read(data):
    return read_html(data, 1_000_000)


def marked(content):
    return [(mark.kind, content.text[mark.start : mark.end]) for mark in content.marks]


ARTICLE = page(
    """
    <nav><a href="/">Accueil</a> <a href="/monde">Monde</a></nav>
    <article><h1>Une visite à Oran</h1>
    <p>Le ministre a visité le port d'Oran,
       où l'attendaient le <b>wali</b> et les <a href="/elus">élus</a> de la région, venus nombreux.</p>
    <h2>Deux accords</h2>
    <p>Deux accords ont été signés en présence des ambassadeurs, l'un sur la pêche, l'autre sur la formation.</p>
    <ul><li>un accord sur la pêche ;</li><li>un accord sur la formation.</li></ul>
    <table><tr><th>Ville</th><th>Date</th></tr><tr><td>Oran</td><td>12 mars</td></tr></table>
    </article>
    <footer>Mentions légales</footer>""",
    """<title>Une visite à Oran | La Gazette</title>
    <meta property="og:site_name" content="La Gazette">
    <meta property="article:published_time" content="2015-03-12T23:30:00+01:00">
    <link rel="canonical" href="https://gazette.example/oran">""",
)


def test_an_article_comes_with_headings_lists_and_rows_and_without_menus():
    content = read(ARTICLE)
    assert marked(content) == [
        ("title", "Une visite à Oran"),
        (
            "paragraph",
            "Le ministre a visité le port d'Oran, où l'attendaient le wali et les élus de la région, venus nombreux.",
        ),
        ("heading", "Deux accords"),
        (
            "paragraph",
            "Deux accords ont été signés en présence des ambassadeurs, l'un sur la pêche, l'autre sur la formation.",
        ),
        ("list_item", "un accord sur la pêche ;"),
        ("list_item", "un accord sur la formation."),
        ("table_row", "Ville | Date"),
        ("table_row", "Oran | 12 mars"),
    ]


def test_a_page_says_its_title_day_site_and_address():
    content = read(ARTICLE)
    assert (content.title, content.published_on) == ("Une visite à Oran", date(2015, 3, 12))
    assert (content.publisher, content.url) == ("La Gazette", "https://gazette.example/oran")


def test_linked_data_say_it_too():
    data = '{"@graph": [{"@type": "Organization", "name": "X"}, {"@type": ["NewsArticle"], "headline": "Une visite",'
    data += ' "datePublished": "2015-03-12", "publisher": {"name": "La Gazette"}}]}'
    content = read(page(BODY, f'<script type="application/ld+json">{data}</script>'))
    assert (content.title, content.publisher, content.published_on) == ("Une visite", "La Gazette", date(2015, 3, 12))


@pytest.mark.parametrize(
    "time",
    [
        '<time datetime="2015-03-12T08:00">jeudi</time>',
        '<time class="entry-date" datetime="2015-03-12">jeudi</time><time datetime="2016-01-01">vendredi</time>',
        '<span itemprop="datePublished">12 mars 2015</span>',
    ],
)
def test_an_element_may_say_the_day(time):
    assert read(page(time + BODY)).published_on == date(2015, 3, 12)


def test_two_times_say_nothing():
    time = '<time datetime="2015-03-12">jeudi</time><time datetime="2016-01-01">vendredi</time>'
    assert read(page(time + BODY)).published_on is None


def test_a_date_in_a_sentence_is_not_the_pages():
    assert read(page("<h1>Le traité du 12 mars 2013</h1>" + BODY)).published_on is None


@pytest.mark.parametrize(
    "head",
    ["<meta charset=iso-8859-1>", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', ""],
)
def test_an_old_encoding_is_read(head):
    data = f"<html><head>{head}</head><body><p>L'été à Orléans</p></body></html>".encode("cp1252")
    assert read(data).text == "L'été à Orléans"


def test_a_page_that_lies_about_being_latin_is_read_as_utf8():
    assert read(page("<p>déjà</p>", "<meta charset=iso-8859-1>")).text == "déjà"


def test_scripts_styles_and_attributes_never_leak():
    body = (
        f"<script>secret()</script><style>.secret{{}}</style><p onclick='secret()'>{BODY}</p><SCRIPT >secret</SCRIPT\n>"
    )
    content = read(page(body + "<!-- secret --><img alt='secret' src=x><noscript>secret</noscript>"))
    assert "secret" not in content.text


def test_a_line_break_is_a_line_end_and_two_part_paragraphs():
    assert read(page("<div>un<br>deux<br><br>trois</div>")).text == "un\ndeux\n\ntrois"


def test_entities_without_a_character_are_left_out():
    assert read(b"<p>&#xD800;&#x110000; L&eacute;on &amp; fils</p>").text.endswith("Léon & fils")


def test_without_tags_it_is_text_all_the_same():
    assert read("Rien que du texte, déjà.".encode()).text == "Rien que du texte, déjà."


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 10_000 + BODY.encode() + b"</div>" * 10_000,
        b"<b><i>" * 50_000 + BODY.encode(),
        b"<p " + b" ".join(b"a%d=1" % i for i in range(100_000)) + b">" + BODY.encode(),
        b"<table><tr><td>" * 20_000 + BODY.encode(),
        b"<p>" + b"&amp;" * 200_000 + b"</p>" + BODY.encode(),
        BODY.encode() + b"<" * 100_000,
        BODY.encode() + b"<!--" * 25_000,
        b"<script>x</script>" * 20_000 + BODY.encode(),
        b"<p>" + b"(" * 100_000 + b"</p>" + BODY.encode(),
    ],
    ids=["deep", "unclosed", "attributes", "tables", "entities", "brackets", "comments", "scripts", "parentheses"],
)
def test_a_hostile_page_keeps_its_text(data):
    assert "le port d'Oran" in read(data).text


LAYOUT = """<table><tr><td><a href="/">Accueil</a><br><a href="/monde">Monde</a></td><td><h1>Une visite</h1>
<p>Le ministre a visité le port d'Oran, où l'attendaient le wali et les élus de la région.</p>
<p>Il a ensuite rencontré les étudiants de l'université, puis les entrepreneurs de la ville.</p></td></tr></table>"""


def test_a_table_that_lays_out_a_page_is_no_table():
    assert ("table_row" not in {kind for kind, _ in marked(read(page(LAYOUT)))}) and "Une visite\n\n" in read(
        page(LAYOUT)
    ).text


def test_what_stands_between_the_articles_sentences_stays_and_links_go():
    between = (
        "<p class=date>Mise à jour : 12.03.15</p><p><a href='/autre'>Lire aussi : un autre article de ce site</a></p>"
    )
    content = read(
        page(f"<div id=a><h1>Une visite</h1>{BODY}{between}{BODY}</div><div id=b><a href='/'>Plan du site</a></div>")
    )
    assert "Mise à jour : 12.03.15" in content.text
    assert "Lire aussi" not in content.text
    assert "Plan du site" not in content.text
