"""Which events are compared at all: those that share a block, and stand near each other in it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from dateline.reconcile.gather import EventView

NEIGHBOURS = 8
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

NAME = "name "
"""Begins the key of a block of a name; all others begin with a day."""

LONGEST = 4
"""Days of an event's time that make blocks; of a longer time the first ones do."""


REMEMBERED = 3_000_000
"""Pairs of a run, about: none is twice in one run."""

Places = tuple[int, int]
"""Places of two events in the given order, the lesser first."""


def keys_of(view: EventView) -> tuple[str, ...]:
    """The blocks that an event stands in: where and on which days, and the rare names that it tells.

    An event that is told without a place, a day or a name of its own stands in none.
    """
    days = list(_days(view))
    keys = [f"{day} {where}" for where in _wheres(view) for day in days]
    keys += [f"{NAME}{name}" for name in _names(view)]
    return tuple(keys)


def candidates(views: Sequence[EventView]) -> Iterator[Places]:
    """The pairs that are compared, of two reports each; they depend on nothing but which events there are.

    They come in long runs, in order within each: blocks are taken day by day, so that few pairs that share
    several come in two runs.
    """
    made: dict[str, list[int]] = {}
    for n, view in enumerate(views):
        for key in keys_of(view):
            made.setdefault(key, []).append(n)
    orders = [_ranks(views, by) for by in (_by_place, _by_names, _by_words)]
    reports = [view.report for view in views]
    many, found = len(views), set[int]()
    for key in sorted(key for key, block in made.items() if len(block) > 1):
        found.update(a * many + b for a, b in _near(key, made[key], orders) if reports[a] != reports[b])
        if len(found) > REMEMBERED:
            yield from (divmod(number, many) for number in sorted(found))
            found.clear()
    yield from (divmod(number, many) for number in sorted(found))


def _near(key: str, block: Sequence[int], orders: Sequence[Sequence[int]]) -> Iterator[Places]:
    """Every pair of a small block, and those that stand near each other in some order of a large one."""
    if len(block) <= (RARE if key.startswith(NAME) else SMALL):
        yield from combinations(block, 2)
    elif not key.startswith(NAME):
        for rank in orders:
            ordered = sorted(block, key=rank.__getitem__)
            for n, left in enumerate(ordered):
                for right in ordered[n + 1 : n + 1 + NEIGHBOURS]:
                    yield (left, right) if left < right else (right, left)


def _ranks(views: Sequence[EventView], by: Callable[[EventView], tuple[object, ...]]) -> array[int]:
    """The place of every event in an order."""
    ranks = array("L", bytes(8 * len(views)))
    for rank, n in enumerate(sorted(range(len(views)), key=lambda n: by(views[n]))):
        ranks[n] = rank
    return ranks


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


def _by_place(view: EventView) -> tuple[object, ...]:
    return (view.place.name if view.place else "", view.type.family, view.id)


def _by_names(view: EventView) -> tuple[object, ...]:
    return (view.telling.words.names[:3], view.id)


def _by_words(view: EventView) -> tuple[object, ...]:
    return (view.words.all[:4], view.id)
