"""Expressions that name their day, month, season or year, with the year or without it."""

from __future__ import annotations

from datetime import date
from typing import cast

from dateline.codebook.times import Unit
from dateline.reading.times.calendar import (
    DAY,
    Days,
    decade_of,
    month_of,
    real_date,
    season_of,
    step,
    whole,
    year_of,
)
from dateline.reading.times.context import Context, Resolver, closest, options, part
from dateline.reading.times.grammar import Expression
from dateline.reading.times.relative import stepped


def has_year(expression: Expression) -> bool:
    """Whether the words name a year themselves."""
    return expression.number("y") is not None or (
        expression.kind in ("date", "numeric") and expression.number("s") is not None
    )


def _year(expression: Expression, context: Context) -> int | None:
    """The year that the words name, directly or as "that year", "last year"."""
    year = expression.number("ys")
    if year is not None:
        return year if year >= 100 else year + 1900
    if expression.number("L") is not None and "U" in expression.codes:
        days = stepped(expression, context)
        return days.start.year if days else None
    return None


def _numeric(expression: Expression, context: Context) -> Days | None:
    a, b, c = expression.numbers("ydsm")
    if expression.codes[0] == "y":
        day = real_date(a, b, c)
    else:
        year = c if c >= 100 else c + (2000 if c < 30 else 1900)
        day_first = True if a > 12 else False if b > 12 else context.day_first
        if day_first is None:
            return None
        day = real_date(year, b, a) if day_first else real_date(year, a, b)
    return Days(day, day) if day else None


def _date(expression: Expression, context: Context) -> Days | None:
    month, number = expression.number("M"), expression.number("do")
    weekday = expression.number("W")
    assert month is not None
    assert number is not None

    def make(year: int) -> Days | None:
        day = real_date(year, month, number)
        if day is None or (weekday is not None and day.weekday() != weekday):
            return None
        return Days(day, day)

    year = _year(expression, context)
    if year is None:
        return closest(make, context)
    day = real_date(year, month, number)
    return Days(day, day) if day else None


def _days(expression: Expression, context: Context) -> Days | None:
    month, numbers = expression.number("M"), expression.numbers("do")
    assert month is not None

    def make(year: int) -> Days | None:
        first, last = real_date(year, month, numbers[0]), real_date(year, month, numbers[1])
        return Days(first, last) if first and last and first <= last else None

    year = expression.number("y")
    return make(year) if year is not None else closest(make, context)


def _month(expression: Expression, context: Context) -> Days | None:
    month = expression.number("M")
    assert month is not None
    year = _year(expression, context)
    days = month_of(year, month) if year else closest(lambda y: month_of(y, month), context)
    return part(expression, days, context)


def _season(expression: Expression, context: Context) -> Days | None:
    month = expression.number("S")
    assert month is not None
    year = _year(expression, context)
    days = season_of(year, month) if year else closest(lambda y: season_of(y, month), context)
    return part(expression, days, context)


def _quarter(expression: Expression, context: Context) -> Days | None:
    nth = expression.number("o")
    if nth is None or nth > 4:
        return None

    def make(year: int) -> Days:
        return whole(date(year, nth * 3, 1), "quarter")

    year = _year(expression, context)
    if year is None and context.published and not context.narrative:
        begun = [d for d in options(make, context.published.year) if d.start <= context.published]
        return part(expression, max(begun), context)
    return part(expression, make(year) if year else closest(make, context), context)


def _portion(expression: Expression, context: Context) -> Days | None:
    """ "the first week of May", "the last two days of 2006", "the second half of June"."""
    at = max(expression.codes.rfind("M"), expression.codes.rfind("f"))
    inside = expression._replace(codes=expression.codes[at:], words=expression.words[at:])
    days = _month(inside, context) if "M" in inside.codes else _of_year(inside, context)
    if days is None:
        return None
    nth, count = expression.number("o"), expression.number("nd") or 1
    unit = cast(Unit | None, expression.name("UQ"))
    if unit is None:
        return _half(days, last=nth != 1) if nth in (None, 1, 2) else None
    if nth is None:
        start = step(days.end, unit, -count)
        return Days(start + DAY, days.end) if start else None
    first, after = step(days.start, unit, nth - 1), step(days.start, unit, nth - 1 + count)
    return Days(first, after - DAY) if first and after else None


def _half(days: Days, *, last: bool) -> Days:
    """The first or last half of a month or year."""
    middle = days.start + days.length // 2 * DAY if days.length <= 31 else date(days.start.year, 7, 1)
    return Days(middle, days.end) if last else Days(days.start, middle - DAY)


def _holiday(expression: Expression, context: Context) -> Days | None:
    month, number = int(expression.name("H") or 0), expression.number("H") or 0

    def make(year: int) -> Days | None:
        day = real_date(year, month, number)
        return Days(day, day) if day else None

    year = _year(expression, context)
    return make(year) if year else closest(make, context)


def _decade(expression: Expression, context: Context) -> Days | None:
    year = expression.number("D")
    return part(expression, decade_of(year), context) if year else None


def _years(expression: Expression, context: Context) -> Days | None:
    first, second = expression.numbers("ysd")
    last = second if second >= 100 else first - first % 100 + second
    if last > first:
        return Days(year_of(first).start, year_of(last).end)
    return month_of(first, second) if 1 <= second <= 12 else None


def _of_year(expression: Expression, context: Context) -> Days | None:
    year = expression.number("y")
    return part(expression, year_of(year), context) if year else None


NAMED: dict[str, Resolver] = {
    "numeric": _numeric,
    "days": _days,
    "portion": _portion,
    "date": _date,
    "quarter": _quarter,
    "season": _season,
    "month": _month,
    "season of the year": _season,
    "holiday": _holiday,
    "decade": _decade,
    "years": _years,
    "year": _of_year,
}
