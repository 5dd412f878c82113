"""The ledger of a command: its option, and the store that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from dateline.ledger import Store

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
        LedgerError: it cannot be opened, or is absent and not to be made.
    """
    from dateline.ledger.opening import open_ledger  # here, because the database takes its time to import

    with closing(open_ledger(where, lambda: datetime.now(UTC), create=create)) as store:
        yield store
