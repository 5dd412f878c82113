"""Which events are compared at all: those that share a block, and stand near each other in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.reconcile.columns import Table
from dateline.reconcile.keys import NAME
from dateline.reconcile.rows import Codes, Places, Rows, Truths

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
    blocks, _ = in_blocks(table.keys, wanted)
    report = table.tellings.report
    for some in blocks.runs():
        _, a, b = near(some, table.ranks)
        if len(a):
            a, b = np.divmod(np.unique(a * len(table) + b), len(table))
            apart = report[a] != report[b]
            yield a[apart], b[apart]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Events of block after block, in order within each.

    ``number`` is the number of the block of each, and ``last`` where that ends.
    """

    events: Places
    number: Codes
    last: Places

    def each(self) -> Iterator[Places]:
        """The events of one block after another."""
        ends = np.unique(self.last)
        return iter(np.split(self.events, ends[:-1])) if len(ends) else iter(())

    def runs(self) -> Iterator[Blocks]:
        """The same by some whole blocks at a time."""
        begin = 0
        while begin < len(self.events):
            end = int(self.last[min(begin + AT_A_TIME, len(self.events)) - 1])
            yield Blocks(self.events[begin:end], self.number[begin:end], self.last[begin:end] - begin)
            begin = end

    def only(self, these: Truths) -> Blocks:
        """Some whole blocks."""
        kept: Places = np.cumsum(these)
        return Blocks(self.events[these], self.number[these], kept[self.last[these] - 1])

    def sizes(self) -> Codes:
        """For each event the size of its block."""
        return np.bincount(self.last, minlength=1)[self.last] if len(self.last) else self.last


def in_blocks(keys: Rows, wanted: Callable[[str], bool] = lambda _: True) -> tuple[Blocks, Sequence[str]]:
    """The blocks with anything to compare, in order of key, and their keys."""
    events, codes = keys.entries()
    names = keys.members
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
    events, block = events[order], block[order]
    ends = np.cumsum(np.bincount(block, minlength=len(shared)))
    return Blocks(events, block, ends[block]), [names[n] for n in shared]


def near(blocks: Blocks, ranks: tuple[Codes, ...]) -> tuple[Codes, Places, Places]:
    """The pairs that are compared, the lesser first, with the number of their block; some several times."""
    none = np.zeros(0, np.int64)
    found = [(none, none, none), *_near(blocks, ranks)]
    number, a, b = (np.concatenate(each) for each in zip(*found, strict=True))
    return number, a, b


def _near(blocks: Blocks, ranks: tuple[Codes, ...]) -> Iterator[tuple[Codes, Places, Places]]:
    """Every pair of a small block, and those that stand near each other in some order of a large one."""
    small = blocks.sizes() <= SMALL
    yield from _within(blocks.only(small), SMALL)
    large = blocks.only(~small)
    for rank in ranks:
        order = np.lexsort((rank[large.events], large.last))
        for number, a, b in _within(Blocks(large.events[order], large.number, large.last), NEIGHBOURS):
            yield number, np.minimum(a, b), np.maximum(a, b)


def _within(blocks: Blocks, reach: int) -> Iterator[tuple[Codes, Places, Places]]:
    """The pairs of a block that stand so near to each other."""
    left = np.arange(len(blocks.events))
    for step in range(1, reach + 1):
        left = left[left + step < blocks.last[left]]
        if not len(left):
            return
        yield blocks.number[left], blocks.events[left], blocks.events[left + step]
