"""One place of the gazetteer on its way into the file."""

from __future__ import annotations

from typing import NamedTuple

from dateline.codebook.places import PlaceKind


class Record(NamedTuple):
    """A place and all its names; the first ``own`` of them are those by which it is mostly known.

    ``divisions`` are GeoNames codes of the divisions that hold it, coarsest first ("IQ.01",
    "IQ.01.9166579"); ``admin1`` is the name of the first. ``population`` of a division is that of its towns;
    ``capital`` is of a country.
    """

    kind: PlaceKind
    names: tuple[str, ...]
    own: int
    lat: float
    lon: float
    geonameid: int | None
    country: str | None
    divisions: tuple[str, ...]
    admin1: str | None
    population: int
    radius_km: float
    capital: bool = False
