"""Entries of a list, each of an occurrence of its own: "28 March, Boni. Two dead", "Boni. One dead"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from dateline.codebook.counts import Counts
from dateline.model import PEOPLE, PlaceMention, TimeMention
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
    r"([A-ZÀ-Þ][\w’'-]*+(?: (?:[A-ZÀ-Þ][\w’'-]*+|of|de|el|al)){0,3})(?: \([^()\n]{2,40}\))?"
    r"(?:\. (?=[A-Z0-9])|(:) (?=[^\s\"“‘]))"
)
"""A name alone before a full stop, or with its province in brackets: "Boni (Mopti). Two soldiers killed.".

Before a colon a place may stand as well: "Boni: two soldiers killed".
"""
SPEAKING = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur)\b")
"""Words of a line that somebody says."""
WIDE = ("country", "region")
"""Places whose name at the head of a line is no place of an occurrence: what is told there is said there."""
TITLE = re.compile(r"[A-ZÀ-Þ][^\n.!?:]{2,60}: ")
"""What stands before the toll of an entry with a heading: "Orlow mill: "."""
ENDED = re.compile(r"[.!?:;,\"”’]$")
LONGEST_TOLL = 6
"""Words of such a toll: "at least 12 people killed"."""
NEAR = 60
"""Code points behind the time in which the entry's place is named."""


class Entry(NamedTuple):
    """The tokens from ``first`` to before ``end``, with the time and the place at their head.

    One with a ``heading`` of its own is of no occurrence that is told before the list.
    """

    first: int
    end: int
    time: TimeMention | None
    place: PlaceMention | None
    heading: bool = False


def entries(
    parse: Parse, times: Sequence[TimeMention], places: Sequence[PlaceMention], book: Counts
) -> tuple[Entry, ...]:
    """The entries of a list, in text order; none where the report is no list."""
    headed = tuple(_headed(parse, book))
    if len(headed) >= FEWEST:
        return headed
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
            if name[2] and (place is None or not _tells(line[0])):
                continue  # "Police: two dead in Orlow"
            if place is not None and place.value.precision in WIDE:
                continue
        inside = [n for n, t in enumerate(parse.tokens) if line.start() <= t.start < line.end()]
        yield Entry(inside[0], inside[-1] + 1, time, place)


def _tells(line: str) -> bool:
    """Whether a line behind the name of a place tells what happened there, and is no one's words.

    "Orlow: 12 killed" gives its share of one toll, and "Orlow: I saw two" is said by Orlow.
    """
    told = line.partition(":")[2].split()
    return (bool(ENDED.search(line)) or len(told) > LONGEST_TOLL) and not SPEAKING.search(line)


def _headed(parse: Parse, book: Counts) -> Iterator[Entry]:
    """Entries under headings that tell their toll: "Orlow mill: 12 killed", and below it what happened.

    The last one is held to have no more lines than the longest of the others.
    """
    lines = [line for line in LINE.finditer(parse.text) if line[0].strip()]
    heads = [n for n, line in enumerate(lines) if _is_heading(parse, line, book)]
    told = [(n, after) for n, after in pairwise(heads) if after > n + 1]
    if not told or len(told) < len(heads) - 1:
        return
    longest = max(after - n for n, after in told)
    for n, after in (*told, (heads[-1], min(heads[-1] + longest, len(lines)))):
        start, end = lines[n].start(), lines[after - 1].end()
        inside = [i for i, t in enumerate(parse.tokens) if start <= t.start < end]
        yield Entry(inside[0], inside[-1] + 1, None, None, heading=True)


def _is_heading(parse: Parse, line: re.Match[str], book: Counts) -> bool:
    """Whether a line is a title and behind its colon a number of people harmed, and no more."""
    title = TITLE.match(line[0])
    if title is None or ENDED.search(line[0]):
        return False
    toll = [t for t in parse.tokens if line.start() + title.end() <= t.start < line.end()]
    fields = {f for t in toll for f in (book.state.get(t.lower), book.object.get(t.lemma))}
    return bool(toll) and toll[0].tag == "CD" and len(toll) <= LONGEST_TOLL and not PEOPLE.isdisjoint(fields)


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
