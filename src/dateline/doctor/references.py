"""Every id that a record names is the id of a record that is there."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.doctor.finding import Finding
from dateline.model import Actor, Claim, Ledger, Reading, Statement


def references_resolve(ledger: Ledger) -> Iterator[Finding]:
    """Claims and statements name their own report; incidents name claims, reports and incidents."""
    for reading in ledger.readings:
        yield from _within(reading)
    claims = {claim.id: claim for reading in ledger.readings for claim in reading.claims}
    incidents = {incident.id for incident in ledger.incidents}
    holder: dict[str, str] = {}
    for incident in ledger.incidents:
        for claim in incident.claims:
            if claim not in claims:
                yield Finding(incident.id, f"holds {claim}, which no report makes")
            elif claim in holder:
                yield Finding(claim, f"is held by {holder[claim]} and by {incident.id}")
            holder[claim] = incident.id
        told = {claims[claim].report for claim in incident.claims if claim in claims}
        if told != set(incident.reports):
            yield Finding(incident.id, "its reports are not those of its claims")
        for relation in incident.relations:
            if relation.incident not in incidents:
                yield Finding(incident.id, f"is {relation.kind} {relation.incident}, which is not there")
            if relation.claim is not None and relation.claim not in claims:
                yield Finding(incident.id, f"{relation.kind} rests on {relation.claim}, which is not there")


def _within(reading: Reading) -> Iterator[Finding]:
    own = {claim.id for claim in reading.claims}
    records: tuple[Claim | Statement | Actor, ...] = (*reading.claims, *reading.statements, *reading.actors)
    for record in records:
        if record.report != reading.report.id:
            yield Finding(record.id, f"names report {record.report} but stands in {reading.report.id}")
    for statement in reading.statements:
        for claim in statement.claims:
            if claim not in own:
                yield Finding(statement.id, f"holds {claim}, which its report does not make")
