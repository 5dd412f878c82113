"""Distances and directions on the globe."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_KM = 6371.0
KM_A_DEGREE = 111.2

Point = tuple[float, float]
"""Latitude and longitude, WGS 84 degrees."""


def distance_km(a: Point, b: Point) -> float:
    """Great-circle distance."""
    south, north = radians(a[0]), radians(b[0])
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))


def shifted(point: Point, km: float, bearing: float) -> Point:
    """The point ``km`` away in the direction ``bearing``, degrees clockwise from north; not over a pole."""
    lat = max(-89.9, min(89.9, point[0] + km * cos(radians(bearing)) / KM_A_DEGREE))
    east = km * sin(radians(bearing)) / (KM_A_DEGREE * cos(radians(lat)))
    return round(lat, 5), round((point[1] + east + 180) % 360 - 180, 5)


def middle(points: list[tuple[Point, float]]) -> Point:
    """The weighted centre of points, taken on the sphere so that the date line does no harm.

    Raises:
        ValueError: where there is no weight.
    """
    total = sum(weight for _, weight in points)
    if not total:
        raise ValueError("no weight to centre on")
    x = sum(w * cos(radians(p[0])) * cos(radians(p[1])) for p, w in points) / total
    y = sum(w * cos(radians(p[0])) * sin(radians(p[1])) for p, w in points) / total
    z = sum(w * sin(radians(p[0])) for p, w in points) / total
    return _of_vector(x, y, z)


def _of_vector(x: float, y: float, z: float) -> Point:
    return round(degrees(atan2(z, sqrt(x * x + y * y))), 5), round(degrees(atan2(y, x)), 5)
