"""The table of an incident's fields: value or range, status, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.view.lookup import Lookup
from dateline.cli.view.words import (
    MODALITY_WORDS,
    clean,
    place_words,
    source_words,
    summary_words,
    value_words,
)
from dateline.model import COUNTS, Claim, Field, FieldSummary, Incident, Status

SOURCES_NAMED = 4
"""Sources named for one value; the rest are counted."""

STATUS_STYLES: Mapping[Status, str] = {
    "single": "",
    "agreed": "green",
    "revised": "cyan",
    "disputed": "bold red",
    "denied": "magenta",
}


def fields_table(incident: Incident, lookup: Lookup) -> Iterator[RenderableType]:
    """A row a field, and under it a row for each value where its claims do not all say the same."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("field", no_wrap=True)
    table.add_column("value", overflow="fold", ratio=3, min_width=16)
    table.add_column("status", no_wrap=True)
    table.add_column("who says so", overflow="fold", ratio=4)
    for name, summary in sorted(incident.fields, key=lambda each: _rank(each[0])):
        _add_field(table, name, summary, (incident, lookup))
    yield Padding(table, (0, 0, 1, 2))


def _rank(field: Field) -> tuple[bool, int]:
    """Counts first, then the rest, each in the contract's order."""
    return field not in COUNTS, get_args(Field).index(field)


def _add_field(table: Table, name: Field, summary: FieldSummary, at: tuple[Incident, Lookup]) -> None:
    incident, lookup = at
    values: dict[str, list[Claim]] = {}
    claims = [lookup.claims[claim] for claim in summary.claims]
    for claim in sorted(claims, key=lambda each: str(lookup.reports[each.report].published)):
        values.setdefault(_told(claim, incident, lookup), []).append(claim)
    status = Text(summary.status, STATUS_STYLES[summary.status])
    if len(values) == 1:
        table.add_row(Text(name, "bold"), *values, status, _who(claims))
        return
    table.add_row(Text(name, "bold"), summary_words(summary), status, Text(clean(summary.why), "italic"))
    for told, same in values.items():
        table.add_row("", f"- {told}", "", _who(same))


def _told(claim: Claim, incident: Incident, lookup: Lookup) -> str:
    """The value, with the part of the whole that it is about."""
    told = value_words(claim.value, lookup.countries)
    if claim.field not in COUNTS:
        return told
    if claim.group:
        told = f"{told} {clean(claim.group)}"
    if claim.place and incident.place and claim.place.name != incident.place.name:
        told = f"{told}, {place_words(claim.place, {}).split(',')[0]}"
    return told


def _who(claims: list[Claim]) -> str:
    named = list(dict.fromkeys(_voice(claim) for claim in claims))
    left = len(named) - SOURCES_NAMED
    return "; ".join([*named[:SOURCES_NAMED], f"and {left} more"] if left > 0 else named)


def _voice(claim: Claim) -> str:
    how = MODALITY_WORDS[claim.modality]
    return f"{source_words(claim.source)} ({how})" if how else source_words(claim.source)
