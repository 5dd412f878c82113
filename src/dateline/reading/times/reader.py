"""Report -> every time that it mentions, resolved to days where words and context tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dateline.codebook import Codebook
from dateline.model import Mention, TimeMention, When
from dateline.reading.parse import Parse
from dateline.reading.times.calendar import Days, precision
from dateline.reading.times.credible import credible, without_conjunction
from dateline.reading.times.grammar import expressions
from dateline.reading.times.relative import about_event, before_event
from dateline.reading.times.story import Told, tell
from dateline.reading.times.words import Pieces, cut

EXACT = re.compile(r"[kqcmydn]")
"""Letters of a time of day with an hour in it."""

SAME_TIME = re.compile(r",?[jifA]?t?")
"""What may stand between a date and its time of day."""

LONGEST_NIGHT = 2
"""Days; a longer time has no time of day."""

FROM_TO = re.compile(r"\[(?:>t?|-)|\{bt?|.?-|.?I")
"""What stands before the first end of an interval, and between its ends."""


def read_times(parse: Parse, published: date | None, codebook: Codebook) -> tuple[TimeMention, ...]:
    """All times of a report, in text order; those that cannot be resolved keep their words.

    ``published`` is the day that weekdays, "yesterday" and "last month" count from; without it they
    stay unresolved. An interval ("between 3 and 5 May") is one mention. Durations, ages and recurring
    times are none.
    """
    pieces = cut(parse.text, codebook.times)
    found = [
        without_conjunction(e, pieces, parse)
        for e in expressions(pieces)
        if credible(e, pieces, parse, codebook.times)
    ]
    told = tell(found, pieces, parse, published, codebook.times.tense)
    return tuple(_mention(t, pieces, parse.text) for t in _intervals(_with_clocks(told, pieces), pieces))


def counted_from(words: str, day: date, codebook: Codebook, *, ahead: bool = False) -> Days | None:
    """The days that "three days after" means of what comes next, said of something that was on ``day``.

    With ``ahead``, of what they are said of, where what comes next was on ``day``. None where the words are
    of another form.
    """
    found = list(expressions(cut(words, codebook.times)))
    return before_event(found[0], day, ahead=ahead) if len(found) == 1 else None


def counted_back(words: str, day: date, codebook: Codebook) -> Days | None:
    """The days of what comes next, where ``day`` is "five weeks after" it; none of words of another form."""
    found = list(expressions(cut(words, codebook.times)))
    return about_event(found[0], day) if len(found) == 1 else None


def _with_clocks(told: Sequence[Told], pieces: Pieces) -> list[Told]:
    """Dates joined with the time of day beside them: "at 3 p.m." and "on Sunday"."""
    joined: list[Told] = []
    for item in told:
        before = joined[-1] if joined else None
        gap = pieces.codes[before.end : item.first] if before else ""
        if before and (before.clocks or item.clocks) and SAME_TIME.fullmatch(gap) and _may_join(before, item):
            item_adds_day = not _is_clock(item) or (_is_clock(before) and before.days is None)
            days = item.days if item_adds_day else before.days
            if days is None or days.length <= LONGEST_NIGHT:
                joined[-1] = Told(before.first, item.end, days, before.clocks + item.clocks)
                continue
        joined.append(item)
    return joined


def _may_join(before: Told, item: Told) -> bool:
    """Whether two times may be one: a day that is known takes none that is not ("Monday, two days after")."""
    return before.days is None or item.days is not None or _is_clock(item)


def _is_clock(told: Told) -> bool:
    """Whether all the words tell a time of day."""
    return told.clocks == ((told.first, told.end),)


def _intervals(told: Sequence[Told], pieces: Pieces) -> list[Told]:
    """ "from Monday to Wednesday", "between 8 May and 10 June", "1939 - 1945" as one time each."""
    joined: list[Told] = []
    for item in told:
        before = joined[-1] if joined else None
        if before and before.days and item.days and before.days.start < item.days.start:
            opener = pieces.codes[max(0, before.first - 1) : before.first]
            if FROM_TO.fullmatch(opener + pieces.codes[before.end : item.first]):
                days = Days(before.days.start, max(before.days.end, item.days.end))
                joined[-1] = Told(before.first, item.end, days, ())
                continue
        joined.append(item)
    return joined


def _mention(told: Told, pieces: Pieces, text: str) -> TimeMention:
    span = pieces.span(told.first, told.end)
    exact = [c for c in told.clocks if EXACT.search(pieces.codes, *c)]
    clock = " ".join(pieces.span(*c).of(text) for c in exact or told.clocks) or None
    days = told.days
    if days is None:
        return Mention("time", span, When(None, None, None, clock, span.of(text)))
    return Mention("time", span, When(days.start, days.end, precision(days), clock, span.of(text)))
