"""Ids of a page -> the records, each as it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.ledger import Store
from dateline.model import Claim, Reading, Report, Statement

Ids = Sequence[tuple[str, str]]
"""The report of each record, and its own id."""


def reports_named(store: Store, ids: Ids) -> Iterator[Report]:
    """The reports in this order; one that was removed meanwhile is left out."""
    readings = _readings(store, ids)
    yield from (readings[report].report for report, _ in ids if report in readings)


def claims_named(store: Store, ids: Ids) -> Iterator[tuple[Claim, str | None]]:
    """The claims in this order, each with the id of the incident that holds it."""
    readings = _readings(store, ids)
    claims = {claim.id: claim for reading in readings.values() for claim in reading.claims}
    wanted = [claim for _, claim in ids if claim in claims]
    holders = {
        claim: incident.id for incident in store.incidents_holding(wanted) for claim in incident.claims
    }
    yield from ((claims[claim], holders.get(claim)) for claim in wanted)


def statements_named(store: Store, ids: Ids) -> Iterator[Statement]:
    """The statements in this order."""
    readings = _readings(store, ids)
    told = {each.id: each for reading in readings.values() for each in reading.statements}
    yield from (told[statement] for _, statement in ids if statement in told)


def _readings(store: Store, ids: Ids) -> dict[str, Reading]:
    return {each.report.id: each for each in store.readings_of({report for report, _ in ids})}
