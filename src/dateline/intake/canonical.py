"""Raw text -> canonical text, with a list of every change and a way back."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from dateline.model import Repair, Span


class Edit(NamedTuple):
    """Replace the characters ``start`` up to ``end`` (at least one) of a text by ``new``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text on its way from raw to canonical.

    ``text[i]`` came from the raw characters ``starts[i]`` up to ``ends[i]``: one character that is the
    same, unless a repair's span covers ``i``. Both arrays are as long as the text.
    """

    text: str
    repairs: tuple[Repair, ...]
    starts: array[int]
    ends: array[int]

    def raw(self, span: Span) -> Span:
        """Where in the raw text the words of a span of the canonical text came from."""
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def edited(self, rule: str, edits: Iterable[Edit]) -> Canonical:
        """The text after ``edits`` (in order, not overlapping), each of which becomes a repair."""
        made = [edit for edit in edits if self.text[edit.start : edit.end] != edit.new]
        if not made:
            return self
        pieces: list[str] = []
        starts, ends = array("l"), array("l")
        new: list[Repair] = []
        at = length = 0
        for edit in made:
            pieces += (self.text[at : edit.start], edit.new)
            starts += self.starts[at : edit.start]
            ends += self.ends[at : edit.start]
            starts += array("l", [self.starts[edit.start]]) * len(edit.new)
            ends += array("l", [self.ends[edit.end - 1]]) * len(edit.new)
            length += edit.start - at
            span = Span(length, length + len(edit.new)) if edit.new else None
            new.append(Repair(span, self.text[edit.start : edit.end], rule))
            length += len(edit.new)
            at = edit.end
        pieces.append(self.text[at:])
        starts += self.starts[at:]
        ends += self.ends[at:]
        return Canonical("".join(pieces), (*_moved(self.repairs, made), *new), starts, ends)


def untouched(raw: str) -> Canonical:
    """A raw text as its own canonical text."""
    return Canonical(raw, (), array("l", range(len(raw))), array("l", range(1, len(raw) + 1)))


def _moved(repairs: tuple[Repair, ...], edits: list[Edit]) -> Iterable[Repair]:
    """Earlier repairs with their spans where later edits have carried them."""
    starts, ends = [e.start for e in edits], [e.end for e in edits]
    grown = list(accumulate((len(e.new) - (e.end - e.start) for e in edits), initial=0))

    def start(p: int) -> int:
        i = bisect_right(ends, p)
        return (edits[i].start if i < len(edits) and edits[i].start < p else p) + grown[i]

    def end(p: int) -> int:
        i = bisect_left(starts, p)
        return (edits[i - 1].end if i and edits[i - 1].end > p else p) + grown[i]

    for repair in repairs:
        if repair.span is None:
            yield repair
            continue
        a, b = start(repair.span.start), end(repair.span.end)
        yield Repair(Span(a, b) if a < b else None, repair.was, repair.rule)
