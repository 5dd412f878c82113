"""The door: what a ledger keeps and gives back, whichever database holds it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from dateline.ledger.finding import (
    Begun,
    Facets,
    Filter,
    Findings,
    Logged,
    Named,
    Order,
    Page,
    ReportLine,
    Sketch,
    Sought,
)
from dateline.ledger.linkable import Linkable
from dateline.model import (
    Anchor,
    Bookmark,
    ClaimAnchor,
    Incident,
    Judgement,
    Kept,
    Ledger,
    Maker,
    Making,
    Quarantined,
    Reading,
    Removal,
    Status,
    Value,
    ValueJudgement,
    ValueVerdict,
    Verdict,
)

Clock = Callable[[], datetime]
"""Gives the time, with its zone, that the audit chain keeps for an entry."""


class Store(Linkable, Protocol):
    """An open ledger. Every method that writes is one transaction: kept whole, or not at all.

    Raises:
        LedgerError: from any method, where the database fails or what it holds is broken.
    """

    def has(self, report: str) -> bool:
        """Whether the ledger holds a current reading of the report with this id."""

    def add(self, reading: Reading, raw: bytes | None, making: Making) -> bool:
        """Keep a reading and its raw copy; false, and nothing changes, where the report is known or removed.

        ``raw`` is null for a reading whose ``making`` says that it was imported: only the name of its raw
        copy is kept.

        Raises:
            LedgerError: ``raw`` is not the raw copy that the report was made from.
        """

    def reread(self, reading: Reading, making: Making) -> bool:
        """Supersede the report's current reading by this one; false where it has none."""

    def made_by_others(self, maker: Maker) -> int:
        """How many current readings another version or codebook made."""

    def outdated(self, maker: Maker) -> tuple[str, ...]:
        """The reports whose current readings another version or codebook made, in order of id."""

    def kept(self, report: str) -> Kept | None:
        """How the current reading of a report came about, null where it has none."""

    def reading(self, report: str) -> Reading | None:
        """The current reading of a report, null where there is none; its copy group as in ``readings``."""

    def report_of(self, event: str) -> str | None:
        """The id of the report that tells an event, null where no current reading does."""

    def quarantine(self, quarantined: Quarantined, raw: bytes | None) -> bool:
        """Keep the name of an input that could not be read; false where it is known.

        ``raw`` are its bytes, or null where they could not be had. It is superseded when a report is
        added from these bytes, or, without bytes, from the same path; and when the same input is refused
        for another reason.
        """

    def still(self) -> AbstractContextManager[Store]:
        """The ledger as it is now, to be read: what others add meanwhile is not in it."""

    def alone(self) -> AbstractContextManager[Store]:
        """The ledger for oneself: others who write wait until it is left.

        What was written is kept whole then, or not at all where an error ends it.
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

    def raw_copies(self) -> Iterator[str]:
        """The SHA-256 of every raw copy, those of removed reports too, in order."""

    def judge(
        self, verdict: Verdict, events: tuple[Anchor, Anchor], by: str, why: str, head: str
    ) -> Judgement | None:
        """Keep a judgement on a pair of events.

        Args:
            verdict: what was judged.
            events: the pair.
            by: the name of the person.
            why: their reason.
            head: as for ``put_incidents``: null, and nothing is kept, where the ledger has grown since.
        """

    def undo(self, judgement: str, by: str, why: str, head: str) -> Judgement | None:
        """Keep an entry that takes a judgement back; ``head`` as for ``judge``.

        Raises:
            LedgerError: there is no such judgement, it was undone already, or undoes another itself.
        """

    def take_judgement(self, judgement: Judgement) -> Judgement:
        """Keep an entry that another ledger had, as it was made there but for its number.

        Raises:
            LedgerError: it undoes a judgement that is not there, or was undone.
        """

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, and every entry that undoes one, in order of number."""

    def judge_value(
        self, verdict: tuple[ValueVerdict, Value | None], claim: ClaimAnchor, by: str, why: str
    ) -> ValueJudgement:
        """Keep a judgement on the value of a claim.

        Args:
            verdict: what was judged, and of a correction what was said.
            claim: the claim as it was read.
            by: the name of the person.
            why: their reason.
        """

    def undo_value(self, judgement: str, by: str, why: str) -> ValueJudgement:
        """Keep an entry that takes a judgement on a value back.

        Raises:
            LedgerError: there is no such judgement, it was undone already, or undoes another itself.
        """

    def take_value_judgement(self, judgement: ValueJudgement) -> ValueJudgement:
        """Keep an entry of another ledger as it was made there, under the next number.

        Raises:
            LedgerError: it undoes a judgement that is not there, or was undone.
        """

    def value_judgements(self) -> tuple[ValueJudgement, ...]:
        """Every judgement on a value, and every entry that undoes one, in order of number."""

    def value_judgements_on(self, reports: Collection[str]) -> tuple[ValueJudgement, ...]:
        """The same on claims of these reports."""

    def claims_judged(self) -> frozenset[str]:
        """The claims on whose values a judgement stands."""

    def log(self, page: Page) -> Logged:
        """Judgements of both kinds and entries that undo one, the latest first."""

    def remove(self, report: str, by: str, why: str) -> Removal:
        """Supersede a report's current reading by its removal.

        Raises:
            LedgerError: the ledger has no such report, or it was removed.
        """

    def restore(self, report: str, by: str, why: str) -> Removal:
        """Bring a removed report back, as it was read.

        Raises:
            LedgerError: the report is not removed.
        """

    def removals(self) -> tuple[Removal, ...]:
        """The removals that were not undone, in order of number."""

    def bookmarks(self, run: str) -> Mapping[str, Bookmark]:
        """File -> where an adding that was interrupted left it; ``run`` names its settings."""

    def put_bookmarks(self, run: str, bookmarks: Sequence[Bookmark]) -> None:
        """Keep how far an adding went through some files; no fact, so that the chain has nothing of it."""

    def forget_bookmarks(self, run: str) -> None:
        """Take out the bookmarks of an adding that came to its end."""

    def head(self) -> str:
        """The hash of the last entry of the audit chain; changes with every fact that is added."""

    def entries(self) -> int:
        """How many entries the audit chain has."""

    def entry(self, number: int) -> str | None:
        """The hash of the entry with this number, the first is 1; null where there is none."""

    def readings_of(self, reports: Collection[str]) -> Iterator[Reading]:
        """The current readings of some reports, as ``readings`` gives them."""

    def incidents(self) -> tuple[Incident, ...]:
        """Every incident as last put, in order of id."""

    def each_incident(self) -> Iterator[Incident]:
        """The same, one after another."""

    def incident_of(self, report: str) -> Mapping[str, str]:
        """Claim id -> id of the incident that holds it, of the claims of a report."""

    def find(self, wanted: Filter, order: Order, limit: int | None, offset: int = 0) -> Findings:
        """The incidents that fit a filter: at most ``limit`` after the first ``offset``; null is no limit."""

    def sketch(self, wanted: Filter, order: Order, limit: int) -> tuple[Sketch, ...]:
        """The same incidents as a map shows them, those of unknown place left out."""

    def begun(self, wanted: Filter) -> tuple[Begun, ...]:
        """The same incidents counted by the day on which they began, unknown days last."""

    def sketch_of(self, incidents: Sequence[str]) -> tuple[Sketch, ...]:
        """The incidents with these ids, in this order, as a map shows them; unknown ids are left out."""

    def report_lines(self, reports: Sequence[str]) -> tuple[ReportLine, ...]:
        """The reports with these ids, in this order, as a list shows them; unknown ids are left out."""

    def facets(self) -> Facets:
        """What the incidents can be asked for."""

    def fields_with(self, statuses: Sequence[Status]) -> Mapping[str, tuple[str, ...]]:
        """Incident id -> its fields that have one of these statuses, of incidents that have such."""

    def seek_reports(self, sought: Sought, page: Page) -> Named:
        """The ids of reports, the latest first."""

    def seek_claims(self, sought: Sought, page: Page) -> Named:
        """The ids of claims, in order of report and text."""

    def seek_statements(self, sought: Sought, page: Page) -> Named:
        """The ids of statements, in order of report and text."""

    def incidents_with(self, ids: Sequence[str]) -> tuple[Incident, ...]:
        """The incidents with these ids, in this order; ids that the ledger lacks are left out."""

    def incident_ids(self, prefix: str) -> tuple[str, ...]:
        """The ids of the incidents that begin with ``prefix``, in order."""

    def excerpt(self, incident: str) -> Ledger:
        """An incident with the readings that it rests on and the incidents that it is related to.

        Readings are whole, so that they hold claims of other incidents too. The judgements on values are
        those on their claims.

        Raises:
            LedgerError: there is no such incident, or a report of it was taken out and the rest not linked
                again.
        """

    def incidents_holding(self, claims: Sequence[str]) -> tuple[Incident, ...]:
        """The incidents that hold one of these claims, in order of id."""

    def report_of_claim(self, claim: str) -> str | None:
        """The id of the report that a claim was read in; null where the ledger has no such claim."""

    def report_of_statement(self, statement: str) -> str | None:
        """The same of a statement."""

    def export(self) -> Ledger:
        """All of the ledger, in the order of the JSON contract.

        Raises:
            LedgerError: reports were added since the incidents were made.
        """

    def drawn_faults(self) -> Iterator[str]:
        """Where a kept record cannot be read, or the drawn tables are not those of the records, in words."""

    def verify_chain(self) -> tuple[str, ...]:
        """What is wrong with the audit chain or a record that it vouches for, in words; empty if sound."""

    def close(self) -> None:
        """Let go of the database."""
