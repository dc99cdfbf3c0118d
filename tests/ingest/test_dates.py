from datetime import date

import pytest

from pipeline.ingest.dates import read_date


@pytest.mark.parametrize(
    "value",
    [
        "2015-03-12",
        "2015-03-12T23:30:00Z",
        "2015-03-12 08:00:00+02:00",
        "20150312",
        "2015/03/12",
        "12/03/2015",
        "12.3.2015",
        "12-03-2015 10:00",
        "Thu, 12 Mar 2015 23:59:00 +0100",
        "12 Mar 2015",
        "D:20150312101500+01'00'",
        "12 mars 2015",
        "jeudi 12 mars 2015 à 10h30",
        "le 12 mars 2015",
        "March 12, 2015",
    ],
)
def test_a_day_is_read_however_it_is_written(value):
    assert read_date(value) == date(2015, 3, 12)


def test_the_first_of_a_month_is_read():
    assert read_date("1er mars 2015") == date(2015, 3, 1)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "mars 2015",
        "2015",
        "hier",
        "il y a 3 jours",
        "demain à 10h",
        "31/02/2015",
        "00000000",
        "N° 12",
        "x" * 500,
    ],
)
def test_nothing_is_made_up(value):
    assert read_date(value) is None
