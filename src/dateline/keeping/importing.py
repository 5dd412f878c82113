"""A ledger out of a file: taken into a ledger that is kept, or only looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from dateline.doctor import check_ledger
from dateline.errors import InputError
from dateline.exchange.documents import Document, read_document
from dateline.keeping.settling import Settled, settle
from dateline.ledger import Linked, Store
from dateline.model import IMPORTED, Maker, Making, Reading, content_id
from dateline.running.maker import maker_of
from dateline.settings import Settings

SHOWN = 3
"""Faults of a file that are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    ``reports`` are new, ``known`` were there already (or were removed); ``bare`` of the new ones came without
    their raw copies. ``judgements`` were taken over. ``otherwise`` counts the file's incidents that this
    version and codebook make otherwise.
    """

    reports: int
    known: int
    bare: int
    judgements: int
    otherwise: int
    settled: Settled


def document_of(path: Path) -> Document:
    """Read a file, and make sure that what it holds can be a ledger.

    Raises:
        InputError: see ``read_document``; or its records contradict each other or their texts.
    """
    document = read_document(path)
    faults = check_ledger(document.ledger)
    if faults:
        named = "; ".join(f"{fault.record} {fault.problem}" for fault in faults[:SHOWN])
        more = f"; and {len(faults) - SHOWN:,} more" if len(faults) > SHOWN else ""
        raise InputError(f"{path} holds what cannot be true of a ledger: {named}{more}.")
    return document


def take_in(document: Document, store: Store, settings: Settings) -> Imported:
    """Take the reports of a file into a ledger with all that was read in them, then link all that it holds.

    Each report is kept as soon as it is taken, and one that the ledger knows is passed over: an import that
    was interrupted goes on when it is given again. Judgements come along where the ledger has none.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    added, bare = 0, 0
    for reading in document.ledger.readings:
        raw, making = _raw(document, reading)
        new = store.add(_alone(reading), raw, making)
        added, bare = added + new, bare + (new and raw is None)
    for each in document.ledger.quarantined:
        store.quarantine(each, None)
    judged = 0
    if not store.judgements():
        for judgement in document.ledger.judgements:
            store.take_judgement(judgement)
            judged += 1
    if not store.value_judgements():
        for value in document.ledger.value_judgements:
            store.take_value_judgement(value)
            judged += 1
    settled = settle(store, settings)
    made = {incident.id: incident for incident in store.incidents()} if document.ledger.incidents else {}
    otherwise = sum(made.get(each.id) != each for each in document.ledger.incidents)
    known = len(document.ledger.readings) - added
    return Imported(added, known, bare, judged, otherwise, settled)


def put_in(document: Document, store: Store, settings: Settings) -> None:
    """Fill an empty ledger with a file as it stands; incidents are made only where it has none."""
    for reading in document.ledger.readings:
        store.add(reading, *_raw(document, reading))
    for each in document.ledger.quarantined:
        store.quarantine(each, None)
    for judgement in document.ledger.judgements:
        store.take_judgement(judgement)
    for value in document.ledger.value_judgements:
        store.take_value_judgement(value)
    if not document.linked:
        settle(store, settings)
        return
    groups = {reading.report.id: reading.report.copy_group for reading in document.ledger.readings}
    store.put_incidents(Linked(document.ledger.incidents), groups, store.head(), maker_of(settings))


def _raw(document: Document, reading: Reading) -> tuple[bytes | None, Making]:
    """A reading's raw copy and how it was read; without one, that it was imported."""
    maker = Maker(document.version or "unknown", "")
    return document.raw.get(reading.report.id) or (None, Making(reading.report.key, IMPORTED, maker))


def _alone(reading: Reading) -> Reading:
    """The reading as it was before it was linked, when it was its own copy group."""
    own = content_id("copies", reading.report.id)
    return replace(reading, report=replace(reading.report, copy_group=own))
