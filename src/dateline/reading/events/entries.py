"""Entries of a list, each of an occurrence of its own: "28 March, Boni. Two dead", "Boni. One dead"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.model import PlaceMention, TimeMention
from dateline.reading.events.telling import Telling
from dateline.reading.parse import Parse

FEWEST = 2
"""Lines that begin with a time or a place and a mark: fewer are no list."""
LINE = re.compile(r"[^\n]+")
HEAD = re.compile(r"\W{0,4}(?:on )?", re.I)
"""What may stand before the time at the head of an entry."""
MARK = re.compile(r"(?<!\s)\s*+[,:;.–—(-]")
"""What stands behind it."""
NAMED = re.compile(
    r"([A-ZÀ-Þ][\w’'-]*+(?: (?:[A-ZÀ-Þ][\w’'-]*+|of|de|el|al)){0,3})(?: \([^()\n]{2,40}\))?\. (?=[A-Z0-9])"
)
"""A name alone before a full stop, or with its province in brackets: "Boni (Mopti). Two soldiers killed."."""
WIDE = ("country", "region")
"""Places whose name at the head of a line is no place of an occurrence: what is told there is said there."""
NEAR = 60
"""Code points behind the time in which the entry's place is named."""


class Entry(NamedTuple):
    """The tokens from ``first`` to before ``end``, with the time and the place at their head."""

    first: int
    end: int
    time: TimeMention | None
    place: PlaceMention | None


def entries(parse: Parse, times: Sequence[TimeMention], places: Sequence[PlaceMention]) -> tuple[Entry, ...]:
    """The entries of a list, in text order; none where the report is no list."""
    found = tuple(_entries(parse, times, places))
    told = any(e.time or e.place for e in found)
    return found if len(found) >= FEWEST and told else ()


def _entries(parse: Parse, times: Sequence[TimeMention], places: Sequence[PlaceMention]) -> Iterator[Entry]:
    starts = {m.span.start: m for m in times if m.value.resolved and m.value.clock is None}
    for line in LINE.finditer(parse.text):
        head = HEAD.match(parse.text, line.start())
        time = starts.get(head.end()) if head else None
        if time is not None and MARK.match(parse.text, time.span.end):
            near = (p for p in places if time.span.end <= p.span.start <= time.span.end + NEAR)
            place = next((p for p in near if p.span.end <= line.end()), None)
        else:
            name = NAMED.match(parse.text, head.end()) if head else None
            if name is None:
                continue
            time, place = None, next((p for p in places if p.span.start == name.start(1)), None)
            if place is not None and place.value.precision in WIDE:
                continue
        inside = [n for n, t in enumerate(parse.tokens) if line.start() <= t.start < line.end()]
        yield Entry(inside[0], inside[-1] + 1, time, place)


def with_heads(tellings: Sequence[Telling], listed: Sequence[Entry]) -> tuple[Telling, ...]:
    """The tellings, those of an entry with its time and place where they have none of their own."""
    return tuple(_with_head(t, entry_of(t.trigger.i, listed)) for t in tellings)


def _with_head(telling: Telling, entry: Entry | None) -> Telling:
    if entry is None:
        return telling
    times = telling.times or ((entry.time,) if entry.time else ())
    places = telling.places or ((entry.place,) if entry.place else ())
    return replace(telling, times=times, places=places)


def entry_of(i: int, listed: Sequence[Entry]) -> Entry | None:
    """The entry that a token stands in."""
    return next((e for e in listed if e.first <= i < e.end), None)
