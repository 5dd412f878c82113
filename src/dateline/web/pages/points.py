"""Incidents on the map, as GeoJSON: a point, how far from it the place may lie, and what a popup says."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.ledger.finding import Sketch
from dateline.model import When
from dateline.web.pages.parts import incident_href
from dateline.wording.visible import visible
from dateline.wording.words import sentence_case, short_range, short_when


def points(sketches: Sequence[Sketch]) -> dict[str, object]:
    """A feature collection of those that have a place; ``killed`` is the best figure."""
    return {"type": "FeatureCollection", "features": [_feature(each) for each in sketches if _placed(each)]}


def _placed(sketch: Sketch) -> bool:
    return sketch.lat is not None and sketch.lon is not None


def _feature(sketch: Sketch) -> dict[str, object]:
    when = When(sketch.starts, sketch.ends, None, None, "") if sketch.starts else None
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [sketch.lon, sketch.lat]},
        "properties": {
            "id": sketch.id,
            "href": incident_href(sketch.id),
            "type": visible(sentence_case(sketch.type)),
            "when": short_when(when),
            "place": visible(sketch.place or ""),
            "precision": sketch.precision,
            "radius_km": sketch.radius_km,
            "killed": sketch.killed_best,
            "told": short_range(sketch.killed_low, sketch.killed_high),
            "status": sketch.killed_status,
        },
    }
