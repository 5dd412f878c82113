"""The same reports give the same ledger, whatever their order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dateline.doctor.finding import Finding
from dateline.model import Ledger


def order_is_by_id(ledger: Ledger) -> Iterator[Finding]:
    """Readings and incidents are in order of id, quarantined inputs in order of path."""
    reports = [reading.report.id for reading in ledger.readings]
    incidents = [incident.id for incident in ledger.incidents]
    paths = [quarantined.path for quarantined in ledger.quarantined]
    for names in (reports, incidents, paths):
        for before, after in pairwise(names):
            if before > after:
                yield Finding(after, f"stands after {before}")
