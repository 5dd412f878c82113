"""Reading for a command: its common arguments, and the ledger they ask for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.cli.screen import progress_bar, tell
from dateline.cli.view.lookup import Lookup, look_up
from dateline.codebook import load_codebook
from dateline.model import Ledger
from dateline.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])

QUARANTINED_EXIT = 3
"""Exit code of work that is done though some inputs could not be read."""


def reading_arguments(command: F) -> F:
    """Give a command PATH..., --codebook and --workers."""
    for add in (
        click.option(
            "--workers",
            type=click.IntRange(min=0),
            default=0,
            help="Processes to read with; 0, the default, is one per core.",
        ),
        click.option(
            "--codebook",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            help="Folder of codebook files to use in place of the packaged ones of the same names.",
        ),
        click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    ):
        command = add(command)
    return command


def ledger_of(paths: Sequence[str], settings: Settings) -> Ledger:
    """Read everything in ``paths`` and name on standard error what could not be read.

    Raises:
        CodebookError: a file of ``settings.codebook`` is wrong.
    """
    from dateline import pipeline  # here, because the model takes seconds to import

    with progress_bar("reading") as progress:
        ledger = pipeline.read(paths, settings, stdin=sys.stdin.buffer, progress=progress)
    for each in ledger.quarantined:
        tell(f"{each.path}: {each.reason}")
    return ledger


def lookup_of(ledger: Ledger, settings: Settings) -> Lookup:
    """Index a ledger for showing, with the codebook's names of countries."""
    countries = load_codebook(settings.codebook).countries
    return look_up(ledger, {code: country.name for code, country in countries.by_code.items()})
