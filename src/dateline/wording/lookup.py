"""A ledger's records by id, and which statements bear on which incident."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model import Claim, Incident, Ledger, Report, Statement, ValueJudgement
from dateline.reconcile import judged, value_standings
from dateline.reconcile.judged import changes_of
from dateline.wording.words import Countries


@dataclass(frozen=True, slots=True)
class Lookup:
    """Everything that a view needs beside the record it shows.

    ``claims`` are as they count, with the values that people gave; ``judged`` are, by claim id, the
    judgements on values that are in force, and ``as_read`` the claims that these correct or reject.
    ``statements`` holds, by incident id, the statements that carry one of its claims; ``loose`` those
    that carry no incident's claim.
    """

    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    incidents: Mapping[str, Incident]
    statements: Mapping[str, tuple[Statement, ...]]
    loose: tuple[Statement, ...]
    countries: Countries
    judged: Mapping[str, ValueJudgement]
    as_read: Mapping[str, Claim]

    def rejected(self, incident: Incident) -> list[Claim]:
        """The claims that a person rejected, of the events that an incident holds."""
        events = {self.claims[claim].event for claim in incident.claims}
        found = (self.as_read[id_] for id_, each in self.judged.items() if each.verdict == "reject")
        return [claim for claim in found if claim.event in events]

    def published(self, record: Claim | Statement) -> tuple[bool, str]:
        """A key that puts records in order of publication, those without a day last."""
        day = self.reports[record.report].published
        return day is None, str(day)


def look_up(ledger: Ledger, countries: Countries) -> Lookup:
    """Index a ledger; statements stay in the order of their reports."""
    incident_of = {claim: incident.id for incident in ledger.incidents for claim in incident.claims}
    read = {claim.id: claim for reading in ledger.readings for claim in reading.claims}
    stood = value_standings(ledger.value_judgements, {each.report.id: each for each in ledger.readings})
    changes = changes_of(stood)
    counted = (judged(reading, changes.get(reading.report.id, ())) for reading in ledger.readings)
    verdicts = {each.claim: each.judgement for each in stood if each.state == "in force" and each.claim}
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
        claims=read | {claim.id: claim for reading in counted for claim in reading.claims},
        incidents={incident.id: incident for incident in ledger.incidents},
        statements={incident: tuple(said) for incident, said in statements.items()},
        loose=tuple(loose),
        countries=countries,
        judged=verdicts,
        as_read={id_: read[id_] for id_, each in verdicts.items() if each.verdict != "accept"},
    )
