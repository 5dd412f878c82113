"""Relative expressions: "last week", "two days later", "the next morning", "Friday", "yesterday"."""

from __future__ import annotations

from datetime import date
from typing import cast

from dateline.codebook.times import Unit
from dateline.reading.times.calendar import DAY, Days, month_of, real_date, season_of, step, third, whole
from dateline.reading.times.context import Context, Resolver, part, reference
from dateline.reading.times.grammar import Expression
from dateline.reading.times.words import SHIFT

WEEK = 7
"""Days; what is told of in longer stretches is no base to count weeks from."""

GIVE_OR_TAKE: dict[Unit, int] = {"week": 4, "month": 15}
"""Days by which a number of units since something is off at most."""


def stepped(expression: Expression, context: Context) -> Days | None:
    """ "last week", "that same day", "the following year", "the end of the month"."""
    unit = cast(Unit, expression.name("UQV") or "day")
    base = _base(expression, context, unit)
    if base is None:
        return None
    if "p" in expression.codes:
        start = step(base, unit, -1)
        return Days(start, base) if start else None
    if unit == "weekend" and "L" not in expression.codes:
        days = whole(base, unit)
        past = context.direction != "future" and days.start > base
        return Days(days.start - 7 * DAY, days.end - 7 * DAY) if past else days
    if unit == "quarter" and "L" not in expression.codes:
        ended = step(base, unit, -1)
        return whole(ended, unit) if ended else None
    day = step(base, unit, sum(expression.numbers("L")))
    return whole(day, unit) if day else None


def _base(expression: Expression, context: Context, unit: Unit) -> date | None:
    """What "last", "that", "the next" before a unit counts from."""
    after_the = expression.codes.lstrip("XBERfij-").startswith("tL") and (expression.number("L") or 0) > 0
    if "anchor" in expression.names("L") or (after_the and (context.narrative or unit == "day")):
        if unit == "day":
            return context.day
        return context.told.start if context.told else None
    return reference(context)


def _unit(expression: Expression, context: Context) -> Days | None:
    return part(expression, stepped(expression, context), context)


def _edge(expression: Expression, context: Context) -> Days | None:
    """ "year's end", "month-end"."""
    base = reference(context)
    days = whole(base, cast(Unit, expression.name("U"))) if base else None
    end = expression.name("B")
    return third(days, end) if days and end and days.length > 1 else days


def _shifted(expression: Expression, context: Context) -> Days | None:
    """ "last night", "the next morning", "last Friday", "next March", "last fall"."""
    steps = sum(expression.numbers("L"))
    base = _base(expression, context, "day" if "P" in expression.codes else "week")
    if base is None:
        return None
    if "P" in expression.codes:
        day = step(base, "day", steps)
        return Days(day, day) if day else None
    weekday = expression.number("W")
    if weekday is not None:
        return _weekday_from(base, weekday, steps)
    month = expression.number("MS")
    assert month is not None
    make = month_of if "M" in expression.codes else season_of
    years = [make(base.year + n, month) for n in (-1, 0, 1) if 1 <= base.year + n < date.max.year]
    if steps < 0:
        return part(expression, max((d for d in years if d.end < base), default=None), context)
    if steps > 0:
        return part(expression, min((d for d in years if d.start > base), default=None), context)
    return part(expression, make(base.year, month), context)


def _weekday_from(base: date, weekday: int, steps: int) -> Days | None:
    """The weekday strictly before the base, strictly after it, or in its week."""
    if steps < 0:
        day = step(base, "day", -((base.weekday() - weekday - 1) % 7 + 1))
    elif steps > 0:
        day = step(base, "day", (weekday - base.weekday() - 1) % 7 + 1)
    else:
        day = step(base, "day", weekday - base.weekday())
    return Days(day, day) if day else None


def _weekday(expression: Expression, context: Context) -> Days | None:
    weekday = expression.number("W")
    if SHIFT in expression.codes and weekday is not None:
        week = stepped(expression, context)
        day = week.start + weekday * DAY if week and week.length == 7 else None
        return Days(day, day) if day else None
    if context.published is None or context.narrative or weekday is None:
        return None
    ahead = (weekday - context.published.weekday()) % 7
    if ahead and (context.direction in ("past", None) or (context.direction == "either" and ahead > 3)):
        ahead -= 7
    day = step(context.published, "day", ahead)
    return Days(day, day) if day else None


