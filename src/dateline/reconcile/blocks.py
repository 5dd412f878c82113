"""Which events are compared at all: those that share a block, and stand near each other in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from dateline.reconcile.gather import EventView
from dateline.reconcile.rulings import Pair

NEIGHBOURS = 12
"""In a large block, an event is compared with this many after it in each order."""

SMALL = 40
"""In a block of up to this many events every pair is compared."""

RARE = 25
"""A name that more events use than this brings none together."""

NAMES = 12
"""Names of an event, the rarest, that bring it together with others."""

TOWNS = 4
"""Towns of an event, or of the report that is about it, that bring it together with others."""

NEARBY = 60.0
"""Kilometres; a place that may be further from its point is in no cell."""

LONGEST = 4
"""Days of an event's time that make blocks; of a longer time the first ones do."""


def keys_of(view: EventView) -> tuple[str, ...]:
    """The blocks that an event stands in: where and on which days, and the rare names that it tells.

    An event that is told without a place, a day or a name of its own stands in none.
    """
    days = list(_days(view))
    keys = [f"{where} {day}" for where in _wheres(view) for day in days]
    keys += [f"name {name}" for name in _names(view)]
    return tuple(keys)


def pairs_in(key: str, block: Sequence[EventView]) -> Iterator[Pair]:
    """The pairs of a block that are compared; the answer depends on nothing but which events it holds."""
    if key.startswith("name ") and len(block) > RARE:
        return
    ordered = sorted(block, key=_by_place)
    if len(ordered) <= SMALL:
        yield from _near(ordered, len(ordered))
        return
    yield from _near(ordered, NEIGHBOURS)
    yield from _near(sorted(block, key=_by_names), NEIGHBOURS)
    yield from _near(sorted(block, key=_by_words), NEIGHBOURS)


def _near(ordered: Sequence[EventView], reach: int) -> Iterator[Pair]:
    for n, left in enumerate(ordered):
        for right in ordered[n + 1 : n + 1 + reach]:
            if left.report != right.report:
                yield (left.id, right.id) if left.id < right.id else (right.id, left.id)


def _wheres(view: EventView) -> Iterator[str]:
    """A cell of one degree where the place is a point, the countries, and else the towns by name."""
    place = view.place
    if place and place.lat is not None and place.lon is not None and (place.radius_km or 0) < NEARBY:
        yield f"cell {round(place.lat)} {round(place.lon)}"
    for country in sorted(view.countries):
        yield f"country {country}"
    towns = set(view.telling.places if view.chief else view.sites)
    if place and place.lat is None:
        towns.add(place.name)
    for town in sorted(towns)[:TOWNS]:
        yield f"town {town}"


def _days(view: EventView) -> Iterator[date]:
    """The days of the event and the one after, so that those a day apart meet; else those of its report."""
    when = view.when
    if when and when.start and when.end:
        first, last = when.start, min(when.end, when.start + timedelta(days=LONGEST))
        last += timedelta(days=1)
    elif view.published:
        first, last = view.published - timedelta(days=1), view.published
    else:
        return
    for n in range((last - first).days + 1):
        yield first + timedelta(days=n)


def _names(view: EventView) -> Iterable[str]:
    """The names that a report is about, or those of an event told in passing."""
    words = view.telling.words if view.chief else view.words
    return (*sorted(view.dead), *words.names[:NAMES])


def _by_place(view: EventView) -> tuple[str, str, str]:
    return (view.place.name if view.place else "", view.type.family, view.id)


def _by_names(view: EventView) -> tuple[tuple[str, ...], str]:
    return (view.telling.words.names[:3], view.id)


def _by_words(view: EventView) -> tuple[tuple[str, ...], str]:
    return (view.words.all[:4], view.id)
