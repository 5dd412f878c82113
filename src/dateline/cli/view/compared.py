"""A ledger beside others' rows: tables for people, records and rows for programs."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.compare.agree import NAMES, Agreement
from dateline.compare.match import Compared
from dateline.compare.theirs import Row
from dateline.exchange.cells import Cell
from dateline.model import Incident
from dateline.wording.words import clean, short_when

CSV_COLUMNS = ("matched", "theirs", "line", "ours", "field", "their_value", "our_value", "same")

SHOWN = 20
"""Unmatched ones that are named for people, on each side."""


def compared_view(found: Compared) -> Iterator[RenderableType]:
    """How often each field agrees, every pair that differs, and what has no counterpart."""
    table = _table("field", "same", "of")
    for name in NAMES:
        told = [
            same
            for pair in found.pairs
            for a in pair.agreements
            if a.field == name and (same := a.same) is not None
        ]
        table.add_row(name, str(sum(told)), str(len(told)))
    yield Text(f"{len(found.pairs)} matched", "bold")
    yield Padding(table, (0, 0, 1, 2))
    for pair in found.pairs:
        differing = [each for each in pair.agreements if each.same is False]
        yield Text(f"{pair.row.id} = {pair.incident.id}{'' if differing else ', the same in all fields'}")
        for each in differing:
            yield Text(clean(f"  {each.field}: theirs {each.theirs or '-'}, ours {each.ours or '-'}"))
    yield from _rest("only theirs", [_their(row) for row in found.theirs])
    yield from _rest("only ours", [_our(incident) for incident in found.ours])


def compared_record(found: Compared) -> dict[str, object]:
    """The same as JSON."""
    return {
        "pairs": [
            {
                "theirs": pair.row.id,
                "line": pair.row.line,
                "ours": pair.incident.id,
                "fields": {
                    a.field: {"theirs": a.theirs, "ours": a.ours, "same": a.same} for a in pair.agreements
                },
            }
            for pair in found.pairs
        ],
        "agreement": {name: _share(found, name) for name in NAMES},
        "only_theirs": [{"theirs": row.id, "line": row.line} for row in found.theirs],
        "only_ours": [incident.id for incident in found.ours],
        "outside": found.outside,
    }


def compared_rows(found: Compared) -> Iterator[list[Cell]]:
    """A row a field of each pair, then one for each that has no counterpart, under ``CSV_COLUMNS``."""
    for pair in found.pairs:
        for each in pair.agreements:
            same = "" if each.same is None else str(each.same).lower()
            head: list[Cell] = ["both", pair.row.id, pair.row.line, pair.incident.id]
            yield [*head, each.field, each.theirs, each.ours, same]
    for row in found.theirs:
        yield ["theirs", row.id, row.line, None, None, None, None, None]
    for incident in found.ours:
        yield ["ours", None, None, incident.id, None, None, None, None]


def _share(found: Compared, name: str) -> dict[str, int]:
    told: list[Agreement] = [a for pair in found.pairs for a in pair.agreements if a.field == name]
    known = [a.same for a in told if a.same is not None]
    return {"same": sum(known), "of": len(known)}


def _rest(label: str, names: list[str]) -> Iterator[RenderableType]:
    yield Text(f"\n{len(names)} {label}", "bold")
    for name in names[:SHOWN]:
        yield Text(clean(f"  {name}"))
    if len(names) > SHOWN:
        yield Text(f"  and {len(names) - SHOWN:,} more: --json and --csv list them all", "dim")


def _their(row: Row) -> str:
    where = row.place.name if row.place else row.country or "unknown"
    return f"{row.id}  {row.first}  {row.type}, {where}"


def _our(incident: Incident) -> str:
    where = incident.place.name if incident.place else "unknown"
    return f"{incident.id}  {short_when(incident.when)}  {incident.type.name}, {where}"


def _table(first: str, *columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column(first, no_wrap=True)
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table
