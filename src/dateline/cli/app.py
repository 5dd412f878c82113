"""The `dateline` command: its subcommands, and what a person sees when something goes wrong."""

from __future__ import annotations

import errno
from importlib.metadata import version

import click

from dateline.cli.commands import Commands
from dateline.errors import DatelineError, InvariantError


class Tidy(Commands):
    """A group whose failures are one clear line on standard error and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand; ``--debug`` lets the traceback through."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort, click.ClickException):
            raise
        except Exception as error:
            if ctx.params["debug"] or _is_broken_pipe(error):
                raise
            raise click.ClickException(_in_words(error)) from error


def _is_broken_pipe(error: Exception) -> bool:
    """Whether the reader of our output went away, which click ends quietly."""
    return isinstance(error, OSError) and error.errno == errno.EPIPE


def _in_words(error: Exception) -> str:
    if isinstance(error, DatelineError) and not isinstance(error, InvariantError):
        return str(error)
    kind = "" if isinstance(error, InvariantError) else f"{type(error).__name__}: "
    return f"this is a fault of Dateline, not of your input: {kind}{error}. `dateline --debug` shows where."


@click.group(cls=Tidy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("dateline"), message="dateline %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an unexpected error.")
def main(debug: bool) -> None:
    """Read news reports of armed conflict into a ledger of who claims what.

    Exit codes: 0 done, 1 failure, 2 usage, 3 done but some inputs could not be read.
    """
