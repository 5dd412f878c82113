"""The audit chain: every fact that is added, each entry sealed with the hash of the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, and_, func, insert, select

from dateline.ledger.schema import audit, judgements, quarantined, readings, removals, value_judgements
from dateline.limits import LEDGER_PAGE

START = "0" * 64
"""What the first entry names as the one before it."""

VOUCHED: Mapping[Table, tuple[str, ...]] = {
    readings: ("read", "read again", "restored"),
    quarantined: ("quarantined",),
    judgements: ("judged", "judgement undone"),
    value_judgements: ("value judged", "value judgement undone"),
    removals: ("removed", "removal undone"),
}
"""Tables of records, and the actions that add one; an action is of one table."""

MADE = ("name", "kind", "version", "codebook")
"""Columns of a reading that are sealed with its record."""

SUPERSEDED = "superseded"
"""The action whose payload is what superseded a record, and why."""

ADDING = ("read", "quarantined", "judged", "judgement undone", "value judged", "value judgement undone")
"""Actions after which all that was there is there as it was."""


def head(connection: Connection) -> str:
    """The hash of the last entry, ``START`` where there is none."""
    last = select(audit.c.hash).order_by(audit.c.n.desc()).limit(1)
    return connection.execute(last).scalar() or START


def only_added(connection: Connection, since: str) -> bool:
    """Whether nothing was taken away or exchanged after the entry of this hash; false where there is none."""
    begun = number_of(connection, since)
    if begun is None:
        return False
    other = select(audit.c.n).where(audit.c.n > begun, audit.c.action.not_in(ADDING)).limit(1)
    return connection.execute(other).scalar() is None


def number_of(connection: Connection, hash_: str) -> int | None:
    """The number of the entry of this hash, 0 for ``START``, null where there is none."""
    if hash_ == START:
        return 0
    return connection.execute(select(audit.c.n).where(audit.c.hash == hash_)).scalar()


def entries(connection: Connection) -> int:
    """How many entries there are: they are numbered from 1."""
    return connection.execute(select(func.max(audit.c.n))).scalar() or 0


def hash_of(connection: Connection, number: int) -> str | None:
    """The hash of an entry, null where there is none."""
    return connection.execute(select(audit.c.hash).where(audit.c.n == number)).scalar()


def append(connection: Connection, now: datetime, action: str, record: str, payload: str) -> None:
    """Seal one entry; the caller holds the write lock, so that the chain cannot fork.

    Args:
        connection: in the transaction that adds the record.
        now: with its zone.
        action: what was done.
        record: the id of the record it was done to.
        payload: what was added; its hash is sealed.
    """
    row = {
        "n": entries(connection) + 1,
        "at": now.astimezone(UTC).isoformat(timespec="seconds"),
        "action": action,
        "record": record,
        "payload": digest(payload),
        "previous": head(connection),
    }
    connection.execute(insert(audit), {**row, "hash": _seal(row)})


def vouched(row: RowMapping | Mapping[str, object]) -> str:
    """The payload of the entry that adds a record: the record, and how it was made where that was kept."""
    if row.get("version"):
        return json.dumps([*(row[name] for name in MADE), row["record"]])
    return str(row["record"])


def digest(payload: str) -> str:
    """SHA-256 of a text, as 64 hexadecimal digits."""
    return hashlib.sha256(payload.encode()).hexdigest()


def superseding(by: str | None, why: str) -> str:
    """The payload of an entry that supersedes a record."""
    return json.dumps([by, why])


def faults(connection: Connection) -> Iterator[str]:
    """Every break of the chain, and every record that is not what its entry vouches for."""
    previous, n = START, 0
    for row in _streamed(connection, select(audit).order_by(audit.c.n)):
        n += 1
        if row["n"] != n:
            yield f"entry {n} of the audit chain is missing"
            n = row["n"]
        if row["previous"] != previous:
            yield f"entry {n} of the audit chain does not follow the one before it"
        if row["hash"] != _seal({name: value for name, value in row.items() if name != "hash"}):
            yield f"entry {n} of the audit chain was changed"
        previous = row["hash"]
    for table, actions in VOUCHED.items():
        yield from _changed(connection, table, actions)
        yield from _superseded(connection, table)


def _seal(entry: Mapping[str, object]) -> str:
    return digest(
        json.dumps([entry[name] for name in ("n", "at", "action", "record", "payload", "previous")])
    )


def _changed(connection: Connection, table: Table, actions: tuple[str, ...]) -> Iterator[str]:
    """Records without an entry, records that were changed, and entries without a record."""
    entry = and_(audit.c.record == table.c.id, audit.c.action.in_(actions))
    rows = select(table, audit.c.payload).join(audit, entry, isouter=True)
    for row in _streamed(connection, rows):
        if row["payload"] is None:
            yield f"{row['id']} in {table.name} is not in the audit chain"
        elif row["payload"] != digest(vouched(row)):
            yield f"{row['id']} in {table.name} was changed after it was added"
    gone = select(audit.c.record).join(table, entry, isouter=True)
    gone = gone.where(audit.c.action.in_(actions), table.c.id.is_(None)).order_by(audit.c.n)
    for row in _streamed(connection, gone):
        yield f"{row['record']} is in the audit chain and gone from {table.name}"


def _superseded(connection: Connection, table: Table) -> Iterator[str]:
    """Records that say they were superseded where the chain does not, and the other way round."""
    entry = and_(audit.c.record == table.c.id, audit.c.action == SUPERSEDED)
    said = (table.c.id, table.c.superseded_by, table.c.superseded_why, audit.c.payload)
    for row in _streamed(connection, select(*said).join(audit, entry, isouter=True)):
        by, why = row["superseded_by"], row["superseded_why"]
        if row["payload"] != (None if why is None else digest(superseding(by, why))):
            yield f"{row['id']} in {table.name} is not superseded as the audit chain says"


def _streamed(connection: Connection, query: Select[Any]) -> Iterator[RowMapping]:
    """Row by row, so that a ledger of any size is checked in little memory."""
    yield from connection.execute(query.execution_options(yield_per=LEDGER_PAGE)).mappings()
