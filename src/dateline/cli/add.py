"""`dateline add`: reports into a ledger that is kept."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.ledger import ledger_option, opened, tell_judgements
from dateline.cli.reading import QUARANTINED_EXIT, reading_arguments, screen_option
from dateline.cli.screen import tally_bar, tell
from dateline.cli.view.changes import change_words, counted
from dateline.model import Quarantined
from dateline.settings import Settings
from dateline.wording.words import short_day

if TYPE_CHECKING:
    from dateline.pipeline import Added


IN_MEMORY = "sqlite://"


@click.command()
@reading_arguments
@screen_option("crawls")
@click.option("--dry-run", is_flag=True, help="Say what would be added; read and write nothing.")
@ledger_option
def add(paths: tuple[str, ...], settings: Settings, ledger: str, dry_run: bool) -> None:
    """Read reports into a ledger and link them with all that it holds.

    PATH is as for `dateline read`. What the ledger has already is passed over; an interrupted call loses
    nothing that was kept, and goes on where it was when it is given again.
    """
    if dry_run:
        _look(paths, settings, ledger)
        return
    from dateline import pipeline  # here, because the model takes seconds to import

    with opened(ledger, create=True) as store, tally_bar("adding") as progress:
        added = pipeline.add(paths, store, settings, stdin=sys.stdin.buffer, progress=progress)
    tell_added(added)
    if added.quarantined:
        raise click.exceptions.Exit(QUARANTINED_EXIT)


def _look(paths: tuple[str, ...], settings: Settings, ledger: str) -> None:
    """Say what would be added to a ledger, which need not be there."""
    from dateline import pipeline

    there = "://" in ledger or Path(ledger).exists()
    with opened(ledger if there else IN_MEMORY, create=not there) as store, tally_bar("looking") as progress:
        looked = pipeline.look(paths, store, settings, stdin=sys.stdin.buffer, progress=progress)
    _tell_quarantined(looked.quarantined)
    parts = [f"{counted(looked.tally.read, 'report')} would be read"]
    parts += _passed_over(looked.tally.known, looked.tally.screened)
    if looked.quarantined:
        parts.append(f"{counted(len(looked.quarantined), 'input')} cannot be read")
    tell(f"{', '.join(parts)}; nothing was written")
    if looked.quarantined:
        raise click.exceptions.Exit(QUARANTINED_EXIT)


def _tell_quarantined(quarantined: Iterable[Quarantined]) -> None:
    for each in quarantined:
        tell(f"{each.path}: {each.reason}")


def tell_added(added: Added) -> None:
    """What adding did, and what it leaves to be done."""
    _tell_quarantined(added.quarantined)
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


def _changed(added: Added) -> str:
    parts = [f"{counted(added.reports, 'report')} added"]
    if added.copies:
        parts.append(f"{added.copies:,} of them with the text of another")
    parts += _passed_over(added.known, added.screened)
    if added.removed:
        parts.append(f"{len(added.removed):,} removed before")
    if added.quarantined:
        parts.append(f"{counted(len(added.quarantined), 'input')} not read")
    if added.resumed:
        parts.append("gone on with where an earlier call was stopped")
    return f"{', '.join(parts)}; {change_words(added.settled.incidents)}"


def _passed_over(known: int, screened: int) -> list[str]:
    parts = [f"{known:,} known already"] if known else []
    return [*parts, f"{screened:,} screened out"] if screened else parts
