"""A claim as one row of plain columns, and back: nothing is lost either way.

The columns are the keys of the contract, nested ones joined by an underscore. Those of values of all
kinds stand side by side; the field tells which apply.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from dateline.exchange.cells import Cell
from dateline.exchange.records import actor_json, claim_json, mention_json, report_json, statement_json
from dateline.exchange.values import Json
from dateline.model import COUNTS, Claim, Reading

Kind = Literal["text", "integer", "number", "flag", "json"]

VALUE: Mapping[str, Kind] = {
    "low": "integer",
    "high": "integer",
    "qualifier": "text",
    "what": "text",
    "name": "text",
    "kind": "text",
    "country": "text",
    "role": "text",
    "how": "text",
    "event": "text",
    "lat": "number",
    "lon": "number",
    "geonameid": "integer",
    "admin1": "text",
    "precision": "text",
    "radius_km": "number",
    "start": "text",
    "end": "text",
    "clock": "text",
    "text": "text",
}
PLACE: Mapping[str, Kind] = {
    "name": "text",
    "lat": "number",
    "lon": "number",
    "geonameid": "integer",
    "country": "text",
    "admin1": "text",
    "precision": "text",
    "radius_km": "number",
    "text": "text",
}
WHEN: Mapping[str, Kind] = {
    "start": "text",
    "end": "text",
    "precision": "text",
    "clock": "text",
    "text": "text",
}
SOURCE: Mapping[str, Kind] = {
    "name": "text",
    "kind": "text",
    "country": "text",
    "role": "text",
    "named": "flag",
    "publisher": "flag",
    "via": "json",
    "text": "text",
}
SPANS: Mapping[str, Kind] = {"value": "json", "trigger": "json", "cue": "json", "source": "json"}
REPORT: Mapping[str, Kind] = {
    "key": "text",
    "path": "text",
    "raw": "text",
    "publisher": "text",
    "publisher_from": "text",
    "title": "text",
    "title_from": "text",
    "published": "text",
    "published_from": "text",
    "place": "json",
    "language": "text",
    "language_from": "text",
    "copy_group": "text",
    "text": "text",
    "repairs": "json",
    "dateline": "text",
    "statements": "json",
    "actors": "json",
    "mentions": "json",
}
NESTED: Mapping[str, Mapping[str, Kind]] = {
    "value": VALUE,
    "place": PLACE,
    "when": WHEN,
    "source": SOURCE,
    "spans": SPANS,
}
FILLED = ("text", "name")
"""Keys whose text may be empty and is never null."""

ENDS: Mapping[str, Kind] = {"start": "integer", "end": "integer"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, and what its cells hold. ``path`` leads to the value in the record."""

    name: str
    kind: Kind
    path: tuple[str, ...]


def _columns() -> Iterator[Column]:
    for name in ("id", "report", "event", "incident", "field"):
        yield Column("claim" if name == "id" else name, "text", (name,))
    yield from _nested("value")
    yield Column("group", "text", ("group",))
    yield from _nested("place")
    yield from _nested("when")
    yield from _nested("source")
    yield Column("modality", "text", ("modality",))
    yield Column("rule", "text", ("rule",))
    yield Column("quote", "text", ("quote",))
    for n, end in enumerate(ENDS):
        yield Column(f"span_{end}", "integer", ("span", str(n)))
    yield from _nested("spans")


def _nested(name: str) -> Iterator[Column]:
    for key, kind in NESTED[name].items():
        yield Column(f"{name}_{key}", kind, (name, key))


CLAIM_COLUMNS: Sequence[Column] = tuple(_columns())
REPORT_COLUMNS: Sequence[Column] = tuple(
    Column(f"report_{key}", kind, (key,)) for key, kind in REPORT.items()
)


ONCE = tuple(f"report_{key}" for key in ("place", "text", "repairs", "statements", "actors", "mentions"))
"""Columns that are filled in the first row of a report alone."""


def claim_row(claim: Claim, incident: str | None) -> list[Cell | bool]:
    """The claim under ``CLAIM_COLUMNS``."""
    record = claim_json(claim, incident)
    return [_cell(record, column) for column in CLAIM_COLUMNS]


def report_row(reading: Reading) -> list[Cell | bool]:
    """A reading's report, and all that was read in it but its claims, under ``REPORT_COLUMNS``."""
    report = reading.report
    record = report_json(report) | {
        "dateline": report.dateline,
        "statements": [statement_json(each) for each in reading.statements],
        "actors": [actor_json(each) for each in reading.actors],
        "mentions": [mention_json(each, report.id) for each in reading.mentions],
    }
    return [_cell(record, column) for column in REPORT_COLUMNS]


def claim_record(cells: Mapping[str, str]) -> Json:
    """A row of text, by column -> the claim in the contract's form.

    Raises:
        ValueError: a cell does not hold what its column asks for; names the column.
    """
    told = {column.path: _read(cells[column.name], column) for column in CLAIM_COLUMNS}
    record: Json = {path[0]: value for path, value in told.items() if len(path) == 1}
    parts = {name: {key: told[name, key] for key in keys} for name, keys in NESTED.items()}
    record["value"] = _value(str(record["field"]), parts["value"])
    record["place"] = parts["place"] if cells["place_name"] or cells["place_text"] else None
    record["when"] = parts["when"] if any(cells[f"when_{key}"] for key in WHEN) else None
    record["source"], record["spans"] = parts["source"], parts["spans"]
    record["span"] = [told["span", "0"], told["span", "1"]]
    return record


def report_record(cells: Mapping[str, str]) -> Json:
    """A row of text, by column -> the report in the contract's form; errors as for ``claim_record``."""
    return {"id": cells["report"]} | {
        column.path[0]: _read(cells[column.name], column) for column in REPORT_COLUMNS
    }


def value_keys(field: str, counted: bool) -> tuple[str, ...]:
    """The keys of a field's value; ``counted`` tells a number from a name where it may be either."""
    if field in ("actor", "target") or (field in ("hit", "damaged", "destroyed") and not counted):
        return ("name", "kind", "country", "role", "text")
    if field in COUNTS:
        return ("low", "high", "text", "qualifier", "what")
    if field == "responsibility":
        return ("name", "kind", "country", "how", "text")
    if field == "motive":
        return ("text", "event")
    return {"place": tuple(PLACE), "when": tuple(WHEN)}.get(field, ("name", "text"))


def _value(field: str, told: Json) -> Json:
    counted = told["low"] is not None or told["high"] is not None
    return {key: told[key] for key in value_keys(field, counted)}


def _cell(record: Json, column: Column) -> Cell | bool:
    at: object = record
    for key in column.path:
        if at is not None:
            at = at[int(key)] if isinstance(at, list) else cast(Json, at).get(key)
    if column.kind == "json":
        return None if at is None else json.dumps(at, ensure_ascii=False)
    return cast(Cell, at)


def finite(digits: str) -> float:
    """A number that is one.

    Raises:
        ValueError: it is none, or endless.
    """
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is too large")
    return number


def _read(cell: str, column: Column) -> object:
    if cell == "":
        return "" if column.kind == "text" and column.path[-1] in FILLED else None
    try:
        match column.kind:
            case "text":
                return cell
            case "integer":
                return int(cell)
            case "number":
                return finite(cell)
            case "flag":
                return {"true": True, "false": False}[cell.casefold()]
            case "json":
                return json.loads(cell)
    except (ValueError, KeyError, RecursionError) as error:
        raise ValueError(f"{column.name}: {cell[:40]!r} is no {column.kind}") from error
