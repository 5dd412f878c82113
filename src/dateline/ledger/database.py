"""The engine of a database: one writer at a time, foreign keys on, SQLite with a write-ahead log."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event

from dateline.limits import LEDGER_WAIT

FIXED = {"mode": "ro", "immutable": "1", "uri": "true"}
"""How SQLite opens a file that lies where nothing can be written."""

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
        lies_fixed = not in_memory and _lies_fixed(Path(str(url.database)))
        if lies_fixed:
            url = url.set(database=f"file:{quote(str(url.database))}").update_query_dict(FIXED)
        engine = create_engine(url, connect_args={"timeout": LEDGER_WAIT}, **pool)
        event.listen(engine, "connect", _prepare_reading if lies_fixed else _prepare_sqlite)
    else:
        engine = create_engine(url)
    event.listen(engine, "begin", _begin)
    return engine


def _lies_fixed(file: Path) -> bool:
    """Whether a file lies where nothing can be written, such as evidence on a read-only disk.

    SQLite then has to be told that nobody writes. What a log beside it still holds would not be seen, so
    that with such a log it is opened as any other, and fails.
    """
    log = file.with_name(f"{file.name}-wal")
    logged = log.exists() and log.stat().st_size > 0
    return file.exists() and not os.access(file.parent, os.W_OK) and not logged


def _prepare_reading(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA trusted_schema = OFF")


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Leave transactions to ``_begin``: Python's own handling starts them late."""
    connection.isolation_level = None
    for setting in ("trusted_schema = OFF", "foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    dialect = connection.dialect.name
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql(BEGIN_WRITING[dialect])
    elif dialect == "sqlite":
        connection.exec_driver_sql("BEGIN")
