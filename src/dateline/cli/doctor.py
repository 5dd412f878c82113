"""`dateline doctor`: does the ledger hold to what is always true of one?"""

from __future__ import annotations

import click

from dateline.cli.ledger import ledger_option, opened, print_findings


@click.command()
@ledger_option
def doctor(ledger: str) -> None:
    """Check the stored records and tables of a ledger against every invariant.

    Exit code 1 if any is broken; standard output names the record and what is wrong with it.
    """
    from dateline.keeping import examining  # here, because the pipeline takes its time to import

    with opened(ledger, create=False) as store:
        print_findings(examining.examine(store), "sound")
