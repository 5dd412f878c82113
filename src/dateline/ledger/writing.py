"""Adding one fact inside a transaction that the caller holds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, func, insert, or_, select, update

from dateline.ledger import audit, schema
from dateline.ledger.drawing import draw, erase
from dateline.ledger.records import QUARANTINED, READING
from dateline.ledger.rows import storable
from dateline.model import IMPORTED, Kept, Maker, Making, Quarantined, Reading, content_id

READ_AGAIN = "read again by another version or with another codebook"
READ_LATER = "a report was read from this input later"
OTHER_REASON = "refused again, for another reason"


def has_reading(connection: Connection, report: str, *, superseded: bool = False) -> bool:
    """Whether a reading of the report is there: a current one, or with ``superseded`` any."""
    table = schema.readings
    asked = select(table.c.id).where(table.c.report == report)
    if not superseded:
        asked = asked.where(table.c.superseded_why.is_(None))
    return connection.execute(asked).first() is not None


def has_raw(connection: Connection, digest: str) -> bool:
    """Whether the raw copy is there."""
    asked = select(schema.raw_copies.c.hash).where(schema.raw_copies.c.hash == digest)
    return connection.execute(asked).first() is not None


def add_raw(connection: Connection, digest: str, size: int, data: bytes | None) -> None:
    """Keep a raw copy, or where its bytes lie in a folder its name alone."""
    if not has_raw(connection, digest):
        connection.execute(insert(schema.raw_copies), {"hash": digest, "size": size, "data": data})


def add_reading(connection: Connection, reading: Reading, making: Making, now: datetime) -> None:
    """Keep a reading of a report that has none, and draw its rows."""
    row = _reading_row(reading, making, previous="")
    keep_reading(connection, row, "read", now)
    draw(connection, reading)
    _supersede_quarantined(connection, reading, row["id"], now)


def add_rereading(connection: Connection, reading: Reading, making: Making, now: datetime) -> bool:
    """Keep a reading in the place of the report's current one; false where it has none."""
    old = current_reading(connection, reading.report.id)
    if old is None:
        return False
    row = _reading_row(reading, making, previous=old.id)
    supersede(connection, schema.readings, schema.readings.c.id == old.id, (row["id"], READ_AGAIN), now)
    keep_reading(connection, row, "read again", now)
    erase(connection, reading.report.id)
    draw(connection, reading)
    return True


def current_reading(connection: Connection, report: str) -> Row[Any] | None:
    """The row of the report's current reading."""
    table = schema.readings
    asked = select(table).where(table.c.report == report, table.c.superseded_why.is_(None))
    return connection.execute(asked).first()


def current_reports(connection: Connection) -> list[str]:
    """The ids of the reports that have a current reading, in order."""
    table = schema.readings
    current = select(table.c.report).where(table.c.superseded_why.is_(None))
    return sorted(map(str, connection.execute(current).scalars()))


def kept(connection: Connection, report: str) -> Kept | None:
    """The current reading of a report without what was read."""
    table, drawn = schema.readings, schema.reports
    made = (table.c.name, table.c.kind, table.c.version, table.c.codebook)
    asked = select(table.c.raw, drawn.c.path, *made).join(drawn, drawn.c.id == table.c.report)
    row = connection.execute(asked.where(table.c.report == report, table.c.superseded_why.is_(None))).first()
    if row is None:
        return None
    return Kept(report, row.path, row.raw, Making(row.name, row.kind, Maker(row.version, row.codebook)))


def count_by_others(connection: Connection, maker: Maker) -> int:
    """How many current readings another maker made."""
    return connection.execute(select(func.count()).where(*_by_others(maker))).scalar_one()


def reports_by_others(connection: Connection, maker: Maker) -> tuple[str, ...]:
    """The reports whose current readings another maker made, in order of id."""
    found = connection.execute(select(schema.readings.c.report).where(*_by_others(maker)))
    return tuple(sorted(map(str, found.scalars())))


def _by_others(maker: Maker) -> tuple[ColumnElement[bool], ...]:
    table = schema.readings
    theirs = or_(table.c.version != maker.version, table.c.codebook != maker.codebook)
    return table.c.superseded_why.is_(None), theirs, table.c.kind != IMPORTED


def keep_reading(connection: Connection, row: dict[str, str], action: str, now: datetime) -> None:
    """Insert a reading's row and seal it."""
    connection.execute(insert(schema.readings), row)
    audit.append(connection, now, action, row["id"], audit.vouched(row))


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
    supersede(connection, table, same, (id_, OTHER_REASON), now)
    return True


def supersede(
    connection: Connection,
    table: Table,
    which: ColumnElement[bool],
    by_and_why: tuple[str | None, str],
    now: datetime,
) -> None:
    """Supersede the current rows among ``which`` by a record, or by none in their place, and say why."""
    by, why = by_and_why
    found = select(table.c.id).where(which, table.c.superseded_why.is_(None)).order_by(table.c.id)
    for id_ in connection.execute(found).scalars().all():
        changed = update(table).where(table.c.id == id_).values(superseded_by=by, superseded_why=why)
        connection.execute(changed)
        audit.append(connection, now, audit.SUPERSEDED, id_, audit.superseding(by, why))


def _reading_row(reading: Reading, making: Making, previous: str) -> dict[str, str]:
    """A reading's row; its id tells which it follows, as the same reading may come again after another."""
    record, report = READING.write(reading), reading.report
    return {
        "id": content_id("reading", record, *filter(None, (previous,))),
        "report": report.id,
        "raw": report.raw,
        "name": making.name,
        "kind": making.kind,
        "version": making.maker.version,
        "codebook": making.maker.codebook,
        "record": record,
    }


def _supersede_quarantined(connection: Connection, reading: Reading, by: str, now: datetime) -> None:
    """What could not be read before and now is: the same bytes, or without bytes the same path."""
    table, path = schema.quarantined, storable({"path": reading.report.path})["path"]
    same = or_(table.c.raw == reading.report.raw, and_(table.c.raw.is_(None), table.c.path == path))
    supersede(connection, table, same, (by, READ_LATER), now)
