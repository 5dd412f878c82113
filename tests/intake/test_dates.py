"""Only dates that can mean one day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.intake.dates import date_in_name, read_date

READ = [
    ("2020-01-08", date(2020, 1, 8)),
    ("2020-01-08T05:30:00Z", date(2020, 1, 8)),
    ("2020-01-08 05:30", date(2020, 1, 8)),
    ("20200108", date(2020, 1, 8)),
    ("2020/1/8", date(2020, 1, 8)),
    ("8 January 2020", date(2020, 1, 8)),
    ("8 Jan. 2020", date(2020, 1, 8)),
    ("8-Jan-2020", date(2020, 1, 8)),
    ("3 Jan 90", date(1990, 1, 3)),
    ("3 Jan 05", date(2005, 1, 3)),
    ("January 8, 2020", date(2020, 1, 8)),
    ("Sept. 28th, 2016", date(2016, 9, 28)),
    ("Wed, 08 Jan 2020 10:00:00 GMT", date(2020, 1, 8)),
    ("Wednesday, January 8, 2020", date(2020, 1, 8)),
    ("25/12/2020", date(2020, 12, 25)),
    ("12/25/2020", date(2020, 12, 25)),
    ("05.05.2020", date(2020, 5, 5)),
    ("08/01/2020", None),
    ("Wednesday", None),
    ("8 January", None),
    ("2020", None),
    ("2020-13-01", None),
    ("31 February 2020", None),
    ("0020-01-08", None),
    ("", None),
]

NAMES = [
    ("2020-01-08-erbil.txt", date(2020, 1, 8)),
    ("erbil_20200108.html", date(2020, 1, 8)),
    ("erbil.2020.01.08.txt", date(2020, 1, 8)),
    ("https://example.org/2020/01/08/strike", date(2020, 1, 8)),
    ("report.txt", None),
    ("report-12020010877.txt", None),
    ("2020-0108.txt", None),
    ("2020-02-31.txt", None),
]


@pytest.mark.parametrize(("words", "day"), READ)
def test_read(words: str, day: date | None) -> None:
    assert read_date(words) == day


@pytest.mark.parametrize(("name", "day"), NAMES)
def test_names(name: str, day: date | None) -> None:
    assert date_in_name(name) == day
