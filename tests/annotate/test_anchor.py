"""The text's own date, from whatever states it."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.aligned import AlignedText
from pipeline.annotate.anchor import own_date, period
from pipeline.annotate.dates import Period
from pipeline.annotate.dates.rules import read_rules
from pipeline.records import Document, Paragraph, Source

RULES = read_rules(Path(__file__).parents[2] / "configs" / "fr")
BODY = "\n\nLe ministre a reçu en 1998 une délégation venue le 3 mai 2001.\n\n" + "Rien de plus. " * 80


def document(text, path="text.txt", published_on=None):
    source = Source(path, "0" * 64, "txt", text, published_on=published_on)
    return Document(source, AlignedText.of(text), None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Titre\n\nPublié le 12 mars 2018" + BODY, date(2018, 3, 12)),
        ("Titre\n\nPublié le 12/03/2018 à 10h12 - Mis à jour le 14/03/2018" + BODY, date(2018, 3, 12)),
        ("Titre" + BODY + "\n\nMise à jour : 13.03.18", date(2018, 3, 13)),
        ("Titre\n\nLa Suède au Chili – dernière actualisation : 13 mars 2018\n\n" + BODY, date(2018, 3, 13)),
        ("Titre" + BODY + "\n\nDernière mise à jour le 13 mars 2018", date(2018, 3, 13)),
        ("Titre\n\nDakar, le 4 mai 2016" + BODY, date(2016, 5, 4)),
        ("Titre\n\nDAKAR, 4 mai 2016 (AFP) – Le ministre" + BODY, date(2016, 5, 4)),
        ("Titre\n\nmardi 4 mai 2016" + BODY, date(2016, 5, 4)),
        ("Titre\n\nDakar (Sénégal) et Metz (France), le 4 mai 2016 - 8h00 CET" + BODY, date(2016, 5, 4)),
        ("Titre\n\nParis, Abidjan, Dakar – 4 mai 2016 – Volta annonce" + BODY, date(2016, 5, 4)),
        ("Titre\n\nSigné à Oslo (Norvège) et Metz (France), le 4 mai 2016, le traité tient." + BODY, None),
        ("7 Mai 2016 19:41\n\nTitre" + BODY, date(2016, 5, 7)),
        ("Titre" + BODY, None),
        ("Titre\n\nLe 4 mai 2016, tout a changé pour la délégation." + BODY, None),
        ("Titre\n\nRéunis à Dakar le 4 mai 2016, les ministres ont signé." + BODY, None),
        ("Titre\n\nPublié hier" + BODY, None),
        ("Titre\n\nmai 2016" + BODY, None),
        ("Titre\n\nDAKAR. 4 mai 2016. APS – Le ministre" + BODY, date(2016, 5, 4)),
        ("Titre\n\nSaint-Louis. 4 mai 2016 / APS / - Le ministre" + BODY, date(2016, 5, 4)),
        ("Titre" + BODY + "\n\nDernière modification : 22/11/2019", date(2019, 11, 22)),
        ("Titre" + BODY + "\n\n*Dernière révision le 3 mai 2018*", date(2018, 5, 3)),
        ("Titre" + BODY + "\n\n_Actualisation : 3 mai 2018_", date(2018, 5, 3)),
        ("Titre\n\nRévision du traité du 3 mai 2018" + BODY, None),
        ("Titre\n\nLa révision du 3 mai 2018 a été rejetée." + BODY, None),
        ("Titre\n\n*Le Navire, n° 412, 2 avril 2024*" + BODY, date(2024, 4, 2)),
        ("Titre\n\nCulture | par la rédaction | mis en ligne le 13 septembre 2024" + BODY, date(2024, 9, 13)),
        ("Titre\n\nPar Awa Diop et Jean Faye, APS, 4 mai 2016" + BODY, date(2016, 5, 4)),
        ("Titre\n\nAPS\n\nAwa Diop · Économie · 04/05/2016 à 10h12 · 3 min" + BODY, date(2016, 5, 4)),
        ("Titre\n\n**La Lettre de Thiès – n° 12 – mardi 4 mai 2016**" + BODY, date(2016, 5, 4)),
        ("Titre\n\nGENÈVE/LOMÉ (4 mai 2016) – Le ministre" + BODY, date(2016, 5, 4)),
        ("Titre\n\nNations Unies, Lomé, 4 mai 2016 – Le ministre" + BODY, date(2016, 5, 4)),
        ("Titre\n\nLOMÉ (Togo), 4 mai 2016 (APS) - Le ministre" + BODY, date(2016, 5, 4)),
        ("Titre\n\nN'Djamena, le 4 mai 2016" + BODY, date(2016, 5, 4)),
        ("TITRE\n\nLOMÉ, LE 1ER MAI 2016" + BODY, date(2016, 5, 1)),
        ("Titre\n\n[04/05/2016] Le ministre" + BODY, date(2016, 5, 4)),
        ("Titre\n\n4 mai 2016 – Le ministre" + BODY, date(2016, 5, 4)),
        ("Titre\n\nMaison du fleuve – Mercredi 4 mai 2016" + BODY, date(2016, 5, 4)),
        ("Titre\n\nLe Rivage, mercredi 4 mai 2016, p. 12" + BODY, date(2016, 5, 4)),
        ("Titre\n\nTemps de lecture : 3 minutes – 4 mai 2016" + BODY, date(2016, 5, 4)),
        ("Titre\n\nAPS, publié le mercredi 4 mai 2016 à 17h05" + BODY, date(2016, 5, 4)),
        ("Titre\n\nAPS – Publié le : 04/05/2016 – 17:05" + BODY, date(2016, 5, 4)),
        ("Titre\n\nCommuniqué de presse – 1ᵉʳ mai 2016" + BODY, date(2016, 5, 1)),
        ("Titre\n\nDiscours prononcé à Lomé le 4 mai 2016" + BODY, date(2016, 5, 4)),
        ("Titre\n\nCréé le 4 mai 2016" + BODY, date(2016, 5, 4)),
        ("Titre" + BODY + "\n\nFait à Lomé, le 4 mai 2016", date(2016, 5, 4)),
        ("Titre" + BODY + "\n\nLomé, le 4 mai 2016", date(2016, 5, 4)),
        ("Titre" + BODY + "\n\nSource : le port de Lomé, 4 mai 2016", None),
        ("Titre\n\nLa Revue du rail – N° 12 – automne 2016" + BODY, None),
        ("Titre\n\nLomé, 4 mai 1944 : la ville se soulève. Récit." + BODY, None),
        ("Titre\n\n4 mai 1944 – La ville se soulève.\n\n6 mai 1944 – Elle est prise." + BODY, None),
        ("Titre\n\nPublié le 4 mai 2016, le décret crée un institut." + BODY, None),
        ("Titre\n\nLomé, 4 mai (APS) – Le ministre" + BODY, None),
        ("Titre\n\nNé à Dakar, Sénégal, le 4 mai 2016, il a signé." + BODY, None),
        ("Titre\n\nIl a signé à Dakar, devant ses pairs, le 4 mai 2016." + BODY, None),
        ("Titre\n\n- Rencontre avec le maire, Dakar, 4 mai 2016" + BODY, None),
        ("Titre\n\nLe décret, publié le 4 mai 2016, est entré en vigueur." + BODY, None),
        ("Titre\n\nPar décret en date du 4 mai 2016, un préfet est nommé." + BODY, None),
    ],
)
def test_a_text_states_its_day(text, day):
    assert own_date(document(text), RULES) == day


def test_the_metadata_goes_before_the_text():
    stated = document("Publié le 12 mars 2018" + BODY, published_on=date(2018, 3, 11))
    assert own_date(stated, RULES) == date(2018, 3, 11)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2018-03-12_visite.txt", date(2018, 3, 12)),
        ("presse/20180312.txt", date(2018, 3, 12)),
        ("2018-03-12/visite.txt", None),
        ("visite_20181399.txt", None),
        ("3201803124.txt", None),
    ],
)
def test_else_the_file_may_be_named_for_it(name, day):
    assert own_date(document("Titre" + BODY, path=name), RULES) == day


def test_the_text_goes_before_the_name():
    assert own_date(document("Titre\n\nPublié le 12 mars 2018" + BODY, "2019-01-01.txt"), RULES) == date(2018, 3, 12)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Point de presse du 19 novembre 2024", date(2024, 11, 19)),
        ("Point de presse – mardi 19 novembre 2024", date(2024, 11, 19)),
        ("Communiqué du 19 novembre 2024 - Ministère de la Culture", date(2024, 11, 19)),
        ("Compte rendu de la réunion du 19 novembre 2024", date(2024, 11, 19)),
        ("Compte rendu de la séance du mardi 19 novembre 2024", date(2024, 11, 19)),
        ("Sénat, séance du 19 novembre 2024", date(2024, 11, 19)),
        ("Conseil de Lomé – Séance publique du mardi 19 novembre 2024", date(2024, 11, 19)),
        ("Rivages & Ports, n° 87, 19 novembre 2024", date(2024, 11, 19)),
        ("Rivages & Ports, vol. 12, n° 2, 19 novembre 2024, p. 12-14", date(2024, 11, 19)),
        ("Le Rivage n° 87 du 19 novembre 2024", date(2024, 11, 19)),
        ("Rencontre | 19.11.2024 | Culture", date(2024, 11, 19)),
        ("Retour sur la séance du 19 novembre 2024", None),
        ("Sénat, Lomé, séance du 19 novembre 2024.", None),
        ("Loi n° 87, 19 novembre 2024", None),
        ("Le traité, l'accord & la convention, 19 novembre 1924", None),
        ("Photo : Awa Diop, n° 87, 19 novembre 2024", None),
        ("*Lire aussi : Le Rivage, n° 87, 19 novembre 2024*", None),
        ("Bulletin n° 12 du 19 novembre 2024", date(2024, 11, 19)),
        ("Lettre du 19/11/2024", date(2024, 11, 19)),
        ("Déclaration conjointe (Lomé, 19 novembre 2024)", date(2024, 11, 19)),
        ("Déclaration d'indépendance du 19 novembre 1824", None),
        ("Compte rendu du déplacement effectué au Tchad du 9 au 14 avril 2023", None),
        ("Communiqué du 19 novembre", None),
        ("Retour sur le communiqué du 19 novembre 2024", None),
        ("Point de presse : l'attentat du 19 novembre 2024 a tout changé", None),
        ("La bataille du 19 novembre 1864", None),
    ],
)
def test_a_genre_in_the_title_or_a_heading_states_the_day(title, day):
    text = title + BODY
    paragraphs = (Paragraph(0, len(title), "heading"),)
    source = Source("text.txt", "0" * 64, "txt", text)
    assert own_date(Document(source, AlignedText.of(text), None, paragraphs), RULES) == day
    assert own_date(Document(source, AlignedText.of(text), title), RULES) == day


def test_what_says_when_it_was_published_goes_before_the_genre_in_the_title():
    text = "Point de presse du 19 novembre 2024\n\nMis en ligne le 20 novembre 2024" + BODY
    source = Source("text.txt", "0" * 64, "txt", text)
    stated = Document(source, AlignedText.of(text), "Point de presse du 19 novembre 2024")
    assert own_date(stated, RULES) == date(2024, 11, 20)


def test_a_title_with_commas_is_no_line_of_fields():
    title = "Le traité, l'accord, 4 mai 2016"
    text = title + BODY
    source = Source("text.txt", "0" * 64, "txt", text)
    assert own_date(Document(source, AlignedText.of(text), title), RULES) is None


JUNE = Period(date(2024, 6, 1), date(2024, 6, 30))
WEEK = Period(date(2024, 6, 3), date(2024, 6, 9))


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Semaine du 3 au 9 juin 2024", WEEK),
        ("Semaine du 3 au 9 juin 2024 (numéro bouclé à 18 heures)", WEEK),
        ("Édition du 3 au 9 juin 2024", WEEK),
        ("Agenda du port du 3 au 9 juin 2024", WEEK),
        ("Agenda de la semaine du 3 au 9 juin 2024", WEEK),
        ("Revue de presse du fleuve – semaine du 3 au 9 juin 2024", WEEK),
        ("Agenda culturel – semaine du 3 juin 2024", WEEK),
        ("Semaine 23 (2024)", WEEK),
        ("3 – 9 juin 2024", WEEK),
        ("N° 58 – Juin 2024", JUNE),
        ("LA LETTRE DU FLEUVE N° 58 - Juin 2024", JUNE),
        ("Juin 2024 | N° 58", JUNE),
        ("Newsletter | Juin 2024", JUNE),
        ("Bulletin de juin 2024", JUNE),
        ("**Juin 2024**", JUNE),
        ("Bulletin Rivage n° 12 de juin 2024", JUNE),
        ("Lettre n° 12 - Mai/Juin 2024 - www.rivage.example", Period(date(2024, 5, 1), date(2024, 6, 30))),
        ("Infolettre de l'été 2024", Period(date(2024, 6, 1), date(2024, 8, 31))),
        ("Lettre n° 12, automne 2022", Period(date(2022, 9, 1), date(2022, 11, 30))),
        ("*Rivages & Ports, n° 87, mai-juin 2024*", Period(date(2024, 5, 1), date(2024, 6, 30))),
        ("Bulletin n° 4 (2e trimestre 2024)", Period(date(2024, 4, 1), date(2024, 6, 30))),
        ("Bulletin du 3 juin 2024", None),
        ("Bulletin 2024", None),
        ("Voyage au Tchad du 3 au 9 juin 2024", None),
        ("Compte rendu du déplacement effectué au Tchad du 3 au 9 juin 2024", None),
        ("Loi n° 58 – Juin 2024", None),
        ("La crise de juin 2024", None),
        ("Revue de presse : les élections de juin 2024 au Togo", None),
        ("Lettre sur la guerre de juin 2024", None),
        ("Depuis juin 2024", None),
        ("En juin 2024, tout a changé.", None),
    ],
)
def test_a_text_may_be_dated_by_its_week_month_or_season_alone(line, days):
    text = document("Le fleuve\n\n" + line + BODY)
    assert period(text, RULES) == days
    assert days is None or own_date(text, RULES) is None


def test_a_text_of_several_weeks_is_of_none():
    text, weeks = "", ("Semaine du 3 au 9 juin 2024", "Semaine du 10 au 16 juin 2024")
    paragraphs = []
    for week in weeks:
        paragraphs.append(Paragraph(len(text), len(text) + len(week), "heading"))
        text += week + BODY + "\n\n"
    source = Source("text.txt", "0" * 64, "txt", text)
    assert period(Document(source, AlignedText.of(text), None, tuple(paragraphs)), RULES) is None


def test_what_comes_next_month_does_not_take_the_month_of_an_issue_away():
    text, heads = "", ("N° 58 – Juin 2024", "Agenda de juillet 2024")
    paragraphs = []
    for head in heads:
        paragraphs.append(Paragraph(len(text), len(text) + len(head), "heading"))
        text += head + BODY + "\n\n"
    source = Source("text.txt", "0" * 64, "txt", text)
    assert period(Document(source, AlignedText.of(text), None, tuple(paragraphs)), RULES) == JUNE
