"""Events -> groups that are one occurrence: pairs that are alike, then constrained joining."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.codebook.linking import Linking
from dateline.reconcile.blocks import keys_of, pairs_in
from dateline.reconcile.compare import Comparer
from dateline.reconcile.gather import EventView
from dateline.reconcile.rulings import NO_RULINGS, Pair, Rulings

SPEAKERS = 10
"""Events of a group that are compared with those of another, so that large groups stay affordable."""

LOOSE = 0.0
"""The mean score across two groups from which on a pair that is alike may join them."""

OUTVOTED = 0.34
"""Share of the pairs across two groups that may be in doubt: one report's wrong day or place."""

REMEMBERED = 2_000_000
"""Pairs that were compared in vain and are not compared again where they share another block."""

Group = tuple[EventView, ...]


def cluster(views: Iterable[EventView], linking: Linking, rulings: Rulings = NO_RULINGS) -> tuple[Group, ...]:
    """Bring events together; a judgement outranks every rule.

    The answer is made component by component of what is alike, and each depends on nothing but its own
    events: the same events give the same groups in any order, and beside whatever others.

    Args:
        views: one an event.
        linking: the codebook's weights.
        rulings: pairs that are one occurrence, and pairs that are not; of unknown events they say nothing.
    """
    known = {v.id: v for v in views}
    comparer = Comparer(linking)
    alike = alike_pairs(known, comparer)
    bound = [pair for pair in sorted(rulings.same) if pair[0] in known and pair[1] in known]
    groups: list[Group] = []
    edges: dict[str, list[Pair]] = {}
    for pair in alike:
        edges.setdefault(pair[0], []).append(pair)
    for members in components(known, (*alike, *bound)):
        joining = Joining([known[m] for m in members], comparer, rulings)
        groups += joining.groups(pair for m in members for pair in edges.get(m, ()))
    return tuple(sorted(groups, key=lambda g: g[0].id))


def alike_pairs(views: Mapping[str, EventView], comparer: Comparer) -> frozenset[Pair]:
    """Pairs that blocking brings together and that are the same by themselves."""
    found: set[Pair] = set()
    refused: set[Pair] = set()
    for key, block in blocks(views.values()):
        if len(refused) > REMEMBERED:
            refused.clear()
        for pair in pairs_in(key, block):
            if pair in found or pair in refused:
                continue
            same = comparer.compare(views[pair[0]], views[pair[1]]).same
            (found if same else refused).add(pair)
    return frozenset(found)


def blocks(views: Iterable[EventView]) -> Iterator[tuple[str, Sequence[EventView]]]:
    """Blocks of two events or more, by key."""
    made: dict[str, list[EventView]] = {}
    for view in views:
        for key in keys_of(view):
            made.setdefault(key, []).append(view)
    for key, block in made.items():
        if len(block) > 1:
            yield key, block


def components(idents: Iterable[str], pairs: Iterable[Pair]) -> list[list[str]]:
    """Ids that pairs connect, each component and all of them in order."""
    root = {ident: ident for ident in idents}

    def top(ident: str) -> str:
        while root[ident] != ident:
            root[ident] = ident = root[root[ident]]
        return ident

    for a, b in pairs:
        low, high = sorted((top(a), top(b)))
        root[high] = low
    found: dict[str, list[str]] = {}
    for ident in sorted(root):
        found.setdefault(top(ident), []).append(ident)
    return list(found.values())


class Joining:
    """Joins the events of one component from the most alike pair down.

    What reports are about is joined first. Events told in passing join a group afterwards, but never
    bring two together that are about something: those must be alike themselves.
    """

    def __init__(self, views: Sequence[EventView], comparer: Comparer, rulings: Rulings) -> None:
        self._views = {v.id: v for v in views}
        self._comparer = comparer
        self._different = rulings.different
        self._group: dict[str, list[EventView]] = {v.id: [v] for v in views}
        self._member = {v.id: v.id for v in views}
        for a, b in sorted(rulings.same):
            if a in self._views and b in self._views:
                self._join(self._member[a], self._member[b])

    def groups(self, alike: Iterable[Pair]) -> list[Group]:
        """The groups, each in order of id; ``alike`` are the pairs that may join."""
        for _, _, a, b in sorted(map(self._rank, alike)):
            left, right = self._member[a], self._member[b]
            if left != right and self._joinable(self._group[left], self._group[right]):
                self._join(left, right)
        return [tuple(sorted(group, key=lambda v: v.id)) for group in self._group.values()]

    def _rank(self, pair: Pair) -> tuple[int, float, str, str]:
        """Pairs with fewer events told in passing come first, then the most alike."""
        a, b = self._views[pair[0]], self._views[pair[1]]
        return (2 - a.chief - b.chief, -self._comparer.compare(a, b).score, *pair)

    def _join(self, left: str, right: str) -> None:
        keep, drop = min(left, right), max(left, right)
        if keep == drop:
            return
        for view in self._group[drop]:
            self._member[view.id] = keep
        self._group[keep] += self._group.pop(drop)

    def _joinable(self, left: Sequence[EventView], right: Sequence[EventView]) -> bool:
        """Whether nothing forbids any pair across two groups, and the pairs are alike on the whole."""
        if {v.report for v in left} & {v.report for v in right}:
            return False
        if any((min(a.id, b.id), max(a.id, b.id)) in self._different for a in left for b in right):
            return False
        found = [self._comparer.compare(a, b) for a in _speakers(left, right) for b in _speakers(right, left)]
        doubted = sum(not c.same for c in found if c.doubt)
        return sum(c.score for c in found) >= LOOSE * len(found) and doubted <= len(found) * OUTVOTED


def _speakers(group: Sequence[EventView], other: Sequence[EventView]) -> Sequence[EventView]:
    """The events that speak for a group: what reports are about, where both groups have such."""
    chief = [v for v in group if v.chief]
    if chief and any(v.chief for v in other):
        group = chief
    return sorted(group, key=lambda v: (-v.size, v.id))[:SPEAKERS]
