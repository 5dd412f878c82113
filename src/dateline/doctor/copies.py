"""A copy group is one voice, however many publishers carry it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.doctor.finding import Finding
from dateline.model import Claim, Ledger


def copy_group_is_one_voice(ledger: Ledger) -> Iterator[Finding]:
    """Only voices of their own can agree or disagree: the same source in one copy group is one."""
    group = {reading.report.id: reading.report.copy_group for reading in ledger.readings}
    claims = {claim.id: claim for reading in ledger.readings for claim in reading.claims}

    def voice(claim: Claim) -> tuple[str, str]:
        return group[claim.report], "" if claim.source.publisher else claim.source.name

    for incident in ledger.incidents:
        for name, summary in incident.fields:
            voices = {voice(claims[claim]) for claim in summary.claims if claim in claims}
            if summary.status in ("agreed", "disputed") and len(voices) < 2:
                yield Finding(incident.id, f"{name} is {summary.status} by one voice alone")
