"""Two events side by side, and what they have in common."""

from __future__ import annotations

import math
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from dateline.model import Place, When
from dateline.reconcile.gather import FINE, EventView
from dateline.reconcile.rarity import ENOUGH, SHORT, Rarity, Words

KM_PER_DEGREE = 111.2

MANY_NAMES = 60.0
"""The least weight that the names of a report are held to have: two of the only three are no proof."""


@dataclass(frozen=True, slots=True)
class Side:
    """An event with its words as sets: made for as long as it is compared with others."""

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


Told = tuple[frozenset[str], frozenset[str]]
"""Words, and names among them."""


class Shared:
    """What two tellings' words have in common, worked out as it is asked for.

    ``alike`` is the cosine, 0 to 1, of the words weighed by rarity, less for short tellings; ``named``
    the weights of the names that both use added up, ``share`` its share of what the one with fewer
    names has, ``named_alike`` of what both have on average; ``named_both`` the first three of them.
    """

    def __init__(self, told: Told, a: Words, b: Words, rarity: Rarity) -> None:
        words, names = told[0].intersection(b.all), told[1].intersection(b.names)
        self._names = names
        self.alike = rarity.squares(words) / max(SHORT, math.sqrt(a.length * b.length)) if words else 0.0
        self.named = rarity.weights(names) if names else 0.0
        self.named_alike = self.named / max(MANY_NAMES, math.sqrt(a.named * b.named))
        fewer = min(a.named, b.named)
        self.share = self.named / fewer if fewer > ENOUGH else 0.0

    @property
    def named_both(self) -> tuple[str, ...]:
        """The first three in order."""
        return tuple(nsmallest(3, self._names))


class Pair:
    """Two events; what they share is worked out once, and only where it is asked for.

    ``chief`` is whether both are what their reports are about. ``days``, ``km`` and ``published`` are how
    far apart they are, null where that is unknown; ``in_place`` is whether both are in one place no coarser
    than a province.
    """

    def __init__(self, one: Side, b: EventView, rarity: Rarity) -> None:
        a = one.view
        self.a, self.b = a, b
        self.chief = a.chief and b.chief
        self.days = days_apart(a.when, b.when)
        self.km = km_apart(a, b)
        self.published = published_apart(a, b)
        self.in_place = _in_one_place(a.place, b.place)
        self._one = one
        self._rarity = rarity

    @cached_property
    def words(self) -> Shared:
        """What their own words have in common."""
        return Shared((self._one.words, self._one.names), self.a.words, self.b.words, self._rarity)

    @cached_property
    def reports(self) -> Shared | None:
        """What the words of their reports have in common; null unless both are what those are about."""
        if not self.chief:
            return None
        told = (self._one.told, self._one.called)
        return Shared(told, self.a.telling.words, self.b.telling.words, self._rarity)

    @cached_property
    def harmed(self) -> tuple[frozenset[str], frozenset[str]]:
        """The named victims and targets of each."""
        return self.a.victims | self.a.dead, self.b.victims | self.b.dead


def days_apart(a: When | None, b: When | None) -> int | None:
    """Days between two times; 0 where they overlap, none where one is unknown."""
    if not (a and b and a.start and a.end and b.start and b.end):
        return None
    if a.start > b.end:
        return (a.start - b.end).days
    return (b.start - a.end).days if b.start > a.end else 0


def published_apart(a: EventView, b: EventView) -> int | None:
    """Days between the publications of two reports; none where one is unknown."""
    one, two = a.telling.published, b.telling.published
    return abs((one - two).days) if one and two else None


def km_apart(a: EventView, b: EventView) -> float | None:
    """Kilometres between the two places beyond their radii; none where one has no point."""
    p, q = a.place, b.place
    apart = km_between(p, q)
    if apart is None or p is None or q is None:
        return None
    return max(0.0, apart - (p.radius_km or 0) - (q.radius_km or 0))


def km_between(p: Place | None, q: Place | None) -> float | None:
    """Kilometres between the points of two places; none where one has no point."""
    if p is None or q is None or p.lat is None or q.lat is None or p.lon is None or q.lon is None:
        return None
    x = (q.lon - p.lon) * math.cos(math.radians((p.lat + q.lat) / 2))
    return KM_PER_DEGREE * math.hypot(x, q.lat - p.lat)


def shared_person(a: Set[str], b: Set[str]) -> str | None:
    """A full name that both have, in whatever order of its words; the first in order."""
    if not (a and b):
        return None
    there = [words for name in b if len(words := set(name.split())) > 1]
    return next((name for name in sorted(a) if any(_one_name(set(name.split()), w) for w in there)), None)


def _one_name(a: Set[str], b: Set[str]) -> bool:
    """Whether the shorter of two full names is all in the longer: fathers' names are shared by many."""
    return len(a) > 1 and (a <= b or b <= a)


def is_local(place: Place) -> bool:
    """Whether a place is no coarser than a province."""
    return place.precision in (*FINE, "province")


def _in_one_place(p: Place | None, q: Place | None) -> bool:
    return (
        p is not None
        and q is not None
        and p.name.casefold() == q.name.casefold()
        and is_local(p)
        and is_local(q)
    )
