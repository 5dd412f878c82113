"""Reading for a command: its common arguments, and the ledger they ask for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from dateline.cli.screen import tally_bar, tell
from dateline.codebook import load_codebook
from dateline.codebook.countries import Countries
from dateline.model import Ledger
from dateline.running.tally import Tally
from dateline.settings import Screening, Settings
from dateline.wording.lookup import Lookup, look_up

F = TypeVar("F", bound=Callable[..., Any])

QUARANTINED_EXIT = 3
"""Exit code of work that is done though some inputs could not be read."""


codebook_option = click.option(
    "--codebook",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of codebook files to use in place of the packaged ones of the same names.",
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(min=0),
    default=0,
    help="Processes to read with; 0, the default, is one per core.",
)


def screen_option(default: Screening) -> Callable[[F], F]:
    """The option --screen of a command, as the argument ``screen``."""
    return click.option(
        "--screen",
        type=click.Choice(("none", "crawls", "all")),
        default=default,
        show_default=True,
        help="Read only what by its words may tell of an event: of no reports, of web crawls (WARC), of all.",
    )


engine_option = click.option(
    "--engine",
    type=click.Choice(("local", "ray")),
    default="local",
    help="Read with processes of this machine, the default, or with a Ray cluster.",
)
address_option = click.option("--address", metavar="HOST:PORT", help="With --engine ray: the cluster.")


def reading_options(command: F) -> F:
    """Give a command --codebook, --workers, --engine and --address, as the argument ``settings``.

    A command that has --screen, too, gets it in ``settings``.
    """

    @wraps(command)
    def chosen(
        codebook: Path | None,
        workers: int,
        engine: str,
        address: str | None,
        screen: Screening = "none",
        **others: object,
    ) -> object:
        if (engine == "ray") != (address is not None):
            raise click.UsageError("--engine ray and --address HOST:PORT go together.")
        return command(settings=Settings(codebook, workers, address, screen), **others)

    return cast(F, codebook_option(workers_option(engine_option(address_option(chosen)))))


def reading_arguments(command: F) -> F:
    """Give a command PATH... and the reading options."""
    paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    return paths(reading_options(command))


def ledger_of(paths: Sequence[str], settings: Settings) -> tuple[Ledger, int]:
    """Read everything in ``paths`` and name on standard error what could not be read.

    Returns:
        The ledger, and how many reports were screened out.

    Raises:
        CodebookError: a file of ``settings.codebook`` is wrong.
    """
    from dateline import pipeline  # here, because the model takes seconds to import

    last = Tally()

    def keep(tally: Tally) -> None:
        nonlocal last
        last = tally
        show(tally)

    with tally_bar("reading") as show:
        ledger = pipeline.read(paths, settings, stdin=sys.stdin.buffer, progress=keep)
    for each in ledger.quarantined:
        tell(f"{each.path}: {each.reason}")
    return ledger, last.screened


def lookup_of(ledger: Ledger, settings: Settings) -> Lookup:
    """Index a ledger for showing, with the codebook's names of countries."""
    return look_up(ledger, country_names(load_codebook(settings.codebook).countries))


def country_names(countries: Countries) -> dict[str, str]:
    """Names of countries by ISO 3166-1 alpha-2."""
    return {code: country.name for code, country in countries.by_code.items()}
