"""Events -> groups that are one occurrence: pairs that are alike, brought together component by component."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.codebook.linking import Linking
from dateline.reconcile.blocks import candidates
from dateline.reconcile.compare import Comparer
from dateline.reconcile.gather import EventView
from dateline.reconcile.joining import Alike, Group, Joining
from dateline.reconcile.rulings import NO_RULINGS, Rulings


def cluster(views: Iterable[EventView], linking: Linking, rulings: Rulings = NO_RULINGS) -> tuple[Group, ...]:
    """Bring events together; a judgement outranks every rule.

    The answer is made component by component of what is alike, and each depends on nothing but its own
    events: the same events give the same groups in any order, and beside whatever others.

    Args:
        views: one an event.
        linking: the codebook's weights.
        rulings: pairs that are one occurrence, and pairs that are not; of unknown events they say nothing.
    """
    known = sorted({v.id: v for v in views}.values(), key=lambda v: v.id)
    comparer = Comparer(linking)
    alike = alike_pairs(known, comparer)
    place = {v.id: n for n, v in enumerate(known)}
    bound = [(place[a], place[b]) for a, b in sorted(rulings.same) if a in place and b in place]
    edges = _by_component(components(len(known), alike, bound), alike)
    groups: list[Group] = []
    for members, found in edges:
        if len(members) == 1:
            groups.append((known[members[0]],))
            continue
        joining = Joining([known[m] for m in members], comparer, rulings)
        groups += joining.groups(Alike(score, known[a], known[b]) for a, b, score in found)
    return tuple(sorted(groups, key=lambda g: g[0].id))


@dataclass(frozen=True, slots=True)
class AlikePairs:
    """Pairs of events by their places, and their scores: three columns, as there may be tens of millions."""

    lesser: array[int] = field(default_factory=lambda: array("L"))
    greater: array[int] = field(default_factory=lambda: array("L"))
    score: array[float] = field(default_factory=lambda: array("d"))

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        return zip(self.lesser, self.greater, self.score, strict=True)


def alike_pairs(views: Sequence[EventView], comparer: Comparer) -> AlikePairs:
    """Pairs that blocking brings together and that are the same by themselves."""
    found = AlikePairs()
    for a, b in candidates(views):
        score = comparer.alike(views[a], views[b])
        if score is not None:
            found.lesser.append(a)
            found.greater.append(b)
            found.score.append(score)
    return found


def components(events: int, alike: AlikePairs, bound: Iterable[tuple[int, int]]) -> array[int]:
    """For every event the least one that pairs connect it with."""
    root = array("L", range(events))

    def top(n: int) -> int:
        while root[n] != n:
            root[n] = n = root[root[n]]
        return n

    def connect(a: int, b: int) -> None:
        low, high = sorted((top(a), top(b)))
        root[high] = low

    for a, b, _ in alike:
        connect(a, b)
    for a, b in bound:
        connect(a, b)
    return array("L", (top(n) for n in range(events)))


def _by_component(
    root: Sequence[int], alike: AlikePairs
) -> Iterator[tuple[list[int], list[tuple[int, int, float]]]]:
    """The events and the pairs of each component."""
    members: dict[int, list[int]] = {}
    for n, top in enumerate(root):
        members.setdefault(top, []).append(n)
    pairs: dict[int, array[int]] = {}
    for n, a in enumerate(alike.lesser):
        pairs.setdefault(root[a], array("L")).append(n)
    for top, events in members.items():
        here = pairs.get(top, ())
        yield events, [(alike.lesser[n], alike.greater[n], alike.score[n]) for n in here]
