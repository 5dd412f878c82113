"""`dateline watch`: add what arrives in a folder."""

from __future__ import annotations

import time
from pathlib import Path

import click

from dateline.cli.add import tell_added
from dateline.cli.ledger import ledger_option, opened
from dateline.cli.reading import reading_options, screen_option
from dateline.cli.screen import tally_bar, tell
from dateline.settings import Settings


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--every",
    type=click.FloatRange(min=0.1),
    default=10.0,
    show_default=True,
    metavar="SECONDS",
    help="How often to look; a file that changes between two looks is not read yet.",
)
@click.option("--rounds", type=click.IntRange(min=1), help="Look so many times, then end.")
@reading_options
@screen_option("crawls")
@ledger_option
def watch(folder: Path, every: float, rounds: int | None, settings: Settings, ledger: str) -> None:
    """Add every report that arrives in FOLDER to a ledger, and what is there, until interrupted.

    A file is added once it has stopped growing; one that changes is added again.
    """
    from dateline import pipeline  # here, because the model takes seconds to import
    from dateline.intake.arrivals import arrivals

    looked = 0

    def wait() -> bool:
        nonlocal looked
        looked += 1
        if looked == rounds:
            return False
        time.sleep(every)
        return True

    tell(f"watching {folder}; Ctrl-C ends it")
    for paths in arrivals(folder, wait):
        if not paths:
            continue
        with opened(ledger, create=True) as store, tally_bar("adding") as progress:
            added = pipeline.add(paths, store, settings, progress=progress)
        tell_added(added)
