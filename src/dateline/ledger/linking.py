"""What linking keeps for the next time: the views of each report's events, and the origins of incidents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, insert, select

from dateline.ledger import audit, schema
from dateline.ledger.drawing import NOT_DRAWN
from dateline.ledger.session import Session
from dateline.ledger.store import KeptViews
from dateline.limits import LEDGER_PAGE
from dateline.model import Maker


def settled(connection: Connection) -> bool:
    """Whether the incidents were made from all that is there; of an empty ledger there are none to make."""
    put = connection.execute(select(schema.settled.c.head)).scalar() or audit.START
    return put == audit.head(connection)


def settled_by(connection: Connection) -> Maker | None:
    """Who made the incidents."""
    table = schema.settled
    row = connection.execute(select(table.c.version, table.c.codebook)).first()
    return Maker(row.version, row.codebook) if row else None


def put_settled(connection: Connection, head: str, maker: Maker) -> None:
    """Keep from what the incidents were made, and by whom."""
    connection.execute(delete(schema.settled))
    row = {"head": head, "version": maker.version, "codebook": maker.codebook}
    connection.execute(insert(schema.settled), row)


def versions(connection: Connection) -> dict[str, str]:
    """Report id -> id of its current reading."""
    table = schema.readings
    rows = connection.execute(select(table.c.report, table.c.id).where(table.c.superseded_why.is_(None)))
    return {row.report: row.id for row in rows}


def origins(connection: Connection) -> dict[str, str]:
    """Incident id -> what it was made from, of those that are wholly drawn."""
    table = schema.incidents
    rows = connection.execute(select(table.c.id, table.c.origin).where(table.c.digest != NOT_DRAWN))
    return {row.id: row.origin for row in rows}


def kept_views(session: Session) -> Iterator[KeptViews]:
    """Page by page in order of report."""
    table, last = schema.linkable, ""
    while True:
        following = select(table).where(table.c.report > last).order_by(table.c.report).limit(LEDGER_PAGE)
        with session.reading() as connection:
            page = [KeptViews(row.report, row.origin, row.record) for row in connection.execute(following)]
        if not page:
            return
        yield from page
        last = page[-1].report


def put_views(connection: Connection, views: Sequence[KeptViews]) -> None:
    """Put them in the place of those of the same reports."""
    table = schema.linkable
    connection.execute(delete(table).where(table.c.report.in_([each.report for each in views])))
    rows = [{"report": each.report, "origin": each.origin, "record": each.record} for each in views]
    if rows:
        connection.execute(insert(table), rows)
