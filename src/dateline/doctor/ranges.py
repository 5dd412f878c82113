"""low <= best <= high, wherever all are known."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.doctor.finding import Finding
from dateline.model import COUNTS, Ledger


def ranges_are_ordered(ledger: Ledger) -> Iterator[Finding]:
    """Numbers of a field stand in order, and only counts have them."""
    for incident in ledger.incidents:
        for name, summary in incident.fields:
            if not _ordered(summary.low, summary.best, summary.high):
                problem = f"{name} is out of order: {summary.low}, {summary.best}, {summary.high}"
                yield Finding(incident.id, problem)
            if name not in COUNTS and (summary.low, summary.best, summary.high) != (None, None, None):
                yield Finding(incident.id, f"{name} is no count but has numbers")
            for point in summary.series:
                if not _ordered(point.low, point.high):
                    yield Finding(incident.id, f"{name} is out of order on {point.date}")


def _ordered(*numbers: int | None) -> bool:
    known = [number for number in numbers if number is not None]
    return known == sorted(known)
