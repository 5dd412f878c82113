"""Incidents as a list, a line each: for people a table, for spreadsheets plain columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.cli.view.fields import STATUS_STYLES
from dateline.exchange.cells import Cell
from dateline.ledger.finding import Found
from dateline.model import COUNTS, Field, FieldSummary, Incident, Status
from dateline.wording.words import Countries, clean, short_range, short_when

SHORT_ID = slice(len("incident-"), len("incident-") + 8)
"""The part of an id that is shown in a list, and enough to name the incident by."""

MARKS: Mapping[Status, str] = {"single": "", "agreed": "=", "revised": "~", "disputed": "!", "denied": "×"}

COUNTED: Sequence[Field] = ("killed", "injured")

CSV_COLUMNS = (
    *("id", "type", "start", "end", "time_precision"),
    *("place", "admin1", "country", "lat", "lon", "place_precision", "radius_km"),
    *("actors", "targets", "weapons"),
    *(f"{field}_{part}" for field in COUNTED for part in ("low", "best", "high", "status")),
    *("reports", "voices", "acled_event_type", "acled_sub_event_type"),
)


def listing(found: Sequence[Found], also: Field | None, countries: Countries) -> Iterator[RenderableType]:
    """A table of incidents, and what its marks mean.

    Args:
        found: what to list, in this order.
        also: a count to show beside the dead and injured; another field shows nothing.
        countries: their names.
    """
    fields = list(dict.fromkeys((*COUNTED, *((also,) if also in COUNTS else ()))))
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("id", no_wrap=True, min_width=8)
    table.add_column("when", no_wrap=True)
    table.add_column("what", overflow="fold")
    table.add_column("where", overflow="fold")
    for field in fields:
        table.add_column(field, no_wrap=True)
    table.add_column("reports", justify="right", no_wrap=True)
    table.add_column("voices", justify="right", no_wrap=True)
    for each in found:
        incident = each.incident
        told = [_summary(incident.field(field)) for field in fields]
        head = (incident.id[SHORT_ID], short_when(incident.when), incident.type.name)
        counts = (str(len(incident.reports)), str(each.voices))
        table.add_row(*head, _where(incident, countries), *told, *counts)
    yield table
    used = {summary.status for each in found for field in fields if (summary := each.incident.field(field))}
    legend = [f"{mark} {status}" for status, mark in MARKS.items() if mark and status in used]
    if legend:
        yield Text(f"\n{'   '.join(legend)}", "dim")


def csv_row(found: Found) -> list[Cell]:
    """One incident under ``CSV_COLUMNS``."""
    incident = found.incident
    when, place, acled = incident.when, incident.place, incident.crosswalk.acled
    counts: list[Cell] = []
    for field in COUNTED:
        told = incident.field(field)
        counts += (told.low, told.best, told.high, told.status) if told else (None,) * 4
    return [
        *(incident.id, incident.type.name),
        *(when.start.isoformat() if when and when.start else None,),
        *(when.end.isoformat() if when and when.end else None, when and when.precision),
        *((place.name, place.admin1, place.country) if place else (None,) * 3),
        *((place.lat, place.lon, place.precision, place.radius_km) if place else (None,) * 4),
        *(
            "; ".join(dict.fromkeys(clean(each.name) for each in named))
            for named in (incident.actors, incident.targets, incident.weapons)
        ),
        *counts,
        *(len(incident.reports), found.voices),
        *((acled.event_type, acled.sub_event_type) if acled else (None, None)),
    ]


def _where(incident: Incident, countries: Countries) -> str:
    place = incident.place
    if place is None:
        return "unknown"
    country = countries.get(place.country, place.country) if place.country else None
    return clean(f"{place.name}, {country}" if country and country != place.name else place.name)


def _summary(summary: FieldSummary | None) -> Text:
    """The range of a count with the mark of its status."""
    if summary is None:
        return Text("")
    told = f"{short_range(summary.low, summary.high)} {MARKS[summary.status]}"
    return Text(told.strip(), STATUS_STYLES[summary.status])
