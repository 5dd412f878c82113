"""Incidents as PLOVER events, JSON Lines (docs/formats/plover.md)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from dateline.exchange.contents import Contents, LeftOut, as_text, left_out
from dateline.exchange.facts import days, first_claim, publishers
from dateline.exchange.json import VERSION
from dateline.exchange.source import Told
from dateline.exchange.values import Json
from dateline.model import (
    Entity,
    EntityKind,
    Field,
    Incident,
    Place,
    PlacePrecision,
    PolicyFigures,
    Report,
)

SECTORS: Mapping[EntityKind, str] = {
    "military": "MIL",
    "government": "GOV",
    "state": "GOV",
    "police": "COP",
    "armed group": "REB",
    "civilians": "CVL",
}
"""PLOVER's sectors; a kind that is not here has none."""

RESOLUTION: Mapping[PlacePrecision, int] = {"exact": 5, "near": 4, "district": 3, "province": 2, "country": 1}

QUADS: Mapping[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("DEMAND", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""PLOVER's events: words and deeds of cooperation, words and deeds of conflict."""

CLOCK = re.compile(r"(?:at )?(\d{1,2})[:.](\d\d)(?: ?([ap])\.?m\.?)?", re.I)

NOON = 12

SIZES: Mapping[Field, str] = {"killed": "dead", "injured": "injured", "captured": "arrested"}


def write_plover(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """A line for each incident that has a type in PLOVER, a day and an actor; the others are given back."""
    left = list[LeftOut]()
    with as_text(out) as text:
        for told in contents.source.told():
            why = _lacks(told.incident)
            if why:
                left.append(left_out(told.incident, why))
                continue
            event = _event(told, contents)
            text.write(f"{json.dumps(event, ensure_ascii=False, allow_nan=False)}\n")
    return tuple(left)


def _lacks(incident: Incident) -> str | None:
    if incident.crosswalk.plover is None:
        return f"PLOVER has no type for a {incident.type.name}"
    if days(incident.when) is None:
        return "PLOVER needs a date, and none is known"
    return None if incident.actors else "PLOVER needs an actor, and no report names one"


def _event(told: Told, contents: Contents) -> Json:
    incident, reports = told.incident, told.reports()
    found = days(incident.when)
    kind, _, mode = (incident.crosswalk.plover or "").partition(":")
    first = first_claim(incident, told.claims(), reports)
    parts: Json = {
        "id": incident.id,
        "date": found[0].isoformat() if found else None,
        "enddate": found[1].isoformat() if found and found[1] != found[0] else None,
        "time": iso_time(incident.when.clock or "") if incident.when else None,
        "actor": [_entity(each, contents) for each in incident.actors],
        "recipient": [_entity(each, contents) for each in incident.targets],
        "event": [kind],
        "mode": [mode] if mode else None,
        "event_text": [incident.type.text] if incident.type.text else None,
        "quad_code": QUADS.get(kind),
        "event_scale": _sizes(incident, contents.figure(told)),
        "event_loc": _location(incident.place, contents) if incident.place else None,
        "text": first.quote,
        "text_info": {"start": first.span.start, "end": first.span.end},
        "cite_info": _cited(reports[first.report], publishers(incident, reports)),
        "coder": f"Dateline {VERSION}",
        "comment": incident.type.name,
    }
    return {key: value for key, value in parts.items() if value not in (None, [], {})}


def iso_time(clock: str) -> str | None:
    """The time of day as ISO 8601 has it; null where the words do not tell minute and half of the day.

    >>> iso_time("1:30 a.m."), iso_time("19.05"), iso_time("1:30"), iso_time("before dawn")
    ('01:30', '19:05', None, None)
    """
    found = CLOCK.fullmatch(clock)
    if found is None or (found[3] is None and len(found[1]) == 1):
        return None
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        hour = hour % NOON + (NOON if found[3].lower() == "p" else 0) if 0 < hour <= NOON else 24
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _cited(report: Report, publishers: Sequence[str]) -> Json:
    """What the sentence stands in, and all who publish it."""
    told: Json = {
        "publication": report.publisher,
        "title": report.title,
        "language": report.language,
        "corpus": "; ".join(publishers) or None,
    }
    return {key: value for key, value in told.items() if value}


def _entity(entity: Entity, contents: Contents) -> Json:
    country = contents.country(entity.country)
    code = country.alpha3 if country else None
    parts = {"code": code, "sector": SECTORS.get(entity.kind), "office": entity.role}
    return {"entity_text": entity.name, **{key: value for key, value in parts.items() if value}}


def _sizes(incident: Incident, figures: PolicyFigures | None) -> Json:
    """Best numbers of people; of the dead by the policy that was asked for."""
    best = {SIZES[name]: summary.best for name, summary in incident.fields if name in SIZES}
    if figures:
        best["dead"] = figures.best if figures.best is not None else figures.low
    return {size: number for size, number in best.items() if number is not None}


def _location(place: Place, contents: Contents) -> Json:
    country = contents.country(place.country)
    resolved = place.resolved
    parts: Json = {
        "extracted_place": place.text or None,
        "resolved_place": place.name if resolved else None,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        "province": place.admin1,
        "country": country.name if country else None,
        "country_code": country.alpha3 if country else None,
        "resolution": RESOLUTION.get(place.precision) if place.precision else None,
    }
    return {key: value for key, value in parts.items() if value is not None}
