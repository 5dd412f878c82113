"""Connections of one database: to read, or to write alone; what goes wrong in it is told in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from dateline.errors import LedgerAwayError
from dateline.ledger.database import WRITES


class Session:
    """Gives connections.

    Raises:
        LedgerAwayError: from both, where the database fails.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database."""
        with _told(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, alone at the database: committed at the end, or rolled back by an error."""
        with _told(), self._engine.execution_options(**{WRITES: True}).begin() as connection:
            yield connection

    @contextmanager
    def still(self) -> Iterator[Session]:
        """A session all of whose reading sees the database as it was at the first of it."""
        with _told(), self._engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield _Still(self._engine, connection)

    @contextmanager
    def alone(self) -> Iterator[Session]:
        """A session all of whose reading and writing is one transaction, alone at the database."""
        with self.writing() as connection:
            yield _Alone(self._engine, connection)

    def close(self) -> None:
        """Close the pool of connections."""
        self._engine.dispose()


class _Still(Session):
    """Reads by one connection, in one transaction."""

    def __init__(self, engine: Engine, connection: Connection) -> None:
        super().__init__(engine)
        self._connection = connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The one connection."""
        with _told():
            yield self._connection

    @contextmanager
    def still(self) -> Iterator[Session]:
        """It is."""
        yield self


class _Alone(_Still):
    """Writes by its one connection, too."""

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A part of the transaction, which an error rolls back by itself."""
        with _told(), self._connection.begin_nested():
            yield self._connection

    @contextmanager
    def alone(self) -> Iterator[Session]:
        """It is."""
        yield self


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise LedgerAwayError(f"the ledger's database failed: {reason(error)}") from error


def reason(error: SQLAlchemyError) -> str:
    """The database's own words, without the statement and its values."""
    own = getattr(error, "orig", None) or error
    return " ".join(str(own).split())
