"""Where something happened, no sharper than the words say."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

PlacePrecision = Literal["exact", "near", "district", "province", "country", "region"]
"""Finest first."""

KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a report names it, resolved against the gazetteer where it could be.

    ``lat`` and ``lon`` are WGS 84 degrees; both are null where the name is not in the gazetteer.
    ``country`` is ISO 3166-1 alpha-2, ``admin1`` the name of the first-order division,
    ``radius_km`` how far from the point the true place may lie.
    """

    name: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    country: str | None
    admin1: str | None
    precision: PlacePrecision | None
    radius_km: float | None
    text: str

    @property
    def resolved(self) -> bool:
        """Whether the gazetteer knew the name."""
        return self.lat is not None

    def km_from(self, other: Place) -> float | None:
        """Kilometres between two places beyond their radii; none where one has no point."""
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return None
        east = (other.lon - self.lon) * math.cos(math.radians((self.lat + other.lat) / 2))
        apart = KM_PER_DEGREE * math.hypot(east, other.lat - self.lat)
        return max(0.0, apart - (self.radius_km or 0.0) - (other.radius_km or 0.0))
