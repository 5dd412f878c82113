"""Incidents, parties, reports and claims as entities of FollowTheMoney, JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from dateline.exchange.contents import Contents, LeftOut, as_text
from dateline.exchange.facts import days
from dateline.exchange.values import Json
from dateline.exchange.words import claim_words, figure_words, voice_words
from dateline.model import Claim, Entity, EntityKind, Incident, Place, Report, content_id

SCHEMAS: Mapping[EntityKind, str] = {
    "state": "PublicBody",
    "government": "PublicBody",
    "military": "PublicBody",
    "police": "PublicBody",
    "armed group": "Organization",
    "organisation": "Organization",
    "person": "Person",
}
"""The schema of a party; one of another kind (civilians, a facility) is no legal entity and is left out."""


def write_ftm(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """An Article a report, an Event an incident with its Address, an entity a party, a Note a claim."""
    with as_text(out) as text:
        for id_, schema, properties in _entities(contents):
            told = {name: [v for v in values if v] for name, values in properties.items()}
            entity: Json = {"id": id_, "schema": schema, "properties": {n: v for n, v in told.items() if v}}
            text.write(f"{json.dumps(entity, ensure_ascii=False, allow_nan=False)}\n")
    return ()


Properties = dict[str, list[str | None]]


def _entities(contents: Contents) -> Iterator[tuple[str, str, Properties]]:
    for reading in contents.source.readings:
        yield reading.report.id, "Article", _article(reading.report)
    seen = set[str]()
    for told in contents.source.told():
        incident, claims = told.incident, told.claims()
        for party in (*incident.actors, *incident.targets):
            if party.kind in SCHEMAS and _party_id(party) not in seen:
                seen.add(_party_id(party))
                yield _party_id(party), SCHEMAS[party.kind], _party(party)
        if incident.place:
            yield _address_id(incident), "Address", _address(incident.place)
        yield incident.id, "Event", _event(incident)
        for id_ in incident.claims:
            yield id_, "Note", _note(claims[id_], incident)


def _article(report: Report) -> Properties:
    day = report.published.isoformat() if report.published else None
    return {
        "title": [report.title],
        "fileName": [report.key],
        "publisher": [report.publisher],
        "publishedAt": [day],
        "bodyText": [report.text],
    }


def _party(party: Entity) -> Properties:
    return {"name": [party.name], "country": [_code(party.country)]}


def _address(place: Place) -> Properties:
    """Never a sharp point for a coarse place: the remarks say how far off the point may be."""
    within = f"{place.precision}; within {place.radius_km:g} km" if place.radius_km else place.precision
    return {
        "full": [place.name],
        "state": [place.admin1],
        "country": [_code(place.country)],
        "latitude": [None if place.lat is None else str(place.lat)],
        "longitude": [None if place.lon is None else str(place.lon)],
        "remarks": [within],
    }


def _event(incident: Incident) -> Properties:
    found, place = days(incident.when), incident.place
    parties = [_party_id(p) for p in (*incident.actors, *incident.targets) if p.kind in SCHEMAS]
    return {
        "name": [f"{incident.type.name}, {place.name}" if place else incident.type.name],
        "startDate": [found[0].isoformat() if found else None],
        "endDate": [found[1].isoformat() if found else None],
        "location": [place.name if place else None],
        "addressEntity": [_address_id(incident) if place else None],
        "country": [_code(place.country) if place else None],
        "involved": [*dict.fromkeys(parties)],
        "keywords": [incident.type.name, *(term.name for term in incident.weapons)],
        "summary": [f"{name}: {figure_words(summary)}" for name, summary in incident.fields],
        "proof": [*incident.reports],
    }


def _note(claim: Claim, incident: Incident) -> Properties:
    return {
        "name": [claim_words(claim)],
        "description": [claim.quote],
        "summary": [f"{voice_words(claim.source)}; {claim.modality}"],
        "entity": [incident.id],
        "proof": [claim.report],
    }


def _party_id(party: Entity) -> str:
    return content_id("party", party.name, party.kind, party.country or "")


def _address_id(incident: Incident) -> str:
    return content_id("address", incident.id)


def _code(country: str | None) -> str | None:
    return country.lower() if country else None
