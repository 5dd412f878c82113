"""Current readings page by page, so that no transaction stays open while one is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import ColumnElement, select

from dateline.ledger import schema
from dateline.ledger.records import READING
from dateline.ledger.session import Session
from dateline.limits import LEDGER_PAGE
from dateline.model import Reading

CURRENT = schema.readings.c.superseded_why.is_(None)


def readings(session: Session, which: ColumnElement[bool] = CURRENT) -> Iterator[Reading]:
    """The readings among ``which`` in order of report, each with the copy group last put."""
    kept, drawn = schema.readings, schema.reports
    with session.reading() as connection:
        rows = connection.execute(select(kept.c.id, kept.c.report).where(which, CURRENT))
        ids = [row.id for row in sorted(rows, key=lambda row: str(row.report))]
    joined = select(kept.c.id, kept.c.record, drawn.c.copy_group).join(drawn, drawn.c.id == kept.c.report)
    for start in range(0, len(ids), LEDGER_PAGE):
        page = ids[start : start + LEDGER_PAGE]
        with session.reading() as connection:
            found = {row.id: row for row in connection.execute(joined.where(kept.c.id.in_(page)))}
        for id_ in page:
            if id_ in found:  # else removed since the ids were taken, which the head tells
                yield _grouped(READING.read(found[id_].record), found[id_].copy_group)


def texts(session: Session) -> Iterator[tuple[str, str]]:
    """The id and the text of every report, in order of id."""
    table, last = schema.reports, ""
    while True:
        following = select(table.c.id, table.c.text).where(table.c.id > last).order_by(table.c.id)
        with session.reading() as connection:
            page = [(str(row.id), str(row.text)) for row in connection.execute(following.limit(LEDGER_PAGE))]
        if not page:
            return
        yield from page
        last = page[-1][0]


def text(session: Session, report: str) -> str | None:
    """The text of a report, if it has one."""
    table = schema.reports
    with session.reading() as connection:
        return connection.execute(select(table.c.text).where(table.c.id == report)).scalar()


def _grouped(reading: Reading, copy_group: str) -> Reading:
    if reading.report.copy_group == copy_group:
        return reading
    return replace(reading, report=replace(reading.report, copy_group=copy_group))
