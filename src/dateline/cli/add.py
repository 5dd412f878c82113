"""`dateline add`: reports into a ledger that is kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.ledger import ledger_option, opened
from dateline.cli.reading import QUARANTINED_EXIT, reading_arguments
from dateline.cli.screen import progress_bar, tell
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.pipeline import Added


@click.command()
@reading_arguments
@ledger_option
def add(paths: tuple[str, ...], codebook: Path | None, workers: int, ledger: str) -> None:
    """Read reports into a ledger and link them with all that it holds.

    PATH is as for `dateline read`. What the ledger has already is passed over; an interrupted call loses
    nothing that was kept, and goes on when it is given again.
    """
    from dateline import pipeline  # here, because the model takes seconds to import

    settings = Settings(codebook=codebook, workers=workers)
    with opened(ledger, create=True) as store, progress_bar("adding") as progress:
        added = pipeline.add(paths, store, settings, stdin=sys.stdin.buffer, progress=progress)
    for each in added.quarantined:
        tell(f"{each.path}: {each.reason}")
    tell(_changed(added))
    if added.quarantined:
        raise click.exceptions.Exit(QUARANTINED_EXIT)


def _changed(added: Added) -> str:
    refused = len(added.quarantined)
    parts = [f"{added.reports:,} report{'' if added.reports == 1 else 's'} added"]
    if added.known:
        parts.append(f"{added.known:,} known already")
    if refused:
        parts.append(f"{refused:,} input{'' if refused == 1 else 's'} not read")
    change = added.incidents
    told = ((change.new, "new"), (change.changed, "changed"), (change.gone, "merged or split"))
    moved = ", ".join(f"{count:,} {word}" for count, word in told if count)
    return f"{', '.join(parts)}; incidents: {moved or 'no change'}"
