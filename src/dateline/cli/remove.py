"""`dateline remove`: a report out of the ledger's account, and back."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.ledger import decision_options, ledger_option, opened, tell_decided
from dateline.cli.reading import codebook_option
from dateline.settings import Settings


@click.command()
@click.argument("report")
@decision_options
@click.option("--undo", is_flag=True, help="Bring a removed report back, as it was read.")
@ledger_option
@codebook_option
def remove(report: str, by: str, why: str, undo: bool, ledger: str, codebook: Path | None) -> None:
    """Take a report out of a ledger, and link the rest again without it.

    REPORT is its id. Nothing is deleted: its raw copy and all that was read in it are kept, superseded by
    the removal. Adding the same bytes again does not bring it back; --undo does.
    """
    from dateline.keeping import judging  # here, because the pipeline takes its time to import

    decide = judging.restore if undo else judging.remove
    with opened(ledger, create=False) as store:
        tell_decided(decide(store, Settings(codebook=codebook), report, (by, why)))
