"""What linking keeps for the next time: the views of each report's events, and the origins of incidents."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select

from dateline.ledger import audit, schema
from dateline.ledger.drawing import NOT_DRAWN
from dateline.ledger.linkable import KeptViews
from dateline.ledger.session import Session
from dateline.limits import LEDGER_PAGE
from dateline.model import Maker

MANY = 5_000
"""Reports of which footprints are fetched at a time."""


def settled(connection: Connection) -> bool:
    """Whether the incidents were made from all that is there; of an empty ledger there are none to make."""
    put = put_from(connection)
    return (put[0] if put else audit.START) == audit.head(connection)


def put_from(connection: Connection) -> tuple[str, Maker] | None:
    """The head from which the incidents were made, and who made them; null before any were."""
    row = connection.execute(select(schema.settled)).first()
    return (row.head, Maker(row.version, row.codebook)) if row else None


def unchanged(connection: Connection) -> tuple[str, Maker] | None:
    """From what the incidents were made; null where claims that they hold may have gone since."""
    put = put_from(connection)
    return put if put and audit.only_added(connection, put[0]) else None


def may_put(connection: Connection, head: str) -> bool:
    """Whether what was made from the ledger at a head still fits: since then it was only added to.

    What was put from a later head stays.
    """
    put = put_from(connection)
    last, own = audit.number_of(connection, put[0] if put else audit.START), audit.number_of(connection, head)
    return audit.only_added(connection, head) and (last is None or own is None or last <= own)


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
            page = [_kept(row) for row in connection.execute(following)]
        if not page:
            return
        yield from page
        last = page[-1].report


def kept_views_of(session: Session, reports: Sequence[str]) -> Iterator[KeptViews]:
    """Of some reports, in pages."""
    table = schema.linkable
    for start in range(0, len(reports), LEDGER_PAGE):
        asked = select(table).where(table.c.report.in_(reports[start : start + LEDGER_PAGE]))
        with session.reading() as connection:
            page = [_kept(row) for row in connection.execute(asked)]
        yield from page


def view_origins(connection: Connection) -> dict[str, str]:
    """Report id -> what its views were made from."""
    table = schema.linkable
    return {row.report: row.origin for row in connection.execute(select(table.c.report, table.c.origin))}


def footprints(session: Session) -> Iterator[tuple[str, str]]:
    """Page by page in order of report, without the views."""
    table, last = schema.linkable, ""
    while True:
        asked = select(table.c.report, table.c.footprints).where(table.c.report > last)
        following = asked.order_by(table.c.report).limit(MANY)
        with session.reading() as connection:
            page = [(str(row.report), str(row.footprints)) for row in connection.execute(following)]
        if not page:
            return
        yield from page
        last = page[-1][0]


def recalled(connection: Connection, kind: str) -> dict[str, bytes]:
    """What is kept of a kind, by digest."""
    table = schema.recalled
    rows = connection.execute(select(table.c.digest, table.c.data).where(table.c.kind == kind))
    return {row.digest: bytes(row.data) for row in rows}


def put_recalled(connection: Connection, kind: str, new: Mapping[str, bytes], stale: Collection[str]) -> None:
    """Keep the new, unless somebody did, and let the stale go."""
    table = schema.recalled
    gone = [{"stale": digest} for digest in sorted({*stale, *new})]
    if gone:
        which = delete(table).where(table.c.kind == kind, table.c.digest == bindparam("stale"))
        connection.execute(which, gone)
    rows = [{"kind": kind, "digest": digest, "data": data} for digest, data in sorted(new.items())]
    if rows:
        connection.execute(insert(table), rows)


def copy_groups(connection: Connection) -> dict[str, str]:
    """Report id -> id of its copy group."""
    table = schema.reports
    return {row.id: row.copy_group for row in connection.execute(select(table.c.id, table.c.copy_group))}


def _kept(row: Row[Any]) -> KeptViews:
    return KeptViews(row.report, row.origin, row.record, row.footprints)


def put_views(connection: Connection, views: Sequence[KeptViews]) -> None:
    """Put them in the place of those of the same reports."""
    table = schema.linkable
    connection.execute(delete(table).where(table.c.report.in_([each.report for each in views])))
    rows = [asdict(each) for each in views]
    if rows:
        connection.execute(insert(table), rows)
