"""What a format is written from: a ledger that is gone through as often as the format asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.model import Claim, Incident, Judgement, Ledger, Quarantined, Reading, Report, ValueJudgement


@dataclass(frozen=True, slots=True)
class Told:
    """An incident beside the readings that it rests on, by report id; others may be among them."""

    incident: Incident
    readings: Mapping[str, Reading]

    def reports(self) -> dict[str, Report]:
        """Its reports by id."""
        return {id_: self.readings[id_].report for id_ in self.incident.reports}

    def claims(self) -> dict[str, Claim]:
        """All claims of its reports by id."""
        return {claim.id: claim for id_ in self.incident.reports for claim in self.readings[id_].claims}


class Source(Protocol):
    """A ledger to be written; one that is kept holds a page of records in memory at a time."""

    @property
    def readings(self) -> Iterable[Reading]:
        """Every reading in order of report id, from the first one at each time."""

    @property
    def incidents(self) -> Iterable[Incident]:
        """Every incident in order of id, from the first one at each time."""

    @property
    def quarantined(self) -> Sequence[Quarantined]:
        """Every input that could not be read."""

    @property
    def judgements(self) -> Sequence[Judgement]:
        """Every judgement on a pair of events."""

    @property
    def value_judgements(self) -> Sequence[ValueJudgement]:
        """Every judgement on a value."""

    def told(self) -> Iterator[Told]:
        """Every incident in order of id, beside its readings."""

    def incident_of(self, reading: Reading) -> Mapping[str, str]:
        """Claim id -> id of the incident that holds it, at least of the reading's claims."""


class InMemory:
    """A ledger that is in memory as it is."""

    def __init__(self, ledger: Ledger) -> None:
        self.readings, self.incidents, self.quarantined = (
            ledger.readings,
            ledger.incidents,
            ledger.quarantined,
        )
        self.judgements, self.value_judgements = ledger.judgements, ledger.value_judgements
        self._held = {claim: incident.id for incident in ledger.incidents for claim in incident.claims}

    def told(self) -> Iterator[Told]:
        """All readings go with each."""
        readings = {reading.report.id: reading for reading in self.readings}
        return (Told(incident, readings) for incident in self.incidents)

    def incident_of(self, _reading: Reading) -> Mapping[str, str]:
        """Of all claims."""
        return self._held
