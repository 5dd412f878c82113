"""Incidents in the ACLED-compatible layout: 31 columns of CSV. It is not ACLED data.

docs/formats/acled.md says what each column holds and which are left empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from dateline.exchange.cells import Cell
from dateline.exchange.contents import Contents, LeftOut
from dateline.exchange.countries import Country
from dateline.exchange.facts import days, first_claim, listed, middle, names, publishers
from dateline.exchange.layout import write_layout
from dateline.exchange.source import Told
from dateline.model import Acled, Entity, Incident, Place, PlacePrecision, PolicyFigures

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type"),
    *("sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
    *("interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3"),
    *("location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes"),
    *("fatalities", "tags", "timestamp"),
)

GEO: Mapping[PlacePrecision, int] = {"exact": 1, "near": 1, "district": 2, "province": 3}
"""ACLED's code of how exact a place is; a whole country or more has none."""

TIME = ((1, 1), (7, 2), (31, 3))
"""Most days that each of ACLED's codes of how exact a time is stands for."""

STATE = ("state", "military", "government", "police")

KINDS = (
    *("State forces", "Rebel group", "Political militia", "Identity militia"),
    *("Rioters", "Protesters", "Civilians", "External/Other forces"),
)
"""ACLED's kinds of actors, in the order of their codes, which begin at 1."""

DISORDER = {
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Mob violence": "Political violence",
}
"""Sub-event types whose class of disorder is not that of their event type."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What ACLED asks of an incident."""

    acled: Acled
    day: str
    precision: int
    place: Place
    geo: int
    country: Country


def write_acled(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """A row for each incident of which ACLED's columns can be filled; the others are given back."""

    def make(told: Told) -> list[Cell] | str:
        known = _known(told.incident, contents)
        return known if isinstance(known, str) else _row(told, known, contents.figure(told))

    return write_layout(contents, out, COLUMNS, make)


def figure(figures: PolicyFigures | None) -> int | None:
    """The dead in one number: the policy's best, or the least of its range; null where none is told."""
    if figures is None:
        return None
    return figures.low if figures.best is None else figures.best


def _known(incident: Incident, contents: Contents) -> _Known | str:
    """What is known of an incident, or why it cannot be a row."""
    acled, when, place = incident.crosswalk.acled, days(incident.when), incident.place
    if acled is None:
        return f"ACLED has no type for a {incident.type.name}"
    if when is None:
        return "ACLED needs a date, and none is known"
    length = (when[1] - when[0]).days + 1
    precision = next((code for most, code in TIME if length <= most), None)
    if precision is None:
        return f"ACLED needs the month at least, and all that is known is {when[0]} to {when[1]}"
    country = contents.country(place.country if place else None)
    if place is None or country is None:
        return "ACLED needs a country, and none is known"
    geo = GEO.get(place.precision) if place.precision else None
    if geo is None or not place.resolved:
        return f"ACLED needs the province at least, and all that is known is {place.name}"
    return _Known(acled, middle(*when).isoformat(), precision, place, geo, country)


def _row(told: Told, known: _Known, figures: PolicyFigures | None) -> list[Cell]:
    incident, reports = told.incident, told.reports()
    home, place = known.place.country, known.place
    first, second = _side(incident.actors, home), _side(incident.targets, home)
    event_type, sub = known.acled.event_type, known.acled.sub_event_type
    civilians = event_type == "Violence against civilians" or second[2] == "Civilians"
    notes = first_claim(incident, told.claims(), reports).quote
    return [
        f"{known.country.alpha3 or home}{incident.id.removeprefix('incident-')}",
        *(known.day, int(known.day[:4]), known.precision),
        *(DISORDER.get(sub, _disorder(event_type)), event_type, sub),
        *(*first, *second, _interaction(first, second)),
        "Civilian targeting" if civilians else None,
        *(known.country.numeric, known.country.acled_region, known.country.name),
        *(place.admin1, None, None, place.name, place.lat, place.lon, known.geo),
        *(listed(publishers(incident, reports)), None),
        f"{notes} [Killed: {figures.why}]" if figures else notes,
        *(figure(figures), None, None),
    ]


_Side = tuple[str | None, str | None, str | None]


def _side(entities: Sequence[Entity], home: str | None) -> _Side:
    """The first party, those beside it, and ACLED's kind of the first."""
    told = names(entities)
    if not told:
        return None, None, None
    return told[0], listed(told[1:]), kind_of(entities[0], home)


def _interaction(first: _Side, second: _Side) -> str | None:
    """Both kinds, the lower code first; "only" where nobody else is named; null where one is not known."""
    if second[0] is None:
        return f"{first[2]} only" if first[2] else None
    return "-".join(sorted((first[2], second[2]), key=KINDS.index)) if first[2] and second[2] else None


def kind_of(entity: Entity, home: str | None) -> str | None:
    """ACLED's kind of actor; null for an armed group, which may be rebels or a militia, and for all else."""
    if entity.kind in STATE:
        foreign = entity.country is not None and entity.country != home
        return "External/Other forces" if foreign else "State forces"
    return "Civilians" if entity.kind == "civilians" else None


def _disorder(event_type: str) -> str:
    if event_type in ("Protests", "Riots"):
        return "Demonstrations"
    return event_type if event_type == "Strategic developments" else "Political violence"
