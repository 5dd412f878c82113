"""Are two events the same occurrence? Named features with weights, and rules that forbid it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from dateline.reconcile.gather import EventView
from dateline.reconcile.rarity import Likeness, Rarity

KM_PER_DEGREE = 111.2
SAME = 2.95
"""Events whose features add up to this or more are put together."""

STRONG_NAMES = 12.0
"""Shared names of this rarity tell of one matter, whatever day or town was read."""

SAME_TEXT = 0.28
"""Reports of the same days whose words are this much alike tell of one matter."""

GENERAL = frozenset(("attack", "killing", "violence"))
"""Types that a report may give to an occurrence of a finer kind."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature's part in a comparison."""

    feature: str
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two events compare; ``forbidden`` names the rule that keeps them apart, if any."""

    score: float
    reasons: tuple[Reason, ...]
    forbidden: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events and how alike their words are."""

    a: EventView
    b: EventView
    alike: Likeness

    @property
    def identified(self) -> bool:
        """Whether rare names tell that both are about one matter."""
        if shared_person(self.a.dead, self.b.dead):
            return True
        close = self.published is not None and self.published <= 3
        if self.alike.words >= SAME_TEXT and close:
            return True
        return self.alike.names >= STRONG_NAMES and self.alike.share >= 0.4

    @property
    def published(self) -> int | None:
        """Days between the publications of the two reports, where both are known."""
        a, b = self.a.published, self.b.published
        return abs((a - b).days) if a and b else None


def compare(a: EventView, b: EventView, rarity: Rarity) -> Comparison:
    """Weigh every feature of a pair of events."""
    pair = Pair(a, b, rarity.likeness(a.id, b.id))
    forbidden = next((name for name, rule in CANNOT if rule(pair)), None)
    reasons = tuple(r for feature in FEATURES if (r := feature(pair)) is not None)
    return Comparison(math.fsum(r.weight for r in reasons), reasons, forbidden)


def days_apart(a: EventView, b: EventView) -> int | None:
    """Days between the two times; 0 where they overlap, none where one is unknown."""
    if not (a.when and b.when and a.when.start and a.when.end and b.when.start and b.when.end):
        return None
    return max(0, (b.when.start - a.when.end).days, (a.when.start - b.when.end).days)


def shared_person(a: frozenset[str], b: frozenset[str]) -> str | None:
    """A full name that both have, in whatever order of its words; the first in order."""
    if not (a and b):
        return None
    words = {name: set(name.split()) for name in b}
    return next((n for n in sorted(a) if any(len(set(n.split()) & w) > 1 for w in words.values())), None)


def km_apart(a: EventView, b: EventView) -> float | None:
    """Kilometres between the two places beyond their radii; none where one has no point."""
    p, q = a.place, b.place
    if p is None or q is None or p.lat is None or q.lat is None or p.lon is None or q.lon is None:
        return None
    x = (q.lon - p.lon) * math.cos(math.radians((p.lat + q.lat) / 2))
    return max(0.0, KM_PER_DEGREE * math.hypot(x, q.lat - p.lat) - (p.radius_km or 0) - (q.radius_km or 0))


def _same_report(pair: Pair) -> bool:
    return pair.a.report == pair.b.report


def _other_day(pair: Pair) -> bool:
    apart = days_apart(pair.a, pair.b)
    return apart is not None and apart > 1 and not pair.identified


def _other_country(pair: Pair) -> bool:
    a, b = pair.a.countries, pair.b.countries
    return bool(a and b) and not a & b and not pair.identified


def _far(pair: Pair) -> bool:
    apart = km_apart(pair.a, pair.b)
    return apart is not None and apart > 60 and not pair.identified


def _other_kind(pair: Pair) -> bool:
    a, b = pair.a.type, pair.b.type
    return a.family != b.family and not {a.name, b.name} & GENERAL


CANNOT: tuple[tuple[str, Callable[[Pair], bool]], ...] = (
    ("one report tells them as two", _same_report),
    ("their times are more than a day apart", _other_day),
    ("they are in different countries", _other_country),
    ("their places are more than 60 km apart", _far),
    ("they are of different kinds", _other_kind),
)


def _words(pair: Pair) -> Reason | None:
    """Rare words that both use speak for."""
    if pair.alike.words < 0.02:
        return None
    return Reason("words", 4.2 * pair.alike.words, f"{pair.alike.words:.0%} of their rare words are the same")


