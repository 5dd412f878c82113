"""Incidents as a GeoJSON FeatureCollection (RFC 7946), a feature a line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import BinaryIO

from dateline.exchange.contents import Contents, LeftOut, as_text
from dateline.exchange.facts import names, publishers, voices
from dateline.exchange.source import Told
from dateline.exchange.values import Json, date_json
from dateline.model import COUNTS, Incident, PolicyFigures


def write_geojson(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """Every incident; one without a point has the geometry null, as the RFC has it for unlocated features."""
    with as_text(out) as text:
        text.write('{"type": "FeatureCollection", "features": [')
        for n, told in enumerate(contents.source.told()):
            text.write(",\n" if n else "\n")
            record = feature(told, contents.figures(told) if contents.figures else ())
            text.write(json.dumps(record, ensure_ascii=False, allow_nan=False))
        text.write("\n]}\n")
    return ()


def feature(told: Told, figures: Sequence[PolicyFigures]) -> Json:
    """One incident; ``radius_km`` says how far from the point the true place may lie."""
    incident, reports = told.incident, told.reports()
    place, when, acled = incident.place, incident.when, incident.crosswalk.acled
    located = place is not None and place.resolved
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place and located else None,
        "properties": {
            "type": incident.type.name,
            "start": date_json(when.start) if when else None,
            "end": date_json(when.end) if when else None,
            "time_precision": when.precision if when else None,
            "place": place.name if place else None,
            "admin1": place.admin1 if place else None,
            "country": place.country if place else None,
            "precision": place.precision if place else None,
            "radius_km": place.radius_km if place else None,
            "geonameid": place.geonameid if place else None,
            "actors": names(incident.actors),
            "targets": names(incident.targets),
            "weapons": list(dict.fromkeys(term.name for term in incident.weapons)),
            "acled_event_type": acled.event_type if acled else None,
            "acled_sub_event_type": acled.sub_event_type if acled else None,
            "reports": len(incident.reports),
            "voices": voices(incident, reports),
            "publishers": publishers(incident, reports),
            **_counts(incident),
            **_policies(figures),
        },
    }


def _counts(incident: Incident) -> Json:
    return {
        f"{name}_{part}": getattr(summary, part)
        for name, summary in incident.fields
        if name in COUNTS
        for part in ("low", "best", "high", "status")
    }


def _policies(figures: Sequence[PolicyFigures]) -> Json:
    """Those of one policy as ``policy_low`` and so on, those of several as ``ucdp_low`` and so on."""
    told: Json = {"policy": figures[0].policy} if len(figures) == 1 else {}
    for each in figures:
        begins = "policy" if len(figures) == 1 else each.policy
        told |= {f"{begins}_{part}": getattr(each, part) for part in ("low", "best", "high", "grade", "why")}
        told[f"{begins}_claims"] = list(each.claims)
    return told
