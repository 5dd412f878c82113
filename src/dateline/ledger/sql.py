"""The store over SQLAlchemy Core: the same statements for SQLite, PostgreSQL and memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import Connection, Engine, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

from dateline.errors import LedgerError
from dateline.ledger import audit, schema, writing
from dateline.ledger.database import WRITES
from dateline.ledger.incidents import all_incidents, replace_copy_groups, replace_incidents
from dateline.ledger.raw import RawCopies
from dateline.ledger.records import QUARANTINED, READING
from dateline.ledger.store import Change, Clock
from dateline.limits import LEDGER_PAGE
from dateline.model import Incident, Ledger, Quarantined, Reading, raw_hash


class SqlStore:
    """A ``Store`` in one database; ``copies`` keeps raw copies outside of it, none keeps them inside."""

    def __init__(self, engine: Engine, copies: RawCopies | None, clock: Clock) -> None:
        self._engine = engine
        self._copies = copies
        self._clock = clock

    def has(self, report: str) -> bool:
        """Look in the index of current readings."""
        with self._reading() as connection:
            return writing.has_reading(connection, report)

    def add(self, reading: Reading, raw: bytes) -> bool:
        """Keep the raw copy first, so that no committed report lacks it; then the rest, at once."""
        digest = raw_hash(raw)
        if digest != reading.report.raw:
            raise LedgerError(f"{reading.report.id} was not made from the raw copy {digest}")
        if self.has(reading.report.id):
            return False
        if self._copies:
            self._copies.keep(digest, raw)
        with self._writing() as connection:
            if writing.has_reading(connection, reading.report.id):
                return False
            writing.add_raw(connection, digest, len(raw), None if self._copies else raw)
            writing.add_reading(connection, reading, self._clock())
        return True

    def quarantine(self, quarantined: Quarantined, raw: bytes | None) -> bool:
        """Keep path, reason and hash; not the bytes, which may be anything."""
        digest = None if raw is None else raw_hash(raw)
        with self._writing() as connection:
            return writing.add_quarantined(connection, quarantined, digest, self._clock())

    def readings(self) -> Iterator[Reading]:
        """Page by page, so that no transaction stays open while a reading is used."""
        kept, drawn = schema.readings, schema.reports
        current = select(kept.c.id, kept.c.report).where(kept.c.superseded_why.is_(None))
        with self._reading() as connection:
            ids = [row.id for row in sorted(connection.execute(current), key=lambda row: str(row.report))]
        joined = select(kept.c.id, kept.c.record, drawn.c.copy_group).join(drawn, drawn.c.id == kept.c.report)
        for start in range(0, len(ids), LEDGER_PAGE):
            page = ids[start : start + LEDGER_PAGE]
            with self._reading() as connection:
                rows = {row.id: row for row in connection.execute(joined.where(kept.c.id.in_(page)))}
            for id_ in page:
                yield _grouped(READING.read(rows[id_].record), rows[id_].copy_group)

    def quarantined(self) -> tuple[Quarantined, ...]:
        """The same path and reason once, whatever the bytes."""
        table = schema.quarantined
        with self._reading() as connection:
            current = select(table.c.record).where(table.c.superseded_why.is_(None))
            found = {QUARANTINED.read(record) for record in connection.execute(current).scalars()}
        return tuple(sorted(found, key=lambda each: (each.path, each.reason)))

    def raw(self, digest: str) -> bytes:
        """From the folder, or from the table."""
        table = schema.raw_copies
        with self._reading() as connection:
            row = connection.execute(select(table.c.data).where(table.c.hash == digest)).first()
        if row is None:
            raise LedgerError(f"there is no raw copy {digest}")
        return bytes(row.data) if self._copies is None else self._copies.get(digest)

    def head(self) -> str:
        """One look-up."""
        with self._reading() as connection:
            return audit.head(connection)

    def settled(self) -> bool:
        """Compare the head with that of the readings which the incidents were made from."""
        with self._reading() as connection:
            return _settled(connection)

    def put_incidents(
        self, incidents: Sequence[Incident], copy_groups: Mapping[str, str], head: str
    ) -> Change | None:
        """Write only what differs."""
        with self._writing() as connection:
            if audit.head(connection) != head:
                return None
            replace_copy_groups(connection, copy_groups)
            change = replace_incidents(connection, incidents)
            connection.execute(delete(schema.settled))
            connection.execute(insert(schema.settled), {"head": head})
        return change

    def incidents(self) -> tuple[Incident, ...]:
        """From their records."""
        with self._reading() as connection:
            return all_incidents(connection)

    def export(self) -> Ledger:
        """Readings, incidents and quarantined, each in its order."""
        if not self.settled():
            raise LedgerError(
                "reports were added and not linked yet, as `dateline add` was interrupted; run it again"
            )
        return Ledger(tuple(self.readings()), self.incidents(), self.quarantined())

    def verify_chain(self) -> tuple[str, ...]:
        """Every entry, and every record against its entry."""
        with self._reading() as connection:
            return tuple(audit.faults(connection))

    def close(self) -> None:
        """Close the pool of connections."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _told(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction, alone at the database: committed at the end, or rolled back by an error."""
        with _told(), self._engine.execution_options(**{WRITES: True}).begin() as connection:
            yield connection


@contextmanager
def _told() -> Iterator[None]:
    """What goes wrong in the database, in one line."""
    try:
        yield
    except SQLAlchemyError as error:
        raise LedgerError(f"the ledger's database failed: {reason(error)}") from error


def reason(error: SQLAlchemyError) -> str:
    """The database's own words, without the statement and its values."""
    own = getattr(error, "orig", None) or error
    return " ".join(str(own).split())


def _settled(connection: Connection) -> bool:
    """An empty ledger is settled: there is nothing to make incidents from."""
    put = connection.execute(select(schema.settled.c.head)).scalar() or audit.START
    return put == audit.head(connection)


def _grouped(reading: Reading, copy_group: str) -> Reading:
    if reading.report.copy_group == copy_group:
        return reading
    return replace(reading, report=replace(reading.report, copy_group=copy_group))
