"""A file name or database address -> an open ledger, its tables brought up to date."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import URL, Engine, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from dateline.errors import LedgerError
from dateline.ledger.database import WRITES, connect
from dateline.ledger.raw import Folder
from dateline.ledger.schema import METADATA
from dateline.ledger.session import reason
from dateline.ledger.sql import SqlStore
from dateline.ledger.store import Clock, Store

DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}

MIGRATIONS = "dateline.ledger:migrations"


def open_ledger(where: str, clock: Clock, *, create: bool) -> Store:
    """Open the ledger at ``where``, and bring the tables of an older Dateline up to date.

    Args:
        where: a SQLite file, whose raw copies lie in a folder beside it (``FILE.raw``); or an address:
            ``sqlite://`` is a ledger in memory, ``postgresql://USER@HOST/DATABASE`` one in PostgreSQL.
        clock: gives the time of the audit chain's entries.
        create: make the file if it is absent.

    Raises:
        LedgerError: the ledger is absent, cannot be opened, is none, or was made by a newer Dateline.
    """
    url = _url(where)
    shown = url.render_as_string(hide_password=True) if "://" in where else where
    file = _file(url)
    if file and not create and not file.exists():
        raise LedgerError(f"there is no ledger {shown}")
    engine = connect(url)
    try:
        _require_own(engine, shown)
        _migrate(engine)
    except CommandError as error:
        raise LedgerError(f"the ledger {shown} was made by a newer Dateline: {error}") from error
    except SQLAlchemyError as error:
        engine.dispose()
        raise LedgerError(f"cannot open the ledger {shown}: {reason(error)}") from error
    return SqlStore(engine, Folder(Path(f"{file}.raw")) if file else None, clock)


def _url(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
        return url.set(drivername=DRIVERS[url.get_backend_name()])
    except (ArgumentError, KeyError) as error:
        raise LedgerError("a ledger is a file, or an address that begins with postgresql://") from error


def _file(url: URL) -> Path | None:
    """The SQLite file of an address; none in memory and elsewhere."""
    in_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if in_file else None


def _migrate(engine: Engine) -> None:
    """Run the migrations that the tables lack, in one transaction."""
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.connect() as connection:
        if MigrationContext.configure(connection).get_current_revision() == newest:
            return
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _require_own(engine: Engine, shown: str) -> None:
    """Refuse a SQLite file that was tampered with so that reading or adding would do something else.

    Other tables and views may lie in it: people's own tools put them there.
    """
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        for kind, name, of in connection.execute(text("SELECT type, name, tbl_name FROM sqlite_master")):
            if of in METADATA.tables and kind == "trigger":
                raise LedgerError(f"the ledger {shown} was tampered with: a trigger {name} on {of}")
            if name in METADATA.tables and kind != "table":
                raise LedgerError(f"the ledger {shown} was tampered with: its {name} are a {kind}")
