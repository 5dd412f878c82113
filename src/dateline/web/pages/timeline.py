"""Incidents over time: bars by day, month or year, each leading to its own days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.ledger.finding import Begun
from dateline.web.pages.question import Question
from dateline.wording.words import SHORT_MONTHS, short_day

DAYS, MONTHS = 62, 72
"""Most bars of days, and of months; beyond that they are of years."""

BARS = 200
"""Most years drawn."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time: what it is called, how many began in it, its place and height in percent."""

    label: str
    number: int
    disputed: int
    x: float
    width: float
    height: float
    disputed_height: float
    href: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars from first to last; ``unit`` is "day", "month" or "year"."""

    bars: tuple[Bar, ...]
    unit: str
    first: str
    last: str
    most: int


Step = tuple[str, Callable[[date], date], Callable[[date], date], Callable[[date], str]]


def timeline(begun: Sequence[Begun], question: Question) -> Timeline | None:
    """The bars of dated incidents; none where there are not two days to tell apart."""
    days = {each.day: each for each in begun if each.day}
    if len(days) < 2:
        return None
    first, last = min(days), max(days)
    unit, start, after, name = _step(first, last)
    all_, disputed = Counter[date](), Counter[date]()
    for day, each in days.items():
        step = start(day)
        all_[step] += each.number
        disputed[step] += each.disputed
    steps = _steps(start(first), start(last), after)
    most, width = max(all_.values()), 100 / len(steps)
    bars = tuple(
        Bar(
            name(step),
            all_[step],
            disputed[step],
            round(n * width, 3),
            round(width * 0.86, 3),
            round(100 * all_[step] / most, 2),
            round(100 * disputed[step] / most, 2),
            question.within(step.isoformat(), (after(step) - timedelta(days=1)).isoformat()),
        )
        for n, step in enumerate(steps)
        if all_[step]
    )
    return Timeline(bars, unit, name(steps[0]), name(steps[-1]), most)


def _step(first: date, last: date) -> Step:
    if (last - first).days < DAYS:
        return "day", lambda day: day, lambda day: day + timedelta(days=1), short_day
    months = (last.year - first.year) * 12 + last.month - first.month
    if months < MONTHS:
        return "month", lambda day: day.replace(day=1), _next_month, _month
    return "year", lambda day: day.replace(month=1, day=1), _next_year, lambda day: str(day.year)


def _steps(first: date, last: date, after: Callable[[date], date]) -> list[date]:
    steps = [first]
    while steps[-1] < last and len(steps) < BARS:
        steps.append(after(steps[-1]))
    return steps


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _next_year(day: date) -> date:
    return date(min(day.year + 1, date.max.year), 1, 1)


def _month(day: date) -> str:
    return f"{SHORT_MONTHS[day.month]} {day.year}"
