"""In which blocks does an event stand? Those that share one may be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dateline.model import WEAPONS
from dateline.reconcile.sites import site_of
from dateline.reconcile.views import EventView

NAMES = 12
"""Names of an event, the rarest, that bring it together with others."""

TOWNS = 4
"""Towns of an event, or of the report that is about it, that bring it together with others."""

NEARBY = 60.0
"""Kilometres; a place that may be further from its point is in no cell."""

NAME = "name "
"""Begins the key of a block of a name; all others begin with a day."""

EVER = "whenever "
"""Begins the key of a block of all that reports tell of a town, as some tell no day."""

VOLLEY = 5
"""Weapons, from which on their number brings together what was told of one day."""

LONGEST = 4
"""Days of an event's time that make blocks; of a longer time the first ones do."""


def keys_of(view: EventView) -> tuple[str, ...]:
    """The blocks that an event stands in: where and on which days, and the rare names that it tells.

    An event that is told without a place, a day or a name of its own stands in none.
    """
    days = list(_days(view))
    keys = [f"{day} {where}" for where in (*_wheres(view), *_volleys(view)) for day in days]
    keys += [f"{NAME}{name}" for name in _names(view)]
    if view.chief:
        keys += [f"{EVER}{town}" for town in _towns(view)]
    return tuple(dict.fromkeys(keys))


def _wheres(view: EventView) -> Iterator[str]:
    """A cell of one degree where the place is a point, the countries, and else the towns."""
    place = view.place
    if place and place.lat is not None and place.lon is not None and (place.radius_km or 0) < NEARBY:
        yield f"cell {round(place.lat)} {round(place.lon)}"
    for country in sorted(view.countries):
        yield f"country {country}"
    for town in _towns(view):
        yield f"town {town}"


def _volleys(view: EventView) -> Iterator[str]:
    """Numbers of weapons launched or stopped: who tells of a barrage on a whole country may tell no place."""
    return (f"{field} {n}" for field, n in view.counts if field in WEAPONS and n >= VOLLEY)


def _towns(view: EventView) -> list[str]:
    towns = set(view.telling.places if view.chief else view.sites)
    if view.place and view.place.lat is None:
        towns.add(site_of(view.place))
    return sorted(towns)[:TOWNS]


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
