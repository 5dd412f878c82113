"""Incidents in the layout of UCDP's Georeferenced Event Dataset: 49 columns of CSV. It is not UCDP data.

docs/formats/ged.md says what each column holds and which are left empty.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from dateline.exchange.cells import Cell
from dateline.exchange.contents import Contents, LeftOut
from dateline.exchange.countries import Country
from dateline.exchange.facts import days, listed, names, sayers, told_by, voices
from dateline.exchange.layout import write_layout
from dateline.exchange.source import Told
from dateline.exchange.values import date_json
from dateline.model import Incident, Place, PlacePrecision, PolicyFigures, Report, Whose

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline"),
    *("source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2"),
    *("latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region"),
    *("event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)

VIOLENCE = {"state-based conflict": 1, "non-state conflict": 2, "one-sided violence": 3}

WHERE: Mapping[PlacePrecision, int] = {"exact": 1, "near": 1, "district": 3, "province": 4, "country": 6}
"""UCDP's code of how exact a place is; one near a point is 2 where the point stands for up to 25 km."""

NEAR_KM = 25.0

TIME = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""Most days that each of UCDP's codes of how exact a time is stands for."""

SIDES: tuple[Whose, ...] = ("side a", "side b", "civilians", "unknown")

GRID = 2
"""Cells of the PRIO-GRID to a degree."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What UCDP asks of an incident."""

    violence: int
    first: date
    last: date
    date_prec: int
    place: Place
    point: tuple[float, float]
    where_prec: int
    country: Country
    figures: PolicyFigures


def write_ged(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """A row for each incident that UCDP would count; the others are given back."""

    def make(told: Told) -> list[Cell] | str:
        known = _known(told, contents)
        return known if isinstance(known, str) else _row(told, known)

    return write_layout(contents, out, COLUMNS, make)


def priogrid(lat: float, lon: float) -> int:
    """The number of the half-degree cell of the PRIO-GRID, counted from the south-west.

    >>> priogrid(-89.75, -179.75), priogrid(0.25, 0.25)
    (1, 129961)
    """
    row = min(math.floor((lat + 90) * GRID), 180 * GRID - 1)
    column = min(math.floor((lon + 180) * GRID), 360 * GRID - 1)
    return row * 360 * GRID + column + 1


def _known(told: Told, contents: Contents) -> _Known | str:
    """What is known of an incident, or why it cannot be a row."""
    incident = told.incident
    figures, when, place = contents.figure(told), days(incident.when), incident.place
    if figures is None or not any((figures.low, figures.best, figures.high)):
        return figures.why if figures else "UCDP needs a death, and no number of killed is told"
    violence = VIOLENCE.get(incident.crosswalk.ucdp or "")
    if violence is None:
        return "UCDP needs organised parties, and those who did it are not known"
    if when is None:
        return "UCDP needs a date, and none is known"
    date_prec = next((code for most, code in TIME if (when[1] - when[0]).days < most), None)
    if date_prec is None:
        return f"UCDP needs the year at least, and all that is known is {when[0]} to {when[1]}"
    country = contents.country(place.country if place else None)
    if place is None or country is None:
        return "UCDP needs a country, and none is known"
    where_prec = WHERE.get(place.precision) if place.precision else None
    if where_prec is None or place.lat is None or place.lon is None:
        return f"UCDP needs a place of a country, and all that is known is {place.name}"
    if place.precision == "near" and (place.radius_km or 0) > NEAR_KM:
        where_prec = 3
    elif place.precision == "near":
        where_prec = 2
    return _Known(violence, *when, date_prec, place, (place.lat, place.lon), where_prec, country, figures)


def _row(told: Told, known: _Known) -> list[Cell]:
    incident, reports = told.incident, told.reports()
    sides, by = _sides(incident, known.violence), told_by(incident, reports)
    articles = ['"' + ",".join(_article(report)) + '"' for report in by]
    place, figures = known.place, known.figures
    deaths = {share.whose: share.low for share in figures.shares}
    lat, lon = known.point
    return [
        *(incident.id, None, known.first.year, None, None, known.violence),
        *(None, None, None, None, None, " - ".join(filter(None, sides)) or None),
        *(None, None, sides[0], None, None, sides[1]),
        *(voices(incident, reports), ";".join(articles)),
        *(by[0].publisher, date_json(by[0].published), by[0].title),
        listed(sayers(incident, told.claims(), "killed")),
        *(known.where_prec, place.name, place.text or None, place.admin1, None),
        *(lat, lon, f"POINT ({lon} {lat})", priogrid(lat, lon)),
        *(known.country.name, None, known.country.ucdp_region),
        *(1 if known.first == known.last else 2, known.date_prec),
        *(known.first.isoformat(), known.last.isoformat()),
        *(deaths.get(whose, 0) if figures.shares or figures.best == 0 else None for whose in SIDES),
        *(figures.best, figures.high, figures.low, None, None),
    ]


def _sides(incident: Incident, violence: int) -> tuple[str | None, str | None]:
    first, second = names(incident.actors), names(incident.targets)
    return listed(first), "Civilians" if violence == VIOLENCE["one-sided violence"] else listed(second)


def _article(report: Report) -> list[str]:
    day = report.published.isoformat() if report.published else ""
    return [(part or "").replace('"', "'") for part in (report.publisher, day, report.title)]
