"""`dateline export`: a ledger that is kept, in the formats that others read."""

from __future__ import annotations

import click

from dateline.cli.ledger import ledger_option, opened
from dateline.cli.read import print_json


@click.command()
@ledger_option
@click.option("--json", "_as_json", is_flag=True, help="As JSON (`dateline schema`), which is the default.")
@click.option("--mentions", is_flag=True, help="List every time, place, actor and count read, too.")
def export(ledger: str, _as_json: bool, mentions: bool) -> None:
    """Print all that a ledger holds, as `dateline read --json` would print the same reports."""
    with opened(ledger, create=False) as store:
        kept = store.export()
    print_json(kept, mentions=mentions)