def _offset(expression: Expression, context: Context) -> Days | None:
    """ "three days ago" from the publication, "two weeks later" from the time told of."""
    unit, count = cast(Unit, expression.name("UQVh")), _count(expression)
    of_another_event = expression.codes[-1] in "er" and expression.codes != "aUe"
    if count is None or of_another_event:
        return None
    if unit == "hour":
        later = context.day if "R" in expression.codes else None
        return Days(later, later) if later else None
    if "g" in expression.codes:
        base = None if context.narrative else context.published
    elif unit == "day" or (unit == "week" and context.told and context.told.length > WEEK):
        base = context.day
    else:
        base = context.told.start if context.told else None
    if base is None:
        return None
    day = step(base, unit, count if "R" in expression.codes else -count)
    return whole(day, unit) if day else None


def before_event(expression: Expression, day: date, *, ahead: bool = False) -> Days | None:
    """The days of an occurrence that ``day`` is told to be "three days after", or before; "the day after".

    With ``ahead`` it is ``day`` that is counted from, and the days are those of what came so long after it.
    """
    if expression.kind not in ("offset", "beside") or expression.codes[-1] not in "er":
        return None
    unit = cast(Unit, expression.name("UQVh") or "day")
    count = 1 if expression.kind == "beside" else _count(expression)
    if count is None or unit == "hour":
        return None
    earlier = (expression.codes[-1] == "e") == ahead
    then = step(day, unit, -count if earlier else count)
    return whole(then, unit) if then else None


def about_event(expression: Expression, day: date) -> Days | None:
    """The days of an occurrence of which ``day`` is "five weeks after": give or take half a unit.

    Of days and years nobody says at what hour or in which month the counting stopped.
    """
    unit, count = cast(Unit, expression.name("UQVh") or "day"), _count(expression)
    if expression.kind != "offset" or expression.codes[-1] != "r" or count is None:
        return None
    if unit not in GIVE_OR_TAKE:
        return None
    then = step(day, unit, -count)
    return Days(then - GIVE_OR_TAKE[unit] * DAY, then + GIVE_OR_TAKE[unit] * DAY) if then else None


def _count(expression: Expression) -> int | None:
    """The number of units: "three", "twenty-one", "a"; none where vague."""
    if "v" in expression.codes:
        return None
    numbers = expression.numbers("ndsy")
    if numbers:
        return sum(numbers)
    return 1 if "a" in expression.codes or "U-" in expression.codes else None


def _beside(expression: Expression, context: Context) -> Days | None:
    """ "the day before", "the night after", "the day following"."""
    unit = cast(Unit, expression.name("U") or "day")
    base = context.day if unit == "day" else context.told.start if context.told else None
    day = step(base, unit, -1 if "e" in expression.codes else 1) if base else None
    return whole(day, unit) if day else None


def _stretch(expression: Expression, context: Context) -> Days | None:
    """ "the past two months", "the last 24 hours", "the next three days"."""
    unit, count = cast(Unit, expression.name("UQh")), _count(expression)
    base = _base(expression, context, "day")
    if base is None or count is None:
        return None
    if unit == "hour":
        unit, count = "day", -(-count // 24)
    steps = -1 if "p" in expression.codes else sum(expression.numbers("L"))
    end = step(base, unit, count * steps) if steps else None
    return Days(min(base, end), max(base, end)) if end else None


def _deictic(expression: Expression, context: Context) -> Days | None:
    if context.published is None or context.narrative:
        return None
    day = step(context.published, "day", expression.number("T") or 0)
    return Days(day, day) if day else None


def _overnight(expression: Expression, context: Context) -> Days | None:
    if context.published is None or context.narrative:
        return _near(expression, context)
    eve = step(context.published, "day", -1)
    return Days(eve, context.published) if eve else None


def _near(expression: Expression, context: Context) -> Days | None:
    return Days(context.near_day, context.near_day) if context.near_day else None


def _day_of_month(expression: Expression, context: Context) -> Days | None:
    number = expression.number("o")
    if "L" in expression.codes:
        month = stepped(expression, context)
        day = real_date(month.start.year, month.start.month, number or 0) if month else None
        return Days(day, day) if day else None
    base = reference(context) or (context.told.start if context.told else None)
    if base is None or number is None:
        return None
    if not context.narrative and context.published:
        before = context.direction != "future" and number > base.day
        base = step(base.replace(day=1), "month", -1 if before else 0) or base
    day = real_date(base.year, base.month, number)
    return Days(day, day) if day else None


def _never(expression: Expression, context: Context) -> Days | None:
    return None


RELATIVE: dict[str, Resolver] = {
    "shifted": _shifted,
    "stretch": _stretch,
    "unit": _unit,
    "edge": _edge,
    "offset": _offset,
    "beside": _beside,
    "deictic": _deictic,
    "weekday": _weekday,
    "before Christ": _never,
    "day of month": _day_of_month,
    "clock": _near,
    "part of day": _near,
    "overnight": _overnight,
    "reference": _never,
}
