"""What is asked of a ledger and changes nothing: finding incidents, claims, statements and reports."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import select

from dateline.errors import LedgerError
from dateline.ledger import audit, linking, paging, queries, schema, seeking, valuing
from dateline.ledger.finding import (
    Begun,
    Facets,
    Filter,
    Findings,
    Named,
    Order,
    Page,
    ReportLine,
    Sketch,
    Sought,
)
from dateline.ledger.lagging import LINK
from dateline.ledger.remembering import Remembered
from dateline.ledger.session import Session
from dateline.limits import LEDGER_PAGE
from dateline.model import Incident, Ledger, Reading, Status


class Answers:
    """The part of a store that answers questions."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._facets = Remembered[None, Facets]()
        self._begun = Remembered[Filter, tuple[Begun, ...]]()

    def readings_of(self, reports: Collection[str]) -> Iterator[Reading]:
        """In pages of as many ids as a statement takes."""
        wanted = sorted(reports)
        for start in range(0, len(wanted), LEDGER_PAGE):
            page = wanted[start : start + LEDGER_PAGE]
            yield from paging.readings(self._session, schema.readings.c.report.in_(page))

    def each_incident(self) -> Iterator[Incident]:
        """The ids first; then their records in pages."""
        ids = self.incident_ids("")
        for start in range(0, len(ids), LEDGER_PAGE):
            yield from self.incidents_with(ids[start : start + LEDGER_PAGE])

    def incident_of(self, report: str) -> Mapping[str, str]:
        """By the indexes of claims."""
        with self._session.reading() as connection:
            return queries.incident_of(connection, report)

    def find(self, wanted: Filter, order: Order, limit: int | None, offset: int = 0) -> Findings:
        """The ids first, in order; records only of those within the limit."""
        with self._session.reading() as connection:
            ids = queries.matching(connection, wanted, order, limit, offset)
            found = tuple(queries.found(connection, ids))
        return Findings(sum(each.number for each in self.begun(wanted)), found)

    def sketch(self, wanted: Filter, order: Order, limit: int) -> tuple[Sketch, ...]:
        """From the drawn columns; no record is read."""
        with self._session.reading() as connection:
            ids = queries.matching(connection, wanted, order, limit, placed=True)
            return tuple(seeking.sketches(connection, ids))

    def begun(self, wanted: Filter) -> tuple[Begun, ...]:
        """From the drawn columns; the database counts, once for the incidents as last put."""
        with self._session.reading() as connection:
            return self._begun.answer(
                linking.unchanged(connection), wanted, lambda: tuple(queries.begun(connection, wanted))
            )

    def sketch_of(self, incidents: Sequence[str]) -> tuple[Sketch, ...]:
        """From the drawn columns."""
        with self._session.reading() as connection:
            return tuple(seeking.sketches(connection, incidents))

    def report_lines(self, reports: Sequence[str]) -> tuple[ReportLine, ...]:
        """From the drawn columns."""
        with self._session.reading() as connection:
            return tuple(seeking.report_lines(connection, reports))

    def entries(self) -> int:
        """By the index of the primary key."""
        with self._session.reading() as connection:
            return audit.entries(connection)

    def entry(self, number: int) -> str | None:
        """By the index of the primary key."""
        with self._session.reading() as connection:
            return audit.hash_of(connection, number)

    def facets(self) -> Facets:
        """From the drawn columns, once for the incidents as last put."""
        with self._session.reading() as connection:
            return self._facets.answer(
                linking.unchanged(connection), None, lambda: seeking.facets(connection)
            )

    def fields_with(self, statuses: Sequence[Status]) -> Mapping[str, tuple[str, ...]]:
        """From the drawn columns."""
        with self._session.reading() as connection:
            return seeking.statuses(connection, statuses)

    def seek_reports(self, sought: Sought, page: Page) -> Named:
        """From the drawn columns."""
        with self._session.reading() as connection:
            return seeking.page_of_reports(connection, sought, page)

    def seek_claims(self, sought: Sought, page: Page) -> Named:
        """From the drawn columns."""
        with self._session.reading() as connection:
            return seeking.page_of_claims(connection, sought, page)

    def seek_statements(self, sought: Sought, page: Page) -> Named:
        """From the drawn columns."""
        with self._session.reading() as connection:
            return seeking.page_of_statements(connection, sought, page)

    def incidents_with(self, ids: Sequence[str]) -> tuple[Incident, ...]:
        """By the index of the primary key."""
        with self._session.reading() as connection:
            return queries.incidents_with(connection, ids)

    def incident_ids(self, prefix: str) -> tuple[str, ...]:
        """By the index of the primary key."""
        with self._session.reading() as connection:
            return queries.ids_like(connection, prefix)

    def excerpt(self, incident: str) -> Ledger:
        """Only the readings of the incident's own reports."""
        with self._session.reading() as connection:
            told = queries.incidents_with(connection, (incident,))
            if not told:
                raise LedgerError(f"the ledger has no incident {incident}")
            related = sorted({each.incident for each in told[0].relations})
            told += queries.incidents_with(connection, related)
            judged = valuing.value_judgements_on(connection, told[0].reports)
        readings = tuple(self.readings_of(told[0].reports))
        if len(readings) != len(told[0].reports):
            raise LedgerError(f"a report of {incident} was removed and the rest not linked again: {LINK}")
        return Ledger(readings, tuple(sorted(told, key=lambda each: each.id)), (), (), judged)

    def incidents_holding(self, claims: Sequence[str]) -> tuple[Incident, ...]:
        """By the index of claims."""
        with self._session.reading() as connection:
            return queries.incidents_with(connection, queries.ids_holding(connection, claims))

    def report_of_claim(self, claim: str) -> str | None:
        """By the index of the primary key."""
        table = schema.claims
        with self._session.reading() as connection:
            return connection.execute(select(table.c.report).where(table.c.id == claim)).scalar()

    def report_of_statement(self, statement: str) -> str | None:
        """By the index of the primary key."""
        table = schema.statements
        with self._session.reading() as connection:
            return connection.execute(select(table.c.report).where(table.c.id == statement)).scalar()
