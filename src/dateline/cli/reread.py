"""`dateline reread`: a ledger read again by this version and codebook."""

from __future__ import annotations

import click

from dateline.cli.ledger import ledger_option, opened, tell_judgements
from dateline.cli.reading import QUARANTINED_EXIT, reading_options
from dateline.cli.screen import progress_bar, tell
from dateline.cli.view.changes import change_words, counted
from dateline.settings import Settings


@click.command()
@ledger_option
@reading_options
def reread(ledger: str, settings: Settings) -> None:
    """Read again what another version of Dateline or another codebook read, and link all again.

    The new readings supersede the old ones; judgements stay with their events. A report that cannot be
    read now keeps its old reading. An interrupted call goes on when it is given again.
    """
    from dateline.keeping import rereading  # here, because the model takes seconds to import

    with opened(ledger, create=False) as store, progress_bar("reading again") as progress:
        done = rereading.reread(store, settings, progress)
    for each in done.quarantined:
        tell(f"{each.path}: {each.reason}")
    kept = f", {counted(len(done.quarantined), 'old reading')} kept" if done.quarantined else ""
    tell(f"{counted(done.reports, 'report')} read again{kept}; {change_words(done.settled.incidents)}")
    tell_judgements(done.settled.judgements)
    if done.quarantined:
        raise click.exceptions.Exit(QUARANTINED_EXIT)
