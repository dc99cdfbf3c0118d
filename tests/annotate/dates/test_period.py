"""What may be read of a text that tells only its week, its month or its season."""

from datetime import date

import pytest

from pipeline.annotate.dates import Period, find

WEEK = Period(date(2024, 10, 28), date(2024, 11, 3))
MONTH = Period(date(2018, 10, 1), date(2018, 10, 31))


def values(text, period, rules):
    return [mention.value for mention in find(text, period, rules)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Il est arrivé lundi à Rabat.", "2024-10-28"),
        ("Il a parlé mardi.", "2024-10-29"),
        ("Il parlera mardi.", "2024-10-29"),
        ("Mercredi : réunion du conseil", "2024-10-30"),
        ("Il a voté dimanche soir.", "2024-11-03TEV"),
        ("Il l'a reçu depuis mardi.", "2024-10-29"),
        ("Il a plu ce week-end.", "2024-W44-WE"),
        ("Le Rivage (29/10) annonce un accord.", "2024-10-29"),
        ("Il a signé le 2 novembre.", "2024-11-02"),
        ("Il a écrit le 30 juillet.", "2024-07-30"),
        ("Ils se sont réunis en mai.", "2024-05"),
        ("Il partira la semaine prochaine.", "2024-W45"),
        ("Élu l'an dernier, il part.", "2023"),
        ("Élu il y a 25 ans, il part.", "1999"),
        ("En juillet dernier, il a signé.", "2024-07"),
        ("Il est parti hier.", "XXXX-XX-XX"),
        ("Il partira demain.", "XXXX-XX-XX"),
        ("Il a signé il y a trois jours.", "XXXX-XX-XX"),
        ("Il a signé le mois dernier.", "XXXX-XX"),
    ],
)
def test_seen_from_a_week(text, value, rules):
    assert values(text, WEEK, rules) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Il a signé le 15 mai.", "2018-05-15"),
        ("Il a signé le 2 octobre.", "2018-10-02"),
        ("Le 12 octobre, il signera.", "2018-10-12"),
        ("Il signera en février.", "2019-02"),
        ("Ils ont fêté cela au printemps.", "2018-SP"),
        ("Au premier semestre, les échanges ont crû.", "2018-H1"),
        ("Il a signé le mois dernier.", "2018-09"),
        ("Élu cette année, il part.", "2018"),
        ("Il est arrivé lundi.", "XXXX-WXX-1"),
        ("Il est parti hier.", "XXXX-XX-XX"),
        ("Il partira la semaine prochaine.", "XXXX-WXX"),
    ],
)
def test_seen_from_a_month(text, value, rules):
    assert values(text, MONTH, rules) == [value]


def test_today_is_no_day_of_a_week(rules):
    (today,) = find("Aujourd'hui, il signe.", WEEK, rules)
    assert (today.value, today.earliest, today.anchor) == ("PRESENT_REF", None, None)


def test_what_leans_on_a_period_leans_on_its_last_day(rules):
    monday, year = find("Il est arrivé lundi, élu l'an dernier.", WEEK, rules)
    assert (monday.anchor, year.anchor) == (WEEK.last, WEEK.last)


def test_a_day_stated_in_full_leans_on_nothing(rules):
    (stated,) = find("Il a signé le 3 mai 2012.", WEEK, rules)
    assert (stated.earliest, stated.anchor) == (date(2012, 5, 3), None)
