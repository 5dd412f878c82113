"""The drawn rows of a reading: made from its record, and taken away when it is superseded."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from dateline.ledger import schema
from dateline.ledger.rows import rows_of, storable
from dateline.model import Reading

NOT_DRAWN = ""
"""The digest of an incident some of whose rows were taken away: the next settling draws it again."""


def draw(connection: Connection, reading: Reading) -> None:
    """Insert the rows that people query."""
    for table, rows in rows_of(reading):
        if rows:
            connection.execute(insert(table), [storable(row) for row in rows])


def erase(connection: Connection, report: str) -> None:
    """Take away a report's drawn rows; incidents that hold claims of it are to be drawn again."""
    claims = select(schema.claims.c.id).where(schema.claims.c.report == report)
    statements = select(schema.statements.c.id).where(schema.statements.c.report == report)
    held, part = schema.incident_claims, schema.statement_claims
    stale = select(held.c.incident).where(held.c.claim.in_(claims))
    connection.execute(
        update(schema.incidents).where(schema.incidents.c.id.in_(stale)).values(digest=NOT_DRAWN)
    )
    connection.execute(delete(held).where(held.c.claim.in_(claims)))
    connection.execute(delete(part).where(part.c.statement.in_(statements)))
    for table in (schema.linkable, schema.mentions, schema.actors, schema.statements, schema.claims):
        connection.execute(delete(table).where(table.c.report == report))
    connection.execute(delete(schema.reports).where(schema.reports.c.id == report))
