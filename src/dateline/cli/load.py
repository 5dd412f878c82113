"""`dateline load`: partitions that reading wrote, taken into a ledger."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.add import tell_added
from dateline.cli.ledger import ledger_option, opened
from dateline.cli.reading import QUARANTINED_EXIT, reading_options
from dateline.settings import Settings


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@reading_options
@ledger_option
def load(folder: Path, settings: Settings, ledger: str) -> None:
    """Take the partitions of `dateline read --partitions` into a ledger, and link all that it holds.

    Nothing is read again. What the ledger has already is passed over, so that a load that was stopped can be
    given again.
    """
    from dateline import landing  # here, because linking takes its time to import

    with opened(ledger, create=True) as store:
        added = landing.load(folder, store, settings)
    tell_added(added)
    if added.quarantined:
        raise click.exceptions.Exit(QUARANTINED_EXIT)
