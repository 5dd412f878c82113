"""Are two events the same occurrence? Named features with weights, and rules that forbid it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from dateline.reconcile.gather import EventView

KM_PER_DEGREE = 111.2
SAME = 2.4
"""Events whose features add up to this or more are put together."""


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


def compare(a: EventView, b: EventView) -> Comparison:
    """Weigh every feature of a pair of events."""
    forbidden = next((name for name, rule in CANNOT if rule(a, b)), None)
    reasons = tuple(r for feature in FEATURES if (r := feature(a, b)) is not None)
    return Comparison(sum(r.weight for r in reasons), reasons, forbidden)


def days_apart(a: EventView, b: EventView) -> int | None:
    """Days between the two times; 0 where they overlap, none where one is unknown."""
    if not (a.when and b.when and a.when.start and a.when.end and b.when.start and b.when.end):
        return None
    return max(0, (b.when.start - a.when.end).days, (a.when.start - b.when.end).days)


def km_apart(a: EventView, b: EventView) -> float | None:
    """Kilometres between the two places beyond their radii; none where one has no point."""
    p, q = a.place, b.place
    if p is None or q is None or p.lat is None or q.lat is None or p.lon is None or q.lon is None:
        return None
    x = (q.lon - p.lon) * math.cos(math.radians((p.lat + q.lat) / 2))
    return max(0.0, KM_PER_DEGREE * math.hypot(x, q.lat - p.lat) - (p.radius_km or 0) - (q.radius_km or 0))


def _same_report(a: EventView, b: EventView) -> bool:
    return a.report == b.report


def _other_day(a: EventView, b: EventView) -> bool:
    apart = days_apart(a, b)
    return apart is not None and apart > 1


def _other_country(a: EventView, b: EventView) -> bool:
    return bool(a.countries and b.countries) and not a.countries & b.countries


def _far(a: EventView, b: EventView) -> bool:
    apart = km_apart(a, b)
    return apart is not None and apart > 60


def _other_kind(a: EventView, b: EventView) -> bool:
    general = {"attack", "killing", "violence"}
    return a.type.family != b.type.family and not {a.type.name, b.type.name} & general


CANNOT: tuple[tuple[str, Callable[[EventView, EventView], bool]], ...] = (
    ("one report tells them as two", _same_report),
    ("their times are more than a day apart", _other_day),
    ("they are in different countries", _other_country),
    ("their places are more than 60 km apart", _far),
    ("they are of different kinds", _other_kind),
)


def _time(a: EventView, b: EventView) -> Reason | None:
    """Times that agree to the day speak for, times that only touch speak little."""
    apart = days_apart(a, b)
    if apart is None:
        return None
    if apart:
        return Reason("time", -0.5, "a day apart")
    if is_sharp(a) and is_sharp(b):
        return Reason("time", 1.0, "the same day")
    return Reason("time", 0.3, "times that overlap")


def _place(a: EventView, b: EventView) -> Reason | None:
    """The nearer and the finer the places, the more they speak for; a shared country says little."""
    if a.place is None or b.place is None or not (is_fine(a) and is_fine(b)):
        return None
    if a.place.name == b.place.name:
        return Reason("place", 1.5, f"both in {a.place.name}")
    apart = km_apart(a, b)
    if apart is None:
        return None
    return (
        Reason("place", 0.7, "places near each other") if apart < 5 else Reason("place", -0.5, "other places")
    )


def _type(a: EventView, b: EventView) -> Reason | None:
    """The same type speaks for."""
    if a.type.name == b.type.name:
        return Reason("type", 0.5, f"both a {a.type.name}")
    return None


def _actors(a: EventView, b: EventView) -> Reason | None:
    """Shared parties speak for, different ones against."""
    if not (a.actors and b.actors):
        return None
    if a.actors & b.actors:
        return Reason("actors", 0.4, "the same party acted")
    return Reason("actors", -0.7, "different parties acted")


def _victims(a: EventView, b: EventView) -> Reason | None:
    """A shared named victim or target speaks strongly for; others, where both are named, against."""
    if not (a.victims and b.victims):
        return None
    if a.victims & b.victims:
        return Reason("victims", 2.0, "the same victim or target")
    return Reason("victims", -0.8, "other victims or targets")


def _counts(a: EventView, b: EventView) -> Reason | None:
    """Equal counts above one speak for; counts far apart speak against on one day, zero never."""
    shared = sorted((n, name) for name, n in set(a.counts) & set(b.counts) if n > 1)
    if shared:
        n, name = shared[-1]
        return Reason("counts", 1.0 if n > 2 else 0.6, f"the same number {name}")
    for name, mine in a.counts:
        theirs = [n for other, n in b.counts if other == name and n]
        if mine and theirs and max(mine, *theirs) > 3 * min(mine, *theirs) and not _revisable(a, b):
            return Reason("counts", -0.7, f"numbers {name} far apart")
    return None


def _revisable(a: EventView, b: EventView) -> bool:
    """Whether one report came days after the other, so that a toll may have grown."""
    return bool(a.published and b.published and abs((a.published - b.published).days) >= 1)


def _published(a: EventView, b: EventView) -> Reason | None:
    """Where a time is unknown, reports of the same days may tell of the same occurrence."""
    if days_apart(a, b) is not None or a.published is None or b.published is None:
        return None
    apart = abs((a.published - b.published).days)
    if apart <= 3:
        return Reason("published", 0.6, "published within three days")
    return Reason("published", -1.0, "published days apart")


def is_sharp(view: EventView) -> bool:
    """Whether the time is known to a day or two."""
    days = view.when.days() if view.when else None
    return days is not None and days <= 2


def is_fine(view: EventView) -> bool:
    """Whether the place is finer than a province."""
    return view.place is not None and view.place.precision in ("exact", "near", "district")


FEATURES: tuple[Callable[[EventView, EventView], Reason | None], ...] = (
    _time,
    _place,
    _type,
    _actors,
    _victims,
    _counts,
    _published,
)
