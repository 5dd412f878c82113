"""Two events side by side, and what they have in common."""

from __future__ import annotations

import math
from collections.abc import Set
from dataclasses import dataclass
from heapq import nsmallest

from dateline.model import Place, When
from dateline.reconcile.gather import FINE, EventView
from dateline.reconcile.rarity import ENOUGH, SHORT, Rarity, Words

KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Shared:
    """What two tellings' words have in common.

    ``alike`` is the cosine, 0 to 1, of the words weighed by rarity, less for short tellings; ``named``
    the weights of the names that both use added up, ``share`` its share of what the one with fewer
    names has; ``named_both`` the first three of them.
    """

    alike: float
    named: float
    share: float
    named_both: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """An event with its words as sets: made for as long as it is compared."""

    view: EventView
    words: frozenset[str]
    names: frozenset[str]
    told: frozenset[str]
    called: frozenset[str]


def side(view: EventView) -> Side:
    """An event made ready for comparing; what its report tells is compared for its chief event alone."""
    whole = view.telling.words
    return Side(
        view,
        frozenset(view.words.all),
        frozenset(view.words.names),
        frozenset(whole.all) if view.chief else frozenset(),
        frozenset(whole.names) if view.chief else frozenset(),
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events; ``words`` compares their own words, ``reports`` those of their reports.

    ``reports`` is null unless both are what their reports are about.
    """

    a: EventView
    b: EventView
    words: Shared
    reports: Shared | None

    @property
    def chief(self) -> bool:
        """Whether both are what their reports are about."""
        return self.reports is not None


def pair_of(a: Side, b: Side, rarity: Rarity) -> Pair:
    """Two events side by side."""
    one, two = a.view, b.view
    words = _shared(a.words & b.words, a.names & b.names, one.words, two.words, rarity)
    if not (one.chief and two.chief):
        return Pair(one, two, words, None)
    whole = one.telling.words, two.telling.words
    return Pair(one, two, words, _shared(a.told & b.told, a.called & b.called, *whole, rarity))


def _shared(words: Set[str], names: Set[str], a: Words, b: Words, rarity: Rarity) -> Shared:
    length = max(SHORT, math.sqrt(a.length * b.length))
    named, fewer = rarity.weights(names), min(a.named, b.named)
    named_both = tuple(nsmallest(3, names))
    return Shared(rarity.squares(words) / length, named, named / fewer if fewer > ENOUGH else 0.0, named_both)


def days_apart(a: When | None, b: When | None) -> int | None:
    """Days between two times; 0 where they overlap, none where one is unknown."""
    if not (a and b and a.start and a.end and b.start and b.end):
        return None
    return max(0, (b.start - a.end).days, (a.start - b.end).days)


def published_apart(a: EventView, b: EventView) -> int | None:
    """Days between the publications of two reports; none where one is unknown."""
    return abs((a.published - b.published).days) if a.published and b.published else None


def km_apart(a: EventView, b: EventView) -> float | None:
    """Kilometres between the two places beyond their radii; none where one has no point."""
    p, q = a.place, b.place
    if p is None or q is None or p.lat is None or q.lat is None or p.lon is None or q.lon is None:
        return None
    x = (q.lon - p.lon) * math.cos(math.radians((p.lat + q.lat) / 2))
    return max(0.0, KM_PER_DEGREE * math.hypot(x, q.lat - p.lat) - (p.radius_km or 0) - (q.radius_km or 0))


def shared_person(a: Set[str], b: Set[str]) -> str | None:
    """A full name that both have, in whatever order of its words; the first in order."""
    if not (a and b):
        return None
    words = {name: set(name.split()) for name in b}
    return next((n for n in sorted(a) if any(len(set(n.split()) & w) > 1 for w in words.values())), None)


def is_local(place: Place) -> bool:
    """Whether a place is no coarser than a province."""
    return place.precision in (*FINE, "province")
