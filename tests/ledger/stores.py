"""Invented readings to put into ledgers, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from dateline.ledger import Store
from dateline.model import Claim, Number, Reading, content_id, raw_hash
from tests.builders import FIRST, POLICE, SECOND, claim, market_bombing, report

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)
RAW = {raw_hash(text.encode()): text.encode() for text in (FIRST, SECOND)}


def clock() -> datetime:
    return NOON


def raw_of(reading: Reading) -> bytes:
    """The raw copy that a hand-built reading names."""
    return RAW.get(reading.report.raw, reading.report.text.encode())


def fill(store: Store) -> None:
    """Add the market bombing whole."""
    ledger = market_bombing()
    for reading in ledger.readings:
        assert store.add(reading, raw_of(reading))
    for each in ledger.quarantined:
        assert store.quarantine(each, None)
    groups = {reading.report.id: reading.report.copy_group for reading in ledger.readings}
    assert store.put_incidents(ledger.incidents, groups, store.head())


def synthetic(count: int, claims: int = 1) -> Iterator[Reading]:
    """Short reports of invented bombings, each with so many claims, in no order of id."""
    for n in range(count):
        text = f"A bomb in Velmar killed {n + 1} people at market {n}, police said."
        told = report(f"synthetic-{n}", text, "Harbour Post", date(2031, 5, 6))
        yield Reading(told, tuple(_killed(told.id, n, k) for k in range(claims)), (), (), ())


def _killed(report_id: str, n: int, k: int) -> Claim:
    told = report(f"synthetic-{n}", f"A bomb in Velmar killed {n + 1} people, police said.", "", date.min)
    made = claim(told, "bomb", "killed", Number(n + 1, n + 1, str(n + 1)), str(n + 1), POLICE, cue="said")
    return replace(made, id=content_id("claim", report_id, str(k)), report=report_id)
