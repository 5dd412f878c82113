"""The store over SQLAlchemy Core: the same statements for SQLite, PostgreSQL and memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy

from sqlalchemy import Engine, select

from dateline.errors import LedgerError
from dateline.ledger import audit, deciding, drawn, paging, schema, valuing, writing
from dateline.ledger import bookmarks as marks
from dateline.ledger.finding import Logged, Page
from dateline.ledger.incidents import all_incidents
from dateline.ledger.lagging import require_linked
from dateline.ledger.links import Links
from dateline.ledger.log import page_of_log
from dateline.ledger.raw import RawCopies
from dateline.ledger.records import QUARANTINED
from dateline.ledger.session import Session
from dateline.ledger.store import Clock
from dateline.limits import LEDGER_PAGE
from dateline.model import (
    IMPORTED,
    Anchor,
    Bookmark,
    ClaimAnchor,
    Incident,
    Judgement,
    Kept,
    Ledger,
    Maker,
    Making,
    Quarantined,
    Reading,
    Removal,
    Value,
    ValueJudgement,
    ValueVerdict,
    Verdict,
    raw_hash,
)


class SqlStore(Links):
    """A ``Store`` in one database; ``copies`` keeps raw copies outside of it, none keeps them inside."""

    def __init__(self, engine: Engine, copies: RawCopies | None, clock: Clock) -> None:
        super().__init__(Session(engine))
        self._copies = copies
        self._clock = clock

    @contextmanager
    def still(self) -> Iterator[SqlStore]:
        """One transaction for all that is read."""
        with self._session.still() as session:
            yield self._by(session)

    @contextmanager
    def alone(self) -> Iterator[SqlStore]:
        """One transaction for all that is read and written."""
        with self._session.alone() as session:
            yield self._by(session)

    def _by(self, session: Session) -> SqlStore:
        same = copy(self)
        same._session = session
        return same

    def has(self, report: str) -> bool:
        """Look in the index of current readings."""
        with self._session.reading() as connection:
            return writing.has_reading(connection, report)

    def add(self, reading: Reading, raw: bytes | None, making: Making) -> bool:
        """Keep the raw copy first, so that no committed report lacks it; then the rest, at once."""
        digest = reading.report.raw if raw is None else raw_hash(raw)
        if digest != reading.report.raw or (raw is None and making.kind != IMPORTED):
            raise LedgerError(f"{reading.report.id} was not made from the raw copy {digest}")
        with self._session.reading() as connection:
            if writing.has_reading(connection, reading.report.id, superseded=True):
                return False
        if self._copies and raw is not None:
            self._copies.keep(digest, raw)
        with self._session.writing() as connection:
            if writing.has_reading(connection, reading.report.id, superseded=True):
                return False
            writing.add_raw(connection, digest, len(raw or b""), None if self._copies else raw)
            writing.add_reading(connection, reading, making, self._clock())
        return True

    def reread(self, reading: Reading, making: Making) -> bool:
        """One transaction: the old reading stands until the new one does."""
        with self._session.writing() as connection:
            return writing.add_rereading(connection, reading, making, self._clock())

    def made_by_others(self, maker: Maker) -> int:
        """Counted in the index."""
        with self._session.reading() as connection:
            return writing.count_by_others(connection, maker)

    def outdated(self, maker: Maker) -> tuple[str, ...]:
        """By the index."""
        with self._session.reading() as connection:
            return writing.reports_by_others(connection, maker)

    def kept(self, report: str) -> Kept | None:
        """By the index of current readings."""
        with self._session.reading() as connection:
            return writing.kept(connection, report)

    def reading(self, report: str) -> Reading | None:
        """By the index of current readings."""
        return next(paging.readings(self._session, schema.readings.c.report == report), None)

    def report_of(self, event: str) -> str | None:
        """By the index of events."""
        table = schema.claims
        with self._session.reading() as connection:
            return connection.execute(select(table.c.report).where(table.c.event == event).limit(1)).scalar()

    def quarantine(self, quarantined: Quarantined, raw: bytes | None) -> bool:
        """Keep path, reason and hash; not the bytes, which may be anything."""
        digest = None if raw is None else raw_hash(raw)
        with self._session.writing() as connection:
            return writing.add_quarantined(connection, quarantined, digest, self._clock())

    def readings(self) -> Iterator[Reading]:
        """Page by page."""
        return paging.readings(self._session)

    def quarantined(self) -> tuple[Quarantined, ...]:
        """The same path and reason once, whatever the bytes."""
        table = schema.quarantined
        with self._session.reading() as connection:
            current = select(table.c.record).where(table.c.superseded_why.is_(None))
            found = {QUARANTINED.read(record) for record in connection.execute(current).scalars()}
        return tuple(sorted(found, key=lambda each: (each.path, each.reason)))

    def raw(self, digest: str) -> bytes:
        """From the folder, or from the table."""
        table = schema.raw_copies
        with self._session.reading() as connection:
            row = connection.execute(select(table.c.data).where(table.c.hash == digest)).first()
        if row is None or (row.data is None and self._copies is None):
            raise LedgerError(f"there is no raw copy {digest}")
        return bytes(row.data) if self._copies is None else self._copies.get(digest)

    def raw_copies(self) -> Iterator[str]:
        """The names only, page by page."""
        column, last = schema.raw_copies.c.hash, ""
        while True:
            following = select(column).where(column > last).order_by(column).limit(LEDGER_PAGE)
            with self._session.reading() as connection:
                page = connection.execute(following).scalars().all()
            if not page:
                return
            yield from page
            last = page[-1]

    def judge(
        self, verdict: Verdict, events: tuple[Anchor, Anchor], by: str, why: str, head: str
    ) -> Judgement | None:
        """In one transaction with its entry in the chain."""
        with self._session.writing() as connection:
            if audit.head(connection) != head:
                return None
            return deciding.add_judgement(connection, verdict, events, (by, why), self._clock())

    def undo(self, judgement: str, by: str, why: str, head: str) -> Judgement | None:
        """In one transaction with the judgement's superseding."""
        with self._session.writing() as connection:
            if audit.head(connection) != head:
                return None
            return deciding.undo_judgement(connection, judgement, (by, why), self._clock())

    def take_judgement(self, judgement: Judgement) -> Judgement:
        """In one transaction with its entry in the chain, and what it supersedes."""
        with self._session.writing() as connection:
            return deciding.take_judgement(connection, judgement, self._clock())

    def judgements(self) -> tuple[Judgement, ...]:
        """From their records."""
        with self._session.reading() as connection:
            return deciding.all_judgements(connection)

    def judge_value(
        self, verdict: tuple[ValueVerdict, Value | None], claim: ClaimAnchor, by: str, why: str
    ) -> ValueJudgement:
        """In one transaction with its entry in the chain."""
        with self._session.writing() as connection:
            return valuing.add_value_judgement(connection, verdict, claim, (by, why), self._clock())

    def undo_value(self, judgement: str, by: str, why: str) -> ValueJudgement:
        """In one transaction with the judgement's superseding."""
        with self._session.writing() as connection:
            return valuing.undo_value_judgement(connection, judgement, (by, why), self._clock())

    def take_value_judgement(self, judgement: ValueJudgement) -> ValueJudgement:
        """In one transaction with its entry in the chain."""
        with self._session.writing() as connection:
            return valuing.take_value_judgement(connection, judgement, self._clock())

    def value_judgements(self) -> tuple[ValueJudgement, ...]:
        """From their records."""
        with self._session.reading() as connection:
            return valuing.all_value_judgements(connection)

    def value_judgements_on(self, reports: Collection[str]) -> tuple[ValueJudgement, ...]:
        """From the records of these alone, so that judging costs no more the more was judged."""
        with self._session.reading() as connection:
            return valuing.value_judgements_on(connection, reports)

    def claims_judged(self) -> frozenset[str]:
        """From the columns alone."""
        with self._session.reading() as connection:
            return valuing.claims_judged(connection)

    def log(self, page: Page) -> Logged:
        """From both tables at once; the records of the page alone are read."""
        with self._session.reading() as connection:
            return page_of_log(connection, page)

    def remove(self, report: str, by: str, why: str) -> Removal:
        """In one transaction with the reading's superseding."""
        with self._session.writing() as connection:
            return deciding.remove_report(connection, report, (by, why), self._clock())

    def restore(self, report: str, by: str, why: str) -> Removal:
        """In one transaction with the new reading."""
        with self._session.writing() as connection:
            return deciding.restore_report(connection, report, (by, why), self._clock())

    def removals(self) -> tuple[Removal, ...]:
        """From their records."""
        with self._session.reading() as connection:
            return deciding.removals(connection)

    def bookmarks(self, run: str) -> Mapping[str, Bookmark]:
        """All rows of the run."""
        with self._session.reading() as connection:
            return marks.bookmarks(connection, run)

    def put_bookmarks(self, run: str, bookmarks: Sequence[Bookmark]) -> None:
        """In one transaction."""
        with self._session.writing() as connection:
            marks.put_bookmarks(connection, run, bookmarks)

    def forget_bookmarks(self, run: str) -> None:
        """One statement."""
        with self._session.writing() as connection:
            marks.forget_bookmarks(connection, run)

    def head(self) -> str:
        """One look-up."""
        with self._session.reading() as connection:
            return audit.head(connection)

    def incidents(self) -> tuple[Incident, ...]:
        """From their records."""
        with self._session.reading() as connection:
            return all_incidents(connection)

    def export(self) -> Ledger:
        """Readings, incidents and quarantined, each in its order."""
        require_linked(self.settled())
        readings = tuple(self.readings())
        judged = (self.judgements(), self.value_judgements())
        return Ledger(readings, self.incidents(), self.quarantined(), *judged)

    def drawn_faults(self) -> Iterator[str]:
        """Report by report, then the incidents."""
        with self._session.reading() as connection:
            reports = writing.current_reports(connection)
        for report in reports:
            with self._session.reading() as connection:
                yield from drawn.reading_faults(connection, report)
        with self._session.reading() as connection:
            yield from drawn.left_over(connection)
            yield from drawn.incident_faults(connection)

    def verify_chain(self) -> tuple[str, ...]:
        """Every entry, and every record against its entry."""
        with self._session.reading() as connection:
            return tuple(audit.faults(connection))

    def close(self) -> None:
        """Close the pool of connections."""
        self._session.close()
