"""Invented readings to put into ledgers, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dateline.ledger import Linked, Store
from dateline.model import (
    Anchor,
    Claim,
    Field,
    Maker,
    Making,
    Number,
    Reading,
    Term,
    Value,
    When,
    content_id,
    raw_hash,
)
from dateline.reconcile import anchor_of
from tests.builders import FIRST, MARKET, POLICE, SECOND, claim, market_bombing, report

MAKER = Maker("1.2.3", "c" * 64)
MADE = Making("report.txt", "text", MAKER)
NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)
RAW = {raw_hash(text.encode()): text.encode() for text in (FIRST, SECOND)}


def clock() -> datetime:
    return NOON


def raw_of(reading: Reading) -> bytes:
    """The raw copy that a hand-built reading names."""
    return RAW.get(reading.report.raw, reading.report.text.encode())


def pair_of(readings: Sequence[Reading]) -> tuple[Anchor, Anchor]:
    """The anchors of the first event of each of two readings."""
    left, right = (anchor_of(reading.claims[0].event, reading) for reading in readings)
    return left, right


def fill(store: Store) -> None:
    """Add the market bombing whole."""
    ledger = market_bombing()
    for reading in ledger.readings:
        assert store.add(reading, raw_of(reading), MADE)
    for each in ledger.quarantined:
        assert store.quarantine(each, None)
    groups = {reading.report.id: reading.report.copy_group for reading in ledger.readings}
    assert store.put_incidents(Linked(ledger.incidents), groups, store.head(), MAKER)


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


def tellings(count: int) -> Iterator[Reading]:
    """Sound readings that can be linked: each a bombing of another day, by an unnamed voice."""
    for n in range(count):
        text = f"A bomb in Velmar then killed {n + 1} people, police said."
        day = date(2001, 1, 1) + timedelta(days=4 * n)
        told, when = report(f"telling-{n}", text, "Harbour Post", day), When(day, day, "day", None, "then")
        told = replace(told, repairs=())
        values: tuple[tuple[Field, Value, str], ...] = (
            ("type", Term("bombing", "bomb"), "bomb"),
            ("killed", Number(n + 1, n + 1, str(n + 1)), str(n + 1)),
            ("when", when, "then"),
            ("place", MARKET, "Velmar"),
        )
        claims = (claim(told, "bomb", *each, POLICE, cue="said", when=when) for each in values)
        yield Reading(told, tuple(claims), (), (), ())
