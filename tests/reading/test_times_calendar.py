"""Arithmetic on intervals of days."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.codebook.times import Unit
from dateline.reading.times.calendar import (
    Days,
    add_months,
    month_of,
    real_date,
    season_of,
    step,
    third,
    whole,
)


@pytest.mark.parametrize(
    ("unit", "first", "last"),
    [
        ("day", "2018-03-14", "2018-03-14"),
        ("week", "2018-03-12", "2018-03-18"),
        ("weekend", "2018-03-17", "2018-03-18"),
        ("month", "2018-03-01", "2018-03-31"),
        ("quarter", "2018-01-01", "2018-03-31"),
        ("year", "2018-01-01", "2018-12-31"),
        ("decade", "2010-01-01", "2019-12-31"),
    ],
)
def test_whole_unit(unit: Unit, first: str, last: str) -> None:
    assert whole(date(2018, 3, 14), unit) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("unit", "count", "day"),
    [
        ("day", -14, "2018-02-28"),
        ("week", 1, "2018-03-21"),
        ("month", -1, "2018-02-14"),
        ("decade", 1, "2028-03-14"),
    ],
)
def test_step(unit: Unit, count: int, day: str) -> None:
    assert step(date(2018, 3, 14), unit, count) == date.fromisoformat(day)


def test_steps_outside_the_calendar_lead_nowhere() -> None:
    assert step(date(2018, 3, 14), "day", -(10**7)) is None
    assert step(date(2018, 3, 14), "year", 10**5) is None


def test_a_month_on_is_the_last_day_of_a_shorter_month() -> None:
    assert add_months(date(2018, 1, 31), 1) == date(2018, 2, 28)


@pytest.mark.parametrize(
    ("days", "name", "first", "last"),
    [
        (month_of(2019, 12), "late", "2019-12-21", "2019-12-31"),
        (month_of(2019, 2), "mid", "2019-02-11", "2019-02-20"),
        (whole(date(2016, 5, 1), "year"), "early", "2016-01-01", "2016-04-30"),
        (whole(date(2016, 5, 1), "year"), "late", "2016-09-01", "2016-12-31"),
        (season_of(2016, 12), "mid", "2017-01-01", "2017-01-31"),
        (whole(date(2018, 3, 14), "week"), "early", "2018-03-12", "2018-03-13"),
    ],
)
def test_third(days: Days, name: str, first: str, last: str) -> None:
    assert third(days, name) == (date.fromisoformat(first), date.fromisoformat(last))


def test_real_date() -> None:
    assert real_date(2016, 2, 29) == date(2016, 2, 29)
    assert real_date(2015, 2, 29) is None
    assert real_date(2015, 13, 1) is None
