"""`dateline verify`: is everything still what was received, and does it still follow from it?"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from dateline.cli.ledger import ledger_option, opened, print_findings
from dateline.cli.reading import codebook_option
from dateline.cli.screen import progress_bar
from dateline.exchange.manifest import read_manifest
from dateline.settings import Settings


@click.command()
@ledger_option
@click.option(
    "--against",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="MANIFEST",
    help="A file by `dateline manifest`: the ledger must be what it was then, or have grown out of it.",
)
@codebook_option
def verify(ledger: str, against: Path | None, codebook: Path | None) -> None:
    """Re-read every raw copy, re-slice every span, and check the audit chain.

    Each report is made again from its raw copy and must be the one that is kept. Exit code 1 if anything
    is wrong; standard output names it.
    """
    from dateline.keeping import verifying, witness  # here, because the pipeline takes its time to import

    vouched = read_manifest(against) if against else None
    with opened(ledger, create=False) as store, progress_bar("verifying") as progress:
        found = verifying.verify(store, Settings(codebook=codebook), progress)
        more = witness.against(store, vouched) if vouched else ()
        print_findings(chain(found, more), "verified")
