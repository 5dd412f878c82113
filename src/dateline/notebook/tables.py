"""Claims and incidents as tables of pandas, which is an extra (``dateline[notebook]``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, overload

from dateline.errors import DatelineError
from dateline.exchange.facts import names
from dateline.exchange.flat import CLAIM_COLUMNS, ONCE, REPORT_COLUMNS, Kind, claim_row, report_row
from dateline.model import COUNTS, Claim, Field, Incident, Reading

if TYPE_CHECKING:
    import pandas as pd

TYPES: Mapping[Kind, str] = {
    "text": "string",
    "integer": "Int64",
    "number": "Float64",
    "flag": "boolean",
    "json": "string",
}
"""Column types of pandas that know a missing value."""

DAYS = frozenset(("value_start", "value_end", "when_start", "when_end", "report_published", "start", "end"))
"""Columns that hold days."""

ABOUT = tuple(n for n, column in enumerate(REPORT_COLUMNS) if column.name not in ONCE)


@dataclass(frozen=True, slots=True)
class Claims(Sequence[Claim]):
    """Every claim of some readings, in order; ``incident_of`` gives the incident that holds each, by ids."""

    readings: tuple[Reading, ...]
    incident_of: Mapping[str, str]

    def __len__(self) -> int:
        return sum(len(reading.claims) for reading in self.readings)

    @overload
    def __getitem__(self, at: int) -> Claim: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Claim]: ...
    def __getitem__(self, at: int | slice) -> Claim | Sequence[Claim]:
        """One claim, or several."""
        return tuple(claim for reading in self.readings for claim in reading.claims)[at]

    def to_pandas(self) -> pd.DataFrame:
        """A row a claim, with the columns of docs/formats/claims.md; days are dates, the unknown is missing.

        Raises:
            DatelineError: pandas is not installed.
        """
        columns = (*CLAIM_COLUMNS, *(REPORT_COLUMNS[n] for n in ABOUT))
        rows = [
            [*claim_row(claim, self.incident_of.get(claim.id)), *(about[n] for n in ABOUT)]
            for reading in self.readings
            for about in (report_row(reading),)
            for claim in reading.claims
        ]
        return _table([(column.name, column.kind) for column in columns], rows)


class Incidents(tuple[Incident, ...]):
    """Incidents, in order."""

    __slots__ = ()

    def to_pandas(self) -> pd.DataFrame:
        """A row an incident: what, when, where, who, and the summary of every count that is claimed.

        Raises:
            DatelineError: pandas is not installed.
        """
        told = {name for each in self for name, _ in each.fields}
        counts = sorted(told & COUNTS)
        columns: list[tuple[str, Kind]] = [*HEAD]
        for field in counts:
            columns += [(f"{field}_{part}", "integer") for part in ("low", "best", "high")]
            columns.append((f"{field}_status", "text"))
        return _table(columns, [[*_head(each), *_counts(each, counts)] for each in self])


HEAD: Sequence[tuple[str, Kind]] = (
    *((name, "text") for name in ("incident", "type", "start", "end", "time_precision")),
    *((name, "text") for name in ("place", "admin1", "country")),
    *((name, "number") for name in ("lat", "lon", "radius_km")),
    *((name, "text") for name in ("place_precision", "actors", "targets", "weapons")),
    *((name, "text") for name in ("acled_event_type", "acled_sub_event_type", "ucdp", "plover")),
    ("reports", "integer"),
    ("claims", "integer"),
)


def _head(incident: Incident) -> list[object]:
    when, place, walk = incident.when, incident.place, incident.crosswalk
    weapons = dict.fromkeys(term.name for term in incident.weapons)
    return [
        *(incident.id, incident.type.name),
        *((when.start, when.end, when.precision) if when else (None,) * 3),
        *((place.name, place.admin1, place.country) if place else (None,) * 3),
        *((place.lat, place.lon, place.radius_km, place.precision) if place else (None,) * 4),
        *("; ".join(named) or None for named in (names(incident.actors), names(incident.targets), weapons)),
        *((walk.acled.event_type, walk.acled.sub_event_type) if walk.acled else (None, None)),
        *(walk.ucdp, walk.plover, len(incident.reports), len(incident.claims)),
    ]


def _counts(incident: Incident, counts: Iterable[Field]) -> list[object]:
    parts = ("low", "best", "high", "status")
    return [getattr(incident.field(field), part, None) for field in counts for part in parts]


def _table(columns: Sequence[tuple[str, Kind]], rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    pandas = _pandas()
    series = {}
    for n, (name, kind) in enumerate(columns):
        cells = [row[n] for row in rows]
        if name in DAYS:
            series[name] = pandas.Series(pandas.to_datetime([c and str(c) for c in cells], format="%Y-%m-%d"))
        else:
            series[name] = pandas.Series(cells, dtype=TYPES[kind])
    return pandas.DataFrame(series)


def _pandas() -> ModuleType:
    try:
        return import_module("pandas")
    except ImportError as error:
        raise DatelineError("to_pandas needs pandas: pip install 'dateline[notebook]'") from error
