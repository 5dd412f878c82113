"""Each claim under the sentence it stands in, with the id to explain it by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.model import Claim, Report, Span
from dateline.wording.lookup import Lookup
from dateline.wording.said import judged_words, voice_told
from dateline.wording.words import Countries, blanked, clean, report_words, value_words, voice_words


def claims(made: Sequence[Claim], lookup: Lookup) -> Iterator[RenderableType]:
    """Every sentence once, with its publisher, and a row for each claim made of it."""
    ordered = sorted(made, key=lambda claim: _order(claim, lookup.reports[claim.report]))
    for _, same in groupby(ordered, key=lambda claim: (claim.report, claim.span)):
        of_sentence = list(same)
        report = lookup.reports[of_sentence[0].report]
        yield Padding(Text(report_words(report), "dim"), (0, 0, 0, 2))
        yield Padding(_sentence(of_sentence), (0, 0, 0, 2))
        grid = Table.grid(padding=(0, 2))
        for width in (11, 12, 14):
            grid.add_column(min_width=width, overflow="fold")
        grid.add_column(no_wrap=True, style="dim")
        for claim in of_sentence:
            who = voice_words(claim.source, claim.modality)
            grid.add_row(Text(claim.field, "bold"), value_told(claim, lookup.countries), who, claim.id)
            if note := judged_words(claim, lookup):
                why = clean(lookup.judged[claim.id].why)
                grid.add_row("", Text(f"{note}: {why}", "italic"))
        yield Padding(grid, (0, 0, 1, 4))


def rejected(made: Sequence[Claim], lookup: Lookup) -> Iterator[RenderableType]:
    """What people said does not count: a row a claim, with who said so and why."""
    if not made:
        return
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for claim in sorted(made, key=lambda each: _order(each, lookup.reports[each.report])):
        voice = voice_told(claim, lookup)
        told = f"{value_told(claim, lookup.countries)}: {voice}: {clean(lookup.judged[claim.id].why)}"
        grid.add_row(Text(claim.field, "bold"), Text(told).append(f"  {claim.id}", "dim"))
    yield Text("Rejected, and not counted", "bold")
    yield Padding(grid, (0, 0, 1, 2))


def value_told(claim: Claim, countries: Countries) -> str:
    """The value, and the part of the whole that it is about."""
    told = value_words(claim.value, countries)
    return f"{told}, {clean(claim.group)}" if claim.group else told


def _order(claim: Claim, report: Report) -> tuple[str, str, Span, Span, str]:
    return str(report.published), report.id, claim.span, claim.spans.value or claim.span, claim.id


def _sentence(made: Sequence[Claim]) -> Text:
    """The sentence with the words of the values standing out."""
    span = made[0].span
    words = Text(blanked(made[0].quote))
    for claim in made:
        value = claim.spans.value
        if value and span.contains(value):
            words.stylize("bold underline", value.start - span.start, value.end - span.start)
    return words
