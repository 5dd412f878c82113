"""Events -> groups that are one occurrence: blocking, then constrained joining."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from dateline.codebook.linking import Linking
from dateline.reconcile.compare import SAME, Comparison, compare
from dateline.reconcile.gather import EventView
from dateline.reconcile.rarity import Rarity

LOOSE = 1.0
"""Groups are joined while their pairs reach this share of the threshold on average: no chains."""

NEIGHBOURS = 40
"""In a block, an event is compared with this many after it in order of time and place."""

RARE = 25
"""A name that more events use than this brings no events together."""

SPEAKERS = 10
"""Events of a group that are compared with those of another, so that large groups stay affordable."""


class Comparisons:
    """Comparisons of pairs of events, each made once."""

    def __init__(self, views: Sequence[EventView], linking: Linking) -> None:
        self._views = {v.id: v for v in views}
        self.rarity = Rarity({v.id: v.words for v in views}, linking)
        self._made: dict[tuple[str, str], Comparison] = {}

    def of(self, a: str, b: str) -> Comparison:
        """The comparison of two events by id, in either order."""
        pair = (a, b) if a < b else (b, a)
        if pair not in self._made:
            self._made[pair] = compare(self._views[pair[0]], self._views[pair[1]], self.rarity)
        return self._made[pair]


def cluster(views: Sequence[EventView], linking: Linking) -> tuple[tuple[EventView, ...], ...]:
    """Join pairs from the most alike down, never two groups with a forbidden pair between them."""
    ordered = sorted(views, key=lambda v: v.id)
    made = Comparisons(ordered, linking)
    chief = _chief(ordered)
    groups: dict[str, list[EventView]] = {v.id: [v] for v in ordered}
    member = {v.id: v.id for v in ordered}
    pairs = [(len({left, right} - chief), score, left, right) for score, left, right in _alike(ordered, made)]
    for _, _, left, right in sorted(pairs):
        a, b = member[left], member[right]
        if a == b or not _joinable(groups[a], groups[b], made):
            continue
        keep, drop = min(a, b), max(a, b)
        for v in groups[drop]:
            member[v.id] = keep
        groups[keep] += groups.pop(drop)
    return tuple(tuple(sorted(groups[g], key=lambda v: v.id)) for g in sorted(groups))


def _chief(views: Sequence[EventView]) -> frozenset[str]:
    """Ids of the event that each report tells most about: what reports are about is joined first."""
    best: dict[str, EventView] = {}
    for view in views:
        other = best.setdefault(view.report, view)
        if len(view.claims) > len(other.claims):
            best[view.report] = view
    return frozenset(v.id for v in best.values())


def _alike(views: Sequence[EventView], made: Comparisons) -> Iterator[tuple[float, str, str]]:
    """Pairs that blocking brings together and features hold to be the same, most alike first."""
    seen: set[tuple[str, str]] = set()
    for block in _blocks(views, made.rarity):
        for n, left in enumerate(block):
            for right in block[n + 1 : n + 1 + NEIGHBOURS]:
                pair = (min(left, right), max(left, right))
                if pair in seen:
                    continue
                seen.add(pair)
                found = made.of(*pair)
                if found.forbidden is None and found.score >= SAME:
                    yield (-found.score, *pair)


def _blocks(views: Sequence[EventView], rarity: Rarity) -> Iterator[list[str]]:
    """Ids of events that share a place and days, or a rare name; in order of time, place and id."""
    blocks: dict[str, list[EventView]] = {}
    for view in views:
        for key in (*_keys(view), *(f"name {w}" for w in rarity.rare_names(view.id, RARE))):
            blocks.setdefault(key, []).append(view)
    for block in blocks.values():
        if len(block) > 1:
            yield [v.id for v in sorted(block, key=_order)]


def _order(view: EventView) -> tuple[str, str, str]:
    start = view.when.start if view.when else None
    day = start or view.published
    return (day.isoformat() if day else "", view.place.name if view.place else "", view.id)


def _keys(view: EventView) -> Iterator[str]:
    """Blocks of an event: where (a one-degree cell, a country) and when (three-day windows)."""
    for where in _wheres(view):
        for when in _windows(view):
            yield f"{where} {when}"


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


def _joinable(left: Sequence[EventView], right: Sequence[EventView], made: Comparisons) -> bool:
    """Whether no pair across two groups is forbidden, and the pairs are alike on the whole."""
    if {v.report for v in left} & {v.report for v in right}:
        return False
    found = [made.of(a.id, b.id) for a in left[:SPEAKERS] for b in right[:SPEAKERS]]
    if any(c.forbidden for c in found):
        return False
    return sum(c.score for c in found) / len(found) >= SAME * LOOSE
