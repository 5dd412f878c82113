"""`dateline manifest`: the hashes of all that a ledger holds, for others to check it by."""

from __future__ import annotations

import click

from dateline.cli.ledger import ledger_option, opened
from dateline.cli.output import utf8_stdout


@click.command()
@ledger_option
def manifest(ledger: str) -> None:
    """Print the hashes of all that a ledger holds, for others to hold it against later.

    Sign or timestamp what is printed with a tool that those trust who are to check it; `dateline verify
    --against MANIFEST` holds a ledger against it.
    """
    from dateline.exchange.manifest import write_manifest
    from dateline.keeping.witness import manifest_of  # here, because the pipeline takes its time to import

    with opened(ledger, create=False) as store, utf8_stdout() as out:
        write_manifest(manifest_of(store), out)
