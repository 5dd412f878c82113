"""Places and place names that the gazetteer packages lack, and the words by which a text marks a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal[
    "town",
    "neighbourhood",
    "camp",
    "base",
    "airport",
    "crossing",
    "facility",
    "district",
    "province",
    "country",
    "region",
    "water",
]
"""What a gazetteer record is; ``town`` is any populated place, ``region`` any area without a code."""

SITES: frozenset[PlaceKind] = frozenset(("airport", "base", "camp", "crossing", "facility", "neighbourhood"))
"""Kinds that lie in a town or district."""


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place with a point of its own.

    ``point`` is (latitude, longitude) in degrees, ``country`` ISO 3166-1 alpha-2, or none where the
    place is in no one country.
    """

    kind: PlaceKind
    name: str
    point: tuple[float, float]
    radius_km: float
    names: tuple[str, ...] = ()
    country: str | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """More names for what a package knows; ``of`` is a GeoNames division code or id, or an ICAO code."""

    of: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Filled by ``places.toml``."""

    version: int
    place: tuple[OwnPlace, ...]
    alias: tuple[Alias, ...]
