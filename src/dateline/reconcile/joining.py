"""Constrained joining: pairs that are alike -> groups whose events are alike on the whole."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.reconcile.compare import Comparer
from dateline.reconcile.gather import EventView
from dateline.reconcile.rulings import Rulings

SPEAKERS = 10
"""Events of a group that are compared with those of another, so that large groups stay affordable."""

LOOSE = 0.0
"""The mean score across two groups from which on a pair that is alike may join them."""

OUTVOTED = 0.34
"""Share of the pairs across two groups that may be in doubt: one report's wrong day or place."""

REMEMBERED = 500_000
"""Comparisons of one component that are kept at a time."""

Group = tuple[EventView, ...]


class Alike(NamedTuple):
    """Two events that are the same by themselves, the one with the lesser id first."""

    score: float
    a: EventView
    b: EventView


class Joining:
    """Joins the events of one component from the most alike pair down.

    What reports are about is joined first. Events told in passing join a group afterwards, but never
    bring two together that are about something: those must be alike themselves.
    """

    def __init__(self, views: Sequence[EventView], comparer: Comparer, rulings: Rulings) -> None:
        self._comparer = comparer
        self._groups = {v.id: _Growing([v]) for v in views}
        self._member = {v.id: v.id for v in views}
        self._different = [pair for pair in rulings.different if self._member.keys() >= set(pair)]
        self._compared: dict[tuple[str, str], tuple[float, bool]] = {}
        for a, b in sorted(rulings.same):
            if a in self._member and b in self._member:
                self._join(self._member[a], self._member[b])

    def groups(self, alike: Iterable[Alike]) -> list[Group]:
        """The groups, each in order of id; ``alike`` are the pairs that may join."""
        refused: set[tuple[str, int, str, int]] = set()
        for pair in sorted(alike, key=_rank):
            left, right = self._member[pair.a.id], self._member[pair.b.id]
            if left == right:
                continue
            tried = (left, len(self._groups[left].views), right, len(self._groups[right].views))
            if tried in refused:
                continue
            if self._joinable(left, right):
                self._join(left, right)
            else:
                refused.add(tried)
        return [tuple(sorted(group.views, key=lambda v: v.id)) for group in self._groups.values()]

    def _join(self, left: str, right: str) -> None:
        keep, drop = min(left, right), max(left, right)
        if keep == drop:
            return
        gone = self._groups.pop(drop)
        for view in gone.views:
            self._member[view.id] = keep
        self._groups[keep].take(gone)

    def _joinable(self, left: str, right: str) -> bool:
        """Whether nothing forbids any pair across two groups, and the pairs are alike on the whole."""
        one, two = self._groups[left], self._groups[right]
        if not one.reports.isdisjoint(two.reports):
            return False
        if any({self._member[a], self._member[b]} == {left, right} for a, b in self._different):
            return False
        scores, doubted = list[float](), 0
        for a in one.speakers(two):
            for b in two.speakers(one):
                score, doubt = self._weigh(a, b)
                if score == -math.inf:
                    return False
                scores.append(score)
                doubted += doubt
        return math.fsum(scores) >= LOOSE * len(scores) and doubted <= len(scores) * OUTVOTED

    def _weigh(self, a: EventView, b: EventView) -> tuple[float, bool]:
        pair = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        found = self._compared.get(pair)
        if found is None:
            if len(self._compared) >= REMEMBERED:
                self._compared.clear()
            found = self._compared[pair] = self._comparer.weigh(a, b)
        return found


class _Growing:
    """A group while it grows: its events, their reports, and the events that speak for it."""

    def __init__(self, views: list[EventView]) -> None:
        self.views = views
        self.reports = {v.report for v in views}
        self._any = views
        self._chief = [v for v in views if v.chief]

    def take(self, other: _Growing) -> None:
        """Take in all of another."""
        self.views = [*self.views, *other.views]
        self.reports |= other.reports
        self._any = _foremost([*self._any, *other._any])
        self._chief = _foremost([*self._chief, *other._chief])

    def speakers(self, other: _Growing) -> Sequence[EventView]:
        """What reports are about, where both groups have such; those with most claims."""
        return self._chief if self._chief and other._chief else self._any


def _foremost(views: list[EventView]) -> list[EventView]:
    return sorted(views, key=lambda v: (-v.size, v.id))[:SPEAKERS]


def _rank(pair: Alike) -> tuple[int, float, str, str]:
    """Pairs with fewer events told in passing come first, then the most alike."""
    return (2 - pair.a.chief - pair.b.chief, -pair.score, pair.a.id, pair.b.id)
