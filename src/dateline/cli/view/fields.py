"""The table of an incident's fields: value or range, status, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.model import COUNTS, Claim, Field, FieldSummary, Incident, Status
from dateline.wording.lookup import Lookup
from dateline.wording.said import rank, value_within, voice_told
from dateline.wording.words import (
    capped,
    clean,
    short_day,
    summary_words,
)

SOURCES_NAMED = 3
"""Sources named for one value; the rest are counted."""

VALUES_SHOWN = 4
"""Values shown of a field that is no count; the rest are counted."""

STATUS_STYLES: Mapping[Status, str] = {
    "single": "",
    "agreed": "green",
    "revised": "cyan",
    "disputed": "bold red",
    "denied": "magenta",
}

Values = Mapping[str, Sequence[Claim]]
"""The claims that say the same, by what they say."""


def fields_table(
    incident: Incident, lookup: Lookup, only: frozenset[Field] = frozenset(get_args(Field))
) -> Iterator[RenderableType]:
    """A row a field, and under it a row for each value where its claims do not all say the same."""
    fields = [each for each in incident.fields if each[0] in only]
    if not fields:
        return
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("field", no_wrap=True)
    table.add_column("value", overflow="fold", min_width=14)
    table.add_column("status", no_wrap=True)
    table.add_column("who says so", overflow="fold")
    for name, summary in sorted(fields, key=lambda each: rank(each[0])):
        values = _values(incident, summary, lookup)
        if any(lookup.claims[claim].field != name for claim in summary.claims):
            reason = Text(clean(summary.why), "italic")
            table.add_row(Text(name, "bold"), summary_words(summary), status_words(summary), reason)
        elif len(values) == 1:
            table.add_row(
                Text(name, "bold"),
                *values,
                status_words(summary),
                *(_who(each, lookup) for each in values.values()),
            )
        elif name in COUNTS:
            _add_count(table, name, (summary, values), lookup)
        else:
            _add_plain(table, name, (summary, values), lookup)
    yield Padding(table, (0, 0, 1, 2))


def _values(incident: Incident, summary: FieldSummary, lookup: Lookup) -> Values:
    """What is said, by day of publication."""
    values: dict[str, list[Claim]] = {}
    for claim in sorted((lookup.claims[claim] for claim in summary.claims), key=lookup.published):
        values.setdefault(value_within(claim, incident, lookup), []).append(claim)
    return values


def _add_count(table: Table, name: Field, held: tuple[FieldSummary, Values], lookup: Lookup) -> None:
    """The range with the reason of its status, then each figure with the day it was first published."""
    summary, values = held
    reason = Text(clean(summary.why.partition(": ")[0]), "italic")
    table.add_row(Text(name, "bold"), Text(summary_words(summary), "bold"), status_words(summary), reason)
    for told, claims in values.items():
        day = lookup.reports[claims[0].report].published
        table.add_row("", f"- {told}", Text(short_day(day) if day else "", "dim"), _who(claims, lookup))


def _add_plain(table: Table, name: Field, held: tuple[FieldSummary, Values], lookup: Lookup) -> None:
    """A row for each of the values most claimed."""
    summary, values = held
    most = sorted(values.items(), key=lambda each: -len(each[1]))
    for n, (told, claims) in enumerate(most[:VALUES_SHOWN]):
        first = (Text(name, "bold"), told, status_words(summary)) if n == 0 else ("", told, "")
        table.add_row(*first, _who(claims, lookup))
    if len(most) > VALUES_SHOWN:
        table.add_row("", Text(f"and {len(most) - VALUES_SHOWN} more", "dim"), "", "")


def status_words(summary: FieldSummary) -> Text:
    """The status in its colour."""
    return Text(summary.status, STATUS_STYLES[summary.status])


def _who(claims: Sequence[Claim], lookup: Lookup) -> str:
    voices = [voice_told(claim, lookup) for claim in claims]
    return "; ".join(capped(voices, SOURCES_NAMED))
