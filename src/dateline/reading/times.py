"""Report -> every time that it mentions, resolved to days where words and context tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dateline.codebook import Codebook
from dateline.model import Mention, Span, TimeMention, When
from dateline.reading.parse import Parse
from dateline.reading.times_calendar import Days, precision
from dateline.reading.times_context import Context
from dateline.reading.times_credible import credible
from dateline.reading.times_grammar import Expression, expressions
from dateline.reading.times_named import NAMED, has_year
from dateline.reading.times_relative import RELATIVE
from dateline.reading.times_tense import direction, is_time_of_speech
from dateline.reading.times_words import PARAGRAPH, STOP, Pieces, Word, cut

RESOLVERS = NAMED | RELATIVE

STORY = frozenset(("date", "days", "month", "season"))
"""Kinds whose year a story goes on from; a bare year only where it opens a sentence."""

FROM_PUBLICATION = frozenset(("deictic", "weekday"))
OF_THE_DAY = frozenset(("clock", "part of day", "overnight"))
OPENERS = frozenset((STOP, PARAGRAPH))
"""What stands before the first time of a sentence, but for "in"."""

UNDATED = frozenset(("reference", "before Christ", *OF_THE_DAY))

OF_ONE_DAY = frozenset(("date", "weekday", "deictic"))

EXACT = re.compile(r"[kqcmydn]")
"""Letters of a time of day with an hour in it."""

SAME_TIME = re.compile(r",?[jifA]?t?")
"""What may stand between a date and its time of day."""

REACH = 4
"""Sentences within which "the next day" finds its day."""

INTO = Word(">", 0, "into")

SHARED_YEAR = re.compile(r"[,b\->/({]{1,2}t?")
"""What may stand between two dates of which only the second names the year."""


class Told(NamedTuple):
    """One mention in the making."""

    first: int
    end: int
    days: Days | None
    clocks: tuple[tuple[int, int], ...]


def read_times(parse: Parse, published: date | None, codebook: Codebook) -> tuple[TimeMention, ...]:
    """All times of a report, in text order; those that cannot be resolved keep their words.

    ``published`` is the day that weekdays, "yesterday" and "last month" count from; without it they
    stay unresolved. Durations, ages and recurring times are no mentions.
    """
    pieces = cut(parse.text, codebook.times)
    found = [e for e in expressions(pieces) if credible(e, pieces, parse, codebook.times)]
    told = _told(found, pieces, parse, published, codebook)
    return tuple(_mention(t, pieces, parse.text) for t in _ranges(_with_clocks(told, pieces), pieces))


def _told(
    found: Sequence[Expression], pieces: Pieces, parse: Parse, published: date | None, codebook: Codebook
) -> list[Told]:
    """Each expression resolved, in text order, each against those told before it."""
    words = codebook.times.tense
    context = _opening(found, pieces, published)
    told: list[Told] = []
    day_sentence = -2
    for n, expression in enumerate(found):
        span = _span(expression.first, expression.end, pieces)
        sentence = parse.tokens[min(parse.token_range(span)[0], len(parse.tokens) - 1)].sentence
        here = context._replace(
            direction=direction(parse, span, words),
            day=context.day if sentence - day_sentence <= REACH else None,
            near_day=context.day if sentence - day_sentence <= 1 else None,
        )
        partner = found[n + 1] if n + 1 < len(found) else None
        if partner and has_year(partner) and not has_year(expression):
            if SHARED_YEAR.fullmatch(pieces.codes[expression.end : partner.first]):
                here = here._replace(story=_resolve(partner, here), narrative=True)
        days = _resolve(expression, here)
        told.append(Told(expression.first, expression.end, days, _clocks(expression)))
        if days is None or expression.kind in UNDATED or is_time_of_speech(parse, span, words):
            continue
        if expression.kind == "offset" and "R" not in expression.codes:
            continue
        context = context._replace(told=days)
        if context.story is None or _carries_year(expression, pieces):
            context = context._replace(story=days)
        if days.length == 1:
            context = context._replace(day=days.start)
            day_sentence = sentence
    return told


def _resolve(expression: Expression, context: Context) -> Days | None:
    return RESOLVERS[expression.kind](expression, context)


def _opening(found: Sequence[Expression], pieces: Pieces, published: date | None) -> Context:
    """The context before the first expression: what the text as a whole tells about its times."""
    context = Context(published, None, None, None, None, None, narrative=False, day_first=None, direction=None)
    full = [d for d in (_resolve(e, context) for e in found if e.kind == "date" and has_year(e)) if d]
    context = context._replace(first=full[0].start if full else None, day_first=_day_first(found))
    return context._replace(narrative=_is_narrative(found, pieces, published))


def _carries_year(expression: Expression, pieces: Pieces) -> bool:
    """Whether what follows is told of the same year: a dated year, or one that opens a sentence."""
    before = pieces.codes[max(0, expression.first - 2) : expression.first].removesuffix("i")
    return expression.kind in STORY or not before or before[-1] in OPENERS


def _is_narrative(found: Sequence[Expression], pieces: Pieces, published: date | None) -> bool:
    """Whether the text tells of years past by naming them, as a history does."""
    years = sorted(y for e in found if _carries_year(e, pieces) for y in e.numbers("y"))
    relative = sum(e.kind in FROM_PUBLICATION or "published" in e.names("L") for e in found)
    if len(years) < 4 or len(years) <= 3 * relative:
        return False
    quarter = len(years) // 4
    if published is None:
        return years[-quarter - 1] - years[quarter] > 1
    return published.year - years[len(years) // 2] > 1


def _day_first(found: Sequence[Expression]) -> bool | None:
    """How numeric dates are written, where one of them has a number above twelve."""
    for e in found:
        if e.kind == "numeric" and e.codes[0] != "y":
            a, b = e.numbers("d")[:2]
            if a > 12 or b > 12:
                return a > 12
    return None


def _clocks(expression: Expression) -> tuple[tuple[int, int], ...]:
    """The pieces that tell the time of day: "3 p.m.", "last night", the "early" of "early Friday"."""
    if expression.kind in OF_THE_DAY or (expression.kind == "shifted" and "P" in expression.codes):
        return ((expression.first, expression.end),)
    if expression.kind in OF_ONE_DAY and expression.codes[0] in "XER":
        return ((expression.first, expression.first + 1),)
    return ()


def _with_clocks(told: list[Told], pieces: Pieces) -> list[Told]:
    """Dates joined with the time of day beside them: "at 3 p.m." and "on Sunday"."""
    joined: list[Told] = []
    for item in told:
        before = joined[-1] if joined else None
        if before and (before.clocks or item.clocks) and SAME_TIME.fullmatch(pieces.codes[before.end : item.first]):
            dated = before if _is_clock(item) and not (_is_clock(before) and before.days is None) else item
            joined[-1] = Told(before.first, item.end, dated.days, before.clocks + item.clocks)
        else:
            joined.append(item)
    return joined


def _is_clock(told: Told) -> bool:
    return told.clocks == ((told.first, told.end),)


def _ranges(told: list[Told], pieces: Pieces) -> list[Told]:
    """ "from Monday to Wednesday", "between 8 May and 10 June", "1939 - 1945" as one interval each."""
    joined: list[Told] = []
    for item in told:
        before = joined[-1] if joined else None
        if before and before.days and item.days and before.days.start < item.days.start:
            gap = pieces.codes[before.end : item.first]
            opener = pieces.codes[before.first - 1 : before.first]
            between = opener == "{" and gap in ("b", "bt")
            into = gap == ">" and pieces.words[before.end] == INTO
            if between or into or gap == "-" or (opener == "[" and gap in (">", ">t")):
                days = Days(before.days.start, max(before.days.end, item.days.end))
                joined[-1] = Told(before.first, item.end, days, ())
                continue
        joined.append(item)
    return joined


def _span(first: int, end: int, pieces: Pieces) -> Span:
    return Span(pieces.starts[first], pieces.ends[end - 1])


def _mention(told: Told, pieces: Pieces, text: str) -> TimeMention:
    span = _span(told.first, told.end, pieces)
    exact = [c for c in told.clocks if EXACT.search(pieces.codes, *c)]
    clock = " ".join(_span(*c, pieces).of(text) for c in exact or told.clocks) or None
    days = told.days
    if days is None:
        return Mention("time", span, When(None, None, None, clock, span.of(text)))
    return Mention("time", span, When(days.start, days.end, precision(days), clock, span.of(text)))
