"""Which place stands at the head of an incident, of all that are told for it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Place
from dateline.reconcile.heads import main_place

COARSE = ("province", "country", "region")
PART = 1 / 3
"""Share of a town's radius up to which a place inside it is one of its quarters."""


def place_at_head(told: Sequence[Place]) -> Place | None:
    """The finest place told; a town with the one quarter of it that is told, as "Hillside, Brindle".

    Of a village that the gazetteer lacks the name is kept with the point of the province that holds it.
    """
    main = main_place(told)
    if main is None or not main.resolved or "," in main.name:
        return main
    if main.precision in COARSE:
        return _only(main, [replace(main, name=p.name, text=p.text) for p in told if not p.resolved])
    return _only(main, [p for p in told if _is_quarter(p, main)])


def _only(main: Place, finer: Sequence[Place]) -> Place:
    """The one finer place, named with the one that holds it; the latter where several are told, or none."""
    if len({p.name.casefold() for p in finer}) != 1:
        return main
    inner = finer[0]
    named = inner.name.casefold().endswith(main.name.casefold()) or "," in inner.name
    name = inner.name if named else f"{inner.name}, {main.name}"
    return replace(inner, name=name, geonameid=None if inner.lat == main.lat else inner.geonameid)


def _is_quarter(place: Place, town: Place) -> bool:
    """Whether a place is a part of a town: without a point of its own, or much smaller and inside."""
    if place.precision != "exact" or town.precision != "exact" or place.name == town.name:
        return False
    if (place.lat, place.lon) == (town.lat, town.lon):
        return place.geonameid is None
    if place.radius_km is None or town.radius_km is None or place.radius_km > PART * town.radius_km:
        return False
    apart = replace(place, radius_km=0.0).km_from(town)
    return apart is not None and apart == 0.0
