"""Which events are compared at all: those that share a block, and stand near each other in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from dateline.reconcile.columns import Table
from dateline.reconcile.keys import NAME
from dateline.reconcile.rows import Codes, Places, Truths

NEIGHBOURS = 8
"""In a large block, an event is compared with this many after it in each order."""

SMALL = 40
"""In a block of up to this many events every pair is compared."""

RARE = 25
"""A name that more events use than this brings none together."""

AT_A_TIME = 300_000
"""Events of the blocks that make a run of pairs, about; none is twice in one run."""

Sides = tuple[Places, Places]
"""Pairs of events by their places in the table, the lesser first."""


def candidates(table: Table, wanted: Callable[[str], bool] = lambda _: True) -> Iterator[Sides]:
    """The pairs that are compared, of two reports each; they depend on nothing but which events there are.

    They come in long runs, in order within each: blocks are taken day by day, so that few pairs that share
    several come in two runs.

    Args:
        table: the events.
        wanted: by key which blocks to look into. A block stands for itself: what several machines find,
            each in blocks of its own, is together what one finds in all.
    """
    blocks = _blocks(table, wanted)
    report = table.tellings.report
    for some in blocks.runs():
        found = [a * len(table) + b for a, b in _near(some, table.ranks)]
        if found:
            a, b = np.divmod(np.unique(np.concatenate(found)), len(table))
            apart = report[a] != report[b]
            yield a[apart], b[apart]


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Events of block after block, in order within each; ``last`` is where the block of each ends."""

    events: Places
    last: Places

    def runs(self) -> Iterator[_Blocks]:
        """The same by some whole blocks at a time."""
        begin = 0
        while begin < len(self.events):
            end = int(self.last[min(begin + AT_A_TIME, len(self.events)) - 1])
            yield _Blocks(self.events[begin:end], self.last[begin:end] - begin)
            begin = end

    def only(self, these: Truths) -> _Blocks:
        """Some whole blocks."""
        kept: Places = np.cumsum(these)
        return _Blocks(self.events[these], kept[self.last[these] - 1])

    def sizes(self) -> Codes:
        """For each event the size of its block."""
        return np.bincount(self.last, minlength=1)[self.last] if len(self.last) else self.last


def _blocks(table: Table, wanted: Callable[[str], bool]) -> _Blocks:
    """The blocks with anything to compare, in order of key."""
    events, codes = table.keys.entries()
    names = table.keys.members
    sizes = np.bincount(codes, minlength=len(names))
    most = np.array([RARE if name.startswith(NAME) else len(events) for name in names], np.int64)
    useful = (sizes > 1) & (sizes <= most)
    shared = [n for n in np.flatnonzero(useful).tolist() if wanted(names[n])]
    shared.sort(key=lambda n: names[n])
    rank = np.full(len(names), -1)
    rank[shared] = np.arange(len(shared))
    kept = rank[codes] >= 0
    events, block = events[kept], rank[codes[kept]]
    order = np.argsort(block, kind="stable")
    ends = np.cumsum(np.bincount(block, minlength=len(shared)))
    return _Blocks(events[order], ends[block[order]])


def _near(blocks: _Blocks, ranks: tuple[Codes, ...]) -> Iterator[Sides]:
    """Every pair of a small block, and those that stand near each other in some order of a large one."""
    small = blocks.sizes() <= SMALL
    yield from _within(blocks.only(small), SMALL)
    large = blocks.only(~small)
    for rank in ranks:
        order = np.lexsort((rank[large.events], large.last))
        for a, b in _within(_Blocks(large.events[order], large.last), NEIGHBOURS):
            yield np.minimum(a, b), np.maximum(a, b)


def _within(blocks: _Blocks, reach: int) -> Iterator[Sides]:
    """The pairs of a block that stand so near to each other."""
    left = np.arange(len(blocks.events))
    for step in range(1, reach + 1):
        left = left[left + step < blocks.last[left]]
        if not len(left):
            return
        yield blocks.events[left], blocks.events[left + step]
