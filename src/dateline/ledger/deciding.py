"""What people decide: judgements on pairs of events, and reports taken out or brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, func, insert, select

from dateline.errors import LedgerError
from dateline.ledger import audit, schema, writing
from dateline.ledger.drawing import draw, erase
from dateline.ledger.records import JUDGEMENT, READING, REMOVAL
from dateline.ledger.rows import storable
from dateline.model import Anchor, Judgement, Removal, ValueJudgement, Verdict, content_id


def add_judgement(
    connection: Connection,
    verdict: Verdict,
    events: tuple[Anchor, Anchor],
    by_and_why: tuple[str, str],
    now: datetime,
) -> Judgement:
    """Keep a judgement on a pair of events."""
    number = next_number(connection, schema.judgements)
    made = Judgement("", number, verdict, events, *by_and_why, second(now), undoes=None)
    return _keep_judgement(connection, made, now)


def undo_judgement(
    connection: Connection, judgement: str, by_and_why: tuple[str, str], now: datetime
) -> Judgement:
    """Keep the undoing of a judgement, which it supersedes.

    Raises:
        LedgerError: there is no such judgement, it was undone, or it undoes another.
    """
    table = schema.judgements
    row = connection.execute(select(table).where(table.c.id == judgement)).first()
    if row is None:
        raise LedgerError(f"there is no judgement {judgement}; `dateline judge list` lists them")
    if row.superseded_why is not None:
        raise LedgerError(f"{judgement} was undone already, by {row.superseded_by}")
    undone = JUDGEMENT.read(row.record)
    if undone.undoes:
        raise LedgerError(f"{judgement} undoes {undone.undoes}: judge the pair again instead")
    number, (by, why) = next_number(connection, table), by_and_why
    entry = replace(undone, number=number, by=by, why=why, at=second(now), undoes=judgement)
    kept = _keep_judgement(connection, entry, now)
    writing.supersede(connection, table, table.c.id == judgement, (kept.id, why), now)
    return kept


def take_judgement(connection: Connection, judgement: Judgement, now: datetime) -> Judgement:
    """Keep an entry of another ledger as it was made there, under the next number.

    Raises:
        LedgerError: it undoes a judgement that is not there, or was undone.
    """
    table = schema.judgements
    made = replace(judgement, id="", number=next_number(connection, table))
    if made.undoes is not None:
        row = connection.execute(select(table.c.superseded_why).where(table.c.id == made.undoes)).first()
        if row is None or row.superseded_why is not None:
            raise LedgerError(f"{judgement.id} undoes {made.undoes}, which is not there or was undone")
    kept = _keep_judgement(connection, made, now)
    if made.undoes is not None:
        writing.supersede(connection, table, table.c.id == made.undoes, (kept.id, made.why), now)
    return kept


def remove_report(connection: Connection, report: str, by_and_why: tuple[str, str], now: datetime) -> Removal:
    """Supersede the current reading of a report by its removal.

    Raises:
        LedgerError: the ledger has no such report, or it was removed.
    """
    if writing.current_reading(connection, report) is None:
        removed = writing.has_reading(connection, report, superseded=True)
        raise LedgerError(f"{report} was removed already" if removed else f"there is no report {report}")
    number, (by, why) = next_number(connection, schema.removals), by_and_why
    removal = _keep_removal(connection, Removal("", number, report, by, why, second(now), None), now)
    table = schema.readings
    writing.supersede(connection, table, table.c.report == report, (removal.id, why), now)
    erase(connection, report)
    return removal


def restore_report(
    connection: Connection, report: str, by_and_why: tuple[str, str], now: datetime
) -> Removal:
    """Keep the reading that was removed once more, as the current one.

    Raises:
        LedgerError: the report is not removed.
    """
    table = schema.removals
    current = (table.c.report == report, table.c.undoes.is_(None), table.c.superseded_why.is_(None))
    row = connection.execute(select(table).where(*current)).first()
    if row is None:
        raise LedgerError(f"{report} is not removed")
    number, (by, why) = next_number(connection, table), by_and_why
    entry = _keep_removal(connection, Removal("", number, report, by, why, second(now), row.id), now)
    writing.supersede(connection, table, table.c.id == row.id, (entry.id, why), now)
    kept = connection.execute(select(schema.readings).where(schema.readings.c.superseded_by == row.id)).one()
    reading = READING.read(kept.record)
    writing.keep_reading(connection, _once_more(kept), "restored", now)
    draw(connection, reading)
    return entry


def all_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Every judgement and undoing, in order of number."""
    table = schema.judgements
    records = connection.execute(select(table.c.record).order_by(table.c.number)).scalars()
    return tuple(JUDGEMENT.read(record) for record in records)


def removals(connection: Connection) -> tuple[Removal, ...]:
    """The removals that were not undone, in order of number."""
    table = schema.removals
    held = select(table.c.record).where(table.c.undoes.is_(None), table.c.superseded_why.is_(None))
    return tuple(
        REMOVAL.read(record) for record in connection.execute(held.order_by(table.c.number)).scalars()
    )


def _keep_judgement(connection: Connection, judgement: Judgement, now: datetime) -> Judgement:
    left, right = (anchor.event for anchor in judgement.events)
    told = (str(judgement.number), judgement.verdict, left, right, judgement.by, judgement.why)
    named = replace(judgement, id=content_id("judgement", *told, judgement.undoes or ""))
    row = decided(named, JUDGEMENT.write(named))
    row |= {"verdict": named.verdict, "event": left, "other_event": right}
    connection.execute(insert(schema.judgements), storable(row))
    audit.append(connection, now, "judgement undone" if named.undoes else "judged", named.id, row["record"])
    return named


def _keep_removal(connection: Connection, removal: Removal, now: datetime) -> Removal:
    told = (str(removal.number), removal.report, removal.by, removal.why, removal.undoes or "")
    named = replace(removal, id=content_id("removal", *told))
    row = decided(named, REMOVAL.write(named)) | {"report": named.report}
    connection.execute(insert(schema.removals), storable(row))
    audit.append(connection, now, "removal undone" if named.undoes else "removed", named.id, row["record"])
    return named


def decided(entry: Judgement | ValueJudgement | Removal, record: str) -> dict[str, Any]:
    """The columns that every kind of decision has."""
    return {
        "id": entry.id,
        "number": entry.number,
        "judge": entry.by,
        "why": entry.why,
        "at": entry.at.isoformat(),
        "undoes": entry.undoes,
        "record": record,
    }


def _once_more(kept: Row[Any]) -> dict[str, str]:
    """The row of a reading that follows itself."""
    row: dict[str, str] = {column.name: getattr(kept, column.name) for column in schema.readings.c}
    del row["superseded_by"], row["superseded_why"]
    return row | {"id": content_id("reading", kept.record, kept.id)}


def next_number(connection: Connection, table: Table) -> int:
    """The number of the next entry of a table."""
    return (connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1


def second(now: datetime) -> datetime:
    """The time to the second, in UTC."""
    return now.astimezone(UTC).replace(microsecond=0)
