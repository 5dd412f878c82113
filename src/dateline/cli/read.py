"""`dateline read`: reports in, their ledger out."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path

import click

from dateline.cli.reading import QUARANTINED_EXIT, ledger_of, lookup_of, reading_arguments, screen_option
from dateline.cli.screen import show, tally_bar, tally_words, tell
from dateline.cli.view.ledger import ledger_view
from dateline.exchange import write_json
from dateline.model import Ledger
from dateline.settings import Settings


@click.command()
@reading_arguments
@screen_option("none")
@click.option("--json", "as_json", is_flag=True, help="Print the ledger as JSON (`dateline schema`).")
@click.option("--mentions", is_flag=True, help="With --json: list every time, place, actor and count read.")
@click.option("--claims", is_flag=True, help="Show every claim with its id and its sentence.")
@click.option(
    "--partitions",
    type=click.Path(file_okay=False, path_type=Path),
    help="Print nothing: write readings as Parquet files into this new folder, for `dateline load`.",
)
def read(
    paths: tuple[str, ...],
    settings: Settings,
    as_json: bool,
    mentions: bool,
    claims: bool,
    partitions: Path | None,
) -> None:
    """Read reports and print their incidents: what happened, and who says so.

    PATH is a file (text, HTML, JSON Lines, WARC, a feed, an archive, Parquet), a folder, or - for standard
    input.
    """
    if mentions and not as_json:
        raise click.UsageError("--mentions needs --json: only the JSON lists mentions.")
    if claims and as_json:
        raise click.UsageError("--claims is for people; --json always has every claim.")
    if partitions:
        if as_json or claims:
            raise click.UsageError("--partitions writes files and prints nothing: no --json or --claims.")
        _land(paths, partitions, settings)
        return
    ledger, screened = ledger_of(paths, settings)
    if as_json:
        print_json(ledger, mentions=mentions)
    else:
        show(ledger_view(lookup_of(ledger, settings), with_claims=claims))
        tell(_counted(ledger))
    if screened:
        tell(f"{screened:,} {'report' if screened == 1 else 'reports'} screened out: they tell of no event")
    if ledger.quarantined:
        raise click.exceptions.Exit(QUARANTINED_EXIT)


def _land(paths: tuple[str, ...], folder: Path, settings: Settings) -> None:
    """Read into partitions, and say what came of it."""
    from dateline import landing  # here, because the model takes seconds to import

    with tally_bar("reading") as progress:
        tally, refused = landing.land(paths, folder, settings, stdin=sys.stdin.buffer, progress=progress)
    for each in refused:
        tell(f"{each.path}: {each.reason}")
    tell(f"{tally_words(tally)}; `dateline load {folder}` takes them into a ledger")
    if refused:
        raise click.exceptions.Exit(QUARANTINED_EXIT)


def print_json(ledger: Ledger, *, mentions: bool) -> None:
    """UTF-8 whatever the terminal speaks, so that the bytes are the same everywhere."""
    out = TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    write_json(ledger, out, mentions=mentions)
    out.flush()
    out.detach()


def _counted(ledger: Ledger) -> str:
    parts = (
        (len(ledger.readings), "report"),
        (len(ledger.incidents), "incident"),
        (sum(len(reading.claims) for reading in ledger.readings), "claim"),
        (sum(len(reading.statements) for reading in ledger.readings), "statement"),
        (len(ledger.quarantined), "input not read"),
    )
    told = [f"{count:,} {word}{'' if count == 1 or ' ' in word else 's'}" for count, word in parts]
    return ", ".join(told if ledger.quarantined else told[:-1])
