"""Linking in parts, each of which may be done anywhere: together the groups that linking in one go makes.

Blocks are dealt out by where and when they are. Each part looks into its own; the alike pairs of all parts
are merged into components, whichever parts they come from, and components are dealt out to be joined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar
from zlib import crc32

import numpy as np

from dateline.codebook.linking import Linking
from dateline.reconcile.blocks import candidates
from dateline.reconcile.cluster import AlikePairs, Group, Member, alike_pairs, components, joined, parts
from dateline.reconcile.compare import Comparer
from dateline.reconcile.keys import EVER, NAME, keys_of
from dateline.reconcile.rulings import NO_RULINGS, Rulings
from dateline.reconcile.tabulate import table_of
from dateline.reconcile.views import EventView

T = TypeVar("T")
R = TypeVar("R")
DAY, MONTH = len("2031-01-05"), len("2031-01")
"""How many characters of a block's key tell its day, and the month of it."""


class Alike(NamedTuple):
    """Ids of two events that are the same by themselves, and how alike they are."""

    a: str
    b: str
    score: float


@dataclass(frozen=True, slots=True)
class Blocks:
    """Some blocks, by key, and all events that stand in them."""

    keys: frozenset[str]
    views: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class Components:
    """The events of some whole components, what is alike among them, and what people judged of them."""

    views: tuple[EventView, ...]
    alike: tuple[Alike, ...]
    rulings: Rulings


class Run(Protocol):
    """Calls a function on each of some items, anywhere; the results are in the order of the items."""

    def __call__(self, function: Callable[[T, Linking], R], items: Sequence[T], /) -> Iterable[R]:
        """Each result."""


def cluster_apart(
    views: Iterable[EventView], many: int, run: Run, rulings: Rulings = NO_RULINGS
) -> tuple[Group, ...]:
    """The groups that ``cluster`` makes of the same events, made in so many parts.

    Args:
        views: one an event; all are held, and sent to wherever the parts are done.
        many: how many parts.
        run: does the parts, with the codebook's weights.
        rulings: as for ``cluster``.
    """
    by_id = {view.id: view for view in views}
    found = [pair for some in run(look_into, _dealt(by_id, many)) for pair in some]
    groups = [
        group for some in run(join, _bundles(by_id, sorted(set(found)), rulings, many)) for group in some
    ]
    return tuple(sorted(groups))


def look_into(blocks: Blocks, linking: Linking) -> list[Alike]:
    """The alike pairs in some blocks."""
    comparer = Comparer(linking)
    table = table_of(blocks.views, comparer.rarity)
    found = alike_pairs(table, comparer, candidates(table, blocks.keys.__contains__))
    sides = zip(found.a.tolist(), found.b.tolist(), found.score.tolist(), strict=True)
    named = ((table.ids[a], table.ids[b], score) for a, b, score in sides)
    return [Alike(min(a, b), max(a, b), score) for a, b, score in named]


def join(some: Components, linking: Linking) -> list[Group]:
    """The groups of some components."""
    comparer = Comparer(linking)
    table = table_of(some.views, comparer.rarity)
    place = {id_: n for n, id_ in enumerate(table.ids)}
    ends = [sorted((place[pair.a], place[pair.b])) for pair in some.alike]
    a, b = np.array(ends, np.int64).reshape(-1, 2).T
    alike = AlikePairs(a, b, np.array([pair.score for pair in some.alike], np.float64))
    groups = joined(table, comparer, parts(table, alike, some.rulings))
    return [tuple(Member(table.ids[n], table.reports[n]) for n in sorted(group)) for group in groups]


def part_of(key: str, many: int) -> int:
    """The part that a block is in: those of one place and month are together, a name stands for itself."""
    dated = not key.startswith((NAME, EVER))
    return crc32((key[:MONTH] + key[DAY:] if dated else key).encode()) % many


def _dealt(by_id: Mapping[str, EventView], many: int) -> list[Blocks]:
    """The blocks of more than one event in parts, each with its events; those at a border are in several."""
    sizes = Counter(key for view in by_id.values() for key in keys_of(view))
    keys, views = [set[str]() for _ in range(many)], [list[EventView]() for _ in range(many)]
    for view in by_id.values():
        shared = [key for key in keys_of(view) if sizes[key] > 1]
        for key in shared:
            keys[part_of(key, many)].add(key)
        for part in {part_of(key, many) for key in shared}:
            views[part].append(view)
    return [Blocks(frozenset(k), tuple(v)) for k, v in zip(keys, views, strict=True) if k]


def _bundles(
    by_id: Mapping[str, EventView], alike: Sequence[Alike], rulings: Rulings, many: int
) -> list[Components]:
    """All components, about as many events in each bundle of them."""
    ids = sorted(by_id)
    place = {id_: n for n, id_ in enumerate(ids)}
    bound = [
        *((pair.a, pair.b) for pair in alike),
        *(p for p in sorted(rulings.same) if p[0] in place and p[1] in place),
    ]
    a, b = np.array([(place[a], place[b]) for a, b in bound], np.int64).reshape(-1, 2).T
    root = components(len(ids), a, b).tolist()
    bundle_of = dict(_filled(Counter(root), -(-len(ids) // many)))
    views, pairs = dict[int, list[EventView]](), dict[int, list[Alike]]()
    for n, id_ in enumerate(ids):
        views.setdefault(bundle_of[root[n]], []).append(by_id[id_])
    for pair in alike:
        pairs.setdefault(bundle_of[root[place[pair.a]]], []).append(pair)
    return [Components(tuple(views[n]), tuple(pairs.get(n, ())), rulings) for n in sorted(views)]


def _filled(sizes: Mapping[int, int], most: int) -> Iterator[tuple[int, int]]:
    """For each component the bundle that it is in; a bundle is closed when it has so many events."""
    bundle = held = 0
    for root in sorted(sizes):
        yield root, bundle
        held += sizes[root]
        if held >= most:
            bundle, held = bundle + 1, 0
