"""`dateline verify`: is everything still what was received, and does it still follow from it?"""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.ledger import ledger_option, opened, print_findings
from dateline.cli.reading import codebook_option
from dateline.cli.screen import progress_bar
from dateline.settings import Settings


@click.command()
@ledger_option
@codebook_option
def verify(ledger: str, codebook: Path | None) -> None:
    """Re-read every raw copy, re-slice every span, and check the audit chain.

    Each report is made again from its raw copy and must be the one that is kept. Exit code 1 if anything
    is wrong; standard output names it.
    """
    from dateline.keeping import verifying  # here, because the pipeline takes its time to import

    with opened(ledger, create=False) as store, progress_bar("verifying") as progress:
        print_findings(verifying.verify(store, Settings(codebook=codebook), progress), "verified")
