"""What a time expression counts from, and the choice between the years that it may mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from dateline.reading.times.calendar import Days, third
from dateline.reading.times.grammar import Expression
from dateline.reading.times.tense import Direction

AGAINST_TENSE = 6
"""A day against the tense weighs as many days with it: not without end, as tense is misread now and then."""

SEQUEL = timedelta(days=10)
"""What is told of so soon after a time with a year is of that year: "in March 2022 ... on 27 March"."""

COARSE = 200
"""A story told of in stretches longer than this many days gives the year and no more."""


class Context(NamedTuple):
    """What a relative expression can count from.

    ``told`` is the time last told of, ``day`` the last single day and ``near_day`` that day where it
    was told of in this sentence or the one before, or is that of publication and no other day was told
    of. ``narrative`` is true of a text that carries its
    own years: its "in March" goes on from ``story``, the last time that named its year. ``first`` is
    the first full date of the text; ``day_first`` says how its numeric dates are written.
    """

    published: date | None
    told: Days | None
    story: Days | None
    day: date | None
    near_day: date | None
    first: date | None
    narrative: bool
    day_first: bool | None
    direction: Direction | None


def reference(context: Context) -> date | None:
    """What "this year" counts from: the story where the text is one, else the publication."""
    if context.narrative:
        return context.told.start if context.told else None
    return context.published


def closest(make: Callable[[int], Days | None], context: Context) -> Days | None:
    """The year's instance nearest to the story, or to the publication on the side that the tense tells."""
    story = context.story
    if story and story.length > COARSE and (context.narrative or context.published is None):
        return make(story.start.year)
    if story and context.narrative:
        return _nearest(make, story.start)
    within = make(story.start.year) if story else None
    if story and within and story.start <= within.start <= story.end + SEQUEL:
        return within
    if context.published is None:
        return _nearest(make, context.first) if context.first else None
    day = context.published
    return min(options(make, day.year), key=lambda d: _distance(d, day, context.direction), default=None)


def _distance(days: Days, day: date, direction: Direction | None) -> float:
    """Days away, which weigh more against the tense."""
    away = (days.start - day).days
    against = (away > 0 and direction == "past") or (away < 0 and days.end < day and direction == "future")
    return abs(away) * (AGAINST_TENSE if against else 1)


def _nearest(make: Callable[[int], Days | None], day: date) -> Days | None:
    return min(options(make, day.year), key=lambda d: abs((d.start - day).days), default=None)


def options(make: Callable[[int], Days | None], year: int) -> list[Days]:
    """The instances of the year, the one before and the one after."""
    years = range(max(1, year - 1), min(date.max.year, year + 1) + 1)
    return [days for days in map(make, years) if days is not None]


def part(expression: Expression, days: Days | None, context: Context) -> Days | None:
    """Narrowed to "early", "the end of", "earlier": the words in front of a unit."""
    if days is None or days.length == 1:
        return days
    third_named = expression.name("XB")
    if third_named:
        return third(days, third_named)
    published = context.published
    if published and days.start <= published <= days.end and not context.narrative:
        if "E" in expression.codes:
            return Days(days.start, published)
        if "R" in expression.codes:
            return Days(published, days.end)
    return days


Resolver = Callable[[Expression, Context], Days | None]
"""From an expression of one kind to its days, or none where words and context do not tell."""
