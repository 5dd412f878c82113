"""The audit chain: every fact that is added, each entry sealed with the hash of the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, func, insert, select

from dateline.ledger.schema import audit, judgements, quarantined, readings
from dateline.limits import LEDGER_PAGE

START = "0" * 64
"""What the first entry names as the one before it."""

VOUCHED: Mapping[str, Table] = {"read": readings, "quarantined": quarantined, "judged": judgements}
"""Actions that add a record, and the table with that record."""

SUPERSEDED = "superseded"
"""The action whose payload is what superseded a record, and why."""


def head(connection: Connection) -> str:
    """The hash of the last entry, ``START`` where there is none."""
    last = select(audit.c.hash).order_by(audit.c.n.desc()).limit(1)
    return connection.execute(last).scalar() or START


def append(connection: Connection, now: datetime, action: str, record: str, payload: str) -> None:
    """Seal one entry; the caller holds the write lock, so that the chain cannot fork.

    Args:
        connection: in the transaction that adds the record.
        now: with its zone.
        action: what was done.
        record: the id of the record it was done to.
        payload: what was added; its hash is sealed.
    """
    n = (connection.execute(select(func.max(audit.c.n))).scalar() or 0) + 1
    entry = {
        "n": n,
        "at": now.astimezone(UTC).isoformat(timespec="seconds"),
        "action": action,
        "record": record,
        "payload": digest(payload),
        "previous": head(connection),
    }
    connection.execute(insert(audit), {**entry, "hash": _seal(entry)})


def digest(payload: str) -> str:
    """SHA-256 of a text, as 64 hexadecimal digits."""
    return hashlib.sha256(payload.encode()).hexdigest()


def superseding(by: str | None, why: str) -> str:
    """The payload of an entry that supersedes a record."""
    return json.dumps([by, why])


def faults(connection: Connection) -> Iterator[str]:
    """Every break of the chain, and every record that is not what its entry vouches for."""
    previous, n = START, 0
    entries = select(audit).order_by(audit.c.n).execution_options(yield_per=LEDGER_PAGE)
    for row in connection.execute(entries).mappings():
        n += 1
        if row["n"] != n:
            yield f"entry {n} of the audit chain is missing"
            n = row["n"]
        if row["previous"] != previous:
            yield f"entry {n} of the audit chain does not follow the one before it"
        if row["hash"] != _seal({name: value for name, value in row.items() if name != "hash"}):
            yield f"entry {n} of the audit chain was changed"
        previous = row["hash"]
    for action, table in VOUCHED.items():
        yield from _changed(connection, action, table)
        yield from _superseded(connection, table)


def _seal(entry: Mapping[str, object]) -> str:
    return digest(
        json.dumps([entry[name] for name in ("n", "at", "action", "record", "payload", "previous")])
    )


def _changed(connection: Connection, action: str, table: Table) -> Iterator[str]:
    """Records without an entry, entries without a record, and records that were changed."""
    entries = select(audit.c.record, audit.c.payload).where(audit.c.action == action)
    vouched = {row.record: row.payload for row in connection.execute(entries)}
    rows = select(table.c.id, table.c.record).execution_options(yield_per=LEDGER_PAGE)
    for id_, record in connection.execute(rows):
        told = vouched.pop(id_, None)
        if told is None:
            yield f"{id_} in {table.name} is not in the audit chain"
        elif told != digest(record):
            yield f"{id_} in {table.name} was changed after it was added"
    yield from (f"{id_} is in the audit chain and gone from {table.name}" for id_ in sorted(vouched))


def _superseded(connection: Connection, table: Table) -> Iterator[str]:
    """Records that say they were superseded where the chain does not, and the other way round."""
    entries = select(audit.c.record, audit.c.payload).where(audit.c.action == SUPERSEDED)
    told = {row.record: row.payload for row in connection.execute(entries)}
    rows = select(table.c.id, table.c.superseded_by, table.c.superseded_why)
    for id_, by, why in connection.execute(rows.execution_options(yield_per=LEDGER_PAGE)):
        if told.get(id_) != (None if why is None else digest(superseding(by, why))):
            yield f"{id_} in {table.name} is not superseded as the audit chain says"
