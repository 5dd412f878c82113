"""The door: what a ledger keeps and gives back, whichever database holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dateline.model import Incident, Ledger, Quarantined, Reading

Clock = Callable[[], datetime]
"""Gives the time, with its zone, that the audit chain keeps for an entry."""


@dataclass(frozen=True, slots=True)
class Change:
    """How many incidents came, went, or stayed with another record."""

    new: int
    changed: int
    gone: int


class Store(Protocol):
    """An open ledger. Every method that writes is one transaction: kept whole, or not at all.

    Raises:
        LedgerError: from any method, where the database fails or what it holds is broken.
    """

    def has(self, report: str) -> bool:
        """Whether the ledger holds a current reading of the report with this id."""

    def add(self, reading: Reading, raw: bytes) -> bool:
        """Keep a reading and its raw copy; false, and nothing changes, where the report is known.

        Raises:
            LedgerError: ``raw`` is not the raw copy that the report was made from.
        """

    def quarantine(self, quarantined: Quarantined, raw: bytes | None) -> bool:
        """Keep the name of an input that could not be read; false where it is known.

        ``raw`` are its bytes, or null where they could not be had. It is superseded when a report is
        added from these bytes, or, without bytes, from the same path; and when the same input is refused
        for another reason.
        """

    def readings(self) -> Iterator[Reading]:
        """Every current reading in order of report id, as it was added but for its copy group.

        The copy group is the one last put; see ``put_incidents``.
        """

    def quarantined(self) -> tuple[Quarantined, ...]:
        """Every input that could not be read and was not superseded, in order of path and reason."""

    def raw(self, digest: str) -> bytes:
        """The raw copy with this SHA-256, as 64 hexadecimal digits.

        Raises:
            LedgerError: there is none.
        """

    def head(self) -> str:
        """The hash of the last entry of the audit chain; changes with every fact that is added."""

    def settled(self) -> bool:
        """Whether the incidents were made from all that the ledger holds."""

    def put_incidents(
        self, incidents: Sequence[Incident], copy_groups: Mapping[str, str], head: str
    ) -> Change | None:
        """Replace the incidents, and the copy groups of the reports.

        Args:
            incidents: all of them.
            copy_groups: report id -> id of its copy group, for every report.
            head: the head of the chain from before the readings were taken; where the ledger has grown
                since, nothing is put and the answer is null.
        """

    def incidents(self) -> tuple[Incident, ...]:
        """Every incident as last put, in order of id."""

    def export(self) -> Ledger:
        """All of the ledger, in the order of the JSON contract.

        Raises:
            LedgerError: reports were added since the incidents were made.
        """

    def verify_chain(self) -> tuple[str, ...]:
        """What is wrong with the audit chain or a record that it vouches for, in words; empty if sound."""

    def close(self) -> None:
        """Let go of the database."""
