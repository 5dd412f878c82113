"""Why a claim was made: the words it rests on, and the rule."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.view.claims import value_told
from dateline.cli.view.marks import MARKS, marked_lines
from dateline.model import Claim, Span
from dateline.wording.lookup import Lookup
from dateline.wording.words import clean, report_words, source_words

INDENT = 2


def claim_explained(claim: Claim, lookup: Lookup, width: int) -> Iterator[RenderableType]:
    """The claim in a line, its sentence with the words marked, what the marks mean, and the rule."""
    report = lookup.reports[claim.report]
    parts = {mark.name: getattr(claim.spans, mark.name) for mark in MARKS}
    spans: dict[str, Span] = {name: span for name, span in parts.items() if span}
    told = value_told(claim, lookup.countries)
    who = f"{source_words(claim.source)}, {claim.modality}"
    yield Text.assemble((claim.field, "bold"), f" {told}: {who}")
    yield Text(f"{report_words(report)} ({clean(report.path)})\n", "dim")
    for line in marked_lines(report.text, claim.span, spans, width - INDENT):
        yield Padding(line, (0, 0, 0, INDENT))
    yield Padding(_legend(claim, spans, report.text), (1, 0, 1, INDENT))
    yield _rule(claim.rule)


def _legend(claim: Claim, spans: dict[str, Span], text: str) -> Table:
    grid = Table.grid(padding=(0, 2))
    for mark in MARKS:
        span = spans.get(mark.name)
        if not span:
            grid.add_row(mark.name, "", Text("no words of its own", "dim"))
        elif claim.span.contains(span):
            grid.add_row(mark.name, Text(mark.sign * 3, "dim"), Text(clean(span.of(text)), mark.style))
        else:
            words = Text.assemble((clean(span.of(text)), mark.style), (" (elsewhere in the report)", "dim"))
            grid.add_row(mark.name, "", words)
    return grid


def _rule(rule_id: str) -> RenderableType:
    from dateline.reading import ALL_RULES  # here, because the model takes seconds to import

    rule = {rule.id: rule for rule in ALL_RULES}[rule_id]
    grid = Table.grid(padding=(0, 2))
    grid.add_row("rule", Text(rule.id, "bold"))
    grid.add_row("reason", rule.reason)
    grid.add_row("example", rule.example)
    grid.add_row("reads", rule.reads)
    return Padding(grid, (0, 0, 0, INDENT))
