"""Constrained joining: pairs that are alike -> groups whose events are alike on the whole."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.reconcile.columns import Table
from dateline.reconcile.rows import Numbers, Truths

SPEAKERS = 10
"""Events of a group that are compared with those of another, so that large groups stay affordable."""

LOOSE = 0.0
"""The mean score across two groups from which on a pair that is alike may join them."""

OUTVOTED = 0.34
"""Share of the pairs across two groups that may be in doubt: one report's wrong day or place."""

AHEAD, SCANNED = 128, 1024
"""Pairs of groups for which comparisons are asked for at a time, and alike pairs that are looked through."""

SMALL = 40
"""Events of a component of which all comparisons are asked for at once."""

REMEMBERED = 500_000
"""Comparisons of one component that are kept at a time."""

Joined = tuple[int, ...]
"""A group, by the places of its events in the table, in order."""

Wanted = tuple[int, int]
"""Two events of different groups that must be compared, the lesser first."""


@dataclass(frozen=True, slots=True)
class Component:
    """Events that alike pairs or people's judgements bring together, by their places in the table.

    ``a`` and ``b`` are the alike pairs, those that join first in front; ``same`` and
    ``different`` are what people judged.
    """

    events: Sequence[int]
    a: Sequence[int]
    b: Sequence[int]
    same: Sequence[Wanted] = ()
    different: Sequence[Wanted] = ()


class Joining:
    """Joins the events of one component from the most alike pair down.

    What reports are about is joined first. Events told in passing join a group afterwards, but never
    bring two together that are about something: those must be alike themselves.

    It asks for comparisons and goes on when they are told, so that those of many components can be made
    at a time: ``wanted`` are those without which it stops, and some that it may need soon.
    """

    def __init__(self, component: Component, table: Table) -> None:
        self._component = component
        self._groups = {n: _Growing(n, table) for n in component.events}
        self._member = {n: n for n in component.events}
        self._known: dict[Wanted, tuple[float, bool]] = {}
        self._refused: set[tuple[int, int, int, int]] = set()
        self._at = 0
        for a, b in component.same:
            self._join(self._member[a], self._member[b])
        self.wanted = self._go_on()

    def tell(self, scores: Numbers, doubts: Truths) -> None:
        """Say how the wanted pairs compare, and go on."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
        self._known.update(zip(self.wanted, zip(scores.tolist(), doubts.tolist(), strict=True), strict=True))
        self.wanted = self._go_on()

    def groups(self) -> list[Joined]:
        """The groups, when nothing is wanted any more."""
        return [tuple(sorted(group.events)) for group in self._groups.values()]

    def _go_on(self) -> list[Wanted]:
        """Take pair after pair as long as all is known; what the next ones need, and nothing at the end."""
        a, b = self._component.a, self._component.b
        while self._at < len(a):
            left, right = self._member[a[self._at]], self._member[b[self._at]]
            if self._open(left, right):
                joinable = self._joinable(left, right)
                if joinable is None:
                    return self._ahead()
                if joinable:
                    self._join(left, right)
                else:
                    self._refused.add(self._tried(left, right))
            self._at += 1
        return []

    def _ahead(self) -> list[Wanted]:
        """What is not known of the next pairs of groups, as those are now; of a small component all pairs."""
        if len(self._component.events) <= SMALL and not self._known:
            return list(combinations(self._component.events, 2))
        a, b, member = self._component.a, self._component.b, self._member
        seen, wanted = set[Wanted](), dict[Wanted, None]()
        for n in range(self._at, min(self._at + SCANNED, len(a))):
            left, right = member[a[n]], member[b[n]]
            groups = (left, right) if left < right else (right, left)
            if left == right or groups in seen:
                continue
            seen.add(groups)
            if self._open(left, right) and not self._single(left, right):
                wanted.update((pair, None) for pair in self._across(left, right) if pair not in self._known)
            if len(seen) == AHEAD:
                break
        return list(wanted)

    def _open(self, left: int, right: int) -> bool:
        """Whether two groups may still join: no report tells both, and nobody judged them different."""
        if left == right or self._tried(left, right) in self._refused:
            return False
        if not self._groups[left].reports.isdisjoint(self._groups[right].reports):
            return False
        judged = self._component.different
        return not any({self._member[x], self._member[y]} == {left, right} for x, y in judged)

    def _joinable(self, left: int, right: int) -> bool | None:
        """Whether nothing forbids any pair across two groups, and the pairs are alike on the whole.

        Null where a comparison is wanted for that. Of two single events it is known: they are alike.
        """
        if self._single(left, right):
            return True
        found = [self._known.get(pair) for pair in self._across(left, right)]
        known = [each for each in found if each is not None]
        if any(score == -math.inf for score, _ in known):
            return False
        if len(known) < len(found):
            return None
        doubted = sum(doubt for _, doubt in known)
        return (
            math.fsum(score for score, _ in known) >= LOOSE * len(known) and doubted <= len(known) * OUTVOTED
        )

    def _single(self, left: int, right: int) -> bool:
        return len(self._groups[left].events) == len(self._groups[right].events) == 1

    def _across(self, left: int, right: int) -> list[Wanted]:
        """The pairs of events that speak for two groups."""
        one, two = self._groups[left], self._groups[right]
        there = two.speakers(one)
        return [(a, b) if a < b else (b, a) for a in one.speakers(two) for b in there]

    def _tried(self, left: int, right: int) -> tuple[int, int, int, int]:
        return (left, len(self._groups[left].events), right, len(self._groups[right].events))

    def _join(self, left: int, right: int) -> None:
        keep, drop = min(left, right), max(left, right)
        if keep == drop:
            return
        gone = self._groups.pop(drop)
        for event in gone.events:
            self._member[event] = keep
        self._groups[keep].take(gone)


class _Growing:
    """A group while it grows: its events, their reports, and the events that speak for it."""

    def __init__(self, event: int, table: Table) -> None:
        self.events = [event]
        self.reports = {int(table.tellings.report[event])}
        speaker = (-int(table.tellings.size[event]), event)
        self._any = [speaker]
        self._chief = [speaker] if table.tellings.chief[event] else []

    def take(self, other: _Growing) -> None:
        """Take in all of another."""
        self.events += other.events
        self.reports |= other.reports
        self._any = sorted([*self._any, *other._any])[:SPEAKERS]
        self._chief = sorted([*self._chief, *other._chief])[:SPEAKERS]

    def speakers(self, other: _Growing) -> list[int]:
        """What reports are about, where both groups have such; those with most claims."""
        return [event for _, event in (self._chief if self._chief and other._chief else self._any)]
