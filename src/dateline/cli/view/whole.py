"""One incident with all that bears on it, for `dateline show`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.view import incident as view
from dateline.cli.view.fields import fields_table, status_words
from dateline.cli.view.voices import count_voices
from dateline.model import COUNTS, Field, Incident, Report
from dateline.wording.lookup import Lookup
from dateline.wording.said import rank
from dateline.wording.words import clean, number_or_dash, short_day

OTHERS: frozenset[Field] = frozenset(get_args(Field)) - COUNTS


def whole_incident(incident: Incident, lookup: Lookup, width: int) -> Iterator[RenderableType]:
    """Head, counts, who says what of each, the other fields, sums, relations and reports.

    Args:
        incident: the one to show.
        lookup: its readings and the incidents it is related to, indexed.
        width: columns of the screen, to cut sentences to; 0 shows them whole.
    """
    yield from view.head(incident, None, lookup)
    counts = sorted((name for name, _ in incident.fields if name in COUNTS), key=rank)
    if counts:
        yield Text("Figures", "bold")
        yield Padding(_figures(incident, counts), (0, 0, 1, 2))
        yield Text("Who says so", "bold")
        for name in counts:
            yield from (Padding(each, (0, 0, 0, 2)) for each in count_voices(name, incident, lookup, width))
    if any(name in OTHERS for name, _ in incident.fields):
        yield Text("Besides figures", "bold")
        yield from fields_table(incident, lookup, OTHERS)
    yield from view.differences(incident.differences)
    yield from view.checks(incident.checks)
    yield from view.relations(incident.relations, lookup)
    yield Text("Reports", "bold")
    yield Padding(_reports([lookup.reports[report] for report in incident.reports]), (0, 0, 1, 2))


def _figures(incident: Incident, counts: Sequence[Field]) -> Table:
    """Low, best and high of each count; an open end is a dash."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("field", no_wrap=True)
    for column in ("low", "best", "high"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("status", no_wrap=True)
    for name, summary in sorted(incident.fields, key=lambda each: rank(each[0])):
        if name in counts:
            numbers = map(number_or_dash, (summary.low, summary.best, summary.high))
            table.add_row(Text(name, "bold"), *numbers, status_words(summary))
    return table


def _reports(reports: Sequence[Report]) -> Table:
    """By day of publication; a copy names the first report that carries the same text."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for column in ("published", "publisher"):
        table.add_column(column, overflow="fold", min_width=9)
    table.add_column("title", overflow="fold")
    table.add_column("id", no_wrap=True, style="dim")
    ordered = sorted(reports, key=lambda each: (each.published is None, str(each.published), each.key))
    firsts: dict[str, Report] = {}
    for report in ordered:
        first = firsts.setdefault(report.copy_group, report)
        title = Text(clean(report.title or report.key))
        if first is not report:
            title.append(f"\nsame text as {clean(first.publisher or first.key)}: one voice", "italic")
        day = short_day(report.published) if report.published else "unknown"
        table.add_row(day, clean(report.publisher or "unknown"), title, report.id)
    return table
