"""Adding one fact inside a transaction that the caller holds."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, and_, insert, or_, select, update

from dateline.ledger import audit, schema
from dateline.ledger.records import QUARANTINED, READING
from dateline.ledger.rows import rows_of, storable
from dateline.model import Quarantined, Reading, content_id

READ_LATER = "a report was read from this input later"
OTHER_REASON = "refused again, for another reason"


def has_reading(connection: Connection, report: str) -> bool:
    """Whether a current reading of the report is there."""
    table = schema.readings
    asked = select(table.c.id).where(table.c.report == report, table.c.superseded_why.is_(None))
    return connection.execute(asked).first() is not None


def has_raw(connection: Connection, digest: str) -> bool:
    """Whether the raw copy is there."""
    asked = select(schema.raw_copies.c.hash).where(schema.raw_copies.c.hash == digest)
    return connection.execute(asked).first() is not None


def add_raw(connection: Connection, digest: str, size: int, data: bytes | None) -> None:
    """Keep a raw copy, or where its bytes lie in a folder its name alone."""
    if not has_raw(connection, digest):
        connection.execute(insert(schema.raw_copies), {"hash": digest, "size": size, "data": data})


def add_reading(connection: Connection, reading: Reading, now: datetime) -> None:
    """Keep a reading of a report that has none, and draw its rows."""
    report, record = reading.report, READING.write(reading)
    id_ = content_id("reading", record)
    row = {"id": id_, "report": report.id, "raw": report.raw, "record": record}
    connection.execute(insert(schema.readings), row)
    audit.append(connection, now, "read", id_, record)
    for table, rows in rows_of(reading):
        if rows:
            connection.execute(insert(table), [storable(each) for each in rows])
    _supersede_quarantined(connection, reading, id_, now)


def add_quarantined(connection: Connection, quarantined: Quarantined, raw: str | None, now: datetime) -> bool:
    """Keep the name of a refused input; false where it is known."""
    table = schema.quarantined
    id_ = content_id("quarantined", quarantined.path, quarantined.reason, raw or "")
    if connection.execute(select(table.c.id).where(table.c.id == id_)).first():
        return False
    record = QUARANTINED.write(quarantined)
    row = storable(
        {"id": id_, "path": quarantined.path, "reason": quarantined.reason, "raw": raw, "record": record}
    )
    connection.execute(insert(table), row)
    audit.append(connection, now, "quarantined", id_, record)
    same = and_(table.c.path == row["path"], table.c.raw.is_not_distinct_from(raw), table.c.id != id_)
    _supersede_all(connection, table, same, (id_, OTHER_REASON), now)
    return True


def _supersede_quarantined(connection: Connection, reading: Reading, by: str, now: datetime) -> None:
    """What could not be read before and now is: the same bytes, or without bytes the same path."""
    table, path = schema.quarantined, storable({"path": reading.report.path})["path"]
    same = or_(table.c.raw == reading.report.raw, and_(table.c.raw.is_(None), table.c.path == path))
    _supersede_all(connection, table, same, (by, READ_LATER), now)


def _supersede_all(
    connection: Connection,
    table: Table,
    which: ColumnElement[bool],
    by_and_why: tuple[str | None, str],
    now: datetime,
) -> None:
    by, why = by_and_why
    found = select(table.c.id).where(which, table.c.superseded_why.is_(None)).order_by(table.c.id)
    for id_ in connection.execute(found).scalars().all():
        changed = update(table).where(table.c.id == id_).values(superseded_by=by, superseded_why=why)
        connection.execute(changed)
        audit.append(connection, now, audit.SUPERSEDED, id_, audit.superseding(by, why))
