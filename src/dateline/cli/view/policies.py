"""An incident's dead as coding projects would put them, and what each rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.view.claims import value_told
from dateline.model import Claim, Policy, PolicyFigures, Share
from dateline.wording.lookup import Lookup
from dateline.wording.words import clean, number_or_dash, short_day, voice_words

NAMES: Mapping[Policy, str] = {"ucdp": "UCDP", "acled": "ACLED", "airwars": "Airwars"}


def policies(found: Sequence[PolicyFigures], lookup: Lookup) -> Iterator[RenderableType]:
    """The figures side by side; then why each is so, and its claims."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("killed, by", no_wrap=True)
    for column in ("low", "best", "high"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("grade", no_wrap=True)
    table.add_column("of whom", overflow="fold")
    for each in found:
        numbers = map(number_or_dash, (each.low, each.best, each.high))
        whom = "; ".join(map(_share, each.shares))
        table.add_row(Text(NAMES[each.policy], "bold"), *numbers, each.grade or "", whom)
    yield Text("Policies", "bold")
    yield Padding(table, (0, 0, 1, 2))
    for each in found:
        yield Padding(Text.assemble((NAMES[each.policy], "bold"), f": {clean(each.why)}"), (0, 0, 0, 2))
        held = dict.fromkeys((*each.claims, *(claim for share in each.shares for claim in share.claims)))
        yield Padding(_claims([lookup.claims[claim] for claim in held], lookup), (0, 0, 1, 4))


def _share(share: Share) -> str:
    told = f"{share.low:,}" if share.low == share.high else f"{share.low:,} to {share.high:,}"
    return f"{told} {share.whose}"


def _claims(claims: Sequence[Claim], lookup: Lookup) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_column(overflow="fold")
    grid.add_column(style="dim", no_wrap=True)
    for claim in sorted(claims, key=lookup.published):
        day = lookup.reports[claim.report].published
        who = voice_words(claim.source, claim.modality)
        told = value_told(claim, lookup.countries)
        grid.add_row(short_day(day) if day else "undated", told, who, claim.id)
    return grid
