"""Which place has each number that shares a toll out: "23 in Brindle, 12 in Tarn and 40 in Orlow"?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from dateline.model import Field, Place, PlaceMention, Span
from dateline.reading.counts.reader import Count
from dateline.reading.parse import Parse

NEXT = 30
"""Characters from a number to its place, the noun between."""


def shared_out(
    parse: Parse, counts: Sequence[Count], sites: Sequence[PlaceMention]
) -> Mapping[tuple[Field, Span], Place | None]:
    """The place of each count of a list in which two or more have one of their own, by field and words.

    A count before them without one is of the whole: it is at the last place told before it, if at any.
    """
    found: dict[tuple[Field, Span], Place | None] = {}
    ordered = sorted(counts, key=lambda c: (c.trigger, c.field, c.span))
    for _, group in groupby(ordered, key=lambda c: (c.trigger, c.field)):
        members = list(group)
        own = dict(_own(parse, members, sites))
        if len({p.name for p in own.values()}) < 2:
            continue
        first = min(s.start for s in own)
        for count in members:
            if count.span in own:
                found[count.field, count.span] = own[count.span]
            elif count.span.end <= first:
                found[count.field, count.span] = _before(parse, count, sites)
    return found


def _own(
    parse: Parse, members: Sequence[Count], sites: Sequence[PlaceMention]
) -> Iterator[tuple[Span, Place]]:
    """The words of the counts that a place follows before the next of them begins."""
    for n, count in enumerate(members):
        end = members[n + 1].span.start if n + 1 < len(members) else count.span.end + NEXT
        here = parse.tokens[count.head].sentence
        for m in sites:
            behind = count.span.end <= m.span.start < min(end, count.span.end + NEXT)
            if behind and parse.tokens[parse.token_range(m.span)[0]].sentence == here:
                yield count.span, m.value
                break


def _before(parse: Parse, count: Count, sites: Sequence[PlaceMention]) -> Place | None:
    """The last place told in the sentence before a count."""
    sentence = parse.sentence_span(count.head)
    told = [m.value for m in sites if sentence.start <= m.span.start < count.span.start]
    return told[-1] if told else None
