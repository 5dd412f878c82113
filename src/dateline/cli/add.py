"""`dateline add`: reports into a ledger that is kept."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dateline.cli.ledger import ledger_option, opened, tell_judgements
from dateline.cli.reading import QUARANTINED_EXIT, reading_arguments, screen_option
from dateline.cli.screen import tally_bar, tell
from dateline.cli.view.changes import change_words, counted
from dateline.settings import Settings
from dateline.wording.words import short_day

if TYPE_CHECKING:
    from dateline.pipeline import Added


@click.command()
@reading_arguments
@screen_option("crawls")
@ledger_option
def add(paths: tuple[str, ...], settings: Settings, ledger: str) -> None:
    """Read reports into a ledger and link them with all that it holds.

    PATH is as for `dateline read`. What the ledger has already is passed over; an interrupted call loses
    nothing that was kept, and goes on when it is given again.
    """
    from dateline import pipeline  # here, because the model takes seconds to import

    with opened(ledger, create=True) as store, tally_bar("adding") as progress:
        added = pipeline.add(paths, store, settings, stdin=sys.stdin.buffer, progress=progress)
    for each in added.quarantined:
        tell(f"{each.path}: {each.reason}")
    for removal in added.removed:
        tell(
            f"{removal.report} was removed by {removal.by} on {short_day(removal.at)} and stays out: "
            f"{removal.why} (`dateline remove {removal.report} --undo` brings it back)"
        )
    tell(_changed(added))
    if added.outdated:
        tell(
            f"{counted(added.outdated, 'report')} of this ledger were read by another version or codebook: "
            "`dateline reread` reads them again"
        )
    tell_judgements(added.settled.judgements)
    if added.quarantined:
        raise click.exceptions.Exit(QUARANTINED_EXIT)


def _changed(added: Added) -> str:
    parts = [f"{counted(added.reports, 'report')} added"]
    if added.known:
        parts.append(f"{added.known:,} known already")
    if added.screened:
        parts.append(f"{added.screened:,} screened out")
    if added.removed:
        parts.append(f"{len(added.removed):,} removed before")
    if added.quarantined:
        parts.append(f"{counted(len(added.quarantined), 'input')} not read")
    return f"{', '.join(parts)}; {change_words(added.settled.incidents)}"
