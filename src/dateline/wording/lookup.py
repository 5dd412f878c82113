"""A ledger's records by id, and which statements bear on which incident."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model import Claim, Incident, Ledger, Report, Statement
from dateline.wording.words import Countries


@dataclass(frozen=True, slots=True)
class Lookup:
    """Everything that a view needs beside the record it shows.

    ``statements`` holds, by incident id, the statements that carry one of its claims; ``loose`` those
    that carry no incident's claim.
    """

    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    incidents: Mapping[str, Incident]
    statements: Mapping[str, tuple[Statement, ...]]
    loose: tuple[Statement, ...]
    countries: Countries

    def published(self, record: Claim | Statement) -> tuple[bool, str]:
        """A key that puts records in order of publication, those without a day last."""
        day = self.reports[record.report].published
        return day is None, str(day)


def look_up(ledger: Ledger, countries: Countries) -> Lookup:
    """Index a ledger; statements stay in the order of their reports."""
    incident_of = {claim: incident.id for incident in ledger.incidents for claim in incident.claims}
    statements: dict[str, list[Statement]] = {}
    loose: list[Statement] = []
    for reading in ledger.readings:
        for statement in reading.statements:
            bearing = dict.fromkeys(incident_of[claim] for claim in statement.claims if claim in incident_of)
            for incident in bearing:
                statements.setdefault(incident, []).append(statement)
            if not bearing:
                loose.append(statement)
    return Lookup(
        reports={reading.report.id: reading.report for reading in ledger.readings},
        claims={claim.id: claim for reading in ledger.readings for claim in reading.claims},
        incidents={incident.id: incident for incident in ledger.incidents},
        statements={incident: tuple(said) for incident, said in statements.items()},
        loose=tuple(loose),
        countries=countries,
    )
