"""Are two events the same occurrence? Named features with weights, and rules that forbid it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from dateline.reconcile.gather import EventView

KM_PER_DEGREE = 111.2
SAME = 2.0
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
    sharp = (a.when.days() if a.when else 99, b.when.days() if b.when else 99)
    if max(sharp[0] or 99, sharp[1] or 99) <= 2:
        return Reason("time", 1.5, "the same day")
    return Reason("time", 0.5, "times that overlap")


def _place(a: EventView, b: EventView) -> Reason | None:
    """The nearer and the finer the places, the more they speak for."""
    if a.place and b.place and a.place.name == b.place.name:
        fine = a.place.precision not in ("country", "region", "province")
        return Reason("place", 1.5 if fine else 0.3, f"both in {a.place.name}")
    apart = km_apart(a, b)
    if apart is None:
        return None
    return Reason("place", 0.8, "places near each other") if apart < 15 else None


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
        return Reason("actors", 0.7, "the same party acted")
    return Reason("actors", -0.7, "different parties acted")


def _victims(a: EventView, b: EventView) -> Reason | None:
    """A shared named victim speaks strongly for."""
    shared = a.victims & b.victims
    return Reason("victims", 1.2, "the same victim or target") if shared else None


def _counts(a: EventView, b: EventView) -> Reason | None:
    """Equal counts above one speak for; they never speak against, because tolls are revised."""
    shared = [n for n in set(a.counts) & set(b.counts) if n[1] > 1]
    return Reason("counts", 0.6, "the same number " + shared[0][0]) if shared else None


def _published(a: EventView, b: EventView) -> Reason | None:
    """Where a time is unknown, reports of the same days may tell of the same occurrence."""
    if days_apart(a, b) is not None or a.published is None or b.published is None:
        return None
    apart = abs((a.published - b.published).days)
    return (
        Reason("published", 0.5, "published within two days")
        if apart <= 2
        else Reason("published", -1.0, "published days apart")
    )


FEATURES: tuple[Callable[[EventView, EventView], Reason | None], ...] = (
    _time,
    _place,
    _type,
    _actors,
    _victims,
    _counts,
    _published,
)
