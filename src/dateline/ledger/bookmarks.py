"""How far an adding went through its files, for when it is interrupted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select

from dateline.ledger import schema
from dateline.model import Bookmark


def bookmarks(connection: Connection, run: str) -> dict[str, Bookmark]:
    """File -> where it was left by a run of the same kind."""
    table = schema.bookmarks
    rows = connection.execute(select(table).where(table.c.run == run))
    return {
        row.file: Bookmark(row.file, row.identity, row.number, row.offset, row.raw, row.finished)
        for row in rows
    }


def put_bookmarks(connection: Connection, run: str, given: Sequence[Bookmark]) -> None:
    """Put them in the place of those in the same files."""
    table = schema.bookmarks
    for each in given:
        connection.execute(delete(table).where(table.c.file == each.file))
        connection.execute(insert(table), {"run": run, **asdict(each)})


def forget_bookmarks(connection: Connection, run: str) -> None:
    """Take out those of a run that came to its end."""
    connection.execute(delete(schema.bookmarks).where(schema.bookmarks.c.run == run))
