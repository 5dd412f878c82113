"""The ledger of a command: its option, and the store that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dateline.cli.screen import tell
from dateline.cli.view.changes import change_words, counted, move_lines, troubled
from dateline.errors import LedgerError
from dateline.exchange.documents import is_document
from dateline.settings import Settings
from dateline.wording.words import clean

if TYPE_CHECKING:
    from dateline.doctor import Finding
    from dateline.keeping.judging import Decided
    from dateline.ledger import Store
    from dateline.reconcile import Standing

F = TypeVar("F", bound=Callable[..., Any])


def ledger_option(command: F) -> F:
    """Give a command --ledger."""
    return click.option(
        "--ledger",
        default="ledger.db",
        show_default=True,
        metavar="FILE_OR_URL",
        help="SQLite file, or the address of a PostgreSQL database (postgresql://USER@HOST/NAME).",
    )(command)


@contextmanager
def opened(where: str, *, create: bool) -> Iterator[Store]:
    """The ledger at ``where``, closed in the end.

    Raises:
        LedgerError: it cannot be opened, or is absent and not to be made; or it is an export.
    """
    from dateline.ledger.opening import open_ledger  # here, because the database takes its time to import

    if is_document(where):
        raise LedgerError(
            f"{where} is an export, which can be looked at and not written to: "
            f"`dateline import {where} --ledger new.db` makes a ledger of it"
        )
    with closing(open_ledger(where, lambda: datetime.now(UTC), create=create)) as store:
        yield store


@contextmanager
def looked_at(where: str, codebook: Path | None = None) -> Iterator[Store]:
    """The ledger at ``where`` for a command that only looks; an export (JSON, JSON Lines, CSV) will do, too.

    Raises:
        LedgerError: it cannot be opened, or is absent.
        InputError: the export cannot be read, or cannot be a ledger.
    """
    if not is_document(where):
        with opened(where, create=False) as store:
            yield store
        return
    from dateline.keeping import importing  # here, because linking takes its time to import
    from dateline.ledger.opening import open_ledger

    document = importing.document_of(Path(where))
    with closing(open_ledger("sqlite://", lambda: datetime.now(UTC), create=True)) as store:
        importing.put_in(document, store, Settings(codebook=codebook))
        yield store


def warn_unless_linked(store: Store) -> None:
    """Say so where the ledger has reports that are in no incident yet."""
    if not store.settled():
        tell(
            "this is the ledger as it was last linked: something was added or decided since. "
            "Every command that writes links at its end; give an interrupted one again, or `dateline reread`"
        )


def tell_judgements(stood: Iterable[Standing]) -> None:
    """Say so where judgements by people should hold and do not."""
    if failing := troubled(stood):
        tell(f"{counted(len(failing), 'judgement')} cannot hold now: `dateline judge list` says why")


def tell_decided(decided: Decided) -> None:
    """The id of what was decided to standard output, what it changed to standard error."""
    click.echo(decided.entry.id)
    first = decided.linked_first
    if first.new or first.changed or first.gone:
        tell(f"linked by this version and codebook first; {change_words(first)}")
    for line in move_lines(decided.moves):
        tell(line)
    tell_judgements(decided.settled.judgements)


def print_findings(findings: Iterable[Finding], sound: str) -> None:
    """Print what is wrong, one record a line, as it is found; end with exit code 1 if anything is."""
    number = 0
    for finding in findings:
        click.echo(clean(f"{finding.record}: {finding.problem}"))
        number += 1
    if number:
        raise click.ClickException(f"{counted(number, 'finding')}")
    tell(sound)


def decision_options(command: F) -> F:
    """Give a command --by and --why."""
    by = click.option("--by", required=True, callback=_said, metavar="NAME", help="Who decides it.")
    why = click.option("--why", required=True, callback=_said, metavar="TEXT", help="For what reason.")
    return by(why(command))


def _said(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("say something")
    return value.strip()