def _names(pair: Pair) -> Reason | None:
    """Rare names that both use speak for, most where one has few others."""
    if not pair.alike.rarest:
        return None
    weight = 0.03 * min(pair.alike.names, 30) + 1.2 * pair.alike.share
    return Reason("names", weight, "both name " + ", ".join(w.capitalize() for w in pair.alike.rarest))


def _time(pair: Pair) -> Reason | None:
    """Times that overlap speak for; the further apart, the more against."""
    apart = days_apart(pair.a, pair.b)
    if apart is None:
        return None
    if apart == 0:
        return Reason("time", 0.4, "times that overlap")
    if apart == 1:
        return Reason("time", -0.2, "a day apart")
    return Reason("time", -0.4 if apart <= 3 else -0.6, f"{apart} days apart")


def _place(pair: Pair) -> Reason | None:
    """The same fine place speaks for, far ones against; a shared country says little."""
    a, b = pair.a.place, pair.b.place
    if a is None or b is None:
        return None
    if a.name == b.name and is_fine(pair.a) and is_fine(pair.b):
        return Reason("place", 0.8, f"both in {a.name}")
    apart = km_apart(pair.a, pair.b)
    if apart is None:
        return None
    if apart > 60:
        return Reason("place", -0.3, f"{apart:.0f} km apart")
    return Reason("place", 0.1, "places near each other") if apart < 10 else None


def _type(pair: Pair) -> Reason | None:
    """The same type speaks for, as does one that may stand for the other."""
    a, b = pair.a.type, pair.b.type
    if a.name == b.name:
        return Reason("type", 0.2, f"both a {a.name}")
    if a.family == b.family and {a.name, b.name} & GENERAL:
        return Reason("type", 0.2, f"a {a.name} may be a {b.name}")
    return None


def _actors(pair: Pair) -> Reason | None:
    """Different parties speak against; one party does much, so that sharing it says little."""
    a, b = pair.a.actors, pair.b.actors
    if not (a and b):
        return None
    if a & b:
        return Reason("actors", 0.1, "the same party acted")
    return Reason("actors", -0.4, "different parties acted")


def _victims(pair: Pair) -> Reason | None:
    """A shared named victim or target speaks strongly for; others, where both are named, against."""
    a, b = pair.a.victims | pair.a.dead, pair.b.victims | pair.b.dead
    if not (a and b):
        return None
    shared = shared_person(a, b) or min(a & b, default=None)
    if shared:
        return Reason("victims", 0.75, f"the same victim or target: {shared}")
    return Reason("victims", -0.6 if min(len(a), len(b)) > 1 else -0.3, "other victims or targets")


def _counts(pair: Pair) -> Reason | None:
    """Equal counts above one speak for; counts far apart speak against on one day, zero never."""
    a, b = pair.a, pair.b
    shared = sorted((n, name) for name, n in set(a.counts) & set(b.counts) if n > 1)
    if shared:
        n, name = shared[-1]
        return Reason("counts", 0.5 if n > 4 else 0.3, f"the same number {name}: {n}")
    for name, mine in a.counts:
        theirs = [n for other, n in b.counts if other == name and n]
        if mine and theirs and max(mine, *theirs) > 3 * min(mine, *theirs) and not _revisable(pair):
            return Reason("counts", -0.4, f"numbers {name} far apart")
    return None


def _revisable(pair: Pair) -> bool:
    """Whether one report came days after the other, so that a toll may have grown."""
    return pair.published is not None and pair.published >= 1


def _published(pair: Pair) -> Reason | None:
    """Reports of the same days tell of the same occurrences; unknown days say nothing."""
    apart = pair.published
    if apart is None:
        return None
    if apart <= 3:
        return Reason("published", 1.6, "published within three days")
    return Reason("published", 0.8, "published within a month") if apart <= 30 else None


def is_fine(view: EventView) -> bool:
    """Whether the place is finer than a province."""
    return view.place is not None and view.place.precision in ("exact", "near", "district")


FEATURES: tuple[Callable[[Pair], Reason | None], ...] = (
    _words,
    _names,
    _time,
    _place,
    _type,
    _actors,
    _victims,
    _counts,
    _published,
)
