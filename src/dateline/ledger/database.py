"""The engine of a database: one writer at a time, foreign keys on, SQLite with a write-ahead log."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event

from dateline.limits import LEDGER_WAIT

WRITES = "dateline_writes"
"""Execution option of a connection that is about to write."""

BEGIN_WRITING = {
    "sqlite": "BEGIN IMMEDIATE",
    # Any number does, as long as all writers take the same; the lock ends with the transaction.
    "postgresql": "SELECT pg_advisory_xact_lock(74310)",
}


def connect(url: URL) -> Engine:
    """An engine for a SQLite or PostgreSQL address; nothing is opened yet."""
    if url.get_backend_name() == "sqlite":
        in_memory = url.database in (None, "", ":memory:")
        pool: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {}
        engine = create_engine(url, connect_args={"timeout": LEDGER_WAIT}, **pool)
        event.listen(engine, "connect", _prepare_sqlite)
    else:
        engine = create_engine(url)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Leave transactions to ``_begin``: Python's own handling starts them late."""
    connection.isolation_level = None
    for setting in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    dialect = connection.dialect.name
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql(BEGIN_WRITING[dialect])
    elif dialect == "sqlite":
        connection.exec_driver_sql("BEGIN")
