"""CSV in ACLED's or UCDP's layout, as people hold it -> rows.

A byte order mark at the start, semicolons or tabs between the cells, columns in any order, dates as
"2020-01-08", "08 January 2020" or with a clock behind, kinds of actors as numbers or words: all of it is met.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from dateline.codebook.countries import Countries
from dateline.compare.theirs import Deaths, Layout, Row, Theirs
from dateline.errors import InputError
from dateline.exchange.acled import KINDS
from dateline.exchange.cells import unguarded
from dateline.limits import MAX_CELL_CHARACTERS, MAX_DOCUMENT_BYTES
from dateline.model import Place, PlacePrecision

NEEDED: Mapping[Layout, tuple[str, ...]] = {
    "acled": ("event_id_cnty", "event_date", "sub_event_type", "country", "fatalities"),
    "ged": ("id", "type_of_violence", "date_start", "date_end", "country", "best"),
}
"""Columns by which a layout is known, and without which it cannot be compared."""

DATES = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d/%m/%Y", "%B %d, %Y")
CLOCK = re.compile(r"[T ]\d\d:\d\d.*")

INTER = {str(code): kind for code, kind in enumerate(KINDS, 1)}
"""ACLED's kinds of actors, by the numbers that its older files have."""

VIOLENCE = {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}

ACLED_PLACES: Mapping[str, tuple[PlacePrecision, float]] = {
    "1": ("near", 10.0),
    "2": ("district", 50.0),
    "3": ("province", 150.0),
}
GED_PLACES: Mapping[str, tuple[PlacePrecision, float]] = {
    "1": ("near", 10.0),
    "2": ("near", 25.0),
    "3": ("district", 50.0),
    "4": ("province", 150.0),
    "5": ("province", 200.0),
    "6": ("country", 500.0),
    "7": ("region", 500.0),
}
PEACEFUL = ("Protests", "Strategic developments")
"""ACLED's event types that are no violence."""


def read_theirs(path: Path, countries: Countries) -> Theirs:
    """Read a file.

    Raises:
        InputError: it cannot be read, or is in neither layout.
    """
    try:
        if path.stat().st_size > MAX_DOCUMENT_BYTES:
            raise InputError(f"{path} is larger than {MAX_DOCUMENT_BYTES:,} bytes.")
        with path.open(encoding="utf-8-sig", newline="") as text:
            return _rows(text, path, countries)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8: byte {error.start}.") from error


def _rows(text: TextIO, path: Path, countries: Countries) -> Theirs:
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    first = text.readline()
    delimiter = max(",;\t", key=first.count)
    header = [name.strip().casefold() for name in next(csv.reader([first], delimiter=delimiter), [])]
    layout = _layout(header, path)
    rows, unread = list[Row](), list[tuple[int, str]]()
    reader = csv.reader(text, delimiter=delimiter)
    try:
        for cells in reader:
            line = reader.line_num + 1
            told = {name: unguarded(cell).strip() for name, cell in zip(header, cells, strict=False)}
            try:
                rows.append((_acled if layout == "acled" else _ged)(told, line, countries))
            except (KeyError, ValueError) as error:
                unread.append((line, f"no {error}" if isinstance(error, KeyError) else str(error)))
    except csv.Error as error:
        raise InputError(f"{path}: line {reader.line_num + 1}: {error}") from error
    return Theirs(layout, tuple(rows), tuple(unread))


def _layout(header: list[str], path: Path) -> Layout:
    for layout, needed in NEEDED.items():
        if set(needed) <= set(header):
            return layout
    told = "; or ".join(f"{', '.join(needed)} ({layout})" for layout, needed in NEEDED.items())
    raise InputError(f"{path} is in neither layout: its first line lacks {told}.")


def _acled(told: Mapping[str, str], line: int, countries: Countries) -> Row:
    day = _day(told["event_date"])
    dead = _number(told["fatalities"])
    return Row(
        told["event_id_cnty"],
        line,
        day,
        day,
        _country(told["country"], countries),
        _place(told, "location", "admin1", ACLED_PLACES.get(told.get("geo_precision", ""))),
        told["sub_event_type"],
        told.get("event_type", "") not in PEACEFUL,
        tuple(filter(None, (told.get("actor1"), told.get("actor2")))),
        tuple(INTER.get(kind, kind) for n in "12" if (kind := told.get(f"inter{n}", "")) not in ("", "0")),
        None if dead is None else Deaths(dead, dead, dead),
    )


def _ged(told: Mapping[str, str], line: int, countries: Countries) -> Row:
    best = _number(told["best"])
    ends = [_number(told.get(end, "")) for end in ("low", "high")]
    low, high = (best if end is None else end for end in ends)
    known = best is not None and low is not None and high is not None
    return Row(
        told["id"],
        line,
        _day(told["date_start"]),
        _day(told["date_end"]),
        _country(told["country"], countries),
        _place(told, "where_coordinates", "adm_1", GED_PLACES.get(told.get("where_prec", ""))),
        VIOLENCE.get(told["type_of_violence"], told["type_of_violence"]),
        True,
        tuple(filter(None, (told.get("side_a"), told.get("side_b")))),
        (),
        Deaths(low or 0, best or 0, high or 0) if known else None,
    )


def _day(words: str) -> date:
    plain = CLOCK.sub("", words)
    for form in DATES:
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    raise ValueError(f"{words!r} is no date")


def _number(cell: str) -> int | None:
    if cell == "":
        return None
    if not re.fullmatch(r"\d+(\.0+)?", cell):
        raise ValueError(f"{cell!r} is no number of dead")
    return int(cell.split(".", maxsplit=1)[0])


def _country(name: str, countries: Countries) -> str | None:
    """By its name, which UCDP may give with an older one in brackets: "Yemen (North Yemen)"."""
    found = countries.country_of(re.sub(r"\s*\(.*\)", "", name))
    return found.code if found else None


def _place(
    told: Mapping[str, str], name: str, admin1: str, precision: tuple[PlacePrecision, float] | None
) -> Place | None:
    try:
        lat, lon = float(told.get("latitude", "")), float(told.get("longitude", ""))
    except ValueError:
        return None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{lat}, {lon} is no point on Earth")
    code, radius = precision or ("province", 150.0)
    where = told.get(name) or told.get(admin1) or ""
    return Place(where, lat, lon, None, None, told.get(admin1) or None, code, radius, where)
