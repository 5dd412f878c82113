"""Who says what of one count: a line a voice, with its figure, its day and its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.view import plot
from dateline.cli.view.fields import STATUS_STYLES
from dateline.model import Claim, Field, Incident, Span
from dateline.wording.lookup import Lookup
from dateline.wording.said import Said, said
from dateline.wording.words import blanked, clean, short_day, summary_words

FIGURE = 22
"""Widest a figure is, with what it is about, before it is wrapped."""

PLOT = 60
"""Widest a series is drawn."""


def count_voices(name: Field, incident: Incident, lookup: Lookup, width: int) -> Iterator[RenderableType]:
    """One count: its range and status, why, every voice, and the series where it moved.

    Args:
        name: a field that the incident has.
        incident: whose field it is.
        lookup: has its claims and reports.
        width: columns of the screen; sentences are cut to it, or whole where it is 0.
    """
    summary = dict(incident.fields)[name]
    head = Text.assemble((name, "bold"), f"  {summary_words(summary)}  ")
    yield head.append(summary.status, STATUS_STYLES[summary.status])
    yield Padding(Text(clean(summary.why), "italic"), (0, 0, 0, 2))
    own = [each for each in said(incident, summary, lookup) if each.claims[0].field == name]
    if own:
        yield Padding(_voices(own, lookup, width), (0, 0, 0, 2))
    if summary.status in ("revised", "disputed"):
        points = [
            plot.Range(point.date, point.low, point.high)
            for point in summary.series
            if point.low is not None or point.high is not None
        ]
        lines = plot.series(points, min(PLOT, (width or PLOT) - 4))
        if lines:
            yield Padding(Text("\n".join(lines), no_wrap=True), (1, 0, 0, 2))
    yield Text("")


def _voices(told: Sequence[Said], lookup: Lookup, width: int) -> Table:
    grid = Table.grid(padding=(0, 2))
    widest = min(FIGURE, max(cell_len(each.told) for each in told))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold", width=widest)
    grid.add_column(overflow="fold")
    room = width and width - 2 - len("30 Dec 2000") - 2 - widest - 2
    for each in told:
        reports = len({claim.report for claim in each.claims})
        words = Text(each.who).append(f" (in {reports} reports)" if reports > 1 else "", "dim").append("\n")
        words.append_text(excerpt(each.claims[0], room))
        grid.add_row(short_day(each.day) if each.day else "undated", each.told, words)
    return grid


def excerpt(claim: Claim, width: int) -> Text:
    """The claim's sentence with its value standing out, cut around it to ``width``; whole where that is 0."""
    quote, value = blanked(claim.quote), claim.spans.value
    at = (0, 0)
    if value and claim.span.contains(value):
        at = (value.start - claim.span.start, value.end - claim.span.start)
    start, end = _window(quote, Span(*at) if at[1] else None, width - 4) if width else (0, len(quote))
    before, after = "…" if start else "“", "…" if end < len(quote) else "”"
    words = Text(f"{before}{quote[start:end]}{after}", "dim")
    if start <= at[0] < at[1] <= end:
        words.stylize("not dim bold", at[0] - start + 1, at[1] - start + 1)
    return words


def _window(quote: str, value: Span | None, width: int) -> tuple[int, int]:
    """The stretch of at most ``width`` letters to show: whole words, the value in the middle."""
    if len(quote) <= width:
        return 0, len(quote)
    middle = (value.start + value.end) // 2 if value else 0
    start = max(0, min(middle - width // 2, len(quote) - width))
    end = start + width
    if start:
        start = quote.find(" ", start, value.start if value else end) + 1 or start
    if end < len(quote):
        end = max(quote.rfind(" ", value.end if value else start, end), value.end if value else start + 1)
    return start, end
