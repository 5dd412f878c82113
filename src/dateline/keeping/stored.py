"""A ledger that is kept, as a format is written from it: a page of its records in memory at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.exchange.source import Told
from dateline.ledger import Store
from dateline.ledger.lagging import require_linked
from dateline.limits import LEDGER_PAGE
from dateline.model import Incident, Reading, ValueJudgement
from dateline.reconcile import judged

Changes = Mapping[str, Sequence[ValueJudgement]]
"""Report id -> judgements that change what counts of it."""


class Stored:
    """The readings as they were read; or with ``changes`` as they count.

    Raises:
        LedgerError: the ledger is not linked.
    """

    def __init__(self, store: Store, changes: Changes | None = None) -> None:
        require_linked(store.settled())
        self._store, self._changes = store, changes or {}
        self.quarantined = store.quarantined()
        self.judgements, self.value_judgements = store.judgements(), store.value_judgements()

    @property
    def readings(self) -> Iterator[Reading]:
        """Page by page."""
        return map(self._counted, self._store.readings())

    @property
    def incidents(self) -> Iterator[Incident]:
        """Page by page."""
        return self._store.each_incident()

    def told(self) -> Iterator[Told]:
        """So many at a time as rest on a page of readings, about."""
        for page in pages(self.incidents):
            reports = {report for incident in page for report in incident.reports}
            readings = {each.report.id: self._counted(each) for each in self._store.readings_of(reports)}
            yield from (Told(incident, readings) for incident in page)

    def incident_of(self, reading: Reading) -> Mapping[str, str]:
        """Of the claims of its report."""
        return self._store.incident_of(reading.report.id)

    def _counted(self, reading: Reading) -> Reading:
        return judged(reading, self._changes.get(reading.report.id, ()))


def pages(incidents: Iterable[Incident]) -> Iterator[list[Incident]]:
    """Incidents with about as many reports as are held in memory at a time."""
    page, reports = list[Incident](), 0
    for incident in incidents:
        page.append(incident)
        reports += len(incident.reports)
        if reports >= LEDGER_PAGE:
            yield page
            page, reports = [], 0
    if page:
        yield page
