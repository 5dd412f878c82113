"""No two records of a kind share an id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.doctor.finding import Finding
from dateline.model import Ledger


def ids_are_unique(ledger: Ledger) -> Iterator[Finding]:
    """Reports, claims, statements, actors and incidents are each one record an id."""
    seen = Counter(reading.report.id for reading in ledger.readings)
    for reading in ledger.readings:
        seen.update(claim.id for claim in reading.claims)
        seen.update(statement.id for statement in reading.statements)
        seen.update(actor.id for actor in reading.actors)
    seen.update(incident.id for incident in ledger.incidents)
    for record, times in seen.items():
        if times > 1:
            yield Finding(record, f"{times} records share this id")
