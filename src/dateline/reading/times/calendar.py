"""Arithmetic on intervals of days: units, steps, parts, and how precise an interval is."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from dateline.codebook.times import Unit
from dateline.model import TimePrecision

DAY = timedelta(days=1)

LAST_YEAR = 9000
"""Later years are no times of a report; short of the calendar's end, units can be completed without care."""

PRECISIONS: tuple[tuple[int, TimePrecision], ...] = (
    (1, "day"), (6, "days"), (7, "week"), (20, "month part"), (31, "month"), (200, "season"), (366, "year"),
)  # fmt: skip
"""Longest interval in days for each precision; all that is longer is a decade."""


class Days(NamedTuple):
    """First and last day of an interval, both in it."""

    start: date
    end: date

    @property
    def length(self) -> int:
        """Number of days."""
        return (self.end - self.start).days + 1


def precision(days: Days) -> TimePrecision:
    """How precise an interval is, by its length."""
    return next((name for most, name in PRECISIONS if days.length <= most), "decade")


def whole(day: date, unit: Unit) -> Days:
    """The unit that a day is in: its week from Monday, its weekend or the one after it, its month."""
    if unit in ("week", "weekend"):
        monday = day - day.weekday() * DAY
        return Days(monday + 5 * DAY if unit == "weekend" else monday, monday + 6 * DAY)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        first = day.month - (day.month - 1) % 3
        return Days(date(day.year, first, 1), month_of(day.year, first + 2).end)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        return decade_of(day.year)
    return Days(day, day)


def month_of(year: int, month: int) -> Days:
    """All days of a month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_of(year: int) -> Days:
    """All days of a year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def decade_of(year: int) -> Days:
    """All days of the decade that a year is in."""
    first = year - year % 10
    return Days(date(max(first, 1), 1, 1), date(first + 9, 12, 31))


def season_of(year: int, month: int) -> Days:
    """The three months from ``month``; a winter belongs to the year that it begins in."""
    last = month + 2
    end = month_of(year, last).end if last <= 12 else month_of(year + 1, last - 12).end
    return Days(date(year, month, 1), end)


def step(day: date, unit: Unit, count: int) -> date | None:
    """The day that is ``count`` units later, or earlier where negative; none outside the calendar."""
    if unit in ("day", "week", "weekend", "hour"):
        days = count * (7 if unit in ("week", "weekend") else 1)
        if not 7 < day.toordinal() + days < date(LAST_YEAR, 12, 31).toordinal():
            return None
        return day if unit == "hour" else day + days * DAY
    return add_months(day, count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit])


def add_months(day: date, months: int) -> date | None:
    """The same day of a later or earlier month, or its last day; none outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= LAST_YEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def third(days: Days, part: str) -> Days:
    """The early, mid or late third of a unit: of a month the days to the 10th, to the 20th, to the end."""
    if days.length <= 31:
        first, second = (2, 4) if days.length <= 7 else (10, 20)
        middle, last = days.start + first * DAY, days.start + second * DAY
    else:
        months = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
        middle, last = (add_months(days.start, n * months // 3) or days.end for n in (1, 2))
    if part == "early":
        return Days(days.start, middle - DAY)
    return Days(middle, last - DAY) if part == "mid" else Days(last, days.end)


def real_date(year: int, month: int, day: int) -> date | None:
    """The date, or none where the calendar has no such day."""
    if not 1 <= year <= LAST_YEAR or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)
