"""Events -> groups that are one occurrence: blocking, then constrained joining."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from dateline.reconcile.compare import SAME, compare
from dateline.reconcile.gather import EventView

LOOSE = 0.6
"""Groups are joined while their pairs reach this share of the threshold on average: no chains."""

Key = tuple[str, str, int]


def cluster(views: Sequence[EventView]) -> tuple[tuple[EventView, ...], ...]:
    """Join pairs from the most alike down, never two groups with a forbidden pair between them."""
    groups: dict[str, list[EventView]] = {v.id: [v] for v in views}
    member = {v.id: v.id for v in views}
    by_id = {v.id: v for v in views}
    for _, left, right in sorted(_alike(by_id, views)):
        a, b = member[left], member[right]
        if a == b or not _joinable(groups[a], groups[b]):
            continue
        keep, drop = min(a, b), max(a, b)
        for v in groups[drop]:
            member[v.id] = keep
        groups[keep] += groups.pop(drop)
    return tuple(tuple(sorted(groups[g], key=lambda v: v.id)) for g in sorted(groups))


def _alike(by_id: dict[str, EventView], views: Sequence[EventView]) -> Iterator[tuple[float, str, str]]:
    """Pairs that blocking brings together and features hold to be the same, most alike first."""
    blocks: dict[Key, list[str]] = {}
    for view in views:
        for key in _keys(view):
            blocks.setdefault(key, []).append(view.id)
    seen: set[tuple[str, str]] = set()
    for ids in blocks.values():
        for n, left in enumerate(ids):
            for right in ids[n + 1 :]:
                pair = (min(left, right), max(left, right))
                if pair in seen:
                    continue
                seen.add(pair)
                found = compare(by_id[pair[0]], by_id[pair[1]])
                if found.forbidden is None and found.score >= SAME:
                    yield (-found.score, *pair)


def _keys(view: EventView) -> Iterator[Key]:
    """Blocks of an event: where (a one-degree cell, a country) and when (three-day windows)."""
    for where in _wheres(view):
        for when in _windows(view):
            yield ("block", where, when)


def _wheres(view: EventView) -> Iterable[str]:
    place = view.place
    found = {f"country {c}" for c in view.countries}
    if place and place.lat is not None and place.lon is not None and (place.radius_km or 0) < 60:
        found.add(f"cell {round(place.lat)} {round(place.lon)}")
    found |= {f"victim {v}" for v in view.victims}
    return sorted(found) or ["nowhere"]


def _windows(view: EventView) -> Iterable[int]:
    if view.when and view.when.start and view.when.end:
        first, last = view.when.start, min(view.when.end, view.when.start + timedelta(days=31))
    elif view.published:
        first = last = view.published
    else:
        return [-1]
    return range(_window(first) - 1, _window(last) + 2)


def _window(day: date) -> int:
    return day.toordinal() // 3


def _joinable(left: Sequence[EventView], right: Sequence[EventView]) -> bool:
    """Whether no pair across two groups is forbidden, and the pairs are alike on the whole."""
    found = [compare(a, b) for a in left for b in right]
    if any(c.forbidden for c in found):
        return False
    return sum(c.score for c in found) / len(found) >= SAME * LOOSE
