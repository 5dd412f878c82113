"""Events -> groups that are one occurrence: pairs that are alike, brought together component by component.

Each step stands for itself, so that it can be done in parts: pairs block by block, wherever each block is
looked into; components from all the alike pairs that were found; groups component by component.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from dateline.codebook.linking import Linking
from dateline.reconcile.blocks import Sides, candidates
from dateline.reconcile.columns import Table
from dateline.reconcile.compare import Comparer
from dateline.reconcile.joining import Component, Joined, Joining, Wanted
from dateline.reconcile.pairs import Pairs
from dateline.reconcile.rows import Codes, Numbers, Places
from dateline.reconcile.rulings import NO_RULINGS, Rulings
from dateline.reconcile.tabulate import table_of
from dateline.reconcile.views import EventView

AT_A_TIME = 8192
"""Pairs that are compared at a time, so that what is looked at stays near the processor."""

TOGETHER = 100_000
"""Comparisons that components wait for until they are made, about."""


class Member(NamedTuple):
    """An event of a group, and the report that tells it."""

    id: str
    report: str


Group = tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class AlikePairs:
    """Pairs of events that are the same by themselves, by their places in the table; the lesser first."""

    a: Places
    b: Places
    score: Numbers


def cluster(views: Iterable[EventView], linking: Linking, rulings: Rulings = NO_RULINGS) -> tuple[Group, ...]:
    """Bring events together; a judgement outranks every rule.

    The answer is made component by component of what is alike, and each depends on nothing but its own
    events: the same events give the same groups in any order, and beside whatever others.

    Args:
        views: one an event; none is held longer than it takes to write it into a table.
        linking: the codebook's weights.
        rulings: pairs that are one occurrence, and pairs that are not; of unknown events they say nothing.
    """
    comparer = Comparer(linking)
    table = table_of(views, comparer.rarity)
    alike = alike_pairs(table, comparer, candidates(table))
    groups = sorted(joined(table, comparer, parts(table, alike, rulings)))
    return tuple(tuple(Member(table.ids[n], table.reports[n]) for n in group) for group in groups)


def alike_pairs(table: Table, comparer: Comparer, pairs: Iterable[Sides]) -> AlikePairs:
    """Those of the pairs that are the same by themselves; several times where they come several times."""
    found = list[AlikePairs]()
    for a, b in pairs:
        for begin in range(0, len(a), AT_A_TIME):
            some = Pairs(table, a[begin : begin + AT_A_TIME], b[begin : begin + AT_A_TIME])
            scores = comparer.alike(some)
            these = scores > -np.inf
            found.append(AlikePairs(some.a[these], some.b[these], scores[these]))
    return AlikePairs(
        np.concatenate([np.zeros(0, np.int64), *(each.a for each in found)]),
        np.concatenate([np.zeros(0, np.int64), *(each.b for each in found)]),
        np.concatenate([np.zeros(0), *(each.score for each in found)]),
    )


def components(events: int, a: Places, b: Places) -> Codes:
    """For every event the least one that pairs connect it with."""
    edges = csr_array((np.ones(len(a), np.int8), (a, b)), shape=(events, events))
    many, labels = connected_components(edges, directed=False)
    least = np.full(many, events)
    np.minimum.at(least, labels, np.arange(events))
    return np.asarray(least[labels])


def parts(table: Table, alike: AlikePairs, rulings: Rulings) -> Iterator[Component]:
    """The components of what is alike or judged the same, with their pairs."""
    place = {id_: n for n, id_ in enumerate(table.ids)}
    same, different = (_placed(pairs, place) for pairs in (rulings.same, rulings.different))
    bound = np.array(same, np.int64).reshape(-1, 2)
    root = components(len(table), np.append(alike.a, bound[:, 0]), np.append(alike.b, bound[:, 1]))
    passing = ~table.tellings.chief
    order = np.lexsort(
        (alike.b, alike.a, -alike.score, passing[alike.a] * 1 + passing[alike.b], root[alike.a])
    )
    a, b, score = alike.a[order], alike.b[order], alike.score[order]
    once = np.append(True, (a[1:] != a[:-1]) | (b[1:] != b[:-1]))[: len(a)]
    alike = AlikePairs(a[once], b[once], score[once])
    events = np.argsort(root, kind="stable")
    tops, begin = np.unique(root[events], return_index=True)
    ends = np.append(begin[1:], len(events))
    first, last = (np.searchsorted(root[alike.a], tops, side) for side in ("left", "right"))
    judged = {int(root[n]) for pair in (*same, *different) for n in pair}
    for n, top in enumerate(tops.tolist()):
        pairs = slice(first[n], last[n])
        mine = top in judged
        yield Component(
            events[begin[n] : ends[n]].tolist(),
            alike.a[pairs].tolist(),
            alike.b[pairs].tolist(),
            [pair for pair in same if root[pair[0]] == top] if mine else [],
            [pair for pair in different if root[pair[0]] == root[pair[1]] == top] if mine else [],
        )


def joined(table: Table, comparer: Comparer, components: Iterable[Component]) -> Iterator[Joined]:
    """The groups of each component; what several wait for is compared at a time."""
    waiting, held = list[Joining](), 0
    for component in components:
        if len(component.events) == 1:
            yield tuple(component.events)
            continue
        joining = Joining(component, table)
        waiting.append(joining)
        held += len(joining.wanted)
        if held > TOGETHER:
            waiting, done = _told(waiting, table, comparer)
            held = sum(len(each.wanted) for each in waiting)
            for each in done:
                yield from each.groups()
    while waiting:
        waiting, done = _told(waiting, table, comparer)
        for each in done:
            yield from each.groups()


def _told(waiting: list[Joining], table: Table, comparer: Comparer) -> tuple[list[Joining], list[Joining]]:
    """Compare what is wanted; those that want more, and those that are done."""
    wanted = np.array([pair for each in waiting for pair in each.wanted], np.int64).reshape(-1, 2)
    weighed = [
        comparer.weigh(Pairs(table, some[:, 0], some[:, 1]))
        for some in (wanted[n : n + AT_A_TIME] for n in range(0, len(wanted), AT_A_TIME))
    ]
    scores = np.concatenate([np.zeros(0), *(score for score, _ in weighed)])
    doubts = np.concatenate([np.zeros(0, bool), *(doubt for _, doubt in weighed)])
    begin = 0
    for each in waiting:
        end = begin + len(each.wanted)
        if each.wanted:
            each.tell(scores[begin:end], doubts[begin:end])
        begin = end
    return [each for each in waiting if each.wanted], [each for each in waiting if not each.wanted]


def _placed(pairs: Iterable[tuple[str, str]], place: dict[str, int]) -> list[Wanted]:
    """Pairs of ids as places, in order; those of which one is unknown are left out."""
    return [(place[a], place[b]) for a, b in sorted(pairs) if a in place and b in place]
