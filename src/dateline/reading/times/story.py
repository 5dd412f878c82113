"""The times of a text in order, each resolved against what was told before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dateline.codebook.times import TenseWords
from dateline.model import Span
from dateline.reading.parse import Parse
from dateline.reading.times.calendar import Days
from dateline.reading.times.context import Context
from dateline.reading.times.grammar import Expression
from dateline.reading.times.named import NAMED, has_year
from dateline.reading.times.relative import RELATIVE
from dateline.reading.times.tense import direction, is_time_of_speech
from dateline.reading.times.words import PARAGRAPH, SHIFT, STOP, Pieces

RESOLVERS = NAMED | RELATIVE

DATED = frozenset(("date", "days", "month", "season"))
"""Kinds whose year a story goes on from; a bare year only where it opens a sentence."""

OF_THE_DAY = frozenset(("clock", "part of day", "overnight"))
"""Kinds that tell a time of day."""

NO_ANCHOR = frozenset(("reference", "before Christ", *OF_THE_DAY))
"""Kinds that nothing counts from."""

FROM_PUBLICATION = frozenset(("deictic", "weekday"))

OPENERS = frozenset((STOP, PARAGRAPH))
"""What stands before the first time of a sentence, but for "in"."""

SHARED_YEAR = re.compile(r"[,b\->/({]{1,2}t?")
"""What may stand between two times of which only the second names the year."""

FEWEST_YEARS = 4
"""Fewer years that carry a story do not make a text a history."""

LONGEST_YEAR = 366
"""Days; a longer time names no one year."""

REACH = 4
"""Sentences within which "the next day" finds its day."""


class Told(NamedTuple):
    """A time in the making: its pieces, its days, and the pieces that tell the time of day."""

    first: int
    end: int
    days: Days | None
    clocks: tuple[tuple[int, int], ...]


def tell(
    found: Sequence[Expression], pieces: Pieces, parse: Parse, published: date | None, words: TenseWords
) -> list[Told]:
    """Each expression with its days, in text order."""
    context = _opening(found, pieces, published)
    told: list[Told] = []
    day_sentence, today = -REACH, True
    spoken: tuple[int, date] | None = None
    for expression, after in zip(found, (*found[1:], None), strict=False):
        span = pieces.span(expression.first, expression.end)
        sentence = _sentence(parse, span)
        here = context._replace(
            direction=direction(parse, span, words),
            day=_day_beside(context.day, day_sentence, spoken, sentence),
            near_day=context.day if today or sentence - day_sentence <= 1 else None,
        )
        if after and _shares_year(expression, after, pieces):
            here = here._replace(story=_resolve(after, here), narrative=True)
        days = _resolve(expression, here)
        told.append(Told(expression.first, expression.end, days, _clocks(expression)))
        if days is None or not _is_anchor(expression):
            continue
        if is_time_of_speech(parse, span, words):
            spoken = (sentence, days.start) if days.length == 1 else spoken
            continue
        context = context._replace(told=days)
        if days.length <= LONGEST_YEAR and _carries_year(expression, pieces) and not _is_since(parse, span):
            context = context._replace(story=days)
        if days.length == 1:
            context = context._replace(day=days.start)
            day_sentence, today = sentence, today and days.start == published
    return told


def _is_since(parse: Parse, span: Span) -> bool:
    """Whether a time is where something long began, from which a story does not go on: "since 2017"."""
    first = parse.token_range(span)[0]
    return first > 0 and parse.tokens[first - 1].lower == "since"


def _day_beside(
    told: date | None, told_in: int, spoken: tuple[int, date] | None, sentence: int
) -> date | None:
    """The day that "the day before" counts from: the last one told of, within reach.

    "She said on Wednesday that the strike of the day before ...": in its own sentence the day of speech is
    nearer than what was told of before, and one sentence on it serves where nothing was.
    """
    near = told if sentence - told_in <= REACH else None
    if spoken is None or sentence - spoken[0] > 1:
        return near
    here = spoken[0] == sentence and told_in < sentence
    return spoken[1] if here or near is None else near


def _resolve(expression: Expression, context: Context) -> Days | None:
    return RESOLVERS[expression.kind](expression, context)


def _sentence(parse: Parse, span: Span) -> int:
    """The sentence that a span begins in."""
    token = min(parse.token_range(span)[0], len(parse.tokens) - 1)
    return parse.tokens[token].sentence


def _shares_year(expression: Expression, after: Expression, pieces: Pieces) -> bool:
    """Whether the year of "May and June 1990" holds for the first of the two as well."""
    gap = pieces.codes[expression.end : after.first]
    return has_year(after) and not has_year(expression) and SHARED_YEAR.fullmatch(gap) is not None


def _is_anchor(expression: Expression) -> bool:
    """Whether a later "the next day" may count from it: not from "three days ago", told in passing."""
    passing = expression.kind == "offset" and "R" not in expression.codes
    return expression.kind not in NO_ANCHOR and not passing


def _clocks(expression: Expression) -> tuple[tuple[int, int], ...]:
    """The pieces that tell the time of day: "3 p.m.", the "early" of "early Friday", not "this" or "last"."""
    if expression.kind == "shifted" and "P" in expression.codes:
        return tuple(_without_day(expression))
    if expression.kind in OF_THE_DAY:
        return ((expression.first, expression.end),)
    if expression.kind in ("date", "weekday", "deictic") and expression.codes[0] in "XER":
        return ((expression.first, expression.first + 1),)
    return ()


def _without_day(expression: Expression) -> Iterator[tuple[int, int]]:
    """The stretches of an expression around words that count from the day of publication."""
    first = expression.first
    for i, word in enumerate(expression.words, expression.first):
        if word is not None and word.code == SHIFT and word.name == "published":
            if first < i:
                yield (first, i)
            first = i + 1
    if first < expression.end:
        yield (first, expression.end)


def _opening(found: Sequence[Expression], pieces: Pieces, published: date | None) -> Context:
    """What the text as a whole tells about its times."""
    context = Context(
        published=published,
        told=None,
        story=None,
        day=None,
        near_day=None,
        first=None,
        narrative=_is_narrative(found, pieces, published),
        day_first=_day_first(found),
        direction=None,
    )
    full = (_resolve(e, context) for e in found if e.kind == "date" and has_year(e))
    first = next((days.start for days in full if days), None)
    return context._replace(first=first)


def _carries_year(expression: Expression, pieces: Pieces) -> bool:
    """Whether what follows is told of the same year."""
    before = pieces.codes[max(0, expression.first - 2) : expression.first].removesuffix("i")
    return expression.kind in DATED or not before or before[-1] in OPENERS


def _is_narrative(found: Sequence[Expression], pieces: Pieces, published: date | None) -> bool:
    """Whether the text tells of years past by naming them, as a history does."""
    years = sorted(y for e in found if _carries_year(e, pieces) for y in e.numbers("y"))
    relative = sum(e.kind in FROM_PUBLICATION or "published" in e.names("L") for e in found)
    if len(years) < FEWEST_YEARS or len(years) <= 3 * relative:
        return False
    quarter = len(years) // 4
    if published is None:
        return years[-quarter - 1] - years[quarter] > 1
    return published.year - years[len(years) // 2] > 1


def _day_first(found: Sequence[Expression]) -> bool | None:
    """How numeric dates are written, where one of them has a number above twelve."""
    for expression in found:
        if expression.kind == "numeric" and expression.codes[0] != "y":
            first, second = expression.numbers("d")[:2]
            if first > 12 or second > 12:
                return first > 12
    return None
