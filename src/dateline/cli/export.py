"""`dateline export`: a ledger that is kept, in the formats that others read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypedDict, Unpack, get_args

import click

from dateline.cli.ledger import ledger_option, looked_at
from dateline.cli.reading import codebook_option
from dateline.cli.screen import tell
from dateline.cli.view.changes import counted
from dateline.codebook import load_codebook
from dateline.exchange.contents import LeftOut
from dateline.exchange.formats import BY_NAME, FORMATS, Wanted
from dateline.exchange.left_out import write_left_out
from dateline.keeping.exporting import Asked, export_kept
from dateline.model import Policy

LIST = "\n\n\b\n" + "\n".join(f"{each.name:13}{each.about}" for each in FORMATS)


class How(TypedDict):
    """The rest of the options."""

    _as_json: bool
    mentions: bool
    policy: Wanted | None
    codebook: Path | None


@click.command(epilog=f"Formats:{LIST}")
@ledger_option
@click.option(
    "--format",
    "name",
    type=click.Choice(tuple(BY_NAME)),
    default="json",
    show_default=True,
    metavar="NAME",
    help="Which format; listed below.",
)
@click.option("--json", "_as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--mentions", is_flag=True, help="With json: list every time, place, actor and count read, too."
)
@click.option(
    "--policy",
    type=click.Choice((*get_args(Policy), "all")),
    help="Whose figures of the dead; acled has ACLED's, ged UCDP's and figures all unless told otherwise.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option(
    "--left-out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the incidents that the format cannot hold to this CSV file, with the reasons.",
)
@codebook_option
def export(ledger: str, name: str, out: Path | None, left_out: Path | None, **how: Unpack[How]) -> None:
    """Print all that a ledger holds, or write it to a file, in a format that others read.

    Incidents that a format cannot hold are left out and counted on standard error; nothing is made up.
    """
    if how["_as_json"] and name != "json":
        raise click.UsageError(f"--json and --format {name}: only one form at a time.")
    if how["mentions"] and name != "json":
        raise click.UsageError("--mentions goes with --format json.")
    if BY_NAME[name].binary and out is None and sys.stdout.isatty():
        raise click.UsageError(f"{name} is no text for a terminal: give --out FILE.")
    with looked_at(ledger, how["codebook"]) as store:
        asked = Asked(name, how["policy"], how["mentions"])
        book = load_codebook(how["codebook"])
        with _stream(out) as stream:
            left = export_kept(store, asked, book, stream)
    if left_out:
        with _stream(left_out) as stream:
            write_left_out(left, stream)
    if left:
        tell(_told(left, name, left_out))


@contextmanager
def _stream(file: Path | None) -> Iterator[BinaryIO]:
    """Standard output; or a file, which is written beside its place and moved there whole."""
    if file is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _told(left: Sequence[LeftOut], name: str, file: Path | None) -> str:
    where = (
        f"{file} says why"
        if file
        else f"`--left-out FILE` lists them with the reasons, such as: {left[0].why}"
    )
    return f"{counted(len(left), 'incident')} left out, as {name} cannot hold them; {where}"
