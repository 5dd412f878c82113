"""One field of an incident over time: a line a voice and day, with its range on a common scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.cli.view import plot
from dateline.cli.view.fields import status_words
from dateline.cli.view.incident import title
from dateline.cli.view.voices import FIGURE
from dateline.exchange.cells import Cell
from dateline.model import Claim, Field, Incident, Number
from dateline.wording.lookup import Lookup
from dateline.wording.said import Said, said
from dateline.wording.words import (
    clean,
    short_day,
    short_when,
    source_words,
    summary_words,
    value_words,
)

BAR = 30
"""Widest a range is drawn."""

CSV_COLUMNS = (
    *("published", "publisher", "field", "low", "high", "value", "qualifier", "group"),
    *("source", "source_kind", "source_named", "own_voice", "via", "modality"),
    *("start", "end", "place", "quote", "incident", "claim", "report", "copy_group"),
    *("judged", "judged_by", "value_as_read"),
)


def timeline(name: Field, incident: Incident, lookup: Lookup, width: int) -> Iterator[RenderableType]:
    """Who said what of a field and when it was published.

    Args:
        name: a field that the incident has.
        incident: whose field it is.
        lookup: has its claims and reports.
        width: columns of the screen.
    """
    summary = dict(incident.fields)[name]
    told = said(incident, summary, lookup, daily=True)
    yield Rule(Text(title(incident), "bold"), align="left", style="dim")
    range_ = f"  {summary_words(summary)}  " if summary_words(summary) else "  "
    yield Text.assemble("  ", (name, "bold"), range_).append_text(status_words(summary))
    yield Text("")
    yield Padding(_table(told, incident, lookup, width), (0, 0, 1, 2))
    if _scale(told):
        yield Text(f"  {plot.LEGEND}", "dim")


def csv_row(claim: Claim, incident: Incident, lookup: Lookup) -> list[Cell]:
    """One claim as it counts, under ``CSV_COLUMNS``."""
    report, judgement = lookup.reports[claim.report], lookup.judged.get(claim.id)
    read = lookup.as_read.get(claim.id)
    value, when, source = claim.value, claim.when, claim.source
    counted = value if isinstance(value, Number) else None
    return [
        *(report.published.isoformat() if report.published else None, report.publisher, claim.field),
        *((counted.low, counted.high) if counted else (None, None)),
        *(value_words(value, {}), counted.qualifier if counted else None, claim.group),
        *(source.name, source.kind, str(source.named).lower(), str(source.publisher).lower()),
        *(", via ".join(source_words(link) for link in source.via) or None, claim.modality),
        when.start.isoformat() if when and when.start else None,
        when.end.isoformat() if when and when.end else None,
        claim.place.name if claim.place else None,
        clean(claim.quote),
        *(incident.id, claim.id, report.id, report.copy_group),
        *((judgement.verdict, judgement.by) if judgement else (None, None)),
        value_words(read.value, {}) if read else None,
    ]


def _table(told: Sequence[Said], incident: Incident, lookup: Lookup, width: int) -> Table:
    top = _scale(told)
    length = min(BAR, max(12, width // 4))
    dated = any(_own_days(each, incident) for each in told)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("published", no_wrap=True)
    table.add_column("value", overflow="fold", max_width=FIGURE)
    if top:
        table.add_column(f"0{top:>{length - 1},}", no_wrap=True, width=length)
    table.add_column("who says so", overflow="fold")
    if dated:
        table.add_column("as of", overflow="fold")
    for each in told:
        cells: list[str | Text] = [short_day(each.day) if each.day else "undated", each.told]
        if top:
            cells.append(_bar(each, top, length))
        cells.append(Text(each.who).append(_carriers(each, lookup), "dim"))
        if dated:
            cells.append(_own_days(each, incident))
        table.add_row(*cells)
    return table


def _scale(told: Sequence[Said]) -> int:
    """The end of the common scale; 0 where there is nothing to draw."""
    return max((each.top for one in told if (each := _range(one))), default=0)


def _range(told: Said) -> plot.Range | None:
    value = told.claims[0].value
    return plot.Range(told.day, value.low, value.high) if isinstance(value, Number) else None


def _bar(told: Said, top: int, length: int) -> str:
    drawn = _range(told)
    rejected = told.claims[0].modality in ("denied", "negated")
    return plot.bar(drawn, top, length, rejected=rejected) if drawn else ""


def _own_days(told: Said, incident: Incident) -> str:
    """The days that the claim itself speaks of, where they are others than the incident's."""
    when = told.claims[0].when
    if when is None or not when.resolved or (incident.when and when.overlaps(incident.when)):
        return ""
    return short_when(when)


def _carriers(told: Said, lookup: Lookup) -> str:
    """The reports that carry it, unless the voice is their own."""
    if told.claims[0].source.publisher and len({claim.report for claim in told.claims}) == 1:
        return ""
    reports = [lookup.reports[claim.report] for claim in told.claims]
    return f"\nin {clean('; '.join(dict.fromkeys(each.publisher or each.key for each in reports)))}"
