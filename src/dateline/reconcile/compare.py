"""Are two events the same occurrence? Weighed features, and rules that forbid it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from dateline.codebook.linking import Linking
from dateline.reconcile.features import FEATURES, other_kind
from dateline.reconcile.gather import EventView
from dateline.reconcile.pairs import Side, days_apart, km_apart, pair_of, shared_person, side
from dateline.reconcile.rarity import Rarity

FAR = 60.0
"""Kilometres between places that tell occurrences apart."""

WEEK = 7
AT_ONCE = 3
"""Days; a time that ended so shortly before the report came is the time of its news."""

SURE = 1.25
"""What two reports must reach to be about one matter although days, places or countries differ."""

KEPT = 4096
"""Events whose words are held ready at a time."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature's part in a comparison."""

    feature: str
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two events compare: they are the same from a score of 0 on, unless a rule keeps them apart.

    ``forbidden`` is a rule that nothing but a judgement outranks; the score is then minus infinity.
    ``doubt`` is one that gives way to a score of ``SURE``.
    """

    score: float
    reasons: tuple[Reason, ...]
    forbidden: str | None
    doubt: str | None

    @property
    def same(self) -> bool:
        """Whether the two are held to be one occurrence."""
        return self.score >= (SURE if self.doubt else 0)


class Comparer:
    """Compares events by the codebook's weights; what it answers depends on nothing but the pair."""

    def __init__(self, linking: Linking) -> None:
        self._rarity = Rarity(linking)
        self._start = (linking.start.passing, linking.start.chief)
        self._weights = [(FEATURES[w.feature], w.feature, (w.passing, w.chief)) for w in linking.weight]
        self._sides: dict[str, Side] = {}

    def compare(self, a: EventView, b: EventView) -> Comparison:
        """Weigh every feature of a pair, or name the rule that forbids it without weighing."""
        doubt = next((name for name, rule in CANNOT if rule(a, b)), None)
        if doubt and shared_person(a.dead, b.dead):
            doubt = None
        firm = doubt if doubt and not (a.chief and b.chief) else None
        if forbidden := next((name for name, rule in OUTRIGHT if rule(a, b)), firm):
            return Comparison(-math.inf, (), forbidden, None)
        pair = pair_of(self._side(a), self._side(b), self._rarity)
        reasons = [Reason("start", self._start[pair.chief], "before anything is compared")]
        for feature, name, weight in self._weights:
            if weight[pair.chief] and (found := feature(pair)):
                reasons.append(Reason(name, found.value * weight[pair.chief], found.text))
        return Comparison(math.fsum(r.weight for r in reasons), tuple(reasons), None, doubt)

    def _side(self, view: EventView) -> Side:
        found = self._sides.get(view.id)
        if found is None:
            if len(self._sides) >= KEPT:
                self._sides.clear()
            found = self._sides[view.id] = side(view)
        return found


def _same_report(a: EventView, b: EventView) -> bool:
    return a.report == b.report


def _other_day(a: EventView, b: EventView) -> bool:
    apart = days_apart(a.when, b.when)
    return apart is not None and apart > 1


def _other_week(a: EventView, b: EventView) -> bool:
    """Whether both reports tell of their own days, so that neither day is read wrongly."""
    apart = days_apart(a.when, b.when)
    return apart is not None and apart > WEEK and _at_once(a) and _at_once(b)


def _at_once(view: EventView) -> bool:
    when, published = view.when, view.published
    return bool(when and when.end and published and 0 <= (published - when.end).days <= AT_ONCE)


def _other_country(a: EventView, b: EventView) -> bool:
    return bool(a.countries and b.countries) and not a.countries & b.countries


def _far(a: EventView, b: EventView) -> bool:
    apart = km_apart(a, b)
    return apart is not None and apart > FAR and not a.sites & b.sites


Rule = Callable[[EventView, EventView], bool]

OUTRIGHT: tuple[tuple[str, Rule], ...] = (
    ("one report tells them as two", _same_report),
    ("each was reported at once, more than a week apart", _other_week),
)
"""Rules that nothing but a judgement outranks."""

CANNOT: tuple[tuple[str, Rule], ...] = (
    ("their times are more than a day apart", _other_day),
    ("they are of different kinds", other_kind),
    ("they are in different countries", _other_country),
    (f"their places are more than {FAR:.0f} km apart", _far),
)
"""Rules that hold unless a person's full name or a high score tells that both are about one matter."""
